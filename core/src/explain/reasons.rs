//! Why a condition holds or not: the condition with what was found at each part.

use core::ops::Range;

use super::{At, unit};
use crate::expression::{Amount, Condition, CountryListId, Place, Sign};
use crate::fact::ListId;
use crate::interval::Interval;
use crate::library::Library;
use crate::quantity::Unit;
use crate::trace::{Finding, Step};
use crate::verdict::Verdict;

/// A part of a condition with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// Whether the part holds.
    pub verdict: Verdict,
    /// What it tests.
    pub test: Test<'a>,
}

/// What a part of a condition tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test<'a> {
    /// Every part.
    All(Vec<Reason<'a>>),
    /// At least one part.
    Any(Vec<Reason<'a>>),
    /// Not the part.
    Not(Box<Reason<'a>>),
    /// A yes/no answer.
    Holds(Place),
    /// Two amounts; with what each came to and their unit.
    Compare {
        /// The left side of the rule.
        left: &'a Amount,
        /// What it came to.
        known: Interval,
        /// How they compare.
        sign: Sign,
        /// What the right side came to.
        bound: Interval,
        /// The unit of both.
        unit: Unit,
    },
    /// A choice among options, as bits.
    OneOf(Place, u64),
    /// A recognition by the authority.
    Recognised(Place),
    /// A line that is reached and was not reached before; with what each amount came to and their unit.
    FirstReaches {
        /// What reaches it, in the rule.
        value: &'a Amount,
        /// What that came to.
        known: Interval,
        /// What the line came to.
        threshold: Interval,
        /// What there was before, in the rule.
        before: &'a Amount,
        /// What that came to.
        known_before: Interval,
        /// The unit of all.
        unit: Unit,
    },
    /// A country in a dated list.
    Listed {
        /// The country.
        country: Place,
        /// The list.
        list: CountryListId,
        /// The day.
        on: Place,
    },
}

/// The reasons for a measure's condition; `steps` is the range of its steps, such as [`crate::measure::Finding::when_steps`].
#[must_use]
pub fn reasons<'a>(library: &Library, condition: &'a Condition, steps: &[Step], range: &Range<usize>) -> Option<Reason<'a>> {
    reason(library, condition, At::start(steps, range), None)
}

pub(super) fn reason<'a>(library: &Library, condition: &'a Condition, at: At<'_>, at_hand: Option<ListId>) -> Option<Reason<'a>> {
    let Finding::Verdict(verdict) = at.step()?.finding else { return None };
    let test = match condition {
        Condition::All(parts) => Test::All(each(library, parts, at, at_hand)),
        Condition::Any(parts) => Test::Any(each(library, parts, at, at_hand)),
        Condition::Not(part) => Test::Not(Box::new(reason(library, part, at.first(), at_hand)?)),
        Condition::Holds(place) => Test::Holds(*place),
        Condition::Compare(comparison) => Test::Compare {
            left: &comparison.left,
            known: at.first().value()?.most,
            sign: comparison.sign,
            bound: at.first().next().value()?.most,
            unit: unit(library, &comparison.left, at_hand),
        },
        Condition::OneOf(place, options) => Test::OneOf(*place, *options),
        Condition::Recognised(place) => Test::Recognised(*place),
        Condition::FirstReaches(first) => Test::FirstReaches {
            value: &first.value,
            known: at.first().value()?.most,
            threshold: at.first().next().value()?.most,
            before: &first.before,
            known_before: at.first().next().next().value()?.most,
            unit: unit(library, &first.value, at_hand),
        },
        Condition::Listed(listed) => Test::Listed { country: listed.country, list: listed.list, on: listed.on },
    };
    Some(Reason { verdict, test })
}

fn each<'a>(library: &Library, parts: &'a [Condition], at: At<'_>, at_hand: Option<ListId>) -> Vec<Reason<'a>> {
    let mut at = at.first();
    let mut reasons = Vec::new();
    for part in parts {
        reasons.extend(reason(library, part, at, at_hand));
        at = at.next();
    }
    reasons
}
