//! Why a condition holds or not: the condition with what was found at each part.

use core::ops::Range;

use super::{At, unit};
use crate::expression::{Amount, Condition, Place, Sign};
use crate::fact::FactId;
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
    Recognised(FactId),
}

/// The reasons for a measure's condition; `steps` is the range of its steps, such as [`crate::measure::Finding::when_steps`].
#[must_use]
pub fn reasons<'a>(library: &Library, condition: &'a Condition, steps: &[Step], range: &Range<usize>) -> Option<Reason<'a>> {
    reason(library, condition, At::start(steps, range), None)
}

pub(super) fn reason<'a>(library: &Library, condition: &'a Condition, at: At<'_>, list: Option<FactId>) -> Option<Reason<'a>> {
    let Finding::Verdict(verdict) = at.step()?.finding else { return None };
    let test = match condition {
        Condition::All(parts) => Test::All(each(library, parts, at, list)),
        Condition::Any(parts) => Test::Any(each(library, parts, at, list)),
        Condition::Not(part) => Test::Not(Box::new(reason(library, part, at.first(), list)?)),
        Condition::Holds(place) => Test::Holds(*place),
        Condition::Compare(comparison) => Test::Compare {
            left: &comparison.left,
            known: at.first().value()?.most,
            sign: comparison.sign,
            bound: at.first().next().value()?.most,
            unit: unit(library, &comparison.left, list),
        },
        Condition::OneOf(place, options) => Test::OneOf(*place, *options),
        Condition::Recognised(fact) => Test::Recognised(*fact),
    };
    Some(Reason { verdict, test })
}

fn each<'a>(library: &Library, parts: &'a [Condition], at: At<'_>, list: Option<FactId>) -> Vec<Reason<'a>> {
    let mut at = at.first();
    let mut reasons = Vec::new();
    for part in parts {
        reasons.extend(reason(library, part, at, list));
        at = at.next();
    }
    reasons
}
