//! Which columns of lists the rules of a document speak of: only those are asked for it.

use std::collections::BTreeSet;

use mingbai_core::expression::{Amount, Condition, Place, Rows, Total};
use mingbai_core::fact::{ColumnId, Fact, FactId, ListId};
use mingbai_core::library::{Combine, CombineRule, Document, Measure, Pays};

use super::uses::{uses_of_combine, uses_of_measure};

/// Columns, each with its list.
pub(crate) type Columns = BTreeSet<(ListId, ColumnId)>;

/// The columns the measures and combines of a document speak of. Rows may be dropped for their day, so the column that dates
/// a list is always among those of the list.
pub(super) fn columns_of(document: &Document, facts: &[Fact]) -> Vec<(ListId, ColumnId)> {
    let mut used = Columns::new();
    for measure in &document.measures {
        columns_of_measure(measure, &mut used);
    }
    for combine in &document.combines {
        columns_of_combine(combine, &mut used);
    }
    let dated = |fact: FactId| Some((ListId { fact, inner: None }, facts.get(usize::from(fact.0))?.kind.list()?.date?));
    let by_measures = document.measures.iter().flat_map(|measure| uses_of_measure(measure, true));
    let by_combines = document.combines.iter().flat_map(uses_of_combine);
    used.extend(by_measures.chain(by_combines).filter_map(dated));
    used.into_iter().collect()
}

fn columns_of_measure(measure: &Measure, used: &mut Columns) {
    let own = match &measure.pays {
        Pays::Amount(amount, _) => Some(amount),
        Pays::None | Pays::Unstated | Pays::Elsewhere => None,
    };
    let readings = &measure.readings;
    for amount in own.into_iter().chain(readings.iter().filter_map(|reading| reading.pays.as_ref())) {
        columns_of_amount(amount, None, used);
    }
    for condition in measure.when.iter().chain(readings.iter().filter_map(|reading| reading.when.as_ref())) {
        columns_of_condition(condition, None, used);
    }
}

fn columns_of_combine(combine: &Combine, used: &mut Columns) {
    if let Some(when) = &combine.when {
        columns_of_condition(when, None, used);
    }
    if let CombineRule::AtMost(cap) = &combine.rule {
        columns_of_amount(cap, None, used);
    }
}

fn columns_of_amount(amount: &Amount, list: Option<ListId>, used: &mut Columns) {
    match amount {
        Amount::Literal(..) => {}
        Amount::Place(place) => used.extend(column(*place, list)),
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| columns_of_amount(part, list, used)),
        Amount::Minus(one, other) | Amount::BetterOf(one, other) | Amount::AtMost(one, other) => {
            for part in [one, other] {
                columns_of_amount(part, list, used);
            }
        }
        Amount::UpTo(part, _) => columns_of_amount(part, list, used),
        Amount::Total(total) => columns_of_total(total, list, used),
    }
}

fn columns_of_total(total: &Total, at_hand: Option<ListId>, used: &mut Columns) {
    let list = total.list.list(at_hand);
    if let Rows::Column(inner) = total.list {
        used.extend(column(Place::Column(inner), at_hand));
    }
    if let Some(id) = total.one_per {
        used.extend(column(Place::Column(id), list));
    }
    columns_of_amount(&total.each, list, used);
    if let Some(filter) = &total.filter {
        columns_of_condition(filter, list, used);
    }
}

fn columns_of_condition(condition: &Condition, list: Option<ListId>, used: &mut Columns) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| columns_of_condition(part, list, used)),
        Condition::Not(part) => columns_of_condition(part, list, used),
        Condition::Holds(place) | Condition::OneOf(place, _) | Condition::Recognised(place) => used.extend(column(*place, list)),
        Condition::Compare(comparison) => {
            for part in [&comparison.left, &comparison.right] {
                columns_of_amount(part, list, used);
            }
        }
        Condition::FirstReaches(first) => {
            for part in [&first.value, &first.threshold, &first.before] {
                columns_of_amount(part, list, used);
            }
        }
        Condition::Listed(listed) => used.extend([listed.country, listed.on].into_iter().filter_map(|place| column(place, list))),
    }
}

fn column(place: Place, list: Option<ListId>) -> Option<(ListId, ColumnId)> {
    match place {
        Place::Column(column) => list.map(|list| (list, column)),
        Place::Fact(_) => None,
    }
}
