//! The engine beside an oracle, on many firms.

use std::collections::BTreeMap;

use mingbai_core::answers::Answers;
use mingbai_core::assess::DocumentFinding;
use mingbai_core::measure::Outcome;
use mingbai_core::{Date, Library, assess};

use crate::generate::Generator;
use crate::library::{day, library, written};
use crate::oracle::draft::Draft;
use crate::oracle::firm::{Firm, Record};
use crate::oracle::law::{Law, Money, Sums};

/// A text as straight-line Rust.
#[derive(Clone, Copy, Debug)]
pub struct Oracle {
    /// The document.
    pub document: &'static str,
    /// The day of assessment.
    pub as_of: &'static str,
    /// How many firms.
    pub firms: u64,
    /// Bends a firm made by chance, so that the text is met and missed often.
    pub bend: fn(&mut Draft<'_>),
    /// What the text gives: every measure, and the sums.
    pub law: fn(&Firm<'_>) -> (Vec<Law>, Sums),
}

/// Asks the engine and the oracle for the same firms. Every measure must be met and missed often enough: met is `qualifies`
/// where the text fixes an amount, else left to the authority; missed is `does_not_qualify`. `never` names those that no
/// complete firm can meet (`+id`) or, of the right kind of applicant, miss (`-id`).
///
/// # Panics
/// Where they differ: how often, and the first firm of each kind of difference as the JSON a person could send in.
pub fn agree(oracle: &Oracle, never: &[&str]) {
    let (library, as_of) = (library(), day(oracle.as_of));
    let generator = Generator::new(library);
    let mut seen: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    let mut apart: BTreeMap<&str, (u32, String)> = BTreeMap::new();
    for seed in 0..oracle.firms {
        let mut draft = Draft::new(&generator, seed);
        (oracle.bend)(&mut draft);
        let answers = draft.finished();
        let (laws, differences) = compare(oracle, library, &answers, as_of);
        for law in laws {
            let count = seen.entry(law.id).or_default();
            count[0] += u32::from(law.is_met());
            count[1] += u32::from(law.outcome == Outcome::DoesNotQualify);
        }
        for (what, difference) in differences {
            let first = || (0, format!("{difference}\nfor {}", written(library, &what_matters(oracle, &answers, what))));
            apart.entry(what).or_insert_with(first).0 += 1;
        }
    }
    let apart: Vec<String> = apart.iter().map(|(what, (count, first))| format!("{what}: {count} times, first\n{first}\n")).collect();
    assert!(apart.is_empty(), "the engine and the text differ\n\n{}", apart.join("\n"));
    let seldom = |sign: char, id: &str, count: u32| (count < 20) != never.contains(&format!("{sign}{id}").as_str());
    let seldom: Vec<String> = seen
        .iter()
        .filter(|(id, [met, missed])| seldom('+', id, *met) || seldom('-', id, *missed))
        .map(|(id, [met, missed])| format!("{id}: met {met} times, missed {missed} times"))
        .collect();
    assert!(seldom.is_empty(), "not as often as expected\n{}", seldom.join("\n"));
}

/// What the oracle says of each measure, and where the engine says something else: of a measure, or of the `sums`.
fn compare(oracle: &Oracle, library: &Library, answers: &Answers, as_of: Date) -> (Vec<Law>, Vec<(&'static str, String)>) {
    let found = &found(oracle, answers);
    let facts = Record::of(library, answers);
    let (laws, sums) = (oracle.law)(&Firm { facts, as_of });
    assert_eq!(laws.len(), found.measures.len(), "an oracle speaks of every measure");
    let differs = |law: &Law| {
        let engine = said(law.id, found);
        (engine != *law).then(|| (law.id, format!("engine {engine:?}\ntext   {law:?}")))
    };
    let mut differences: Vec<_> = laws.iter().filter_map(differs).collect();
    let engine = summed(found);
    if engine != sums {
        differences.push(("sums", format!("engine {engine:?}\ntext   {sums:?}")));
    }
    (laws, differences)
}

/// The answers without those that change nothing of what the engine finds for the measure, or of the `sums`.
fn what_matters(oracle: &Oracle, answers: &Answers, what: &'static str) -> Answers {
    let looked_at = |answers: &Answers| {
        let found = found(oracle, answers);
        let finding = (what != "sums").then(|| found.measures[place(what, &found)].clone());
        (finding, (what == "sums").then_some(found.sums))
    };
    let whole = looked_at(answers);
    let mut kept = answers.clone();
    for (fact, _) in answers.iter() {
        let mut fewer = kept.clone();
        fewer.set(fact, None);
        if looked_at(&fewer) == whole {
            kept = fewer;
        }
    }
    kept
}

fn found(oracle: &Oracle, answers: &Answers) -> DocumentFinding {
    let assessment = assess(library(), answers, day(oracle.as_of), |document| document.id == oracle.document);
    assessment.documents.into_iter().next().expect("the document is loaded")
}

fn place(id: &str, found: &DocumentFinding) -> usize {
    let measures = &library().documents[usize::from(found.document)].measures;
    measures.iter().position(|measure| measure.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// What the engine says of a measure; a denied one has no amount, whatever the engine worked out before.
fn said(id: &'static str, found: &DocumentFinding) -> Law {
    let finding = &found.measures[place(id, found)];
    let denied = matches!(finding.outcome, Outcome::DoesNotQualify | Outcome::NotApplicable);
    let money = finding.estimate.filter(|_| !denied).map(|one| Money::found(one).expect("a complete firm has an upper end"));
    Law { id, outcome: finding.outcome, kind: finding.kind, money }
}

fn summed(found: &DocumentFinding) -> Sums {
    let sums = &found.sums;
    assert!(!sums.wide, "a complete firm is one world");
    let [exact, ceiling, assessed] = [sums.exact, sums.ceiling, sums.assessed].map(|sum| sum.and_then(Money::found));
    Sums { exact, ceiling, assessed }
}
