//! The whole assessment: every measure of every document, combined and summed.

use crate::answers::Answers;
use crate::claim::{Claimable, claimable};
use crate::combine::{Combined, Sums, apply_named, combine};
use crate::date::Date;
use crate::evaluate::Scope;
use crate::library::{Document, Library};
use crate::measure::{Finding, measure};
use crate::trace::{Step, Trace};

/// What the rules give for what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The day of assessment.
    pub as_of: Date,
    /// One for each document assessed, in the order of the library.
    pub documents: Vec<DocumentFinding>,
    /// What was found at each node, for all measures.
    pub steps: Vec<Step>,
}

/// What one document gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFinding {
    /// The place of the document in the library.
    pub document: u16,
    /// Whether one can apply now.
    pub claimable: Claimable,
    /// One for each measure, in the order of the document.
    pub measures: Vec<Finding>,
    /// How they combine, where there is something to choose.
    pub combined: Vec<Combined>,
    /// The three sums.
    pub sums: Sums,
}

/// Assesses the documents `chosen` picks, for what is known, as of a day.
///
/// Total: whatever the answers, it returns, and every unknown in what it returns names its cause.
#[must_use]
pub fn assess(library: &Library, answers: &Answers, as_of: Date, chosen: impl Fn(&Document) -> bool) -> Assessment {
    let mut trace = Trace::default();
    let measures = library.documents.iter().filter(|document| chosen(document)).map(|document| document.measures.len());
    trace.reserve(measures.fold(0, |steps, more| steps.saturating_add(more.saturating_mul(6))));
    let documents = (0_u16..)
        .zip(&library.documents)
        .filter(|(_, document)| chosen(document))
        .map(|(place, document)| {
            let scope = Scope { library, answers, as_of, events: document.events, used_elsewhere: &[], assumed: &[] };
            let measures: Vec<Finding> = (0_u16..)
                .zip(&document.measures)
                .map(|(number, rule)| apply_named(answers, document, place, number, measure(scope, rule, &mut trace)))
                .collect();
            let (combined, sums) = combine(scope, (document, place), &measures, &mut trace);
            DocumentFinding { document: place, claimable: claimable(document, as_of), measures, combined, sums }
        })
        .collect();
    Assessment { as_of, documents, steps: trace.into_steps() }
}
