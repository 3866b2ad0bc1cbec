//! Twelve measures for programs to compare themselves by (`tests/job/`): what the engine answers is what a plain function gives, for
//! firms at and around every line, once and several times over, and after every change of one answer.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_bench::host::Results;
use mingbai_bench::{Firm, Host, copies};
use mingbai_core::pack::encode;
use mingbai_tests::library::compiled;
use mingbai_tests::seed::Seed;
use rust_decimal::Decimal;
use serde_json::{Value, json};

fn host(times: usize) -> Host {
    Host::new(&encode(&copies(&compiled("tests/job"), times)).expect("it fits a pack")).expect("the pack is sound")
}

fn once() -> &'static Host {
    static HOST: OnceLock<Host> = OnceLock::new();
    HOST.get_or_init(|| host(1))
}

const TRUTHS: [&str; 12] = [
    "recognised_as_demo",
    "local_manufacturing_exporter",
    "industry_leader",
    "sets_up_outlets",
    "registered_in_city",
    "has_wms",
    "certified",
    "is_cbec_firm",
    "small_micro",
    "training_institution",
    "runs_city_platform",
    "has_payment_licence",
];

/// Each quantity with a number about which something turns, in yuan, dollars, firms and so on.
const QUANTITIES: [(&str, i64); 19] = [
    ("cbec_annual_turnover", 1_000_000),
    ("ad_cost", 555_555),
    ("platform_cost", 555_555),
    ("website_cost", 555_555),
    ("outlet_rent", 800_000),
    ("outlet_fitout", 800_000),
    ("outlet_equipment", 800_000),
    ("outlet_storage", 800_000),
    ("outlet_platform_fee", 800_000),
    ("area_m2", 1500),
    ("served_firms", 8),
    ("operating_months", 3),
    ("investment", 8_333_333),
    ("lease_cost", 600_000),
    ("prior_export_usd", 3_000_000),
    ("premium", 2_500_000),
    ("min_days", 3),
    ("min_trainees", 10),
    ("om_cost", 1_000_000),
];

/// Facts that are whole numbers; all others are multiples of 0.1.
const WHOLE: [&str; 6] = ["area_m2", "served_firms", "operating_months", "prior_export_usd", "min_days", "min_trainees"];

/// A firm by chance: on a line, a smallest step beside it, or anywhere up to twice as far.
fn firm(seed: u64) -> Value {
    let mut chance = Seed::new(seed);
    let mut firm = json!({ "training_cost": number(tenths(&mut chance, 333_333)) });
    for name in TRUTHS {
        firm[name] = chance.percent(75).into();
    }
    for (name, line) in QUANTITIES {
        let drawn = tenths(&mut chance, line);
        firm[name] = if WHOLE.contains(&name) { (drawn / 10).into() } else { number(drawn) };
    }
    let rows = (0..chance.below(6)).map(|_| json!({ "cost": number(tenths(&mut chance, 142_857)) }));
    firm["exhibitions"] = rows.collect();
    firm
}

fn tenths(chance: &mut Seed, line: i64) -> i64 {
    let anywhere = i64::try_from(chance.below(usize::try_from(line * 20).unwrap_or(1))).unwrap_or(0);
    *chance.pick(&[line * 10, line * 10 - 1, line * 10 + 1, line * 10 - 10, anywhere, anywhere, anywhere])
}

fn number(tenths: i64) -> Value {
    format!("{}.{}", tenths / 10, tenths % 10).parse::<f64>().expect("a number").into()
}

/// An amount or a count of a firm in hundredths.
fn hundredths(firm: &Value, name: &str) -> i64 {
    let known: Decimal = firm[name].to_string().parse().expect("a number");
    (known * Decimal::ONE_HUNDRED).try_into().expect("a small number")
}

