//! One measure × answers → outcome and estimate.

use core::ops::Range;

use rust_decimal::Decimal;

use crate::answers::Answer;
use crate::evaluate::{Priced, RowState, Scope, amount, condition};
use crate::fact::FactId;
use crate::interval::{Interval, sum};
use crate::library::{Kind, Measure, Reading};
use crate::trace::{Trace, Value};
use crate::verdict::{Causes, Judged, Verdict};

/// What comes out for a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// 可能符合.
    Qualifies,
    /// 待认定: the authority, or the reading of the text, decides.
    SubjectToReview,
    /// Answers are missing.
    NeedsAnswers,
    /// A condition is not met.
    DoesNotQualify,
    /// For another kind of applicant, or no row was entered.
    NotApplicable,
}

/// A range of money: what is sure if anything is paid, and the most that may be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// What is paid at least, if anything is.
    pub least: Decimal,
    /// The most that is paid, as far as it is known.
    pub most: Interval,
}

impl Estimate {
    /// Nothing.
    pub const ZERO: Self = Self { least: Decimal::ZERO, most: Interval::ZERO };

    /// The two added up.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { least: sum(self.least, other.least).unwrap_or(self.least), most: self.most.plus(other.most) }
    }
}

impl Estimate {
    /// Either of the two.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.hull(other.most) }
    }

    /// The better of the two, where the better one is paid.
    #[must_use]
    pub fn better(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.max(other.most) }
    }
}

impl From<Value> for Estimate {
    fn from(value: Value) -> Self {
        Self { least: value.firm().low, most: value.most }
    }
}

/// What was found for a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What comes out.
    pub outcome: Outcome,
    /// Why it is not settled, and what to learn to narrow the estimate.
    pub causes: Causes,
    /// Whether the applicant is of a kind the measure is for.
    pub applicant: Verdict,
    /// Whether all that is asked of the applicant is met, whatever the authority weighs and other readings say.
    pub met: Verdict,
    /// Whether its lists hold rows that count.
    pub rows: RowState,
    /// How certain its amount is.
    pub kind: Kind,
    /// How much, if it is paid; absent where it is denied or the text names no figure.
    pub estimate: Option<Estimate>,
    /// The steps of its condition.
    pub when_steps: Range<usize>,
    /// The steps of its amount.
    pub pays_steps: Range<usize>,
    /// What each registered reading gives.
    pub readings: Vec<ReadingFinding>,
    /// Whether a condition of the measure or of a reading is unknown, whatever it is about: a row, or what the authority recognises.
    pub undecided: bool,
    /// The combine that settled it: an agreement, or support already received (a place in the document's combines).
    pub settled_by: Option<u16>,
}

/// What a reading gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingFinding {
    /// Whether the measure is met under this reading.
    pub verdict: Verdict,
    /// How much under this reading, if it is paid.
    pub estimate: Option<Estimate>,
}

/// What is found for the measure, its steps added to the trace. A measure for others leaves no steps.
pub fn measure(scope: Scope<'_>, measure: &Measure, trace: &mut Trace) -> Finding {
    let start = trace.len();
    let applicant = applicant(scope, measure.applicants);
    if applicant.verdict == Verdict::No {
        return for_others(measure, start);
    }
    let met = measure.when.as_ref().map_or(Judged::settled(true), |when| condition(scope, when, None, trace));
    let middle = trace.len();
    let priced = measure.pays.amount().map(|pays| amount(scope, pays, None, trace));
    let priced = priced.as_ref();
    let default = Ruled::of(applicant, met, priced);
    let mut readings = Vec::with_capacity(measure.readings.len());
    let mut doubts = Causes::default();
    let mut aside = Trace::aside();
    for reading in &measure.readings {
        let ruled = read(scope, reading, applicant, &default, (&met, priced), &mut aside);
        doubts = doubts.union(ruled.doubts());
        readings.push(ReadingFinding { verdict: ruled.judged.verdict, estimate: ruled.estimate });
    }
    let (outcome, mut causes) = outcome(measure, &default, doubts);
    if matches!(outcome, Outcome::Qualifies | Outcome::SubjectToReview | Outcome::NeedsAnswers) {
        // What is below zero counts as zero, however far below it is.
        let open = priced.filter(|priced| priced.rows == RowState::Open || !priced.value.not_below_zero().is_settled());
        let amount_causes = open.map_or(Causes::default(), |priced| priced.causes);
        causes = causes.union(amount_causes);
    }
    Finding {
        outcome,
        causes,
        applicant: applicant.verdict,
        met: default.judged.verdict,
        rows: default.rows,
        kind: measure.pays.kind(),
        estimate: default.estimate,
        when_steps: start..middle,
        pays_steps: middle..trace.len(),
        readings,
        undecided: trace.take_unknown() | aside.take_unknown(),
        settled_by: None,
    }
}

