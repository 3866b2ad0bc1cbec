//! Errors and doubts wait until one has stopped typing, so that nothing moves under the pointer on the way to a button,
//! and nothing is found wrong with the letters of a 万 not yet put together.

use gloo_timers::callback::Timeout;
use yew::Callback;

use crate::session::{Action, Field};

/// How long one pauses before what one typed is looked at, in milliseconds.
const PAUSE: u32 = 900;

/// The fields that were typed into and not yet looked at.
#[derive(Default)]
pub(super) struct Pauses {
    /// Whether a character is being put together by an input method: no pause runs meanwhile.
    composing: bool,
    fields: Vec<(Field, Option<Timeout>)>,
}

impl Pauses {
    /// A field typed into is looked at after a pause, which begins anew with every letter.
    pub(super) fn follow(&mut self, action: &Action, act: &Callback<Action>) {
        let (Action::Type(field, _) | Action::Settle(field)) = action else { return };
        self.fields.retain(|(one, _)| one != field);
        if matches!(action, Action::Type(_, text) if !text.is_empty()) {
            self.fields.push((*field, None));
            self.run(act);
        }
    }

    /// An input method begins or ends putting a character together.
    pub(super) fn compose(&mut self, now: bool, act: &Callback<Action>) {
        self.composing = now;
        for (_, pause) in &mut self.fields {
            *pause = None;
        }
        self.run(act);
    }

    fn run(&mut self, act: &Callback<Action>) {
        if self.composing {
            return;
        }
        for (field, pause) in &mut self.fields {
            let (field, act) = (*field, act.clone());
            pause.get_or_insert_with(|| Timeout::new(PAUSE, move || act.emit(Action::Settle(field))));
        }
    }
}
