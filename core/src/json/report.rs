//! An assessment in the one JSON form.

use serde::Serialize;

use super::write::{Written, quantity, written};
use crate::answers::Answers;
use crate::assess::{Assessment, DocumentFinding};
use crate::claim::Claimable;
use crate::combine::{Cap, Combined, Dropped, Sums};
use crate::explain::arithmetic;
use crate::interval::Interval;
use crate::interview::questions;
use crate::library::{Combine, CombineRule, Document, Kind, Library};
use crate::measure::{Estimate, Outcome};
use crate::pack;
use crate::quantity::{Shown, Unit};
use crate::trace::{Finding, Step};
use crate::verdict::{FactSet, Verdict};

mod advice;
mod measure;

pub use advice::{Advised, advised};
use measure::{LineReport, MeasureReport, line_report};

/// The version of this form.
pub const FORM: u32 = 1;

/// The version of the engine.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// A whole assessment with the answers it is of.
#[derive(Serialize)]
pub struct Report<'a> {
    form: u32,
    engine: &'static str,
    pack: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules_checked: Option<String>,
    as_of: String,
    answers: Written<'a>,
    documents: Vec<DocumentReport<'a>>,
    questions: Vec<&'a str>,
}

/// One document.
#[derive(Serialize)]
struct DocumentReport<'a> {
    id: &'a str,
    number: &'a str,
    claimable: &'static str,
    sums: SumsReport<'a>,
    measures: Vec<MeasureReport<'a>>,
    combined: Vec<CombinedReport<'a>>,
}

#[derive(Serialize)]
struct SumsReport<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<EstimateReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ceiling: Option<EstimateReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessed: Option<EstimateReport>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    wide: bool,
    beside: Vec<&'a str>,
}

#[derive(Serialize)]
struct CombinedReport<'a> {
    id: &'a str,
    quote: String,
    applies: bool,
    together: EstimateReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<CapReport<'a>>,
    shares: Vec<ShareReport<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<&'a str>,
    decided: bool,
    tied: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dropped: Vec<DroppedReport<'a>>,
    #[serde(flatten)]
    open: OpenReport<'a>,
}

/// What something unknown waits for.
#[derive(Serialize)]
struct OpenReport<'a> {
    missing: Vec<&'a str>,
    authority: bool,
    text: bool,
    list: bool,
}

/// A measure, or a row of a list for a measure, that is not paid because another is.
#[derive(Serialize)]
struct DroppedReport<'a> {
    measure: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u16>,
    gives: String,
    winner: &'a str,
}

/// A cap on a sum: `together` is the smaller of `before` and `at_most`.
#[derive(Serialize)]
struct CapReport<'a> {
    before: EstimateReport,
    taken: String,
    at_most: String,
    arithmetic: Vec<LineReport<'a>>,
}

#[derive(Serialize)]
struct ShareReport<'a> {
    measure: &'a str,
    #[serde(flatten)]
    estimate: EstimateReport,
}

/// What is paid at least, and the most that is paid.
#[derive(Serialize)]
pub(super) struct EstimateReport {
    least: String,
    most: String,
}

impl From<Estimate> for EstimateReport {
    fn from(estimate: Estimate) -> Self {
        Self { least: Shown(estimate.least, Unit::Yuan).to_string(), most: money(estimate.most) }
    }
}

/// The assessment of these answers, ready to be written.
#[must_use]
pub fn report<'a>(library: &'a Library, answers: &'a Answers, assessment: &'a Assessment) -> Report<'a> {
    Report {
        form: FORM,
        engine: ENGINE,
        pack: pack::VERSION,
        rules: library.fingerprint.as_deref(),
        rules_checked: library.checked.map(|date| date.to_string()),
        as_of: assessment.as_of.to_string(),
        answers: written(library, answers),
        documents: assessment.documents.iter().filter_map(|finding| document(library, assessment, finding)).collect(),
        questions: questions(library, answers, assessment).into_iter().filter_map(|fact| Some(library.fact(fact)?.name.as_str())).collect(),
    }
}

