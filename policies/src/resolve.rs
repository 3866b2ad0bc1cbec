//! Names to ids, syntax trees to typed rules: from the files as written to [`mingbai_core::Library`].

pub mod change;
mod changeable;
pub(crate) mod columns;
mod combine;
mod countries;
mod define;
mod document;
mod expression;
pub mod facts;
mod glossary;
mod measure;
pub(crate) mod names;
mod once;
mod quotes;
mod rate;
mod size;
pub mod uses;

use mingbai_core::Library;
use mingbai_core::library::{Combine, Document, Measure, Term};
use mingbai_core::pack::sealed;

pub use change::{Change, How, Zone};
pub use countries::Countries;
pub use facts::Facts;

use crate::diagnostic::Diagnostic;
use crate::doc::{Content, MeasureDoc, Name, PolicyDoc};
use crate::files::Written;

/// Everything as written, with what it means.
#[derive(Clone, Debug)]
pub struct Policies {
    /// As written.
    pub written: Written,
    /// The facts with the places where they are written.
    pub facts: Facts,
    /// What it means.
    pub library: Library,
}

/// Resolves all files. What cannot be resolved is left out and reported, facts before the rules that use them.
///
/// Documents stand in the order in which regions are offered, then by the names of their folders.
pub fn resolve(mut written: Written, diagnostics: &mut Vec<Diagnostic>) -> Policies {
    let countries = countries::countries(&written, diagnostics);
    let facts = facts::facts(&written.facts, &written.tables, countries, diagnostics);
    let regions = facts.named("registered_in").map(|(_, fact)| fact.kind.options()).unwrap_or_default();
    written.policies.sort_by_key(|(policy, _)| {
        let region = policy.blocks().find_map(|block| match &block.content {
            Content::Document(head) => regions.iter().position(|one| one.name == head.region.text),
            _ => None,
        });
        region.unwrap_or(regions.len())
    });
    let glossary = glossary::glossary(&written, diagnostics);
    let usd_rate = rate::rate(&written, diagnostics);
    let mut unresolved = Vec::new();
    let library = Library { usd_rate, ..library(&written, &facts, glossary, &mut unresolved) };
    if diagnostics.is_empty() {
        diagnostics.extend(unresolved);
    }
    Policies { written, facts, library: sealed(library) }
}

impl Policies {
    /// Every measure as written and with what it means, in order; complete only if nothing was refused.
    pub fn measures(&self) -> impl Iterator<Item = (&PolicyDoc, &Name, &MeasureDoc, &Measure)> {
        self.written.policies.iter().zip(&self.library.documents).flat_map(|((policy, _), document)| {
            let written = policy.blocks().filter_map(|block| match &block.content {
                Content::Measure(id, doc) => Some((id, &**doc)),
                _ => None,
            });
            written.zip(&document.measures).map(move |((id, doc), measure)| (policy, id, doc, measure))
        })
    }

    /// Every combine as written and with what it means, in order; complete only if nothing was refused.
    pub fn combines(&self) -> impl Iterator<Item = (&PolicyDoc, &Name, &Combine)> {
        self.written.policies.iter().zip(&self.library.documents).flat_map(|((policy, _), document)| {
            let written = policy.blocks().filter_map(|block| match &block.content {
                Content::Combine(id, _) => Some(id),
                _ => None,
            });
            written.zip(&document.combines).map(move |(id, combine)| (policy, id, combine))
        })
    }

    /// The library with one deliberate change.
    #[must_use]
    pub fn changed(&self, change: &Change) -> Library {
        let mut library = self.library.clone();
        let written = self.written.policies.get(change.document);
        if let Some(((policy, _), document)) = written.zip(library.documents.get_mut(change.document)) {
            document::change(policy, &self.facts, change, document);
        }
        library
    }

    /// The changed document with one deliberate change, unless it can no longer be meant.
    #[must_use]
    pub fn changed_document(&self, change: &Change) -> Option<Document> {
        let (policy, _) = self.written.policies.get(change.document)?;
        let mut document = self.library.documents.get(change.document)?.clone();
        document::change(policy, &self.facts, change, &mut document).then_some(document)
    }
}

fn library(written: &Written, facts: &Facts, glossary: Vec<Term>, diagnostics: &mut Vec<Diagnostic>) -> Library {
    let mut documents: Vec<Document> =
        written.policies.iter().filter_map(|(policy, text)| document::document(policy, text, facts, diagnostics)).collect();
    for quote in documents.iter_mut().flat_map(|document| &mut document.quotes) {
        quote.terms = glossary::terms_in(&glossary, &quote.text);
    }
    let named = |name: &str| facts.named(name).map(|(id, _)| id);
    Library {
        checked: documents.iter().map(|document| document.checked).max(),
        facts: facts.list.clone(),
        pages: facts.pages.clone(),
        documents,
        countries: facts.countries.names.clone(),
        country_lists: facts.countries.lists.clone(),
        glossary,
        usd_rate: None,
        applicant: named("applicant"),
        persons: facts.persons,
        registered_in: named("registered_in"),
        fingerprint: None,
    }
}
