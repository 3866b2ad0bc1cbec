//! The head of the page: its name, what it does with what one enters, language and size of type.

use super::element::{El, el, said};
use super::visit::Visit;
use crate::session::Action;
use crate::text::Lang;

/// The head of the page.
pub(super) fn head(visit: &Visit) -> El {
    let words = &visit.words().frame;
    let large = visit.session.large();
    let other = match visit.session.lang() {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let tools = el("div", "tools no-print")
        .with(visit.button("quiet", words.other_language, Action::Speak(other)).attr("lang", other.tag()))
        .with(visit.button("quiet", if large { words.normal } else { words.large }, Action::Enlarge(!large)));
    el("header", "masthead")
        .attr("part", "head")
        .with(said("h1", "masthead-title", words.title))
        .with(said("p", "masthead-note", words.privacy))
        .with(tools)
}
