//! Text as a person types it → an answer, what it was understood as, and a question where the unit looks wrong.

mod capital;

use mingbai_core::Date;
use mingbai_core::answers::MAX_TEXT;
use mingbai_core::fact::{Quantity, Text};
use mingbai_core::interval::Interval;
use mingbai_core::quantity::{self, QuantityError, Shown, Unit};
use rust_decimal::Decimal;

use crate::format;
use crate::text::Lang;

pub use capital::capital;

/// Why a text is not an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Not a quantity of the unit.
    Quantity(QuantityError),
    /// More than the quantity can be: so much.
    AboveMost(Decimal),
    /// A range whose low end is above its upper end.
    Reversed,
    /// Not a day.
    NotADate,
    /// No country that the lists know.
    NotACountry,
}

/// What looks wrong with a quantity beside what is usual for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// 元 and 万元 may have been taken for each other: this may have been meant.
    Unit(Decimal),
    /// Smaller than usual.
    Low,
    /// Larger than usual.
    High,
}

/// A quantity as typed, in the base unit: one value (`120万`), a range (`80万–120万`, `80–120万`) or a low end (`80万以上`).
/// Nothing for an empty text.
///
/// # Errors
/// An [`InputError`] that says what to mend.
pub fn quantity(text: &str, unit: Unit) -> Result<Option<Interval>, InputError> {
    let plain: String = text.chars().map(quantity::half_width).collect();
    let plain = plain.trim();
    if plain.is_empty() {
        return Ok(None);
    }
    if let Some(low) = plain.strip_suffix("以上") {
        return Ok(Some(Interval { low: one(low, unit)?, high: None }));
    }
    match split_range(plain) {
        Some((low, high)) => range(low, high, unit).map(Some),
        None => one(plain, unit).map(|value| Some(Interval::point(value))),
    }
}

/// The same for an answer: nothing above the most the quantity can be.
///
/// # Errors
/// An [`InputError`] that says what to mend.
pub fn within(text: &str, kind: &Quantity) -> Result<Option<Interval>, InputError> {
    let typed = quantity(text, kind.unit)?;
    if typed.is_none_or(|range| kind.admits(range)) { Ok(typed) } else { Err(InputError::AboveMost(kind.bound())) }
}

/// A day as typed: `2026-3-1`, `2026年3月1日`, `20260301`. Nothing for an empty text.
///
/// # Errors
/// [`InputError::NotADate`] when there is no such day.
pub fn date(text: &str) -> Result<Option<Date>, InputError> {
    let plain: String = text.chars().map(quantity::half_width).filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let dashed = match (plain.get(..4), plain.get(4..6), plain.get(6..)) {
        (Some(year), Some(month), Some(day)) if plain.len() == 8 && plain.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{year}-{month}-{day}")
        }
        _ => plain,
    };
    Date::parse(&dashed).map(Some).ok_or(InputError::NotADate)
}

/// A few words as typed, without the space around them and cut at the most characters there may be. Nothing for an empty text.
#[must_use]
pub fn text(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(MAX_TEXT).collect();
    (!text.is_empty()).then_some(text)
}

/// A country as typed, by its name in either language: its place among them. Nothing for an empty text.
///
/// # Errors
/// [`InputError::NotACountry`] when none has the name.
pub fn country(countries: &[Text], text: &str) -> Result<Option<u16>, InputError> {
    let name = text.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let found = (0_u16..).zip(countries).find(|(_, country)| country.zh == name || country.en.eq_ignore_ascii_case(name));
    found.map(|(place, _)| Some(place)).ok_or(InputError::NotACountry)
}

/// The name of a country.
#[must_use]
pub fn country_text(countries: &[Text], place: u16, lang: Lang) -> String {
    countries.get(usize::from(place)).map_or_else(String::new, |country| lang.of(country).to_owned())
}

/// The text that reads back as this quantity.
#[must_use]
pub fn quantity_text(value: Interval, unit: Unit) -> String {
    let low = Shown(value.low, unit);
    match value.high {
        Some(high) if high == value.low => low.to_string(),
        Some(high) => format!("{low}–{}", Shown(high, unit)),
        None => format!("{low}以上"),
    }
}

/// What a quantity was understood as, exactly: `＝ 120万元（1,200,000元，壹佰贰拾万元整）`.
#[must_use]
pub fn echo(value: Interval, unit: Unit, lang: Lang) -> String {
    let short = format::range(value, unit, lang);
    match lang {
        Lang::Zh => chinese_echo(&short, value, unit),
        Lang::En => english_echo(&short, value, unit),
    }
}

