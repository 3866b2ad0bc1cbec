//! What is unknown has one value for all measures: sums never hold two measures of which only one can apply, and never less than
//! any way it may turn out.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::Sums;
use mingbai_core::interval::Interval;
use mingbai_core::library::{Kind, Library};
use mingbai_core::trace::Finding;
use mingbai_core::{Answers, Date};
use mingbai_tests::complete::{complete, settled_lists};
use mingbai_tests::generate::Generator;
use mingbai_tests::library::{compiled, library};
use mingbai_tests::seed::Seed;
use mingbai_tests::sheet::firm;
use mingbai_tests::strategy::{cases, seed};
use mingbai_tests::{assessed, day, read, written};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::json;

/// Measures that lean on the same unknowns in opposite ways, under caps and 就高.
fn shared() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| compiled("tests/shared"))
}

fn generator() -> &'static Generator<'static> {
    static GENERATOR: OnceLock<Generator<'static>> = OnceLock::new();
    GENERATOR.get_or_init(|| Generator::new(shared()))
}

const DAY: &str = "2026-11-21";

proptest! {
    #![proptest_config(cases(20_000))]

    /// Whatever is learnt of a firm, and however the lists in doubt turn out, its sums lie inside those of before; unless there is more
    /// unknown than is tried in every way.
    #[test]
    fn sums_hold_whatever_is_learnt(firm in seed(), learnt in seed(), facts in seed(), lists in seed()) {
        let known = generator().firm(firm);
        let mut chance = Seed::new(facts);
        let share = *chance.pick(&[30, 60, 100]);
        let learn: Vec<bool> = shared().facts.iter().map(|_| chance.percent(share)).collect();
        let more = complete(generator(), &known, learnt, |fact| learn[usize::from(fact.0)]);
        let (before, after) = (found(shared(), &known, day(DAY)), found(&settled_lists(shared(), lists), &more, day(DAY)));
        let wide = before.sums.wide || after.sums.wide;
        for kind in Sums::KINDS {
            let (was, is) = (sum(&before, kind), sum(&after, kind));
            prop_assert!(wide || was.contains(is), "{kind:?}: {was:?} became {is:?}\n{}\n{}", written(shared(), &known), written(shared(), &more));
        }
        for was in &before.combined {
            if let Some(is) = after.combined.iter().find(|is| is.combine == was.combine) {
                let (was, is) = (was.together.most, is.together.most);
                prop_assert!(wide || was.contains(is), "{was:?} became {is:?}\n{}\n{}", written(shared(), &known), written(shared(), &more));
            }
        }
    }

    /// Where all is known, a cap takes away what is above it and no more.
    #[test]
    fn a_cap_takes_away_what_is_above_it(firm in seed(), lists in seed()) {
        let library = settled_lists(shared(), lists);
        let assessment = assessed(&library, &generator().settled_firm(firm), day(DAY));
        for combined in &assessment.documents[0].combined {
            let Some(cap) = &combined.cap else { continue };
            let Finding::Value(at) = assessment.steps[cap.steps.start].finding else { panic!("a cap has a value") };
            let (before, at) = (cap.before.most.high, at.most.high.map(|at| at.max(Decimal::ZERO)));
            prop_assert_eq!(combined.together.most.high, before.min(at), "{:?}", combined);
            let shares: Option<Decimal> = combined.shares.iter().map(|(_, share)| share.most.high).sum();
            prop_assert_eq!(shares, combined.together.most.high, "{:?}", combined);
        }
    }
}

fn found(library: &Library, answers: &Answers, as_of: Date) -> DocumentFinding {
    assessed(library, answers, as_of).documents.remove(0)
}

/// The sum of a kind; one with a measure beside it that has no upper end has none either.
fn sum(found: &DocumentFinding, kind: Kind) -> Interval {
    let sum = found.sums.of(kind).map_or(Interval::ZERO, |sum| sum.most);
    let beside = found.sums.beside.iter().map(|place| &found.measures[usize::from(*place)]);
    let open = beside.filter(|one| one.kind == kind).any(|one| one.estimate.is_some_and(|estimate| estimate.most.high.is_none()));
    if open { Interval { low: sum.low, high: None } } else { sum }
}

