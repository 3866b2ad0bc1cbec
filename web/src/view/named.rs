//! Measures named by the person: none, or those ticked among the ones still open.

use mingbai_core::answers::Answer;
use mingbai_core::order::insert_once;
use yew::prelude::*;

use super::visit::{FieldProps, Visit};
use super::wording::{help, question, why};
use crate::session::{Action, Field};
use crate::text::results::results;

/// A question about measures.
#[component]
pub fn Named(props: &FieldProps) -> Html {
    let FieldProps { visit, field } = props;
    let field = *field;
    let answer = visit.session.answer(field);
    let none = Answer::Measures(Vec::new());
    // Opened to be ticked in, while nothing is ticked yet.
    let opened = use_state(|| false);
    let has = matches!(answer, Some(Answer::Measures(named)) if !named.is_empty()) || *opened && answer.is_none();
    let radio = |label: &'static str, chosen: bool, answer: Option<Answer>, class: Option<&'static str>| {
        let (visit, opened) = (visit.clone(), opened.clone());
        let onchange = Callback::from(move |_: Event| {
            opened.set(answer.is_none());
            visit.act.emit(Action::Choose(field, answer.clone()));
        });
        html! {
            <label class={classes!("option", class)}>
                <input type="radio" name={field.to_string()} checked={chosen} {onchange} />
                <span class="option-text">{ label }</span>
            </label>
        }
    };
    let words = visit.words();
    let not_sure = results(visit.session.lang()).answer.not_sure;
    html! {
        <fieldset class="field" id={field.to_string()} tabindex="-1" aria-describedby={format!("{field}-help")}>
            <legend class="question">{ question(visit, field) }</legend>
            { help(visit, field) }
            <div class="options">
                { radio(words.list.none, answer == Some(&none), Some(none.clone()), None) }
                { radio(words.field.has_measures, has, None, None) }
                { radio(not_sure, answer == Some(&Answer::NotSure), Some(Answer::NotSure), Some("not-sure")) }
            </div>
            if has {
                <div class="options long" role="group" aria-label={words.field.has_measures}>{ boxes(visit, field) }</div>
            }
            { why(visit, field) }
        </fieldset>
    }
}

/// The measures still open that the question is about, and those already ticked.
fn boxes(visit: &Visit, field: Field) -> Html {
    let chosen: &[(u16, u16)] = match visit.session.answer(field) {
        Some(Answer::Measures(named)) => named,
        _ => &[],
    };
    let lang = visit.session.lang();
    let one = |(id, measure): ((u16, u16), &mingbai_core::library::Measure)| {
        html! {
            <label class="option">
                <input type="checkbox" checked={chosen.contains(&id)} onchange={visit.does(Action::Choose(field, toggled(chosen, id)))} />
                <span class="option-text">{ lang.of(&measure.title) }</span>
            </label>
        }
    };
    visit.session.nameable(field.fact).into_iter().map(one).collect()
}

fn toggled(chosen: &[(u16, u16)], id: (u16, u16)) -> Option<Answer> {
    let mut named: Vec<(u16, u16)> = chosen.iter().copied().filter(|one| *one != id).collect();
    if !chosen.contains(&id) {
        insert_once(&mut named, id);
    }
    (!named.is_empty()).then_some(Answer::Measures(named))
}
