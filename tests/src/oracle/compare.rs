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

/// Asks the engine and the oracle for the same firms. Every measure must be granted and denied often enough, save those
/// that `never` names: the measures that no complete firm can be granted (`+id`), or denied (`-id`).
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
            seen.entry(law.id).or_default()[usize::from(!law.is_open())] += 1;
        }
        for (what, difference) in differences {
            let first = || (0, format!("{difference}\nfor {}", written(library, &answers)));
            apart.entry(what).or_insert_with(first).0 += 1;
        }
    }
    let apart: Vec<String> = apart.iter().map(|(what, (count, first))| format!("{what}: {count} times, first\n{first}\n")).collect();
    assert!(apart.is_empty(), "the engine and the text differ\n\n{}", apart.join("\n"));
    for (id, [granted, denied]) in seen {
        let enough = |count: u32, sign: char| count >= 20 || never.contains(&format!("{sign}{id}").as_str());
        assert!(enough(granted, '+') && enough(denied, '-'), "{id}: granted {granted} times, denied {denied} times");
    }
}

/// What the oracle says of each measure, and where the engine says something else: of a measure, or of the `sums`.
fn compare(oracle: &Oracle, library: &Library, answers: &Answers, as_of: Date) -> (Vec<Law>, Vec<(&'static str, String)>) {
    let assessment = assess(library, answers, as_of, |document| document.id == oracle.document);
    let found = assessment.documents.first().expect("the document is loaded");
    let facts = Record::of(library, answers);
    let (laws, sums) = (oracle.law)(&Firm { facts, as_of });
    let document = &library.documents[usize::from(found.document)];
    assert_eq!(laws.len(), document.measures.len(), "an oracle speaks of every measure");
    let mut differences = Vec::new();
    for law in &laws {
        let place = document.measures.iter().position(|measure| measure.id == law.id).unwrap_or_else(|| panic!("no {}", law.id));
        let engine = said(law.id, found, place);
        if engine != *law {
            differences.push((law.id, format!("engine {engine:?}\ntext   {law:?}")));
        }
    }
    let engine = summed(found);
    if engine != sums {
        differences.push(("sums", format!("engine {engine:?}\ntext   {sums:?}")));
    }
    (laws, differences)
}

/// What the engine says of a measure; a denied one has no amount, whatever the engine worked out before.
fn said(id: &'static str, found: &DocumentFinding, place: usize) -> Law {
    let finding = &found.measures[place];
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
