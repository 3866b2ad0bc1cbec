//! The least change with which a measure would be met, in the one JSON form.

use serde::Serialize;

use super::measure::fact_name;
use super::{EstimateReport, FORM, SumsReport, measure_id, sums};
use crate::advise::{Advice, Change, Target, Way, advise};
use crate::answers::Answers;
use crate::assess::Assessment;
use crate::fact::{FactKind, ListId};
use crate::json::write::in_a_word;
use crate::library::{Document, Library};

/// What is advised for the measures of an assessment that are not met.
#[derive(Serialize)]
pub struct Advised<'a> {
    form: u32,
    as_of: String,
    measures: Vec<AdviceReport<'a>>,
}

/// The ways to meet a measure.
#[derive(Serialize)]
struct AdviceReport<'a> {
    measure: &'a str,
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

/// The least change for each measure that is not met, ready to be written; nothing of a measure where there is nothing to say.
#[must_use]
pub fn advised<'a>(library: &'a Library, answers: &Answers, assessment: &'a Assessment) -> Advised<'a> {
    let mut measures = Vec::new();
    for finding in &assessment.documents {
        let Some(document) = library.documents.get(usize::from(finding.document)) else { continue };
        for (place, rule) in (0_u16..).zip(&document.measures) {
            let advice = advise(library, answers, assessment, finding, place);
            if advice != Advice::default() {
                let recognitions = advice.recognitions.iter().filter_map(|fact| fact_name(library, *fact)).collect();
                let ways = advice.ways.iter().map(|way| way_report(library, answers, document, way)).collect();
                measures.push(AdviceReport { measure: &rule.id, ways, recognitions });
            }
        }
    }
    Advised { form: FORM, as_of: assessment.as_of.to_string(), measures }
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
