//! Counting tests from what the test runners print.

use std::ops::AddAssign;

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// One check that passed.
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One check that failed.
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1 };
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
    }
}

/// Reads a closing line of cargo's test runner, such as
/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`; nothing for any other
/// line. Ignored tests are not counted.
pub(crate) fn of_cargo_line(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?;
    Some(Tally { passed: number_before(counts, " passed;")?, failed: number_before(counts, " failed;")? })
}

/// Reads the closing lines of a TAP report of Node's test runner. A cancelled
/// test counts as failed; skipped ones are not counted. Nothing when the
/// report was cut off before its end.
pub(crate) fn of_tap(report: &str) -> Option<Tally> {
    let last = |name: &str| -> Option<u64> {
        let mut lines = report.lines().rev();
        lines.find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.trim().parse().ok())
    };
    Some(Tally { passed: last("pass ")?, failed: last("fail ")?.saturating_add(last("cancelled ")?) })
}

fn number_before(text: &str, mark: &str) -> Option<u64> {
    let (before, _) = text.split_once(mark)?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_closing_lines_are_counted() {
        let ok = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.05s";
        let bad = "test result: \u{1b}[31mFAILED\u{1b}[0m. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(of_cargo_line(ok), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(of_cargo_line(bad), Some(Tally { passed: 3, failed: 2 }));
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert_eq!(of_cargo_line("test tests::one ... ok"), None);
        assert_eq!(of_cargo_line("saw 4 passed; 5 failed; in a log"), None);
    }

    const REPORT: &str = "TAP version 13\n# pass 99\nok 1 - one\n1..4\n# tests 5\n# suites 0\n\
        # pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 41.5\n";

    #[test]
    fn tap_summaries_are_counted() {
        assert_eq!(of_tap(REPORT), Some(Tally { passed: 2, failed: 2 }));
    }

    #[test]
    fn a_report_without_its_end_is_no_report() {
        let (cut, _) = REPORT.split_once("# fail").expect("has a count of failures");
        assert_eq!(of_tap(cut), None);
    }

    #[test]
    fn tallies_add_up() {
        let mut sum = Tally::PASSED;
        sum += Tally::FAILED;
        sum += Tally { passed: 3, failed: 4 };
        assert_eq!(sum, Tally { passed: 4, failed: 5 });
    }
}
