//! The small rules of `settled/`, each document made so that one thing about combining or advising can be seen.

use std::sync::OnceLock;

use mingbai_core::interview::questions;
use mingbai_core::{Answers, Library, assess};
use serde_json::{Value, json};

use crate::library::{compiled, day, read};
use crate::sheet::{but, documents};

/// What a document of `settled/` tells an enterprise that has answered this much, on 21 November 2026, in the one JSON form; each
/// measure with its `advice`, if there is any.
///
/// # Panics
/// When there is no such document, or the answers are refused.
#[must_use]
pub fn told(document: &str, answered: &Value) -> Value {
    let all = documents(library(), &firm(answered), day(AS_OF), |one| one.id == document);
    all.into_iter().next().unwrap_or_else(|| panic!("no {document}"))
}

/// What the enterprise is asked next under that document, the first question first.
///
/// # Panics
/// When the answers are refused.
#[must_use]
pub fn asked(document: &str, answered: &Value) -> Vec<&'static str> {
    let firm = firm(answered);
    let assessment = assess(library(), &firm, day(AS_OF), |one| one.id == document);
    let questions = questions(library(), &firm, &assessment).into_iter();
    questions.filter_map(|fact| Some(library().fact(fact)?.name.as_str())).collect()
}

const AS_OF: &str = "2026-11-21";

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| compiled("tests/settled"))
}

/// An enterprise of the place that has answered this much besides.
fn firm(answered: &Value) -> Answers {
    let firm = but(&json!({ "applicant": ["enterprise"], "registered_in": ["here"] }), answered);
    read(library(), &firm.to_string()).unwrap_or_else(|errors| panic!("{}", errors.join("\n")))
}

/// How a combine came out in what a document tells.
///
/// # Panics
/// When it tells nothing of that combine.
#[must_use]
pub fn combined<'a>(told: &'a Value, id: &str) -> &'a Value {
    let all = told["combined"].as_array().into_iter().flatten();
    all.into_iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Asserts that it says so, whatever else it says.
///
/// # Panics
/// When it does not, or what is expected is no JSON object.
pub fn says(told: &Value, expected: &Value) {
    for (name, value) in expected.as_object().expect("what is expected is an object") {
        assert_eq!(told.get(name).unwrap_or(&Value::Null), value, "{name} of {told:#}");
    }
}

/// An invoice that is all for promotion.
#[must_use]
pub fn bill(cost: &str) -> Value {
    json!({ "cost": cost })
}

/// So many invoices of which it is not known whether the firm paid them itself.
#[must_use]
pub fn bills(count: usize) -> Value {
    vec![json!({ "date": "2026-03-01" }); count].into()
}
