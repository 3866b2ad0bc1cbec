//! The regions one can choose, each with its documents and whether one can apply under them.

use mingbai_core::claim::{Claimable, claimable};
use mingbai_core::library::Document;

use super::document::claim_words;
use super::{Subject, answer_words};
use crate::flow::offered;

/// A region to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionShown {
    /// Its place among the options of [`mingbai_core::Library::registered_in`].
    pub place: u8,
    /// Its name.
    pub name: String,
    /// Its documents: whether one can apply under each, in words, and its title.
    pub documents: Vec<(Claimable, &'static str, String)>,
}

/// The regions that have documents.
#[must_use]
pub fn regions(subject: Subject<'_>) -> Vec<RegionShown> {
    let document = |document: &Document| {
        let claimable = claimable(document, subject.assessment.as_of);
        (claimable, claim_words(subject, claimable).0, subject.say(&document.title))
    };
    let region = |place: u8| {
        let documents = subject.library.documents.iter().filter(|document| document.region == place);
        RegionShown { place, name: region_name(subject, place), documents: documents.map(document).collect() }
    };
    offered(subject.library).map(region).collect()
}

/// Where the firm is registered, as it was said: `按您填写的注册地（拉萨市、株洲市）测算。`
#[must_use]
pub fn registration(subject: Subject<'_>) -> String {
    let said = subject.library.registered_in.and_then(|fact| Some((subject.library.fact(fact)?, subject.answers.get(fact)?)));
    said.map_or_else(String::new, |(fact, answer)| {
        subject.words().comparison.registered.with([&answer_words(subject.library, &fact.kind, answer, subject.lang)])
    })
}

/// The name of a region.
pub(super) fn region_name(subject: Subject<'_>, place: u8) -> String {
    let options = subject.library.registered_in.and_then(|fact| subject.library.fact(fact)).map_or(&[][..], |fact| fact.kind.options());
    options.get(usize::from(place)).map_or_else(String::new, |option| subject.say(&option.text))
}
