//! The explanation is the run that decided: what is printed as the reason gives, read by itself, what was decided.
#![cfg(test)]

use std::ops::Range;

use mingbai_core::answers::{Answer, Answers};
use mingbai_core::evaluate::RowState;
use mingbai_core::library::{CombineRule, Gives};
use mingbai_core::measure::{Finding, Outcome};
use mingbai_core::trace::{self, Step};
use mingbai_core::verdict::Verdict;
use mingbai_core::{Assessment, Date};
use mingbai_tests::kleene::agrees;
use mingbai_tests::strategy::{as_of, cases, firm};
use mingbai_tests::{Found, assessed, findings, library, report};
use proptest::prelude::*;
use serde_json::Value;

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn the_root_of_the_steps_is_the_verdict_of_the_measure(firm in firm(), as_of in as_of()) {
        let assessment = assessed(library(), &firm.0, as_of);
        for found in findings(&assessment) {
            let (measure, finding) = (found.measure, found.finding);
            let met = match root(&assessment, &finding.when_steps) {
                Some(trace::Finding::Verdict(verdict)) => verdict,
                None if measure.when.is_none() || finding.applicant == Verdict::No => Verdict::Yes,
                other => return Err(TestCaseError::fail(format!("{}: {other:?} is no verdict", measure.id))),
            };
            let expected = expected(finding, met, named(&firm.0, found));
            prop_assert!(expected.contains(&finding.outcome), "{}: {:?}, and the steps say {expected:?}", measure.id, finding.outcome);
        }
    }

    #[test]
    fn the_root_of_the_steps_is_the_estimate_of_the_measure(firm in firm(), as_of in as_of()) {
        let assessment = assessed(library(), &firm.0, as_of);
        for Found { measure, finding, .. } in findings(&assessment) {
            let Some(estimate) = finding.estimate else { continue };
            let Some(trace::Finding::Value(value)) = root(&assessment, &finding.pays_steps) else {
                return Err(TestCaseError::fail(format!("{} has no steps", measure.id)));
            };
            prop_assert_eq!((value.firm().low, value.most), (estimate.least, estimate.most), "{}", &measure.id);
        }
    }

    #[test]
    fn steps_nest(firm in firm(), as_of in as_of()) {
        let assessment = assessed(library(), &firm.0, as_of);
        prop_assert!(nests(&assessment.steps, 0, assessment.steps.len()));
    }

    #[test]
    fn printed_reasons_give_what_is_printed_above_them(firm in firm(), as_of in as_of()) {
        let report = report(library(), &firm.0, as_of);
        for measure in measures(&report) {
            if let Some(reason) = measure.get("why") {
                agrees(library(), &firm.0, reason).map_err(|problem| TestCaseError::fail(format!("{}: {problem}", measure["id"])))?;
            }
        }
    }

    /// What was not evaluated is not explained, with the steps of another measure least of all.
    #[test]
    fn a_measure_for_others_is_told_without_reasons(firm in firm(), as_of in as_of()) {
        let report = report(library(), &firm.0, as_of);
        for (Found { measure, finding, .. }, printed) in findings(&assessed(library(), &firm.0, as_of)).zip(measures(&report)) {
            let told = printed.get("why").is_some() || printed["rows"] != serde_json::json!([]) || printed["arithmetic"] != serde_json::json!([]);
            prop_assert!(finding.applicant != Verdict::No || !told, "{}: {printed}", measure.id);
        }
    }

    #[test]
    fn rows_are_dropped_by_their_own_day(firm in firm(), as_of in as_of()) {
        let report = report(library(), &firm.0, as_of);
        let rows = report["documents"].as_array().into_iter().flatten().flat_map(|document| {
            let events = library().document(document["id"].as_str().unwrap_or("")).and_then(|document| document.events);
            let measures = document["measures"].as_array().into_iter().flatten();
            measures.flat_map(|measure| measure["rows"].as_array().into_iter().flatten()).map(move |row| (events, row))
        });
        for (events, row) in rows {
            let list = &row["list"];
            let entered = entered_row(&report["answers"], list, &row["row"]);
            if let Some(number) = row.get("inner_row") {
                prop_assert!(entered_row(entered, &row["inner_list"], number).is_object(), "{}", row);
                continue;
            }
            // Days in this form compare as texts.
            let day = entered["date"].as_str().filter(|day| *day != "not_sure");
            let fate = match day {
                Some(day) if events.is_some_and(|events| *day < *events.from.to_string() || *day > *events.until.to_string()) => Some("outside_window"),
                // A document without a window asks for no day at all.
                Some(day) if events.is_some() && *day > *as_of.to_string() => Some("after_as_of"),
                _ => None,
            };
            let printed = row["fate"].as_str().filter(|fate| ["outside_window", "after_as_of"].contains(fate));
            prop_assert_eq!(printed, fate, "{} {}", list, entered);
        }
    }
}

