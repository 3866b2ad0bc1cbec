//! A program that has loaded a library, and reads amounts off what the engine finds.

use mingbai_core::combine::Sums;
use mingbai_core::measure::{Finding, Outcome};
use mingbai_core::pack::{PackError, decode};
use mingbai_core::{Answers, Assessment, Date, Library, assess};
use rust_decimal::Decimal;

use crate::firm::Form;

/// A library in use.
#[derive(Debug)]
pub struct Host {
    /// The rules.
    pub library: Library,
    /// How firms are handed over.
    pub form: Form,
    /// The day of assessment: the day the rules were checked.
    pub as_of: Date,
}

/// What a program reads off an assessment: for each measure whether it qualifies and the most it pays, and the most of all.
#[derive(Debug)]
pub struct Results {
    /// One for each measure, document by document.
    pub measures: Vec<(bool, Decimal)>,
    /// What is paid together.
    pub total: Decimal,
}

impl Host {
    /// Takes the bytes of a pack.
    ///
    /// # Errors
    /// As [`decode`].
    pub fn new(pack: &[u8]) -> Result<Self, PackError> {
        let library = decode(pack)?;
        let as_of = library.checked.unwrap_or(Date::FIRST);
        Ok(Self { form: Form::of(&library), library, as_of })
    }

    /// Everything the rules give for what is known, with its whole trace.
    #[must_use]
    pub fn assess(&self, answers: &Answers) -> Assessment {
        assess(&self.library, answers, self.as_of, |_| true)
    }
}

impl Results {
    /// What an assessment says.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let findings = assessment.documents.iter().flat_map(|document| &document.measures);
        Self {
            measures: findings.map(|finding| (finding.outcome == Outcome::Qualifies, amount(finding))).collect(),
            total: assessment.documents.iter().map(|document| sum(&document.sums)).sum(),
        }
    }
}

fn amount(finding: &Finding) -> Decimal {
    finding.estimate.and_then(|estimate| estimate.most.high).unwrap_or_default()
}

fn sum(sums: &Sums) -> Decimal {
    Sums::KINDS.into_iter().filter_map(|kind| sums.of(kind)?.most.high).sum()
}

/// The nearest number a program without decimals can hold.
#[must_use]
pub fn float(amount: Decimal) -> f64 {
    amount.try_into().unwrap_or(f64::NAN)
}
