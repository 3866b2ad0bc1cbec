//! One deliberate change to a rule, by which the examples are tested: a worked case counts for a threshold or a cap
//! only if its expectation fails once that threshold or cap is changed.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::expression::{Amount, Comparison, Condition, Sign};
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use crate::diagnostic::Span;
use crate::expr::Node;

/// A change to the nodes at some places of one document, all alike.
#[derive(Clone, Debug)]
pub struct Change {
    /// The document, as its place among all.
    pub document: usize,
    /// The nodes.
    pub at: BTreeSet<Span>,
    /// What is done to them.
    pub how: How,
}

/// What is done to a comparison, a cap, a number of rows or any other part.
#[derive(Clone, Debug)]
pub enum How {
    /// The comparison is turned round for values in the zone, and only there.
    Turn(Zone),
    /// The cap is taken away.
    NoCap,
    /// The cap is moved by so many smallest steps.
    MoveCap(Decimal),
    /// The cap is nothing.
    ZeroCap,
    /// So many rows count after `largest`.
    Rows(u16),
    /// Every row of a key counts.
    EveryRow,
    /// Each part says something else; a whole condition may say nothing at all.
    Instead(BTreeMap<Span, Option<Node>>),
}

impl Change {
    /// Other parts instead of those at some places of the document.
    #[must_use]
    pub fn instead(document: usize, parts: BTreeMap<Span, Option<Node>>) -> Self {
        Self { document, at: parts.keys().copied().collect(), how: How::Instead(parts) }
    }

    /// The part that stands at the place instead.
    pub(super) fn part(&self, at: Span) -> Option<&Node> {
        self.parts()?.get(&at)?.as_ref()
    }

    /// Whether the whole condition at the place says nothing.
    pub(super) fn silences(&self, at: Span) -> bool {
        self.parts().and_then(|parts| parts.get(&at)).is_some_and(Option::is_none)
    }

    fn parts(&self) -> Option<&BTreeMap<Span, Option<Node>>> {
        match &self.how {
            How::Instead(parts) => Some(parts),
            _ => None,
        }
    }
}

/// Values beside a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Below it by one smallest step at most.
    JustBelow,
    /// On it.
    At,
    /// Above it by one smallest step at most.
    JustAbove,
}

/// The comparison with its truth turned round where the left side lies in the zone.
pub(super) fn turn(comparison: Comparison, unit: Unit, zone: Zone) -> Condition {
    let Comparison { left, right, .. } = &comparison;
    let compare = |left: Amount, sign, right: &Amount| Condition::Compare(Box::new(Comparison { left, sign, right: right.clone() }));
    let inside = match zone {
        Zone::JustBelow => Condition::All(vec![
            compare(plus(left.clone(), unit.step(), unit), Sign::AtLeast, right),
            compare(left.clone(), Sign::LessThan, right),
        ]),
        Zone::At => compare(left.clone(), Sign::Equal, right),
        Zone::JustAbove => Condition::All(vec![
            compare(left.clone(), Sign::MoreThan, right),
            compare(left.clone(), Sign::AtMost, &plus(right.clone(), unit.step(), unit)),
        ]),
    };
    let holds = Condition::Compare(Box::new(comparison));
    let not = |condition: &Condition| Condition::Not(Box::new(condition.clone()));
    Condition::Any(vec![Condition::All(vec![holds.clone(), not(&inside)]), Condition::All(vec![not(&holds), inside])])
}

/// The cap after the change; absent: none.
pub(super) fn cap(cap: Amount, unit: Unit, how: &How) -> Option<Amount> {
    match how {
        How::NoCap => None,
        How::MoveCap(steps) => Some(plus(cap, steps.checked_mul(unit.step()).unwrap_or_default(), unit)),
        How::ZeroCap => Some(Amount::Literal(Decimal::ZERO, unit)),
        How::Turn(_) | How::Rows(_) | How::EveryRow | How::Instead(_) => Some(cap),
    }
}

fn plus(amount: Amount, step: Decimal, unit: Unit) -> Amount {
    Amount::Sum(vec![amount, Amount::Literal(step, unit)])
}
