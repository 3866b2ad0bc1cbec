//! The answers, to be checked before the result.

use yew::prelude::*;

use super::check::check;
use super::progress::progress;
use super::visit::Visit;
use crate::session::Action;

/// The page.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub visit: Visit,
}

/// The answers in a list, each with a way to change it.
#[component]
pub fn CheckPage(props: &Props) -> Html {
    let visit = &props.visit;
    let session = &visit.session;
    let words = &visit.words().walk;
    let act = visit.act.clone();
    let on_change = Callback::from(move |fact| act.emit(Action::Edit(fact)));
    let open = session.new_questions();
    html! {
        <>
            { progress(visit) }
            <h2 class="page-title" id="page-title" tabindex="-1">{ words.check }</h2>
            <p class="lead">{ words.check_lead }</p>
            { check(session.library(), session.answers(), &session.asked(), session.lang(), Some(&on_change)) }
            <div class="actions">
                if open > 0 {
                    <button type="button" class="button primary" onclick={visit.does(Action::GoToNew)}>{ (words.answer_more)(open) }</button>
                }
                <button type="button" class={classes!("button", if open > 0 { "secondary" } else { "primary" })} onclick={visit.does(Action::GoOn)}>
                    { words.see_result }
                </button>
                if session.depth() > 0 {
                    <button type="button" class="button secondary" onclick={visit.does(Action::GoBack)}>{ words.go_back }</button>
                }
            </div>
        </>
    }
}
