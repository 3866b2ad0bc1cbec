//! Condition × answers → verdict.

use super::amount::{Missing, priced};
use super::{AtRow, Scope, cause, derived, listed};
use crate::answers::{Answer, Recognition};
use crate::expression::{Comparison, Condition, FirstReaches, Place, Sign};
use crate::interval::Interval;
use crate::trace::{Finding, Trace};
use crate::verdict::{Causes, Judged, Verdict};

/// Whether the condition holds, with its steps.
pub fn condition(scope: Scope<'_>, condition: &Condition, row: Option<AtRow<'_>>, trace: &mut Trace) -> Judged {
    let mut causes = Causes::default();
    let verdict = judged(&scope, condition, row, &mut causes, trace);
    Judged { verdict, causes }
}

/// Whether the condition holds, with its steps. While it is unknown, what to learn is added to `causes`.
pub(super) fn judged(scope: &Scope<'_>, condition: &Condition, row: Option<AtRow<'_>>, causes: &mut Causes, trace: &mut Trace) -> Verdict {
    let place = trace.open();
    let assumed = scope.assumption(condition, row);
    let causes = if assumed.is_some() { &mut Causes::default() } else { causes };
    let mut verdict = match condition {
        Condition::All(parts) => decided(scope, parts, Verdict::No, row, causes, trace),
        Condition::Any(parts) => decided(scope, parts, Verdict::Yes, row, causes, trace),
        Condition::Not(part) => judged(scope, part, row, causes, trace).negated(),
        Condition::Holds(at) => holds(scope, *at, row, causes),
        Condition::Compare(comparison) => compare(scope, comparison, row, causes, trace),
        Condition::OneOf(at, options) => one_of(scope, *at, *options, row, causes),
        Condition::Recognised(at) => recognised(scope, *at, row, causes),
        Condition::FirstReaches(first) => first_reaches(scope, first, row, causes, trace),
        Condition::Listed(one) => listed::listed(scope, one, row, causes),
    };
    if verdict == Verdict::Unknown {
        trace.note_unknown();
        verdict = assumed.map_or(verdict, Verdict::from);
    }
    trace.close(place, Finding::Verdict(verdict));
    verdict
}

/// `all` is decided by a part that does not hold, `any` by one that does.
fn decided(
    scope: &Scope<'_>,
    parts: &[Condition],
    decisive: Verdict,
    row: Option<AtRow<'_>>,
    causes: &mut Causes,
    trace: &mut Trace,
) -> Verdict {
    let harmless = decisive.negated();
    let (mut verdict, mut open) = (harmless, Causes::default());
    for part in parts {
        let one = judged(scope, part, row, &mut open, trace);
        if verdict != decisive && one != harmless {
            verdict = one;
        }
    }
    if verdict == Verdict::Unknown {
        causes.add(&open);
    }
    verdict
}

fn holds(scope: &Scope<'_>, place: Place, row: Option<AtRow<'_>>, causes: &mut Causes) -> Verdict {
    match scope.answer(place, row) {
        Some(Answer::YesNo(yes)) => Verdict::from(*yes),
        _ => causes.unknown(&cause(place, row)),
    }
}

fn compare(scope: &Scope<'_>, comparison: &Comparison, row: Option<AtRow<'_>>, causes: &mut Causes, trace: &mut Trace) -> Verdict {
    let mut missing = Missing::default();
    let left = priced(scope, &comparison.left, row, &mut missing, trace);
    let right = priced(scope, &comparison.right, row, &mut missing, trace);
    match relation(left.value.most, comparison.sign, right.value.most) {
        Some(known) => Verdict::from(known),
        None => causes.unknown(&missing.causes),
    }
}

/// What is reached now was not reached before.
fn first_reaches(scope: &Scope<'_>, first: &FirstReaches, row: Option<AtRow<'_>>, causes: &mut Causes, trace: &mut Trace) -> Verdict {
    let [mut of_value, mut of_threshold, mut of_before] = [Missing::default(); 3];
    let value = priced(scope, &first.value, row, &mut of_value, trace);
    let threshold = priced(scope, &first.threshold, row, &mut of_threshold, trace);
    let before = priced(scope, &first.before, row, &mut of_before, trace);
    let was_below = relation(before.value.most, Sign::LessThan, threshold.value.most);
    let reaches = relation(value.value.most, Sign::AtLeast, threshold.value.most);
    if was_below == Some(false) || reaches == Some(false) {
        return Verdict::No;
    }
    for (known, of_one) in [(was_below, &of_before), (reaches, &of_value)] {
        if known.is_none() {
            causes.add(&of_one.causes);
            causes.add(&of_threshold.causes);
        }
    }
    if was_below.and(reaches).is_some() { Verdict::Yes } else { Verdict::Unknown }
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

fn one_of(scope: &Scope<'_>, place: Place, options: u64, row: Option<AtRow<'_>>, causes: &mut Causes) -> Verdict {
    match scope.answer(place, row) {
        Some(Answer::Choice(chosen)) => Verdict::from(bit(*chosen) & options != 0),
        Some(Answer::Choices(chosen)) => Verdict::from(chosen & options != 0),
        known => match (place, scope.library.facts_choice(place)) {
            (Place::Fact(fact), Some(choice)) if choice.derived.is_some() => {
                let (possible, missing) = derived::possible_options(scope, choice, fact, known);
                if possible & !options == 0 {
                    Verdict::Yes
                } else if possible & options == 0 {
                    Verdict::No
                } else {
                    causes.unknown(&missing)
                }
            }
            _ => causes.unknown(&cause(place, row)),
        },
    }
}

fn recognised(scope: &Scope<'_>, place: Place, row: Option<AtRow<'_>>, causes: &mut Causes) -> Verdict {
    match scope.answer(place, row) {
        Some(Answer::Recognition(Recognition::Granted)) => return Verdict::Yes,
        Some(Answer::Recognition(Recognition::Refused)) => return Verdict::No,
        Some(_) => {}
        None => causes.add(&cause(place, row)),
    }
    causes.unknown(&Causes::AUTHORITY)
}

/// The option at that place as a bit.
pub(crate) fn bit(option: u8) -> u64 {
    1_u64.checked_shl(u32::from(option)).unwrap_or(0)
}
