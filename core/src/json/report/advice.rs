//! The least change with which a measure would be met, in the one JSON form.

use serde::Serialize;

use super::measure::fact_name;
use super::{EstimateReport, SumsReport, measure_id, sums};
use crate::advise::{Advice, Change, Target, Way};
use crate::answers::Answers;
use crate::fact::{FactKind, ListId};
use crate::json::write::in_a_word;
use crate::library::{Document, Library};

/// The ways to meet a measure.
#[derive(Serialize)]
pub(super) struct AdviceReport<'a> {
    ways: Vec<WayReport<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recognitions: Vec<&'a str>,
}

#[derive(Serialize)]
struct WayReport<'a> {
    changes: Vec<ChangeReport<'a>>,
    outcome: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<EstimateReport>,
    sums: SumsReport<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gained: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lost: Vec<&'a str>,
}

#[derive(Serialize)]
struct ChangeReport<'a> {
    fact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'a str>,
    from: String,
    to: String,
}

/// Nothing where there is nothing to say.
pub(super) fn report<'a>(library: &'a Library, answers: &Answers, document: &'a Document, advice: &Advice) -> Option<AdviceReport<'a>> {
    if *advice == Advice::default() {
        return None;
    }
    let recognitions = advice.recognitions.iter().filter_map(|fact| fact_name(library, *fact)).collect();
    Some(AdviceReport { ways: advice.ways.iter().map(|way| way_report(library, answers, document, way)).collect(), recognitions })
}

fn way_report<'a>(library: &'a Library, answers: &Answers, document: &'a Document, way: &Way) -> WayReport<'a> {
    let named = |places: &[u16]| places.iter().filter_map(|place| measure_id(document, *place)).collect();
    WayReport {
        changes: way.changes.iter().filter_map(|change| change_report(library, answers, change)).collect(),
        outcome: way.outcome.name(),
        kind: way.kind.name(),
        estimate: way.estimate.map(Into::into),
        sums: sums(document, &way.sums),
        gained: named(&way.gained),
        lost: named(&way.lost),
    }
}

fn change_report<'a>(library: &'a Library, answers: &Answers, change: &Change) -> Option<ChangeReport<'a>> {
    let said = |kind: &FactKind, fact, row, column| {
        let from = in_a_word(kind, change.target.known(answers)?);
        Some(ChangeReport { fact, row, column, from, to: in_a_word(kind, &change.to) })
    };
    match change.target {
        Target::Fact(fact) => library.fact(fact).and_then(|fact| said(&fact.kind, &fact.name, None, None)),
        Target::Cell(fact, row, column) => {
            let column = library.column(Some(ListId { fact, inner: None }), column)?;
            said(&column.kind, fact_name(library, fact)?, Some(row), Some(&column.name))
        }
    }
}
