//! What a sum of renminbi may be in dollars, and whether that range lies across a line of the rules.
//!
//! There is no one rate for a year of trade: renminbi give a range of dollars, never a single figure.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::expression::{Amount, Condition, Place, Sign, Total};
use crate::fact::ListId;
use crate::interval::Interval;
use crate::library::{Document, Pays};
use crate::quantity::Unit;

/// All dollars that so many yuan may be at a rate of so many yuan for a dollar, rounded outwards to the cent.
/// Nothing where the rate may be zero, or where it comes to more than an answer may be.
#[must_use]
pub fn dollars(yuan: Interval, rate: Interval) -> Option<Interval> {
    let low = match rate.high {
        Some(dearest) => quotient(yuan.low, dearest, RoundingStrategy::ToZero)?,
        None => Decimal::ZERO,
    };
    let high = match yuan.high {
        Some(most) => Some(quotient(most, rate.low, RoundingStrategy::AwayFromZero)?),
        None => None,
    };
    (rate.low > Decimal::ZERO && low >= Decimal::ZERO).then_some(Interval { low, high })
}

/// At the bounds of answers both are known to so few digits that no quotient is nearer to a cent than it is computed.
fn quotient(yuan: Decimal, rate: Decimal, rounding: RoundingStrategy) -> Option<Decimal> {
    let exact = yuan.checked_div(rate)?;
    let cents = exact.round_dp_with_strategy(2, rounding).normalize();
    (cents <= Unit::Dollar.bound()).then_some(cents)
}

/// The numbers a document compares the answer with that lie inside the range, so that the comparison is open: the smallest first.
/// The answer is that to a fact, or with a list that in a column of its rows.
#[must_use]
pub fn lines_across(document: &Document, place: Place, list: Option<ListId>, range: Interval) -> Vec<Decimal> {
    let mut search = Search { wanted: (place, list), range, found: Vec::new() };
    for measure in &document.measures {
        let readings = measure.readings.iter();
        let conditions = measure.when.iter().chain(readings.clone().filter_map(|reading| reading.when.as_ref()));
        conditions.for_each(|condition| search.condition(condition, None));
        if let Pays::Amount(amount, _) = &measure.pays {
            search.amount(amount, None);
        }
        readings.filter_map(|reading| reading.pays.as_ref()).for_each(|amount| search.amount(amount, None));
    }
    document.combines.iter().filter_map(|combine| combine.when.as_ref()).for_each(|condition| search.condition(condition, None));
    search.found.sort_unstable();
    search.found.dedup();
    search.found
}

/// A walk through the rules of a document.
struct Search {
    wanted: (Place, Option<ListId>),
    range: Interval,
    found: Vec<Decimal>,
}

impl Search {
    fn condition(&mut self, condition: &Condition, at_hand: Option<ListId>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part, at_hand)),
            Condition::Not(part) => self.condition(part, at_hand),
            Condition::Compare(compare) => self.comparison(&compare.left, compare.sign, &compare.right, at_hand),
            Condition::FirstReaches(first) => {
                self.comparison(&first.value, Sign::AtLeast, &first.threshold, at_hand);
                self.comparison(&first.before, Sign::LessThan, &first.threshold, at_hand);
            }
            Condition::Holds(_) | Condition::OneOf(..) | Condition::Recognised(_) | Condition::Listed(_) => {}
        }
    }

    fn amount(&mut self, amount: &Amount, at_hand: Option<ListId>) {
        match amount {
            Amount::Literal(..) | Amount::Place(_) => {}
            Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| self.amount(part, at_hand)),
            Amount::AtMost(one, other) | Amount::Minus(one, other) | Amount::BetterOf(one, other) => {
                self.amount(one, at_hand);
                self.amount(other, at_hand);
            }
            Amount::UpTo(inner, _) => self.amount(inner, at_hand),
            Amount::Total(total) => self.total(total, at_hand),
        }
    }

    fn total(&mut self, total: &Total, outer: Option<ListId>) {
        let list = total.list.list(outer);
        if let Some(filter) = &total.filter {
            self.condition(filter, list);
        }
        self.amount(&total.each, list);
    }

    fn comparison(&mut self, left: &Amount, sign: Sign, right: &Amount, at_hand: Option<ListId>) {
        self.compared(left, sign, right, at_hand);
        self.compared(right, mirrored(sign), left, at_hand);
        self.amount(left, at_hand);
        self.amount(right, at_hand);
    }

    fn compared(&mut self, side: &Amount, sign: Sign, other: &Amount, at_hand: Option<ListId>) {
        let (Amount::Place(place), Amount::Literal(line, _)) = (side, other) else { return };
        let at_hand = at_hand.filter(|_| matches!(place, Place::Column(_)));
        if (*place, at_hand) == self.wanted && is_open(self.range, sign, *line) {
            self.found.push(*line);
        }
    }
}

/// The same comparison with its sides exchanged.
fn mirrored(sign: Sign) -> Sign {
    match sign {
        Sign::AtLeast => Sign::AtMost,
        Sign::MoreThan => Sign::LessThan,
        Sign::AtMost => Sign::AtLeast,
        Sign::LessThan => Sign::MoreThan,
        Sign::Equal => Sign::Equal,
    }
}

/// Whether some values of the range meet the comparison and others do not.
fn is_open(range: Interval, sign: Sign, line: Decimal) -> bool {
    let reaches = range.high.is_none_or(|high| high >= line);
    let exceeds = range.high.is_none_or(|high| high > line);
    match sign {
        Sign::AtLeast | Sign::LessThan => range.low < line && reaches,
        Sign::MoreThan | Sign::AtMost => range.low <= line && exceeds,
        Sign::Equal => range.low <= line && reaches && range.value().is_none(),
    }
}

#[cfg(test)]
mod tests;
