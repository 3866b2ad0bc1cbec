//! `policies list`: every measure with its clause, as HTML.

use mingbai_policies::{Policies, list};

use super::{Done, Trouble, nothing_more};

pub(super) fn run(policies: &Policies, rest: &[String]) -> Result<Done, Trouble> {
    nothing_more(rest)?;
    Ok(Done::fine(list::html(&policies.library)))
}
