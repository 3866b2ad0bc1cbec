//! The fact files as typed facts, by page and then in the order of their file.

use std::sync::Arc;

use mingbai_core::fact::{Choice, Column, ColumnId, Fact, FactId, FactKind, List, Opt, Quantity, Text, Wording};
use mingbai_core::quantity::{self, Unit};
use rust_decimal::Decimal;

use super::changeable::changeable;
use super::countries::Countries;
use super::names::{is_plain, option, refuse_duplicates, unknown};
use super::size;
use crate::check::examples::TIMES;
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{FactDoc, FactFileDoc, Name, OptionDoc, TableDoc};

/// The facts with the places where they are written.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts; a [`FactId`] is a place in this list.
    pub list: Vec<Fact>,
    /// The pages of questions.
    pub pages: Vec<Text>,
    /// For each fact, where it is written.
    pub written: Vec<(Arc<Source>, Name)>,
    /// The countries that answers name.
    pub countries: Countries,
    /// The kinds of applicant that are persons, as bits of the options of `applicant`.
    pub persons: u64,
}

impl Facts {
    /// The fact of that name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<(FactId, &Fact)> {
        let place = self.list.iter().position(|fact| fact.name == name)?;
        Some((FactId(u16::try_from(place).ok()?), self.list.get(place)?))
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|fact| fact.name.as_str())
    }
}

/// Resolves fact files with the reference tables they name and the countries.
pub(crate) fn facts(
    files: &[(Arc<Source>, FactFileDoc)],
    tables: &[(Arc<Source>, TableDoc)],
    countries: Countries,
    diagnostics: &mut Vec<Diagnostic>,
) -> Facts {
    let mut ordered: Vec<_> = files.iter().collect();
    ordered.sort_by_key(|(source, file)| (file.order, source.name.clone()));
    let mut facts = Facts { countries, ..Facts::default() };
    let mut derived = Vec::new();
    for (page, (source, file)) in (0_u16..).zip(ordered) {
        facts.pages.push(file.page.0.clone());
        for (name, doc) in &file.facts {
            let kind = kind(source, name, doc, Level::Fact, diagnostics);
            facts.persons |= persons(source, (name, &kind), doc, diagnostics);
            let changeable = changeable(source, doc, &kind, diagnostics);
            facts.list.push(Fact { name: name.text.clone(), kind, wording: wording(doc), changeable, page });
            facts.written.push((Arc::clone(source), name.clone()));
            derived.extend(doc.derived.as_ref().map(|table| (facts.list.len().saturating_sub(1), Arc::clone(source), table)));
        }
    }
    refuse_duplicates("facts", facts.written.iter().map(|(source, name)| (source, name)), diagnostics);
    for (place, source, table) in derived {
        derive(&mut facts, place, &source, table, tables, diagnostics);
    }
    facts
}

fn derive(
    facts: &mut Facts,
    place: usize,
    source: &Arc<Source>,
    name: &Name,
    tables: &[(Arc<Source>, TableDoc)],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some((file, table)) = tables.iter().find(|(_, table)| table.id.text == name.text) else {
        diagnostics.push(unknown(
            "facts::unknown_table",
            "reference table",
            source,
            name,
            tables.iter().map(|(_, table)| table.id.text.as_str()),
        ));
        return;
    };
    let sizes = facts.list.get(place).map(|fact| fact.kind.options().to_vec()).unwrap_or_default();
    let resolved = size::table(facts, &sizes, file, table, diagnostics);
    if let Some(Fact { kind: FactKind::Choice(choice), .. }) = facts.list.get_mut(place) {
        choice.derived = resolved;
    }
}

fn wording(doc: &FactDoc) -> Wording {
    let question = Text { zh: doc.zh.0.clone(), en: doc.en.0.clone() };
    let help = doc.help.as_ref().map(|help| help.0.clone()).unwrap_or_default();
    Wording { question, short: doc.short.0.clone(), help }
}

const KINDS: [&str; 10] = ["quantity", "yes_no", "choice", "choices", "date", "recognition", "text", "country", "list", "measures"];

/// Where a kind is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Fact,
    Column,
    /// A column of a list that is a column itself.
    InnerColumn,
}

impl Level {
    fn allows(self, kind: &str) -> bool {
        match kind {
            "choices" | "measures" => self == Self::Fact,
            "text" => self != Self::Fact,
            "list" => self != Self::InnerColumn,
            _ => KINDS.contains(&kind),
        }
    }

