//! Ranges of exact decimals, possibly without an upper end. Only a difference may be below zero.

use rust_decimal::Decimal;

/// All values from `low` to `high`, both included; `high` absent means no upper end, [`Interval::NO_LOW`] no low end.
///
/// Arithmetic is exact. At the bounds enforced where answers enter nothing overflows (the policy
/// compiler proves it); beyond them the low end stays and the upper end is given up, which stays true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The low end.
    pub low: Decimal,
    /// The upper end, if there is one.
    pub high: Option<Decimal>,
}

impl Interval {
    /// Exactly zero.
    pub const ZERO: Self = Self { low: Decimal::ZERO, high: Some(Decimal::ZERO) };
    /// The low end of a difference that may be as far below zero as can be.
    pub const NO_LOW: Decimal = Decimal::MIN;
    /// Nothing known: zero or more.
    pub const ANY: Self = Self { low: Decimal::ZERO, high: None };

    /// Exactly `value`.
    #[must_use]
    pub fn point(value: Decimal) -> Self {
        Self { low: value, high: Some(value) }
    }

    /// The one value, if there is only one.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        self.high.filter(|high| *high == self.low)
    }

    /// Whether it may be below zero.
    #[must_use]
    pub fn is_below_zero(self) -> bool {
        self.low.is_sign_negative() && !self.low.is_zero()
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.low <= other.low && at_most(other.high, self.high)
    }

    /// The sum of a value of each.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: sum_of_lows(self.low, other.low), high: self.high.zip(other.high).and_then(|(a, b)| sum(a, b)) }
    }

    /// A value of this less a value of the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            low: other.high.map_or(Self::NO_LOW, |high| sum_of_lows(self.low, -high)),
            high: self.high.filter(|_| other.low != Self::NO_LOW).and_then(|high| sum(high, -other.low)),
        }
    }

    /// The product of a value of each; where both may be below zero, anything.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        match (self.is_below_zero(), other.is_below_zero()) {
            (false, false) => {}
            (true, false) => return self.scaled(other),
            (false, true) => return other.scaled(self),
            (true, true) => return Self { low: Self::NO_LOW, high: None },
        }
        let is_nothing = |high: Option<Decimal>| high.is_some_and(|high| high.is_zero());
        let high = if is_nothing(self.high) || is_nothing(other.high) {
            Some(Decimal::ZERO)
        } else {
            self.high.zip(other.high).and_then(|(a, b)| product(a, b))
        };
        Self { low: product(self.low, other.low).unwrap_or(Decimal::ZERO), high }
    }

    /// The product with a factor that is not below zero.
    fn scaled(self, factor: Self) -> Self {
        let low = match factor.high {
            Some(most) if most.is_zero() => Some(Decimal::ZERO),
            most => most.filter(|_| self.low != Self::NO_LOW).and_then(|most| product(self.low, most)),
        };
        let high = match self.high {
            Some(high) if high <= Decimal::ZERO => product(high, factor.low),
            Some(high) => factor.high.and_then(|most| product(high, most)),
            None => (factor.high == Some(Decimal::ZERO)).then_some(Decimal::ZERO),
        };
        Self { low: low.unwrap_or(Self::NO_LOW), high }
    }

    /// The smaller of a value of each.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (one, none) => one.or(none),
        };
        Self { low: self.low.min(other.low), high }
    }

    /// The larger of a value of each.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.zip(other.high).map(|(a, b)| a.max(b)) }
    }

    /// Everything in either, and between.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.zip(other.high).map(|(a, b)| a.max(b)) }
    }

    /// The same upper end, from zero.
    #[must_use]
    pub fn from_zero(self) -> Self {
        Self { low: Decimal::ZERO, high: self.high }
    }
}

/// The sum, unless it overflows. The library's own is inlined wherever it is called, and the page must be small.
#[inline(never)]
pub(crate) fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b)
}

/// The product, unless it overflows.
#[inline(never)]
fn product(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

/// What has no low end keeps none.
fn sum_of_lows(a: Decimal, b: Decimal) -> Decimal {
    let has_none = |low: Decimal| low.is_sign_negative() && low == Interval::NO_LOW;
    if has_none(a) || has_none(b) {
        return Interval::NO_LOW;
    }
    sum(a, b).unwrap_or(if a < Decimal::ZERO { Interval::NO_LOW } else { a })
}

/// Whether upper end `a` is not above upper end `b`.
fn at_most(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    match (a, b) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(a), Some(b)) => a <= b,
    }
}

#[cfg(test)]
mod tests;
