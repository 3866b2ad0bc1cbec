//! What holds for every firm, whatever it answers and on whatever day.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::answers::{Answer, Answers, Recognition};
use mingbai_core::expression::{Condition, Place};
use mingbai_core::fact::FactId;
use mingbai_core::library::{CombineRule, Library};
use mingbai_core::measure::Outcome;
use mingbai_core::verdict::Verdict;
use mingbai_tests::generate::Mood;
use mingbai_tests::landmarks::Asked;
use mingbai_tests::partial::is_open;
use mingbai_tests::seed::Seed;
use mingbai_tests::strategy::{Firm, as_of, cases, firm, generator, seed};
use mingbai_tests::{Found, assessed, day, findings, library, printed, read, report, written};
use proptest::prelude::*;
use serde_json::Value;

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn assess_is_total_for_every_firm_and_day(firm in firm(), as_of in as_of()) {
        let assessment = assessed(library(), &firm.0, as_of);
        prop_assert_eq!(assessment.documents.len(), library().documents.len());
        for (document, finding) in library().documents.iter().zip(&assessment.documents) {
            prop_assert_eq!(finding.measures.len(), document.measures.len());
        }
    }

    /// Answers of the wrong kind cannot be entered; given to the engine all the same, they do no harm.
    #[test]
    fn assess_is_total_for_answers_in_the_wrong_places(firm in firm(), seed in seed(), as_of in as_of()) {
        let mut places: Vec<u16> = (0..80).collect();
        Seed::new(seed).shuffle(&mut places);
        let mut wrong = Answers::default();
        for ((_, answer), place) in firm.0.iter().zip(places) {
            wrong.set(FactId(place), Some(answer.clone()));
        }
        prop_assert!(!printed(library(), &wrong, as_of).is_empty());
    }

    #[test]
    fn what_is_open_names_its_cause(firm in firm(), as_of in as_of()) {
        let assessment = assessed(library(), &firm.0, as_of);
        for (measure, finding) in library().measures().map(|(_, measure)| measure).zip(assessment.documents.iter().flat_map(|one| &one.measures)) {
            for fact in finding.causes.facts.iter() {
                let name = &library().fact(fact).expect("a cause is a fact").name;
                prop_assert!(is_open(library(), fact, firm.0.get(fact)), "{}: {name} is known", measure.id);
            }
            let named = !finding.causes.facts.is_empty();
            let review = finding.causes.authority() || finding.causes.text() || finding.causes.list();
            let open = finding.estimate.is_some_and(|estimate| estimate.most.value().is_none());
            match finding.outcome {
                Outcome::NeedsAnswers => prop_assert!(named, "{} names no fact", measure.id),
                Outcome::SubjectToReview => prop_assert!(review, "{} names nobody", measure.id),
                // A row may wait for the authority while another one is enough to qualify.
                Outcome::Qualifies => prop_assert!(!review || open, "{} is settled", measure.id),
                Outcome::DoesNotQualify | Outcome::NotApplicable => prop_assert!(!review, "{} is settled", measure.id),
            }
            if let Some(estimate) = finding.estimate {
                prop_assert!(estimate.most.value().is_some() || named || review, "{}: nothing is said to narrow {:?}", measure.id, estimate);
            }
        }
        for combined in assessment.documents.iter().flat_map(|one| &one.combined) {
            for fact in combined.causes.facts.iter() {
                prop_assert!(is_open(library(), fact, firm.0.get(fact)), "{combined:?}");
            }
        }
    }

    #[test]
    fn the_order_of_measures_changes_nothing(firm in firm(), seed in seed(), as_of in as_of()) {
        let (shuffled, measures) = shuffled(library(), seed);
        let moved = with_measures_moved(&firm.0, &measures);
        let (here, there) = (report(library(), &firm.0, as_of), report(&shuffled, &moved, as_of));
        for (one, other) in documents(&here).zip(documents(&there)) {
            prop_assert_eq!(&one["claimable"], &other["claimable"]);
            for kind in ["exact", "ceiling", "assessed"] {
                prop_assert_eq!(&one["sums"][kind], &other["sums"][kind], "{}", kind);
            }
            let measures = by_id(&other["measures"]);
            for (id, measure) in by_id(&one["measures"]) {
                prop_assert_eq!(measure, measures[id]);
            }
            let (one, other) = (by_id(&one["combined"]), by_id(&other["combined"]));
            prop_assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
            for (id, combined) in one {
                for key in ["applies", "together", "decided", "tied", "missing", "authority", "text", "list"] {
                    prop_assert_eq!(&combined[key], &other[id][key], "{}", id);
                }
                if combined["tied"] == false && combined.get("cap").is_none() {
                    for key in ["dropped", "shares"] {
                        prop_assert_eq!(as_set(&combined[key]), as_set(&other[id][key]), "{}", id);
                    }
                }
            }
        }
        prop_assert_eq!(&here["questions"], &there["questions"]);
    }

    #[test]
    fn the_order_of_documents_changes_nothing(firm in firm(), by in 1_usize..5) {
        let mut turned = library().clone();
        turned.documents.rotate_left(by);
        let count = turned.documents.len();
        let mut moved = firm.0.clone();
        for (fact, answer) in firm.0.iter() {
            if let Answer::Measures(named) = answer {
                let place = |document: u16| u16::try_from((usize::from(document) + count - by % count) % count).unwrap_or_default();
                let mut named: Vec<(u16, u16)> = named.iter().map(|(document, measure)| (place(*document), *measure)).collect();
                named.sort_unstable();
                moved.set(fact, Some(Answer::Measures(named)));
            }
        }
        let (here, there) = (report(library(), &firm.0, day("2025-11-21")), report(&turned, &moved, day("2025-11-21")));
        prop_assert_eq!(by_id(&here["documents"]), by_id(&there["documents"]));
    }

    #[test]
    fn the_order_of_answers_changes_nothing(firm in firm(), seed in seed()) {
        let text = written(library(), &firm.0);
        let map: BTreeMap<String, Value> = serde_json::from_str(&text).expect("answers are an object");
        let mut entries: Vec<String> = map.iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
        Seed::new(seed).shuffle(&mut entries);
        prop_assert_eq!(read(library(), &format!("{{{}}}", entries.join(","))).map(Firm), Ok(firm));
    }

    #[test]
    fn nothing_qualifies_where_recognition_is_open_or_a_reading_denies(firm in firm(), as_of in as_of()) {
        let assessment = assessed(library(), &firm.0, as_of);
        let findings = assessment.documents.iter().flat_map(|one| &one.measures);
        for (measure, finding) in library().measures().map(|(_, measure)| measure).zip(findings) {
            if finding.outcome != Outcome::Qualifies {
                continue;
            }
            for fact in recognitions(measure.when.as_ref()) {
                prop_assert_eq!(firm.0.get(fact), Some(&Answer::Recognition(Recognition::Granted)), "{}", &measure.id);
            }
            for (reading, found) in measure.readings.iter().zip(&finding.readings) {
                prop_assert_eq!(found.verdict, Verdict::Yes, "{} under {}", &measure.id, &reading.id);
            }
        }
    }

    /// It is one more condition.
    #[test]
    fn a_reading_of_the_whole_document_grants_nothing_that_the_measure_denies(firm in firm()) {
        let assessment = assessed(library(), &firm.0, day("2026-11-21"));
        let findings = assessment.documents.iter().flat_map(|one| &one.measures);
        for (measure, finding) in library().measures().map(|(_, measure)| measure).zip(findings) {
            for (reading, found) in measure.readings.iter().zip(&finding.readings) {
                let denied = finding.met == Verdict::No && finding.settled_by.is_none();
                prop_assert!(!reading.besides || !denied || found.verdict == Verdict::No, "{} under {}", &measure.id, &reading.id);
            }
        }
    }

    #[test]
    fn what_is_written_reads_back_as_the_same_answers(firm in firm()) {
        prop_assert_eq!(read(library(), &written(library(), &firm.0)).map(Firm), Ok(firm));
    }

    /// Clearing an answer gives back what was there before, byte for byte.
    #[test]
    fn an_answer_taken_back_leaves_nothing_behind(firm in firm(), seed in seed(), as_of in as_of()) {
        let before = printed(library(), &firm.0, as_of);
        let (mut chance, mut answers) = (Seed::new(seed), firm.0.clone());
        let fact = FactId(u16::try_from(chance.below(library().facts.len()))?);
        let kind = &library().fact(fact).expect("a fact").kind;
        answers.set(fact, Some(generator().answer(&mut chance, Asked::Fact(fact), kind, Mood::NEARLY)));
        answers.set(fact, firm.0.get(fact).cloned());
        prop_assert_eq!(printed(library(), &answers, as_of), before);
        prop_assert_eq!(Firm(answers), firm);
    }

    #[test]
    fn the_report_carries_the_answers_and_no_null(firm in firm(), as_of in as_of()) {
        let report = report(library(), &firm.0, as_of);
        prop_assert!(!has_null(&report), "{report}");
        prop_assert_eq!(read(library(), &report["answers"].to_string()).map(Firm), Ok(firm));
    }
}

