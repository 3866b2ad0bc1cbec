//! An amount written out, line by line, as an accountant would check it.

use mingbai_core::explain::{Line, Token, arithmetic};
use mingbai_core::expression::{Amount, Place, Total};
use mingbai_core::fact::{ColumnId, FactId};
use mingbai_core::interval::Interval;
use mingbai_core::measure::Finding;
use mingbai_core::quantity::Unit;

use super::{Subject, answer_words, rows};
use crate::format;
use crate::text::Lang;

/// One line of arithmetic: `70% × (6万元 + 3万元) = 6.3万元`, `最高10万元，没有超过`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArithmeticLine {
    /// The row or year it is about; may be empty.
    pub about: String,
    /// The formula with what it comes to.
    pub formula: String,
    /// What the cap did; may be empty.
    pub cap: String,
    /// Whether the cap took something away.
    pub capped: bool,
}

/// The lines of what a measure pays; none where it is just a number of the text.
pub(super) fn lines(subject: Subject<'_>, amount: &Amount, finding: &Finding) -> Vec<ArithmeticLine> {
    if let Amount::Literal(..) = bare(amount) {
        return Vec::new();
    }
    let lines = arithmetic(subject.library, amount, &subject.assessment.steps, &finding.pays_steps);
    lines.iter().map(|line| shown(subject, line)).collect()
}

/// What the numbers in the formulas are: `网络广告支出 40万元`, and the order of the columns of each list.
pub(super) fn terms(subject: Subject<'_>, amount: &Amount) -> Option<String> {
    let mut terms = Vec::new();
    collect(subject, amount, &mut terms);
    terms.dedup();
    let separator = if subject.lang == Lang::Zh { "；" } else { "; " };
    (!terms.is_empty()).then(|| subject.words().card.terms.with([&terms.join(separator)]))
}

/// The amount without “up to”.
fn bare(amount: &Amount) -> &Amount {
    match amount {
        Amount::UpTo(inner, _) => bare(inner),
        other => other,
    }
}

fn shown(subject: Subject<'_>, line: &Line) -> ArithmeticLine {
    let words = &subject.words().rows;
    let about = match (line.row, line.year) {
        (Some(row), _) => rows::place_name(subject, row, line.inner),
        (None, Some(year)) => words.year.with([&year.to_string()]),
        (None, None) => String::new(),
    };
    let (cap, capped) = cap(subject, line);
    ArithmeticLine { about, formula: formula(subject, line), cap, capped }
}

fn formula(subject: Subject<'_>, line: &Line) -> String {
    if line.year.is_some() && line.comes_to == Interval::ANY {
        return subject.words().rows.none_listed.to_owned();
    }
    let formula: String = line.formula.iter().map(|token| written(subject, *token)).collect();
    let alone = matches!(line.formula.as_slice(), [Token::Value(..)]);
    if alone || line.comes_to == Interval::ANY { formula } else { format!("{formula} = {}", range(subject, line.comes_to, line.unit)) }
}

fn written(subject: Subject<'_>, token: Token) -> String {
    match token {
        Token::Value(interval, unit) => range(subject, interval, unit),
        sign => sign.sign().to_owned(),
    }
}

fn range(subject: Subject<'_>, interval: Interval, unit: Unit) -> String {
    if interval == Interval::ANY { subject.words().rows.unknown.to_owned() } else { format::range(interval, unit, subject.lang) }
}

fn cap(subject: Subject<'_>, line: &Line) -> (String, bool) {
    let words = &subject.words().rows;
    let Some(cap) = line.cap else { return (String::new(), false) };
    let stated = range(subject, cap, line.unit);
    let stated = match (line.row, line.year) {
        (Some(_), _) if line.inner.is_some() => words.inner_cap.with([&stated]),
        (Some(_), _) => words.row_cap.with([&stated]),
        (None, Some(_)) => words.year_cap.with([&stated]),
        (None, None) => words.cap.with([&stated]),
    };
    let comma = if subject.lang == Lang::Zh { "，" } else { ", " };
    if line.comes_to == line.result {
        (format!("{stated}{comma}{}", words.not_reached), false)
    } else if line.comes_to == Interval::ANY {
        (stated, false)
    } else {
        (format!("{stated}{comma}{}", words.capped_at.with([&range(subject, line.result, line.unit)])), true)
    }
}

fn collect(subject: Subject<'_>, amount: &Amount, terms: &mut Vec<String>) {
    match amount {
        Amount::Place(Place::Fact(fact)) => terms.push(term(subject, *fact)),
        Amount::Literal(..) | Amount::Place(Place::Column(_)) => {}
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| collect(subject, part, terms)),
        Amount::AtMost(one, other) | Amount::Minus(one, other) | Amount::BetterOf(one, other) => {
            collect(subject, one, terms);
            collect(subject, other, terms);
        }
        Amount::UpTo(inner, _) => collect(subject, inner, terms),
        Amount::Total(total) => terms.extend(columns(subject, total)),
    }
}

fn term(subject: Subject<'_>, fact: FactId) -> String {
    let said = subject.library.fact(fact).zip(subject.answers.get(fact));
    let said = said.map_or(subject.words().answer.unanswered.to_owned(), |(fact, answer)| {
        answer_words(subject.library, &fact.kind, answer, subject.lang)
    });
    format!("{} {said}", subject.name(fact))
}

/// The columns a total adds up, in the order of its formula.
fn columns(subject: Subject<'_>, total: &Total) -> Option<String> {
    let fact = total.list.fact()?;
    let list = subject.library.fact(fact)?.kind.list()?;
    let mut places = Vec::new();
    column_places(&total.each, &mut places);
    let columns = places.iter().filter_map(|ColumnId(place)| list.columns.get(usize::from(*place)));
    let names = columns.map(|column| subject.lang.of(&column.wording.short)).collect::<Vec<_>>().join(subject.words().comma);
    let words = &subject.words().rows;
    let say = match places.as_slice() {
        [] => return None,
        [_] => words.each_row_one,
        _ => words.each_row,
    };
    Some(say.with([&subject.name(fact), &names]))
}

fn column_places(amount: &Amount, places: &mut Vec<ColumnId>) {
    match amount {
        Amount::Place(Place::Column(column)) => places.push(*column),
        Amount::Literal(..) | Amount::Place(Place::Fact(_)) | Amount::Total(_) => {}
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| column_places(part, places)),
        Amount::AtMost(one, other) | Amount::Minus(one, other) | Amount::BetterOf(one, other) => {
            column_places(one, places);
            column_places(other, places);
        }
        Amount::UpTo(inner, _) => column_places(inner, places),
    }
}
