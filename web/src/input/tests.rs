use mingbai_core::Date;
use mingbai_core::fact::Quantity;
use mingbai_core::interval::Interval;
use mingbai_core::quantity::{QuantityError, Unit};
use rust_decimal::Decimal;

use super::{Doubt, InputError, capital, date, doubt, echo, quantity, quantity_text, within};
use crate::text::Lang;

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn between(low: i64, high: i64) -> Interval {
    Interval { low: low.into(), high: Some(high.into()) }
}

#[test]
fn many_spellings_are_one_answer_and_one_echo() {
    for text in ["１２０万", "1,200,000", "120万元", "0.012亿元"] {
        let value = quantity(text, Unit::Yuan).unwrap().unwrap();
        assert_eq!(value, Interval::point(number("1200000")), "{text}");
        assert_eq!(echo(value, Unit::Yuan, Lang::Zh), "＝ 120万元（1,200,000元，壹佰贰拾万元整）");
        assert_eq!(echo(value, Unit::Yuan, Lang::En), "= RMB 1,200,000 (1.2 million)");
    }
}

#[test]
fn an_empty_text_is_no_answer() {
    assert_eq!(quantity("  ", Unit::Yuan), Ok(None));
    assert_eq!(date("　"), Ok(None));
}

#[test]
fn ranges_are_read_as_people_write_them() {
    let range = Ok(Some(between(800_000, 1_200_000)));
    for text in [
        "80万–120万",
        "80万元-120万元",
        "80-120万",
        "80～120万元",
        "80万至120万",
        "80万 到 120万",
        "80万..120万",
        "80万——120万",
        "８０－１２０万",
    ] {
        assert_eq!(quantity(text, Unit::Yuan), range, "{text}");
    }
    assert_eq!(quantity("5000-12万", Unit::Yuan), Ok(Some(between(5000, 120_000))));
    assert_eq!(quantity("3-5", Unit::Day), Ok(Some(between(3, 5))));
    assert_eq!(quantity("80万以上", Unit::Yuan), Ok(Some(Interval { low: number("800000"), high: None })));
}

#[test]
fn slips_are_refused_with_their_reason() {
    assert_eq!(quantity("120万–80万", Unit::Yuan), Err(InputError::Reversed));
    assert_eq!(quantity("-5万", Unit::Yuan), Err(InputError::Quantity(QuantityError::Negative)));
    assert_eq!(quantity("80万–", Unit::Yuan), Err(InputError::Quantity(QuantityError::Empty)));
    assert_eq!(quantity("不少", Unit::Yuan), Err(InputError::Quantity(QuantityError::NotANumber)));
    assert_eq!(quantity("100万美元", Unit::Yuan), Err(InputError::Quantity(QuantityError::OtherUnit)));
    assert_eq!(date("2026-02-30"), Err(InputError::NotADate));
    assert_eq!(date("去年三月"), Err(InputError::NotADate));
}

#[test]
fn more_than_can_be_is_refused() {
    let months = Quantity { unit: Unit::Month, plausible: None, most: Some(number("12")) };
    assert_eq!(within("12个月", &months), Ok(Some(Interval::point(number("12")))));
    assert_eq!(within("6以上", &months), Ok(Some(Interval { low: number("6"), high: None })));
    for text in ["13", "2年", "10–13", "13以上"] {
        assert_eq!(within(text, &months), Err(InputError::AboveMost(number("12"))), "{text}");
    }
}

#[test]
fn days_are_read_as_people_write_them() {
    for text in ["2026-3-1", "20260301", "２０２６年３月１日", "2026/03/01", "2026 年 3 月 1 日"] {
        assert_eq!(date(text), Ok(Date::new(2026, 3, 1)), "{text}");
    }
}

#[test]
fn the_text_of_an_answer_reads_back_as_the_same_answer() {
    let open = Interval { low: number("800000"), high: None };
    for value in [Interval::ZERO, Interval::point(number("9999.99")), between(800_000, 1_200_000), between(3000, 50_000), open] {
        assert_eq!(quantity(&quantity_text(value, Unit::Yuan), Unit::Yuan), Ok(Some(value)));
    }
}