/// By chance firms are granted and denied every measure with an amount, for every reason: else the properties would say little.
#[test]
fn the_firms_reach_every_measure_and_combine() {
    let mut reached: BTreeMap<&str, Vec<Outcome>> = BTreeMap::new();
    let mut combined = BTreeSet::new();
    for number in 0..12_000 {
        let assessment = assessed(library(), &generator().firm(number), day("2026-11-21"));
        for Found { measure, finding, .. } in findings(&assessment) {
            let outcomes = reached.entry(&measure.id).or_default();
            if !outcomes.contains(&finding.outcome) {
                outcomes.push(finding.outcome);
            }
        }
        for document in &assessment.documents {
            combined.extend(document.combined.iter().map(|one| (document.document, one.combine)));
        }
    }
    let mut never = Vec::new();
    for (_, measure) in library().measures().filter(|(_, measure)| measure.pays.amount().is_some()) {
        let came_out = |one: Outcome| reached[measure.id.as_str()].contains(&one);
        let granted = came_out(Outcome::Qualifies) || came_out(Outcome::SubjectToReview);
        let others = [Outcome::NeedsAnswers, Outcome::DoesNotQualify, Outcome::NotApplicable];
        never.extend((!granted).then(|| format!("{} is never granted", measure.id)));
        never.extend(others.into_iter().filter(|one| !came_out(*one)).map(|outcome| format!("{} never {outcome:?}", measure.id)));
    }
    let chosen = |rule: &CombineRule| !matches!(rule, CombineRule::NamedIn(..));
    for (document, rules) in (0_u16..).zip(library().documents.iter().map(|document| &document.combines)) {
        for (place, rule) in (0_u16..).zip(rules).filter(|(_, one)| chosen(&one.rule)) {
            never.extend((!combined.contains(&(document, place))).then(|| format!("{} never matters", rule.id)));
        }
    }
    assert_eq!(never, [""; 0]);
}

