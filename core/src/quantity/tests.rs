use rust_decimal::Decimal;

use super::{QuantityError, Shown, Unit, parse};

#[test]
fn one_amount_in_many_spellings() {
    let value = Ok(Decimal::from(1_200_000));
    for text in [
        "１２０万",
        "1,200,000",
        "120万元",
        "0.012亿元",
        "1200000",
        "１，２００，０００元",
        "¥1,200,000",
        " 120 万 元 ",
        "120万圆",
        "1.2百万",
        "0。012亿",
        "1、200、000",
    ] {
        assert_eq!(parse(text, Unit::Yuan), value, "{text}");
    }
}

#[test]
fn each_unit_reads_its_own_names() {
    assert_eq!(parse("300万美元", Unit::Dollar), Ok(Decimal::from(3_000_000)));
    assert_eq!(parse("1年", Unit::Month), Ok(Decimal::from(12)));
    assert_eq!(parse("1500平方米", Unit::SquareMetre), Ok(Decimal::from(1500)));
    assert_eq!(parse("30%", Unit::Rate), Ok(Decimal::new(3, 1)));
    assert_eq!(parse("３０％", Unit::Rate), Ok(Decimal::new(3, 1)));
    assert_eq!(parse("8家", Unit::Firm), Ok(Decimal::from(8)));
    assert_eq!(parse("12班", Unit::Flight), Ok(Decimal::from(12)));
    assert_eq!(parse("1万单", Unit::Order), Ok(Decimal::from(10_000)));
    for text in ["6个", "6", "6次", "6件", "6台"] {
        assert_eq!(parse(text, Unit::Piece), Ok(Decimal::from(6)), "{text}");
    }
}

#[test]
fn a_slip_is_refused_with_its_reason() {
    let cases = [
        ("", Unit::Yuan, QuantityError::Empty),
        ("  ", Unit::Yuan, QuantityError::Empty),
        ("很多", Unit::Yuan, QuantityError::NotANumber),
        ("约3万", Unit::Yuan, QuantityError::NotANumber),
        ("￥3万左右", Unit::Yuan, QuantityError::OtherUnit),
        ("1,20", Unit::Yuan, QuantityError::NotANumber),
        ("1.2.3", Unit::Yuan, QuantityError::NotANumber),
        ("-5万", Unit::Yuan, QuantityError::Negative),
        ("100万美元", Unit::Yuan, QuantityError::OtherUnit),
        ("100元", Unit::Dollar, QuantityError::OtherUnit),
        ("10.0001万亿", Unit::Yuan, QuantityError::TooLarge),
        ("99999999999999999999999", Unit::Yuan, QuantityError::TooLarge),
        ("0.00001", Unit::Yuan, QuantityError::TooPrecise),
        ("2.5", Unit::Person, QuantityError::TooPrecise),
        ("2.5单", Unit::Order, QuantityError::TooPrecise),
        ("6家", Unit::Piece, QuantityError::OtherUnit),
        ("100单", Unit::Piece, QuantityError::OtherUnit),
    ];
    for (text, unit, error) in cases {
        assert_eq!(parse(text, unit), Err(error), "{text}");
    }
}

#[test]
fn shown_in_the_units_of_the_law() {
    let shown = |value: &str, unit| Shown(value.parse().unwrap(), unit).to_string();
    assert_eq!(shown("1200000", Unit::Yuan), "120万元");
    assert_eq!(shown("150000000", Unit::Yuan), "1.5亿元");
    assert_eq!(shown("49999999", Unit::Yuan), "4999.9999万元");
    assert_eq!(shown("9999.99", Unit::Yuan), "9999.99元");
    assert_eq!(shown("999999.99", Unit::Yuan), "999999.99元");
    assert_eq!(shown("0", Unit::Yuan), "0元");
    assert_eq!(shown("3000000.01", Unit::Dollar), "3000000.01美元");
    assert_eq!(shown("-25000", Unit::Yuan), "-2.5万元");
    assert_eq!(shown("-9999", Unit::Yuan), "-9999元");
    assert_eq!(shown("100", Unit::Order), "100单");
    assert_eq!(shown("6", Unit::Piece), "6个");
    assert_eq!(shown("0.3", Unit::Rate), "30%");
    assert_eq!(shown("1500", Unit::SquareMetre), "1500㎡");
}

#[test]
fn what_is_shown_reads_back_as_the_same_value() {
    for cents in [0_i64, 1, 99, 100, 999_999, 1_000_000, 12_345_678, 120_000_000, 10_000_000_001, 15_000_000_000, 999_999_999_999] {
        let value = Decimal::new(cents, 2).normalize();
        assert_eq!(parse(&Shown(value, Unit::Yuan).to_string(), Unit::Yuan), Ok(value));
    }
}
