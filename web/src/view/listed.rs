//! A list: none, or rows to add, edit and remove, and whether there are others.

use mingbai_core::answers::{Answer, Rows};
use mingbai_core::fact::List;
use yew::prelude::*;

use super::row::row_card;
use super::visit::Visit;
use super::wording::{help, question, why};
use crate::session::{Action, Field};
use crate::text::results::results;

/// A list.
pub(super) fn listed(visit: &Visit, field: Field) -> Html {
    let session = &visit.session;
    let Some(list) = session.kind(field).and_then(|kind| kind.list()) else { return Html::default() };
    let rows = session.row_keys(field);
    html! {
        <fieldset key={field.to_string()} class="field" id={field.to_string()} tabindex="-1" aria-describedby={format!("{field}-help")}>
            <legend class="question">{ question(visit, field) }</legend>
            { help(visit, field) }
            { existence(visit, field) }
            if !rows.is_empty() {
                <div class="rows">
                    { for rows.iter().enumerate().map(|(place, row)| row_card(visit, field, *row, place.saturating_add(1))) }
                </div>
                { below_rows(visit, field, list) }
            }
            { why(visit, field) }
        </fieldset>
    }
}

/// Whether there is anything to list.
fn existence(visit: &Visit, field: Field) -> Html {
    let words = &visit.words().list;
    let answer = visit.session.answer(field);
    let has_rows = !visit.session.row_keys(field).is_empty();
    let nothing = Answer::List(Rows::default());
    let offers = [
        (words.has, has_rows, if has_rows { Action::SayMore(field, visit.session.has_more(field)) } else { Action::AddRow(field) }, None),
        (words.none, !has_rows && answer == Some(&nothing), Action::Choose(field, Some(nothing.clone())), None),
        (
            results(visit.session.lang()).answer.not_sure,
            answer == Some(&Answer::NotSure),
            Action::Choose(field, Some(Answer::NotSure)),
            Some("not-sure"),
        ),
    ];
    html! {
        <div class="options">
            { for offers.into_iter().map(|(label, chosen, action, class)| html! {
                <label class={classes!("option", class)}>
                    <input type="radio" name={field.to_string()} checked={chosen} onchange={visit.does(action)} />
                    <span class="option-text">{ label }</span>
                </label>
            }) }
        </div>
    }
}

fn below_rows(visit: &Visit, field: Field, list: &List) -> Html {
    let words = &visit.words().list;
    let more = visit.session.has_more(field);
    html! {
        <>
            if visit.session.has_room(field) {
                <button type="button" class="button secondary" id={format!("{field}-add")} onclick={visit.does(Action::AddRow(field))}>
                    { (words.add)(visit.session.lang().of(&list.item)) }
                </button>
            } else {
                <p class="help">{ words.full }</p>
            }
            <label class="option">
                <input type="checkbox" checked={more} onchange={visit.does(Action::SayMore(field, !more))} />
                <span class="option-text">{ words.more }</span>
            </label>
        </>
    }
}
