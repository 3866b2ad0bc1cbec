//! `policies ledger`: what became of every sentence and every number.

use mingbai_policies::Policies;
use mingbai_policies::ledger::ledger;

use super::{Done, Trouble, nothing_more};

pub(super) fn run(policies: &Policies, rest: &[String]) -> Result<Done, Trouble> {
    nothing_more(rest)?;
    let ledgers = policies.written.policies.iter().map(|(policy, _)| ledger(policy).to_string());
    Ok(Done::fine(ledgers.collect::<Vec<_>>().join("\n")))
}
