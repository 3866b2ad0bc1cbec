//! Amount × answers → value.

use super::total::{RowState, total};
use super::{AtRow, Scope, cause};
use crate::expression::Amount;
use crate::interval::Interval;
use crate::trace::{Finding, Trace, Value};
use crate::verdict::Causes;

/// What an amount comes to, and why it is not known better.
#[derive(Clone, Copy, Debug)]
pub struct Priced {
    /// The value.
    pub value: Value,
    /// What to learn to know it better; empty once it is settled and no row is open.
    pub causes: Causes,
    /// What the lists that drive it hold.
    pub rows: RowState,
    /// What to learn to know whether rows that are open count.
    pub counting: Causes,
}

/// What an amount comes to.
#[derive(Clone, Copy)]
pub(super) struct Worth {
    pub(super) value: Value,
    /// What the lists that drive it hold.
    pub(super) rows: RowState,
}

/// Why amounts are not known better.
#[derive(Clone, Copy, Default)]
pub(super) struct Missing {
    /// What to learn to know them better.
    pub(super) causes: Causes,
    /// What to learn to know whether rows that are open count.
    pub(super) counting: Causes,
}

impl Worth {
    /// Driven by no list.
    fn free(known: Interval) -> Self {
        Self { value: Value::both(known), rows: RowState::Free }
    }
}

impl Missing {
    /// Of two amounts of which the result is one, the first driving, each with whether the result is sure to be it.
    fn add_decisive(&mut self, (first, is_first): (&Self, bool), (other, is_other): (&Self, bool)) {
        if is_first || !is_other {
            self.causes.add(&first.causes);
        }
        if !is_first {
            self.causes.add(&other.causes);
        }
        self.counting.add(&first.counting);
    }
}

/// What the amount comes to, with its steps.
pub fn amount(scope: Scope<'_>, amount: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let mut missing = Missing::default();
    let Worth { value, rows } = priced(&scope, amount, row, &mut missing, trace);
    Priced { value, causes: missing.causes, rows, counting: missing.counting }
}

/// What the amount comes to, with its steps. What to learn is added to `missing`.
pub(super) fn priced(scope: &Scope<'_>, amount: &Amount, row: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let place = trace.open();
    let mut within = Missing::default();
    let worth = match amount {
        Amount::Literal(value, _) => return leaf(Interval::point(*value), place, trace),
        Amount::Place(at) => {
            let known = scope.quantity(*at, row);
            if known.value().is_none() {
                missing.causes.add(&cause(*at, row));
            }
            return leaf(known, place, trace);
        }
        Amount::Sum(parts) => sum(scope, parts, row, &mut within, trace),
        Amount::Minus(left, right) => minus(scope, left, right, row, &mut within, trace),
        Amount::Product(parts) => product(scope, parts, row, &mut within, trace),
        Amount::BetterOf(one, other) => better_of(scope, one, other, row, &mut within, trace),
        Amount::AtMost(inner, cap) => at_most(scope, inner, cap, row, &mut within, trace),
        Amount::UpTo(inner, _) => {
            let inner = priced(scope, inner, row, &mut within, trace);
            Worth { value: Value::apart(Interval::ZERO, inner.value.most), ..inner }
        }
        Amount::Total(one) => total(scope, one, row, &mut within, trace),
    };
    if worth.rows == RowState::Open || !worth.value.is_settled() {
        missing.causes.add(&within.causes);
    }
    missing.counting.add(&within.counting);
    trace.close(place, Finding::Value(worth.value));
    worth
}

fn leaf(known: Interval, place: usize, trace: &mut Trace) -> Worth {
    let worth = Worth::free(known);
    trace.close(place, Finding::Value(worth.value));
    worth
}

fn sum(scope: &Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let nothing = Worth { value: Value::both(Interval::ZERO), rows: RowState::Empty };
    let parts = parts.iter().map(|part| priced(scope, part, row, missing, trace));
    let add = |whole: Worth, part: Worth| Worth { value: whole.value.with(part.value, Interval::plus), rows: whole.rows.either(part.rows) };
    parts.reduce(add).unwrap_or(nothing)
}

fn product(scope: &Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let one = Worth::free(Interval::point(rust_decimal::Decimal::ONE));
    let parts = parts.iter().map(|part| priced(scope, part, row, missing, trace));
    let times =
        |whole: Worth, part: Worth| Worth { value: whole.value.with(part.value, Interval::times), rows: whole.rows.factor(part.rows) };
    parts.reduce(times).unwrap_or(one)
}

/// What is open downwards is taken away in full where the least is asked, and not at all where the most is. Rows that are taken away do
/// not decide whether something counts.
fn minus(scope: &Scope<'_>, left: &Amount, right: &Amount, row: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let left = priced(scope, left, row, missing, trace);
    let mut of_right = Missing::default();
    let right = priced(scope, right, row, &mut of_right, trace);
    missing.causes.add(&of_right.causes);
    let (one, other) = (left.value, right.value);
    Worth { value: Value::apart(one.firm().minus(other.most), one.most.minus(other.firm())), ..left }
}

fn better_of(scope: &Scope<'_>, one: &Amount, other: &Amount, row: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let [mut of_one, mut of_other] = [Missing::default(); 2];
    let one = priced(scope, one, row, &mut of_one, trace);
    let other = priced(scope, other, row, &mut of_other, trace);
    missing.add_decisive((&of_one, one.value.is_never_below(other.value)), (&of_other, other.value.is_never_below(one.value)));
    missing.counting.add(&of_other.counting);
    Worth { value: one.value.with(other.value, Interval::max), rows: one.rows.either(other.rows) }
}

fn at_most(scope: &Scope<'_>, inner: &Amount, cap: &Amount, row: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let [mut of_inner, mut of_cap] = [Missing::default(); 2];
    let inner = priced(scope, inner, row, &mut of_inner, trace);
    let cap = priced(scope, cap, row, &mut of_cap, trace);
    let at = cap.value.not_below_zero();
    missing.add_decisive((&of_inner, at.is_never_below(inner.value)), (&of_cap, inner.value.is_never_below(at)));
    Worth { value: inner.value.with(at, Interval::min), ..inner }
}
