//! A choice that a reference table gives where it is not answered directly.

use super::Scope;
use super::condition::bit;
use crate::answers::Answer;
use crate::expression::Place;
use crate::fact::{Choice, FactId, SizeTable, Tier};
use crate::verdict::{Causes, FactSet, Verdict};

/// The options still possible, as bits, and what to ask to know more: the fact itself while it is
/// unanswered, else the facts of its table.
pub(crate) fn possible_options(scope: &Scope<'_>, choice: &Choice, fact: FactId, known: Option<&Answer>) -> (u64, Causes) {
    let every = choice.options.iter().enumerate().fold(0, |bits, (i, _)| bits | bit(u8::try_from(i).unwrap_or(u8::MAX)));
    let Some(table) = &choice.derived else {
        return (every, Causes::fact(fact));
    };
    let (possible, missing) = from_table(scope, table);
    let facts = if known.is_none() { FactSet::of(fact) } else { missing };
    (possible & every, facts.into())
}

fn from_table(scope: &Scope<'_>, table: &SizeTable) -> (u64, FactSet) {
    if let Some(Answer::Choice(industry)) = scope.answers.get(table.industry) {
        let row = table.rows.get(usize::from(*industry));
        return row.map_or((u64::MAX, FactSet::of(table.industry)), |tiers| from_row(scope, tiers, table.below));
    }
    let possible = table.rows.iter().fold(0, |bits, tiers| bits | from_row(scope, tiers, table.below).0);
    (possible, FactSet::of(table.industry))
}

/// From the largest tier down: a tier that may be reached is possible; one that is reached ends the search.
fn from_row(scope: &Scope<'_>, tiers: &[Tier], below: u8) -> (u64, FactSet) {
    let mut possible = 0;
    let mut missing = FactSet::default();
    for tier in tiers {
        let (reached, unknown) = reaches(scope, tier);
        missing = missing.union(unknown);
        if reached != Verdict::No {
            possible |= bit(tier.option);
        }
        if reached == Verdict::Yes {
            return (possible, missing);
        }
    }
    (possible | bit(below), missing)
}

fn reaches(scope: &Scope<'_>, tier: &Tier) -> (Verdict, FactSet) {
    let mut missing = FactSet::default();
    for (fact, limit) in &tier.limits {
        let known = scope.quantity(Place::Fact(*fact), None);
        if known.high.is_some_and(|high| high < *limit) {
            return (Verdict::No, FactSet::default());
        }
        if known.low < *limit {
            missing = missing.union(FactSet::of(*fact));
        }
    }
    (if missing.is_empty() { Verdict::Yes } else { Verdict::Unknown }, missing)
}
