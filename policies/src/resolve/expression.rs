//! Syntax trees to typed conditions and amounts: names become places, units are checked.

mod amount;
mod condition;
mod total;

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::expression::{Amount, Condition, Place};
use mingbai_core::fact::{Column, ColumnId, FactKind, List, ListId, Opt};
use mingbai_core::quantity::Unit;

use super::change::{Change, How};
use super::facts::Facts;
use super::names::{unknown, unknown_fact};
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
    pub(crate) list: ListId,
    pub(crate) name: &'a str,
    columns: &'a List,
    /// What the row around it is called, for a row of a list inside a list.
    around: Option<&'a str>,
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
    /// A country.
    Country(Place),
    /// A day.
    Day(Place),
    /// How far a recognition has come.
    Recognition(Place),
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

    /// A row of the list of that name, called `variable`.
    pub(crate) fn row_of(self, variable: &'a str, list: &Name) -> Resolved<Row<'a>> {
        let Some((fact, of)) = self.facts.named(&list.text) else {
            return Err(unknown("facts::unknown", "list", self.source, list, self.facts.names()));
        };
        match &of.kind {
            FactKind::List(columns) => Ok(Row { variable, list: ListId { fact, inner: None }, name: &of.name, columns, around: None }),
            _ => Err(self.refuse("types::not_list", format!("`{}` is no list", list.text), list.span, "needs a list")),
        }
    }

    /// A row of a list that is a column of the row at hand, called `variable`.
    fn inner_row_of(self, variable: &'a str, row: &Name, column: &Name) -> Resolved<Row<'a>> {
        let (outer, id, found) = self.column(row, column)?;
        match &found.kind {
            FactKind::List(columns) => {
                let list = ListId { inner: Some(id), ..outer.list };
                Ok(Row { variable, list, name: &found.name, columns, around: Some(outer.variable) })
            }
            _ => Err(self.refuse("types::not_list", format!("`{}` is no list", column.text), column.span, "needs a list")),
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
                    Meaning::Country(_) => refusal.help("write `in LIST at DAY`"),
                    Meaning::Recognition(_) => refusal.help("write `recognised` before it"),
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
        if let Some(other) = self.change.and_then(|change| change.part(node.span)) {
            return Self { change: None, ..self }.meaning(other);
        }
        match &node.kind {
            NodeKind::Name(name) => self.name(name, node.span),
            NodeKind::Field(row, column) => self.field(row, column),
            NodeKind::Number(..)
            | NodeKind::Sum(_)
            | NodeKind::Minus(..)
            | NodeKind::Product(_)
            | NodeKind::AtMost(..)
            | NodeKind::UpTo(..)
            | NodeKind::BetterOf(..) => amount::resolve(self, node).map(Meaning::Amount),
            NodeKind::Total(total) => total::resolve(self, total, node.span).map(Meaning::Amount),
            NodeKind::All(_)
            | NodeKind::Any(_)
            | NodeKind::Not(_)
            | NodeKind::Compare(..)
            | NodeKind::In(..)
            | NodeKind::FirstReaches(..)
            | NodeKind::Listed(..)
            | NodeKind::Recognised(_) => condition::resolve(self, node).map(Meaning::Condition),
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
        Err(unknown_fact(self.source, &Name { text: name.to_owned(), span }, known))
    }

    fn field(self, variable: &Name, field: &Name) -> Resolved<Meaning> {
        let row = self.row_called(variable)?;
        if let Some(meaning) = self.defined.get(&format!("{}.{}", row.name, field.text)).filter(|_| row.around.is_none()) {
            return Ok(meaning.clone());
        }
        let (_, id, column) = self.column(variable, field)?;
        Ok(answer(Place::Column(id), &column.kind))
    }

    /// The row at hand, if it is called that.
    fn row_called(self, variable: &Name) -> Resolved<Row<'a>> {
        let Some(row) = self.row else {
            return Err(self.refuse(
                "names::no_row",
                format!("`{}` is no row", variable.text),
                variable.span,
                "stands outside `total … for each`",
            ));
        };
        if row.variable == variable.text {
            return Ok(row);
        }
        if row.around == Some(variable.text.as_str()) {
            let message = format!("the row `{}` is out of reach in here", variable.text);
            let refusal = self.refuse("names::no_row", message, variable.span, "not the row at hand");
            return Err(
                refusal.help(format!("in a total over a list inside a row, only the columns of `{}` and facts can be used", row.variable))
            );
        }
        Err(unknown("names::no_row", "row", self.source, variable, [row.variable]))
    }

    /// A column of the row at hand.
    fn column(self, variable: &Name, column: &Name) -> Resolved<(Row<'a>, ColumnId, &'a Column)> {
        let row = self.row_called(variable)?;
        let columns = &row.columns.columns;
        match columns.iter().position(|one| one.name == column.text).and_then(|at| Some((u8::try_from(at).ok()?, columns.get(at)?))) {
            Some((id, found)) => Ok((row, ColumnId(id), found)),
            None => Err(unknown("facts::unknown", "column", self.source, column, columns.iter().map(|column| column.name.as_str()))),
        }
    }

    fn refuse(self, code: &'static str, message: impl Into<String>, span: Span, label: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, message, self.source, span, label)
    }

    /// What is done to the node at that place, if it is under test.
    fn changed(self, span: Span) -> Option<&'a How> {
        self.change.filter(|change| change.at.contains(&span)).map(|change| &change.how)
    }
}

impl Meaning {
    fn word(&self) -> &'static str {
        match self {
            Self::Condition(_) => "a condition",
            Self::Amount(_) => "an amount",
            Self::Options(..) => "a choice",
            Self::Country(_) => "a country",
            Self::Day(_) => "a day",
            Self::Recognition(_) => "a recognition",
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
        FactKind::Date => Meaning::Day(place),
        FactKind::Recognition => Meaning::Recognition(place),
        FactKind::Country => Meaning::Country(place),
        FactKind::Text => Meaning::Other("a text"),
        FactKind::List(_) => Meaning::Other("a list"),
        FactKind::Measures => Meaning::Other("a set of measures"),
    }
}
