//! What is refused in policy files that can be read and resolved: one module for each kind of refusal.

pub mod boundaries;
pub mod examples;
mod impossible;
pub mod missing;
pub(crate) mod numbers;
mod overflow;
mod sentences;
mod unused;
pub mod wide;
mod words;

use crate::diagnostic::Diagnostic;
use crate::passages::passages;
use crate::resolve::Policies;

/// What is refused, in the order of the files: first what is wrong with text and rules, then, if nothing is, the
/// examples, and if they come out, what they leave out.
#[must_use]
pub fn check(policies: &Policies) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (policy, _) in &policies.written.policies {
        sentences::check(policy, &mut diagnostics);
        let passages = passages(policy);
        numbers::check(policy, &passages, &policies.library.facts, &mut diagnostics);
        words::check(policy, &passages, &mut diagnostics);
    }
    unused::check(policies, &mut diagnostics);
    impossible::check(policies, &mut diagnostics);
    overflow::check(policies, &mut diagnostics);
    for examine in [examples::check, boundaries::check] {
        if diagnostics.is_empty() {
            examine(policies, &mut diagnostics);
        }
    }
    diagnostics.sort_by(|a, b| (&a.source.name, a.labels.first()).cmp(&(&b.source.name, b.labels.first())));
    diagnostics
}
