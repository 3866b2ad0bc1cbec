//! Which page of questions comes next, and what stands on it.

mod gates;
mod regions;
mod scope;

use mingbai_core::fact::FactId;
use mingbai_core::verdict::FactSet;
use mingbai_core::{Answers, Library};

pub use gates::gated;
pub use regions::{Regions, offered};
pub use scope::Scope;

/// These facts as a set.
pub(crate) fn set(facts: impl Iterator<Item = FactId>) -> FactSet {
    facts.fold(FactSet::default(), |set, fact| set.union(FactSet::of(fact)))
}

/// Where a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A page of questions: a place in [`Library::pages`].
    Questions(u16),
    /// The answers in a list, to be checked.
    Check,
    /// The result.
    Result,
}

/// What decides the way through the questions.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'a> {
    /// The rules.
    pub library: &'a Library,
    /// What is known.
    pub answers: &'a Answers,
    /// What is still worth asking.
    pub questions: &'a [FactId],
    /// Those of them that wait for another answer: see [`gated`].
    pub waiting: &'a [(FactId, FactId)],
    /// What has been put to the person already.
    pub asked: FactSet,
}

impl Flow<'_> {
    /// The first page: that of the applicant, or whichever has something worth asking.
    #[must_use]
    pub fn first(self) -> Page {
        self.pages().find(|page| self.is_worth(*page)).map_or(Page::Check, Page::Questions)
    }

    /// The page after `page`: the next with a question or an answer on it, then any with a question not yet put, then the check.
    /// Someone who came to change one answer (`editing`) only sees questions not yet put.
    #[must_use]
    pub fn after(self, page: u16, editing: bool) -> Page {
        let later = || self.pages().filter(|other| *other > page);
        let forward = later().find(|other| !editing && self.is_worth(*other));
        let open = || later().chain(self.pages()).find(|other| self.has_new(*other));
        forward.or_else(open).map_or(Page::Check, Page::Questions)
    }

    /// The page of the question to be put next: of those not yet put, the one that settles most.
    #[must_use]
    pub fn first_new(self) -> Option<u16> {
        self.questions.iter().find(|fact| self.is_new(**fact)).and_then(|fact| self.page_of(*fact))
    }

    /// How many questions can be put that have not been.
    #[must_use]
    pub fn new_count(self) -> usize {
        self.questions.iter().filter(|fact| self.is_new(**fact)).count()
    }

    /// The most questions that are left: those on this page, those not put, and those that wait for one of these.
    #[must_use]
    pub fn most_left(self, shown: FactSet) -> usize {
        let ahead = |fact: FactId| shown.contains(fact) || !self.asked.contains(fact);
        let counts = |fact: &&FactId| ahead(**fact) && self.gate_of(**fact).is_none_or(ahead);
        self.questions.iter().filter(counts).count()
    }

    /// The facts of a page that are worth asking or answered, in order; who applies and where is always asked.
    #[must_use]
    pub fn facts_on(self, page: u16) -> FactSet {
        set(self.facts().filter(|fact| self.page_of(*fact) == Some(page) && self.is_wanted(*fact)))
    }

    fn is_wanted(self, fact: FactId) -> bool {
        let addressee = [self.library.applicant, self.library.registered_in].contains(&Some(fact));
        addressee || self.is_askable(fact) || self.answers.get(fact).is_some()
    }

    fn is_askable(self, fact: FactId) -> bool {
        self.questions.contains(&fact) && self.gate_of(fact).is_none()
    }

    fn gate_of(self, fact: FactId) -> Option<FactId> {
        self.waiting.iter().find(|(follower, _)| *follower == fact).map(|(_, gate)| *gate)
    }

    /// Worth asking, not waiting, and not yet put.
    fn is_new(self, fact: FactId) -> bool {
        self.is_askable(fact) && !self.asked.contains(fact)
    }

    fn is_worth(self, page: u16) -> bool {
        self.facts().any(|fact| self.page_of(fact) == Some(page) && self.is_wanted(fact))
    }

    fn has_new(self, page: u16) -> bool {
        self.questions.iter().any(|fact| self.page_of(*fact) == Some(page) && self.is_new(*fact))
    }

    fn page_of(self, fact: FactId) -> Option<u16> {
        self.library.fact(fact).map(|fact| fact.page)
    }

    fn facts(self) -> impl Iterator<Item = FactId> {
        (0_u16..).map(FactId).take(self.library.facts.len())
    }

    fn pages(self) -> impl Iterator<Item = u16> {
        (0_u16..).take(self.library.pages.len())
    }
}