fn documents(report: &Value) -> impl Iterator<Item = &Value> {
    report["documents"].as_array().into_iter().flatten()
}

fn by_id(list: &Value) -> BTreeMap<&str, &Value> {
    list.as_array().into_iter().flatten().map(|one| (one["id"].as_str().unwrap_or(""), one)).collect()
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(entries) => entries.values().any(has_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The recognitions without which the condition cannot hold.
fn recognitions(condition: Option<&Condition>) -> Vec<FactId> {
    match condition {
        Some(Condition::Recognised(Place::Fact(fact))) => vec![*fact],
        Some(Condition::All(parts)) => parts.iter().flat_map(|part| recognitions(Some(part))).collect(),
        _ => Vec::new(),
    }
}

/// Where each measure went, as document and measure place.
type Moved = BTreeMap<(u16, u16), (u16, u16)>;

/// The entries of a list, in whatever order they stand, without what comes to nothing.
fn as_set(list: &Value) -> Vec<String> {
    let entries = list.as_array().into_iter().flatten().filter(|one| one["most"] != "0元");
    let mut entries: Vec<String> = entries.map(ToString::to_string).collect();
    entries.sort();
    entries
}

/// The library with the measures of each document, and the members of each combine, in another order; and where each measure went.
fn shuffled(library: &Library, seed: u64) -> (Library, Moved) {
    let mut chance = Seed::new(seed);
    let mut library = library.clone();
    let mut moved = Moved::new();
    for (number, document) in (0_u16..).zip(&mut library.documents) {
        let mut order: Vec<u16> = (0_u16..).zip(&document.measures).map(|(place, _)| place).collect();
        chance.shuffle(&mut order);
        document.measures = order.iter().map(|place| document.measures[usize::from(*place)].clone()).collect();
        let places: BTreeMap<u16, u16> = order.into_iter().zip(0..).collect();
        moved.extend(places.iter().map(|(old, new)| ((number, *old), (number, *new))));
        for combine in &mut document.combines {
            combine.among.iter_mut().for_each(|place| *place = places[place]);
            chance.shuffle(&mut combine.among);
        }
        chance.shuffle(&mut document.combines);
    }
    (library, moved)
}

fn with_measures_moved(answers: &Answers, moved: &Moved) -> Answers {
    let mut answers = answers.clone();
    for (place, _) in (0_u16..).zip(&library().facts) {
        if let Some(Answer::Measures(named)) = answers.get(FactId(place)) {
            let mut named: Vec<(u16, u16)> = named.iter().map(|one| moved[one]).collect();
            named.sort_unstable();
            answers.set(FactId(place), Some(Answer::Measures(named)));
        }
    }
    answers
}