    fn allowed(self) -> String {
        let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| self.allows(kind)).collect();
        format!("the kinds here are {}", kinds.join(", "))
    }

    fn words(self) -> &'static str {
        match self {
            Self::Fact => "kind of fact",
            Self::Column => "kind of column",
            Self::InnerColumn => "kind of column of a list inside a list",
        }
    }
}

/// The kind of a fact or of a column.
fn kind(source: &Arc<Source>, name: &Name, doc: &FactDoc, level: Level, diagnostics: &mut Vec<Diagnostic>) -> FactKind {
    if level != Level::Fact && name.text == TIMES {
        let refusal = Diagnostic::new("names::form", format!("`{TIMES}` cannot be a column"), source, name.span, "taken");
        diagnostics.push(refusal.help("in examples it says how many rows are alike"));
    }
    if !is_plain(&name.text) {
        diagnostics.push(
            Diagnostic::new("names::form", format!("`{}` cannot be a name", name.text), source, name.span, "not a plain name")
                .help("names are small letters, digits and `_`, beginning with a letter"),
        );
    }
    if KINDS.contains(&doc.kind.text.as_str()) {
        refuse_stray_keys(source, doc, diagnostics);
    }
    let kind = Some(doc.kind.text.as_str()).filter(|kind| level.allows(kind));
    match kind.unwrap_or_default() {
        "quantity" => FactKind::Quantity(measured(source, name, doc, diagnostics)),
        "yes_no" => FactKind::YesNo,
        "choice" => FactKind::Choice(Choice { options: options(source, name, doc, diagnostics), derived: None }),
        "date" => FactKind::Date,
        "choices" => FactKind::Choices(options(source, name, doc, diagnostics)),
        "recognition" => FactKind::Recognition,
        "text" => FactKind::Text,
        "country" => FactKind::Country,
        "list" => FactKind::List(list(source, name, doc, level, diagnostics)),
        "measures" => FactKind::Measures,
        _ => {
            let known = KINDS.into_iter().filter(|kind| level.allows(kind));
            let refusal = unknown("facts::unknown_kind", level.words(), source, &doc.kind, known);
            let elsewhere = KINDS.contains(&doc.kind.text.as_str());
            diagnostics.push(if elsewhere { refusal.help(level.allowed()) } else { refusal });
            FactKind::YesNo
        }
    }
}

/// Keys that say nothing for the kind at hand.
fn refuse_stray_keys(source: &Arc<Source>, doc: &FactDoc, diagnostics: &mut Vec<Diagnostic>) {
    let kind = doc.kind.text.as_str();
    let stray = [
        ("unit", doc.unit.is_some(), kind == "quantity"),
        ("plausible", doc.plausible.is_some(), kind == "quantity"),
        ("most", doc.most.is_some(), kind == "quantity"),
        ("changeable", doc.changeable.is_some(), matches!(kind, "quantity" | "yes_no")),
        ("changeable_to", doc.changeable_to.is_some(), kind == "choice"),
        ("options", doc.options.is_some(), matches!(kind, "choice" | "choices")),
        ("persons", doc.persons.is_some(), kind == "choices"),
        ("derived", doc.derived.is_some(), kind == "choice"),
        ("item", doc.item.is_some(), kind == "list"),
        ("columns", doc.columns.is_some(), kind == "list"),
    ];
    for (key, ..) in stray.into_iter().filter(|(_, given, fits)| *given && !*fits) {
        let message = format!("`{key}` says nothing for kind `{kind}`");
        diagnostics.push(Diagnostic::new("facts::stray_key", message, source, doc.kind.span, format!("has no `{key}`")));
    }
}

fn missing(source: &Arc<Source>, name: &Name, key: &str, kind: &str) -> Diagnostic {
    Diagnostic::new("toml::missing_key", format!("missing key `{key}`"), source, name.span, format!("a {kind} needs `{key}`"))
}

