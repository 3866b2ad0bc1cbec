//! A field one types into: a quantity or a day, with its echo, its error and the question about its unit.

use mingbai_core::answers::Answer;
use mingbai_core::fact::FactKind;
use mingbai_core::quantity::{Shown, Unit};
use rust_decimal::Decimal;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, TargetCast};

use super::dollars::renminbi;
use super::element::{El, el, said};
use super::visit::Visit;
use super::wording::{complaint, help, name, part, question, why, wrong};
use crate::format;
use crate::input::{self, Doubt};
use crate::session::{Action, Field};
use crate::text::results;

/// A field for a quantity, a day, a few words or a country. In a row of a list, what is not known is left empty.
pub(super) fn typed(visit: &Visit, field: Field) -> El {
    let id = field.to_string();
    let kind = visit.session.kind(field);
    let day = matches!(kind, Some(FactKind::Date));
    let line = el("div", "input-line")
        .with(text_input(visit, field))
        .maybe(kind.and_then(FactKind::unit).map(|unit| said("span", "unit", unit_name(visit, unit)).id(&part(field, "unit"))))
        .maybe(field.cell.is_none().then(|| not_sure(visit, field)));
    let echoed = said("output", "echo", &echo(visit, field)).id(&part(field, "echo")).attr("for", &id);
    el("div", "field")
        .class(wrong(visit, field))
        .with(said("label", "question", &question(visit, field)).attr("for", &id))
        .maybe(help(visit, field))
        .maybe(day.then(|| said("p", "help", visit.words().field.date_example).id(&part(field, "example"))))
        .with(complaint(visit, field))
        .with(line)
        .with(echoed)
        .with(el("div", "").attr("aria-live", "polite").id(&part(field, "doubt")).maybe(doubt(visit, field)))
        .maybe(renminbi(visit, field))
        .maybe(why(visit, field))
}

fn text_input(visit: &Visit, field: Field) -> El {
    let session = &visit.session;
    let kind = session.kind(field);
    let quantity = kind.and_then(FactKind::unit).is_some();
    let act = visit.act.clone();
    let type_in = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        act.emit(Action::Type(field, input.value()));
    });
    let described = format!("{field}-help {field}-example {field}-unit {field}-echo {field}-error {field}-doubt");
    let mut input = el("input", "input")
        .attr("type", "text")
        .id(&field.to_string())
        .attr("autocomplete", "off")
        .attr("aria-describedby", &described)
        .value(&session.text(field))
        .on("input", type_in);
    if quantity {
        input = input.class("input-short").attr("inputmode", "decimal");
    }
    match kind {
        Some(FactKind::Date) => input = input.class("input-date"),
        Some(FactKind::Country) => input = input.attr("list", "countries"),
        _ => {}
    }
    if session.problem(field).is_some() { input.attr("aria-invalid", "true") } else { input }
}

fn not_sure(visit: &Visit, field: Field) -> El {
    let words = results(visit.session.lang());
    let chosen = visit.session.answer(field) == Some(&Answer::NotSure);
    let action = Action::Choose(field, (!chosen).then_some(Answer::NotSure));
    let tick = el("input", "").attr("type", "checkbox").checked(chosen).on_change(visit.does(action));
    let about = said("span", "visually-hidden", words.colon).text(&name(visit, field));
    el("label", "option not-sure").with(tick).with(said("span", "option-text", words.answer.not_sure).with(about))
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

fn echo(visit: &Visit, field: Field) -> String {
    let lang = visit.session.lang();
    match visit.session.answer(field) {
        Some(Answer::Quantity(value)) => {
            let unit = visit.session.kind(field).and_then(FactKind::unit);
            unit.map_or_else(String::new, |unit| input::echo(*value, unit, lang))
        }
        Some(Answer::Date(date)) => format!("＝ {}", format::date(*date, lang)),
        _ => String::new(),
    }
}

fn doubt(visit: &Visit, field: Field) -> Option<El> {
    let words = &visit.words().field;
    let unit = visit.session.kind(field)?.unit()?;
    let Some(Answer::Quantity(value)) = visit.session.answer(field) else { return None };
    let typed = Shown(value.low, unit).to_string();
    let (doubted, change) = match visit.session.doubt(field)? {
        Doubt::Unit(meant) => (words.is_it.with([&typed, &Shown(meant, unit).to_string()]), Some(meant)),
        Doubt::Low => (words.low.with([&typed]), None),
        Doubt::High => (words.high.with([&value.high.map_or(typed.clone(), |high| Shown(high, unit).to_string())]), None),
    };
    let confirm = if change.is_some() { words.as_typed.with([&typed]) } else { words.confirm.to_owned() };
    let choices = el("div", "doubt-choices")
        .with(visit.button("secondary", &confirm, Action::Confirm(field)))
        .maybe(change.map(|meant| change_to(visit, field, meant, unit)));
    Some(el("div", "doubt").with(said("p", "", &doubted)).with(choices))
}

fn change_to(visit: &Visit, field: Field, meant: Decimal, unit: Unit) -> El {
    let text = Shown(meant, unit).to_string();
    let label = visit.words().field.meant.with([&text]);
    visit.button("secondary", &label, Action::Type(field, text))
}
