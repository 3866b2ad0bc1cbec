//! Caps on the sum of several measures. What a cap takes away is taken from the least certain kind first, and within a kind from
//! the later measures of the text first: so as much as possible stays exact.

use rust_decimal::Decimal;

use super::{Contribution, Sums};
use crate::evaluate::{Scope, amount};
use crate::interval::Interval;
use crate::library::{CombineRule, Document, Kind};
use crate::measure::Estimate;
use crate::order::insert_by;
use crate::trace::{Trace, Value};
use crate::verdict::Causes;

/// A cap on the sum of some measures of a group.
pub(super) struct Capping<'a> {
    /// The place of the combine in its document.
    pub(super) combine: u16,
    among: &'a [u16],
    at: Value,
    causes: Causes,
}

/// What a cap did: the combine, what its measures give without it and with it, what it takes away, and what to learn about the cap.
pub(super) struct Capped {
    pub(super) combine: u16,
    pub(super) before: Estimate,
    pub(super) after: Estimate,
    pub(super) taken: Interval,
    /// The most the cap can be.
    pub(super) limit: Option<Decimal>,
    pub(super) causes: Causes,
}

/// The caps among the combines that apply, those on fewer measures first.
pub(super) fn cappings<'a>(scope: Scope<'_>, document: &'a Document, applied: &[u16]) -> Vec<Capping<'a>> {
    let mut cappings = Vec::new();
    for combine in applied {
        let Some(rule) = document.combines.get(usize::from(*combine)) else { continue };
        if let CombineRule::AtMost(cap) = &rule.rule {
            let cap = amount(scope, cap, None, &mut Trace::aside());
            let one = Capping { combine: *combine, among: &rule.among, at: cap.value, causes: cap.causes };
            insert_by(&mut cappings, one, |one: &Capping<'_>, other| one.among.len() < other.among.len());
        }
    }
    cappings
}

/// Measures under one cap, or one measure by itself; in the end all of them.
pub(super) struct Block {
    measures: Vec<u16>,
    /// The sums by kind.
    pub(super) sums: Sums,
    /// What is exact and what is a ceiling together.
    pub(super) sure: Estimate,
    /// All three kinds together.
    pub(super) total: Estimate,
}

/// Applies the caps to the shares: the whole, and what each cap did.
pub(super) fn apply(cappings: &[Capping<'_>], shares: &mut [(u16, Contribution)]) -> (Block, Vec<Capped>) {
    let mut blocks: Vec<Block> = shares.iter().map(|(place, share)| Block::of(*place, *share)).collect();
    let mut capped = Vec::new();
    for capping in cappings {
        let mut under = Block::nothing();
        blocks.retain(|block| {
            let inside = block.measures.iter().any(|place| capping.among.contains(place));
            if inside {
                under.take(block);
            }
            !inside
        });
        let before = under.total;
        under.cap(capping.at);
        cap_shares(capping, shares);
        let limit = Interval::max(capping.at.most, Interval::ZERO);
        let taken = Interval::ZERO.max(before.most.minus(limit));
        capped.push(Capped { combine: capping.combine, before, after: under.total, taken, limit: limit.high, causes: capping.causes });
        blocks.push(under);
    }
    let mut whole = Block::nothing();
    for block in &blocks {
        whole.take(block);
    }
    (whole, capped)
}

impl Block {
    fn nothing() -> Self {
        Self { measures: Vec::new(), sums: Sums::default(), sure: Estimate::ZERO, total: Estimate::ZERO }
    }

    fn of(place: u16, share: Contribution) -> Self {
        let mut sums = Sums::default();
        sums.add_one(share);
        let sure = if share.kind == Kind::Assessed { Estimate::ZERO } else { share.estimate };
        Self { measures: vec![place], sums, sure, total: share.estimate }
    }

    fn take(&mut self, other: &Self) {
        self.measures.extend(&other.measures);
        self.sums.add(&other.sums);
        self.sure = self.sure.plus(other.sure);
        self.total = self.total.plus(other.total);
    }

    fn cap(&mut self, at: Value) {
        self.sure = rest(self.sure, Interval::ZERO, at);
        self.total = rest(self.total, Interval::ZERO, at);
        let mut sums = Sums::default();
        let mut before = Interval::ZERO;
        for kind in Sums::KINDS {
            if let Some(sum) = self.sums.of(kind) {
                sums.add_estimate(kind, rest(sum, before, at));
                before = before.plus(sum.most);
            }
        }
        self.sums = sums;
    }
}

fn cap_shares(capping: &Capping<'_>, shares: &mut [(u16, Contribution)]) {
    let mut before = Interval::ZERO;
    for kind in Sums::KINDS {
        for (_, share) in shares.iter_mut().filter(|(place, share)| share.kind == kind && capping.among.contains(place)) {
            let whole = share.estimate;
            share.estimate = rest(whole, before, capping.at);
            before = before.plus(whole.most);
        }
    }
}

/// What is left of an amount under a cap of which others come first.
fn rest(amount: Estimate, first: Interval, cap: Value) -> Estimate {
    let left = |cap: Decimal, first: Option<Decimal>| {
        first.map_or(Decimal::ZERO, |first| cap.checked_sub(first).unwrap_or_default().max(Decimal::ZERO))
    };
    let high = match (amount.most.high, cap.most.high) {
        (Some(high), Some(cap)) => Some(high.min(left(cap, Some(first.low)))),
        (high, None) => high,
        (None, Some(cap)) => Some(left(cap, Some(first.low))),
    };
    let low = amount.most.low.min(left(cap.most.low, first.high));
    Estimate { least: amount.least.min(left(cap.firm().low, first.high)), most: Interval { low, high } }
}
