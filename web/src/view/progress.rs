//! How far one is.

use yew::prelude::*;

use super::visit::Visit;
use crate::flow::Page;

/// How far one is.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub visit: Visit,
}

/// The steps, with the one at hand marked.
#[component]
pub fn Progress(props: &Props) -> Html {
    let words = &props.visit.words().walk;
    let now = match props.visit.session.page() {
        Page::Questions(0) => 0,
        Page::Questions(_) => 1,
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
