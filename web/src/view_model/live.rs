//! The result so far, beside the questions: how many measures stand how, and the three sums.

use super::Subject;
use super::document::{OUTCOMES, SumShown, outcome_words, sums};
use mingbai_core::measure::Outcome;

/// One document's result so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveDocument {
    /// The title of the document.
    pub title: String,
    /// How many measures have an outcome: the outcome, in words, and how many.
    pub counts: Vec<(Outcome, &'static str, String)>,
    /// The three sums.
    pub sums: [SumShown; 3],
}

/// The result so far of every assessed document.
#[must_use]
pub fn live(subject: Subject<'_>) -> Vec<LiveDocument> {
    let documents = subject.assessment.documents.iter().filter_map(|finding| {
        let document = subject.document(finding.document)?;
        let count = |outcome: Outcome| {
            let count = finding.measures.iter().filter(|found| found.outcome == outcome).count();
            (outcome, outcome_words(subject, outcome), (subject.words().outcome.count)(count))
        };
        Some(LiveDocument { title: subject.say(&document.title), counts: OUTCOMES.map(count).into(), sums: sums(subject, &finding.sums) })
    });
    documents.collect()
}
