//! The whole page: head, questions or result, tools. It is the only component; all else is a function of the visit.

use std::rc::Rc;

use mingbai_core::Library;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::{Callback, Component, Context, Html, NodeRef, Properties, Reducible};

use super::check_page::check_page;
use super::element::{El, el, fragment, lower_headings};
use super::head::head;
use super::live::live_result;
use super::notice::notice;
use super::pause::Pauses;
use super::questions_page::questions_page;
use super::result_page::result_page;
use super::tools::{Reading, tools};
use super::visit::Visit;
use super::window::Window;
use crate::boundary;
use crate::clock::Today;
use crate::flow::Page;
use crate::session::{Action, Focus, Message as Told, Session, Spot};
use crate::text::Lang;

/// What the page is started with.
#[derive(Clone, Properties)]
pub struct Props {
    /// The rules.
    pub library: Rc<Library>,
    /// The visitor's day.
    pub today: Today,
    /// Whether the page has the window to itself: its back button then goes back through the questions, and it asks
    /// before one leaves and loses what was entered.
    pub full_page: bool,
    /// Called with the step the person is at, from 1, whenever it is another one.
    pub on_step: Callback<u8>,
    /// Called when English is wanted and its words were not loaded; [`Message::English`] is the answer.
    pub on_english: Callback<()>,
}

/// A page is started once; what it is started with is compared by the library alone.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.library, &other.library)
    }
}

/// What happens on the page.
pub enum Message {
    /// The person does something.
    Act(Action),
    /// The English words have come, or do not come.
    English,
    /// An input method begins or ends putting a character together.
    Compose(bool),
}

/// The whole page.
pub struct App {
    visit: Visit,
    window: Option<Window>,
    pauses: Pauses,
    reading: Reading,
    root: NodeRef,
    /// How often the keyboard was put somewhere.
    focused: u32,
    /// The step last told of.
    step: u8,
    /// Whether the page changes to English once its words are there.
    awaits_english: bool,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let Props { library, today, .. } = context.props().clone();
        let act = context.link().callback(Message::Act);
        let visit = Visit { session: Rc::new(Session::new(library, today, Lang::default())), act };
        Self {
            visit,
            window: None,
            pauses: Pauses::default(),
            reading: Reading::default(),
            root: NodeRef::default(),
            focused: 0,
            step: 0,
            awaits_english: false,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(Action::Speak(lang)) => {
                let action = speak(lang, Told::EnglishComing);
                self.awaits_english = matches!(action, Action::LackEnglish(_));
                if self.awaits_english {
                    context.props().on_english.emit(());
                }
                self.act(action)
            }
            Message::Act(action) => self.act(action),
            Message::English => core::mem::take(&mut self.awaits_english) && self.act(speak(Lang::En, Told::EnglishMissing)),
            Message::Compose(now) => {
                self.pauses.compose(now, &self.visit.act);
                false
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let visit = &self.visit;
        let session = &visit.session;
        let compose = |now| context.link().callback(move |_| Message::Compose(now));
        let full_page = context.props().full_page;
        let beside = session.page() != Page::Result && session.regions().0 != 0 && session.only().is_none();
        let columns = el("div", "columns")
            .with(el("div", "main").with(notice(visit, Spot::Top)).with(page(visit, full_page)))
            .maybe(beside.then(|| el("div", "aside").with(live_result(session))));
        let mut html = el("div", "root")
            .class(if session.large() { "large" } else { "" })
            .attr("lang", session.lang().tag())
            .at(&self.root)
            .on("compositionstart", compose(true))
            .on("compositionend", compose(false))
            .with(head(visit))
            .with(columns)
            .with(tools(visit, full_page, &self.reading))
            .into();
        if session.heading_level() > 1 {
            lower_headings(&mut html, usize::from(session.heading_level()).saturating_sub(1));
        }
        html
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let session = &self.visit.session;
        if first && context.props().full_page {
            self.window = Some(Window::listening(session.library(), &self.visit.act));
        }
        if let Some(window) = &mut self.window {
            window.follow(session);
        }
        if self.step != session.step() {
            self.step = session.step();
            context.props().on_step.emit(self.step);
        }
        let (count, focus) = session.focus();
        if self.focused != count {
            self.focused = count;
            put_keyboard(&self.root, focus);
        }
    }
}

impl App {
    /// Does what the person does; the page is shown anew.
    fn act(&mut self, action: Action) -> bool {
        self.pauses.follow(&action, &self.visit.act);
        self.visit.session = Rc::clone(&self.visit.session).reduce(action);
        true
    }
}

/// Changes to a language, or tells why not where it is English and its words are not there.
fn speak(lang: Lang, lacking: Told) -> Action {
    match lang {
        Lang::Zh => Action::Speak(lang),
        Lang::En => boundary::english().map_or(Action::LackEnglish(lacking), Action::SpeakEnglish),
    }
}

/// The page at hand, anew where it is another one, so that its title is read out.
fn page(visit: &Visit, full_page: bool) -> El {
    let page = match visit.session.page() {
        Page::Questions(page) => questions_page(visit, page).key(&page.to_string()),
        Page::Check => check_page(visit).key("check"),
        Page::Result => result_page(visit, full_page).key("result"),
    };
    fragment().with(page)
}

/// Puts the keyboard where the session wants it.
fn put_keyboard(root: &NodeRef, focus: Focus) {
    let (selector, otherwise) = match focus {
        Focus::Heading => ("#page-title".to_owned(), None),
        Focus::Errors => ("#errors".to_owned(), None),
        Focus::Field(field) => (format!("#{field}"), None),
        Focus::AddRow(list) => (format!("#{list}-add"), Some(format!("#{list}"))),
    };
    let Some(root) = root.cast::<HtmlElement>() else { return };
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let element = find(&selector).or_else(|| find(&otherwise?));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the keyboard leaves it where it is.
        let _ = element.focus();
    }
}
