//! What became of each row of a measure's lists.

use core::ops::Range;

use crate::expression::{Amount, Condition, Rows, Total};
use crate::fact::{ColumnId, FactId, ListId};
use crate::library::Library;
use crate::trace::{Fate, Finding, Step};

use super::At;
use super::reasons::{Reason, reason};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowFate {
    /// Its list.
    pub list: FactId,
    /// Its place in the answer.
    pub row: u16,
    /// For a row of a list inside that row: the column, and its place there.
    pub inner: Option<(ColumnId, u16)>,
    /// What became of it.
    pub fate: Fate,
}

impl RowFate {
    /// The list whose columns its filter looks at.
    #[must_use]
    pub fn at_hand(self) -> ListId {
        ListId { fact: self.list, inner: self.inner.map(|(column, _)| column) }
    }
}

/// What became of each row the amount looked at, in order, those of a list inside a row after it; `steps` is the range of its steps.
#[must_use]
pub fn row_fates(amount: &Amount, steps: &[Step], range: &Range<usize>) -> Vec<RowFate> {
    found(amount, steps, range).into_iter().map(|row| row.fate).collect()
}

/// What became of each row, with the filter that was put to it where one was.
#[must_use]
pub fn row_reasons<'a>(library: &Library, amount: &'a Amount, steps: &[Step], range: &Range<usize>) -> Vec<(RowFate, Option<Reason<'a>>)> {
    let told = |row: Row<'a, '_>| (row.fate, row.filter.and_then(|(filter, at)| reason(library, filter, at, Some(row.fate.at_hand()))));
    found(amount, steps, range).into_iter().map(told).collect()
}

/// A row with the filter that was put to it, and where its steps begin.
struct Row<'a, 'b> {
    fate: RowFate,
    filter: Option<(&'a Condition, At<'b>)>,
}

fn found<'a, 'b>(amount: &'a Amount, steps: &'b [Step], range: &Range<usize>) -> Vec<Row<'a, 'b>> {
    let mut rows = Vec::new();
    walk(amount, At::start(steps, range), None, &mut rows);
    rows
}

fn walk<'a, 'b>(amount: &'a Amount, at: At<'b>, outer: Option<RowFate>, rows: &mut Vec<Row<'a, 'b>>) {
    match amount {
        Amount::Literal(..) | Amount::Place(_) => {}
        Amount::UpTo(inner, _) => walk(inner, at.first(), outer, rows),
        Amount::AtMost(one, other) | Amount::Minus(one, other) | Amount::BetterOf(one, other) => {
            walk(one, at.first(), outer, rows);
            walk(other, at.first().next(), outer, rows);
        }
        Amount::Sum(parts) | Amount::Product(parts) => {
            let mut at = at.first();
            for part in parts {
                walk(part, at, outer, rows);
                at = at.next();
            }
        }
        Amount::Total(total) => of_total(total, at, outer, rows),
    }
}

fn of_total<'a, 'b>(total: &'a Total, at: At<'b>, outer: Option<RowFate>, rows: &mut Vec<Row<'a, 'b>>) {
    let end = at.next().place;
    let mut at = at.first();
    while at.place < end {
        if let Some(Finding::Row { row, fate }) = at.step().map(|step| step.finding) {
            let fate = match (total.list, outer) {
                (Rows::Fact(list), _) => RowFate { list, row, inner: None, fate },
                (Rows::Column(column), Some(outer)) => RowFate { inner: Some((column, row)), fate, ..outer },
                (Rows::Column(_), None) => return,
            };
            let asked = !matches!(fate.fate, Fate::UsedElsewhere | Fate::OutsideWindow | Fate::AfterAsOf);
            let filter = total.filter.as_ref().filter(|_| asked).map(|filter| (filter, at.first()));
            rows.push(Row { fate, filter });
            if asked && fate.fate != Fate::NotKept {
                let each = if total.filter.is_some() { at.first().next() } else { at.first() };
                walk(&total.each, each, Some(fate), rows);
            }
        }
        at = at.next();
    }
}
