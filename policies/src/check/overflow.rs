//! At the bounds enforced where answers enter, no amount overflows or loses a digit.

use std::sync::Arc;

use mingbai_core::Library;
use mingbai_core::answers::{MAX_INNER_ROWS, MAX_ROWS};
use mingbai_core::expression::{Amount, Condition, Total};
use mingbai_core::fact::{FactKind, ListId};
use mingbai_core::library::{Combine, CombineRule, Measure, Pays};
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::Name;
use crate::resolve::Policies;
use crate::resolve::uses::parts_of_amount;

/// Refuses amounts that may leave the numbers the engine can hold.
pub(crate) fn check(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    let library = &policies.library;
    for (policy, id, doc, measure) in policies.measures() {
        if size_of_measure(library, measure).is_none() {
            let span = doc.pays.as_ref().or(doc.when.as_ref()).map_or(id.span, |written| written.span);
            diagnostics.push(too_large(&policy.source, id, span));
        }
    }
    for (policy, id, combine) in policies.combines() {
        if size_of_combine(library, combine).is_none() {
            diagnostics.push(too_large(&policy.source, id, id.span));
        }
    }
}

fn too_large(source: &Arc<Source>, id: &Name, span: Span) -> Diagnostic {
    let message = format!("the amounts of `{}` may be too large to be computed exactly", id.text);
    Diagnostic::new("amounts::overflow", message, source, span, "too large at the bounds of its facts").help(format!(
        "quantities go up to {} or {}, lists up to {MAX_ROWS} rows, {MAX_INNER_ROWS} inside a row",
        bound(Unit::Yuan),
        bound(Unit::Person)
    ))
}

fn bound(unit: Unit) -> String {
    mingbai_core::quantity::Shown(unit.bound(), unit).to_string()
}

/// The largest value an amount may have, above zero or below it, and the most decimal places, as long as all digits fit a [`Decimal`].
#[derive(Clone, Copy)]
struct Size {
    most: Decimal,
    decimals: u32,
}

/// The most measures whose amounts are ever added up.
const MEASURES: i64 = 1_000;

fn size_of_measure(library: &Library, measure: &Measure) -> Option<()> {
    let readings = &measure.readings;
    let own = match &measure.pays {
        Pays::Amount(amount, _) => Some(amount),
        Pays::None | Pays::Unstated | Pays::Elsewhere => None,
    };
    for amount in own.into_iter().chain(readings.iter().filter_map(|reading| reading.pays.as_ref())) {
        size(library, amount, None)?.times(Decimal::from(MEASURES), 0)?;
    }
    for condition in measure.when.iter().chain(readings.iter().filter_map(|reading| reading.when.as_ref())) {
        size_of_condition(library, condition, None)?;
    }
    Some(())
}

fn size_of_combine(library: &Library, combine: &Combine) -> Option<()> {
    if let Some(when) = &combine.when {
        size_of_condition(library, when, None)?;
    }
    match &combine.rule {
        CombineRule::AtMost(cap) => size(library, cap, None).map(|_| ()),
        CombineRule::Highest | CombineRule::Once(_) | CombineRule::NamedIn(..) => Some(()),
    }
}

fn size_of_condition(library: &Library, condition: &Condition, list: Option<ListId>) -> Option<()> {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().try_for_each(|part| size_of_condition(library, part, list)),
        Condition::Not(part) => size_of_condition(library, part, list),
        Condition::Compare(comparison) => {
            size(library, &comparison.left, list)?;
            size(library, &comparison.right, list).map(|_| ())
        }
        Condition::FirstReaches(first) => {
            [&first.value, &first.threshold, &first.before].into_iter().try_for_each(|side| size(library, side, list).map(|_| ()))
        }
        Condition::Holds(_) | Condition::OneOf(..) | Condition::Recognised(_) | Condition::Listed(_) => Some(()),
    }
}

/// The size of an amount; nothing where it or a part of it may not fit.
fn size(library: &Library, amount: &Amount, list: Option<ListId>) -> Option<Size> {
    match amount {
        Amount::Literal(value, _) => Size { most: *value, decimals: value.scale() }.fits(),
        Amount::Place(place) => {
            let FactKind::Quantity(quantity) = library.kind(*place, list)? else { return None };
            Size { most: quantity.bound(), decimals: quantity.unit.decimals() }.fits()
        }
        Amount::Sum(parts) => parts.iter().try_fold(Size::ZERO, |sum, part| sum.plus(size(library, part, list)?)),
        Amount::Minus(one, other) => size(library, one, list)?.plus(size(library, other, list)?),
        Amount::Product(parts) => parts.iter().try_fold(Size::ONE, |product, part| {
            let part = size(library, part, list)?;
            product.times(part.most, part.decimals)
        }),
        Amount::BetterOf(one, other) => {
            let (one, other) = (size(library, one, list)?, size(library, other, list)?);
            Size { most: one.most.max(other.most), decimals: one.decimals.max(other.decimals) }.fits()
        }
        Amount::AtMost(inner, cap) => {
            let far_below_zero = parts_of_amount(inner).iter().any(|part| matches!(part, Amount::Minus(..)));
            let (inner, cap) = (size(library, inner, list)?, size(library, cap, list)?);
            let most = if far_below_zero { inner.most } else { inner.most.min(cap.most) };
            Size { most, decimals: inner.decimals.max(cap.decimals) }.fits()
        }
        Amount::UpTo(inner, _) => size(library, inner, list),
        Amount::Total(total) => size_of_total(library, total, list),
    }
}

fn size_of_total(library: &Library, total: &Total, at_hand: Option<ListId>) -> Option<Size> {
    let list = total.list.list(at_hand)?;
    if let Some(filter) = &total.filter {
        size_of_condition(library, filter, Some(list))?;
    }
    if let Some(cap) = &total.yearly {
        size(library, cap, at_hand)?;
    }
    let rows = if list.inner.is_some() { MAX_INNER_ROWS } else { MAX_ROWS };
    size(library, &total.each, Some(list))?.times(Decimal::from(rows), 0)
}

impl Size {
    const ZERO: Self = Self { most: Decimal::ZERO, decimals: 0 };
    const ONE: Self = Self { most: Decimal::ONE, decimals: 0 };

    fn plus(self, other: Self) -> Option<Self> {
        Self { most: self.most.checked_add(other.most)?, decimals: self.decimals.max(other.decimals) }.fits()
    }

    fn times(self, factor: Decimal, decimals: u32) -> Option<Self> {
        Self { most: self.most.checked_mul(factor)?, decimals: self.decimals.checked_add(decimals)? }.fits()
    }

    /// Itself, if every value up to it has no more digits than a [`Decimal`] holds.
    fn fits(self) -> Option<Self> {
        let whole = self.most.ceil().to_u128()?;
        let digits = whole.checked_mul(10_u128.checked_pow(self.decimals)?)?;
        (self.decimals <= Decimal::MAX_SCALE && digits < 1 << 96).then_some(self)
    }
}
