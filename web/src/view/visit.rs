//! The visit as components hold it.

use std::rc::Rc;

use web_sys::Event;
use yew::Callback;

use super::element::{El, button, el, said};
use crate::session::{Action, Field, Session};
use crate::text::questions;
use mingbai_words::questions::Questions;

/// The visit, and the way to act in it. Every action makes a new session.
#[derive(Clone)]
pub struct Visit {
    /// What was told so far.
    pub session: Rc<Session>,
    /// What the person does.
    pub act: Callback<Action>,
}

impl Visit {
    /// The words in the language of the visit.
    pub(crate) fn words(&self) -> &'static Questions {
        questions(self.session.lang())
    }

    /// A callback that does always the same.
    #[inline(never)]
    pub(super) fn does(&self, action: Action) -> Callback<Event> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// A button that does always the same.
    #[inline(never)]
    pub(super) fn button(&self, kind: &str, label: &str, action: Action) -> El {
        button(kind, label, self.does(action))
    }

    /// The button that goes back; nothing on the first page.
    #[inline(never)]
    pub(super) fn back(&self, kind: &str) -> Option<El> {
        (self.session.depth() > 0).then(|| self.button(kind, self.words().walk.go_back, Action::GoBack))
    }

    /// One thing to tick, by its kind a `checkbox` or, among those of the field, a `radio`.
    #[inline(never)]
    pub(super) fn option(&self, kind: &'static str, field: Field, label: &str, chosen: bool, action: Action) -> El {
        option(kind, field, label, chosen, self.does(action))
    }
}

/// One thing to tick in a field, by its kind a `checkbox` or a `radio`.
#[inline(never)]
pub(super) fn option(kind: &'static str, field: Field, label: &str, chosen: bool, call: Callback<Event>) -> El {
    let tick = el("input", "").attr("type", kind).attr("name", &field.to_string()).checked(chosen).on_change(call);
    el("label", "option").with(tick).with(said("span", "option-text", label))
}
