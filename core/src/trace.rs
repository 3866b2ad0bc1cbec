//! What the evaluation found at each node, in the order of the rule: the explanation is the run that decided.

use crate::interval::Interval;
use crate::verdict::Verdict;

/// What was found at one node of a condition or an amount.
///
/// Steps stand in pre-order. The steps of a node's parts follow it directly; `end` is the place just after the last of them.
/// A [`crate::expression::Total`] is followed by a [`Finding::Row`] step for each row, which holds the steps of the
/// row's filter and amount, and then by a [`Finding::Year`] for each calendar year that is capped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The place just after this node's last step.
    pub end: u32,
    /// What was found.
    pub finding: Finding,
}

/// What was found at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Whether a condition holds.
    Verdict(Verdict),
    /// What an amount comes to.
    Value(Value),
    /// What became of a row.
    Row {
        /// Its place in the answer.
        row: u16,
        /// Whether it counts.
        fate: Fate,
    },
    /// What the rows of one calendar year come to at most, before and after the yearly cap.
    Year {
        /// The calendar year.
        year: u16,
        /// Before the cap.
        before: Interval,
        /// After the cap.
        after: Interval,
    },
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It counts.
    Kept,
    /// It may count.
    Open,
    /// The filter does not keep it.
    NotKept,
    /// Dated outside the document's window of events.
    OutsideWindow,
    /// Dated after the day of assessment.
    AfterAsOf,
    /// Used by another measure.
    UsedElsewhere,
    /// Not among the largest that count.
    NotAmongLargest,
    /// Another row of the same key is better.
    NotBestOfKey,
    /// It counts for the rows of a list inside it, and none of them counts.
    Empty,
}

/// What an amount comes to, twice: with every `up to` read as nothing, and in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// With `up to A` read as A.
    pub most: Interval,
    /// With `up to A` read as nothing; absent where nothing is said to be `up to`, so that it is the same.
    firm: Option<Interval>,
}

impl Value {
    /// The same both ways.
    #[must_use]
    pub fn both(interval: Interval) -> Self {
        Self { most: interval, firm: None }
    }

    /// With every `up to` read as nothing, and in full.
    #[must_use]
    pub fn apart(firm: Interval, most: Interval) -> Self {
        Self { most, firm: Some(firm) }
    }

    /// With `up to A` read as nothing: what is sure to be paid if anything is.
    #[must_use]
    pub fn firm(self) -> Interval {
        self.firm.unwrap_or(self.most)
    }

    /// The same, to be changed without the other.
    pub fn firm_mut(&mut self) -> &mut Interval {
        self.firm.get_or_insert(self.most)
    }

    /// Whether nothing more can be learnt about it.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.most.value().is_some() && self.firm.is_none_or(|firm| firm.value().is_some())
    }

    /// Whether it is as much as the other or more, however both turn out.
    #[must_use]
    pub fn is_never_below(self, other: Self) -> bool {
        let never = |one: Interval, other: Interval| other.high.is_some_and(|high| one.low >= high);
        never(self.most, other.most) && never(self.firm(), other.firm())
    }

    /// Applies an operation both ways.
    #[must_use]
    pub fn with(self, other: Self, apply: fn(Interval, Interval) -> Interval) -> Self {
        let apart = self.firm.is_some() || other.firm.is_some();
        Self { most: apply(self.most, other.most), firm: apart.then(|| apply(self.firm(), other.firm())) }
    }

    /// The same, what is below zero counting as zero.
    #[must_use]
    pub fn not_below_zero(self) -> Self {
        if self.firm().is_below_zero() {
            return self.with(Self::both(Interval::ZERO), Interval::max);
        }
        self
    }

    /// From nothing to this.
    #[must_use]
    pub fn from_zero(self) -> Self {
        Self { most: self.most.from_zero(), firm: self.firm.map(Interval::from_zero) }
    }
}

/// Collects steps while an evaluation runs.
#[derive(Debug, Default)]
pub struct Trace {
    steps: Vec<Step>,
    aside: bool,
    unknown: bool,
}

impl Trace {
    /// For an evaluation of which only the result is wanted: no step is kept.
    #[must_use]
    pub fn aside() -> Self {
        Self { aside: true, ..Self::default() }
    }

    /// Makes room for about so many steps.
    pub fn reserve(&mut self, steps: usize) {
        self.steps.reserve(steps);
    }

    /// Opens a node; its parts are recorded before it is closed.
    pub fn open(&mut self) -> usize {
        let place = self.steps.len();
        if !self.aside {
            self.steps.push(Step { end: 0, finding: Finding::Verdict(Verdict::Unknown) });
        }
        place
    }

    /// Closes the node opened at `place` with what was found.
    pub fn close(&mut self, place: usize, finding: Finding) {
        let end = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
        if let Some(step) = self.steps.get_mut(place) {
            *step = Step { end, finding };
        }
    }

    /// Records a node without parts.
    pub fn leaf(&mut self, finding: Finding) {
        if !self.aside {
            let end = u32::try_from(self.steps.len().saturating_add(1)).unwrap_or(u32::MAX);
            self.steps.push(Step { end, finding });
        }
    }

    /// The place of the next step.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether nothing is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Notes that a condition is unknown.
    pub fn note_unknown(&mut self) {
        self.unknown = true;
    }

    /// Whether a condition was unknown since this was last asked.
    pub fn take_unknown(&mut self) -> bool {
        core::mem::take(&mut self.unknown)
    }

    /// Changes what was found at a place.
    pub fn amend(&mut self, place: usize, finding: Finding) {
        if let Some(step) = self.steps.get_mut(place) {
            step.finding = finding;
        }
    }

    /// All steps.
    #[must_use]
    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }
}
