//! The result so far, beside the questions: how many measures stand how, and the three sums.

use super::Subject;
use super::document::{OUTCOMES, SumShown, claim_words, outcome_words, sums};
use super::regions::region_name;
use mingbai_core::claim::Claimable;
use mingbai_core::measure::Outcome;

/// One document's result so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveDocument {
    /// The region whose document it is.
    pub region: String,
    /// Whether one can apply under it now, and that in words.
    pub status: (Claimable, &'static str),
    /// How many measures have an outcome: the outcome, in words, and how many.
    pub counts: Vec<(Outcome, &'static str, String)>,
    /// The three sums.
    pub sums: [SumShown; 3],
}

/// The result so far of every assessed document that grants something.
#[must_use]
pub fn live(subject: Subject<'_>) -> Vec<LiveDocument> {
    let documents = subject.assessment.documents.iter().filter_map(|finding| {
        let document = subject.document(finding.document)?;
        let count = |outcome: Outcome| {
            let count = finding.measures.iter().filter(|found| found.outcome == outcome).count();
            (outcome, outcome_words(subject, outcome), subject.words().outcome.count.with(count))
        };
        Some(LiveDocument {
            region: region_name(subject, document.region),
            status: (finding.claimable, claim_words(subject, finding.claimable).0),
            counts: OUTCOMES.map(count).into(),
            sums: sums(subject, &finding.sums),
        })
    });
    documents.filter(|document| document.status.0 != Claimable::Background).collect()
}
