//! A field one chooses in: yes or no, one option or several, how far a recognition has come.

use mingbai_core::answers::{Answer, Recognition};
use mingbai_core::fact::{FactKind, Opt};
use web_sys::{Event, HtmlSelectElement};
use yew::{Callback, TargetCast};

use super::element::{El, el, fragment, said};
use super::visit::Visit;
use super::wording::{complaint, field_set, help, name, part, question, why, wrong};
use crate::session::{Action, Field};
use crate::text::results;
use mingbai_words::results::Results;

/// From so many options on, a drop-down list is used; more boxes to tick stand below each other.
const LONG: usize = 8;

/// A field one chooses in.
pub(super) fn chosen(visit: &Visit, field: Field) -> El {
    match visit.session.kind(field) {
        Some(FactKind::Choice(choice)) if choice.options.len() >= LONG => drop_down(visit, field, &choice.options),
        Some(FactKind::Choices(options)) if visit.session.library().applicant == Some(field.fact) => applicant(visit, field, options),
        Some(FactKind::Choices(options)) => group(visit, field, true, &checkboxes(visit, field, options), &[]),
        Some(kind) => group(visit, field, false, &radios(visit, field, kind), &[]),
        None => fragment(),
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
fn applicant(visit: &Visit, field: Field, options: &[Opt]) -> El {
    let session = &visit.session;
    let spoken_of = session.regions().applicants(session.library());
    let all = (0_u32..).zip(checkboxes(visit, field, options));
    let mut offers: Vec<Offer> =
        all.filter(|(place, offer)| offer.chosen || spoken_of.checked_shr(*place).unwrap_or(0) & 1 == 1).map(|(_, offer)| offer).collect();
    let others = offers.split_off(offers.len().min(1));
    group(visit, field, true, &offers, &others)
}

/// Several are boxes to tick, where 不清楚 and 没有 undo the others; one is a row of buttons, with a way to clear it.
fn group(visit: &Visit, field: Field, several: bool, offers: &[Offer], others: &[Offer]) -> El {
    let words = visit.words();
    let kind = if several { "checkbox" } else { "radio" };
    let option = |offer: &Offer| {
        let then = offer.then.clone().filter(|then| visit.session.answer(field) != Some(then));
        visit.option(kind, field, &offer.label, offer.chosen, Action::Choose(field, then))
    };
    let clearable = !several && visit.session.answer(field).is_some();
    let clear = || {
        let label = words.field.clear.with([&name(visit, field)]);
        visit.button("quiet", words.field.clear_short, Action::Choose(field, None)).attr("aria-label", &label)
    };
    let options = el("div", "options")
        .each(offers.iter().map(option))
        .with(option(&not_sure(visit, field)).class("not-sure"))
        .maybe(clearable.then(clear));
    let others = (!others.is_empty()).then(|| {
        let title = part(field, "others");
        let options = el("div", "options long").attr("role", "group").attr("aria-labelledby", &title).each(others.iter().map(option));
        fragment().with(said("p", "others", words.regions.other_kinds).id(&title)).with(options)
    });
    let local = visit.session.assumes_local() && visit.session.library().registered_in == Some(field.fact);
    field_set(field, &question(visit, field))
        .class(wrong(visit, field))
        .class(if offers.len() > LONG { "long" } else { "" })
        .attr("aria-describedby", &format!("{field}-help {field}-error"))
        .maybe(help(visit, field))
        .maybe(local.then(|| said("p", "notice", words.regions.assumed)))
        .with(complaint(visit, field))
        .with(options)
        .maybe(others)
        .maybe(why(visit, field))
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

fn drop_down(visit: &Visit, field: Field, options: &[Opt]) -> El {
    let lang = visit.session.lang();
    let chosen = visit.session.answer(field);
    let option = |label: &str, answer: Option<&Answer>| said("option", "", label).flag("selected", chosen == answer);
    let mut select = el("select", "input")
        .id(&field.to_string())
        .attr("aria-describedby", &part(field, "help"))
        .with(option(visit.words().field.choose, None));
    for (place, one) in (0_u8..).zip(options) {
        select = select.with(option(lang.of(&one.text), Some(&Answer::Choice(place))));
    }
    select = select.with(option(words(visit).answer.not_sure, Some(&Answer::NotSure)));
    let (act, count) = (visit.act.clone(), options.len());
    let choose = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let place = usize::try_from(select.selected_index()).ok().and_then(|place| place.checked_sub(1));
        let answer =
            place.and_then(|place| if place == count { Some(Answer::NotSure) } else { u8::try_from(place).ok().map(Answer::Choice) });
        act.emit(Action::Choose(field, answer));
    });
    el("div", "field")
        .class(wrong(visit, field))
        .with(said("label", "question", &question(visit, field)).attr("for", &field.to_string()))
        .maybe(help(visit, field))
        .with(select.on_change(choose))
        .maybe(why(visit, field))
}
