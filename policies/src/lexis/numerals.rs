//! Numbers in figures and in Chinese numerals, with what stands behind them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::normalise::Plain;
use super::units;

/// A number as it stands in the plain text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The number with its unit, in bytes of the plain text.
    pub(super) span: Range<usize>,
    /// The number, in units of `unit`.
    pub(super) value: Decimal,
    /// The one name of its unit; empty when a bare number.
    pub(super) unit: &'static str,
    /// What 万, 亿 or the like behind the figures multiplied them by.
    scale: Decimal,
}

/// The number that begins at a place: figures with or without a unit, Chinese numerals only with one.
pub(super) fn number_at(plain: &Plain, at: usize) -> Option<Found> {
    let inside_a_word = plain.char_before(at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') && plain.joined(at);
    if plain.from(at).starts_with(|c: char| c.is_ascii_digit()) {
        return if inside_a_word { None } else { in_figures(plain, at) };
    }
    if let Some(percent) = plain.from(at).strip_prefix("百分之") {
        let (length, value) = chinese(percent)?;
        let end = at + "百分之".len() + length;
        return Some(Found { span: at..end, value, unit: "%", scale: Decimal::ONE });
    }
    let (length, value) = chinese(plain.from(at))?;
    let end = at + length;
    let (unit_length, unit) = units::unit(plain.from(end), false)?;
    Some(Found { span: at..end + unit_length, value, unit, scale: Decimal::ONE })
}

/// `3-5万元`: the first number of a range takes the unit of the second.
pub(super) fn share_units_in_ranges(plain: &Plain, found: &mut [Found]) {
    for place in 1..found.len() {
        let Some(second) = found.get(place).cloned() else { continue };
        let Some(first) = found.get_mut(place - 1) else { continue };
        let between = plain.between(first.span.end..second.span.start);
        if first.unit.is_empty() && matches!(between, "-" | "至" | "到") {
            first.unit = second.unit;
            first.value = first.value.checked_mul(second.scale).unwrap_or(first.value);
        }
    }
}

fn in_figures(plain: &Plain, at: usize) -> Option<Found> {
    let end = end_of_figures(plain, at);
    let figures: String = plain.between(at..end).chars().filter(|c| *c != ',').collect();
    let value = figures.parse::<Decimal>().ok()?;
    let (magnitude_length, zeros) = units::magnitude(plain.from(end)).unwrap_or((0, 0));
    let scale = Decimal::from(10_u64.checked_pow(zeros)?);
    let end = end + magnitude_length;
    let (unit_length, unit) = units::unit(plain.from(end), true).unwrap_or((0, ""));
    let value = value.checked_mul(scale)?.normalize();
    Some(Found { span: at..end + unit_length, value, unit, scale })
}

/// The end of `1,200.5`: separators only before three figures, one decimal point, nothing broken by white space.
fn end_of_figures(plain: &Plain, at: usize) -> usize {
    let mut end = run_of_digits(plain, at);
    while plain.from(end).starts_with(',') {
        let group = end + 1;
        let next = run_of_digits(plain, group);
        if next != group + 3 || !plain.joined(end) || !plain.joined(group) {
            break;
        }
        end = next;
    }
    let fraction = end + 1;
    let next = run_of_digits(plain, fraction);
    if plain.from(end).starts_with('.') && next > fraction && plain.joined(end) && plain.joined(fraction) { next } else { end }
}

fn run_of_digits(plain: &Plain, at: usize) -> usize {
    let more =
        plain.from(at).bytes().enumerate().take_while(|(place, byte)| byte.is_ascii_digit() && (*place == 0 || plain.joined(at + *place)));
    at + more.count()
}

/// Reads `三`, `十二`, `三百五十`, `两千万` at the beginning of `rest`: its length in bytes and its value.
pub(super) fn chinese(rest: &str) -> Option<(usize, Decimal)> {
    let begins = rest.starts_with(|c| digit(c).is_some() || c == '十');
    if !begins {
        return None;
    }
    let (mut length, mut whole, mut section, mut current) = (0_usize, 0_u64, 0_u64, 0_u64);
    for c in rest.chars() {
        if let Some(value) = digit(c) {
            current = value;
        } else if let Some(size) = small_power(c) {
            section = section.checked_add(current.max(1).checked_mul(size)?)?;
            current = 0;
        } else if let Some(size) = large_power(c) {
            let part = section.checked_add(current)?;
            whole = if c == '亿' { whole.checked_add(part)?.checked_mul(size)? } else { whole.checked_add(part.checked_mul(size)?)? };
            (section, current) = (0, 0);
        } else {
            break;
        }
        length += c.len_utf8();
    }
    Some((length, Decimal::from(whole.checked_add(section)?.checked_add(current)?)))
}

fn digit(c: char) -> Option<u64> {
    let place = "零一二三四五六七八九".chars().position(|digit| digit == c);
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => place.and_then(|value| u64::try_from(value).ok()),
    }
}

fn small_power(c: char) -> Option<u64> {
    [('十', 10), ('百', 100), ('千', 1000)].into_iter().find(|(name, _)| *name == c).map(|(_, size)| size)
}

fn large_power(c: char) -> Option<u64> {
    [('万', 10_000), ('亿', 100_000_000)].into_iter().find(|(name, _)| *name == c).map(|(_, size)| size)
}