/// The row of that number of a list of that name, as it was entered.
fn entered_row<'a>(answers: &'a Value, list: &Value, number: &Value) -> &'a Value {
    let rows = &answers[list.as_str().unwrap_or("")];
    let number = number.as_u64().and_then(|number| usize::try_from(number).ok());
    number.and_then(|number| rows.get("rows").unwrap_or(rows).get(number)).unwrap_or(&Value::Null)
}

fn measures(report: &Value) -> impl Iterator<Item = &Value> {
    report["documents"].as_array().into_iter().flatten().flat_map(|document| document["measures"].as_array().into_iter().flatten())
}

/// What was found at the first of the steps, if the rule was evaluated.
fn root(assessment: &Assessment, steps: &Range<usize>) -> Option<trace::Finding> {
    assessment.steps.get(steps.clone())?.first().map(|step| step.finding)
}

/// What an answer on agreements or on support already received says of a measure.
#[derive(Clone, Copy)]
enum Named {
    No,
    Open,
    ByAgreement,
    Supported,
}

fn named(answers: &Answers, found: Found<'_>) -> Named {
    let about = found.combines().iter().filter(|combine| combine.among.contains(&found.place));
    let said: Vec<(Gives, Option<bool>)> = about
        .filter_map(|combine| match combine.rule {
            CombineRule::NamedIn(fact, gives) => Some((gives, is_named(answers.get(fact), found))),
            _ => None,
        })
        .collect();
    if said.contains(&(Gives::Nothing, Some(true))) {
        Named::Supported
    } else if said.iter().any(|(_, named)| named.is_none()) {
        Named::Open
    } else if said.contains(&(Gives::Elsewhere, Some(true))) {
        Named::ByAgreement
    } else {
        Named::No
    }
}

fn is_named(answer: Option<&Answer>, found: Found<'_>) -> Option<bool> {
    match answer {
        Some(Answer::Measures(named)) => Some(named.contains(&(found.document, found.place))),
        _ => None,
    }
}

/// The outcomes that the parts allow: condition, applicant and rows, then what was named.
fn expected(finding: &Finding, met: Verdict, named: Named) -> Vec<Outcome> {
    use Outcome::{DoesNotQualify, NeedsAnswers, NotApplicable, Qualifies, SubjectToReview};
    let rows = match finding.rows {
        RowState::Free | RowState::Kept => Verdict::Yes,
        RowState::Open => Verdict::Unknown,
        RowState::Empty | RowState::Denied => Verdict::No,
    };
    let parts = [finding.applicant, met, rows];
    if parts.contains(&Verdict::No) {
        let other = finding.applicant == Verdict::No || finding.rows == RowState::Empty;
        return vec![if other { NotApplicable } else { DoesNotQualify }];
    }
    match named {
        Named::Supported => vec![DoesNotQualify],
        Named::Open => vec![NeedsAnswers],
        Named::ByAgreement => vec![SubjectToReview],
        Named::No if parts.contains(&Verdict::Unknown) => vec![NeedsAnswers, SubjectToReview],
        Named::No => vec![Qualifies, SubjectToReview, NeedsAnswers],
    }
}

/// Whether each step ends inside the one it is part of, and the next begins where it ends.
fn nests(steps: &[Step], from: usize, to: usize) -> bool {
    let mut place = from;
    while place < to {
        let end = steps[place].end as usize;
        if end <= place || end > to || !nests(steps, place + 1, end) {
            return false;
        }
        place = end;
    }
    true
}

/// The check of reasons would see a wrong one.
#[test]
fn a_reason_that_contradicts_its_leaves_is_seen() {
    let report = report(library(), &Answers::default(), Date::new(2026, 11, 21).expect("a day"));
    let measures = report["documents"][0]["measures"].as_array().expect("measures");
    let mut reason = measures.iter().find(|one| one["id"] == "lhasa-05a").expect("lhasa-05a")["why"].clone();
    assert_eq!(agrees(library(), &Answers::default(), &reason), Ok(()));
    reason["all"][2]["known"] = "1499.99㎡".into();
    assert!(agrees(library(), &Answers::default(), &reason).is_err());
}
