//! `policies check`: what is refused.

use std::fmt::Write;
use std::path::Path;

use mingbai_core::library::Document;
use mingbai_policies::doc::{Content, PolicyDoc};
use mingbai_policies::ledger::ledger;
use mingbai_policies::{Policies, check, load};

use super::{Done, Trouble, nothing_more, take_flag};

pub(super) fn run(folder: &Path, mut rest: Vec<String>) -> Result<Done, Trouble> {
    let missing = take_flag(&mut rest, "--missing");
    nothing_more(&rest)?;
    let (policies, mut refusals) = load(folder).map_err(|error| Trouble::new(error.to_string()))?;
    if refusals.is_empty() {
        refusals = check::check(&policies);
        if missing {
            return Ok(Done::fine(check::missing::skeletons(&policies)));
        }
    }
    let mut out: String = refusals.iter().map(|refusal| refusal.render() + "\n").collect();
    if refusals.is_empty() {
        out.push_str(&summary(&policies));
        return Ok(Done::fine(out));
    }
    _ = writeln!(out, "refused: {}", refusals.len());
    Ok(Done::refused(out))
}

/// What may be wider than need be in a document, in a line.
fn wide_line(policies: &Policies, document: &Document) -> String {
    let wide = check::wide::wide(&policies.library, document);
    let told =
        wide.iter().map(|one| format!("{} ({})", one.id.as_deref().unwrap_or("sums"), [one.why.as_slice(), &one.rows].concat().join("; ")));
    let told: Vec<String> = told.collect();
    if told.is_empty() { String::new() } else { format!("{}: may be wider than need be: {}\n", document.id, told.join(", ")) }
}

/// What there is, in a line, with the number of exceptions written by hand.
fn summary(policies: &Policies) -> String {
    let documents = &policies.library.documents;
    let written = || policies.written.policies.iter().map(|(policy, _)| policy);
    let examples = written().flat_map(PolicyDoc::blocks).filter(|block| matches!(block.content, Content::Example(_))).count();
    let exceptions: usize = written().map(|policy| ledger(policy).exceptions.len()).sum();
    let wide: String = documents.iter().map(|document| wide_line(policies, document)).collect();
    format!(
        "nothing is refused; documents: {}, measures: {}, facts: {}, examples: {examples}, exceptions written by hand: {exceptions}\n{wide}",
        documents.len(),
        policies.library.measures().count(),
        policies.library.facts.len(),
    )
}
