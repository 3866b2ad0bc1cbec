//! What the rules of a library are known by.

use mingbai_core::pack::{PackError, encode, fingerprint};
use mingbai_core::{Date, Library};
use serde::Serialize;

/// So many months after they were checked, rules should be checked again.
const MONTHS: u8 = 6;

/// What the rules are known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// What tells them from all others.
    pub rules: String,
    /// The day they were last checked against the official texts.
    pub checked: String,
    /// The last day on which that check is still recent.
    pub review: String,
    /// How many documents there are.
    pub documents: usize,
    /// How many measures they offer.
    pub measures: usize,
}

/// What the rules are known by.
///
/// # Errors
/// When they cannot be packed.
pub fn about(library: &Library) -> Result<About, PackError> {
    let written = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    Ok(About {
        rules: fingerprint(&encode(library)?),
        checked: written(library.checked),
        review: written(library.checked.and_then(review)),
        documents: library.documents.len(),
        measures: library.measures().count(),
    })
}

/// The same day so many months on, or the last one of that month.
fn review(checked: Date) -> Option<Date> {
    let month = checked.month().checked_add(MONTHS)?;
    let (year, month) = if month > 12 { (checked.year().checked_add(1)?, month - 12) } else { (checked.year(), month) };
    (1..=checked.day()).rev().find_map(|day| Date::new(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_to_be_checked_again_half_a_year_later() {
        for (checked, again) in [("2026-03-31", "2026-09-30"), ("2026-11-21", "2027-05-21"), ("2027-08-31", "2028-02-29")] {
            assert_eq!(review(Date::parse(checked).expect("a day")), Date::parse(again));
        }
    }
}
