//! How far what is known is from each line of a condition, on either side.

use rust_decimal::Decimal;

use crate::explain::{Reason, Test};
use crate::expression::{Amount, Sign};
use crate::interval::Interval;
use crate::quantity::Unit;
use crate::verdict::Verdict;

/// How far what is known is from a line that is met or not met for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin<'a> {
    /// What is compared, in the rule.
    pub what: &'a Amount,
    /// What it comes to.
    pub known: Interval,
    /// How it has to compare.
    pub sign: Sign,
    /// The line.
    pub line: Interval,
    /// The unit of all.
    pub unit: Unit,
    /// Whether it is met.
    pub met: bool,
    /// How far what is known is at least from the line.
    pub by: Decimal,
    /// Whether the whole condition would not hold if this line alone, which is met, were not.
    pub decisive: bool,
}

/// The margins of a condition, in the order of the rule.
#[must_use]
pub fn margins<'a>(reason: &Reason<'a>) -> Vec<Margin<'a>> {
    let mut margins = Vec::new();
    walk(reason, true, reason.verdict != Verdict::No, &mut margins);
    margins
}

/// Inside `not` a part has to fail: `hold` is false.
fn walk<'a>(reason: &Reason<'a>, hold: bool, decisive: bool, margins: &mut Vec<Margin<'a>>) {
    match &reason.test {
        Test::All(parts) | Test::Any(parts) => {
            let each = matches!(reason.test, Test::All(_)) == hold;
            for (place, part) in parts.iter().enumerate() {
                let others = parts.iter().enumerate().filter(|(other, _)| *other != place);
                let alone = each || others.map(|(_, other)| other.verdict).all(|other| other == Verdict::from(!hold));
                walk(part, hold, decisive && alone, margins);
            }
        }
        Test::Not(part) => walk(part, !hold, decisive, margins),
        Test::Compare { left, known, sign, bound, unit } => {
            let sign = if hold { Some(*sign) } else { sign.opposite() };
            margins.extend(sign.and_then(|sign| margin(left, *known, sign, *bound, *unit, decisive)));
        }
        Test::FirstReaches { value, known, threshold, before, known_before, unit } if hold => {
            margins.extend(margin(value, *known, Sign::AtLeast, *threshold, *unit, decisive));
            margins.extend(margin(before, *known_before, Sign::LessThan, *threshold, *unit, decisive));
        }
        _ => {}
    }
}

/// Nothing where it is not known on which side of the line it lies.
fn margin(what: &Amount, known: Interval, sign: Sign, line: Interval, unit: Unit, decisive: bool) -> Option<Margin<'_>> {
    let met = crate::evaluate::relation(known, sign, line)?;
    let (below, above) = match (sign, sign.is_upward() == met) {
        (Sign::Equal, _) => return None,
        (_, true) => (line, known),
        (_, false) => (known, line),
    };
    let by = above.low.checked_sub(below.high?)?;
    Some(Margin { what, known, sign, line, unit, met, by, decisive: decisive && met })
}
