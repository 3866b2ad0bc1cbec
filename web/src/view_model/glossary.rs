//! Words of the texts with what they mean.

use mingbai_core::library::{Quote, Term};

use super::Subject;

/// A word that is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermShown {
    /// The word, as the texts write it.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// Where that is said.
    pub source: String,
}

/// All words that are explained.
#[must_use]
pub fn glossary(subject: Subject<'_>) -> Vec<TermShown> {
    subject.library.glossary.iter().map(|term| shown(subject, term)).collect()
}

/// Those that stand in the quotes, each once.
pub(super) fn terms_in(subject: Subject<'_>, quotes: &[Quote]) -> Vec<TermShown> {
    let mut explained = Vec::new();
    for (place, term) in (0_u16..).zip(&subject.library.glossary) {
        if quotes.iter().any(|quote| quote.terms.contains(&place)) {
            explained.push(shown(subject, term));
        }
    }
    explained
}

fn shown(subject: Subject<'_>, term: &Term) -> TermShown {
    TermShown { name: term.name.clone(), meaning: subject.say(&term.text), source: term.source.clone() }
}