#[test]
fn echoes_are_exact_and_say_nothing_twice() {
    let zh = |value, unit| echo(value, unit, Lang::Zh);
    assert_eq!(zh(Interval::point(number("9999.99")), Unit::Yuan), "＝ 9,999.99元（玖仟玖佰玖拾玖元玖角玖分）");
    assert_eq!(zh(Interval::ZERO, Unit::Yuan), "＝ 0元（零元整）");
    assert_eq!(zh(between(800_000, 1_200_000), Unit::Yuan), "＝ 80万–120万元（800,000–1,200,000元）");
    assert_eq!(zh(Interval::point(number("2400000")), Unit::Dollar), "＝ 240万美元（2,400,000美元，贰佰肆拾万美元整）");
    assert_eq!(zh(Interval::point(number("12")), Unit::Month), "＝ 12个月");
    assert_eq!(zh(Interval { low: number("800000"), high: None }, Unit::Yuan), "＝ 80万元以上");
}

#[test]
fn capital_numerals_are_those_of_a_cheque() {
    for (value, words) in [
        ("0", "零元整"),
        ("10", "壹拾元整"),
        ("105", "壹佰零伍元整"),
        ("1001", "壹仟零壹元整"),
        ("100000", "壹拾万元整"),
        ("10005", "壹万零伍元整"),
        ("1200000", "壹佰贰拾万元整"),
        ("100000001", "壹亿零壹元整"),
        ("123456789012", "壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元整"),
        ("10000000000000", "壹拾万亿元整"),
        ("1.5", "壹元伍角整"),
        ("1.05", "壹元零伍分"),
        ("0.05", "伍分"),
        ("0.5", "伍角整"),
        ("20.0301", "贰拾元零叁分零壹毫"),
    ] {
        assert_eq!(capital(number(value), Unit::Yuan), words, "{value}");
    }
    assert_eq!(capital(number("3000000.01"), Unit::Dollar), "叁佰万美元零壹分");
}

#[test]
fn a_mistaken_unit_is_asked_about() {
    let turnover = Quantity { unit: Unit::Yuan, plausible: Some((number("10000"), number("10000000000"))), most: None };
    let asked = |text| doubt(text, quantity(text, Unit::Yuan).unwrap().unwrap(), &turnover);
    assert_eq!(asked("5000"), Some(Doubt::Unit(number("50000000"))));
    assert_eq!(asked("1200000万"), Some(Doubt::Unit(number("1200000"))));
    assert_eq!(asked("0.5"), Some(Doubt::Low));
    assert_eq!(asked("5万亿"), Some(Doubt::Unit(number("500000000"))));
    assert_eq!(asked("200亿–300亿"), Some(Doubt::High));
    for usual in ["0", "1万", "120万", "100亿", "80万–120万"] {
        assert_eq!(asked(usual), None, "{usual}");
    }
    let people = Quantity { unit: Unit::Person, plausible: Some((number("1"), number("100000"))), most: None };
    assert_eq!(doubt("200000", Interval::point(number("200000")), &people), Some(Doubt::High));
}

/// 500 may well be 500万元, where nothing is said of the least there can be; with 元 behind it, it is what it says.
#[test]
fn a_few_yuan_without_a_unit_are_asked_about() {
    let upto = |most: &str| Quantity { unit: Unit::Yuan, plausible: Some((Decimal::ZERO, number(most))), most: None };
    let asked = |text, kind: &Quantity| doubt(text, quantity(text, kind.unit).unwrap().unwrap(), kind);
    let fee = upto("10000000");
    assert_eq!(asked("500", &fee), Some(Doubt::Unit(number("5000000"))));
    assert_eq!(asked("９９９．５", &fee), Some(Doubt::Unit(number("9995000"))));
    for plain in ["500元", "0.05万", "1000", "0", "500-800"] {
        assert_eq!(asked(plain, &fee), None, "{plain}");
    }
    assert_eq!(asked("500", &upto("1000000")), None, "500万 would be more than there can be");
    let unbounded = |unit| Quantity { unit, plausible: None, most: None };
    assert_eq!(asked("500", &unbounded(Unit::Yuan)), Some(Doubt::Unit(number("5000000"))));
    assert_eq!(asked("500", &unbounded(Unit::Person)), None);
}
