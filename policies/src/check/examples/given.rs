//! What an example gives, as answers: read by the one reader of answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::answers::{Answers, MAX_ROWS};
use mingbai_core::json::{self, AnswerError, Problem, Raw};
use mingbai_core::library::Library;

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::Name;
use crate::resolve::names::unknown_fact;

/// How many rows of an example are alike; no column has this name.
pub(crate) const TIMES: &str = "times";

/// Facts with what is known of them, as written.
pub type Given = BTreeMap<Name, toml::Value>;

/// The answers that `given` says, and where it is silent what `assumed` says.
///
/// # Errors
/// A refusal for each answer that cannot be read, underlining the fact.
pub(super) fn answers(library: &Library, source: &Arc<Source>, assumed: &Given, given: &Given) -> Result<Answers, Vec<Diagnostic>> {
    let silent = assumed.iter().filter(|(name, _)| !given.keys().any(|other| other.text == name.text));
    let both: Vec<(&Name, &toml::Value)> = given.iter().chain(silent).collect();
    let entries = both.iter().map(|(name, value)| (name.text.clone(), raw(value))).collect();
    json::read(library, &Raw::Object(entries)).map_err(|errors| errors.iter().map(|error| refusal(library, source, &both, error)).collect())
}

fn refusal(library: &Library, source: &Arc<Source>, entries: &[(&Name, &toml::Value)], error: &AnswerError) -> Diagnostic {
    let fact = error.field.split(['.', '[']).next().unwrap_or("");
    let name = entries.iter().map(|(name, _)| *name).find(|name| name.text == fact);
    let Some(name) = name else {
        return Diagnostic::new("examples::given", error.to_string(), source, 0..0, "in an example");
    };
    if matches!(error.problem, Problem::UnknownName(_)) && error.field == name.text {
        return unknown_fact(source, name, library.facts.iter().map(|fact| fact.name.as_str()));
    }
    let message = format!("the answer to `{}` cannot be read", error.field);
    if error.field.ends_with(&format!(".{TIMES}")) {
        let label = format!("`{TIMES}` is a whole number from 1 to {MAX_ROWS}");
        return Diagnostic::new("examples::given", message, source, name.span, label);
    }
    Diagnostic::new("examples::given", message, source, name.span, error.problem.text().en)
}

/// The same value as answers have it; a day is a text.
#[must_use]
pub fn raw(value: &toml::Value) -> Raw {
    match value {
        toml::Value::String(text) => Raw::Text(text.clone()),
        toml::Value::Integer(integer) => {
            u64::try_from(*integer).ok().filter(|integer| *integer < 1 << 53).map_or(Raw::OtherNumber, Raw::Integer)
        }
        toml::Value::Float(_) => Raw::OtherNumber,
        toml::Value::Boolean(yes) => Raw::Bool(*yes),
        toml::Value::Datetime(day) => Raw::Text(day.to_string()),
        toml::Value::Array(items) => Raw::Array(items.iter().flat_map(rows).collect()),
        toml::Value::Table(table) => Raw::Object(table.iter().map(|(name, value)| (name.clone(), raw(value))).collect()),
    }
}

/// A row, as many times as it says.
fn rows(item: &toml::Value) -> Vec<Raw> {
    let Raw::Object(mut row) = raw(item) else { return vec![raw(item)] };
    let times = row.iter().position(|(name, _)| name == TIMES);
    let found = times.and_then(|place| Some((place, allowed(&row.get(place)?.1)?)));
    let Some((place, times)) = found else { return vec![Raw::Object(row)] };
    row.remove(place);
    vec![Raw::Object(row); times]
}

fn allowed(times: &Raw) -> Option<usize> {
    let Raw::Integer(times) = times else { return None };
    usize::try_from(*times).ok().filter(|times| (1..=MAX_ROWS).contains(times))
}
