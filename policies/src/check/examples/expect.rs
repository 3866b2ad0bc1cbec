//! What an example expects: `qualifies exact 150000 | whole-year 0..100000`.

use std::fmt;

use mingbai_core::interval::Interval;
use mingbai_core::library::Kind;
use mingbai_core::measure::Outcome;
use rust_decimal::Decimal;

/// What comes out for a measure, a combine or the sum; written and found in the same form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// For a measure.
    Measure(Expected),
    /// For a combine or the sum: from the least to the most, in yuan.
    Together(Interval),
}

/// What comes out for a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The outcome.
    pub outcome: Outcome,
    /// How much; absent for a measure that is denied.
    pub amount: Option<Amount>,
    /// What the readings give that are named, by id.
    pub readings: Vec<(String, Read)>,
}

/// The kind of an amount and, unless the kind says there is none, from the least to the most in yuan.
pub(super) type Amount = (Kind, Option<Interval>);

/// What a reading gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing.
    Denied,
    /// Something that is no sum of money.
    Granted,
    /// From the least to the most, in yuan.
    Amount(Interval),
}

const OUTCOMES: [Outcome; 5] =
    [Outcome::Qualifies, Outcome::SubjectToReview, Outcome::NeedsAnswers, Outcome::DoesNotQualify, Outcome::NotApplicable];
const KINDS: [Kind; 6] = [Kind::Exact, Kind::Ceiling, Kind::Assessed, Kind::Elsewhere, Kind::Unstated, Kind::None];

/// Whether the outcome is that nothing is given.
#[must_use]
pub(super) fn is_denied(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::DoesNotQualify | Outcome::NotApplicable)
}

impl Expected {
    /// Reads `OUTCOME [KIND [AMOUNT]]` and after each `|` a reading with its amount, `granted` or `denied`.
    ///
    /// # Errors
    /// What is wrong, as a label beside the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = text.split('|').map(str::trim);
        let (outcome, amount) = whole(parts.next().unwrap_or(""))?;
        let readings = parts.map(reading).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { outcome, amount, readings })
    }
}

fn whole(text: &str) -> Result<(Outcome, Option<Amount>), String> {
    let mut words = text.split_whitespace();
    let word = words.next().unwrap_or("");
    let outcome = OUTCOMES.into_iter().find(|outcome| outcome.name() == word);
    let outcome = outcome.ok_or_else(|| format!("`{word}` is no outcome: {}", OUTCOMES.map(Outcome::name).join(", ")))?;
    let rest: Vec<&str> = words.collect();
    match (rest.as_slice(), is_denied(outcome)) {
        ([], true) => Ok((outcome, None)),
        ([], false) => Err(format!("after `{word}` say the kind of the amount: {}", KINDS.map(Kind::name).join(", "))),
        (_, true) => Err(format!("nothing follows `{word}`, for nothing is paid")),
        ([kind], false) => kind_alone(kind).map(|kind| (outcome, Some((kind, None)))),
        ([kind, amount], false) => with_amount(kind, amount).map(|amount| (outcome, Some(amount))),
        ([_, _, more, ..], false) => Err(format!("`{more}` is too much")),
    }
}

fn kind_alone(word: &str) -> Result<Kind, String> {
    let kind = named_kind(word)?;
    if has_amount(kind) { Err(format!("after `{word}` say the amount in yuan: 150000, 0..150000 or 0..")) } else { Ok(kind) }
}

fn with_amount(word: &str, text: &str) -> Result<Amount, String> {
    let kind = named_kind(word)?;
    if has_amount(kind) { Ok((kind, Some(amount(text)?))) } else { Err(format!("`{word}` has no amount")) }
}

fn named_kind(word: &str) -> Result<Kind, String> {
    let kind = KINDS.into_iter().find(|kind| kind.name() == word);
    kind.ok_or_else(|| format!("`{word}` is no kind of amount: {}", KINDS.map(Kind::name).join(", ")))
}

fn has_amount(kind: Kind) -> bool {
    matches!(kind, Kind::Exact | Kind::Ceiling | Kind::Assessed)
}

fn reading(text: &str) -> Result<(String, Read), String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [id, "denied"] => Ok(((*id).to_owned(), Read::Denied)),
        [id, "granted"] => Ok(((*id).to_owned(), Read::Granted)),
        [id, value] => Ok(((*id).to_owned(), Read::Amount(amount(value)?))),
        _ => Err("after `|` stand the id of a reading and its amount, `granted` or `denied`".to_owned()),
    }
}

/// Reads `150000`, `0..150000` or `0..` in yuan.
///
/// # Errors
/// What is wrong, as a label beside the text.
pub(super) fn amount(text: &str) -> Result<Interval, String> {
    let Some((low, high)) = text.split_once("..") else {
        return number(text).map(Interval::point);
    };
    let low = number(low)?;
    let high = if high.is_empty() { None } else { Some(number(high)?) };
    if high.is_some_and(|high| high < low) { Err(format!("`{text}` is upside down")) } else { Ok(Interval { low, high }) }
}

fn number(text: &str) -> Result<Decimal, String> {
    let plain = text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let value = if plain { text.parse().ok() } else { None };
    value.ok_or_else(|| format!("`{text}` is no amount in yuan such as 150000 or 0..150000"))
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measure(expected) => expected.fmt(f),
            Self::Together(interval) => f.write_str(&shown(*interval)),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.outcome.name())?;
        if let Some((kind, amount)) = self.amount {
            write!(f, " {}", kind.name())?;
            amount.map_or(Ok(()), |amount| write!(f, " {}", shown(amount)))?;
        }
        for (id, read) in &self.readings {
            match read {
                Read::Denied => write!(f, " | {id} denied")?,
                Read::Granted => write!(f, " | {id} granted")?,
                Read::Amount(amount) => write!(f, " | {id} {}", shown(*amount))?,
            }
        }
        Ok(())
    }
}

fn shown(interval: Interval) -> String {
    let low = interval.low.normalize();
    match interval.high {
        Some(high) if high == interval.low => low.to_string(),
        Some(high) => format!("{low}..{}", high.normalize()),
        None => format!("{low}.."),
    }
}

#[cfg(test)]
mod tests {
    use super::Expected;

    #[test]
    fn what_is_read_is_written_the_same() {
        for text in [
            "qualifies exact 150000",
            "qualifies exact 499999.998",
            "subject_to_review exact 150000 | traditional-firms-only denied",
            "qualifies ceiling 0..99000 | whole-year 0..100000 | every-class granted",
            "needs_answers ceiling 0..",
            "subject_to_review elsewhere",
            "qualifies none",
            "does_not_qualify",
            "not_applicable | other denied",
        ] {
            assert_eq!(Expected::parse(text).map(|expected| expected.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, complaint) in [
            ("", "`` is no outcome"),
            ("qualifes exact 1", "`qualifes` is no outcome"),
            ("qualifies", "say the kind"),
            ("qualifies exact", "say the amount"),
            ("qualifies exakt 1", "`exakt` is no kind"),
            ("qualifies none 5", "`none` has no amount"),
            ("does_not_qualify exact 0", "nothing follows"),
            ("qualifies exact 15万", "`15万` is no amount"),
            ("qualifies exact -1", "`-1` is no amount"),
            ("qualifies exact 9..1", "upside down"),
            ("qualifies exact 1 2", "`2` is too much"),
            ("qualifies exact 1 | whole-year", "the id of a reading"),
        ] {
            let error = Expected::parse(text).unwrap_err();
            assert!(error.contains(complaint), "{text}: {error}");
        }
    }
}
