use mingbai_core::Date;
use mingbai_core::interval::Interval;
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use super::{date, grouped, money, money_range, quantity, range};
use crate::text::Lang;

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn between(low: &str, high: &str) -> Interval {
    Interval { low: number(low), high: Some(number(high)) }
}

#[test]
fn money_is_exact_and_short() {
    for (value, zh, en) in [
        ("0", "0元", "RMB 0"),
        ("0.5", "0.50元", "RMB 0.50"),
        ("9999", "9,999元", "RMB 9,999"),
        ("10000", "1万元", "RMB 10,000"),
        ("150000", "15万元", "RMB 150,000"),
        ("191000", "19.1万元", "RMB 191,000"),
        ("999999", "999,999元", "RMB 999,999"),
        ("1234567.89", "1,234,567.89元", "RMB 1,234,567.89"),
        ("120000000", "1.2亿元", "RMB 120,000,000"),
        ("9999999999.9999", "9,999,999,999.9999元", "RMB 9,999,999,999.9999"),
    ] {
        assert_eq!(quantity(number(value), Unit::Yuan, Lang::Zh), zh);
        assert_eq!(quantity(number(value), Unit::Yuan, Lang::En), en);
    }
    assert_eq!(quantity(number("3000000"), Unit::Dollar, Lang::Zh), "300万美元");
    assert_eq!(quantity(number("3000000.01"), Unit::Dollar, Lang::En), "USD 3,000,000.01");
}

#[test]
fn results_are_truncated_never_rounded_up() {
    assert_eq!(money(number("499999.9999"), Lang::Zh), "499,999.99元");
    assert_eq!(money_range(between("0.019", "99999.999"), Lang::Zh), "0.01–99,999.99元");
}

#[test]
fn other_units_keep_their_number_whole() {
    assert_eq!(quantity(number("1500"), Unit::SquareMetre, Lang::Zh), "1,500㎡");
    assert_eq!(quantity(number("10000"), Unit::Person, Lang::Zh), "10,000人");
    assert_eq!(quantity(number("0.3"), Unit::Rate, Lang::Zh), "30%");
    assert_eq!(quantity(number("0.125"), Unit::Rate, Lang::En), "12.5%");
    assert_eq!(quantity(number("1"), Unit::Month, Lang::En), "1 month");
    assert_eq!(quantity(number("3"), Unit::Month, Lang::En), "3 months");
}

#[test]
fn a_range_names_its_unit_once_where_both_ends_have_one_scale() {
    assert_eq!(range(between("91000", "191000"), Unit::Yuan, Lang::Zh), "9.1万–19.1万元");
    assert_eq!(range(between("8000", "12000"), Unit::Yuan, Lang::Zh), "8,000元–1.2万元");
    assert_eq!(range(between("800000", "120000000"), Unit::Yuan, Lang::Zh), "80万–1.2亿元");
    assert_eq!(range(between("0", "50000"), Unit::Yuan, Lang::Zh), "0元–5万元");
    assert_eq!(range(between("91000", "191000"), Unit::Yuan, Lang::En), "RMB 91,000–191,000");
    assert_eq!(range(between("3", "5"), Unit::Day, Lang::Zh), "3–5天");
    assert_eq!(range(between("150000", "150000"), Unit::Yuan, Lang::Zh), "15万元");
    assert_eq!(range(Interval { low: number("50000"), high: None }, Unit::Yuan, Lang::Zh), "5万元以上");
    assert_eq!(range(Interval { low: number("50000"), high: None }, Unit::Yuan, Lang::En), "RMB 50,000 or more");
}

#[test]
fn digits_are_grouped_by_three_and_none_is_lost() {
    for (value, text) in [("0", "0"), ("100", "100"), ("1000", "1,000"), ("123456", "123,456"), ("1200000.50", "1,200,000.5")] {
        assert_eq!(grouped(number(value)), text);
    }
}

#[test]
fn days_are_written_out() {
    let day = Date::new(2027, 8, 21).unwrap();
    assert_eq!(date(day, Lang::Zh), "2027年8月21日");
    assert_eq!(date(day, Lang::En), "21 August 2027");
}
