//! The catalogue of facts: what can be answered, and in which form.

use serde::Serialize;

use crate::fact::{Changeable, FactKind, Opt, Quantity, Text, Wording};
use crate::library::Library;
use crate::quantity::{Shown, Unit};

/// A fact, or a column of a list.
#[derive(Debug, Serialize)]
pub struct Asked<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a Text>,
    kind: &'static str,
    question: &'a Text,
    short: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plausible: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<String>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    changeable: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changeable_to: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<Labelled<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'a Text>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<Asked<'a>>,
    /// The measures that look at it, where they were looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Labelled<'a> {
    name: &'a str,
    text: &'a Text,
}

/// Every fact of the library, in order.
#[must_use]
pub fn catalogue(library: &Library) -> Vec<Asked<'_>> {
    let asked = library.facts.iter().map(|fact| Asked {
        page: library.pages.get(usize::from(fact.page)),
        ..asked(&fact.name, &fact.kind, &fact.wording, fact.changeable)
    });
    asked.collect()
}

fn asked<'a>(name: &'a str, kind: &'a FactKind, wording: &'a Wording, changeable: Changeable) -> Asked<'a> {
    let quantity = match kind {
        FactKind::Quantity(quantity) => Some(quantity),
        _ => None,
    };
    let in_unit = |quantity: &Quantity, value| Shown(value, quantity.unit).to_string();
    let derived = match kind {
        FactKind::Choice(choice) => choice.derived.as_ref().map(|table| &table.title),
        _ => None,
    };
    let bits = if let Changeable::To(options) = changeable { options } else { 0 };
    let reached = (0_u32..).zip(kind.options()).filter(|(place, _)| bits.checked_shr(*place).unwrap_or(0) & 1 == 1);
    let columns = kind.list().map(|list| list.columns.as_slice()).unwrap_or_default();
    Asked {
        name,
        page: None,
        kind: kind_name(kind),
        question: &wording.question,
        short: &wording.short,
        help: Some(&wording.help).filter(|help| !help.zh.is_empty()),
        unit: kind.unit().map(Unit::name),
        plausible: quantity.and_then(|one| one.plausible.map(|(low, high)| [in_unit(one, low), in_unit(one, high)])),
        most: quantity.and_then(|one| one.most.map(|most| in_unit(one, most))),
        changeable: changeable == Changeable::Freely,
        changeable_to: reached.map(|(_, option)| option.name.as_str()).collect(),
        options: kind.options().iter().map(|Opt { name, text }| Labelled { name, text }).collect(),
        derived,
        item: kind.list().map(|list| &list.item),
        columns: columns.iter().map(|column| asked(&column.name, &column.kind, &column.wording, column.changeable)).collect(),
        measures: Vec::new(),
    }
}

fn kind_name(kind: &FactKind) -> &'static str {
    match kind {
        FactKind::YesNo => "yes_no",
        FactKind::Choice(_) => "choice",
        FactKind::Choices(_) => "choices",
        FactKind::Quantity(_) => "quantity",
        FactKind::Date => "date",
        FactKind::Recognition => "recognition",
        FactKind::Text => "text",
        FactKind::Country => "country",
        FactKind::List(_) => "list",
        FactKind::Measures => "measures",
    }
}
