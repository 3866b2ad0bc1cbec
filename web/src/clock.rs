//! The day of assessment: from the visitor's clock and the day the rules were checked, in China Standard Time.

use mingbai_core::Date;

/// Milliseconds of the eight hours by which China Standard Time is ahead of UTC.
const AHEAD_OF_UTC: i64 = 8 * 3_600_000;
const DAY: i64 = 86_400_000;

/// What is odd about the visitor's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockDoubt {
    /// It is before the day the rules were checked, so that day is used.
    Behind,
    /// It is more than two years after that day.
    FarAhead,
}

/// The visitor's day and what is odd about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day on the visitor's clock.
    pub visitor: Date,
    /// The day of assessment: the later of the visitor's and the day of checking.
    pub as_of: Date,
    /// What is odd about the visitor's clock.
    pub doubt: Option<ClockDoubt>,
}

impl Today {
    /// The day of assessment for a visitor's day and the day the rules were checked.
    #[must_use]
    pub fn of(visitor: Date, checked: Option<Date>) -> Self {
        let Some(checked) = checked else {
            return Self { visitor, as_of: visitor, doubt: None };
        };
        let doubt = if visitor < checked {
            Some(ClockDoubt::Behind)
        } else if two_years_before(visitor) > (checked.year(), checked.month(), checked.day()) {
            Some(ClockDoubt::FarAhead)
        } else {
            None
        };
        Self { visitor, as_of: visitor.max(checked), doubt }
    }
}

/// The day in China at a moment, given in milliseconds since 1970 began in UTC; the nearest day from 1900 to 2199.
#[must_use]
pub fn day_in_china(milliseconds: i64) -> Option<Date> {
    let days = milliseconds.saturating_add(AHEAD_OF_UTC).div_euclid(DAY).clamp(-25_567, 84_005);
    let era_day = days + 719_468;
    let era = era_day.div_euclid(146_097);
    let day_of_era = era_day.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn two_years_before(date: Date) -> (u16, u8, u8) {
    (date.year().saturating_sub(2), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use mingbai_core::Date;

    use super::{ClockDoubt, Today, day_in_china};

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn a_day_begins_at_midnight_in_china() {
        // 2026-03-01T16:00:00Z is midnight of 2 March in China.
        assert_eq!(day_in_china(1_772_380_800_000), Some(date(2026, 3, 2)));
        assert_eq!(day_in_china(1_772_380_799_999), Some(date(2026, 3, 1)));
        assert_eq!(day_in_china(0), Some(date(1970, 1, 1)));
        assert_eq!(day_in_china(-8 * 3_600_000 - 1), Some(date(1969, 12, 31)));
        // 2024-02-28T16:00:00Z.
        assert_eq!(day_in_china(1_709_136_000_000), Some(date(2024, 2, 29)));
    }

    #[test]
    fn a_clock_out_of_all_bounds_still_gives_a_day() {
        assert_eq!(day_in_china(i64::MAX), Some(date(2199, 12, 31)));
        assert_eq!(day_in_china(i64::MIN), Some(date(1900, 1, 1)));
    }

    #[test]
    fn an_odd_clock_is_seen_through() {
        let checked = Some(date(2026, 11, 21));
        assert_eq!(
            Today::of(date(2019, 5, 1), checked),
            Today { visitor: date(2019, 5, 1), as_of: date(2026, 11, 21), doubt: Some(ClockDoubt::Behind) }
        );
        assert_eq!(Today::of(date(2026, 11, 21), checked).doubt, None);
        assert_eq!(Today::of(date(2028, 11, 21), checked).doubt, None);
        assert_eq!(Today::of(date(2028, 11, 22), checked).doubt, Some(ClockDoubt::FarAhead));
        assert_eq!(Today::of(date(2040, 1, 1), checked).as_of, date(2040, 1, 1));
    }
}
