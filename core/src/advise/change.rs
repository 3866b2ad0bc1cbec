//! One thing done otherwise, and several together.

use rust_decimal::Decimal;

use super::MAX_CHANGES;
use crate::answers::{Answer, Answers};
use crate::fact::{ColumnId, FactId};
use crate::interval::Interval;
use crate::order::insert_by;

/// What is done otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A fact of the applicant.
    Fact(FactId),
    /// A column of a row of a list.
    Cell(FactId, u16, ColumnId),
}

/// One thing done otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub target: Target,
    /// What it would have to be.
    pub to: Answer,
}

/// Sets of changes, each of which is enough.
pub(super) type Ways = Vec<Vec<Change>>;

/// So many sets are followed up.
const FOLLOWED: usize = 64;

impl Target {
    /// What is known of it.
    #[must_use]
    pub fn known(self, answers: &Answers) -> Option<&Answer> {
        match self {
            Self::Fact(fact) => answers.get(fact),
            Self::Cell(list, row, column) => answers.rows(list).0.get(usize::from(row))?.get(column),
        }
    }
}

/// The answers once the changes are made.
pub(super) fn changed(answers: &Answers, changes: &[Change]) -> Answers {
    let mut answers = answers.clone();
    for Change { target, to } in changes {
        match *target {
            Target::Fact(fact) => answers.set(fact, Some(to.clone())),
            Target::Cell(list, row, column) => {
                if let Some(Answer::List(mut rows)) = answers.get(list).cloned() {
                    if let Some(row) = rows.rows.get_mut(usize::from(row)) {
                        row.set(column, Some(to.clone()));
                    }
                    answers.set(list, Some(Answer::List(rows)));
                }
            }
        }
    }
    answers
}

/// A set of the one together with a set of the other, the small ones first.
pub(super) fn both(answers: &Answers, some: &Ways, others: &Ways) -> Ways {
    let mut ways = Vec::new();
    for one in some {
        for other in others {
            if let Some(merged) = merged(answers, one, other) {
                add(&mut ways, merged);
            }
        }
    }
    ways
}

/// Adds a set unless it is there already, the small ones first.
pub(super) fn add(ways: &mut Ways, changes: Vec<Change>) {
    if !ways.contains(&changes) {
        insert_by(ways, changes, |one, other| one.len() < other.len());
        ways.truncate(FOLLOWED);
    }
}

/// All changes of both; of two on one quantity the one that goes further.
fn merged(answers: &Answers, one: &[Change], other: &[Change]) -> Option<Vec<Change>> {
    let mut all = one.to_vec();
    for change in other {
        match all.iter_mut().find(|before| before.target == change.target) {
            None => insert_by(&mut all, change.clone(), |one, other| one.target < other.target),
            Some(before) if before.to == change.to => {}
            Some(before) => {
                let (first, then) = (distance(answers, before)?, distance(answers, change)?);
                if first.is_sign_negative() != then.is_sign_negative() {
                    return None;
                }
                if then.abs() > first.abs() {
                    *before = change.clone();
                }
            }
        }
    }
    (all.len() <= MAX_CHANGES).then_some(all)
}

/// Adds a set that is enough, unless one there changes the same things less; and drops those that it betters.
pub(super) fn keep_least(answers: &Answers, ways: &mut Ways, changes: Vec<Change>) {
    if ways.iter().any(|other| no_further(answers, other, &changes)) {
        return;
    }
    ways.retain(|other| !no_further(answers, &changes, other));
    ways.push(changes);
}

/// Whether both change the same things, and the one nothing more than the other.
fn no_further(answers: &Answers, one: &[Change], other: &[Change]) -> bool {
    let near = |(one, other): (&Change, &Change)| {
        let lengths = distance(answers, one).zip(distance(answers, other));
        one.target == other.target && (one.to == other.to || lengths.is_some_and(|(one, other)| one.abs() <= other.abs()))
    };
    one.len() == other.len() && one.iter().zip(other).all(near)
}

/// How far a quantity is moved, below zero for downwards.
fn distance(answers: &Answers, change: &Change) -> Option<Decimal> {
    match (change.target.known(answers), &change.to) {
        (Some(Answer::Quantity(from)), Answer::Quantity(Interval { low: to, .. })) => to.checked_sub(from.low),
        _ => None,
    }
}
