//! Names that stand for conditions and amounts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::Change;
use super::expression::{Meaning, Scope};
use super::facts::Facts;
use super::names::{duplicate, unknown};
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Content, Defined, Name, PolicyDoc};
use crate::expr;

/// Everything the document defines; `LIST.name` for what is said of the rows of a list. A definition may use those
/// above it, so that none can use itself.
pub(super) fn defined(
    policy: &PolicyDoc,
    facts: &Facts,
    change: Option<&Change>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Meaning> {
    let mut defined = BTreeMap::new();
    for written in in_order(policy) {
        let resolved = one(&policy.source, facts, &defined, change, &written);
        if facts.named(&written.key()).is_some() || defined.contains_key(&written.key()) {
            diagnostics.push(duplicate("facts or definitions", &policy.source, written.name));
        }
        match resolved {
            Ok(meaning) => _ = defined.insert(written.key(), meaning),
            Err(refusal) => diagnostics.push(refusal),
        }
    }
    defined
}

/// One definition as written.
struct Written<'a> {
    list: Option<&'a Name>,
    name: &'a Name,
    expression: &'a Name,
}

impl Written<'_> {
    /// What expressions call it, with the list for a `row`.
    fn key(&self) -> String {
        self.list.map_or_else(|| self.name.text.clone(), |list| format!("{}.{}", list.text, self.name.text))
    }
}

fn in_order(policy: &PolicyDoc) -> Vec<Written<'_>> {
    let mut written = Vec::new();
    for block in policy.blocks() {
        let Content::Define(define) = &block.content else { continue };
        for (name, value) in &define.names {
            match value {
                Defined::Expression(expression) => written.push(Written { list: None, name, expression }),
                Defined::OfRows(rows) => {
                    written.extend(rows.iter().map(|(row, expression)| Written { list: Some(name), name: row, expression }));
                }
            }
        }
    }
    written.sort_by_key(|one| one.name.span);
    written
}

fn one(
    source: &Arc<Source>,
    facts: &Facts,
    defined: &BTreeMap<String, Meaning>,
    change: Option<&Change>,
    written: &Written<'_>,
) -> Result<Meaning, Diagnostic> {
    let scope = Scope::new(source, facts, defined, change);
    let node = expr::parse(source, written.expression)?;
    let Some(list) = written.list else {
        return scope.meaning(&node);
    };
    if facts.named(&list.text).is_none() {
        return Err(unknown("facts::unknown", "list", source, list, facts.names()));
    }
    scope.with(scope.row_of("row", list)?).meaning(&node)
}
