//! `policies pack`: the rules as one data pack.

use std::fs;

use mingbai_core::pack::{encode, fingerprint};
use mingbai_policies::Policies;

use super::{Done, Trouble, nothing_more, take_option};

pub(super) fn run(policies: &Policies, mut rest: Vec<String>) -> Result<Done, Trouble> {
    let out = take_option(&mut rest, "--out")?.ok_or_else(|| Trouble::new("pack needs --out FILE"))?;
    nothing_more(&rest)?;
    let bytes = encode(&policies.library).map_err(|error| Trouble::new(error.to_string()))?;
    fs::write(&out, &bytes).map_err(|error| Trouble::new(format!("{out}: {error}")))?;
    let (length, measures, rules) = (bytes.len(), policies.library.measures().count(), fingerprint(&bytes));
    Ok(Done::fine(format!("{out}: {length} bytes, {measures} measures, rules {rules}\n")))
}
