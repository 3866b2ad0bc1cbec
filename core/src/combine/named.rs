//! Measures the applicant has named: settled by an agreement, or already supported.

use crate::answers::{Answer, Answers};
use crate::library::{CombineRule, Document, Gives};
use crate::measure::{Finding, Outcome};

/// Applies the document's rules on named measures to the finding of the measure at `place`: what is already supported gives
/// nothing whatever an agreement says, and as long as one of the answers is missing the measure waits for it.
#[must_use]
pub fn apply_named(answers: &Answers, document: &Document, document_place: u16, place: u16, finding: Finding) -> Finding {
    let is_named = |fact| match answers.get(fact) {
        Some(Answer::Measures(named)) => Some(named.contains(&(document_place, place))),
        _ => None,
    };
    let rules = (0_u16..).zip(&document.combines).filter_map(|(number, combine)| match combine.rule {
        CombineRule::NamedIn(fact, gives) if combine.among.contains(&place) => Some((number, fact, gives, is_named(fact))),
        _ => None,
    });
    let settling = |wanted| rules.clone().find(|(_, _, gives, named)| *gives == wanted && *named == Some(true));
    let finding = match settling(Gives::Nothing).or_else(|| settling(Gives::Elsewhere)) {
        Some((number, _, gives, _)) => finding.settled(number, outcome(gives)),
        None => finding,
    };
    rules.clone().filter(|(.., named)| named.is_none()).fold(finding, |finding, (_, fact, ..)| finding.waiting_for(fact))
}

fn outcome(gives: Gives) -> Outcome {
    match gives {
        Gives::Nothing => Outcome::DoesNotQualify,
        Gives::Elsewhere => Outcome::SubjectToReview,
    }
}
