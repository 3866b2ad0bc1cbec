//! What is asked: never the same twice, nothing without need, and at the end nothing is left to ask.
#![cfg(test)]

use std::iter::repeat;

use mingbai_core::answers::Answer;
use mingbai_core::fact::{FactId, FactKind};
use mingbai_core::interview::questions;
use mingbai_core::library::{Document, Library, Measure};
use mingbai_core::measure::Outcome;
use mingbai_core::{Answers, assess};
use mingbai_tests::generate::{Generator, Mood};
use mingbai_tests::interview::{asked, best, changes_something, plain, wanted};
use mingbai_tests::landmarks::Asked;
use mingbai_tests::library::compiled;
use mingbai_tests::optimum::Small;
use mingbai_tests::partial::is_open;
use mingbai_tests::seed::Seed;
use mingbai_tests::settled::asked as asked_first;
use mingbai_tests::strategy::{as_of, cases, firm, generator, seed};
use mingbai_tests::{Found, assessed, day, findings, library, written};
use proptest::prelude::*;
use serde_json::json;

/// What settles most comes first: 5000万 by one answer (eight digits), then 5万 by one and a third of 1万 (five and five thirds), then twice
/// 5万, in the order of the page; then what only helps to settle the 1万.
#[test]
fn what_settles_most_is_asked_first() {
    assert_eq!(asked_first("asked", &json!({})), ["own_brand", "small", "rent", "revenue", "export", "cost"]);
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn a_question_is_never_about_what_was_answered(firm in firm(), as_of in as_of()) {
        let asked = questions(library(), &firm.0, &assessed(library(), &firm.0, as_of));
        for (place, fact) in asked.iter().enumerate() {
            prop_assert!(firm.0.get(*fact).is_none(), "{} was answered", name(*fact));
            prop_assert!(!asked[..place].contains(fact), "{} is asked twice", name(*fact));
        }
    }

    #[test]
    fn when_nothing_is_asked_any_more_cards_wait_only_for_what_was_left_open(firm in firm(), seed in seed(), as_of in as_of()) {
        let answers = interviewed(firm.0, seed, as_of, Mood::HALF)?;
        for Found { measure, finding, .. } in findings(&assessed(library(), &answers, as_of)) {
            for fact in finding.causes.facts.iter() {
                let left_open = answers.get(fact).is_some() && is_open(library(), fact, answers.get(fact));
                prop_assert!(left_open, "{} still waits for {}", measure.id, name(fact));
            }
        }
    }

    #[test]
    fn a_firm_that_answers_every_question_fully_is_left_with_no_card_that_waits(seed in seed(), as_of in as_of()) {
        let answers = interviewed(Answers::default(), seed, as_of, Mood::SETTLED)?;
        let assessment = assessed(library(), &answers, as_of);
        for Found { measure, finding, .. } in findings(&assessment) {
            prop_assert_ne!(finding.outcome, Outcome::NeedsAnswers, "{}", &measure.id);
            let open = finding.causes.authority() || finding.causes.list();
            prop_assert!(open || finding.estimate.is_none_or(|estimate| estimate.most.value().is_some()), "{}: {:?}", measure.id, finding.estimate);
        }
    }

    /// What was not asked is not needed. (The figures of the size table are asked only once there is no certificate of size;
    /// what an agreement settles is not looked into further.)
    #[test]
    fn what_was_never_asked_changes_nothing(firm in firm(), seed in seed(), as_of in as_of()) {
        let answers = interviewed(firm.0, seed, as_of, Mood::HALF)?;
        let mut chance = Seed::new(seed);
        let mut more = answers.clone();
        for (place, fact) in (0_u16..).map(FactId).zip(&library().facts) {
            if answers.get(place).is_none() && !of_size_table(place) {
                more.set(place, Some(generator().answer(&mut chance, Asked::Fact(place), &fact.kind, Mood::NEARLY)));
            }
        }
        let (before, after) = (assessed(library(), &answers, as_of), assessed(library(), &more, as_of));
        for (Found { measure, finding: before, .. }, Found { finding: after, .. }) in findings(&before).zip(findings(&after)) {
            let same = if before.is_denied() { after.is_denied() } else { (before.outcome, before.estimate) == (after.outcome, after.estimate) };
            prop_assert!(same || before.settled_by.is_some(), "{}: {:?} {:?} became {:?} {:?}", measure.id, before.outcome, before.estimate, after.outcome, after.estimate);
        }
        for (before, after) in before.documents.iter().zip(&after.documents) {
            prop_assert_eq!(&before.sums, &after.sums);
        }
    }
}

/// The order in which what can still change something is asked takes no more questions than going through the pages in their
/// order and skipping what cannot: for no firm, whether it knows everything or is not sure of some of it.
#[test]
fn never_more_is_asked_than_in_the_order_of_the_pages() {
    let (mut fewer, documents) = (0, &library().documents);
    for number in 0..1_500_u64 {
        let mut chance = Seed::new(number);
        let firm = if chance.percent(70) { generator().settled_firm(number) } else { generator().firm(number) };
        let (one, as_of) = (chance.below(documents.len()), generator().day(&mut chance));
        let all = chance.percent(5);
        let chosen = |document: &Document| all || document.id == documents[one].id;
        let (ours, plain) = (asked(library(), &firm, as_of, chosen, best).len(), asked(library(), &firm, as_of, chosen, plain).len());
        assert!(ours <= plain, "{ours} instead of {plain}: {as_of} {} {}", documents[one].id, written(library(), &firm));
        fewer += u32::from(ours < plain);
    }
    assert!(fewer > 0, "only {fewer} firms were asked less");
}

