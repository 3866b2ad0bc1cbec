//! Measures the applicant has named: settled by an agreement, or already supported.

use crate::answers::{Answer, Answers};
use crate::library::{CombineRule, Document, Gives};
use crate::measure::{Finding, Outcome};

/// Applies the document's rules on named measures to the finding of the measure at `place`.
#[must_use]
pub fn apply_named(answers: &Answers, document: &Document, document_place: u16, place: u16, finding: Finding) -> Finding {
    let rules = (0_u16..).zip(&document.combines).filter(|(_, combine)| combine.among.contains(&place));
    rules.fold(finding, |finding, (number, combine)| match combine.rule {
        CombineRule::NamedIn(fact, gives) => match answers.get(fact) {
            Some(Answer::Measures(named)) if named.contains(&(document_place, place)) => finding.settled(number, outcome(gives)),
            Some(Answer::Measures(_)) => finding,
            _ => finding.waiting_for(fact),
        },
        _ => finding,
    })
}

fn outcome(gives: Gives) -> Outcome {
    match gives {
        Gives::Nothing => Outcome::DoesNotQualify,
        Gives::Elsewhere => Outcome::SubjectToReview,
    }
}