fn measured(source: &Arc<Source>, name: &Name, doc: &FactDoc, diagnostics: &mut Vec<Diagnostic>) -> Quantity {
    let unit = unit(source, name, doc).unwrap_or_else(|refusal| {
        diagnostics.push(refusal);
        Unit::Yuan
    });
    let plausible = doc.plausible.as_ref().and_then(|(low, high)| {
        let low = amount(source, low, unit, diagnostics)?;
        let bound = amount(source, high, unit, diagnostics)?;
        if low > bound {
            diagnostics.push(Diagnostic::new(
                "facts::plausible",
                "the usual range is upside down",
                source,
                high.span,
                "less than the low end",
            ));
        }
        Some((low, bound))
    });
    let most = doc.most.as_ref().and_then(|written| {
        let most = amount(source, written, unit, diagnostics)?;
        let refusal = if most.is_zero() {
            Some("the most it can be is nothing")
        } else {
            plausible.filter(|(_, usual)| *usual > most).map(|_| "the usual range goes beyond the most it can be")
        };
        diagnostics.extend(refusal.map(|message| Diagnostic::new("facts::most", message, source, written.span, "too little")));
        Some(most)
    });
    Quantity { unit, plausible, most }
}

fn unit(source: &Arc<Source>, name: &Name, doc: &FactDoc) -> Result<Unit, Diagnostic> {
    let units = Unit::NAMED.map(Unit::name);
    let written = doc.unit.as_ref().ok_or_else(|| missing(source, name, "unit", "quantity"))?;
    Unit::of_name(&written.text)
        .ok_or_else(|| unknown("facts::unknown_unit", "unit", source, written, units).help(format!("the units are {}", units.join(", "))))
}

/// A quantity such as `120万元`, where `unit` is known.
pub(super) fn amount(source: &Arc<Source>, written: &Name, unit: Unit, diagnostics: &mut Vec<Diagnostic>) -> Option<Decimal> {
    let value = quantity::parse(&written.text, unit);
    if value.is_err() {
        let message = format!("`{}` is not a quantity in {}", written.text, unit.name());
        diagnostics.push(Diagnostic::new("facts::quantity", message, source, written.span, "not understood"));
    }
    value.ok()
}

fn options(source: &Arc<Source>, name: &Name, doc: &FactDoc, diagnostics: &mut Vec<Diagnostic>) -> Vec<Opt> {
    let written: &[OptionDoc] = doc.options.as_deref().unwrap_or(&[]);
    if written.is_empty() || written.len() > 64 {
        diagnostics.push(Diagnostic::new(
            "facts::options",
            format!("`{}` needs 1 to 64 options", name.text),
            source,
            name.span,
            "has none or too many",
        ));
    }
    refuse_duplicates("options", written.iter().map(|option| (source, &option.id)), diagnostics);
    written
        .iter()
        .map(|option| Opt { name: option.id.text.clone(), text: Text { zh: option.zh.0.clone(), en: option.en.0.clone() } })
        .collect()
}

/// The options that are persons and no firm, as bits.
fn persons(source: &Arc<Source>, (fact, kind): (&Name, &FactKind), doc: &FactDoc, diagnostics: &mut Vec<Diagnostic>) -> u64 {
    if let (Some(_), false) = (&doc.persons, fact.text == "applicant") {
        diagnostics.push(Diagnostic::new("facts::stray_key", "only `applicant` says `persons`", source, fact.span, "has no `persons`"));
    }
    let found = doc.persons.iter().flatten().map(|name| option("kind of applicant", source, kind.options(), name));
    found.fold(0, |persons, place| match place {
        Ok(place) => persons | 1_u64.checked_shl(u32::from(place)).unwrap_or(0),
        Err(refusal) => {
            diagnostics.push(refusal);
            persons
        }
    })
}

fn list(source: &Arc<Source>, name: &Name, doc: &FactDoc, level: Level, diagnostics: &mut Vec<Diagnostic>) -> List {
    for (key, given) in [("item", doc.item.is_some()), ("columns", doc.columns.is_some())] {
        if !given {
            diagnostics.push(missing(source, name, key, "list"));
        }
    }
    let written = doc.columns_in_order();
    if written.len() > 64 {
        diagnostics.push(Diagnostic::new(
            "facts::columns",
            format!("`{}` has more than 64 columns", name.text),
            source,
            name.span,
            "too many",
        ));
    }
    let level = if level == Level::Fact { Level::Column } else { Level::InnerColumn };
    let columns: Vec<Column> = written
        .into_iter()
        .map(|(name, doc)| {
            let kind = kind(source, name, doc, level, diagnostics);
            let changeable = changeable(source, doc, &kind, diagnostics);
            Column { name: name.text.clone(), kind, wording: wording(doc), changeable }
        })
        .collect();
    let date = columns.iter().position(|column| column.name == "date" && column.kind == FactKind::Date);
    let date = date.and_then(|place| u8::try_from(place).ok()).map(ColumnId);
    List { item: doc.item.as_ref().map(|item| item.0.clone()).unwrap_or_default(), columns, date }
}
