//! Conditions: logic, comparisons, choices and recognitions.

use mingbai_core::expression::{Comparison, Condition, Place, Sign};
use mingbai_core::fact::{FactKind, Opt};

use super::amount::same_unit;
use super::{Meaning, Resolved, Scope};
use crate::diagnostic::Span;
use crate::doc::Name;
use crate::expr::{Node, NodeKind};
use crate::resolve::change::{How, turn};
use crate::resolve::names::{option, unknown};

pub(super) fn resolve(scope: Scope<'_>, node: &Node) -> Resolved<Condition> {
    let each = |parts: &[Node]| parts.iter().map(|part| scope.condition(part)).collect::<Resolved<Vec<_>>>();
    match &node.kind {
        NodeKind::All(parts) => each(parts).map(Condition::All),
        NodeKind::Any(parts) => each(parts).map(Condition::Any),
        NodeKind::Not(part) => Ok(Condition::Not(Box::new(scope.condition(part)?))),
        NodeKind::Compare(left, sign, right) => compare(scope, left, *sign, right, node.span),
        NodeKind::In(place, words) => one_of(scope, place, words),
        NodeKind::Recognised(name) => recognised(scope, name),
        _ => scope.condition(node),
    }
}

fn compare(scope: Scope<'_>, left: &Node, sign: Sign, right: &Node, span: Span) -> Resolved<Condition> {
    if let (Sign::Equal, NodeKind::Name(word)) = (sign, &right.kind)
        && let Meaning::Options(..) = scope.meaning(left)?
    {
        return one_of(scope, left, &[Name { text: word.clone(), span: right.span }]);
    }
    let (a, b) = (scope.amount(left)?, scope.amount(right)?);
    same_unit(scope, (a.unit, left.span), (b.unit, right.span))?;
    for (priced, side) in [(&a, left), (&b, right)] {
        if priced.open {
            return Err(scope.refuse(
                "types::open_comparison",
                "an amount with `up to` cannot be compared",
                side.span,
                "not a settled amount",
            ));
        }
    }
    let unit = a.unit;
    let comparison = Comparison { left: a.amount, sign, right: b.amount };
    Ok(match scope.changed(span) {
        Some(How::Turn(zone)) => turn(comparison, unit, zone),
        _ => Condition::Compare(Box::new(comparison)),
    })
}

fn one_of(scope: Scope<'_>, place: &Node, words: &[Name]) -> Resolved<Condition> {
    let (at, options) = match scope.meaning(place)? {
        Meaning::Options(at, options) => (at, options),
        other => {
            let label = format!("is {}", other.word());
            return Err(scope.refuse("types::not_choice", "only a choice has options", place.span, label));
        }
    };
    let mut bits = 0_u64;
    for word in words {
        bits |= bit(scope, &options, word)?;
    }
    Ok(Condition::OneOf(at, bits))
}

fn bit(scope: Scope<'_>, options: &[Opt], word: &Name) -> Resolved<u64> {
    option("option", scope.source, options, word).map(|place| 1_u64.checked_shl(place.into()).unwrap_or(0))
}

fn recognised(scope: Scope<'_>, name: &Name) -> Resolved<Condition> {
    match scope.facts.named(&name.text) {
        Some((id, fact)) if fact.kind == FactKind::Recognition => Ok(Condition::Recognised(Place::Fact(id))),
        Some(_) => {
            let message = format!("`{}` is no recognition", name.text);
            Err(scope.refuse("types::not_recognition", message, name.span, "needs a fact of kind `recognition`"))
        }
        None => Err(unknown("facts::unknown", "fact", scope.source, name, scope.facts.names())),
    }
}
