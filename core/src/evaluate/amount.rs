//! Amount × answers → value.

use super::total::{RowState, total};
use super::{AtRow, Scope, cause};
use crate::expression::Amount;
use crate::interval::Interval;
use crate::trace::{Finding, Trace, Value};
use crate::verdict::Causes;

/// What an amount comes to.
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

impl Priced {
    pub(super) fn free(value: Value, causes: Causes) -> Self {
        Self { value, causes, rows: RowState::Free, counting: Causes::default() }
    }

    /// Of two parts, this one driving.
    fn with(self, other: Self, value: Value) -> Self {
        let (causes, counting) = (self.causes.union(other.causes), self.counting.union(other.counting));
        Self { value, causes, counting, rows: self.rows }
    }
}

/// What the amount comes to, with its steps.
pub fn amount(scope: Scope<'_>, amount: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let place = trace.open();
    let mut priced = match amount {
        Amount::Literal(value, _) => Priced::free(Value::both(Interval::point(*value)), Causes::default()),
        Amount::Place(at) => Priced::free(Value::both(scope.quantity(*at, row)), cause(*at, row)),
        Amount::Sum(parts) => sum(scope, parts, row, trace),
        Amount::Minus(left, right) => minus(scope, left, right, row, trace),
        Amount::Product(parts) => product(scope, parts, row, trace),
        Amount::BetterOf(one, other) => better_of(scope, one, other, row, trace),
        Amount::AtMost(inner, cap) => at_most(scope, inner, cap, row, trace),
        Amount::UpTo(inner, _) => {
            let inner = self::amount(scope, inner, row, trace);
            Priced { value: Value { firm: Interval::ZERO, most: inner.value.most }, ..inner }
        }
        Amount::Total(one) => total(scope, one, row, trace),
    };
    if priced.value.is_settled() && priced.rows != RowState::Open {
        priced.causes = Causes::default();
    }
    trace.close(place, Finding::Value(priced.value));
    priced
}

fn sum(scope: Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let nothing = Priced { rows: RowState::Empty, ..Priced::free(Value::both(Interval::ZERO), Causes::default()) };
    parts.iter().fold(nothing, |whole, part| {
        let part = amount(scope, part, row, trace);
        Priced { rows: whole.rows.either(part.rows), ..whole.with(part, whole.value.with(part.value, Interval::plus)) }
    })
}

fn product(scope: Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let one = Priced::free(Value::both(Interval::point(rust_decimal::Decimal::ONE)), Causes::default());
    parts.iter().fold(one, |whole, part| {
        let part = amount(scope, part, row, trace);
        Priced { rows: whole.rows.factor(part.rows), ..whole.with(part, whole.value.with(part.value, Interval::times)) }
    })
}

/// What is open downwards is taken away in full where the least is asked, and not at all where the most is.
fn minus(scope: Scope<'_>, left: &Amount, right: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let left = amount(scope, left, row, trace);
    let right = amount(scope, right, row, trace);
    let value = Value { firm: left.value.firm.minus(right.value.most), most: left.value.most.minus(right.value.firm) };
    Priced { counting: left.counting, ..left.with(right, value) }
}

fn better_of(scope: Scope<'_>, one: &Amount, other: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let one = amount(scope, one, row, trace);
    let other = amount(scope, other, row, trace);
    Priced { rows: one.rows.either(other.rows), ..one.with(other, one.value.with(other.value, Interval::max)) }
}

fn at_most(scope: Scope<'_>, inner: &Amount, cap: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let inner = amount(scope, inner, row, trace);
    let cap = amount(scope, cap, row, trace);
    Priced { counting: inner.counting, ..inner.with(cap, inner.value.with(cap.value.not_below_zero(), Interval::min)) }
}
