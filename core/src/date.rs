//! Calendar dates, without a clock and without time zones.

use core::fmt;

/// A day of the Gregorian calendar, from year 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day there is here.
    pub const FIRST: Self = Self { year: 1900, month: 1, day: 1 };
    /// The last day there is here.
    pub const LAST: Self = Self { year: 2199, month: 12, day: 31 };

    /// The day `year`-`month`-`day`, or nothing when there is no such day or the year is out of range.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1900..=2199).contains(&year) && day >= 1 && day <= days_in(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2026-03-01`, also with slashes, dots or 年月日, with half-width or full-width digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().map(plain_char).collect();
        let plain = plain.trim_end_matches('-');
        let mut parts = plain.split('-');
        let year = number(parts.next()?, 4)?;
        let month = number(parts.next()?, 2)?;
        let day = number(parts.next()?, 2)?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day after, unless this is the last one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let on = |number: u8| number.saturating_add(1);
        Self::new(year, month, on(day)).or_else(|| Self::new(year, on(month), 1)).or_else(|| Self::new(year.saturating_add(1), 1, 1))
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn plain_char(c: char) -> char {
    match c {
        '年' | '月' | '日' | '/' | '.' | '．' | '／' | '－' => '-',
        _ => crate::quantity::half_width(c),
    }
}

fn number(text: &str, most_digits: usize) -> Option<u16> {
    let digits = !text.is_empty() && text.len() <= most_digits && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn reads_the_ways_people_write_a_day() {
        let day = Date::new(2026, 3, 1);
        for text in ["2026-03-01", "2026/3/1", "2026年3月1日", "２０２６．３．１", " 2026-3-01 "] {
            assert_eq!(Date::parse(text), day, "{text}");
        }
    }

    #[test]
    fn a_day_follows_the_other_over_the_ends_of_months_and_years() {
        for (day, next) in [("2024-02-28", "2024-02-29"), ("2025-02-28", "2025-03-01"), ("2025-12-31", "2026-01-01")] {
            assert_eq!(Date::parse(day).and_then(Date::next), Date::parse(next), "{day}");
        }
        assert_eq!(Date::LAST.next(), None);
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-3",
            "26-3-1",
            "1899-12-31",
            "2200-01-01",
            "2026-3-1-1",
            "2026-+3-1",
            "02026-3-1",
            "",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2024-02-29").is_some());
    }
}
