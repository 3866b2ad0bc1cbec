//! Condition × answers → verdict, amount × answers → value; one pass, which leaves its steps behind.

mod amount;
mod condition;
mod derived;
mod listed;
mod picked;
mod total;

use crate::answers::{Answer, Answers, Row, rows_of};
use crate::date::Date;
use crate::expression::{Condition, Place, Rows};
use crate::fact::{FactId, FactKind, ListId};
use crate::interval::Interval;
use crate::library::{Library, Window};
use crate::verdict::Causes;

pub use amount::{Priced, amount};
pub use condition::condition;
pub(crate) use condition::{bit, relation};
pub(crate) use derived::possible_options;
pub use total::RowState;

/// What an evaluation looks at.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The facts.
    pub library: &'a Library,
    /// What is known.
    pub answers: &'a Answers,
    /// The day of assessment.
    pub as_of: Date,
    /// The document's window of events; absent: no row is dropped for its date.
    pub events: Option<Window>,
    /// Rows given to measures of which this is one: what others use does not count.
    pub used_elsewhere: &'a [Given<'a>],
    /// What is taken to hold or not where it is unknown.
    pub assumed: &'a [Assumed<'a>],
}

/// Rows of a list, each of which one measure uses, looked at for one measure.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The list.
    pub list: FactId,
    /// The measure each row goes to; a row that is not mentioned is there for all.
    pub users: &'a [u16],
    /// The measure that is looked at.
    pub to: u16,
}

/// Something unknown that is taken to hold, or not.
#[derive(Clone, Copy)]
pub struct Assumed<'a> {
    /// The condition, which has no parts.
    pub condition: &'a Condition,
    /// The row it is about, if it is about one.
    pub row: Option<&'a Row>,
    /// Whether it holds.
    pub holds: bool,
}

/// The row at hand: its list, and the row if one was entered (absent: a row that may still come).
#[derive(Clone, Copy)]
pub struct AtRow<'a> {
    /// The list.
    pub list: ListId,
    /// The row.
    pub row: Option<&'a Row>,
}

impl<'a> Scope<'a> {
    fn answer(&self, place: Place, row: Option<AtRow<'a>>) -> Option<&'a Answer> {
        self.answers.at(place, row.and_then(|at| at.row))
    }

    fn rows(&self, rows: Rows, outer: Option<AtRow<'a>>) -> (&'a [Row], bool) {
        rows_of(match rows {
            Rows::Fact(fact) => self.answers.get(fact),
            Rows::Column(column) => self.answer(Place::Column(column), outer),
        })
    }

    /// What the condition is taken to be at the row at hand.
    fn assumption(&self, condition: &Condition, row: Option<AtRow<'_>>) -> Option<bool> {
        let same_row = |one: Option<&Row>| match (one, row.and_then(|at| at.row)) {
            (Some(one), Some(row)) => core::ptr::eq(one, row),
            (one, row) => one.is_none() && row.is_none(),
        };
        self.assumed.iter().find(|one| same_row(one.row) && one.condition == condition).map(|one| one.holds)
    }

    /// What is known of a quantity; where the answer has no upper end, it ends at the most the quantity can be.
    pub(crate) fn quantity(&self, place: Place, row: Option<AtRow<'a>>) -> Interval {
        let known = match self.answer(place, row) {
            Some(Answer::Quantity(interval)) if interval.high.is_some() => return *interval,
            Some(Answer::Quantity(interval)) => *interval,
            _ => Interval::ANY,
        };
        let most = match self.library.kind(place, row.map(|at| at.list)) {
            Some(FactKind::Quantity(quantity)) => quantity.most,
            _ => None,
        };
        Interval { high: most, ..known }
    }
}

/// The fact to ask about a place: the fact itself, or the list the column belongs to.
fn cause(place: Place, row: Option<AtRow<'_>>) -> Causes {
    match (place, row) {
        (Place::Fact(fact), _) => Causes::fact(fact),
        (Place::Column(_), Some(at)) => Causes::fact(at.list.fact),
        (Place::Column(_), None) => Causes::default(),
    }
}

#[cfg(test)]
mod tests;
