//! What conditions and amounts are made of.

use mingbai_core::Library;
use mingbai_core::expression::{Amount, Condition, Place, Total};
use mingbai_core::fact::{Choice, Fact, FactId, FactKind, ListId};
use mingbai_core::library::{Combine, CombineRule, Measure, Pays};

/// The facts a condition looks at.
#[must_use]
pub fn uses_of_condition(condition: &Condition) -> Vec<FactId> {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(uses_of_condition).collect(),
        Condition::Not(part) => uses_of_condition(part),
        Condition::Holds(place) | Condition::OneOf(place, _) | Condition::Recognised(place) => fact(*place).into_iter().collect(),
        Condition::Compare(comparison) => [&comparison.left, &comparison.right].into_iter().flat_map(uses_of_amount).collect(),
        Condition::FirstReaches(first) => [&first.value, &first.threshold, &first.before].into_iter().flat_map(uses_of_amount).collect(),
        Condition::Listed(listed) => [listed.country, listed.on].into_iter().filter_map(fact).collect(),
    }
}

/// The facts an amount looks at.
#[must_use]
pub fn uses_of_amount(amount: &Amount) -> Vec<FactId> {
    parts_of_amount(amount)
        .into_iter()
        .flat_map(|part| match part {
            Amount::Place(place) => fact(*place).into_iter().collect(),
            Amount::Total(total) => {
                let filter = total.filter.as_ref().map(uses_of_condition).unwrap_or_default();
                total.list.fact().into_iter().chain(filter).collect()
            }
            _ => Vec::new(),
        })
        .collect()
}

/// The facts a measure looks at, the kind of applicant left out, with readings or without.
#[must_use]
pub fn uses_of_measure(measure: &Measure, with_readings: bool) -> Vec<FactId> {
    let readings = measure.readings.iter().filter(|_| with_readings);
    let conditions = measure.when.iter().chain(readings.clone().filter_map(|reading| reading.when.as_ref()));
    let own = match &measure.pays {
        Pays::Amount(amount, _) => Some(amount),
        Pays::None | Pays::Unstated | Pays::Elsewhere => None,
    };
    let amounts = own.into_iter().chain(readings.filter_map(|reading| reading.pays.as_ref()));
    let mut uses: Vec<FactId> = conditions.flat_map(uses_of_condition).chain(amounts.flat_map(uses_of_amount)).collect();
    uses.sort_unstable();
    uses.dedup();
    uses
}

/// The facts that a combine looks at.
#[must_use]
pub fn uses_of_combine(combine: &Combine) -> Vec<FactId> {
    let of_rule = match &combine.rule {
        CombineRule::Highest => Vec::new(),
        CombineRule::AtMost(cap) => uses_of_amount(cap),
        CombineRule::Once(fact) | CombineRule::NamedIn(fact, _) => vec![*fact],
    };
    combine.when.iter().flat_map(uses_of_condition).chain(of_rule).collect()
}

/// The fact, and where a reference table answers it the facts of the table.
#[must_use]
pub fn with_table(library: &Library, id: FactId) -> Vec<FactId> {
    let mut facts = vec![id];
    if let Some(Fact { kind: FactKind::Choice(Choice { derived: Some(table), .. }), .. }) = library.fact(id) {
        let limits = table.rows.iter().flatten().flat_map(|tier| &tier.limits).map(|(fact, _)| *fact);
        facts.extend([table.industry].into_iter().chain(limits));
    }
    facts
}

/// The amount and all amounts inside it, those of rows and caps included.
#[must_use]
pub fn parts_of_amount(amount: &Amount) -> Vec<&Amount> {
    let mut parts = vec![amount];
    match amount {
        Amount::Literal(..) | Amount::Place(_) => {}
        Amount::Sum(inner) | Amount::Product(inner) => parts.extend(inner.iter().flat_map(parts_of_amount)),
        Amount::Minus(one, other) | Amount::BetterOf(one, other) | Amount::AtMost(one, other) => {
            parts.extend([one, other].into_iter().flat_map(|one| parts_of_amount(one)));
        }
        Amount::UpTo(inner, _) => parts.extend(parts_of_amount(inner)),
        Amount::Total(total) => parts.extend([Some(&total.each), total.yearly.as_ref()].into_iter().flatten().flat_map(parts_of_amount)),
    }
    parts
}

/// The totals in an amount, each with its list; `at_hand` is the list of the row at hand.
#[must_use]
pub fn totals_of_amount(amount: &Amount, at_hand: Option<ListId>) -> Vec<(Option<ListId>, &Total)> {
    match amount {
        Amount::Literal(..) | Amount::Place(_) => Vec::new(),
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().flat_map(|part| totals_of_amount(part, at_hand)).collect(),
        Amount::Minus(one, other) | Amount::BetterOf(one, other) | Amount::AtMost(one, other) => {
            [one, other].into_iter().flat_map(|part| totals_of_amount(part, at_hand)).collect()
        }
        Amount::UpTo(part, _) => totals_of_amount(part, at_hand),
        Amount::Total(total) => {
            let list = total.list.list(at_hand);
            let yearly = total.yearly.iter().flat_map(|cap| totals_of_amount(cap, at_hand));
            [(list, &**total)].into_iter().chain(totals_of_amount(&total.each, list)).chain(yearly).collect()
        }
    }
}

fn fact(place: Place) -> Option<FactId> {
    match place {
        Place::Fact(fact) => Some(fact),
        Place::Column(_) => None,
    }
}
