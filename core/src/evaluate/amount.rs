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
}

impl Priced {
    fn free(value: Value, causes: Causes) -> Self {
        Self { value, causes, rows: RowState::Free }
    }
}

/// What the amount comes to, with its steps.
pub fn amount(scope: Scope<'_>, amount: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let place = trace.open();
    let mut priced = match amount {
        Amount::Literal(value, _) => Priced::free(Value::both(Interval::point(*value)), Causes::default()),
        Amount::Place(at) => Priced::free(Value::both(scope.quantity(*at, row)), cause(*at, row)),
        Amount::Sum(parts) => sum(scope, parts, row, trace),
        Amount::Product(parts) => product(scope, parts, row, trace),
        Amount::AtMost(inner, cap) => at_most(scope, inner, cap, row, trace),
        Amount::UpTo(inner, _) => {
            let inner = self::amount(scope, inner, row, trace);
            Priced { value: Value { firm: Interval::ZERO, most: inner.value.most }, ..inner }
        }
        Amount::Total(one) => total(scope, one, trace),
    };
    if priced.value.is_settled() && priced.rows != RowState::Open {
        priced.causes = Causes::default();
    }
    trace.close(place, Finding::Value(priced.value));
    priced
}

fn sum(scope: Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let mut whole = Priced { value: Value::both(Interval::ZERO), causes: Causes::default(), rows: RowState::Empty };
    for part in parts {
        let part = amount(scope, part, row, trace);
        whole = Priced {
            value: whole.value.with(part.value, Interval::plus),
            causes: whole.causes.union(part.causes),
            rows: whole.rows.either(part.rows),
        };
    }
    whole
}

fn product(scope: Scope<'_>, parts: &[Amount], row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let mut whole = Priced::free(Value::both(Interval::point(rust_decimal::Decimal::ONE)), Causes::default());
    for part in parts {
        let part = amount(scope, part, row, trace);
        whole = Priced {
            value: whole.value.with(part.value, Interval::times),
            causes: whole.causes.union(part.causes),
            rows: whole.rows.factor(part.rows),
        };
    }
    whole
}

fn at_most(scope: Scope<'_>, inner: &Amount, cap: &Amount, row: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let inner = amount(scope, inner, row, trace);
    let cap = amount(scope, cap, row, trace);
    Priced { value: inner.value.with(cap.value, Interval::min), causes: inner.causes.union(cap.causes), rows: inner.rows }
}
