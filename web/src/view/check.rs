//! The answers, to be checked before the result and printed with it.

use std::rc::Rc;

use mingbai_core::fact::FactId;
use mingbai_core::{Answers, Library};
use yew::prelude::*;

use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{CheckItem, check_items};

/// The answers to check.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The rules.
    pub library: Rc<Library>,
    /// The answers.
    pub answers: Rc<Answers>,
    /// The facts to list, in order.
    pub asked: Vec<FactId>,
    /// The language.
    pub lang: Lang,
    /// Called to change the answer to a fact; absent where nothing can be changed.
    #[prop_or_default]
    pub on_change: Option<Callback<FactId>>,
}

/// A list of facts and answers, each with a link to change it.
#[component]
pub fn Check(props: &Props) -> Html {
    let items = check_items(&props.library, &props.answers, &props.asked, props.lang);
    html! {
        <dl class="summary-list">{ for items.iter().map(|item| row(item, props)) }</dl>
    }
}

fn row(item: &CheckItem, props: &Props) -> Html {
    html! {
        <div class={classes!("summary-row", (!item.answered).then_some("unanswered"))}>
            <dt>{ &item.name }</dt>
            <dd>
                { &item.answer }
                if !item.rows.is_empty() {
                    <ol class="summary-rows">{ for item.rows.iter().map(|row| html! { <li>{ row }</li> }) }</ol>
                }
            </dd>
            if let Some(change) = props.on_change.clone() {
                <dd class="summary-action no-print">{ change_button(item, change, props.lang) }</dd>
            }
        </div>
    }
}

fn change_button(item: &CheckItem, change: Callback<FactId>, lang: Lang) -> Html {
    let fact = item.fact;
    html! {
        <button type="button" class="button quiet" onclick={move |_| change.emit(fact)}>
            { results(lang).answer.change }<span class="visually-hidden">{ format!(" {}", item.name) }</span>
        </button>
    }
}
