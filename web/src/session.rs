//! Everything a person has told the page, where they are, and what follows from it. Pure: no clock, no browser.

mod action;
mod dollars;
mod field;
mod form;
mod preset;
mod rows;
mod undo;
mod walk;

use std::rc::Rc;

use mingbai_core::answers::Answer;
use mingbai_core::assess::DocumentFinding;
use mingbai_core::fact::FactId;
use mingbai_core::library::{Combine, CombineRule, Document, Measure};
use mingbai_core::measure::Finding;
use mingbai_core::verdict::FactSet;
use mingbai_core::{Answers, Assessment, Date, Library, assess};

use crate::clock::Today;
use crate::flow::{Flow, Page, Regions, Scope, gated};
use crate::text::Lang;

pub use action::Action;
pub use dollars::{InDollars, NoDollars};
pub use field::{Field, RowKey};
pub use form::Problem;
pub use preset::{Preset, preset};
pub use undo::Removed;

use dollars::Dollars;
use form::Form;
use preset::Wanted;
use undo::Undo;

/// What the page should put the keyboard on after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the page.
    Heading,
    /// The summary of errors.
    Errors,
    /// A field.
    Field(Field),
    /// The button that adds a row to the list.
    AddRow(Field),
}

/// Where on the page something is told: beside what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Above the title of the page.
    Top,
    /// Under the title of the result.
    Result,
    /// Among what can be done with all the answers, at the foot.
    Foot,
}

/// What to tell the person once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Answers were taken over from a file or link.
    Loaded,
    /// The same, from a file that was saved under other rules.
    LoadedOfOtherRules,
    /// The file or link could not be used; why, in both languages.
    NotLoaded(mingbai_core::fact::Text),
    /// A file with the result was handed to the browser, under this name.
    Saved(String),
    /// A link with the answers was copied.
    Linked,
    /// A link with the answers, to be copied by hand.
    Link(String),
    /// The English words are being fetched.
    EnglishComing,
    /// The English words could not be had.
    EnglishMissing,
}

/// What stands on a page until it is left, and is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Passing {
    /// The measures of a field are open to be named.
    Naming(Field),
    /// Something else than a day was entered as the day of assessment.
    WrongDay,
}

/// The steps of a visit: who applies, the questions, the check, the result.
pub const STEPS: usize = 4;

/// A person's visit.
#[derive(Clone, Debug)]
pub struct Session {
    library: Rc<Library>,
    today: Today,
    as_of: Date,
    regions: Regions,
    /// The regions of registration are those chosen, for the person has not said otherwise.
    assumes_local: bool,
    answers: Rc<Answers>,
    assessment: Rc<Assessment>,
    questions: Vec<FactId>,
    waiting: Vec<(FactId, FactId)>,
    form: Form,
    dollars: Dollars,
    page: Page,
    trail: Vec<Page>,
    shown: FactSet,
    asked: FactSet,
    editing: Option<FactId>,
    passing: Option<Passing>,
    errors_shown: bool,
    undo: Vec<Undo>,
    message: Option<(Spot, Message)>,
    focus: (u32, Focus),
    lang: Lang,
    large: bool,
    wanted: Wanted,
    only: Option<(u16, u16)>,
    heading_level: u8,
}

impl Session {
    /// A visit on that day, with nothing answered.
    #[must_use]
    pub fn new(library: Rc<Library>, today: Today, lang: Lang) -> Self {
        let answers = Rc::new(Answers::default());
        let assessment = Rc::new(assess(&library, &answers, today.as_of, |_| false));
        let mut session = Self {
            library,
            today,
            as_of: today.as_of,
            regions: Regions::default(),
            assumes_local: false,
            answers,
            assessment,
            questions: Vec::new(),
            waiting: Vec::new(),
            form: Form::default(),
            dollars: Dollars::default(),
            page: Page::Check,
            trail: Vec::new(),
            shown: FactSet::default(),
            asked: FactSet::default(),
            editing: None,
            passing: None,
            errors_shown: false,
            undo: Vec::new(),
            message: None,
            focus: (0, Focus::Heading),
            lang,
            large: false,
            wanted: Wanted::default(),
            only: None,
            heading_level: 1,
        };
        session.assess();
        let first = session.flow().first();
        session.enter(first);
        session.focus = (0, Focus::Heading);
        session
    }

    /// The rules.
    #[must_use]
    pub fn library(&self) -> &Rc<Library> {
        &self.library
    }

    /// The regions whose documents are checked.
    #[must_use]
    pub fn regions(&self) -> Regions {
        self.regions
    }

    /// Whether the firm is taken to be registered in each of the regions checked side by side, until it says otherwise.
    #[must_use]
    pub fn assumes_local(&self) -> bool {
        self.assumes_local
    }

    /// What is known.
    #[must_use]
    pub fn answers(&self) -> &Rc<Answers> {
        &self.answers
    }

    /// What follows from it.
    #[must_use]
    pub fn assessment(&self) -> &Rc<Assessment> {
        &self.assessment
    }

