//! The head of the page: its name, what it does with what one enters, language and size of type.

use yew::prelude::*;

use super::visit::Visit;
use crate::session::Action;
use crate::text::Lang;

/// The head of the page.
pub(super) fn head(visit: &Visit) -> Html {
    let words = &visit.words().frame;
    let large = visit.session.large();
    let other = match visit.session.lang() {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    html! {
        <header class="masthead">
            <h1 class="masthead-title">{ words.title }</h1>
            <p class="masthead-note">{ words.privacy }</p>
            <div class="tools no-print">
                <button type="button" class="button quiet" lang={other.tag()} onclick={visit.does(Action::Speak(other))}>{ words.other_language }</button>
                <button type="button" class="button quiet" onclick={visit.does(Action::Enlarge(!large))}>
                    { if large { words.normal } else { words.large } }
                </button>
            </div>
        </header>
    }
}
