//! Condition × answers → verdict.

use super::amount::priced;
use super::{AtRow, Priced, Scope, cause, derived, listed};
use crate::answers::{Answer, Recognition};
use crate::expression::{Comparison, Condition, FirstReaches, Place, Sign};
use crate::interval::Interval;
use crate::trace::{Finding, Trace};
use crate::verdict::{Causes, Judged, Verdict};

/// Whether the condition holds, with its steps.
pub fn condition(scope: Scope<'_>, condition: &Condition, row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    judged(&scope, condition, row, trace)
}

pub(super) fn judged(scope: &Scope<'_>, condition: &Condition, row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    let place = trace.open();
    let judged = match condition {
        Condition::All(parts) => all(scope, parts, row, trace),
        Condition::Any(parts) => any(scope, parts, row, trace),
        Condition::Not(part) => self::judged(scope, part, row, trace).negated(),
        Condition::Holds(at) => holds(scope, *at, row),
        Condition::Compare(comparison) => compare(scope, comparison, row, trace),
        Condition::OneOf(at, options) => one_of(scope, *at, *options, row),
        Condition::Recognised(at) => recognised(scope, *at, row),
        Condition::FirstReaches(first) => first_reaches(scope, first, row, trace),
        Condition::Listed(one) => listed::listed(scope, one, row),
    };
    let judged = if judged.verdict == Verdict::Unknown {
        trace.note_unknown();
        scope.assumption(condition, row).map_or(judged, Judged::settled)
    } else {
        judged
    };
    trace.close(place, Finding::Verdict(judged.verdict));
    judged
}

fn all(scope: &Scope<'_>, parts: &[Condition], row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    parts.iter().fold(Judged::settled(true), |so_far, part| so_far.and(judged(scope, part, row, trace)))
}

/// `a or b` is `not (not a and not b)`.
fn any(scope: &Scope<'_>, parts: &[Condition], row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    let none = parts.iter().fold(Judged::settled(true), |so_far, part| so_far.and(judged(scope, part, row, trace).negated()));
    none.negated()
}

fn holds(scope: &Scope<'_>, place: Place, row: Option<AtRow<'_>>) -> Judged {
    match scope.answer(place, row) {
        Some(Answer::YesNo(yes)) => Judged::settled(*yes),
        _ => Judged::unknown(cause(place, row)),
    }
}

fn compare(scope: &Scope<'_>, comparison: &Comparison, row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    let left = priced(scope, &comparison.left, row, trace);
    let right = priced(scope, &comparison.right, row, trace);
    related(&left, comparison.sign, &right)
}

/// What is reached now was not reached before.
fn first_reaches(scope: &Scope<'_>, first: &FirstReaches, row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    let [value, threshold, before] = [&first.value, &first.threshold, &first.before].map(|part| priced(scope, part, row, trace));
    related(&before, Sign::LessThan, &threshold).and(related(&value, Sign::AtLeast, &threshold))
}

fn related(left: &Priced, sign: Sign, right: &Priced) -> Judged {
    match relation(left.value.most, sign, right.value.most) {
        Some(known) => Judged::settled(known),
        None => Judged::unknown(left.causes.union(right.causes)),
    }
}

/// Whether the comparison holds for every value of the two ranges, for none, or for some.
pub(crate) fn relation(left: Interval, sign: Sign, right: Interval) -> Option<bool> {
    let at_least = |a: Interval, b: Interval| b.high.is_some_and(|high| a.low >= high);
    let above = |a: Interval, b: Interval| b.high.is_some_and(|high| a.low > high);
    let settle = |always: bool, never: bool| if always { Some(true) } else { never.then_some(false) };
    match sign {
        Sign::AtLeast => settle(at_least(left, right), above(right, left)),
        Sign::MoreThan => settle(above(left, right), at_least(right, left)),
        Sign::AtMost => settle(at_least(right, left), above(left, right)),
        Sign::LessThan => settle(above(right, left), at_least(left, right)),
        Sign::Equal => {
            let same = left.value().is_some() && left == right;
            settle(same, above(left, right) || above(right, left))
        }
    }
}

fn one_of(scope: &Scope<'_>, place: Place, options: u64, row: Option<AtRow<'_>>) -> Judged {
    match scope.answer(place, row) {
        Some(Answer::Choice(chosen)) => Judged::settled(bit(*chosen) & options != 0),
        Some(Answer::Choices(chosen)) => Judged::settled(chosen & options != 0),
        known => match (place, scope.library.facts_choice(place)) {
            (Place::Fact(fact), Some(choice)) if choice.derived.is_some() => {
                let (possible, causes) = derived::possible_options(scope, choice, fact, known);
                if possible & !options == 0 {
                    Judged::settled(true)
                } else if possible & options == 0 {
                    Judged::settled(false)
                } else {
                    Judged::unknown(causes)
                }
            }
            _ => Judged::unknown(cause(place, row)),
        },
    }
}

fn recognised(scope: &Scope<'_>, place: Place, row: Option<AtRow<'_>>) -> Judged {
    match scope.answer(place, row) {
        Some(Answer::Recognition(Recognition::Granted)) => Judged::settled(true),
        Some(Answer::Recognition(Recognition::Refused)) => Judged::settled(false),
        Some(_) => Judged::unknown(Causes { authority: true, ..Causes::default() }),
        None => Judged::unknown(Causes { authority: true, ..cause(place, row) }),
    }
}

/// The option at that place as a bit.
pub(crate) fn bit(option: u8) -> u64 {
    1_u64.checked_shl(u32::from(option)).unwrap_or(0)
}
