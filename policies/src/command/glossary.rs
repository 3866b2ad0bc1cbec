//! `policies glossary`: the words that are explained, as JSON.

use mingbai_policies::Policies;

use super::{Done, Trouble, nothing_more};

pub(super) fn run(policies: &Policies, rest: &[String]) -> Result<Done, Trouble> {
    nothing_more(rest)?;
    let text = serde_json::to_string_pretty(&policies.library.glossary).map_err(|error| Trouble::new(error.to_string()))?;
    Ok(Done::fine(text + "\n"))
}
