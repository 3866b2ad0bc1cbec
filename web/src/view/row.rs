//! One row of a list: open to be filled in, or closed with what it says; inside a row, a few fields in one line.

use mingbai_core::fact::FactKind;
use yew::prelude::*;

use super::chosen::chosen;
use super::listed::listed;
use super::named::Named;
use super::typed::Typed;
use super::visit::Visit;
use crate::session::{Action, Field, RowKey};
use crate::view_model::answer_words;

/// The control for a field, whatever it takes.
pub(super) fn control(visit: &Visit, field: Field) -> Html {
    let key = field.to_string();
    match visit.session.kind(field) {
        Some(FactKind::Quantity(_) | FactKind::Date | FactKind::Text | FactKind::Country) => {
            html! { <Typed {key} visit={visit.clone()} {field} /> }
        }
        Some(FactKind::List(_)) => listed(visit, field),
        Some(FactKind::Measures) => html! { <Named {key} visit={visit.clone()} {field} /> },
        _ => chosen(visit, field),
    }
}

/// A row of a list; rows are numbered from 1.
pub(super) fn row_card(visit: &Visit, list: Field, row: RowKey, number: usize) -> Html {
    let words = &visit.words().list;
    let inner = list.cell.is_some();
    let title = if inner { words.inner_row } else { words.row }(number);
    let open = inner || visit.session.is_open(row);
    let title_id = format!("row-{}", row.0);
    let button = |label: &str, class, action| {
        html! { <button type="button" class={classes!("button", class)} aria-label={format!("{label} {title}")} onclick={visit.does(action)}>{ label }</button> }
    };
    html! {
        <div key={row.0} class={if inner { "inner-row" } else { "row" }} role="group" aria-labelledby={title_id.clone()}>
            <div class="row-head">
                <span class="row-title" id={title_id}>{ &title }</span>
                if inner {
                    if visit.session.has_room(list) {
                        { button(words.copy, "quiet", Action::CopyRow(list, row)) }
                    }
                } else if !open {
                    { button(words.edit, "quiet", Action::OpenRow(list, row)) }
                }
                { button(words.remove, "quiet", Action::RemoveRow(list, row)) }
            </div>
            if open {
                <div class="row-body">
                    { visit.session.columns(list).into_iter().map(|column| control(visit, list.cell(row, column))).collect::<Html>() }
                    if !inner {
                        { button(words.done, "secondary", Action::CloseRow(list, row)) }
                    }
                </div>
            } else {
                { summary(visit, list, row) }
            }
        </div>
    }
}

fn summary(visit: &Visit, list: Field, row: RowKey) -> Html {
    let session = &visit.session;
    let lang = session.lang();
    let columns = session.kind(list).and_then(FactKind::list).into_iter().flat_map(|kind| {
        let shown = session.columns(list).into_iter();
        shown.filter_map(|id| Some((id, kind.column(id)?)))
    });
    let known = columns.filter_map(|(id, column)| {
        let answer = session.answer(list.cell(row, id))?;
        Some(format!("{} {}", lang.of(&column.wording.short), answer_words(session.library(), &column.kind, answer, lang)))
    });
    let known: Vec<String> = known.collect();
    html! {
        <ul class="row-summary">
            { for known.iter().map(|part| html! { <li>{ part }</li> }) }
            if known.is_empty() { <li>{ visit.words().list.empty_row }</li> }
        </ul>
    }
}
