//! The answers, to be checked before the result and printed with it.

use mingbai_core::fact::FactId;
use mingbai_core::{Answers, Library};
use yew::prelude::*;

use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{CheckItem, check_items};

/// A list of facts and answers, each with a button to change it where `on_change` is given.
pub(super) fn check(library: &Library, answers: &Answers, asked: &[FactId], lang: Lang, on_change: Option<&Callback<FactId>>) -> Html {
    let items = check_items(library, answers, asked, lang);
    html! {
        <dl class="summary-list">{ for items.iter().map(|item| row(item, lang, on_change)) }</dl>
    }
}

fn row(item: &CheckItem, lang: Lang, on_change: Option<&Callback<FactId>>) -> Html {
    html! {
        <div class={classes!("summary-row", (!item.answered).then_some("unanswered"))}>
            <dt>{ &item.name }</dt>
            <dd>
                { &item.answer }
                if !item.rows.is_empty() {
                    <ol class="summary-rows">{ for item.rows.iter().map(|row| html! { <li>{ row }</li> }) }</ol>
                }
            </dd>
            if let Some(change) = on_change.cloned() {
                <dd class="summary-action no-print">{ change_button(item, change, lang) }</dd>
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
