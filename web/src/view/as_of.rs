//! The day of assessment: shown, and changed.

use mingbai_core::Date;
use web_sys::HtmlInputElement;
use yew::prelude::*;

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
    let onsubmit = {
        let (input, wrong, on_as_of) = (input.clone(), wrong.clone(), props.on_as_of.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let day = input.cast::<HtmlInputElement>().and_then(|input| Date::parse(&input.value()));
            wrong.set(day.is_none());
            if let Some(day) = day {
                on_as_of.emit(day);
            }
        })
    };
    html! {
        <form class={classes!("as-of", wrong.then_some("field-invalid"))} {onsubmit} novalidate=true>
            <label class="as-of-label" for="as-of">{ words.as_of }</label>
            <p class="help" id="as-of-help">{ words.as_of_help }</p>
            if let Some(note) = &props.note {
                <p class="notice warn" id="as-of-note">{ note }</p>
            }
            if *wrong {
                <p class="error" id="as-of-error" role="alert">{ words.as_of_error }</p>
            }
            <div class="input-line">
                <input class="input input-date" id="as-of" type="text" autocomplete="off" ref={input}
                    value={props.as_of.to_string()} key={props.as_of.to_string()}
                    aria-describedby={if *wrong { "as-of-error as-of-help" } else { "as-of-help" }} aria-invalid={wrong.to_string()} />
                <button class="button secondary no-print" type="submit">{ words.as_of_set }</button>
            </div>
        </form>
    }
}
