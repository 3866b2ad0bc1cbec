//! Firms for proptest: made from a seed, and made smaller by forgetting facts and rows.

use core::fmt;
use std::sync::OnceLock;

use mingbai_core::Date;
use mingbai_core::answers::{Answer, Answers, Rows};
use mingbai_core::fact::FactId;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, contextualize_config};

use crate::complete::complete;
use crate::generate::{Generator, any_day};
use crate::library::{library, written};
use crate::seed::Seed;

/// The Lhasa firms' generator.
#[must_use]
pub fn generator() -> &'static Generator<'static> {
    static GENERATOR: OnceLock<Generator<'static>> = OnceLock::new();
    GENERATOR.get_or_init(|| Generator::new(library()))
}

/// So many cases, the same on every run. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more and for others.
#[must_use]
pub fn cases(cases: u32) -> ProptestConfig {
    let mine = ProptestConfig { cases, rng_seed: RngSeed::Fixed(20_240_822), failure_persistence: None, ..ProptestConfig::default() };
    contextualize_config(mine)
}

/// What is known of a firm; shown as the JSON a person could send in.
#[derive(Clone, PartialEq)]
pub struct Firm(pub Answers);

impl fmt::Debug for Firm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(library(), &self.0))
    }
}

/// A firm of which more or less is known.
pub fn firm() -> impl Strategy<Value = Firm> {
    (seed(), mask(0.98), rows()).prop_map(|(seed, facts, rows)| Firm(kept(&generator().firm(seed), &facts, &rows)))
}

/// A firm of which everything is known.
pub fn settled_firm() -> impl Strategy<Value = Firm> {
    (seed(), rows()).prop_map(|(seed, rows)| Firm(kept(&generator().settled_firm(seed), &[], &rows)))
}

/// A firm, and the same firm when more is known.
pub fn firm_and_more() -> impl Strategy<Value = (Firm, Firm)> {
    (firm(), seed(), mask(0.6)).prop_map(|(Firm(known), seed, learn)| {
        let more = complete(generator(), &known, seed, |fact| learn.get(usize::from(fact.0)) == Some(&true));
        (Firm(known), Firm(more))
    })
}

/// A day of assessment: mostly near the time in force, at times any day there is.
pub fn as_of() -> impl Strategy<Value = Date> {
    prop_oneof![
        3 => Just(crate::library::day("2026-11-21")),
        4 => seed().prop_map(|seed| generator().day(&mut Seed::new(seed))),
        1 => seed().prop_map(|seed| any_day(&mut Seed::new(seed), 1900, 300)),
    ]
}

/// A number to begin chance at.
pub fn seed() -> impl Strategy<Value = u64> {
    any::<u64>().no_shrink()
}

fn mask(chance: f64) -> impl Strategy<Value = Vec<bool>> {
    proptest::collection::vec(proptest::bool::weighted(chance), library().facts.len())
}

fn rows() -> impl Strategy<Value = Vec<bool>> {
    proptest::collection::vec(proptest::bool::weighted(0.98), 12)
}

/// The answers without the facts and the rows that are masked out.
fn kept(answers: &Answers, facts: &[bool], rows: &[bool]) -> Answers {
    let mut left = Answers::default();
    for (FactId(place), answer) in answers.iter() {
        if facts.get(usize::from(place)) == Some(&false) {
            continue;
        }
        let answer = match answer {
            Answer::List(list) => {
                let kept = list.rows.iter().zip(rows).filter(|(_, kept)| **kept).map(|(row, _)| row.clone());
                Answer::List(Rows { rows: kept.collect(), more: list.more })
            }
            other => other.clone(),
        };
        left.set(FactId(place), Some(answer));
    }
    left
}
