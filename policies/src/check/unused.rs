//! Facts, columns and definitions that nothing uses.

use std::collections::BTreeSet;
use std::sync::Arc;

use mingbai_core::expression::{Amount, Condition, Place};
use mingbai_core::fact::{FactId, FactKind};
use mingbai_core::library::{Measure, Pays};

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Content, Defined, Name, PolicyDoc};
use crate::expr::{self, NodeKind};
use crate::resolve::Policies;
use crate::resolve::uses::{parts_of_amount, uses_of_combine, uses_of_measure, with_table};

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
    let mut used = BTreeSet::new();
    for (_, measure) in policies.library.measures() {
        columns_of_measure(measure, &mut used);
    }
    for ((id, fact), (source, name)) in (0_u16..).map(FactId).zip(&policies.library.facts).zip(&policies.facts.written) {
        let FactKind::List(list) = &fact.kind else { continue };
        for (place, column) in (0_u8..).zip(&list.columns) {
            let dates = list.date.is_some_and(|date| date.0 == place);
            if !dates && !used.contains(&(id, place)) {
                let column = Name { text: format!("{}.{}", fact.name, column.name), span: name.span };
                diagnostics.push(unused("column", "facts::unused", source, &column).help("remove it, or use it in a measure"));
            }
        }
    }
}

type Columns = BTreeSet<(FactId, u8)>;

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

fn columns_of_amount(amount: &Amount, list: Option<FactId>, used: &mut Columns) {
    for part in parts_of_amount(amount) {
        match part {
            Amount::Place(place) => used.extend(column(*place, list)),
            Amount::Total(total) => {
                columns_of_amount(&total.each, total.list.fact(), used);
                if let Some(filter) = &total.filter {
                    columns_of_condition(filter, total.list.fact(), used);
                }
            }
            _ => {}
        }
    }
}

fn columns_of_condition(condition: &Condition, list: Option<FactId>, used: &mut Columns) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| columns_of_condition(part, list, used)),
        Condition::Not(part) => columns_of_condition(part, list, used),
        Condition::Holds(place) | Condition::OneOf(place, _) | Condition::Recognised(place) => used.extend(column(*place, list)),
        Condition::Compare(comparison) => {
            columns_of_amount(&comparison.left, list, used);
            columns_of_amount(&comparison.right, list, used);
        }
        Condition::FirstReaches(first) => {
            for part in [&first.value, &first.threshold, &first.before] {
                columns_of_amount(part, list, used);
            }
        }
        Condition::Listed(listed) => used.extend([listed.country, listed.on].into_iter().filter_map(|place| column(place, list))),
    }
}

fn column(place: Place, list: Option<FactId>) -> Option<(FactId, u8)> {
    match place {
        Place::Column(column) => list.map(|list| (list, column.0)),
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
    let mut names = BTreeSet::new();
    for node in nodes.iter().flat_map(expr::Node::all) {
        match &node.kind {
            NodeKind::Name(name) => _ = names.insert(name.clone()),
            NodeKind::Field(_, field) => _ = names.insert(field.text.clone()),
            _ => {}
        }
    }
    names
}

fn unused(what: &str, code: &'static str, source: &Arc<Source>, name: &Name) -> Diagnostic {
    Diagnostic::new(code, format!("nothing uses the {what} `{}`", name.text), source, name.span, "never used")
}
