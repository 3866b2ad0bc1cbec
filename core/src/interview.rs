//! What is still worth asking, and in which order.

use crate::answers::Answers;
use crate::assess::Assessment;
use crate::fact::FactId;
use crate::library::Library;
use crate::verdict::FactSet;

/// The facts not yet answered that can still change an outcome, an estimate or a sum: the addressee first, then in the order
/// of the pages. A fact answered "not sure" is not asked again.
#[must_use]
pub fn questions(library: &Library, answers: &Answers, assessment: &Assessment) -> Vec<FactId> {
    let wanted = assessment.documents.iter().fold(FactSet::default(), |wanted, document| {
        let measures = document.measures.iter().fold(wanted, |wanted, finding| wanted.union(finding.causes.facts));
        document.combined.iter().fold(measures, |wanted, combined| wanted.union(combined.causes.facts))
    });
    let addressee = [library.applicant, library.registered_in];
    let first = addressee.into_iter().flatten().filter(|fact| wanted.contains(*fact));
    let then = wanted.iter().filter(|fact| !addressee.contains(&Some(*fact)));
    first.chain(then).filter(|fact| answers.get(*fact).is_none()).collect()
}
