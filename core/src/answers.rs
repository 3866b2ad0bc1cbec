//! What is known about an applicant.

use crate::date::Date;
use crate::expression::Place;
use crate::fact::{ColumnId, FactId};
use crate::interval::Interval;

/// The most rows a list may have.
pub const MAX_ROWS: usize = 200;

/// The most rows a list inside a row may have.
pub const MAX_INNER_ROWS: usize = 50;

/// The most characters a text may have.
pub const MAX_TEXT: usize = 200;

/// What is known about one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The person says they do not know.
    NotSure,
    /// Yes or no.
    YesNo(bool),
    /// The place of the chosen option.
    Choice(u8),
    /// The chosen options, as bits.
    Choices(u64),
    /// A quantity: one value, or a range of two.
    Quantity(Interval),
    /// A day.
    Date(Date),
    /// How far a recognition has come.
    Recognition(Recognition),
    /// Rows of a list.
    List(Rows),
    /// A few words, trimmed, not empty, of at most [`MAX_TEXT`] characters.
    Text(String),
    /// A country: a place in [`crate::Library::countries`].
    Country(u16),
    /// Measures named, each as document and measure place, in order and without repeats.
    Measures(Vec<(u16, u16)>),
}

/// How far a recognition by the authority has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// Recognised.
    Granted,
    /// Refused.
    Refused,
    /// Applied, not decided.
    Applied,
    /// Not applied for.
    NotApplied,
}

impl Recognition {
    /// The recognitions with their names in answers.
    pub const NAMED: [(&'static str, Self); 4] =
        [("granted", Self::Granted), ("refused", Self::Refused), ("applied", Self::Applied), ("not_applied", Self::NotApplied)];

    /// The name in answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, one)| *one == self).map_or("", |(name, _)| name)
    }
}

/// The rows of a list, and whether there may be more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The rows entered, at most [`MAX_ROWS`], or inside a row [`MAX_INNER_ROWS`].
    pub rows: Vec<Row>,
    /// Whether there may be further rows.
    pub more: bool,
}

/// One row: what is known of each column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    cells: Vec<Option<Answer>>,
}

impl Row {
    /// What is known of the column.
    #[must_use]
    pub fn get(&self, column: ColumnId) -> Option<&Answer> {
        self.cells.get(usize::from(column.0))?.as_ref()
    }

    /// Sets or clears what is known of the column.
    pub fn set(&mut self, column: ColumnId, answer: Option<Answer>) {
        put(&mut self.cells, usize::from(column.0), answer);
    }

    /// The day in the column, if known.
    #[must_use]
    pub fn date(&self, column: ColumnId) -> Option<Date> {
        match self.get(column) {
            Some(Answer::Date(date)) => Some(*date),
            _ => None,
        }
    }
}

/// What is known about an applicant. Two sets of answers are equal when they say the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    facts: Vec<Option<Answer>>,
}

impl Answers {
    /// What is known of the fact.
    #[must_use]
    pub fn get(&self, fact: FactId) -> Option<&Answer> {
        self.facts.get(usize::from(fact.0))?.as_ref()
    }

    /// Sets or clears what is known of the fact.
    pub fn set(&mut self, fact: FactId, answer: Option<Answer>) {
        put(&mut self.facts, usize::from(fact.0), answer);
    }

    /// The rows of a list fact. A list not answered has no rows and may have any.
    #[must_use]
    pub fn rows(&self, fact: FactId) -> (&[Row], bool) {
        rows_of(self.get(fact))
    }

    /// What is known at a place: of a fact, or of a column of the row at hand.
    #[must_use]
    pub fn at<'a>(&'a self, place: Place, row: Option<&'a Row>) -> Option<&'a Answer> {
        match place {
            Place::Fact(fact) => self.get(fact),
            Place::Column(column) => row?.get(column),
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The facts of which something is known, with it.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &Answer)> {
        (0_u16..).map(FactId).zip(&self.facts).filter_map(|(id, answer)| Some((id, answer.as_ref()?)))
    }
}

/// The rows of a list, and whether there may be more. A list not answered has no rows and may have any.
#[must_use]
pub fn rows_of(answer: Option<&Answer>) -> (&[Row], bool) {
    match answer {
        Some(Answer::List(list)) => (&list.rows, list.more),
        _ => (&[], true),
    }
}

/// Keeps no trailing gaps, so that equal knowledge is equal data.
fn put(cells: &mut Vec<Option<Answer>>, place: usize, answer: Option<Answer>) {
    if cells.len() <= place && answer.is_some() {
        cells.resize(place.saturating_add(1), None);
    }
    if let Some(cell) = cells.get_mut(place) {
        *cell = answer;
    }
    while cells.last().is_some_and(Option::is_none) {
        cells.pop();
    }
}
