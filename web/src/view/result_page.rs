//! The result, with the ways back to the answers.

use yew::prelude::*;

use super::progress::progress;
use super::result::{Calls, result};
use super::visit::Visit;
use crate::clock::ClockDoubt;
use crate::flow::Page;
use crate::format;
use crate::session::Action;
use crate::view_model::Subject;

/// The page.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub visit: Visit,
}

/// The result.
#[component]
pub fn VisitResult(props: &Props) -> Html {
    let visit = &props.visit;
    let session = &visit.session;
    let words = &visit.words().walk;
    let (act, other) = (visit.act.clone(), visit.act.clone());
    let calls = Calls {
        on_as_of: Callback::from(move |date| act.emit(Action::AsOf(date))),
        on_change: Callback::from(move |fact| other.emit(Action::Edit(fact))),
    };
    let subject = Subject::of(session);
    let open = session.new_questions();
    html! {
        <>
            { progress(visit) }
            <h2 class="page-title" id="page-title" tabindex="-1">{ words.result }</h2>
            { result(subject, clock_note(visit), &calls) }
            <div class="actions no-print">
                if open > 0 {
                    <button type="button" class="button primary" onclick={visit.does(Action::GoToNew)}>{ (words.answer_more)(open) }</button>
                }
                <button type="button" class="button secondary" onclick={visit.does(Action::Go(Page::Check))}>{ words.to_check }</button>
                if session.depth() > 0 {
                    <button type="button" class="button quiet" onclick={visit.does(Action::GoBack)}>{ words.go_back }</button>
                }
            </div>
        </>
    }
}

/// What is odd about the visitor's clock.
fn clock_note(visit: &Visit) -> Option<String> {
    let (today, lang) = (visit.session.today(), visit.session.lang());
    let words = &visit.words().frame;
    let visitor = format::date(today.visitor, lang);
    let checked = visit.session.library().checked.map(|date| format::date(date, lang)).unwrap_or_default();
    today.doubt.map(|doubt| match doubt {
        ClockDoubt::Behind => (words.clock_behind)(&visitor, &checked),
        ClockDoubt::FarAhead => (words.clock_far_ahead)(&visitor, &checked),
    })
}
