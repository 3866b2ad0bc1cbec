//! What became of each row of a measure's lists.

use core::ops::Range;

use crate::expression::{Amount, Condition, Total};
use crate::fact::FactId;
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
    /// What became of it.
    pub fate: Fate,
}

/// What became of each row the amount looked at, in order; `steps` is the range of its steps.
#[must_use]
pub fn row_fates(amount: &Amount, steps: &[Step], range: &Range<usize>) -> Vec<RowFate> {
    found(amount, steps, range).into_iter().map(|row| row.fate).collect()
}

/// What became of each row, with the filter that was put to it where one was.
#[must_use]
pub fn row_reasons<'a>(library: &Library, amount: &'a Amount, steps: &[Step], range: &Range<usize>) -> Vec<(RowFate, Option<Reason<'a>>)> {
    let told = |row: Row<'a, '_>| (row.fate, row.filter.and_then(|(filter, at)| reason(library, filter, at, Some(row.fate.list))));
    found(amount, steps, range).into_iter().map(told).collect()
}

/// A row with the filter that was put to it, and where its steps begin.
struct Row<'a, 'b> {
    fate: RowFate,
    filter: Option<(&'a Condition, At<'b>)>,
}

fn found<'a, 'b>(amount: &'a Amount, steps: &'b [Step], range: &Range<usize>) -> Vec<Row<'a, 'b>> {
    let mut rows = Vec::new();
    walk(amount, At::start(steps, range), &mut rows);
    rows
}

fn walk<'a, 'b>(amount: &'a Amount, at: At<'b>, rows: &mut Vec<Row<'a, 'b>>) {
    match amount {
        Amount::Literal(..) | Amount::Place(_) => {}
        Amount::UpTo(inner, _) => walk(inner, at.first(), rows),
        Amount::AtMost(inner, cap) => {
            walk(inner, at.first(), rows);
            walk(cap, at.first().next(), rows);
        }
        Amount::Sum(parts) | Amount::Product(parts) => {
            let mut at = at.first();
            for part in parts {
                walk(part, at, rows);
                at = at.next();
            }
        }
        Amount::Total(total) => of_total(total, at, rows),
    }
}

fn of_total<'a, 'b>(total: &'a Total, at: At<'b>, rows: &mut Vec<Row<'a, 'b>>) {
    let end = at.next().place;
    let mut at = at.first();
    while at.place < end {
        if let Some(Finding::Row { row, fate }) = at.step().map(|step| step.finding) {
            let asked = !matches!(fate, Fate::UsedElsewhere | Fate::OutsideWindow | Fate::AfterAsOf);
            let filter = total.filter.as_ref().filter(|_| asked).map(|filter| (filter, at.first()));
            rows.push(Row { fate: RowFate { list: total.list, row, fate }, filter });
        }
        at = at.next();
    }
}