fn document<'a>(library: &'a Library, assessment: &'a Assessment, finding: &'a DocumentFinding) -> Option<DocumentReport<'a>> {
    let document = library.documents.get(usize::from(finding.document))?;
    let measures = document.measures.iter().zip(&finding.measures);
    Some(DocumentReport {
        id: &document.id,
        number: &document.number,
        claimable: claimable(finding.claimable),
        sums: sums(document, &finding.sums),
        measures: measures.map(|(rule, found)| measure::report(library, document, rule, found, &assessment.steps)).collect(),
        combined: finding.combined.iter().filter_map(|one| combined(library, document, one, &assessment.steps)).collect(),
    })
}

fn sums<'a>(document: &'a Document, sums: &Sums) -> SumsReport<'a> {
    SumsReport {
        exact: sums.exact.map(Into::into),
        ceiling: sums.ceiling.map(Into::into),
        assessed: sums.assessed.map(Into::into),
        wide: sums.wide,
        beside: sums.beside.iter().filter_map(|place| measure_id(document, *place)).collect(),
    }
}

fn combined<'a>(library: &'a Library, document: &'a Document, one: &Combined, steps: &[Step]) -> Option<CombinedReport<'a>> {
    let combine = document.combines.get(usize::from(one.combine))?;
    let share =
        |(place, estimate): &(u16, Estimate)| Some(ShareReport { measure: measure_id(document, *place)?, estimate: (*estimate).into() });
    Some(CombinedReport {
        id: &combine.id,
        quote: document.quotes_in(combine.quotes).iter().map(|quote| quote.text.as_str()).collect(),
        applies: one.applies.verdict == Verdict::Yes,
        together: one.together.into(),
        cap: one.cap.as_ref().and_then(|found| cap(library, combine, found, steps)),
        shares: one.shares.iter().filter_map(share).collect(),
        rows: one.rows.iter().filter_map(|place| measure_id(document, *place)).collect(),
        decided: one.decided,
        tied: one.tied,
        dropped: one.dropped.iter().filter_map(|one| dropped(document, *one)).collect(),
        open: OpenReport {
            missing: fact_names(library, one.causes.facts),
            authority: one.causes.authority(),
            text: one.causes.text(),
            list: one.causes.list(),
        },
    })
}

fn dropped(document: &Document, one: Dropped) -> Option<DroppedReport<'_>> {
    Some(DroppedReport {
        measure: measure_id(document, one.measure)?,
        row: one.row,
        gives: money(one.gives),
        winner: measure_id(document, one.winner)?,
    })
}

fn cap<'a>(library: &'a Library, combine: &'a Combine, found: &Cap, steps: &[Step]) -> Option<CapReport<'a>> {
    let CombineRule::AtMost(amount) = &combine.rule else { return None };
    let Finding::Value(at) = steps.get(found.steps.start)?.finding else { return None };
    let lines = arithmetic(library, amount, steps, &found.steps);
    Some(CapReport {
        before: found.before.into(),
        taken: money(found.taken),
        at_most: money(at.most),
        arithmetic: lines.iter().map(|line| line_report(library, line)).collect(),
    })
}

fn measure_id(document: &Document, place: u16) -> Option<&str> {
    document.measures.get(usize::from(place)).map(|measure| measure.id.as_str())
}

pub(super) fn fact_names(library: &Library, facts: FactSet) -> Vec<&str> {
    facts.iter().filter_map(|fact| Some(library.fact(fact)?.name.as_str())).collect()
}

pub(super) fn money(interval: Interval) -> String {
    quantity(interval, Unit::Yuan)
}

fn claimable(claimable: Claimable) -> &'static str {
    match claimable {
        Claimable::NotYet => "not_yet",
        Claimable::InForce => "in_force",
        Claimable::Check => "check",
        Claimable::Expired => "expired",
        Claimable::Draft => "draft",
        Claimable::NotStated => "not_stated",
        Claimable::Background => "background",
    }
}

impl Outcome {
    /// The name in reports and examples.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Qualifies => "qualifies",
            Self::SubjectToReview => "subject_to_review",
            Self::NeedsAnswers => "needs_answers",
            Self::DoesNotQualify => "does_not_qualify",
            Self::NotApplicable => "not_applicable",
        }
    }
}

impl Kind {
    /// The name in reports and examples.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Ceiling => "ceiling",
            Self::Assessed => "assessed",
            Self::Elsewhere => "elsewhere",
            Self::Unstated => "unstated",
            Self::None => "none",
        }
    }
}
