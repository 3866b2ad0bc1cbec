//! The answers, to be checked before the result.

use yew::Callback;

use super::check::check;
use super::element::{El, el, fragment, said};
use super::progress::{page_title, progress};
use super::visit::Visit;
use crate::session::Action;

/// The answers in a list, each with a way to change it.
pub(super) fn check_page(visit: &Visit) -> El {
    let session = &visit.session;
    let words = &visit.words().walk;
    let act = visit.act.clone();
    let on_change = Callback::from(move |fact| act.emit(Action::Edit(fact)));
    let open = session.new_questions();
    let more = || visit.button("primary", &words.answer_more.with(open), Action::GoToNew);
    let actions = el("div", "actions")
        .maybe((open > 0).then(more))
        .with(visit.button(if open > 0 { "secondary" } else { "primary" }, words.see_result, Action::GoOn))
        .maybe(visit.back("secondary"));
    fragment()
        .with(progress(visit))
        .with(page_title(words.check))
        .with(said("p", "lead", words.check_lead))
        .with(check(session.library(), session.answers(), &session.asked(), session.lang(), Some(&on_change)))
        .with(actions)
}
