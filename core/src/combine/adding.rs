//! What each row of a list adds to a measure.

use rust_decimal::Decimal;

use super::Contribution;
use crate::evaluate::{Given, Scope};
use crate::fact::FactId;
use crate::interval::{Interval, sum};
use crate::library::{Document, Kind};
use crate::measure::{Estimate, Finding, Outcome, measure};
use crate::trace::Trace;
use crate::verdict::Causes;

/// What the rows of a list add to a measure. The compiler sees to it that such a measure adds them up plainly: it gives what it gives
/// without any of them and what each of its rows adds, but not more than with all of them.
pub(super) struct Adding {
    /// The place of the measure.
    pub(super) measure: u16,
    none: Option<Contribution>,
    all: Contribution,
    each: Vec<Option<Contribution>>,
    /// Whether a row may add more than the ends of what it gives tell: without it, or with it, that is not known.
    in_doubt: Vec<bool>,
    /// What to learn to know it better: without rows, and for each row.
    causes: (Causes, Vec<Causes>),
}

/// No measure: the user of a row that none uses.
pub(super) const NOBODY: u16 = u16::MAX;

impl Adding {
    /// Absent where the measure gives nothing, or has no upper end.
    pub(super) fn of(scope: Scope<'_>, document: &Document, findings: &[Finding], place: u16, list: FactId) -> Option<Self> {
        let rule = document.measures.get(usize::from(place))?;
        let alone = findings.get(usize::from(place))?;
        let all = Contribution::of(scope, rule, alone)?;
        let with = |users: &[u16]| {
            let given = [Given { list, users, to: place }];
            let mut finding = measure(Scope { used_elsewhere: &given, ..scope }, rule, &mut Trace::aside());
            if alone.outcome != Outcome::Qualifies && !finding.is_denied() {
                finding.outcome = alone.outcome;
            }
            (Contribution::of(scope, rule, &finding), finding.causes.facts.into())
        };
        let mut users = vec![NOBODY; scope.answers.rows(list).0.len()];
        let (none, without) = with(&users);
        let (mut each, mut in_doubt, mut causes) = (Vec::new(), Vec::new(), Vec::new());
        let is_known = |share: Option<Contribution>| share.is_none_or(|share| share.is_settled());
        for row in 0..users.len() {
            if let Some(user) = users.get_mut(row) {
                *user = place;
            }
            let (one, of_one) = with(&users);
            in_doubt.push(!(is_known(none) && is_known(one)));
            each.push(one.map(|one| one.less(none)));
            causes.push(of_one);
            if let Some(user) = users.get_mut(row) {
                *user = NOBODY;
            }
        }
        Some(Self { measure: place, none, all, each, in_doubt, causes: (without, causes) })
    }

    /// What the measure gives when it has its rows of these.
    pub(super) fn share(&self, users: &[u16]) -> Option<Contribution> {
        self.own(users).fold(self.none, |share, (row, _)| self.and(share, row))
    }

    /// What it gives with one more row.
    pub(super) fn and(&self, share: Option<Contribution>, row: usize) -> Option<Contribution> {
        let Some(one) = self.each.get(row).copied().flatten() else { return share };
        let base = share.unwrap_or(Contribution::nothing(self.all.kind));
        Some(base.with(one, |a, b| sum(a, b).unwrap_or(a)).with(self.all, Decimal::min))
    }

    /// Whether the row may give it anything.
    pub(super) fn counts(&self, row: usize) -> bool {
        self.in_doubt(row) || self.adds(row) != Contribution::nothing(self.all.kind)
    }

    /// Whether the row may add more than the ends of what it gives tell.
    pub(super) fn in_doubt(&self, row: usize) -> bool {
        self.in_doubt.get(row).is_none_or(|doubt| *doubt)
    }

    /// What the row alone adds.
    pub(super) fn adds(&self, row: usize) -> Contribution {
        self.each.get(row).copied().flatten().unwrap_or(Contribution::nothing(self.all.kind))
    }

    /// What to learn to know better what it gives with its rows of these, or with any rows where another way is as good.
    pub(super) fn causes(&self, users: &[u16], any: bool) -> Causes {
        let (without, each) = &self.causes;
        match self.share(users) {
            Some(share) if share.estimate.most.value().is_none() => {
                let own = each.iter().enumerate().filter(|(row, _)| any || users.get(*row) == Some(&self.measure));
                own.fold(*without, |causes, (_, one)| causes.union(*one))
            }
            _ => Causes::default(),
        }
    }

    /// Whether all its rows together reach no cap: each gives what it gives alone.
    pub(super) fn is_never_full(&self) -> bool {
        let nothing = Contribution::nothing(self.all.kind);
        let each = self.each.iter().flatten();
        let sum = each.fold(self.none.unwrap_or(nothing), |whole, one| whole.with(*one, |a, b| sum(a, b).unwrap_or(a)));
        sum == self.all
    }

    /// What it gives with all rows.
    pub(super) fn all(&self) -> Contribution {
        self.all
    }

    fn own<'a>(&self, users: &'a [u16]) -> impl Iterator<Item = (usize, &'a u16)> + use<'a> {
        let measure = self.measure;
        users.iter().enumerate().filter(move |(_, user)| **user == measure)
    }
}

impl Contribution {
    /// Nothing of that kind.
    pub(super) fn nothing(kind: Kind) -> Self {
        Self { kind, estimate: Estimate::ZERO, offered: Interval::ZERO }
    }

    /// Each of its numbers with that of the other.
    fn with(self, other: Self, of: fn(Decimal, Decimal) -> Decimal) -> Self {
        let ends = |one: Interval, other: Interval| Interval {
            low: of(one.low, other.low),
            high: one.high.zip(other.high).map(|(one, other)| of(one, other)),
        };
        let least = of(self.estimate.least, other.estimate.least);
        let estimate = Estimate { least, most: ends(self.estimate.most, other.estimate.most) };
        Self { kind: self.kind, estimate, offered: ends(self.offered, other.offered) }
    }

    /// How much more it is than the other.
    pub(super) fn less(self, other: Option<Self>) -> Self {
        other.map_or(self, |other| self.with(other, |one, other| sum(one, -other).unwrap_or(one)))
    }

    /// Perhaps nothing.
    pub(super) fn or_nothing(self) -> Self {
        let estimate = Estimate { least: Decimal::ZERO, most: self.estimate.most.from_zero() };
        Self { kind: self.kind, estimate, offered: self.offered.from_zero() }
    }

    /// Whether there is no doubt what it comes to.
    pub(super) fn is_settled(&self) -> bool {
        self.estimate.most.value() == Some(self.estimate.least) && self.offered.value().is_some()
    }
}
