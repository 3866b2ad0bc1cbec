//! What is told of a combine once it is known how it comes out.

use super::{Combined, Contribution, Dropped};
use crate::evaluate::{Given, Scope, amount};
use crate::fact::FactId;
use crate::interval::Interval;
use crate::library::{CombineRule, Document, Measure};
use crate::measure::{Finding, measure};
use crate::trace::Trace;
use crate::verdict::{Causes, Verdict};

/// With the steps of its cap, what was dropped, or what the choice depends on. An open choice is not told.
pub(super) fn explained(scope: Scope<'_>, document: &Document, findings: &[Finding], mut one: Combined, trace: &mut Trace) -> Combined {
    let Some(combine) = document.combines.get(usize::from(one.combine)) else { return one };
    if let (Some(cap), CombineRule::AtMost(at)) = (&mut one.cap, &combine.rule) {
        let start = trace.len();
        amount(scope, at, None, trace);
        cap.steps = start..trace.len();
    }
    one.causes = one.causes.union(one.applies.causes);
    if one.applies.verdict != Verdict::Yes || !one.decided {
        (one.decided, one.tied) = (false, false);
        one.rows.clear();
        let of_measure = |place: &u16| findings.get(usize::from(*place)).map_or(Causes::default(), |found| found.causes);
        one.causes = one.shares.iter().fold(one.causes, |causes, (place, _)| causes.union(of_measure(place)));
        return one;
    }
    let rules = document.measures.iter().zip(findings);
    for (place, (rule, finding)) in (0_u16..).zip(rules).filter(|(place, _)| combine.among.contains(place)) {
        let Some(alone) = Contribution::of(scope, rule, finding) else { continue };
        match combine.rule {
            CombineRule::Highest => {
                let winner = one.shares.first().map_or(place, |(winner, _)| *winner);
                one.drop(Dropped { measure: place, row: None, gives: alone.offered, winner });
            }
            CombineRule::Once(list) => {
                for (row, winner, gives) in lost(scope, (rule, place), list, &one.rows) {
                    one.drop(Dropped { measure: place, row: Some(row), gives, winner });
                }
            }
            CombineRule::AtMost(_) | CombineRule::NamedIn(..) => {}
        }
    }
    one
}

/// The rows that others use, who does, and how much more the measure would give with each of them.
fn lost(scope: Scope<'_>, (rule, place): (&Measure, u16), list: FactId, rows: &[u16]) -> Vec<(u16, u16, Interval)> {
    let most = |users: &[u16]| {
        let found = measure(Scope { used_elsewhere: &[Given { list, users, to: place }], ..scope }, rule, &mut Trace::aside());
        found.estimate.map_or(Interval::ZERO, |estimate| estimate.most)
    };
    let without = most(rows);
    let with = |row: usize| {
        let mut users = rows.to_vec();
        users.get_mut(row).into_iter().for_each(|user| *user = place);
        Interval::ZERO.max(most(&users).minus(without))
    };
    let others = (0_u16..).zip(rows).filter(|(_, user)| **user != place);
    others.map(|(row, user)| (row, *user, with(usize::from(row)))).collect()
}

impl Combined {
    /// What wins is not dropped, and what gives nothing is no loss.
    fn drop(&mut self, one: Dropped) {
        if one.winner != one.measure && one.gives != Interval::ZERO {
            self.dropped.push(one);
        }
    }
}
