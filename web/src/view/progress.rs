//! How far one is.

use yew::prelude::*;

use super::visit::Visit;
use crate::flow::Page;

/// The steps, with the one at hand marked.
pub(super) fn progress(visit: &Visit) -> Html {
    let words = &visit.words().walk;
    let now = match visit.session.page() {
        Page::Questions(_) => usize::from(!visit.session.is_start()),
        Page::Check => 2,
        Page::Result => 3,
    };
    let steps = [words.applicant, words.questions, words.check, words.result];
    html! {
        <ol class="progress" aria-label={words.steps}>
            { for steps.into_iter().enumerate().map(|(place, step)| html! {
                <li aria-current={(place == now).then_some("step")}>{ step }</li>
            }) }
        </ol>
    }
}
