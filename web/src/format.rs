//! Numbers, money and days as people read them. Exact and without the browser's help: engines differ in what they print.

use mingbai_core::Date;
use mingbai_core::interval::Interval;
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use crate::text::Lang;

/// A quantity, exactly: `15万元`, `999,999元`, `300万美元`, `1,500㎡`, `30%`; in English `RMB 150,000`, `USD 3,000,000`.
///
/// 万 and 亿 are used where at most two decimals are needed after them.
#[must_use]
pub fn quantity(value: Decimal, unit: Unit, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let (number, magnitude) = scaled(value, unit);
            format!("{number}{magnitude}{}", unit.name())
        }
        Lang::En => english(value, unit),
    }
}

/// A quantity of money as a result shows it: truncated to 0.01.
#[must_use]
pub fn money(value: Decimal, lang: Lang) -> String {
    quantity(cents(value), Unit::Yuan, lang)
}

/// A range: `9.1万–19.1万元`; one value where both ends agree; `5万元以上` without an upper end.
#[must_use]
pub fn range(interval: Interval, unit: Unit, lang: Lang) -> String {
    let low = quantity(interval.low, unit, lang);
    let Some(high) = interval.high else {
        return match lang {
            Lang::Zh => format!("{low}以上"),
            Lang::En => format!("{low} or more"),
        };
    };
    if high == interval.low {
        return low;
    }
    match lang {
        Lang::Zh => {
            let same_scale = scaled(interval.low, unit).1 == scaled(high, unit).1;
            let low = low.strip_suffix(unit.name()).filter(|bare| same_scale || bare.ends_with(['万', '亿'])).unwrap_or(&low);
            format!("{low}–{}", quantity(high, unit, lang))
        }
        Lang::En => format!("{low}–{}", number_in_english(high, unit)),
    }
}

/// A range of money as a result shows it: truncated to 0.01.
#[must_use]
pub fn money_range(interval: Interval, lang: Lang) -> String {
    range(Interval { low: cents(interval.low), high: interval.high.map(cents) }, Unit::Yuan, lang)
}

/// A day: `2026年3月1日`, `1 March 2026`.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => format!("{} {} {}", date.day(), month(date.month()), date.year()),
    }
}

/// A number with thousands separators, exactly: `1,200,000`, `0.5`.
#[must_use]
pub fn grouped(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::with_capacity(plain.len().saturating_add(6));
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place > 0 && left.is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

fn cents(value: Decimal) -> Decimal {
    value.trunc_with_scale(2)
}

/// The number and 万, 亿 or nothing.
fn scaled(value: Decimal, unit: Unit) -> (String, &'static str) {
    if unit == Unit::Rate {
        return (grouped(percent(value)), "");
    }
    if unit.is_money() {
        for (magnitude, size) in [("亿", 100_000_000_i64), ("万", 10_000)] {
            let scaled = value.checked_div(Decimal::from(size)).map(|number| number.normalize());
            if let Some(number) = scaled.filter(|number| *number >= Decimal::ONE && number.scale() <= 2) {
                return (grouped(number), magnitude);
            }
        }
    }
    (with_cents(value, unit), "")
}

/// Money with a fraction shows two decimals at least.
fn with_cents(value: Decimal, unit: Unit) -> String {
    let mut text = grouped(value);
    if unit.is_money() && value.normalize().scale() == 1 {
        text.push('0');
    }
    text
}

fn english(value: Decimal, unit: Unit) -> String {
    let number = number_in_english(value, unit);
    match unit {
        Unit::Yuan => format!("RMB {number}"),
        Unit::Dollar => format!("USD {number}"),
        _ => number,
    }
}

/// With its unit, except for money, whose unit stands in front.
fn number_in_english(value: Decimal, unit: Unit) -> String {
    let number = with_cents(value, unit);
    let one = value == Decimal::ONE;
    let (singular, plural) = match unit {
        Unit::Yuan | Unit::Dollar => return number,
        Unit::Rate => return format!("{}%", grouped(percent(value))),
        Unit::SquareMetre => ("m²", "m²"),
        Unit::Month => ("month", "months"),
        Unit::Day => ("day", "days"),
        Unit::Firm => ("firm", "firms"),
        Unit::Person => ("person", "people"),
        Unit::Flight => ("flight", "flights"),
        Unit::Order => ("order", "orders"),
        Unit::Piece => ("piece", "pieces"),
    };
    format!("{number} {}", if one { singular } else { plural })
}

fn percent(rate: Decimal) -> Decimal {
    rate.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(rate)
}

fn month(number: u8) -> &'static str {
    match number {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests;
