use rust_decimal::Decimal;

use super::dollars;
use crate::expression::Sign;
use crate::interval::Interval;
use crate::quantity::{Unit, parse};

fn yuan(text: &str) -> Decimal {
    parse(text, Unit::Yuan).unwrap()
}

fn range(low: &str, high: &str) -> Interval {
    Interval { low: yuan(low), high: Some(yuan(high)) }
}

/// 240万元 ÷ 7.25 = 331034.4827…, ÷ 6.8 = 352941.1764…
#[test]
fn a_sum_of_renminbi_is_a_range_of_dollars() {
    assert_eq!(dollars(Interval::point(yuan("240万")), range("6.8", "7.25")), Some(range("331034.48", "352941.18")));
}

/// 80 ÷ 8 = 10; 120 ÷ 7 = 17.1428…
#[test]
fn a_range_of_renminbi_by_a_range_of_rates() {
    assert_eq!(dollars(range("80", "120"), range("7", "8")), Some(range("10", "17.15")));
}

#[test]
fn a_single_rate_gives_a_single_sum_only_where_it_divides_to_the_cent() {
    assert_eq!(dollars(Interval::point(yuan("725万")), Interval::point(yuan("7.25"))), Some(range("100万", "100万")));
    assert_eq!(dollars(Interval::point(yuan("100")), Interval::point(yuan("7"))), Some(range("14.28", "14.29")));
}

#[test]
fn nothing_stays_nothing() {
    assert_eq!(dollars(Interval::ZERO, range("6.8", "7.25")), Some(Interval::ZERO));
}

#[test]
fn what_has_no_upper_end_keeps_none() {
    let above = Interval { low: yuan("80"), high: None };
    assert_eq!(dollars(above, range("7", "8")), Some(Interval { low: yuan("10"), high: None }));
    let dear = Interval { low: yuan("8"), high: None };
    assert_eq!(dollars(Interval::point(yuan("80")), dear), Some(range("0", "10")));
}

#[test]
fn a_rate_of_nothing_and_a_sum_no_answer_may_hold_give_nothing() {
    assert_eq!(dollars(Interval::point(yuan("100")), range("0", "7")), None);
    assert_eq!(dollars(Interval { low: yuan("100"), high: None }, range("0", "7")), None);
    assert_eq!(dollars(Interval::point(yuan("10万亿")), range("0.5", "7")), None);
}

/// A range lies across a line where some of it meets the comparison and some does not.
#[test]
fn a_range_lies_across_a_line_or_not() {
    let open = |sign, low: i64, high: Option<i64>| {
        super::is_open(Interval { low: low.into(), high: high.map(Decimal::from) }, sign, Decimal::from(5))
    };
    for low in 3..=7 {
        for high in (low..=7).map(Some).chain([None]) {
            let values: Vec<i64> = (low..=high.unwrap_or(9)).collect();
            for (sign, holds) in [
                (Sign::AtLeast, (|value| value >= 5) as fn(i64) -> bool),
                (Sign::MoreThan, |value| value > 5),
                (Sign::AtMost, |value| value <= 5),
                (Sign::LessThan, |value| value < 5),
                (Sign::Equal, |value| value == 5),
            ] {
                let both = values.iter().any(|value| holds(*value)) && values.iter().any(|value| !holds(*value));
                assert_eq!(open(sign, low, high), both, "{low} to {high:?} {} 5", sign.symbol());
            }
        }
    }
}
