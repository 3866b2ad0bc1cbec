//! How the measures of a document combine: what is dropped, which row is used where, and the sums.

mod alternatives;
mod atoms;
mod caps;
mod groups;
mod named;
mod splits;
mod sums;
mod worlds;

use core::ops::Range;

use rust_decimal::Decimal;

use crate::evaluate::{Scope, amount};
use crate::library::{CombineRule, Document, Kind, Measure};
use crate::measure::{Estimate, Finding, Outcome};
use crate::order::insert_by;
use crate::trace::Trace;
use crate::verdict::Causes;

pub use named::apply_named;
pub use sums::Sums;

/// How one combine came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combined {
    /// The place of the combine in its document.
    pub combine: u16,
    /// What its measures give together.
    pub together: Estimate,
    /// For a cap on their sum: what it took away.
    pub cap: Option<Cap>,
    /// What each of its measures adds in the best lawful alternative: its place, and the amount.
    pub shares: Vec<(u16, Estimate)>,
    /// For a list whose rows are used once: the measure each row (or block of rows) goes to in the best alternative.
    pub rows: Vec<u16>,
    /// Whether the best alternative is known for sure; else which is best still depends on answers.
    pub decided: bool,
    /// What to learn to know whether it applies, and what is left to a measure without the rows given to others.
    pub causes: Causes,
}

/// A cap on the sum of some measures: what is paid together is the smaller of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// What the measures give without it.
    pub before: Estimate,
    /// The steps of its amount.
    pub steps: Range<usize>,
}

/// The combines of a document that matter for this applicant, and its three sums. The document stands at a place of the library.
#[must_use]
pub fn combine(scope: Scope<'_>, (document, place): (&Document, u16), findings: &[Finding], trace: &mut Trace) -> (Vec<Combined>, Sums) {
    let mut sums = Sums::default();
    let mut combined = Vec::new();
    let mut grouped = Vec::new();
    for group in groups::live(scope, document, findings) {
        let (outcome, group_sums) = worlds::best_of_group(scope, (document, place), findings, &group);
        sums.add(&group_sums);
        for mut one in outcome {
            if let (Some(cap), Some(CombineRule::AtMost(at))) =
                (&mut one.cap, document.combines.get(usize::from(one.combine)).map(|one| &one.rule))
            {
                let start = trace.len();
                amount(scope, at, None, trace);
                cap.steps = start..trace.len();
            }
            insert_by(&mut combined, one, |one, other| one.combine < other.combine);
        }
        grouped.extend(group.measures);
    }
    for (place, (measure, finding)) in (0_u16..).zip(document.measures.iter().zip(findings)) {
        if let Some(contribution) = Contribution::of(measure, finding).filter(|_| !grouped.contains(&place)) {
            sums.add_one(contribution);
        }
    }
    sums.beside = sums::beside(document, findings);
    (combined, sums)
}

/// What a measure adds to a sum: the low end only where it qualifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Contribution {
    kind: Kind,
    estimate: Estimate,
}

impl Contribution {
    /// Nothing where it is denied, paid by another or has no upper end.
    fn of(measure: &Measure, finding: &Finding) -> Option<Self> {
        let estimate = finding.estimate.filter(|_| measure.paid_by.is_none() && !finding.is_denied())?;
        estimate.most.high?;
        let certain = finding.outcome == Outcome::Qualifies;
        let estimate = if certain { estimate } else { Estimate { least: Decimal::ZERO, most: estimate.most.from_zero() } };
        Some(Self { kind: finding.kind, estimate })
    }
}
