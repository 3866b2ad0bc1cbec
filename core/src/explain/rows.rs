//! What became of each row of a measure's lists.

use core::ops::Range;

use crate::expression::{Amount, Total};
use crate::fact::FactId;
use crate::trace::{Fate, Finding, Step};

use super::At;

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
    let mut fates = Vec::new();
    walk(amount, At { steps, place: range.start }, &mut fates);
    fates
}

fn walk(amount: &Amount, at: At<'_>, fates: &mut Vec<RowFate>) {
    match amount {
        Amount::Literal(..) | Amount::Place(_) => {}
        Amount::UpTo(inner, _) => walk(inner, at.first(), fates),
        Amount::AtMost(inner, cap) => {
            walk(inner, at.first(), fates);
            walk(cap, at.first().next(), fates);
        }
        Amount::Sum(parts) | Amount::Product(parts) => {
            let mut at = at.first();
            for part in parts {
                walk(part, at, fates);
                at = at.next();
            }
        }
        Amount::Total(total) => rows(total, at, fates),
    }
}

fn rows(total: &Total, at: At<'_>, fates: &mut Vec<RowFate>) {
    let end = at.next().place;
    let mut at = at.first();
    while at.place < end {
        if let Some(Finding::Row { row, fate }) = at.step().map(|step| step.finding) {
            fates.push(RowFate { list: total.list, row, fate });
        }
        at = at.next();
    }
}
