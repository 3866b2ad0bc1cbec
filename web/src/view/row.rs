//! One row of a list: open to be filled in, or closed with what it says.

use mingbai_core::fact::{ColumnId, FactId, FactKind, List};
use yew::prelude::*;

use super::chosen::Chosen;
use super::typed::Typed;
use super::visit::Visit;
use crate::session::{Action, Field, RowKey};
use crate::view_model::answer_words;

/// A row.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub visit: Visit,
    /// The list.
    pub fact: FactId,
    /// The row.
    pub row: RowKey,
    /// Its number, from 1.
    pub number: usize,
}

/// A row of a list.
#[component]
pub fn RowCard(props: &Props) -> Html {
    let Props { visit, fact, row, number } = props;
    let words = &visit.words().list;
    let title = (words.row)(*number);
    let open = visit.session.is_open(*row);
    let title_id = format!("row-{}", row.0);
    let (label, action) = if open { (words.done, Action::CloseRow(*fact, *row)) } else { (words.edit, Action::OpenRow(*fact, *row)) };
    let button = |label: &str, class, action| {
        html! { <button type="button" class={classes!("button", class)} aria-label={format!("{label} {title}")} onclick={visit.does(action)}>{ label }</button> }
    };
    let done = open.then(|| button(label, "secondary", action.clone()));
    html! {
        <div class="row" role="group" aria-labelledby={title_id.clone()}>
            <div class="row-head">
                <span class="row-title" id={title_id}>{ &title }</span>
                if !open { { button(label, "quiet", action) } }
                { button(words.remove, "quiet", Action::RemoveRow(*fact, *row)) }
            </div>
            if open {
                <div class="row-body">{ cells(props) }{ done }</div>
            } else {
                { summary(props) }
            }
        </div>
    }
}

fn list(props: &Props) -> Option<&List> {
    props.visit.session.kind(Field::fact(props.fact))?.list()
}

fn cells(props: &Props) -> Html {
    let columns = list(props).map_or(&[][..], |list| list.columns.as_slice());
    let cell = |(place, kind): (u8, &FactKind)| {
        let field = Field::cell(props.fact, props.row, ColumnId(place));
        match kind {
            FactKind::Quantity(_) | FactKind::Date => html! { <Typed key={place} visit={props.visit.clone()} {field} /> },
            _ => html! { <Chosen key={place} visit={props.visit.clone()} {field} /> },
        }
    };
    (0_u8..).zip(columns.iter().map(|column| &column.kind)).map(cell).collect()
}

fn summary(props: &Props) -> Html {
    let session = &props.visit.session;
    let lang = session.lang();
    let known = list(props).into_iter().flat_map(|list| (0_u8..).zip(&list.columns)).filter_map(|(place, column)| {
        let answer = session.answer(Field::cell(props.fact, props.row, ColumnId(place)))?;
        Some(format!("{} {}", lang.of(&column.wording.short), answer_words(session.library(), &column.kind, answer, lang)))
    });
    let known: Vec<String> = known.collect();
    html! {
        <ul class="row-summary">
            { for known.iter().map(|part| html! { <li>{ part }</li> }) }
            if known.is_empty() { <li>{ props.visit.words().list.empty_row }</li> }
        </ul>
    }
}