/// The sums of a firm that has no fairs unless it says so: the low end of the least, and the upper end, for each kind.
fn sums(firm: &str) -> [Option<(i64, i64)>; 3] {
    let whole = format!(r#"{{"applicant":["enterprise"],{firm}}}"#);
    let found = found(shared(), &read(shared(), &whole).expect("answers"), day(DAY));
    assert!(found.sums.beside.is_empty() && !found.sums.wide, "{:?}", found.sums);
    let yuan = |value: Decimal| i64::try_from(value.trunc()).expect("yuan");
    Sums::KINDS.map(|kind| found.sums.of(kind).map(|sum| (yuan(sum.least), sum.most.high.map_or(i64::MAX, yuan))))
}

const NOTHING: &str = r#""size":"large","own_brand":"no","model_firm":"refused","received":"0元","fairs":"none""#;

/// Exports of 200万 to 400万 are above 300万 or not: 10万, or 2% of 200万 to 299.999999万; never both, and never neither.
#[test]
fn a_number_lies_on_one_side_of_a_line() {
    let firm = format!(r#""export":"200万元..400万元",{NOTHING}"#);
    // 大型, no brand: up to 8万 for the firm, up to 3万 for exports, of which the 12万 together leave 2万 beside 10万.
    // 大型 that is no model firm: 1万 more.
    assert_eq!(sums(&firm)[0], Some((40_000 + 10_000, 100_000 + 10_000)));
}

/// Yuncheng, 第三条（一）: of a booth of 2万 in Italy, which may belong to the Belt and Road, 80% or 70%: 1.6万 or 1.4万 for each exhibition; and
/// 1.4万 for one in Germany. However many exhibitions there are, none counts twice and none is left out.
#[test]
fn each_of_many_exhibitions_is_paid_at_one_rate_or_the_other() {
    let exhibition = |country: &str| {
        json!({ "yuncheng_kind": "key_international", "abroad": "yes", "country": country, "date": "2025-03-10", "province_paid": "no",
            "booths": [{ "fee": "2万元" }] })
    };
    for count in [1_i64, 8, 9, 10, 20, 50] {
        let mut all = vec![exhibition("德国")];
        all.extend((0..count).map(|_| exhibition("意大利")));
        let given = json!({ "registered_in": ["yuncheng"], "cbec_business_in_yuncheng": "yes", "exhibitions": all });
        let firm = read(library(), &firm(&given).to_string()).expect("answers");
        let found = assessed(library(), &firm, day(DAY))
            .documents
            .into_iter()
            .find(|one| library().documents[usize::from(one.document)].id == "yuncheng-2024-10");
        let sums = found.expect("Yuncheng").sums;
        let most = Interval { low: (14_000 + count * 14_000).into(), high: Some((14_000 + count * 16_000).into()) };
        assert_eq!((sums.exact.map(|sum| sum.most), sums.wide), (Some(most), false), "{count} in Italy");
    }
}

/// 5万 for a small firm, 8万 for any other, and no other measure: never 13万, and never nothing.
#[test]
fn of_two_measures_that_exclude_each_other_one_is_paid() {
    let pair = compiled("tests/pair");
    let firm = read(&pair, r#"{"applicant":["enterprise"],"registered_in":["here"]}"#).expect("answers");
    let sums = found(&pair, &firm, day(DAY)).sums;
    let either = Interval { low: 50_000.into(), high: Some(80_000.into()) };
    assert_eq!((sums.exact.map(|sum| sum.most), sums.wide), (Some(either), false));
}

/// A recognition not decided: 4万 or 1万.
#[test]
fn a_recognition_is_granted_or_refused() {
    let firm = r#""export":"0元","size":"large","own_brand":"no","model_firm":"applied","received":"0元","fairs":"none""#;
    assert_eq!(sums(firm)[0], Some((10_000, 40_000)));
}

/// Italy is in doubt: 80% of 2万 or 70% of it; Germany is no friend, Vietnam is one since 1 June 2025.
#[test]
fn a_country_in_doubt_is_a_friend_or_not() {
    let fair = |country: &str, date: &str| format!(r#"{{"country":"{country}","date":"{date}","own":"yes","fee":"2万元"}}"#);
    let firm = |fairs: &str| NOTHING.replace(r#""fairs":"none""#, &format!(r#""fairs":[{fairs}]"#)) + r#","export":"0元""#;
    let (sure, doubt) = ([fair("德国", "2025-07-01"), fair("越南", "2025-06-01")].join(","), fair("意大利", "2025-07-01"));
    // No model firm: 1万; 德国 70%, 越南 80%.
    assert_eq!(sums(&firm(&sure))[0], Some((10_000 + 14_000 + 16_000, 10_000 + 14_000 + 16_000)));
    assert_eq!(sums(&firm(&doubt))[0], Some((10_000 + 14_000, 10_000 + 16_000)));
    assert_eq!(sums(&firm(&format!("{doubt},{doubt}")))[0], Some((10_000 + 28_000, 10_000 + 32_000)));
}
