//! Measures the applicant has named: settled by an agreement, or already supported.

use crate::answers::{Answer, Answers};
use crate::library::{CombineRule, Document, Gives};
use crate::measure::{Finding, Outcome};

/// Applies the document's rules on named measures to the finding of the measure at `place`: what is already supported gives
/// nothing whatever an agreement says, and as long as one of the answers is missing the measure waits for it.
#[must_use]
pub fn apply_named(answers: &Answers, document: &Document, document_place: u16, place: u16, finding: Finding) -> Finding {
    if finding.is_denied() {
        return finding;
    }
    let (mut settling, mut waiting) = (None, Vec::new());
    for (number, combine) in (0_u16..).zip(&document.combines) {
        let CombineRule::NamedIn(fact, gives) = combine.rule else { continue };
        if !combine.among.contains(&place) {
            continue;
        }
        match answers.get(fact) {
            Some(Answer::Measures(named)) => {
                let outweighs = settling.is_none_or(|(_, other)| other == Gives::Elsewhere && gives == Gives::Nothing);
                if outweighs && named.contains(&(document_place, place)) {
                    settling = Some((number, gives));
                }
            }
            _ => waiting.push(fact),
        }
    }
    let finding = match settling {
        Some((number, gives)) => finding.settled(number, outcome(gives)),
        None => finding,
    };
    waiting.into_iter().fold(finding, Finding::waiting_for)
}

fn outcome(gives: Gives) -> Outcome {
    match gives {
        Gives::Nothing => Outcome::DoesNotQualify,
        Gives::Elsewhere => Outcome::SubjectToReview,
    }
}
