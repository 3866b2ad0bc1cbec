//! The three sums of a document, which are never added to each other.

use super::{Contribution, stands_beside};
use crate::evaluate::Scope;
use crate::library::{Document, Kind};
use crate::measure::{Estimate, Finding};

/// The sums of a document by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What fixed sums and rates give; absent where no measure adds to it.
    pub exact: Option<Estimate>,
    /// What formulas with 不超过 or 最高 give.
    pub ceiling: Option<Estimate>,
    /// What the authority weighs.
    pub assessed: Option<Estimate>,
    /// Whether more is unknown than can be tried in every way, so that the sums may be wider than they need be.
    pub wide: bool,
    /// Measures in no sum: paid by another or to another, or without an upper end.
    pub beside: Vec<u16>,
}

impl Sums {
    /// Adds what one measure gives.
    pub(super) fn add_one(&mut self, contribution: Contribution) {
        self.add_estimate(contribution.kind, contribution.estimate);
    }

    /// The sums while it is open which of two ways holds.
    pub(super) fn hull(&self, other: &Self) -> Self {
        let mut hull = Self { wide: self.wide || other.wide, ..Self::default() };
        for kind in Self::KINDS {
            let (one, that) = (self.of(kind), other.of(kind));
            if one.or(that).is_some() {
                hull.add_estimate(kind, one.unwrap_or(Estimate::ZERO).hull(that.unwrap_or(Estimate::ZERO)));
            }
        }
        hull
    }

    /// Adds other sums.
    pub(super) fn add(&mut self, other: &Self) {
        self.wide |= other.wide;
        for kind in Self::KINDS {
            if let Some(estimate) = other.of(kind) {
                self.add_estimate(kind, estimate);
            }
        }
    }

    /// The kinds that have a sum.
    pub const KINDS: [Kind; 3] = [Kind::Exact, Kind::Ceiling, Kind::Assessed];

    /// The sum of that kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> Option<Estimate> {
        match kind {
            Kind::Exact => self.exact,
            Kind::Ceiling => self.ceiling,
            Kind::Assessed => self.assessed,
            Kind::Elsewhere | Kind::Unstated | Kind::None => None,
        }
    }

    pub(super) fn add_estimate(&mut self, kind: Kind, estimate: Estimate) {
        let sum = match kind {
            Kind::Exact => &mut self.exact,
            Kind::Ceiling => &mut self.ceiling,
            Kind::Assessed => &mut self.assessed,
            Kind::Elsewhere | Kind::Unstated | Kind::None => return,
        };
        *sum = Some(sum.unwrap_or(Estimate::ZERO).plus(estimate));
    }
}

/// Measures that may pay but stand beside the sums.
pub(super) fn beside(scope: Scope<'_>, document: &Document, findings: &[Finding]) -> Vec<u16> {
    let all = (0_u16..).zip(document.measures.iter().zip(findings));
    all.filter(|(_, (measure, finding))| match finding.estimate {
        Some(estimate) => !finding.is_denied() && (stands_beside(scope, measure) || estimate.most.high.is_none()),
        None => false,
    })
    .map(|(place, _)| place)
    .collect()
}
