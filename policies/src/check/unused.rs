//! Facts, columns and definitions that nothing uses.

use std::collections::BTreeSet;
use std::sync::Arc;

use mingbai_core::fact::{ColumnId, FactId, List, ListId};

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Content, Defined, Name, PolicyDoc};
use crate::expr;
use crate::resolve::Policies;
use crate::resolve::columns::Columns;
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
    let used: Columns = policies.library.documents.iter().flat_map(|document| document.columns.iter().copied()).collect();
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
        if list.date != Some(place) && !used.contains(&(id, place)) {
            unused.push(name);
        } else if let Some(inner) = column.kind.list() {
            unused.extend(unused_columns(ListId { inner: Some(place), ..id }, inner, &name, used));
        }
    }
    unused
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