/// A sum of money below this, typed without a unit, may be meant in ten thousands where nothing is said of the least it can be.
const FEW: Decimal = Decimal::ONE_THOUSAND;

/// Whether a quantity typed like this looks as if its unit had been mistaken, or is far from usual. Zero never is.
#[must_use]
pub fn doubt(text: &str, value: Interval, quantity: &Quantity) -> Option<Doubt> {
    let ten_thousand = Decimal::from(10_000);
    let (least, most) = quantity.plausible.unwrap_or((Decimal::ZERO, Decimal::MAX));
    let money = quantity.unit.is_money();
    let usual = |meant: &Decimal| money && *meant >= least && *meant <= most;
    let line = if least == Decimal::ZERO && money && is_bare(text) { FEW } else { least };
    if value.low < line && value.low > Decimal::ZERO {
        if let Some(meant) = value.value().and_then(|typed| typed.checked_mul(ten_thousand)).filter(usual) {
            return Some(Doubt::Unit(meant));
        }
        if least > Decimal::ZERO {
            return Some(Doubt::Low);
        }
    }
    if value.high.unwrap_or(value.low) > most {
        let meant = value.value().and_then(|typed| typed.checked_div(ten_thousand)).filter(usual);
        return Some(meant.map_or(Doubt::High, Doubt::Unit));
    }
    None
}

/// Whether a text is digits alone, without 万 or a unit.
fn is_bare(text: &str) -> bool {
    text.chars().all(|c| matches!(quantity::half_width(c), '0'..='9' | '.' | ',' | ' '))
}

fn one(text: &str, unit: Unit) -> Result<Decimal, InputError> {
    quantity::parse(text, unit).map_err(InputError::Quantity)
}

/// A bare low end takes the 万 and the unit of the upper end: `80–120万` is 80万 to 120万, unless that turns the range round.
fn range(low: &str, high: &str, unit: Unit) -> Result<Interval, InputError> {
    let upper = one(high, unit)?;
    let bare = low.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    let words = high.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',' || c.is_whitespace());
    let shared = if bare { one(&format!("{low}{words}"), unit).ok().filter(|lower| *lower <= upper) } else { None };
    let lower = match shared {
        Some(lower) => lower,
        None => one(low, unit)?,
    };
    if lower > upper { Err(InputError::Reversed) } else { Ok(Interval { low: lower, high: Some(upper) }) }
}

/// A minus sign in front belongs to the number; anywhere else it parts a range.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let joint = |c: char| matches!(c, '-' | '–' | '—' | '~' | '〜' | '至' | '到' | '−');
    let skip = text.chars().next().map_or(0, char::len_utf8);
    let rest = text.get(skip..)?;
    let dots = rest.find("..");
    let place = [rest.find(joint), dots].into_iter().flatten().min()?;
    let split = skip.saturating_add(place);
    let (low, high) = (text.get(..split)?.trim(), text.get(split..)?);
    let high = high.trim_start_matches(|c: char| joint(c) || c == '.' || c.is_whitespace());
    Some((low, high))
}

fn chinese_echo(short: &str, value: Interval, unit: Unit) -> String {
    let mut words = Vec::new();
    if let Some(high) = value.high.filter(|_| unit.is_money()) {
        let full = if high == value.low {
            format!("{}{}", format::grouped(high), unit.name())
        } else {
            format!("{}–{}{}", format::grouped(value.low), format::grouped(high), unit.name())
        };
        if full != short {
            words.push(full);
        }
        if high == value.low {
            words.push(capital(high, unit));
        }
    }
    if words.is_empty() { format!("＝ {short}") } else { format!("＝ {short}（{}）", words.join("，")) }
}

fn english_echo(short: &str, value: Interval, unit: Unit) -> String {
    let words = value.value().filter(|_| unit.is_money()).and_then(|value| {
        [("billion", 1_000_000_000_i64), ("million", 1_000_000)].into_iter().find_map(|(name, size)| {
            let scaled = value.checked_div(Decimal::from(size))?.normalize();
            (scaled >= Decimal::ONE && scaled.scale() <= 6).then(|| format!("{scaled} {name}"))
        })
    });
    words.map_or_else(|| format!("= {short}"), |words| format!("= {short} ({words})"))
}

#[cfg(test)]
mod tests;
