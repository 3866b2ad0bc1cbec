//! How an amount is worked out, and the rows that were not counted.

use yew::prelude::*;

use super::reasons::reason_list;
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{ArithmeticLine, DroppedRow};

/// The arithmetic line by line.
pub(super) fn working(arithmetic: &[ArithmeticLine], terms: Option<&String>, lang: Lang) -> Html {
    let words = &results(lang).card;
    html! {
        <>
            if !arithmetic.is_empty() {
                <h5>{ words.arithmetic }</h5>
                <ol class="arithmetic">{ for arithmetic.iter().map(line) }</ol>
            }
            if let Some(terms) = terms.filter(|_| !arithmetic.is_empty()) {
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

/// Rows that were not counted, each with its reason.
pub(super) fn dropped_rows(rows: &[DroppedRow], lang: Lang) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h5>{ results(lang).card.dropped }</h5>
            <ul class="dropped">{ for rows.iter().map(|row| dropped(row, lang)) }</ul>
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
                { reason_list(&row.reasons, lang) }
            }
        </li>
    }
}
