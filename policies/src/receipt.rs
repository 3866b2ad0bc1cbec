//! A receipt: an assessment that somebody kept is made again from its answers, its day and its documents, and compared byte for byte.

use mingbai_core::json::{self, Raw};
use mingbai_core::{Date, Library, assess};
use serde_json::Value;

/// So many differences are told.
const MOST: usize = 10;

/// Where an assessment that was kept differs from what comes out now, at most ten places, each with what was kept and what comes
/// out; none where both are the same bytes but for line breaks at the end.
///
/// # Errors
/// Why it cannot be made again: a line for each complaint.
pub fn differences(library: &Library, kept: &str) -> Result<Vec<String>, Vec<String>> {
    let was: Value = serde_json::from_str(kept).map_err(|error| vec![error.to_string()])?;
    let again = again(library, &was)?;
    if again == kept.trim_end() {
        return Ok(Vec::new());
    }
    let is: Value = serde_json::from_str(&again).map_err(|error| vec![error.to_string()])?;
    let mut found = Vec::new();
    compare("", &was, &is, &mut found);
    if found.is_empty() {
        found.push("the same content, written in another way".to_owned());
    }
    Ok(found)
}

/// The assessment of the same answers, on the same day and under the same documents, as it is printed.
fn again(library: &Library, kept: &Value) -> Result<String, Vec<String>> {
    let missing = |name: &str| vec![format!("{name}: is not there, or is not what an assessment holds")];
    let as_of = kept["as_of"].as_str().and_then(Date::parse).ok_or_else(|| missing("as_of"))?;
    let documents: Vec<&str> =
        kept["documents"].as_array().ok_or_else(|| missing("documents"))?.iter().filter_map(|one| one["id"].as_str()).collect();
    let raw: Raw = serde_json::from_value(kept["answers"].clone()).map_err(|_| missing("answers"))?;
    let answers = json::read(library, &raw).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let assessment = assess(library, &answers, as_of, |document| documents.contains(&document.id.as_str()));
    serde_json::to_string(&json::report(library, &answers, &assessment)).map_err(|error| vec![error.to_string()])
}

/// What has no parts comes first, so that other rules or another day are told before what follows from them.
fn compare(at: &str, was: &Value, is: &Value, found: &mut Vec<String>) {
    if was == is || found.len() >= MOST {
        return;
    }
    match (was, is) {
        (Value::Object(one), Value::Object(other)) => {
            let new = other.keys().filter(|key| !one.contains_key(*key));
            let keys = || one.keys().chain(new.clone());
            let is_plain = |key: &&String| !entry(one.get(*key)).is_array() && !entry(one.get(*key)).is_object();
            for key in keys().filter(is_plain).chain(keys().filter(|key| !is_plain(key))) {
                let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                compare(&at, entry(one.get(key)), entry(other.get(key)), found);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            for place in 0..one.len().max(other.len()) {
                compare(&format!("{at}[{place}]"), entry(one.get(place)), entry(other.get(place)), found);
            }
        }
        _ => found.push(format!("{at}: was {was}, is {is}")),
    }
}

/// What is not there counts as `null`.
fn entry(value: Option<&Value>) -> &Value {
    value.unwrap_or(&Value::Null)
}
