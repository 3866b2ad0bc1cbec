//! The words that are explained.

use mingbai_core::fact::Text;
use mingbai_core::library::Term;

use super::names::refuse_duplicates;
use crate::diagnostic::Diagnostic;
use crate::files::Written;

/// Resolves the terms of all files, in their order.
pub(super) fn glossary(written: &Written, diagnostics: &mut Vec<Diagnostic>) -> Vec<Term> {
    let all = || written.glossaries.iter().flat_map(|(source, doc)| doc.terms.iter().map(move |term| (source, doc, term)));
    refuse_duplicates("terms", all().map(|(source, _, term)| (source, &term.name)), diagnostics);
    for (source, _, term) in all().filter(|(_, _, term)| term.name.text.trim().is_empty()) {
        diagnostics.push(Diagnostic::new("glossary::empty", "a term has no name", source, term.name.span, "nothing is named"));
    }
    all()
        .map(|(_, doc, term)| Term {
            name: term.name.text.clone(),
            text: Text { zh: term.zh.0.clone(), en: term.en.0.clone() },
            source: term.source.as_ref().unwrap_or(&doc.source).0.clone(),
        })
        .collect()
}
