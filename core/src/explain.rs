//! The steps of an assessment put beside the rules they came from: reasons and arithmetic, in no language yet.

mod arithmetic;
mod reasons;
mod rows;

use core::ops::Range;

use crate::expression::Amount;
use crate::fact::{FactKind, ListId};
use crate::library::Library;
use crate::quantity::Unit;
use crate::trace::{Finding, Step, Value};

pub use arithmetic::{Line, Token, arithmetic};
pub use reasons::{Reason, Test, reasons};
pub use rows::{RowFate, row_fates, row_reasons};

/// A place in the steps, walked beside a rule.
#[derive(Clone, Copy)]
struct At<'a> {
    steps: &'a [Step],
    place: usize,
}

impl<'a> At<'a> {
    /// The first of the steps of a rule; a rule that was not evaluated has none.
    fn start(steps: &'a [Step], range: &Range<usize>) -> Self {
        Self { steps: steps.get(..range.end).unwrap_or(steps), place: range.start }
    }

    fn step(self) -> Option<&'a Step> {
        self.steps.get(self.place)
    }

    /// The first part of this node.
    fn first(self) -> Self {
        Self { place: self.place.saturating_add(1), ..self }
    }

    /// The node after this one.
    fn next(self) -> Self {
        let end = self.step().map_or(usize::MAX, |step| step.end as usize);
        Self { place: end, ..self }
    }

    fn value(self) -> Option<Value> {
        match self.step()?.finding {
            Finding::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// The unit an amount is in; `at_hand` is the list of the row at hand.
#[must_use]
pub fn unit(library: &Library, amount: &Amount, at_hand: Option<ListId>) -> Unit {
    match amount {
        Amount::Literal(_, unit) => *unit,
        Amount::Place(place) => library.kind(*place, at_hand).and_then(FactKind::unit).unwrap_or(Unit::Yuan),
        Amount::Sum(parts) => parts.first().map_or(Unit::Yuan, |part| unit(library, part, at_hand)),
        Amount::Product(parts) => {
            let units = parts.iter().map(|part| unit(library, part, at_hand));
            units.fold(Unit::Rate, |whole, part| if part.is_money() || whole == Unit::Rate { part } else { whole })
        }
        Amount::Minus(inner, _) | Amount::BetterOf(inner, _) | Amount::AtMost(inner, _) | Amount::UpTo(inner, _) => {
            unit(library, inner, at_hand)
        }
        Amount::Total(total) => unit(library, &total.each, total.list.list(at_hand)),
    }
}
