//! The day of assessment: shown, and changed.

use mingbai_core::Date;
use web_sys::{Event, HtmlInputElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html, Properties, component, use_node_ref, use_state_eq};

use super::element::{el, said};
use crate::text::Lang;
use crate::text::results::results;

/// The day of assessment.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The day.
    pub as_of: Date,
    /// What is to be said about the visitor's clock.
    pub note: Option<String>,
    /// The language.
    pub lang: Lang,
    /// Called with another day.
    pub on_as_of: Callback<Date>,
}

/// A form with the day of assessment.
#[component]
pub fn AsOf(props: &Props) -> Html {
    let words = &results(props.lang).claim;
    let input = use_node_ref();
    let wrong = use_state_eq(|| false);
    let set = {
        let (input, wrong, on_as_of) = (input.clone(), wrong.clone(), props.on_as_of.clone());
        Callback::from(move |event: Event| {
            event.prevent_default();
            let day = input.cast::<HtmlInputElement>().and_then(|input| Date::parse(&input.value()));
            wrong.set(day.is_none());
            if let Some(day) = day {
                on_as_of.emit(day);
            }
        })
    };
    let day = props.as_of.to_string();
    let field = el("input", "input input-date")
        .id("as-of")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-describedby", if *wrong { "as-of-error as-of-help" } else { "as-of-help" })
        .attr("aria-invalid", if *wrong { "true" } else { "false" })
        .value(&day)
        .key(&day)
        .at(&input);
    let change = said("button", "button secondary no-print", words.as_of_set).attr("type", "submit");
    el("form", "as-of")
        .class(if *wrong { "field-invalid" } else { "" })
        .attr("novalidate", "true")
        .on(ListenerKind::onsubmit, set)
        .with(said("label", "as-of-label", words.as_of).attr("for", "as-of"))
        .with(said("p", "help", words.as_of_help).id("as-of-help"))
        .maybe(props.note.as_ref().map(|note| said("p", "notice warn", note).id("as-of-note")))
        .maybe(wrong.then(|| said("p", "error", words.as_of_error).id("as-of-error").attr("role", "alert")))
        .with(el("div", "input-line").with(field).with(change))
        .into()
}
