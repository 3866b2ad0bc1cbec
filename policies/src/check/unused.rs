//! Facts, columns and definitions that nothing uses.

use std::collections::BTreeSet;
use std::sync::Arc;

use mingbai_core::expression::{Amount, Condition, Place, Rows, Total};
use mingbai_core::fact::{ColumnId, FactId, List, ListId};
use mingbai_core::library::{Combine, CombineRule, Measure, Pays};

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Content, Defined, Name, PolicyDoc};
use crate::expr;
use crate::resolve::Policies;
use crate::resolve::uses::{uses_of_combine, uses_of_measure, with_table};

/// Refuses what is written but never used.
pub(crate) fn check(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    facts(policies, diagnostics);
    columns(policies, diagnostics);
    for (policy, _) in &policies.written.policies {
        definitions(policy, diagnostics);
    }
}

fn facts(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    let library = &policies.library;
    let by_measures = library.measures().flat_map(|(_, measure)| uses_of_measure(measure, true));
    let by_combines = library.documents.iter().flat_map(|document| &document.combines).flat_map(uses_of_combine);
    let by_library = library.applicant.into_iter().chain(library.registered_in);
    let used: BTreeSet<FactId> = by_measures.chain(by_combines).chain(by_library).flat_map(|fact| with_table(library, fact)).collect();
    for (id, (source, name)) in (0_u16..).map(FactId).zip(&policies.facts.written) {
        if !used.contains(&id) {
            diagnostics.push(unused("fact", "facts::unused", source, name).help("remove it, or use it in a measure"));
        }
    }
}

fn columns(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    let mut used = Columns::new();
    for (_, measure) in policies.library.measures() {
        columns_of_measure(measure, &mut used);
    }
    for combine in policies.library.documents.iter().flat_map(|document| &document.combines) {
        columns_of_combine(combine, &mut used);
    }
    for ((id, fact), (source, name)) in (0_u16..).map(FactId).zip(&policies.library.facts).zip(&policies.facts.written) {
        let Some(list) = fact.kind.list() else { continue };
        let unused = unused_columns(ListId { fact: id, inner: None }, list, &fact.name, &used);
        diagnostics.extend(unused.into_iter().map(|text| {
            let column = Name { text, span: name.span };
            self::unused("column", "facts::unused", source, &column).help("remove it, or use it in a measure")
        }));
    }
}

/// The names of columns that nothing uses, those of lists inside the list included.
fn unused_columns(id: ListId, list: &List, name: &str, used: &Columns) -> Vec<String> {
    let mut unused = Vec::new();
    for (place, column) in (0_u8..).map(ColumnId).zip(&list.columns) {
        let name = format!("{name}.{}", column.name);
        if list.date != Some(place) && !used.contains(&key(id, place)) {
            unused.push(name);
        } else if let Some(inner) = column.kind.list() {
            unused.extend(unused_columns(ListId { inner: Some(place), ..id }, inner, &name, used));
        }
    }
    unused
}

/// Columns by list, column that holds the list, and place.
type Columns = BTreeSet<(FactId, Option<ColumnId>, ColumnId)>;

fn key(list: ListId, column: ColumnId) -> (FactId, Option<ColumnId>, ColumnId) {
    (list.fact, list.inner, column)
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

fn column(place: Place, list: Option<ListId>) -> Option<(FactId, Option<ColumnId>, ColumnId)> {
    match place {
        Place::Column(column) => list.map(|list| key(list, column)),
        Place::Fact(_) => None,
    }
}

fn definitions(policy: &PolicyDoc, diagnostics: &mut Vec<Diagnostic>) {
    let used = names_used(policy);
    for block in policy.blocks() {
        let Content::Define(define) = &block.content else { continue };
        for (name, value) in &define.names {
            let names: Vec<&Name> = match value {
                Defined::Expression(_) => vec![name],
                Defined::OfRows(rows) => rows.keys().collect(),
            };
            for name in names.into_iter().filter(|name| !used.contains(&name.text)) {
                diagnostics.push(unused("definition", "defines::unused", &policy.source, name).help("remove it, or use its name"));
            }
        }
    }
}

/// The names and fields in all expressions of a document.
fn names_used(policy: &PolicyDoc) -> BTreeSet<String> {
    let expressions = policy.blocks().flat_map(|block| block.content.expressions());
    let nodes: Vec<_> = expressions.filter_map(|written| expr::parse(&policy.source, written).ok()).collect();
    nodes.iter().flat_map(|node| node.names().into_iter().chain(node.columns())).map(str::to_owned).collect()
}

fn unused(what: &str, code: &'static str, source: &Arc<Source>, name: &Name) -> Diagnostic {
    Diagnostic::new(code, format!("nothing uses the {what} `{}`", name.text), source, name.span, "never used")
}
