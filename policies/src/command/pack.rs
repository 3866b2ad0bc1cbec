//! `policies pack`: the rules as one data pack, or as one without its English words and these.

use std::fs;

use mingbai_core::pack::{cut, encode, fingerprint};
use mingbai_policies::Policies;

use super::{Done, Trouble, nothing_more, take_option};

pub(super) fn run(policies: &Policies, mut rest: Vec<String>) -> Result<Done, Trouble> {
    let out = take_option(&mut rest, "--out")?.ok_or_else(|| Trouble::new("pack needs --out FILE"))?;
    let english = take_option(&mut rest, "--english")?;
    nothing_more(&rest)?;
    let whole = encode(&policies.library).map_err(|error| Trouble::new(error.to_string()))?;
    let write = |name: &str, bytes: &[u8]| fs::write(name, bytes).map_err(|error| Trouble::new(format!("{name}: {error}")));
    let mut pack = whole.as_slice();
    if let Some(english) = english {
        let (rules, words) = cut(&whole);
        write(&english, words)?;
        pack = rules;
    }
    write(&out, pack)?;
    let (length, measures, rules) = (pack.len(), policies.library.measures().count(), fingerprint(pack));
    Ok(Done::fine(format!("{out}: {length} bytes, {measures} measures, rules {rules}\n")))
}