fn for_others(measure: &Measure, start: usize) -> Finding {
    let denied = ReadingFinding { verdict: Verdict::No, estimate: None };
    Finding {
        outcome: Outcome::NotApplicable,
        causes: Causes::default(),
        applicant: Verdict::No,
        met: Verdict::No,
        rows: RowState::Free,
        kind: measure.pays.kind(),
        estimate: None,
        when_steps: start..start,
        pays_steps: start..start,
        readings: vec![denied; measure.readings.len()],
        undecided: false,
        settled_by: None,
    }
}

/// What a reading gives; what it does not change is as by default.
fn read(
    scope: Scope<'_>,
    reading: &Reading,
    applicant: Judged,
    default: &Ruled,
    (met, priced): (&Judged, Option<&Priced>),
    aside: &mut Trace,
) -> Ruled {
    let asked = reading.when.as_ref().filter(|_| !(reading.besides && met.verdict == Verdict::No));
    let under = match asked.map(|when| condition(scope, when, None, aside)) {
        Some(more) if reading.besides => met.and(more),
        Some(other) => other,
        None => *met,
    };
    match &reading.pays {
        None if under == *met => *default,
        None => Ruled::of(applicant, under, priced),
        Some(pays) => Ruled::of(applicant, under, Some(&amount(scope, pays, None, aside))),
    }
}

/// Whether a measure is met, and how much it then pays.
#[derive(Clone, Copy)]
struct Ruled {
    judged: Judged,
    rows: RowState,
    estimate: Option<Estimate>,
}

impl Ruled {
    fn of(applicant: Judged, met: Judged, priced: Option<&Priced>) -> Self {
        let rows = priced.map_or(RowState::Free, |priced| priced.rows);
        let counted = match rows {
            RowState::Free | RowState::Kept => Judged::settled(true),
            RowState::Open => Judged::unknown(priced.map_or(Causes::default(), |priced| priced.counting)),
            RowState::Empty | RowState::Denied => Judged::settled(false),
        };
        let judged = applicant.and(met).and(counted);
        let estimate = priced.filter(|_| judged.verdict != Verdict::No).map(|priced| priced.value.not_below_zero().into());
        Self { judged, rows, estimate }
    }

    /// Why this reading leaves open what another grants.
    fn doubts(&self) -> Causes {
        match self.judged.verdict {
            Verdict::Yes => Causes::default(),
            Verdict::No => Causes::TEXT,
            Verdict::Unknown => self.judged.causes,
        }
    }
}

/// Whether the applicant is of one of the kinds given as bits.
fn applicant(scope: Scope<'_>, kinds: u64) -> Judged {
    let Some(fact) = scope.library.applicant else {
        return Judged::settled(true);
    };
    match scope.answers.get(fact) {
        Some(Answer::Choices(chosen)) => Judged::settled(chosen & kinds != 0),
        _ => Judged::unknown(Causes::fact(fact)),
    }
}

fn outcome(measure: &Measure, ruled: &Ruled, doubts: Causes) -> (Outcome, Causes) {
    let review = Causes::AUTHORITY;
    match ruled.judged.verdict {
        Verdict::No if ruled.rows == RowState::Empty => (Outcome::NotApplicable, Causes::default()),
        Verdict::No => (Outcome::DoesNotQualify, Causes::default()),
        Verdict::Unknown => (open_outcome(ruled.judged.causes), ruled.judged.causes),
        Verdict::Yes => {
            let causes = if decided_by_authority(measure) { doubts.union(review) } else { doubts };
            if causes == Causes::default() { (Outcome::Qualifies, causes) } else { (open_outcome(causes), causes) }
        }
    }
}

fn open_outcome(causes: Causes) -> Outcome {
    if causes.facts.is_empty() { Outcome::SubjectToReview } else { Outcome::NeedsAnswers }
}

/// Where the authority weighs the amount, another policy or no figure decides it, or the text states
/// neither a condition nor an amount and only gives a direction.
fn decided_by_authority(measure: &Measure) -> bool {
    match measure.pays.kind() {
        Kind::Exact | Kind::Ceiling => false,
        Kind::Assessed | Kind::Elsewhere | Kind::Unstated => true,
        Kind::None => measure.when.is_none(),
    }
}

impl Finding {
    /// The finding once a combine on agreements or support already received has been heard:
    /// `outcome` with no estimate of its own, unless the measure is denied anyway.
    #[must_use]
    pub fn settled(mut self, combine: u16, outcome: Outcome) -> Self {
        if self.is_denied() {
            return self;
        }
        self.outcome = outcome;
        self.causes = if outcome == Outcome::SubjectToReview { Causes::AUTHORITY } else { Causes::default() };
        self.estimate = None;
        self.settled_by = Some(combine);
        if outcome == Outcome::SubjectToReview {
            self.kind = Kind::Elsewhere;
        }
        self
    }

    /// The finding while it is not known whether such a combine applies.
    #[must_use]
    pub fn waiting_for(mut self, fact: FactId) -> Self {
        if !self.is_denied() {
            self.outcome = Outcome::NeedsAnswers;
            self.met = Verdict::Unknown;
            self.causes = self.causes.union(Causes::fact(fact));
        }
        self
    }

    /// Whether the measure gives nothing.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        matches!(self.outcome, Outcome::DoesNotQualify | Outcome::NotApplicable)
    }
}