    /// Where the person is.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page
    }

    /// The step the person is at, from 1 to [`STEPS`].
    #[must_use]
    pub fn step(&self) -> u8 {
        match self.page {
            Page::Questions(_) if self.is_start() => 1,
            Page::Questions(_) => 2,
            Page::Check => 3,
            Page::Result => 4,
        }
    }

    /// Whether this is the page of regions and applicant.
    #[must_use]
    pub fn is_start(&self) -> bool {
        self.library.applicant.is_some_and(|fact| self.shown.contains(fact))
    }

    /// The facts on this page of questions, in order.
    #[must_use]
    pub fn shown(&self) -> FactSet {
        self.shown
    }

    /// The facts put to the person that are answered or still worth asking, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<FactId> {
        let matters = |fact: &FactId| self.answers.get(*fact).is_some() || self.questions.contains(fact);
        self.asked.iter().filter(matters).collect()
    }

    /// How many pages one can go back.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.trail.len()
    }

    /// How many questions can be put that have not been.
    #[must_use]
    pub fn new_questions(&self) -> usize {
        self.flow().new_count()
    }

    /// The most questions that are left, those on this page included.
    #[must_use]
    pub fn questions_left(&self) -> usize {
        self.flow().most_left(self.shown)
    }

    /// The visitor's day.
    #[must_use]
    pub fn today(&self) -> Today {
        self.today
    }

    /// What to tell the person once at that place.
    #[must_use]
    pub fn message(&self, at: Spot) -> Option<&Message> {
        self.message.as_ref().filter(|(spot, _)| *spot == at).map(|(_, message)| message)
    }

    /// What can be brought back, the last removal first.
    #[must_use]
    pub fn removed(&self) -> Option<Removed> {
        self.undo.last().map(Undo::removed)
    }

    /// What to put the keyboard on, with a number that changes whenever it should be done; 0 before anything was done.
    #[must_use]
    pub fn focus(&self) -> (u32, Focus) {
        self.focus
    }

    /// The language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether large type is on.
    #[must_use]
    pub fn large(&self) -> bool {
        self.large
    }

    /// Whether anything was entered that leaving the page would lose.
    #[must_use]
    pub fn has_entries(&self) -> bool {
        self.regions.0 != 0 || !self.answers.is_empty() || self.form.has_text()
    }

    /// The measures that wait for the fact, were it not answered.
    #[must_use]
    pub fn waiting_for(&self, fact: FactId) -> Vec<(&Document, &Measure)> {
        let without = self.answers.get(fact).map(|_| {
            let mut answers = (*self.answers).clone();
            answers.set(fact, None);
            self.scope().assessed(&answers)
        });
        let assessment = without.as_ref().unwrap_or(&self.assessment);
        let documents =
            assessment.documents.iter().filter_map(|found| Some((found, self.library.documents.get(usize::from(found.document))?)));
        documents
            .flat_map(|(found, document)| {
                document.measures.iter().zip(&found.measures).map(move |(measure, finding)| (document, measure, finding))
            })
            .filter(|(_, _, finding)| finding.causes.facts.contains(fact))
            .map(|(document, measure, _)| (document, measure))
            .collect()
    }

    /// The measures a question about measures offers: those its rule speaks of that are not denied anyway, and those chosen.
    #[must_use]
    pub fn nameable(&self, fact: FactId) -> Vec<((u16, u16), &Measure)> {
        let chosen = match self.answers.get(fact) {
            Some(Answer::Measures(named)) => named.as_slice(),
            _ => &[],
        };
        let of_document = |found: &DocumentFinding| {
            let document = self.library.documents.get(usize::from(found.document));
            let spoken_of = |measure: u16| {
                let named_in = |combine: &&Combine| matches!(combine.rule, CombineRule::NamedIn(named, _) if named == fact);
                document.is_some_and(|document| document.combines.iter().filter(named_in).any(|combine| combine.among.contains(&measure)))
            };
            let place = found.document;
            let measures = document.map_or(&[][..], |document| document.measures.as_slice());
            let offered = |(number, (measure, finding)): (u16, (_, &Finding))| {
                let id = (place, number);
                (chosen.contains(&id) || spoken_of(number) && !finding.is_denied()).then_some((id, measure))
            };
            (0_u16..).zip(measures.iter().zip(&found.measures)).filter_map(offered).collect::<Vec<_>>()
        };
        self.assessment.documents.iter().flat_map(of_document).collect()
    }

    fn flow(&self) -> Flow<'_> {
        Flow { library: &self.library, answers: &self.answers, questions: &self.questions, waiting: &self.waiting, asked: self.asked }
    }

    /// Draws the conclusions from new answers or another day.
    fn assess(&mut self) {
        let of_only = self.only.and_then(|(document, _)| self.library.documents.get(usize::from(document)));
        self.regions = of_only.map_or(self.regions, |document| Regions::of(document.region));
        let assessment = self.scope().assessed(&self.answers);
        self.questions = self.scope().questions(&self.answers, &assessment);
        self.waiting = gated(self.scope(), &self.answers, &self.questions);
        self.assessment = Rc::new(assessment);
    }

    fn scope(&self) -> Scope<'_> {
        Scope { library: &self.library, regions: self.regions, only: self.only, as_of: self.as_of }
    }

    fn focus_on(&mut self, focus: Focus) {
        self.focus = (self.focus.0.wrapping_add(1), focus);
    }
}

#[cfg(test)]
mod tests;
