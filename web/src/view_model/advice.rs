//! The least change with which a measure would be met, and how far a firm is above the lines it meets, in words.

use mingbai_core::advise::{Advice, Change, Margin, Target, Way, advise, margins};
use mingbai_core::answers::Answer;
use mingbai_core::assess::DocumentFinding;
use mingbai_core::explain::reasons;
use mingbai_core::fact::{ColumnId, FactId, FactKind, ListId};
use mingbai_core::library::{Document, Measure};
use mingbai_core::measure::Finding;
use rust_decimal::Decimal;

use super::amount::estimate_words;
use super::document::outcome_words;
use super::reasons::Teller;
use super::rows::row_name;
use super::{Subject, answer_words};
use crate::format;

/// What would change the outcome of a measure that is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceShown {
    /// What is to be known of all ways.
    pub note: &'static str,
    /// Each way in a sentence or two: the changes, and what they bring.
    pub ways: Vec<String>,
    /// What the authority would have to recognise.
    pub recognitions: Option<String>,
}

/// The advice on the measure at `place`; nothing where there is nothing to say.
pub(super) fn advice(subject: Subject<'_>, document: &Document, place: u16, found: &DocumentFinding) -> Option<AdviceShown> {
    let Advice { ways, recognitions } = advise(subject.library, subject.answers, subject.assessment, found, place);
    if ways.is_empty() && recognitions.is_empty() {
        return None;
    }
    let words = &subject.words().advice;
    let named = recognitions.iter().map(|fact| subject.name(*fact)).collect::<Vec<_>>().join(subject.words().comma);
    let told = if ways.is_empty() { words.only_recognition } else { words.recognition };
    Some(AdviceShown {
        note: words.note,
        ways: ways.iter().map(|way| way_words(subject, document, way)).collect(),
        recognitions: (!named.is_empty()).then(|| told.with([&named])),
    })
}

/// How far above the lines that decide a measure what was entered is.
pub(super) fn lines_met(subject: Subject<'_>, rule: &Measure, finding: &Finding) -> Vec<String> {
    if finding.is_denied() || finding.settled_by.is_some() {
        return Vec::new();
    }
    let reason = rule.when.as_ref().and_then(|when| reasons(subject.library, when, &subject.assessment.steps, &finding.when_steps));
    let Some(reason) = reason else { return Vec::new() };
    let told = margins(&reason).into_iter().filter(|one| one.decisive && one.line.low > Decimal::ZERO);
    told.map(|one| margin_words(subject, &one)).collect()
}

fn margin_words(subject: Subject<'_>, margin: &Margin<'_>) -> String {
    let words = &subject.words().advice;
    let teller = Teller { subject, row: None };
    let (name, needs) = (teller.label(margin.what), teller.required(Some(margin.sign), margin.line, margin.unit));
    let by = format::quantity(margin.by, margin.unit, subject.lang);
    match (margin.by == Decimal::ZERO, margin.sign.is_upward()) {
        (true, _) => words.on_line.with([&name, &needs]),
        (_, true) => words.above.with([&name, &needs, &by]),
        (_, false) => words.below.with([&name, &needs, &by]),
    }
}

fn way_words(subject: Subject<'_>, document: &Document, way: &Way) -> String {
    let words = &subject.words().advice;
    let changes = way.changes.iter().map(|change| change_words(subject, change)).collect::<Vec<_>>().join(words.and);
    let outcome = outcome_words(subject, way.outcome);
    let amount = way.estimate.map(|estimate| estimate_words(subject, way.kind, Some(estimate)));
    let mut told = match &amount {
        Some(amount) => words.way_paid.with([&changes, outcome, amount]),
        None => words.way.with([&changes, outcome]),
    };
    for (say, places) in [(words.gained, &way.gained), (words.lost, &way.lost)] {
        if !places.is_empty() {
            let titles = places.iter().map(|place| subject.measure_title(document, *place)).collect::<Vec<_>>();
            told.push_str(&say.with([&titles.join(subject.words().comma)]));
        }
    }
    told
}

fn change_words(subject: Subject<'_>, change: &Change) -> String {
    let Some((name, kind)) = asked(subject, change.target) else { return String::new() };
    let words = &subject.words().advice;
    let known = change.target.known(subject.answers);
    let [from, to] = [known, Some(&change.to)]
        .map(|answer| answer.map_or_else(String::new, |one| answer_words(subject.library, kind, one, subject.lang)));
    match (known, &change.to, kind.unit()) {
        (Some(Answer::Quantity(before)), Answer::Quantity(after), Some(unit)) => {
            let (say, by) = if after.low > before.low {
                (words.raised, after.low.checked_sub(before.high.unwrap_or(before.low)))
            } else {
                (words.lowered, before.low.checked_sub(after.low))
            };
            say.with([&name, &from, &to, &format::quantity(by.unwrap_or_default(), unit, subject.lang)])
        }
        _ => words.other.with([&name, &from, &to]),
    }
}

/// The name of what is changed, with its row, and its kind.
fn asked(subject: Subject<'_>, target: Target) -> Option<(String, &FactKind)> {
    match target {
        Target::Fact(fact) => Some((subject.name(fact), &subject.library.fact(fact)?.kind)),
        Target::Cell(list, row, column) => cell(subject, list, row, column),
    }
}

fn cell(subject: Subject<'_>, list: FactId, row: u16, column: ColumnId) -> Option<(String, &FactKind)> {
    let asked = subject.library.column(Some(ListId { fact: list, inner: None }), column)?;
    let row = row_name(subject, list, usize::from(row));
    let name = subject.words().advice.cell.with([&subject.name(list), &row, subject.lang.of(&asked.wording.short)]);
    Some((name, &asked.kind))
}
