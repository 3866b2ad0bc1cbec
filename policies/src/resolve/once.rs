//! What a rule may say of rows that are used once, so that what they come to is right for lists of any length.

use mingbai_core::expression::{Amount, Rows, Total};
use mingbai_core::fact::FactId;
use mingbai_core::library::{Combine, CombineRule, Measure};

use super::document::Context;
use super::uses::{uses_of_amount, uses_of_condition};
use crate::diagnostic::{Diagnostic, Span};

/// Refuses `once` where it speaks of more than two measures, of one that another `once` speaks of, or of one that does not simply
/// add up what its rows give.
pub(super) fn refuse_rows_not_added_up(context: &mut Context<'_>, combines: &[(Combine, Span)], measures: &[Measure]) {
    let once = |one: &Combine| if let CombineRule::Once(list) = one.rule { Some(list) } else { None };
    for (number, (one, span)) in combines.iter().enumerate() {
        let Some(list) = once(one) else { continue };
        let before = combines.iter().take(number).filter(|(other, _)| once(other).is_some());
        let twice = before.clone().any(|(other, _)| other.among.iter().any(|place| one.among.contains(place)));
        let of_measure = |place: &u16| measures.get(usize::from(*place));
        let message = if one.among.len() > 2 {
            format!("`{}` gives rows to more than two measures", one.id)
        } else if twice {
            format!("`{}` and another rule give rows to the same measure", one.id)
        } else if let Some(rule) = one.among.iter().filter_map(of_measure).find(|rule| !adds_up(rule, list)) {
            format!("`{}` does more with the rows than add them up", rule.id)
        } else {
            continue;
        };
        let refusal = Diagnostic::new("combine::once", message, context.source, *span, "each row is used once");
        let help = "rows go to one of two measures, each of which pays a rate of their total `at most` something, without `largest`, `one per` or `per year`";
        context.diagnostics.push(refusal.help(help));
    }
}

fn adds_up(rule: &Measure, list: FactId) -> bool {
    let conditions = rule.when.iter().chain(rule.readings.iter().filter_map(|reading| reading.when.as_ref()));
    let amounts = rule.readings.iter().filter_map(|reading| reading.pays.as_ref());
    let asked = conditions.flat_map(uses_of_condition).chain(amounts.flat_map(uses_of_amount));
    !asked.into_iter().any(|fact| fact == list) && rule.pays.amount().is_none_or(|pays| is_plain(pays, list))
}

/// Whether the amount is what it is without the rows and what each adds, up to a limit that the rows do not change.
fn is_plain(amount: &Amount, list: FactId) -> bool {
    if !uses_of_amount(amount).contains(&list) {
        return !may_be_negative(amount);
    }
    let one_of = |parts: &[Amount]| parts.iter().filter(|part| uses_of_amount(part).contains(&list)).count() == 1;
    match amount {
        Amount::Total(total) => is_plain_total(total, list),
        Amount::Sum(parts) | Amount::Product(parts) => one_of(parts) && parts.iter().all(|part| is_plain(part, list)),
        Amount::AtMost(inner, cap) => is_plain(inner, list) && !uses_of_amount(cap).contains(&list),
        Amount::UpTo(inner, _) => is_plain(inner, list),
        Amount::Literal(..) | Amount::Place(_) | Amount::Minus(..) | Amount::BetterOf(..) => false,
    }
}

fn is_plain_total(total: &Total, list: FactId) -> bool {
    let picks = total.one_per.is_some() || total.largest.is_some() || total.yearly.is_some();
    let asked = total.filter.iter().flat_map(uses_of_condition).chain(uses_of_amount(&total.each));
    total.list == Rows::Fact(list) && !picks && !asked.into_iter().any(|fact| fact == list)
}

fn may_be_negative(amount: &Amount) -> bool {
    match amount {
        Amount::Literal(..) | Amount::Place(_) | Amount::Total(_) => false,
        Amount::Minus(..) => true,
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().any(may_be_negative),
        Amount::BetterOf(one, other) | Amount::AtMost(one, other) => may_be_negative(one) || may_be_negative(other),
        Amount::UpTo(inner, _) => may_be_negative(inner),
    }
}
