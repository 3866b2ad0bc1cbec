//! One row of a list: open to be filled in, or closed with what it says; inside a row, a few fields in one line.

use mingbai_core::fact::FactKind;

use super::chosen::chosen;
use super::element::{El, el, fragment, said};
use super::listed::listed;
use super::named::named;
use super::typed::typed;
use super::visit::Visit;
use crate::session::{Action, Field, RowKey};
use crate::view_model::answer_words;

/// The controls for fields: a list of its own, so that each keeps its place by its key while others come and go.
pub(super) fn controls(visit: &Visit, fields: impl Iterator<Item = Field>) -> El {
    fragment().each(fields.map(|field| control(visit, field).key(&field.to_string())))
}

/// The control for a field, whatever it takes.
#[inline(never)]
fn control(visit: &Visit, field: Field) -> El {
    match visit.session.kind(field) {
        Some(FactKind::Quantity(_) | FactKind::Date | FactKind::Text | FactKind::Country) => typed(visit, field),
        Some(FactKind::List(_)) => listed(visit, field),
        Some(FactKind::Measures) => named(visit, field),
        _ => chosen(visit, field),
    }
}

/// A row of a list; rows are numbered from 1.
pub(super) fn row_card(visit: &Visit, list: Field, row: RowKey, number: usize) -> El {
    let words = &visit.words().list;
    let inner = list.cell.is_some();
    let title = if inner { words.inner_row } else { words.row }.with([&number.to_string()]);
    let open = inner || visit.session.is_open(row);
    let title_id = format!("row-{}", row.0);
    let button = |kind, label: &str, action| visit.button(kind, label, action).attr("aria-label", &[label, " ", &title].concat());
    let copy = || button("quiet", words.copy, Action::CopyRow(list, row));
    let edit = || button("quiet", words.edit, Action::OpenRow(list, row));
    let head = el("div", "row-head")
        .with(said("span", "row-title", &title).id(&title_id))
        .maybe(if inner { visit.session.has_room(list).then(copy) } else { (!open).then(edit) })
        .with(button("quiet", words.remove, Action::RemoveRow(list, row)));
    let body = if open {
        el("div", "row-body")
            .with(controls(visit, visit.session.columns(list).into_iter().map(|column| list.cell(row, column))))
            .maybe((!inner).then(|| button("secondary", words.done, Action::CloseRow(list, row))))
    } else {
        summary(visit, list, row)
    };
    el("div", if inner { "inner-row" } else { "row" })
        .key(&row.0.to_string())
        .attr("role", "group")
        .attr("aria-labelledby", &title_id)
        .with(head)
        .with(body)
}

fn summary(visit: &Visit, list: Field, row: RowKey) -> El {
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
    let empty = known.is_empty().then(|| said("li", "", visit.words().list.empty_row));
    el("ul", "row-summary").all("li", "", &known).maybe(empty)
}
