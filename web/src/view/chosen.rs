//! A field one chooses in: yes or no, one option or several, how far a recognition has come.

use mingbai_core::answers::{Answer, Recognition};
use mingbai_core::fact::{FactKind, Opt};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::visit::Visit;
use super::wording::{error_text, help, name, question, why};
use crate::session::{Action, Field};
use crate::text::results::{Results, results};

/// From so many options on, a drop-down list is used; more boxes to tick stand below each other.
const LONG: usize = 8;

/// A field one chooses in.
pub(super) fn chosen(visit: &Visit, field: Field) -> Html {
    match visit.session.kind(field) {
        Some(FactKind::Choice(choice)) if choice.options.len() >= LONG => drop_down(visit, field, &choice.options),
        Some(FactKind::Choices(options)) if visit.session.library().applicant == Some(field.fact) => applicant(visit, field, options),
        Some(FactKind::Choices(options)) => group(visit, field, true, &checkboxes(visit, field, options), &[]),
        Some(kind) => group(visit, field, false, &radios(visit, field, kind), &[]),
        None => Html::default(),
    }
}

/// One thing to choose.
struct Offer {
    label: String,
    chosen: bool,
    /// The answer once it is clicked.
    then: Option<Answer>,
}

/// The kinds of applicant the documents speak of, and those chosen: the usual one first.
fn applicant(visit: &Visit, field: Field, options: &[Opt]) -> Html {
    let session = &visit.session;
    let spoken_of = session.regions().applicants(session.library());
    let all = (0_u32..).zip(checkboxes(visit, field, options));
    let mut offers: Vec<Offer> =
        all.filter(|(place, offer)| offer.chosen || spoken_of.checked_shr(*place).unwrap_or(0) & 1 == 1).map(|(_, offer)| offer).collect();
    let others = offers.split_off(offers.len().min(1));
    group(visit, field, true, &offers, &others)
}

/// Several are boxes to tick, where 不清楚 and 没有 undo the others; one is a row of buttons, with a way to clear it.
fn group(visit: &Visit, field: Field, several: bool, offers: &[Offer], others: &[Offer]) -> Html {
    let problem = visit.session.problem(field);
    let clearable = !several && visit.session.answer(field).is_some();
    let kind = if several { "checkbox" } else { "radio" };
    let not_sure = not_sure(visit, field);
    let after = |offer: &Offer| offer.then.clone().filter(|then| visit.session.answer(field) != Some(then));
    let option = |offer: &Offer, class: Option<&'static str>| {
        html! {
            <label class={classes!("option", class)}>
                <input type={kind} name={field.to_string()} checked={offer.chosen}
                    onchange={visit.does(Action::Choose(field, after(offer)))} />
                <span class="option-text">{ &offer.label }</span>
            </label>
        }
    };
    html! {
        <fieldset key={field.to_string()} class={classes!("field", problem.map(|_| "field-invalid"), (offers.len() > LONG).then_some("long"))} id={field.to_string()} tabindex="-1"
            aria-describedby={format!("{field}-help {field}-error")}>
            <legend class="question">{ question(visit, field) }</legend>
            { help(visit, field) }
            if visit.session.assumes_local() && visit.session.library().registered_in == Some(field.fact) {
                <p class="notice">{ visit.words().regions.assumed }</p>
            }
            <div aria-live="polite" id={format!("{field}-error")}>
                if let Some(problem) = problem {
                    <p class="error">{ error_text(visit, field, problem) }</p>
                }
            </div>
            <div class="options">
                { for offers.iter().map(|offer| option(offer, None)) }
                { option(&not_sure, Some("not-sure")) }
                if clearable {
                    <button type="button" class="button quiet" onclick={visit.does(Action::Choose(field, None))}
                        aria-label={(visit.words().field.clear)(&name(visit, field))}>{ visit.words().field.clear_short }</button>
                }
            </div>
            if !others.is_empty() {
                <p class="others" id={format!("{field}-others")}>{ visit.words().regions.other_kinds }</p>
                <div class="options long" role="group" aria-labelledby={format!("{field}-others")}>{ for others.iter().map(|offer| option(offer, None)) }</div>
            }
            { why(visit, field) }
        </fieldset>
    }
}

