//! The window of the full page: its back button goes back through the questions, its address may carry answers, and it asks
//! before one leaves.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use mingbai_core::Library;
use web_sys::BeforeUnloadEvent;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::tools::take_over;
use crate::boundary;
use crate::session::Action;

/// Keeps the window's history as long as the way through the pages, so that its back button goes one page back.
#[hook]
pub(super) fn use_history(full_page: bool, depth: usize, act: &Callback<Action>) {
    let marked = use_mut_ref(|| 0_usize);
    let (act, heard) = (act.clone(), marked.clone());
    use_effect_with((), move |()| {
        let listener = full_page.then(|| {
            boundary::mark_in_history(0, false);
            boundary::on_history(move |depth| {
                let before = heard.replace(depth);
                if depth < before {
                    act.emit(Action::GoBackTo(depth));
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with(depth, move |depth| {
        let before = marked.replace(*depth);
        if full_page && *depth < before {
            boundary::go_back_in_history(before.saturating_sub(*depth));
        } else if full_page {
            (before..*depth).for_each(|step| boundary::mark_in_history(step.saturating_add(1), true));
        }
    });
}

/// Takes over answers that the window's address carries, at the start and whenever a link is opened in the same window.
#[hook]
pub(super) fn use_linked_answers(full_page: bool, library: &Rc<Library>, act: &Callback<Action>) {
    let (library, act) = (library.clone(), act.clone());
    use_effect_with((), move |()| {
        let look = move || {
            if let Some(text) = boundary::take_linked() {
                act.emit(take_over(&library, text.as_deref()));
            }
        };
        let listener = full_page.then(|| {
            look();
            boundary::on_address(look)
        });
        move || drop(listener)
    });
}

/// The window is named in the language of the page.
#[hook]
pub(super) fn use_title(full_page: bool, title: &'static str, lang: &'static str) {
    use_effect_with(lang, move |lang| {
        let document = full_page.then(web_sys::window).flatten().and_then(|window| window.document());
        if let Some(document) = document {
            document.set_title(title);
            // An element always takes a language.
            let _ = document.document_element().map(|root| root.set_attribute("lang", lang));
        }
    });
}

/// Asks before one leaves the page and loses what was entered.
#[hook]
pub(super) fn use_question_before_leaving(something_to_lose: bool) {
    use_effect_with(something_to_lose, |something_to_lose| {
        let window = something_to_lose.then(web_sys::window).flatten();
        let listener = window.map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value(" ");
                }
            })
        });
        move || drop(listener)
    });
}
