//! How a field is put: its help, why it is asked, and what is wrong with it.

use mingbai_core::fact::{FactKind, Wording};
use mingbai_core::quantity::{QuantityError, Unit};

use super::element::{El, el, said};
use super::visit::Visit;
use crate::format;
use crate::input::InputError;
use crate::session::{Field, Problem};

/// The id of a part of a field: `fact-3-help`.
#[inline(never)]
pub(super) fn part(field: Field, part: &str) -> String {
    format!("{field}-{part}")
}

/// A field of several controls, with its question.
pub(super) fn field_set(field: Field, question: &str) -> El {
    el("fieldset", "field").id(&field.to_string()).attr("tabindex", "-1").with(said("legend", "question", question))
}

/// What counts and where to find it.
pub(super) fn help(visit: &Visit, field: Field) -> Option<El> {
    let help = visit.session.lang().of(&wording(visit, field)?.help);
    (!help.is_empty()).then(|| said("p", "help", help).id(&part(field, "help")))
}

/// What is wrong with a field. The place is there before it is filled, so that it is read out.
pub(super) fn complaint(visit: &Visit, field: Field) -> El {
    let problem = visit.session.problem(field).map(|problem| said("p", "error", &error_text(visit, field, problem)));
    el("div", "").attr("aria-live", "polite").id(&part(field, "error")).maybe(problem)
}

/// The class of a field with something wrong.
pub(super) fn wrong(visit: &Visit, field: Field) -> &'static str {
    if visit.session.problem(field).is_some() { "field-invalid" } else { "" }
}

/// The question of a field.
pub(super) fn question(visit: &Visit, field: Field) -> String {
    wording(visit, field).map_or_else(String::new, |wording| visit.session.lang().of(&wording.question).to_owned())
}

/// The short name of a field.
pub(super) fn name(visit: &Visit, field: Field) -> String {
    if field == Field::REGIONS {
        return visit.words().regions.short.to_owned();
    }
    wording(visit, field).map_or_else(String::new, |wording| visit.session.lang().of(&wording.short).to_owned())
}

/// What is wrong with a field, in words.
pub(super) fn error_text(visit: &Visit, field: Field, problem: Problem) -> String {
    match problem {
        Problem::Missing if field == Field::REGIONS => visit.words().regions.missing.to_owned(),
        Problem::Missing => visit.words().problem.missing.to_owned(),
        Problem::Input(error) => {
            let unit = visit.session.kind(field).and_then(FactKind::unit).unwrap_or(Unit::Yuan);
            input_error(visit, unit, error)
        }
    }
}

/// Why a text is not an answer, in words; a quantity is one of that unit.
pub(super) fn input_error(visit: &Visit, unit: Unit, error: InputError) -> String {
    let words = &visit.words().problem;
    let plain = match error {
        InputError::Reversed => words.reversed,
        InputError::AboveMost(most) => return words.above_most.with([&format::quantity(most, unit, visit.session.lang())]),
        InputError::NotADate => words.not_a_date,
        InputError::NotACountry => words.not_a_country,
        InputError::Quantity(error) => match error {
            QuantityError::Empty => words.empty,
            QuantityError::Negative => words.negative,
            QuantityError::TooLarge => words.too_large,
            QuantityError::NotANumber if unit.is_money() => return words.not_an_amount.with([unit.name()]),
            QuantityError::NotANumber => words.not_a_number,
            QuantityError::OtherUnit => match unit {
                Unit::Yuan => words.needs_yuan,
                Unit::Dollar => words.needs_dollars,
                _ => return words.other_unit.with([unit.name()]),
            },
            QuantityError::TooPrecise if unit.decimals() == 0 => words.not_whole,
            QuantityError::TooPrecise => return words.too_precise.with([&unit.decimals().to_string()]),
        },
    };
    plain.to_owned()
}

/// The measures that wait for the answer; a column is asked for the sake of its list.
pub(super) fn why(visit: &Visit, field: Field) -> Option<El> {
    let measures = if field.cell.is_none() { visit.session.waiting_for(field.fact) } else { Vec::new() };
    if measures.is_empty() {
        return None;
    }
    let words = &visit.words().field;
    let titles = measures.iter().map(|(_, measure)| said("li", "", visit.session.lang().of(&measure.title)));
    Some(el("details", "why").with(said("summary", "", words.why)).with(said("p", "", words.why_this)).with(el("ul", "").each(titles)))
}

fn wording(visit: &Visit, field: Field) -> Option<&Wording> {
    match field.in_list() {
        Some((list, _, column)) => visit.session.kind(list)?.list()?.column(column).map(|column| &column.wording),
        None => visit.session.library().fact(field.fact).map(|fact| &fact.wording),
    }
}
