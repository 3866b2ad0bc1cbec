//! Every operation against the values that the intervals hold, worked out one by one.

use rust_decimal::Decimal;

use super::Interval;

/// Farther than any sum or product of the ends that are tried: what reaches it has no end.
const FAR: i64 = 1_000;

/// Intervals with ends from -2 to 2, or none.
fn all() -> Vec<Interval> {
    let lows = (-2..=2).map(Decimal::from).chain([Interval::NO_LOW]);
    let highs = (-2..=2).map(|high| Some(Decimal::from(high))).chain([None]);
    lows.flat_map(|low| highs.clone().map(move |high| Interval { low, high }))
        .filter(|one| one.high.is_none_or(|high| one.low <= high))
        .collect()
}

/// Whole numbers in it, as far as they matter.
fn values(interval: Interval) -> Vec<i64> {
    let end = |end: Decimal| i64::try_from(end).unwrap();
    let low = if interval.low == Interval::NO_LOW { -FAR } else { end(interval.low) };
    let high = interval.high.map_or(FAR, end);
    (low..=high).filter(|value| value.abs() <= 3 || value.abs() == FAR).collect()
}

/// The interval of what an operation makes of the values.
fn of(one: Interval, other: Interval, apply: fn(i64, i64) -> i64) -> Interval {
    let mut made: Vec<i64> = values(one).into_iter().flat_map(|a| values(other).into_iter().map(move |b| apply(a, b))).collect();
    made.sort_unstable();
    let (low, high) = (*made.first().unwrap(), *made.last().unwrap());
    Interval { low: if low < -FAR / 2 { Interval::NO_LOW } else { low.into() }, high: (high < FAR / 2).then(|| high.into()) }
}

#[test]
fn operations_hold_what_they_make_of_the_values_and_nothing_else() {
    for one in all() {
        for other in all() {
            assert_eq!(one.plus(other), of(one, other, |a, b| a + b), "{one:?} + {other:?}");
            assert_eq!(one.minus(other), of(one, other, |a, b| a - b), "{one:?} - {other:?}");
            assert_eq!(one.min(other), of(one, other, i64::min), "the smaller of {one:?} and {other:?}");
            assert_eq!(one.max(other), of(one, other, i64::max), "the larger of {one:?} and {other:?}");
            assert_eq!(one.contains(other), values(other).iter().all(|value| values(one).contains(value)), "{other:?} in {one:?}");
            let either = [values(one), values(other)].concat();
            let hull = one.hull(other);
            assert_eq!(values(hull).first(), either.iter().min(), "{one:?} or {other:?}");
            assert_eq!(values(hull).last(), either.iter().max(), "{one:?} or {other:?}");
        }
    }
}

/// Where both may be below zero no rule multiplies, and nothing is said of the product.
#[test]
fn products_hold_what_they_make_of_the_values_and_nothing_else() {
    for one in all() {
        for other in all() {
            if one.is_below_zero() && other.is_below_zero() {
                assert_eq!(one.times(other), Interval { low: Interval::NO_LOW, high: None });
            } else {
                assert_eq!(one.times(other), of(one, other, |a, b| a * b), "{one:?} × {other:?}");
            }
        }
    }
}

/// What is too large for a decimal is no figure: a low end stays at what is sure, an upper end is none.
#[test]
fn what_is_too_large_is_no_figure() {
    let most = Interval::point(Decimal::MAX);
    assert_eq!(most.plus(most), Interval { low: Decimal::MAX, high: None });
    let least = Interval::point(Decimal::MIN + Decimal::ONE);
    assert_eq!(least.plus(least).low, Interval::NO_LOW);
    assert_eq!(most.times(Interval::point(Decimal::TEN)), Interval { low: Decimal::ZERO, high: None });
}
