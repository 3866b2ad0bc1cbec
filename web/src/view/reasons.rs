//! Conditions with what was found.

use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Mark, ReasonItem};

/// A list of conditions; each says in words whether it is met.
pub(super) fn reason_list(items: &[ReasonItem], lang: Lang) -> Html {
    html! {
        <ul class="reasons">
            { for items.iter().map(|item| html! {
                <li class={class(item.mark)}>
                    { icon(Sign::from(item.mark)) }
                    <div>
                        <span class="reason-mark">{ word(item.mark, lang) }</span>{ " " }
                        <span class="reason-text">{ &item.text }</span>
                        if !item.yours.is_empty() {
                            <span class="reason-yours">{ &item.yours }</span>
                        }
                        if !item.parts.is_empty() {
                            { reason_list(&item.parts, lang) }
                        }
                    </div>
                </li>
            }) }
        </ul>
    }
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Met => "reason reason-met",
        Mark::NotMet => "reason reason-not-met",
        Mark::Open => "reason reason-open",
    }
}

fn word(mark: Mark, lang: Lang) -> &'static str {
    let words = &results(lang).reason;
    match mark {
        Mark::Met => words.met,
        Mark::NotMet => words.not_met,
        Mark::Open => words.open,
    }
}
