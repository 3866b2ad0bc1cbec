//! What a person can do, and what follows from it.

use std::rc::Rc;

use mingbai_core::answers::Answer;
use mingbai_core::fact::FactId;
use mingbai_core::verdict::FactSet;
use mingbai_core::{Answers, Date, Library};
use yew::Reducible;

use super::dollars::Dollars;
use super::{Field, Focus, Message, Passing, Preset, RowKey, Session, Spot};
use crate::flow::{Page, Regions, set};
use crate::text::Lang;

/// What a person does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chooses a region, or no longer.
    ChooseRegion(u8),
    /// Types a text into a field for a quantity or a day.
    Type(Field, String),
    /// Has finished typing.
    Settle(Field),
    /// Says that a quantity that looks wrong is right.
    Confirm(Field),
    /// Types a sum in renminbi beside a field for dollars.
    TypeYuan(Field, String),
    /// Types what a dollar is worth.
    TypeRate(String),
    /// Has finished typing one of these.
    SettleYuan,
    /// Chooses or clears an answer.
    Choose(Field, Option<Answer>),
    /// Adds a row to a list.
    AddRow(Field),
    /// Adds a row that says the same as another.
    CopyRow(Field, RowKey),
    /// Opens a row for editing.
    OpenRow(Field, RowKey),
    /// Has finished a row.
    CloseRow(Field, RowKey),
    /// Removes a row.
    RemoveRow(Field, RowKey),
    /// Says whether there are rows besides those entered.
    SayMore(Field, bool),
    /// Brings back what was removed last.
    Undo,
    /// Forgets all answers.
    Clear,
    /// Takes over the answers of a file or link, and tells the message.
    Load(Answers, Regions, Message),
    /// Did something that is to be told there, and changes no answer.
    Tell(Spot, Message),
    /// Goes on.
    GoOn,
    /// Goes back.
    GoBack,
    /// Goes back until so many pages are left to go back.
    GoBackTo(usize),
    /// Goes to a page.
    Go(Page),
    /// Goes to the first question not yet put.
    GoToNew,
    /// Changes the answer to a fact.
    Edit(FactId),
    /// Goes to a field of this page.
    GoToField(Field),
    /// Opens the measures to be named, and names none yet.
    Name(Field),
    /// Changes the day of assessment; nothing where no day was entered.
    AsOf(Option<Date>),
    /// Changes the language.
    Speak(Lang),
    /// Changes to English as the rules have it, which were loaded without it.
    SpeakEnglish(Rc<Library>),
    /// Waits for the English words, or was told that they do not come.
    LackEnglish(Message),
    /// Turns large type on or off.
    Enlarge(bool),
    /// Does what the page around asks for.
    Preset(Preset),
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut session = Rc::unwrap_or_clone(self);
        session.apply(action);
        Rc::new(session)
    }
}

impl Session {
    /// Does what the person does, and draws the conclusions.
    pub fn apply(&mut self, action: Action) {
        let what = |session: &Self| (Rc::clone(&session.answers), session.as_of, session.regions, session.only);
        let before = what(self);
        let typing = matches!(action, Action::Type(..));
        self.act(action);
        if before != what(self) {
            // A file or link that was made says no longer what is entered.
            self.message = self.message.take().filter(|(at, _)| *at == Spot::Top);
            self.assess();
            self.show_facts(typing);
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::ChooseRegion(region) => self.choose_region(region),
            Action::Type(field, text) => self.type_in(field, text),
            Action::Settle(field) => self.settle(field),
            Action::Confirm(field) => self.confirm(field),
            Action::TypeYuan(field, text) => self.type_yuan(field, text),
            Action::TypeRate(text) => self.type_rate(text),
            Action::SettleYuan => self.settle_yuan(),
            Action::Choose(field, answer) => self.choose(field, answer),
            Action::AddRow(list) => self.add_row(list),
            Action::CopyRow(list, row) => self.copy_row(list, row),
            Action::OpenRow(list, row) => self.open_row(list, row),
            Action::CloseRow(list, row) => self.close_row(list, row),
            Action::RemoveRow(list, row) => self.remove_row(list, row),
            Action::SayMore(list, more) => self.say_more(list, more),
            Action::Undo => self.undo(),
            Action::Clear => self.start_again(),
            Action::Load(answers, regions, message) => self.load(answers, regions, message),
            Action::Tell(at, message) => self.tell(at, message),
            Action::GoOn => self.go_on(),
            Action::GoBack => self.go_back(),
            Action::GoBackTo(depth) => (depth..self.trail.len()).for_each(|_| self.go_back()),
            Action::Go(page) => self.go(page),
            Action::GoToNew => self.go_to_new(),
            Action::Edit(fact) => self.edit(fact),
            Action::GoToField(field) => self.focus_on(Focus::Field(field)),
            Action::Name(field) => {
                self.passing = Some(Passing::Naming(field));
                self.choose(field, None);
            }
            Action::AsOf(date) => {
                self.passing = if date.is_some() { None } else { Some(Passing::WrongDay) };
                self.as_of = date.unwrap_or(self.as_of);
            }
            Action::Speak(lang) => self.speak(lang),
            Action::SpeakEnglish(library) => {
                self.library = library;
                self.speak(Lang::En);
            }
            Action::LackEnglish(message) => self.message = Some((Spot::Top, message)),
            Action::Enlarge(large) => self.large = large,
            Action::Preset(preset) => self.preset(preset),
        }
    }

    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        if matches!(self.message, Some((_, Message::EnglishComing | Message::EnglishMissing))) {
            self.message = None;
        }
    }

    /// Several regions are checked as if the firm were registered in each, until it says where it is.
    fn choose_region(&mut self, region: u8) {
        self.check_regions(Regions(self.regions.0 ^ Regions::of(region).0));
    }

    pub(super) fn check_regions(&mut self, regions: Regions) {
        self.regions = regions;
        let Some(fact) = self.library.registered_in else { return };
        if self.assumes_local || self.answers.get(fact).is_none() {
            self.assumes_local = self.regions.count() > 1;
            let answer = self.assumes_local.then_some(Answer::Choices(self.regions.0));
            self.put_fact(fact, answer);
        }
    }

    fn choose(&mut self, field: Field, answer: Option<Answer>) {
        self.assumes_local &= self.library.registered_in != Some(field.fact);
        self.answer_whole(field, answer);
    }

    fn start_again(&mut self) {
        self.forget_the_way();
        self.replace_on_new_page(Answers::default(), Regions::default());
        let undo = core::mem::take(&mut self.undo);
        self.choose_wanted();
        self.undo = undo;
    }

    fn load(&mut self, answers: Answers, regions: Regions, message: Message) {
        self.forget_the_way();
        self.asked = set(answers.iter().map(|(fact, _)| fact));
        self.replace_on_new_page(answers, regions);
        self.message = Some((Spot::Top, message));
    }

    /// Above the title it is seen only once one is there.
    fn tell(&mut self, at: Spot, message: Message) {
        self.message = Some((at, message));
        if at == Spot::Top {
            self.focus_on(Focus::Heading);
        }
    }

    /// Entering a page drops what can be undone, so the answers are replaced after it.
    fn replace_on_new_page(&mut self, answers: Answers, regions: Regions) {
        self.replace(answers, regions);
        let undo = core::mem::take(&mut self.undo);
        self.assess();
        let page = if self.answers.is_empty() { self.flow().first() } else { Page::Check };
        self.enter(page);
        self.undo = undo;
    }

    fn forget_the_way(&mut self) {
        self.trail.clear();
        self.dollars = Dollars::default();
        self.asked = FactSet::default();
        self.editing = None;
    }
}
