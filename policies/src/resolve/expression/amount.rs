//! Amounts: numbers, sums, differences, products, caps and ceilings.

use mingbai_core::expression::Amount;
use mingbai_core::quantity::Unit;

use super::{Priced, Resolved, Scope};
use crate::diagnostic::Span;
use crate::expr::{Node, NodeKind};
use crate::resolve::change::cap;

pub(super) fn resolve(scope: Scope<'_>, node: &Node) -> Resolved<Priced> {
    match &node.kind {
        NodeKind::Number(value, unit) => Ok(Priced { amount: Amount::Literal(*value, *unit), unit: *unit, open: false }),
        NodeKind::Sum(parts) => sum(scope, parts),
        NodeKind::Product(parts) => product(scope, parts, node.span),
        NodeKind::Minus(one, other) => two(scope, one, other, Amount::Minus),
        NodeKind::BetterOf(one, other) => two(scope, one, other, Amount::BetterOf),
        NodeKind::AtMost(amount, limit) => at_most(scope, amount, limit, node.span),
        NodeKind::UpTo(inner, certainty) => {
            let priced = scope.amount(inner)?;
            Ok(Priced { amount: Amount::UpTo(Box::new(priced.amount), *certainty), open: true, ..priced })
        }
        _ => scope.amount(node),
    }
}

/// Refuses two amounts of different units.
pub(super) fn same_unit(scope: Scope<'_>, (a, at_a): (Unit, Span), (b, at_b): (Unit, Span)) -> Resolved<()> {
    if a == b {
        return Ok(());
    }
    let message = format!("{} and {} do not go together", a.name(), b.name());
    Err(scope.refuse("types::units", message, at_a, format!("is in {}", a.name())).label(at_b, format!("is in {}", b.name())))
}

fn sum(scope: Scope<'_>, parts: &[Node]) -> Resolved<Priced> {
    let mut resolved: Vec<(Priced, Span)> = Vec::new();
    for part in parts {
        let priced = scope.amount(part)?;
        if let Some((first, span)) = resolved.first() {
            same_unit(scope, (first.unit, *span), (priced.unit, part.span))?;
        }
        resolved.push((priced, part.span));
    }
    let unit = resolved.first().map_or(Unit::Yuan, |(first, _)| first.unit);
    let open = resolved.iter().any(|(priced, _)| priced.open);
    Ok(Priced { amount: Amount::Sum(resolved.into_iter().map(|(priced, _)| priced.amount).collect()), unit, open })
}

/// Two amounts of one unit made into one.
fn two(scope: Scope<'_>, one: &Node, other: &Node, made: fn(Box<Amount>, Box<Amount>) -> Amount) -> Resolved<Priced> {
    let (a, b) = (scope.amount(one)?, scope.amount(other)?);
    same_unit(scope, (a.unit, one.span), (b.unit, other.span))?;
    Ok(Priced { amount: made(Box::new(a.amount), Box::new(b.amount)), unit: a.unit, open: a.open || b.open })
}

/// A product: at most one sum of money, the rest rates and quantities; without money, one quantity and rates.
fn product(scope: Scope<'_>, parts: &[Node], span: Span) -> Resolved<Priced> {
    let mut resolved: Vec<(Priced, Span)> = Vec::new();
    for part in parts {
        resolved.push((scope.amount(part)?, part.span));
    }
    let of = |wanted: fn(Unit) -> bool| resolved.iter().filter(move |(priced, _)| wanted(priced.unit)).collect::<Vec<_>>();
    let money = of(Unit::is_money);
    let quantities = of(|unit| !unit.is_money() && unit != Unit::Rate);
    let unit = match (money.as_slice(), quantities.as_slice()) {
        ([], []) => Unit::Rate,
        ([(one, _)], _) | ([], [(one, _)]) => one.unit,
        ([(_, first), (_, second), ..], _) => {
            return Err(scope.refuse("types::product", "money times money is nothing", *first, "money").label(*second, "money"));
        }
        ([], _) => {
            let refusal = scope.refuse("types::product", "this product has no unit", span, "several quantities and no money");
            return Err(refusal.help("multiply quantities only with a price, as in `4元 * area * months`"));
        }
    };
    let open = resolved.iter().any(|(priced, _)| priced.open);
    Ok(Priced { amount: Amount::Product(resolved.into_iter().map(|(priced, _)| priced.amount).collect()), unit, open })
}

fn at_most(scope: Scope<'_>, amount: &Node, limit: &Node, span: Span) -> Resolved<Priced> {
    let (inner, outer) = (scope.amount(amount)?, scope.amount(limit)?);
    same_unit(scope, (inner.unit, amount.span), (outer.unit, limit.span))?;
    let open = inner.open || outer.open;
    let limit = match scope.changed(span) {
        Some(how) => cap(outer.amount, outer.unit, how),
        None => Some(outer.amount),
    };
    let amount = match limit {
        Some(limit) => Amount::AtMost(Box::new(inner.amount), Box::new(limit)),
        None => inner.amount,
    };
    Ok(Priced { amount, unit: inner.unit, open })
}
