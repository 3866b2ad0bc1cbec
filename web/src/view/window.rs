//! The window of the full page: its back button goes back through the questions, its address may carry answers, and it asks
//! before one leaves.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use mingbai_core::Library;
use web_sys::BeforeUnloadEvent;
use web_sys::wasm_bindgen::JsCast;
use yew::Callback;

use super::tools::take_over;
use crate::boundary;
use crate::session::{Action, Session, Spot};
use crate::text::Lang;
use crate::text::questions;

/// The window, listened to.
pub(super) struct Window {
    /// How long its history is: as long as the way through the pages.
    marked: Rc<Cell<usize>>,
    /// The language it is named in.
    named: Option<Lang>,
    /// What asks before one leaves.
    question: Option<EventListener>,
    _heard: [Option<EventListener>; 2],
}

impl Window {
    /// Listens to the back button and to answers that the address carries, at the start and whenever a link is opened in the
    /// same window.
    pub(super) fn listening(library: &Rc<Library>, act: &Callback<Action>) -> Self {
        let marked = Rc::new(Cell::new(0_usize));
        boundary::mark_in_history(0, false);
        let (back, before) = (act.clone(), Rc::clone(&marked));
        let history = boundary::on_history(move |depth| {
            if depth < before.replace(depth) {
                back.emit(Action::GoBackTo(depth));
            }
        });
        let (library, act) = (library.clone(), act.clone());
        let look = move || {
            if let Some(text) = boundary::take_linked() {
                act.emit(take_over(&library, Some(&text), Spot::Top));
            }
        };
        look();
        Self { marked, named: None, question: None, _heard: [history, boundary::on_address(look)] }
    }

    /// Follows the session: its history, its name, and whether there is something to lose.
    pub(super) fn follow(&mut self, session: &Session) {
        let depth = session.depth();
        let before = self.marked.replace(depth);
        if depth < before {
            boundary::go_back_in_history(before.saturating_sub(depth));
        }
        for step in before..depth {
            boundary::mark_in_history(step.saturating_add(1), true);
        }
        if self.named != Some(session.lang()) {
            self.named = Some(session.lang());
            name(session.lang());
        }
        if session.has_entries() != self.question.is_some() {
            self.question = if session.has_entries() { question() } else { None };
        }
    }
}

/// Names the window in the language of the page.
fn name(lang: Lang) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(questions(lang).frame.title);
        // An element always takes a language.
        let _ = document.document_element().map(|root| root.set_attribute("lang", lang.tag()));
    }
}

/// Asks before one leaves the page and loses what was entered.
fn question() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value(" ");
        }
    }))
}
