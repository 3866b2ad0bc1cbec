//! The small rules of `settled/`, each document made so that one thing about combining can be seen.

use std::sync::OnceLock;

use mingbai_core::{Library, assess, json};
use serde_json::{Value, json};

use crate::library::{compiled, day, read};

/// What a document of `settled/` tells an enterprise that has answered this much, in the one JSON form.
///
/// # Panics
/// When there is no such document, or the answers are refused.
#[must_use]
pub fn told(document: &str, answered: &Value) -> Value {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| compiled("tests/settled"));
    let mut firm = json!({ "applicant": ["enterprise"], "registered_in": ["here"] });
    for (name, answer) in answered.as_object().expect("answers are an object") {
        firm[name] = answer.clone();
    }
    let answers = read(library, &firm.to_string()).unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    let assessment = assess(library, &answers, day("2026-11-21"), |one| one.id == document);
    let mut report = serde_json::to_value(json::report(library, &answers, &assessment)).expect("a report can be written");
    let told = report["documents"].get_mut(0).unwrap_or_else(|| panic!("no {document}"));
    told.take()
}
