//! A list: none, or rows to add, edit and remove, and whether there are others.

use mingbai_core::answers::{Answer, Rows};
use mingbai_core::fact::List;

use super::element::{El, el, fragment, said};
use super::notice::taken_out;
use super::row::row_card;
use super::visit::Visit;
use super::wording::{field_set, help, part, question, why};
use crate::session::{Action, Field};
use crate::text::results;

/// A list.
pub(super) fn listed(visit: &Visit, field: Field) -> El {
    let session = &visit.session;
    let Some(list) = session.kind(field).and_then(|kind| kind.list()) else { return fragment() };
    let rows = session.row_keys(field);
    let entered = !rows.is_empty();
    let cards = (1..).zip(rows).map(|(number, row)| row_card(visit, field, *row, number));
    field_set(field, &question(visit, field))
        .attr("aria-describedby", &part(field, "help"))
        .maybe(help(visit, field))
        .with(existence(visit, field))
        .maybe(entered.then(|| el("div", "rows").each(cards)))
        .with(taken_out(visit, field))
        .maybe(entered.then(|| below_rows(visit, field, list)))
        .maybe(why(visit, field))
}

/// Whether there is anything to list.
fn existence(visit: &Visit, field: Field) -> El {
    let words = &visit.words().list;
    let answer = visit.session.answer(field);
    let has_rows = !visit.session.row_keys(field).is_empty();
    let enter = if has_rows { Action::SayMore(field, visit.session.has_more(field)) } else { Action::AddRow(field) };
    let radio = |label, chosen, action| visit.option("radio", field, label, chosen, action);
    let choose = |label, then: Answer, among: bool| radio(label, among && answer == Some(&then), Action::Choose(field, Some(then)));
    el("div", "options")
        .with(radio(words.has, has_rows, enter))
        .with(choose(words.none, Answer::List(Rows::default()), !has_rows))
        .with(choose(results(visit.session.lang()).answer.not_sure, Answer::NotSure, true).class("not-sure"))
}

fn below_rows(visit: &Visit, field: Field, list: &List) -> El {
    let words = &visit.words().list;
    let more = visit.session.has_more(field);
    let add = if visit.session.has_room(field) {
        let label = words.add.with([visit.session.lang().of(&list.item)]);
        visit.button("secondary", &label, Action::AddRow(field)).id(&part(field, "add"))
    } else {
        said("p", "help", words.full)
    };
    fragment().with(add).with(visit.option("checkbox", field, words.more, more, Action::SayMore(field, !more)))
}
