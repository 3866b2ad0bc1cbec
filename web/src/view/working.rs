//! How an amount is worked out, and the rows that were not counted.

use yew::prelude::*;

use super::reasons::ReasonList;
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{ArithmeticLine, DroppedRow};

/// The working to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The lines.
    pub arithmetic: Vec<ArithmeticLine>,
    /// What the numbers in them are.
    pub terms: Option<String>,
    /// The language.
    pub lang: Lang,
}

/// The arithmetic line by line.
#[component]
pub fn Working(props: &Props) -> Html {
    let words = &results(props.lang).card;
    html! {
        <>
            if !props.arithmetic.is_empty() {
                <h5>{ words.arithmetic }</h5>
                <ol class="arithmetic">{ for props.arithmetic.iter().map(line) }</ol>
            }
            if let Some(terms) = props.terms.as_ref().filter(|_| !props.arithmetic.is_empty()) {
                <p class="small">{ terms }</p>
            }
        </>
    }
}

fn line(line: &ArithmeticLine) -> Html {
    html! {
        <li>
            if !line.about.is_empty() {
                <span class="line-about">{ &line.about }</span>
            }
            <span class="line-formula">{ &line.formula }</span>
            if !line.cap.is_empty() {
                <span class={classes!("line-cap", line.capped.then_some("line-capped"))}>{ &line.cap }</span>
            }
        </li>
    }
}

/// The rows to show.
#[derive(Clone, PartialEq, Properties)]
pub struct DroppedProps {
    /// The rows not counted.
    pub rows: Vec<DroppedRow>,
    /// The language.
    pub lang: Lang,
}

/// Rows that were not counted, each with its reason.
#[component]
pub fn Dropped(props: &DroppedProps) -> Html {
    if props.rows.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h5>{ results(props.lang).card.dropped }</h5>
            <ul class="dropped">{ for props.rows.iter().map(|row| dropped(row, props.lang)) }</ul>
        </>
    }
}

fn dropped(row: &DroppedRow, lang: Lang) -> Html {
    html! {
        <li>
            <strong>{ &row.name }</strong>
            <span class="small">{ &row.content }</span>
            if row.reasons.is_empty() {
                <span class="dropped-why">{ &row.why }</span>
            } else {
                <ReasonList items={row.reasons.clone()} {lang} />
            }
        </li>
    }
}
