//! One row of a list: open to be filled in, or closed with what it says.

use mingbai_core::fact::{ColumnId, FactId, FactKind, List};
use yew::prelude::*;

use super::chosen::chosen;
use super::typed::Typed;
use super::visit::Visit;
use crate::session::{Action, Field, RowKey};
use crate::view_model::answer_words;

/// A row of a list; rows are numbered from 1.
pub(super) fn row_card(visit: &Visit, fact: FactId, row: RowKey, number: usize) -> Html {
    let words = &visit.words().list;
    let title = (words.row)(number);
    let open = visit.session.is_open(row);
    let title_id = format!("row-{}", row.0);
    let (label, action) = if open { (words.done, Action::CloseRow(fact, row)) } else { (words.edit, Action::OpenRow(fact, row)) };
    let button = |label: &str, class, action| {
        html! { <button type="button" class={classes!("button", class)} aria-label={format!("{label} {title}")} onclick={visit.does(action)}>{ label }</button> }
    };
    let done = open.then(|| button(label, "secondary", action.clone()));
    html! {
        <div key={row.0} class="row" role="group" aria-labelledby={title_id.clone()}>
            <div class="row-head">
                <span class="row-title" id={title_id}>{ &title }</span>
                if !open { { button(label, "quiet", action) } }
                { button(words.remove, "quiet", Action::RemoveRow(fact, row)) }
            </div>
            if open {
                <div class="row-body">{ cells(visit, fact, row) }{ done }</div>
            } else {
                { summary(visit, fact, row) }
            }
        </div>
    }
}

fn list(visit: &Visit, fact: FactId) -> Option<&List> {
    visit.session.kind(Field::fact(fact))?.list()
}

fn cells(visit: &Visit, fact: FactId, row: RowKey) -> Html {
    let columns = list(visit, fact).map_or(&[][..], |list| list.columns.as_slice());
    let cell = |(place, kind): (u8, &FactKind)| {
        let field = Field::cell(fact, row, ColumnId(place));
        match kind {
            FactKind::Quantity(_) | FactKind::Date => html! { <Typed key={field.to_string()} visit={visit.clone()} {field} /> },
            _ => chosen(visit, field),
        }
    };
    (0_u8..).zip(columns.iter().map(|column| &column.kind)).map(cell).collect()
}

fn summary(visit: &Visit, fact: FactId, row: RowKey) -> Html {
    let session = &visit.session;
    let lang = session.lang();
    let known = list(visit, fact).into_iter().flat_map(|list| (0_u8..).zip(&list.columns)).filter_map(|(place, column)| {
        let answer = session.answer(Field::cell(fact, row, ColumnId(place)))?;
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
