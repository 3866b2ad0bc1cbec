//! Every sentence of a text has a rule or a note beneath it.

use crate::diagnostic::Diagnostic;
use crate::doc::{Content, PolicyDoc};

/// Refuses runs of quotes of which nothing says what they are.
pub(crate) fn check(policy: &PolicyDoc, diagnostics: &mut Vec<Diagnostic>) {
    for run in &policy.runs {
        let said = run.blocks.iter().any(|block| match &block.content {
            Content::Measure(..) | Content::Combine(..) | Content::Define(_) => true,
            Content::Note(note) => note.kind.is_some(),
            Content::Document(_) | Content::Example(_) => false,
        });
        if let Some(last) = run.quotes.last().filter(|_| !said) {
            let refusal = Diagnostic::new(
                "sentences::unaccounted",
                "a sentence with neither a rule nor a note",
                &policy.source,
                last.span,
                "nothing says what this is",
            );
            diagnostics.push(refusal.help("put a measure, a combine or a define beneath it, or a note with a `kind`: direction, task, procedure, addressed, refers or form"));
        }
    }
}
