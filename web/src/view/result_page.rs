//! The result, with the ways back to the answers.

use yew::Callback;

use super::as_of::DayNotes;
use super::element::{El, el, fragment};
use super::progress::{page_title, progress};
use super::result::{Calls, result};
use super::tools::result_tools;
use super::visit::Visit;
use crate::clock::ClockDoubt;
use crate::flow::Page;
use crate::format;
use crate::session::Action;
use crate::view_model::Subject;

/// The result; printed only where the page has the window to itself.
pub(super) fn result_page(visit: &Visit, full_page: bool) -> El {
    let session = &visit.session;
    let words = &visit.words().walk;
    let (act, other) = (visit.act.clone(), visit.act.clone());
    let calls = Calls {
        on_as_of: Callback::from(move |date| act.emit(Action::AsOf(date))),
        on_change: Callback::from(move |fact| other.emit(Action::Edit(fact))),
    };
    let subject = Subject::of(session);
    let notes = DayNotes { clock: clock_note(visit), wrong: session.is_day_wrong() };
    let open = session.new_questions();
    let more = || visit.button("primary", &words.answer_more.with(open), Action::GoToNew);
    let actions = el("div", "actions no-print")
        .maybe((open > 0).then(more))
        .with(visit.button("secondary", words.to_check, Action::Go(Page::Check)))
        .maybe(visit.back("quiet"));
    fragment()
        .with(progress(visit))
        .with(page_title(words.result))
        .with(result_tools(visit, full_page))
        .with(result(subject, &notes, &calls))
        .with(actions)
}

/// What is odd about the visitor's clock.
fn clock_note(visit: &Visit) -> Option<String> {
    let (today, lang) = (visit.session.today(), visit.session.lang());
    let words = &visit.words().frame;
    let visitor = format::date(today.visitor, lang);
    let checked = visit.session.library().checked.map(|date| format::date(date, lang)).unwrap_or_default();
    today.doubt.map(|doubt| match doubt {
        ClockDoubt::Behind => words.clock_behind.with([&visitor, &checked]),
        ClockDoubt::FarAhead => words.clock_far_ahead.with([&visitor, &checked]),
    })
}
