//! The day of assessment: shown, and changed.

use mingbai_core::Date;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement};
use yew::{Callback, TargetCast};

use super::element::{El, el, said};
use crate::text::Lang;
use crate::text::results;

/// What is to be said about the day of assessment.
pub(super) struct DayNotes {
    /// What is odd about the visitor's clock.
    pub(super) clock: Option<String>,
    /// Whether something else than a day was entered.
    pub(super) wrong: bool,
}

/// A form with the day of assessment. `on_as_of` is called with another day, or with nothing where no day was entered.
pub(super) fn as_of(day: Date, notes: &DayNotes, lang: Lang, on_as_of: &Callback<Option<Date>>) -> El {
    let words = &results(lang).claim;
    let on_as_of = on_as_of.clone();
    let change = Callback::from(move |event: Event| {
        event.prevent_default();
        let input = event.target_dyn_into::<HtmlElement>().and_then(|form| form.query_selector("#as-of").ok().flatten());
        let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        on_as_of.emit(input.and_then(|input| Date::parse(&input.value())));
    });
    let day = day.to_string();
    let field = el("input", "input input-date")
        .id("as-of")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-describedby", if notes.wrong { "as-of-error as-of-help" } else { "as-of-help" })
        .attr("aria-invalid", if notes.wrong { "true" } else { "false" })
        .value(&day)
        .key(&day);
    let set = said("button", "button secondary no-print", words.as_of_set).attr("type", "submit");
    el("form", "as-of")
        .class(if notes.wrong { "field-invalid" } else { "" })
        .attr("novalidate", "true")
        .on("submit", change)
        .with(said("label", "as-of-label", words.as_of).attr("for", "as-of"))
        .with(said("p", "help", words.as_of_help).id("as-of-help"))
        .maybe(notes.clock.as_ref().map(|note| said("p", "notice warn", note).id("as-of-note")))
        .maybe(notes.wrong.then(|| said("p", "error", words.as_of_error).id("as-of-error").attr("role", "alert")))
        .with(el("div", "input-line").with(field).with(set))
}
