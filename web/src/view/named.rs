//! Measures named by the person: none, or those ticked among the ones still open.

use mingbai_core::answers::Answer;
use mingbai_core::order::insert_once;

use super::element::{El, el};
use super::visit::Visit;
use super::wording::{field_set, help, part, question, why};
use crate::session::{Action, Field};
use crate::text::results;

/// A question about measures.
pub(super) fn named(visit: &Visit, field: Field) -> El {
    let answer = visit.session.answer(field);
    let has = match answer {
        Some(Answer::Measures(named)) => !named.is_empty(),
        Some(_) => false,
        None => visit.session.is_naming(field),
    };
    let radio = |label: &str, chosen: bool, action: Action| visit.option("radio", field, label, chosen, action);
    let choose = |label: &str, then: Answer| radio(label, answer == Some(&then), Action::Choose(field, Some(then)));
    let words = visit.words();
    let not_sure = results(visit.session.lang()).answer.not_sure;
    let options = el("div", "options")
        .with(choose(words.list.none, Answer::Measures(Vec::new())))
        .with(radio(words.field.has_measures, has, Action::Name(field)))
        .with(choose(not_sure, Answer::NotSure).class("not-sure"));
    field_set(field, &question(visit, field))
        .attr("aria-describedby", &part(field, "help"))
        .maybe(help(visit, field))
        .with(options)
        .maybe(has.then(|| boxes(visit, field)))
        .maybe(why(visit, field))
}

/// The measures still open that the question is about, and those already ticked.
fn boxes(visit: &Visit, field: Field) -> El {
    let chosen: &[(u16, u16)] = match visit.session.answer(field) {
        Some(Answer::Measures(named)) => named,
        _ => &[],
    };
    let lang = visit.session.lang();
    let mut boxes = el("div", "options long").attr("role", "group").attr("aria-label", visit.words().field.has_measures);
    for (id, measure) in visit.session.nameable(field.fact) {
        let action = Action::Choose(field, toggled(chosen, id));
        boxes = boxes.with(visit.option("checkbox", field, lang.of(&measure.title), chosen.contains(&id), action));
    }
    boxes
}

fn toggled(chosen: &[(u16, u16)], id: (u16, u16)) -> Option<Answer> {
    let mut named: Vec<(u16, u16)> = chosen.iter().copied().filter(|one| *one != id).collect();
    if !chosen.contains(&id) {
        insert_once(&mut named, id);
    }
    (!named.is_empty()).then_some(Answer::Measures(named))
}
