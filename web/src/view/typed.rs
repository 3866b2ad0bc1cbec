//! A field one types into: a quantity or a day, with its echo, its error and the question about its unit.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use mingbai_core::answers::Answer;
use mingbai_core::fact::FactKind;
use mingbai_core::quantity::{Shown, Unit};
use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::visit::{FieldProps, Visit};
use super::wording::{error_text, help, name, question, why};
use crate::format;
use crate::input::{self, Doubt};
use crate::session::{Action, Field};
use crate::text::results::results;

/// How long one pauses before what one typed is looked at, in milliseconds.
const PAUSE: u32 = 900;

/// A field for a quantity, a day, a few words or a country. In a row of a list, what is not known is left empty.
#[component]
pub fn Typed(props: &FieldProps) -> Html {
    let FieldProps { visit, field } = props;
    let (session, field) = (&visit.session, *field);
    let text = session.text(field);
    let input = use_node_ref();
    use_settling_after_a_pause(visit, field, &text, &input);
    let problem = session.problem(field);
    let not_sure = session.answer(field) == Some(&Answer::NotSure);
    let kind = session.kind(field);
    let unit = kind.and_then(FactKind::unit);
    let (day, country) = (matches!(kind, Some(FactKind::Date)), matches!(kind, Some(FactKind::Country)));
    let words = results(session.lang());
    let oninput = {
        let visit = visit.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            visit.act.emit(Action::Type(field, input.value()));
        })
    };
    html! {
        <div class={classes!("field", problem.map(|_| "field-invalid"))}>
            <label class="question" for={field.to_string()}>{ question(visit, field) }</label>
            { help(visit, field) }
            if day {
                <p class="help" id={format!("{field}-example")}>{ visit.words().field.date_example }</p>
            }
            <div aria-live="polite" id={format!("{field}-error")}>
                if let Some(problem) = problem {
                    <p class="error">{ error_text(visit, field, problem) }</p>
                }
            </div>
            <div class="input-line">
                <input class={classes!("input", unit.map(|_| "input-short"), day.then_some("input-date"))} list={country.then_some("countries")} type="text" id={field.to_string()}
                    inputmode={unit.map(|_| "decimal")} autocomplete="off" value={text} {oninput} ref={input}
                    aria-invalid={problem.map(|_| "true")}
                    aria-describedby={format!("{field}-help {field}-example {field}-unit {field}-echo {field}-error {field}-doubt")} />
                if let Some(unit) = unit {
                    <span class="unit" id={format!("{field}-unit")}>{ unit_name(visit, unit) }</span>
                }
                if field.cell.is_none() {
                    <label class="option not-sure">
                        <input type="checkbox" checked={not_sure}
                            onchange={visit.does(Action::Choose(field, (!not_sure).then_some(Answer::NotSure)))} />
                        <span class="option-text">{ words.answer.not_sure }<span class="visually-hidden">{ words.colon }{ name(visit, field) }</span></span>
                    </label>
                }
            </div>
            <output class="echo" id={format!("{field}-echo")} for={field.to_string()}>{ echo(visit, field) }</output>
            <div aria-live="polite" id={format!("{field}-doubt")}>{ doubt(visit, field) }</div>
            { why(visit, field) }
        </div>
    }
}

/// Errors and doubts wait until one has stopped typing, so that nothing moves under the pointer on the way to a button,
/// and nothing is found wrong with the letters of a 万 not yet put together.
#[hook]
fn use_settling_after_a_pause(visit: &Visit, field: Field, text: &str, input: &NodeRef) {
    let act = visit.act.clone();
    let composing = use_composing(input);
    use_effect_with((text.to_owned(), composing), move |(text, composing)| {
        let pause = (!text.is_empty() && !composing).then(|| Timeout::new(PAUSE, move || act.emit(Action::Settle(field))));
        move || drop(pause)
    });
}

/// Whether a character is being put together by an input method.
#[hook]
fn use_composing(input: &NodeRef) -> bool {
    let composing = use_state(|| false);
    let (input, setter) = (input.clone(), composing.setter());
    use_effect_with((), move |()| {
        let listen = |event: &'static str, now: bool| {
            let setter = setter.clone();
            let input: HtmlInputElement = input.cast()?;
            Some(EventListener::new(&input, event, move |_| setter.set(now)))
        };
        let listeners = [listen("compositionstart", true), listen("compositionend", false)];
        move || drop(listeners)
    });
    *composing
}

fn unit_name(visit: &Visit, unit: Unit) -> &'static str {
    use crate::text::Lang::{En, Zh};
    match (visit.session.lang(), unit) {
        (Zh, unit) => unit.name(),
        (En, Unit::Yuan) => "RMB",
        (En, Unit::Dollar) => "USD",
        (En, Unit::SquareMetre) => "m²",
        (En, Unit::Month) => "months",
        (En, Unit::Day) => "days",
        (En, Unit::Firm) => "firms",
        (En, Unit::Person) => "people",
        (En, Unit::Flight) => "flights",
        (En, Unit::Order) => "orders",
        (En, Unit::Piece) => "pieces",
        (En, Unit::Rate) => "%",
    }
}

fn echo(visit: &Visit, field: Field) -> Option<String> {
    let lang = visit.session.lang();
    match visit.session.answer(field)? {
        Answer::Quantity(value) => Some(input::echo(*value, visit.session.kind(field)?.unit()?, lang)),
        Answer::Date(date) => Some(format!("＝ {}", format::date(*date, lang))),
        _ => None,
    }
}

fn doubt(visit: &Visit, field: Field) -> Option<Html> {
    let words = &visit.words().field;
    let unit = visit.session.kind(field)?.unit()?;
    let Some(Answer::Quantity(value)) = visit.session.answer(field) else { return None };
    let typed = Shown(value.low, unit).to_string();
    let (doubted, change) = match visit.session.doubt(field)? {
        Doubt::Unit(meant) => ((words.is_it)(&typed, &Shown(meant, unit).to_string()), Some(meant)),
        Doubt::Low => ((words.low)(&typed), None),
        Doubt::High => ((words.high)(&value.high.map_or(typed.clone(), |high| Shown(high, unit).to_string())), None),
    };
    let confirm = if change.is_some() { (words.as_typed)(&typed) } else { words.confirm.to_owned() };
    Some(html! {
        <div class="doubt">
            <p>{ doubted }</p>
            <div class="doubt-choices">
                <button type="button" class="button secondary" onclick={visit.does(Action::Confirm(field))}>{ confirm }</button>
                if let Some(meant) = change {
                    { change_to(visit, field, meant, unit) }
                }
            </div>
        </div>
    })
}

fn change_to(visit: &Visit, field: Field, meant: Decimal, unit: Unit) -> Html {
    let text = Shown(meant, unit).to_string();
    let label = (visit.words().field.meant)(&text);
    html! { <button type="button" class="button secondary" onclick={visit.does(Action::Type(field, text))}>{ label }</button> }
}