/// Whether each measure is met and what it then pays in hundredths of a yuan: `job.md` line by line, without the engine.
fn plainly(firm: &Value) -> Vec<(bool, i64)> {
    let is = |name: &str| firm[name] == Value::Bool(true);
    let fen = |name: &str| hundredths(firm, name);
    let count = |name: &str| hundredths(firm, name) / 100;
    let percent = |share: i64, of: i64| share * of / 100;
    let yuan = |amount: i64| amount * 100;
    let costs: Vec<i64> = firm["exhibitions"].as_array().expect("a list").iter().map(|one| hundredths(one, "cost")).collect();
    let outlets = ["outlet_rent", "outlet_fitout", "outlet_equipment", "outlet_storage", "outlet_platform_fee"].map(fen);
    let large = count("prior_export_usd") > 3_000_000;
    let warehouse = is("registered_in_city") && count("area_m2") >= 1500 && is("has_wms") && count("served_firms") >= 8;
    let measures = [
        (is("recognised_as_demo"), yuan(3_000_000)),
        (
            fen("cbec_annual_turnover") >= yuan(1_000_000),
            percent(30, fen("ad_cost") + fen("platform_cost") + fen("website_cost")).min(yuan(500_000)),
        ),
        (is("local_manufacturing_exporter") && is("industry_leader"), yuan(500_000)),
        (is("sets_up_outlets"), percent(50, outlets.iter().sum()).min(yuan(2_000_000))),
        (warehouse && count("operating_months") >= 3 && is("certified"), percent(60, fen("investment")).min(yuan(5_000_000))),
        (is("is_cbec_firm"), percent(50, fen("lease_cost")).min(yuan(300_000))),
        (!costs.is_empty(), costs.iter().map(|cost| percent(70, *cost).min(yuan(100_000))).sum::<i64>().min(yuan(200_000))),
        (!large || is("small_micro"), fen("premium")),
        (large && !is("small_micro"), percent(80, fen("premium")).min(yuan(2_000_000))),
        (
            is("training_institution") && count("min_days") >= 3 && count("min_trainees") >= 10,
            percent(30, fen("training_cost")).min(yuan(100_000)),
        ),
        (is("runs_city_platform"), percent(50, fen("om_cost")).min(yuan(500_000))),
        (is("has_payment_licence"), 0),
    ];
    measures.into_iter().map(|(met, pays)| (met, if met { pays } else { 0 })).collect()
}

/// What the engine found is what the plain function gives, for every copy of the rules.
fn agree(results: &Results, firm: &Value) {
    let plain = plainly(firm);
    let found: Vec<(bool, i64)> = results
        .measures
        .iter()
        .map(|(met, amount)| (*met, i64::try_from(*amount * Decimal::ONE_HUNDRED).expect("whole hundredths")))
        .collect();
    for copy in found.chunks(plain.len()) {
        assert_eq!(copy, plain, "{firm}");
    }
    let total: i64 = found.iter().map(|(_, amount)| amount).sum();
    assert_eq!(results.total, Decimal::new(total, 2), "{firm}");
}

fn answered(host: &Host, firm: &Value) -> Results {
    Results::of(&host.assess(&host.form.answers(host.form.read(firm).numbers())))
}

#[test]
fn two_thousand_firms_get_what_the_plain_function_gives() {
    for number in 0..2000 {
        let firm = firm(number);
        agree(&answered(once(), &firm), &firm);
    }
}

#[test]
fn every_measure_is_met_and_not_met_and_every_cap_is_reached() {
    let firms: Vec<Vec<(bool, i64)>> = (0..2000).map(|number| plainly(&firm(number))).collect();
    for measure in 0..12 {
        let met = firms.iter().filter(|firm| firm[measure].0).count();
        assert!((50..1950).contains(&met), "measure {measure} is met by {met}");
    }
    for (measure, cap) in
        [(1, 500_000), (3, 2_000_000), (4, 5_000_000), (5, 300_000), (6, 200_000), (8, 2_000_000), (9, 100_000), (10, 500_000)]
    {
        let (at, below): (Vec<i64>, Vec<i64>) =
            firms.iter().filter(|firm| firm[measure].0).map(|firm| firm[measure].1).partition(|amount| *amount == cap * 100);
        assert!(at.len() > 5 && below.len() > 5, "the cap of measure {measure}: {} at, {} below", at.len(), below.len());
    }
}

#[test]
fn rules_copied_seven_times_are_each_answered() {
    let host = host(7);
    assert_eq!(host.library.measures().last().map(|(_, measure)| measure.id.as_str()), Some("m8_r6"));
    for number in 0..50 {
        let firm = firm(number);
        let results = answered(&host, &firm);
        assert_eq!(results.measures.len(), 84);
        agree(&results, &firm);
    }
}

#[test]
fn after_each_of_two_hundred_changes_the_results_are_those_of_the_firm_as_changed() {
    let names =
        ["ad_cost", "cbec_annual_turnover", "sets_up_outlets", "outlet_rent", "investment", "exhibitions", "premium", "small_micro"];
    let form = &once().form;
    let mut changed = firm(0);
    let mut answers = form.answers(form.read(&changed).numbers());
    for edit in 0..200 {
        let name = names[edit % names.len()];
        let other = firm(1 + edit as u64 / 8);
        changed[name] = other[name].clone();
        let question = form.place(name).expect("it is asked");
        let other: Firm = form.read(&other);
        form.set(&mut answers, question, other.of(question));
        agree(&Results::of(&once().assess(&answers)), &changed);
    }
}
