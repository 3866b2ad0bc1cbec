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
    priced(&scope, amount, row, trace)
}

pub(super) fn priced(scope: &Scope<'_>, amount: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let place = trace.open();
    let mut found = match amount {
        Amount::Literal(value, _) => Priced::free(Value::both(Interval::point(*value)), Causes::default()),
        Amount::Place(at) => {
            let known = scope.quantity(*at, row);
            let causes = if known.value().is_some() { Causes::default() } else { cause(*at, row) };
            Priced::free(Value::both(known), causes)
        }
        Amount::Sum(parts) => sum(scope, parts, row, trace),
        Amount::Minus(left, right) => minus(scope, left, right, row, trace),
        Amount::Product(parts) => product(scope, parts, row, trace),
        Amount::BetterOf(one, other) => better_of(scope, one, other, row, trace),
        Amount::AtMost(inner, cap) => at_most(scope, inner, cap, row, trace),
        Amount::UpTo(inner, _) => {
            let inner = self::priced(scope, inner, row, trace);
            Priced { value: Value::apart(Interval::ZERO, inner.value.most), ..inner }
        }
        Amount::Total(one) => total(scope, one, row, trace),
    };
    if found.rows != RowState::Open && found.causes != Causes::default() && found.value.is_settled() {
        found.causes = Causes::default();
    }
    trace.close(place, Finding::Value(found.value));
    found
}

fn sum(scope: &Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let nothing = Priced { rows: RowState::Empty, ..Priced::free(Value::both(Interval::ZERO), Causes::default()) };
    folded(scope, parts, row, trace, nothing, |whole, part| (whole.value.with(part.value, Interval::plus), whole.rows.either(part.rows)))
}

fn product(scope: &Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let one = Priced::free(Value::both(Interval::point(rust_decimal::Decimal::ONE)), Causes::default());
    folded(scope, parts, row, trace, one, |whole, part| (whole.value.with(part.value, Interval::times), whole.rows.factor(part.rows)))
}

/// All parts one after the other, or `none` where there is none.
fn folded(
    scope: &Scope<'_>,
    parts: &[Amount],
    row: Option<AtRow<'_>>,
    trace: &mut Trace,
    none: Priced,
    fold: fn(&Priced, &Priced) -> (Value, RowState),
) -> Priced {
    let Some((first, others)) = parts.split_first() else { return none };
    let mut whole = priced(scope, first, row, trace);
    for part in others {
        let part = priced(scope, part, row, trace);
        (whole.value, whole.rows) = fold(&whole, &part);
        whole.causes = whole.causes.union(part.causes);
        whole.counting = whole.counting.union(part.counting);
    }
    whole
}

/// What is open downwards is taken away in full where the least is asked, and not at all where the most is.
fn minus(scope: &Scope<'_>, left: &Amount, right: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let left = priced(scope, left, row, trace);
    let right = priced(scope, right, row, trace);
    let (one, other) = (left.value, right.value);
    let value = Value::apart(one.firm().minus(other.most), one.most.minus(other.firm()));
    Priced { counting: left.counting, ..left.with(right, value) }
}

fn better_of(scope: &Scope<'_>, one: &Amount, other: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let one = priced(scope, one, row, trace);
    let other = priced(scope, other, row, trace);
    let causes = of_decisive(one.value.is_never_below(other.value), other.value.is_never_below(one.value), [one.causes, other.causes]);
    Priced { rows: one.rows.either(other.rows), causes, ..one.with(other, one.value.with(other.value, Interval::max)) }
}

fn at_most(scope: &Scope<'_>, inner: &Amount, cap: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let inner = priced(scope, inner, row, trace);
    let cap = priced(scope, cap, row, trace);
    let at = cap.value.not_below_zero();
    let causes = of_decisive(at.is_never_below(inner.value), inner.value.is_never_below(at), [inner.causes, cap.causes]);
    Priced { counting: inner.counting, causes, ..inner.with(cap, inner.value.with(at, Interval::min)) }
}

/// Of two amounts of which the result is one: what to learn where it is sure to be the first, or the other, or may be either.
fn of_decisive(first: bool, other: bool, [of_first, of_other]: [Causes; 2]) -> Causes {
    match (first, other) {
        (true, _) => of_first,
        (false, true) => of_other,
        (false, false) => of_first.union(of_other),
    }
}
