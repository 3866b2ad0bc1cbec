//! Money in the capital numerals of cheques: 壹佰贰拾万元整.

use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A sum of money in capital numerals, exactly: `壹佰贰拾万元整`, `叁佰万美元零壹分`. Beyond 分 come 厘 and 毫.
#[must_use]
pub fn capital(value: Decimal, unit: Unit) -> String {
    let whole = value.trunc().to_u64().unwrap_or(0);
    let parts = value.fract().checked_mul(Decimal::from(10_000)).and_then(|parts| parts.to_u64()).unwrap_or(0);
    let small = fraction(parts, whole > 0);
    let end = if parts.is_multiple_of(1000) { "整" } else { "" };
    if whole == 0 && parts > 0 && unit == Unit::Yuan {
        return format!("{small}{end}");
    }
    format!("{}{}{small}{end}", integer(whole), unit.name())
}

fn integer(whole: u64) -> String {
    if whole == 0 { "零".to_owned() } else { joined(whole, 100_000_000, "亿", below_yi) }
}

fn below_yi(number: u64) -> String {
    joined(number, 10_000, "万", four_digits)
}

/// The part above `size` with its name, and the part below it with 零 where digits are missing between.
fn joined(number: u64, size: u64, name: &str, below: fn(u64) -> String) -> String {
    let (high, low) = (number / size, number % size);
    if high == 0 {
        return below(low);
    }
    let gap = if low > 0 && low < size / 10 { "零" } else { "" };
    format!("{}{name}{gap}{}", below_yi_or_less(high, size), below(low))
}

fn below_yi_or_less(high: u64, size: u64) -> String {
    if size > 10_000 { below_yi(high) } else { four_digits(high) }
}

fn four_digits(number: u64) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (size, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let digit = number / size % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        text.push(numeral(digit));
        text.push_str(name);
    }
    text
}

/// Ten-thousandths as 角分厘毫, with 零 where the first are missing.
fn fraction(parts: u64, after_whole: bool) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (size, name) in [(1000, '角'), (100, '分'), (10, '厘'), (1, '毫')] {
        let digit = parts / size % 10;
        if digit == 0 {
            gap = after_whole || !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        text.push(numeral(digit));
        text.push(name);
    }
    text
}

fn numeral(digit: u64) -> char {
    "零壹贰叁肆伍陆柒捌玖".chars().nth(usize::try_from(digit).unwrap_or(0)).unwrap_or('零')
}
