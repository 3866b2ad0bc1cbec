//! How measures combine.

use mingbai_core::expression::Amount;
use mingbai_core::fact::{FactId, FactKind};
use mingbai_core::library::{Combine, CombineRule, Gives};
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use super::change::cap;
use super::document::Context;
use super::measure::money;
use super::names::{unknown, unknown_fact};
use crate::diagnostic::{Diagnostic, Span};
use crate::doc::{CombineDoc, Name};

/// Resolves a combine that rests on the quotes in the range and speaks of the measures of those ids.
pub(super) fn combine(context: &mut Context<'_>, id: &Name, doc: &CombineDoc, quotes: (u32, u32), measures: &[&str]) -> Option<Combine> {
    let among = among(context, doc, measures);
    if among.is_empty() {
        let refusal = Diagnostic::new("combine::among", format!("`{}` speaks of no measure", id.text), context.source, id.span, "of none");
        context.diagnostics.push(refusal);
    }
    let when = doc.when.as_ref().and_then(|when| context.condition(when));
    let rule = rule(context, id, doc)?;
    Some(Combine { id: id.text.clone(), title: doc.title.0.clone(), quotes, among, when, rule })
}

fn among(context: &mut Context<'_>, doc: &CombineDoc, measures: &[&str]) -> Vec<u16> {
    let place = |id: &str| measures.iter().position(|one| *one == id).and_then(|place| u16::try_from(place).ok());
    let Some(names) = &doc.among else {
        return measures.iter().filter_map(|id| place(id)).collect();
    };
    let mut among = Vec::new();
    for name in names {
        match place(&name.text) {
            Some(place) if among.contains(&place) => {
                context.diagnostics.push(Diagnostic::new("names::duplicate", "a measure named twice", context.source, name.span, "again"));
            }
            Some(place) => among.push(place),
            None => {
                context.diagnostics.push(unknown("combine::unknown_measure", "measure", context.source, name, measures.iter().copied()));
            }
        }
    }
    among
}

fn rule(context: &mut Context<'_>, id: &Name, doc: &CombineDoc) -> Option<CombineRule> {
    match (&doc.highest, &doc.at_most, &doc.once, &doc.named_in, &doc.gives) {
        (Some(highest), None, None, None, None) if *highest.get_ref() => Some(CombineRule::Highest),
        (None, Some(limit), None, None, None) => at_most(context, limit).map(CombineRule::AtMost),
        (None, None, Some(list), None, None) => {
            fact(context, list, "a list", |kind| matches!(kind, FactKind::List(_))).map(CombineRule::Once)
        }
        (None, None, None, Some(name), Some(gives)) => {
            let fact = fact(context, name, "a set of measures", |kind| matches!(kind, FactKind::Measures))?;
            self::gives(context, gives).map(|gives| CombineRule::NamedIn(fact, gives))
        }
        _ => {
            let refusal =
                Diagnostic::new("combine::rule", "a combine has exactly one rule", context.source, id.span, "has none or several")
                    .help("the rules are: `highest = true`; `at_most = 'AMOUNT'`; `once = \"LIST\"`; `named_in = \"FACT\"` with `gives`");
            context.diagnostics.push(refusal);
            None
        }
    }
}

/// The cap, or under test what becomes of it; without a cap there is none that any sum reaches.
fn at_most(context: &mut Context<'_>, limit: &Name) -> Option<Amount> {
    let amount = money(context, limit)?;
    match context.change.filter(|change| change.at.contains(&limit.span)) {
        Some(change) => Some(cap(amount, Unit::Yuan, &change.how).unwrap_or(Amount::Literal(Decimal::MAX, Unit::Yuan))),
        None => Some(amount),
    }
}

fn fact(context: &mut Context<'_>, name: &Name, what: &str, fits: fn(&FactKind) -> bool) -> Option<FactId> {
    let found = context.facts.named(&name.text);
    let refusal = match found {
        Some((id, fact)) if fits(&fact.kind) => return Some(id),
        Some(_) => {
            let message = format!("`{}` is not {what}", name.text);
            Diagnostic::new("combine::fact", message, context.source, name.span, format!("must be {what}"))
        }
        None => unknown_fact(context.source, name, context.facts.names()),
    };
    context.diagnostics.push(refusal);
    None
}

fn gives(context: &mut Context<'_>, name: &Name) -> Option<Gives> {
    match name.text.as_str() {
        "nothing" => Some(Gives::Nothing),
        "elsewhere" => Some(Gives::Elsewhere),
        _ => {
            let refusal = unknown("combine::gives", "way to give", context.source, name, ["nothing", "elsewhere"]);
            context.diagnostics.push(refusal.help("write `nothing` or `elsewhere`"));
            None
        }
    }
}

/// Refuses a document in which more ways to combine are lawful than are ever tried.
pub(super) fn refuse_too_many(context: &mut Context<'_>, combines: &[(Combine, Span)]) {
    let mut left: Vec<&(Combine, Span)> = combines.iter().filter(|(one, _)| !matches!(one.rule, CombineRule::NamedIn(..))).collect();
    while let Some(first) = left.pop() {
        let mut group = vec![first];
        while let Some(place) = left.iter().position(|(one, _)| group.iter().any(|(other, _)| overlap(one, other))) {
            group.push(left.swap_remove(place));
        }
        let ways = group.iter().fold(1_u64, |ways, (one, _)| ways.saturating_mul(self::ways(one)));
        if ways > MOST_WAYS {
            let message = format!("there are {ways} ways to combine these measures, and at most {MOST_WAYS} are tried");
            let refusal = Diagnostic::new("combine::too_many", message, context.source, first.1, "too many ways");
            context.diagnostics.push(refusal.help("name fewer measures in `among`"));
        }
    }
}

/// Refuses caps of which neither speaks of all the measures of the other: then what is paid under both is no simple sum.
pub(super) fn refuse_crossing_caps(context: &mut Context<'_>, combines: &[(Combine, Span)]) {
    let caps: Vec<_> = combines.iter().filter(|(one, _)| matches!(one.rule, CombineRule::AtMost(_))).collect();
    let within = |one: &Combine, other: &Combine| one.among.iter().all(|place| other.among.contains(place));
    for (number, (one, span)) in caps.iter().enumerate() {
        let crosses = |other: &Combine| overlap(one, other) && !within(one, other) && !within(other, one);
        if let Some((other, _)) = caps.iter().take(number).find(|(other, _)| crosses(other)) {
            let message = format!("`{}` and `{}` cap sums that share some measures", other.id, one.id);
            let refusal = Diagnostic::new("combine::crossing", message, context.source, *span, "shares some, not all");
            context.diagnostics.push(refusal.help("one of the two must speak of all measures of the other, or share none"));
        }
    }
}

const MOST_WAYS: u64 = 4096;

/// So many ways to give rows away are tried one by one; of more only the best are looked for.
const WAYS_OF_ROWS: u64 = 256;

/// In how many ways a combine can be met; where its condition may be open, as many again.
fn ways(combine: &Combine) -> u64 {
    let measures = u64::try_from(combine.among.len()).unwrap_or(u64::MAX);
    let ways = match combine.rule {
        CombineRule::Highest => measures,
        CombineRule::Once(_) => WAYS_OF_ROWS,
        CombineRule::AtMost(_) | CombineRule::NamedIn(..) => 1,
    };
    if combine.when.is_some() { ways.saturating_add(1) } else { ways }
}

fn overlap(a: &Combine, b: &Combine) -> bool {
    a.among.iter().any(|one| b.among.contains(one))
}
