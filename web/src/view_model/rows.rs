//! Rows of lists: how they are called, and why some were not counted.

use mingbai_core::answers::{Answer, Row};
use mingbai_core::explain::row_reasons;
use mingbai_core::expression::Amount;
use mingbai_core::fact::{ColumnId, FactId};
use mingbai_core::library::Document;
use mingbai_core::measure::Finding;
use mingbai_core::trace::Fate;

use super::reasons::{Mark, ReasonItem, Teller};
use super::{Subject, said};
use crate::format;

/// A row that was not counted, or may not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DroppedRow {
    /// Which row: `参加展会：第2行（2026年9月1日）`.
    pub name: String,
    /// What stands in it.
    pub content: String,
    /// Why it was not counted.
    pub why: String,
    /// The conditions on rows it does not meet, or may not meet.
    pub reasons: Vec<ReasonItem>,
}

/// The rows of a measure that are not counted for sure, with the reason for each.
pub(super) fn dropped(subject: Subject<'_>, document: &Document, amount: &Amount, finding: &Finding) -> Vec<DroppedRow> {
    let fates = row_reasons(subject.library, amount, &subject.assessment.steps, &finding.pays_steps);
    let dropped = fates.into_iter().filter(|(fate, _)| fate.fate != Fate::Kept);
    dropped
        .filter_map(|(fate, reason)| {
            let list = subject.library.list(fate.at_hand())?;
            let outer = subject.answers.rows(fate.list).0.get(usize::from(fate.row))?;
            let row = match fate.inner {
                Some((column, place)) => inner_row(outer, column, place)?,
                None => outer,
            };
            let teller = Teller { subject, row: Some((fate.at_hand(), row)) };
            let reasons = reason.map_or_else(Vec::new, |reason| teller.items(&reason));
            Some(DroppedRow {
                name: format!(
                    "{}{}{}",
                    subject.name(fate.list),
                    subject.words().colon,
                    place_name(subject, (fate.list, fate.row), fate.inner)
                ),
                content: said::row_words(subject.library, list, row, subject.lang),
                why: why(subject, document, fate.fate),
                reasons: reasons.into_iter().filter(|item| item.mark != Mark::Met).collect(),
            })
        })
        .collect()
}

fn inner_row(outer: &Row, column: ColumnId, place: u16) -> Option<&Row> {
    match outer.get(column)? {
        Answer::List(rows) => rows.rows.get(usize::from(place)),
        _ => None,
    }
}

/// A row, or one inside it: `第2行（2026年9月1日）第3个`.
pub(super) fn place_name(subject: Subject<'_>, (list, row): (FactId, u16), inner: Option<(ColumnId, u16)>) -> String {
    let outer = row_name(subject, list, usize::from(row));
    match inner {
        Some((_, place)) => subject.words().rows.within.with([&outer, &usize::from(place).saturating_add(1).to_string()]),
        None => outer,
    }
}

/// A row by its number, with its day if it has one: `第2行（2026年9月1日）`.
pub(super) fn row_name(subject: Subject<'_>, list: FactId, row: usize) -> String {
    let words = &subject.words().rows;
    let name = words.row.with([&row.saturating_add(1).to_string()]);
    let date = subject.library.fact(list).and_then(|fact| fact.kind.list()?.date);
    let day = date.zip(subject.answers.rows(list).0.get(row)).and_then(|(column, row)| row.date(column));
    day.map_or(name.clone(), |day| words.dated.with([&name, &format::date(day, subject.lang)]))
}

fn why(subject: Subject<'_>, document: &Document, fate: Fate) -> String {
    let words = &subject.words().rows;
    let day = |date| format::date(date, subject.lang);
    match fate {
        Fate::Kept => String::new(),
        Fate::Open => words.open.to_owned(),
        Fate::NotKept => words.not_kept.to_owned(),
        Fate::OutsideWindow => {
            document.events.map_or_else(String::new, |events| words.outside_window.with([&day(events.from), &day(events.until)]))
        }
        Fate::AfterAsOf => words.after_as_of.with([&day(subject.assessment.as_of)]),
        Fate::UsedElsewhere => words.used_elsewhere.to_owned(),
        Fate::NotAmongLargest => words.not_among_largest.to_owned(),
        Fate::NotBestOfKey => words.not_best_of_key.to_owned(),
        Fate::Empty => words.none_listed.to_owned(),
    }
}
