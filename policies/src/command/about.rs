//! `policies about`: what the rules are known by, as JSON.

use mingbai_policies::Policies;
use mingbai_policies::about::about;

use super::{Done, Trouble, nothing_more};

pub(super) fn run(policies: &Policies, rest: &[String]) -> Result<Done, Trouble> {
    nothing_more(rest)?;
    let about = about(&policies.library).map_err(|error| Trouble::new(error.to_string()))?;
    let text = serde_json::to_string(&about).map_err(|error| Trouble::new(error.to_string()))?;
    Ok(Done::fine(text + "\n"))
}