fn offer(visit: &Visit, field: Field, label: &str, answer: Answer) -> Offer {
    let chosen = visit.session.answer(field) == Some(&answer);
    Offer { label: label.to_owned(), chosen, then: Some(answer) }
}

/// A choice that can be worked out is so where it is not given.
fn not_sure(visit: &Visit, field: Field) -> Offer {
    let derived = matches!(visit.session.kind(field), Some(FactKind::Choice(choice)) if choice.derived.is_some());
    let label = if derived { visit.words().field.not_given } else { words(visit).answer.not_sure };
    offer(visit, field, label, Answer::NotSure)
}

fn words(visit: &Visit) -> &'static Results {
    results(visit.session.lang())
}

fn radios(visit: &Visit, field: Field, kind: &FactKind) -> Vec<Offer> {
    let answer = &words(visit).answer;
    let lang = visit.session.lang();
    let one = |label: &str, answer| offer(visit, field, label, answer);
    match kind {
        FactKind::YesNo => vec![one(answer.yes, Answer::YesNo(true)), one(answer.no, Answer::YesNo(false))],
        FactKind::Recognition => [
            (answer.granted, Recognition::Granted),
            (answer.applied, Recognition::Applied),
            (answer.refused, Recognition::Refused),
            (answer.not_applied, Recognition::NotApplied),
        ]
        .map(|(label, state)| one(label, Answer::Recognition(state)))
        .into(),
        _ => (0_u8..).zip(kind.options()).map(|(place, option)| one(lang.of(&option.text), Answer::Choice(place))).collect(),
    }
}

fn checkboxes(visit: &Visit, field: Field, options: &[Opt]) -> Vec<Offer> {
    let bits = match visit.session.answer(field) {
        Some(Answer::Choices(bits)) => *bits,
        _ => 0,
    };
    let one = |(place, option): (u32, &Opt)| {
        let bit = 1_u64.checked_shl(place).unwrap_or(0);
        let then = bits ^ bit;
        Offer {
            label: visit.session.lang().of(&option.text).to_owned(),
            chosen: bits & bit != 0,
            then: (then != 0).then_some(Answer::Choices(then)),
        }
    };
    (0_u32..).zip(options).map(one).collect()
}

fn drop_down(visit: &Visit, field: Field, options: &[Opt]) -> Html {
    let problem = visit.session.problem(field);
    let lang = visit.session.lang();
    let mut offers: Vec<(String, Answer)> =
        (0_u8..).zip(options).map(|(place, option)| (lang.of(&option.text).to_owned(), Answer::Choice(place))).collect();
    offers.push((words(visit).answer.not_sure.to_owned(), Answer::NotSure));
    let answers: Vec<Answer> = offers.iter().map(|(_, answer)| answer.clone()).collect();
    let chosen = visit.session.answer(field).cloned();
    let act = visit.act.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let place = usize::try_from(select.selected_index()).unwrap_or(0);
        act.emit(Action::Choose(field, place.checked_sub(1).and_then(|place| answers.get(place).cloned())));
    });
    html! {
        <div key={field.to_string()} class={classes!("field", problem.map(|_| "field-invalid"))}>
            <label class="question" for={field.to_string()}>{ question(visit, field) }</label>
            { help(visit, field) }
            <select class="input" id={field.to_string()} {onchange} aria-describedby={format!("{field}-help")}>
                <option selected={chosen.is_none()}>{ visit.words().field.choose }</option>
                { for offers.into_iter().map(|(label, answer)| html! { <option selected={chosen == Some(answer)}>{ label }</option> }) }
            </select>
            { why(visit, field) }
        </div>
    }
}
