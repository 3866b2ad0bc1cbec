//! How the measures of a document combine: what is dropped, which row is used where, and the sums.

mod adding;
mod alone;
mod alternatives;
mod atoms;
mod caps;
mod explained;
mod filling;
mod giving;
mod groups;
mod named;
mod settle;
mod splits;
mod sums;
mod worlds;

use core::ops::Range;

use rust_decimal::Decimal;

use crate::answers::Answer;
use crate::evaluate::Scope;
use crate::interval::Interval;
use crate::library::{Document, Kind, Measure};
use crate::measure::{Estimate, Finding, Outcome};
use crate::order::insert_by;
use crate::trace::Trace;
use crate::verdict::{Causes, Judged, Verdict};

pub use named::apply_named;
pub use sums::Sums;

/// How one combine came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combined {
    /// The place of the combine in its document.
    pub combine: u16,
    /// Whether it applies; where that is not known, why.
    pub applies: Judged,
    /// What its measures give together.
    pub together: Estimate,
    /// For a cap on their sum: what it took away.
    pub cap: Option<Cap>,
    /// What each of its measures adds in the best lawful alternative: its place, and the amount. While it is open which is best,
    /// what each adds in any that may be.
    pub shares: Vec<(u16, Estimate)>,
    /// For a list whose rows are used once, once that is decided: the measure each row goes to.
    pub rows: Vec<u16>,
    /// Whether the best alternative is known for sure; else which is best still depends on answers, or on the authority.
    pub decided: bool,
    /// Whether another alternative gives the same.
    pub tied: bool,
    /// Once it is decided: what is not paid because of the combine.
    pub dropped: Vec<Dropped>,
    /// What decides whether it applies and which alternative is best, and what to learn to know the amounts better.
    pub causes: Causes,
}

/// A cap on the sum of some measures: what is paid together is the smaller of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// What the measures give without it.
    pub before: Estimate,
    /// How much of that it takes away.
    pub taken: Interval,
    /// The steps of its amount.
    pub steps: Range<usize>,
}

/// A measure that is not paid because another is, or a row that is not used for a measure because another uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The measure.
    pub measure: u16,
    /// The row; absent: the whole measure.
    pub row: Option<u16>,
    /// How much more the measure would give.
    pub gives: Interval,
    /// The measure that is paid instead, or uses the row.
    pub winner: u16,
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
        let applies = group.clusters.iter().flat_map(|cluster| &cluster.combines);
        for (one, (_, applies)) in outcome.into_iter().zip(applies) {
            let told = explained::explained(scope, document, findings, Combined { applies: *applies, ..one }, trace);
            insert_by(&mut combined, told, |one, other| one.combine < other.combine);
        }
        grouped.extend(group.measures);
    }
    for (place, (measure, finding)) in (0_u16..).zip(document.measures.iter().zip(findings)) {
        if let Some(contribution) = Contribution::of(scope, measure, finding).filter(|_| !grouped.contains(&place)) {
            sums.add_one(contribution);
        }
    }
    sums.beside = sums::beside(scope, document, findings);
    (combined, sums)
}

/// What a measure adds to a sum: the low end only where it qualifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Contribution {
    kind: Kind,
    estimate: Estimate,
    /// The same as far as it depends on the applicant: where the authority only weighs the amount, all it may come to.
    offered: Interval,
}

impl Contribution {
    /// Nothing where it is denied, paid by or to another, or has no upper end.
    fn of(scope: Scope<'_>, measure: &Measure, finding: &Finding) -> Option<Self> {
        let estimate = finding.estimate.filter(|_| !stands_beside(scope, measure) && !finding.is_denied())?;
        estimate.most.high?;
        let open = Estimate { least: Decimal::ZERO, most: estimate.most.from_zero() };
        let certain = if finding.outcome == Outcome::Qualifies { estimate } else { open };
        let offered = if finding.met == Verdict::Yes { estimate.most } else { certain.most };
        Some(Self { kind: finding.kind, estimate: certain, offered })
    }
}

/// Whether another pays, or a person who is not the firm that applies receives the money.
fn stands_beside(scope: Scope<'_>, measure: &Measure) -> bool {
    let persons = scope.library.persons;
    let applicant = scope.library.applicant.and_then(|fact| scope.answers.get(fact));
    let of_a_firm = matches!(applicant, Some(Answer::Choices(kinds)) if kinds & !persons != 0);
    measure.paid_by.is_some() || (of_a_firm && measure.applicants & !persons == 0)
}
