//! Conditions: logic, comparisons, choices, lists and recognitions.

use mingbai_core::expression::{Comparison, Condition, CountryListId, FirstReaches, Listed, Sign};
use mingbai_core::fact::Opt;
use mingbai_core::quantity::Unit;

use super::amount::same_unit;
use super::{Meaning, Priced, Resolved, Scope};
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
        NodeKind::FirstReaches(value, threshold, before) => first_reaches(scope, value, threshold, before, node.span),
        NodeKind::Listed(country, list, day) => listed(scope, country, list, day),
        NodeKind::Recognised(place) => recognised(scope, place),
        _ => scope.condition(node),
    }
}

fn compare(scope: Scope<'_>, left: &Node, sign: Sign, right: &Node, span: Span) -> Resolved<Condition> {
    if let (Sign::Equal, NodeKind::Name(word)) = (sign, &right.kind)
        && let Meaning::Options(..) = scope.meaning(left)?
    {
        return one_of(scope, left, &[Name { text: word.clone(), span: right.span }]);
    }
    let (a, b) = comparable(scope, left, right)?;
    Ok(compared(scope, span, Comparison { left: a.amount, sign, right: b.amount }, a.unit))
}

/// The comparison, turned round where it is under test.
fn compared(scope: Scope<'_>, span: Span, comparison: Comparison, unit: Unit) -> Condition {
    match scope.changed(span) {
        Some(How::Turn(zone)) => turn(comparison, unit, *zone),
        _ => Condition::Compare(Box::new(comparison)),
    }
}

/// Two settled amounts of one unit.
fn comparable(scope: Scope<'_>, left: &Node, right: &Node) -> Resolved<(Priced, Priced)> {
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
    Ok((a, b))
}

fn first_reaches(scope: Scope<'_>, value: &Node, threshold: &Node, before: &Node, span: Span) -> Resolved<Condition> {
    let (now, line) = comparable(scope, value, threshold)?;
    let (before, _) = comparable(scope, before, threshold)?;
    if scope.changed(span).is_none() {
        let first = FirstReaches { value: now.amount, threshold: line.amount, before: before.amount };
        return Ok(Condition::FirstReaches(Box::new(first)));
    }
    let not_before = Comparison { left: before.amount, sign: Sign::LessThan, right: line.amount.clone() };
    let reached = Comparison { left: now.amount, sign: Sign::AtLeast, right: line.amount };
    Ok(Condition::All(vec![Condition::Compare(Box::new(not_before)), compared(scope, span, reached, now.unit)]))
}

/// A country on a reference list on a day.
fn listed(scope: Scope<'_>, country: &Node, list: &Name, day: &Node) -> Resolved<Condition> {
    let country = match scope.meaning(country)? {
        Meaning::Country(place) => place,
        other => {
            return Err(scope.refuse("types::not_country", "only a country is on a list", country.span, format!("is {}", other.word())));
        }
    };
    let countries = &scope.facts.countries;
    let Some(found) = countries.list_named(&list.text) else {
        let known = countries.lists.iter().map(|list| list.id.as_str());
        return Err(unknown("countries::unknown_list", "reference list", scope.source, list, known));
    };
    let on = match scope.meaning(day)? {
        Meaning::Day(place) => place,
        other => return Err(scope.refuse("types::not_day", "a list is looked at on a day", day.span, format!("is {}", other.word()))),
    };
    Ok(Condition::Listed(Box::new(Listed { country, list: CountryListId(found), on })))
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

fn recognised(scope: Scope<'_>, place: &Node) -> Resolved<Condition> {
    match scope.meaning(place)? {
        Meaning::Recognition(place) => Ok(Condition::Recognised(place)),
        other => {
            let refusal =
                scope.refuse("types::not_recognition", "only a recognition is recognised", place.span, format!("is {}", other.word()));
            Err(refusal.help("it needs a fact or a column of kind `recognition`"))
        }
    }
}
