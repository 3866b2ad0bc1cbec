//! The whole page: head, questions or result, tools.

use std::rc::Rc;

use mingbai_core::Library;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::{Callback, Html, NodeRef, Properties, component, hook, use_effect_with, use_memo, use_mut_ref, use_node_ref, use_reducer};

use super::check_page::check_page;
use super::element::{El, el, fragment};
use super::head::head;
use super::live::live_result;
use super::notice::notice;
use super::questions_page::questions_page;
use super::result_page::result_page;
use super::tools::tools;
use super::visit::Visit;
use super::window::{use_history, use_linked_answers, use_question_before_leaving, use_title};
use crate::clock::Today;
use crate::flow::Page;
use crate::session::{Focus, Session};
use crate::text::Lang;
use crate::text::questions::questions;

/// What the page is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The rules.
    pub library: Rc<Library>,
    /// The visitor's day.
    pub today: Today,
    /// The language to begin with.
    pub lang: Lang,
    /// Whether the page has the window to itself: its back button then goes back through the questions, and it asks
    /// before one leaves and loses what was entered.
    pub full_page: bool,
}

/// The whole page.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { library, today, lang, full_page } = props.clone();
    let reducer = use_reducer(move || Session::new(library, today, lang));
    let dispatcher = reducer.dispatcher();
    let act = use_memo((), |()| Callback::from(move |action| dispatcher.dispatch(action)));
    let session = Rc::new(Session::clone(&reducer));
    let root = use_node_ref();
    let reading = use_mut_ref(|| None);
    use_focus(&root, session.focus());
    use_history(full_page, session.depth(), &act);
    use_linked_answers(full_page, session.library(), &act);
    use_question_before_leaving(full_page && session.has_entries());
    use_title(full_page, questions(session.lang()).frame.title, session.lang().tag());
    let visit = Visit { session: Rc::clone(&session), act: (*act).clone() };
    let beside = session.page() != Page::Result && session.regions().0 != 0;
    let columns = el("div", "columns")
        .with(el("div", "main").with(notice(&visit)).with(page(&visit)))
        .maybe(beside.then(|| el("div", "aside").with(live_result(&session))));
    el("div", "root")
        .class(if session.large() { "large" } else { "" })
        .attr("lang", session.lang().tag())
        .at(&root)
        .with(head(&visit))
        .with(columns)
        .with(tools(&visit, full_page, reading))
        .into()
}

/// The page at hand, anew where it is another one, so that its title is read out.
fn page(visit: &Visit) -> El {
    let page = match visit.session.page() {
        Page::Questions(page) => questions_page(visit, page).key(&page.to_string()),
        Page::Check => check_page(visit).key("check"),
        Page::Result => result_page(visit).key("result"),
    };
    fragment().with(page)
}

/// Puts the keyboard where the session wants it, whenever it says so.
#[hook]
fn use_focus(root: &NodeRef, focus: (u32, Focus)) {
    let root = root.clone();
    use_effect_with(focus, move |(count, focus)| {
        if *count == 0 {
            return;
        }
        let selectors = match focus {
            Focus::Heading => ["#page-title".to_owned(), String::new()],
            Focus::Errors => ["#errors".to_owned(), String::new()],
            Focus::Field(field) => [format!("#{field}"), String::new()],
            Focus::AddRow(list) => [format!("#{list}-add"), format!("#{list}")],
        };
        let element = root.cast::<HtmlElement>().and_then(|root| {
            selectors.iter().filter(|selector| !selector.is_empty()).find_map(|selector| root.query_selector(selector).ok().flatten())
        });
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // An element that cannot take the keyboard leaves it where it is.
            let _ = element.focus();
        }
    });
}
