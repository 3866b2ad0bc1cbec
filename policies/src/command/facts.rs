//! `policies facts`: the catalogue of facts as JSON.

use mingbai_core::Library;
use mingbai_core::fact::{self, Changeable, Fact, FactId, FactKind, Opt, Quantity, Text, Wording};
use mingbai_core::quantity::{Shown, Unit};
use mingbai_policies::Policies;
use mingbai_policies::resolve::uses::{uses_of_combine, uses_of_measure, with_table};
use serde::Serialize;

use super::{Done, Trouble, nothing_more};

pub(super) fn run(policies: &Policies, rest: &[String]) -> Result<Done, Trouble> {
    nothing_more(rest)?;
    let library = &policies.library;
    let entries: Vec<Entry<'_>> = (0_u16..).map(FactId).zip(&library.facts).map(|(id, fact)| Entry::new(library, id, fact)).collect();
    let text = serde_json::to_string_pretty(&entries).map_err(|error| Trouble::new(error.to_string()))?;
    Ok(Done::fine(text + "\n"))
}

/// A fact of the catalogue.
#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    page: Option<&'a Text>,
    #[serde(flatten)]
    asked: Asked<'a>,
    /// The measures that look at it.
    measures: Vec<&'a str>,
}

/// How a fact or a column is asked.
#[derive(Serialize)]
struct Asked<'a> {
    kind: &'static str,
    #[serde(flatten)]
    wording: Words<'a>,
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
    columns: Vec<Column<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
    question: &'a Text,
    short: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a Text>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    name: &'a str,
    text: &'a Text,
}

#[derive(Serialize)]
struct Column<'a> {
    name: &'a str,
    #[serde(flatten)]
    asked: Asked<'a>,
}

impl<'a> Entry<'a> {
    fn new(library: &'a Library, id: FactId, fact: &'a Fact) -> Self {
        Self {
            name: &fact.name,
            page: library.pages.get(usize::from(fact.page)),
            asked: Asked::new(&fact.kind, &fact.wording, fact.changeable),
            measures: measures(library, id),
        }
    }
}

impl<'a> Asked<'a> {
    fn new(kind: &'a FactKind, wording: &'a Wording, changeable: Changeable) -> Self {
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
        Self {
            kind: kind_name(kind),
            wording: Words {
                question: &wording.question,
                short: &wording.short,
                help: Some(&wording.help).filter(|help| !help.zh.is_empty()),
            },
            unit: kind.unit().map(Unit::name),
            plausible: quantity.and_then(|one| one.plausible.map(|(low, high)| [in_unit(one, low), in_unit(one, high)])),
            most: quantity.and_then(|one| one.most.map(|most| in_unit(one, most))),
            changeable: changeable == Changeable::Freely,
            changeable_to: reached.map(|(_, option)| option.name.as_str()).collect(),
            options: kind.options().iter().map(|Opt { name, text }| Labelled { name, text }).collect(),
            derived,
            item: kind.list().map(|list| &list.item),
            columns: columns.iter().map(Column::new).collect(),
        }
    }
}

impl<'a> Column<'a> {
    fn new(column: &'a fact::Column) -> Self {
        Self { name: &column.name, asked: Asked::new(&column.kind, &column.wording, column.changeable) }
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

/// The measures that look at the fact: by themselves, through a size table, or through a combine that speaks of them.
fn measures(library: &Library, id: FactId) -> Vec<&str> {
    if library.applicant == Some(id) {
        return library.measures().map(|(_, measure)| measure.id.as_str()).collect();
    }
    let mut using = Vec::new();
    for document in &library.documents {
        for (place, measure) in (0_u16..).zip(&document.measures) {
            let combines = document.combines.iter().filter(|combine| combine.among.contains(&place));
            let uses = uses_of_measure(measure, true).into_iter().chain(combines.flat_map(uses_of_combine));
            if uses.flat_map(|fact| with_table(library, fact)).any(|fact| fact == id) {
                using.push(measure.id.as_str());
            }
        }
    }
    using
}
