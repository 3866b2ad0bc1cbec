//! Syntax trees to typed conditions and amounts: names become places, units are checked.

mod amount;
mod condition;
mod total;

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::expression::{Amount, Condition, Place};
use mingbai_core::fact::{ColumnId, FactId, FactKind, List, Opt};
use mingbai_core::quantity::Unit;

use super::change::{Change, How};
use super::facts::Facts;
use super::names::unknown;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::Name;
use crate::expr::{Node, NodeKind};

/// What the names in an expression can mean.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) source: &'a Arc<Source>,
    pub(crate) facts: &'a Facts,
    pub(crate) defined: &'a BTreeMap<String, Meaning>,
    /// A change under test, if it concerns this document.
    pub(crate) change: Option<&'a Change>,
    row: Option<Row<'a>>,
}

/// The row at hand.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    variable: &'a str,
    pub(crate) list: FactId,
    pub(crate) name: &'a str,
    columns: &'a List,
}

/// What a part of an expression means.
#[derive(Clone, Debug)]
pub(crate) enum Meaning {
    /// Something that holds or not.
    Condition(Condition),
    /// How much.
    Amount(Priced),
    /// An answer that is one or several of the options.
    Options(Place, Vec<Opt>),
    /// Anything else, in a word.
    Other(&'static str),
}

/// An amount with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Priced {
    pub(crate) amount: Amount,
    pub(crate) unit: Unit,
    /// Whether `up to` stands in it.
    pub(crate) open: bool,
}

pub(crate) type Resolved<T> = Result<T, Diagnostic>;

impl<'a> Scope<'a> {
    pub(crate) fn new(
        source: &'a Arc<Source>,
        facts: &'a Facts,
        defined: &'a BTreeMap<String, Meaning>,
        change: Option<&'a Change>,
    ) -> Self {
        Self { source, facts, defined, change, row: None }
    }

    /// A row of the list, called `variable`.
    pub(crate) fn row_of(self, variable: &'a str, list: &Name) -> Resolved<Row<'a>> {
        let Some((id, fact)) = self.facts.named(&list.text) else {
            return Err(unknown("facts::unknown", "list", self.source, list, self.facts.names()));
        };
        match &fact.kind {
            FactKind::List(columns) => Ok(Row { variable, list: id, name: &fact.name, columns }),
            _ => Err(self.refuse("types::not_list", format!("`{}` is no list", list.text), list.span, "needs a list")),
        }
    }

    /// The scope in which that row is at hand.
    pub(crate) fn with(self, row: Row<'a>) -> Self {
        Self { row: Some(row), ..self }
    }

    /// The node as a condition.
    pub(crate) fn condition(self, node: &Node) -> Resolved<Condition> {
        match self.meaning(node)? {
            Meaning::Condition(condition) => Ok(condition),
            other => {
                let refusal = self.refuse("types::not_condition", "this does not hold or fail", node.span, format!("is {}", other.word()));
                Err(match other {
                    Meaning::Options(..) => refusal.help("write `= option` or `in [option, …]`"),
                    Meaning::Other("a recognition") => refusal.help("write `recognised` before it"),
                    Meaning::Amount(_) => refusal.help("compare it with an amount, as in `… >= 100万元`"),
                    _ => refusal,
                })
            }
        }
    }

    /// The node as an amount.
    pub(crate) fn amount(self, node: &Node) -> Resolved<Priced> {
        match self.meaning(node)? {
            Meaning::Amount(priced) => Ok(priced),
            other => Err(self.refuse("types::not_amount", "this is no amount", node.span, format!("is {}", other.word()))),
        }
    }

    /// What the node means.
    pub(crate) fn meaning(self, node: &Node) -> Resolved<Meaning> {
        match &node.kind {
            NodeKind::Name(name) => self.name(name, node.span),
            NodeKind::Field(row, column) => self.field(row, column),
            NodeKind::Number(..) | NodeKind::Sum(_) | NodeKind::Product(_) | NodeKind::AtMost(..) | NodeKind::UpTo(..) => {
                amount::resolve(self, node).map(Meaning::Amount)
            }
            NodeKind::Total(total) => total::resolve(self, total, node.span).map(Meaning::Amount),
            NodeKind::All(_) | NodeKind::Any(_) | NodeKind::Not(_) | NodeKind::Compare(..) | NodeKind::In(..) | NodeKind::Recognised(_) => {
                condition::resolve(self, node).map(Meaning::Condition)
            }
        }
    }

    fn name(self, name: &str, span: Span) -> Resolved<Meaning> {
        if let Some(meaning) = self.defined.get(name) {
            return Ok(meaning.clone());
        }
        if let Some((id, fact)) = self.facts.named(name) {
            return Ok(answer(Place::Fact(id), &fact.kind));
        }
        let known = self.facts.names().chain(self.defined.keys().map(String::as_str));
        Err(unknown("facts::unknown", "fact", self.source, &Name { text: name.to_owned(), span }, known))
    }

    fn field(self, variable: &Name, field: &Name) -> Resolved<Meaning> {
        let Some(row) = self.row else {
            return Err(self.refuse(
                "names::no_row",
                format!("`{}` is no row", variable.text),
                variable.span,
                "stands outside `total … for each`",
            ));
        };
        if row.variable != variable.text {
            return Err(unknown("names::no_row", "row", self.source, variable, [row.variable]));
        }
        if let Some(meaning) = self.defined.get(&format!("{}.{}", row.name, field.text)) {
            return Ok(meaning.clone());
        }
        let columns = &row.columns.columns;
        match columns.iter().position(|column| column.name == field.text).and_then(|at| Some((u8::try_from(at).ok()?, columns.get(at)?))) {
            Some((id, column)) => Ok(answer(Place::Column(ColumnId(id)), &column.kind)),
            None => Err(unknown("facts::unknown", "column", self.source, field, columns.iter().map(|column| column.name.as_str()))),
        }
    }

    fn refuse(self, code: &'static str, message: impl Into<String>, span: Span, label: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, message, self.source, span, label)
    }

    /// What is done to the node at that place, if it is under test.
    fn changed(self, span: Span) -> Option<How> {
        self.change.filter(|change| change.at.contains(&span)).map(|change| change.how)
    }
}

impl Meaning {
    fn word(&self) -> &'static str {
        match self {
            Self::Condition(_) => "a condition",
            Self::Amount(_) => "an amount",
            Self::Options(..) => "a choice",
            Self::Other(word) => word,
        }
    }
}

/// What the answer at a place means.
fn answer(place: Place, kind: &FactKind) -> Meaning {
    match kind {
        FactKind::YesNo => Meaning::Condition(Condition::Holds(place)),
        FactKind::Choice(_) | FactKind::Choices(_) => Meaning::Options(place, kind.options().to_vec()),
        FactKind::Quantity(quantity) => Meaning::Amount(Priced { amount: Amount::Place(place), unit: quantity.unit, open: false }),
        FactKind::Date => Meaning::Other("a day"),
        FactKind::Recognition => Meaning::Other("a recognition"),
        FactKind::List(_) => Meaning::Other("a list"),
        FactKind::Measures => Meaning::Other("a set of measures"),
        FactKind::Text => Meaning::Other("a text"),
        FactKind::Country => Meaning::Other("a country"),
    }
}
