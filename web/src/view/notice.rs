//! What the person is told once: a file or link taken over or not, a link made, something removed that can be brought back.

use yew::prelude::*;

use super::visit::Visit;
use super::wording::name;
use crate::session::{Action, Message, Removed};

/// What there is to tell. The place is there before it is filled, so that it is read out.
pub(super) fn notice(visit: &Visit) -> Html {
    let words = visit.words();
    let lang = visit.session.lang();
    let message = visit.session.message().map(|message| match message {
        Message::Loaded => html! { <p class="notice">{ words.file.loaded }</p> },
        Message::Linked => html! { <p class="notice">{ words.file.linked }</p> },
        Message::Link(link) => html! {
            <label class="notice">{ words.file.link }<input class="input" type="text" readonly=true value={link.clone()} /></label>
        },
        Message::NotLoaded(reason) => html! { <p class="notice warn">{ words.file.not_loaded }{ lang.of(reason) }</p> },
    });
    let removed = visit.session.removed().map(|removed| {
        html! {
            <p class="notice undo">
                { removed_words(visit, removed) }
                <button type="button" class="button quiet" onclick={visit.does(Action::Undo)}>{ words.list.undo }</button>
            </p>
        }
    });
    html! { <div role="status">{ message }{ removed }</div> }
}

fn removed_words(visit: &Visit, removed: Removed) -> String {
    let words = &visit.words().list;
    match removed {
        Removed::Row(list) => (words.removed_row)(&name(visit, list)),
        Removed::Rows(list) => (words.removed_rows)(&name(visit, list)),
        Removed::All => words.removed_all.to_owned(),
    }
}
