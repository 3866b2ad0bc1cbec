//! An assessment as plain words and numbers to show, in one language; views only lay it out.

mod advice;
mod amount;
mod arithmetic;
mod card;
mod check;
mod clause;
mod combined;
mod document;
mod glossary;
mod live;
mod reasons;
mod regions;
mod rows;
mod said;
mod years;

use mingbai_core::fact::{FactId, FactKind, Text};
use mingbai_core::library::Document;
use mingbai_core::verdict::FactSet;
use mingbai_core::{Answers, Assessment, Library};

use crate::session::Session;
use crate::text::Lang;
use crate::text::results;
use mingbai_words::results::Results;

pub use advice::AdviceShown;
pub use arithmetic::ArithmeticLine;
pub use card::{AmountShown, Card, Missing, ReadingShown};
pub use check::{CheckItem, check_items};
pub use clause::Span;
pub use document::{Banner, Beside, Clause, DocumentShown, Group, SumShown};
pub use glossary::{TermShown, glossary};
pub use live::{LiveDocument, live};
pub use reasons::{Mark, ReasonItem};
pub use regions::{RegionShown, regions, registration};
pub use rows::DroppedRow;
pub use said::answer_words;
pub use years::YearShown;

/// What is put into words, and the language.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The rules.
    pub library: &'a Library,
    /// What is known of the applicant.
    pub answers: &'a Answers,
    /// What comes out.
    pub assessment: &'a Assessment,
    /// The language of the words.
    pub lang: Lang,
    /// The only measure to tell of, if there is but one: its document and its place there.
    pub only: Option<(u16, u16)>,
}

/// Every assessed document, in order.
#[must_use]
pub fn documents(subject: Subject<'_>) -> Vec<DocumentShown> {
    let told = |document: u16| subject.only.is_none_or(|(only, _)| only == document);
    let found = subject.assessment.documents.iter().filter(|finding| told(finding.document));
    found.filter_map(|finding| Some(document::shown(subject, subject.document(finding.document)?, finding))).collect()
}

impl<'a> Subject<'a> {
    /// What a visit comes to so far.
    #[must_use]
    pub fn of(session: &'a Session) -> Self {
        Self {
            library: session.library(),
            answers: session.answers(),
            assessment: session.assessment(),
            lang: session.lang(),
            only: session.only(),
        }
    }

    fn words(self) -> &'static Results {
        results(self.lang)
    }

    fn say(self, text: &Text) -> String {
        self.lang.of(text).to_owned()
    }

    fn document(self, place: u16) -> Option<&'a Document> {
        self.library.documents.get(usize::from(place))
    }

    /// The short name of a fact.
    fn name(self, fact: FactId) -> String {
        self.library.fact(fact).map_or_else(String::new, |fact| self.say(&fact.wording.short))
    }

    /// The short names of facts, one after the other.
    fn names(self, facts: FactSet) -> String {
        facts.iter().map(|fact| self.name(fact)).collect::<Vec<_>>().join(self.words().comma)
    }

    /// The options of a choice given as bits, one after the other.
    fn options(self, kind: &FactKind, bits: u64) -> String {
        said::option_words(kind, bits, self.lang)
    }

    /// The title of the measure at a place.
    fn measure_title(self, document: &Document, place: u16) -> String {
        document.measures.get(usize::from(place)).map_or_else(String::new, |measure| self.say(&measure.title))
    }
}

#[cfg(test)]
pub(crate) mod tests;
