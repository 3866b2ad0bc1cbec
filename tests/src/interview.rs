//! Whole interviews, in the engine's order and in the plain one.

use mingbai_core::answers::{Answer, Answers};
use mingbai_core::fact::FactId;
use mingbai_core::interview::questions;
use mingbai_core::library::{Document, Library};
use mingbai_core::{Assessment, Date, assess};
use std::collections::BTreeSet;

use crate::complete::complete;
use crate::generate::{Generator, Mood};
use crate::landmarks::Asked;
use crate::seed::Seed;

/// What is asked next, if anything is.
pub type Order = fn(&Library, &Answers, &Assessment) -> Option<FactId>;

/// The engine's order.
#[must_use]
pub fn best(library: &Library, answers: &Answers, assessment: &Assessment) -> Option<FactId> {
    questions(library, answers, assessment).first().copied()
}

/// The order of the pages, the addressee first; what can no longer change anything is skipped.
#[must_use]
pub fn plain(library: &Library, answers: &Answers, assessment: &Assessment) -> Option<FactId> {
    let wanted = wanted(answers, assessment);
    let addressee = [library.applicant, library.registered_in].into_iter().flatten().find(|fact| wanted.contains(fact));
    addressee.or_else(|| wanted.first().copied())
}

/// What is not answered and can still change something.
#[must_use]
pub fn wanted(answers: &Answers, assessment: &Assessment) -> BTreeSet<FactId> {
    let measures = assessment.documents.iter().flat_map(|one| one.measures.iter().map(|finding| finding.causes));
    let combines = assessment.documents.iter().flat_map(|one| one.combined.iter().map(|combined| combined.causes));
    let facts = measures.chain(combines).flat_map(|causes| causes.facts.iter().collect::<Vec<_>>());
    facts.filter(|fact| answers.get(*fact).is_none()).collect()
}

/// What a firm is asked until nothing is left to ask; it says "not sure" of what it does not know.
///
/// # Panics
/// When something is asked twice.
#[must_use]
pub fn asked(library: &Library, firm: &Answers, as_of: Date, chosen: impl Fn(&Document) -> bool, order: Order) -> Vec<FactId> {
    let (mut answers, mut asked) = (Answers::default(), Vec::new());
    while let Some(fact) = order(library, &answers, &assess(library, &answers, as_of, &chosen)) {
        assert!(!asked.contains(&fact), "asked twice");
        asked.push(fact);
        answers.set(fact, Some(firm.get(fact).cloned().unwrap_or(Answer::NotSure)));
    }
    asked
}

/// Whether something is found that an answer to the fact changes: in so many ways to know more of the firm, each with two answers.
///
/// # Panics
/// When the library has no such fact.
#[must_use]
pub fn changes_something(generator: &Generator<'_>, known: &Answers, as_of: Date, fact: FactId, tries: u64) -> bool {
    let library = generator.library();
    let kind = &library.fact(fact).expect("a fact of the library").kind;
    (0..tries).any(|number| {
        let mut chance = Seed::new(number);
        let firm = complete(generator, known, number, |learnt| learnt != fact);
        let favour = *chance.pick(&[0, 50, 100]);
        let mut gives = || {
            let mut firm = firm.clone();
            firm.set(fact, Some(generator.answer(&mut chance, Asked::Fact(fact), kind, Mood { favour, ..Mood::SETTLED })));
            told(&assess(library, &firm, as_of, |_| true))
        };
        gives() != gives()
    })
}

/// What a firm is told, without the reasons.
fn told(assessment: &Assessment) -> String {
    let of_document = |one: &mingbai_core::assess::DocumentFinding| {
        let measures: Vec<_> = one.measures.iter().map(|found| (found.outcome, found.estimate, found.readings.clone())).collect();
        let combined: Vec<_> = one.combined.iter().map(|one| (one.together, one.shares.clone(), one.decided)).collect();
        format!("{measures:?} {combined:?} {:?}", one.sums)
    };
    assessment.documents.iter().map(of_document).collect()
}