/// The same for every firm of a small library, and never less than the fewest there can be.
#[test]
fn every_firm_of_a_small_library_is_asked_no_more_than_in_the_order_of_the_pages() {
    let as_of = day("2026-11-21");
    let small = Small::of(compiled("tests/shared"), as_of, 8, 2).expect("it has few facts");
    for firm in small.every_firm() {
        let count = |order| asked(small.library(), &firm, as_of, |_| true, order).len();
        assert!(count(best) <= count(plain), "{}", written(small.library(), &firm));
    }
    let (ours, plain, fewest) = (small.count(best), small.count(plain), small.fewest());
    assert!(fewest.all <= ours.all && ours.all <= plain.all && fewest.worst <= ours.worst && ours.worst <= plain.worst);
}

/// What is asked can still change something: of some firm of which no less is known, one answer is found that gives another result
/// than another answer. Each measure by itself, and rules that combine measures.
#[test]
fn what_is_asked_can_change_something() {
    let as_of = day("2025-11-21");
    let alone = |document: &'static Document, measure: &Measure| {
        let document = Document { measures: vec![measure.clone()], combines: Vec::new(), ..document.clone() };
        Library { documents: vec![document], ..library().clone() }
    };
    let parts = library().measures().map(|(document, measure)| alone(document, measure));
    for (library, firms) in parts.zip(repeat(16)).chain([(compiled("tests/shared"), 100)]) {
        let generator = Generator::new(&library);
        for number in 0..firms {
            let known = partly(&generator, number);
            for fact in wanted(&known, &assessed(&library, &known, as_of)) {
                let [measure, ..] = library.documents[0].measures.as_slice() else { panic!("a document has measures") };
                let found = changes_something(&generator, &known, as_of, fact, 20_000);
                let asked = library.fact(fact).map_or("", |fact| fact.name.as_str());
                assert!(found, "{} waits in vain for {asked}: {}", measure.id, written(&library, &known));
            }
        }
    }
}

/// A firm of which only some is known; mostly one the first measure is for.
fn partly(generator: &Generator<'_>, number: u64) -> Answers {
    let (library, mut chance, mut firm) = (generator.library(), Seed::new(number), generator.firm(number));
    for place in 0..u16::try_from(library.facts.len()).expect("facts have places") {
        if chance.percent(40) {
            firm.set(FactId(place), None);
        }
    }
    if let Some(fact) = library.applicant.filter(|_| chance.percent(70)) {
        firm.set(fact, Some(Answer::Choices(library.documents[0].measures[0].applicants)));
    }
    firm
}

/// The addressee comes first; a firm that is none of the addressees is not asked about its trade.
#[test]
fn the_applicant_is_asked_first_and_spares_the_rest() {
    let as_of = day("2026-11-21");
    let notice = |answers: &Answers| assess(library(), answers, as_of, |document| document.id == "lhasa-2024-17");
    let asked = |answers: &Answers| questions(library(), answers, &notice(answers));
    assert_eq!(asked(&Answers::default()).first().map(|fact| name(*fact)), Some("applicant"));
    let bank = mingbai_tests::answers(r#"{"applicant":["financial_institution"],"registered_in":["lhasa"]}"#);
    assert_eq!(asked(&bank), []);
}

/// Answers every question by chance until none is left.
fn interviewed(mut answers: Answers, seed: u64, as_of: mingbai_core::Date, mood: Mood) -> Result<Answers, TestCaseError> {
    let (generator, mut chance) = (generator(), Seed::new(seed));
    // A question that is asked gets an answer, if only "not sure".
    let mood = Mood { unanswered: mood.unanswered / 2, ..mood };
    for _ in 0..=library().facts.len() {
        let asked = questions(library(), &answers, &assessed(library(), &answers, as_of));
        if asked.is_empty() {
            return Ok(answers);
        }
        let fact = *chance.pick(&asked);
        let kind = &library().fact(fact).expect("a question is about a fact").kind;
        answers.set(fact, Some(generator.answer(&mut chance, Asked::Fact(fact), kind, mood)));
    }
    Err(TestCaseError::fail("the interview does not end"))
}

fn of_size_table(fact: FactId) -> bool {
    library().facts.iter().enumerate().any(|(place, one)| match &one.kind {
        FactKind::Choice(choice) => choice.derived.as_ref().is_some_and(|table| {
            let limits = table.rows.iter().flatten().flat_map(|tier| &tier.limits);
            usize::from(fact.0) == place || fact == table.industry || limits.into_iter().any(|(limit, _)| *limit == fact)
        }),
        _ => false,
    })
}

fn name(fact: FactId) -> &'static str {
    library().fact(fact).map_or("", |fact| fact.name.as_str())
}
