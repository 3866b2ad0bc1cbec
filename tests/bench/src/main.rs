//! `mingbai-bench PACK results FIRMS SCALE` and `mingbai-bench PACK bench FIRMS SCALE WARM MEASURE`, natively: a firm's facts go in, the
//! measures and their total come out. `tests/bench/job.mjs` is the same in WebAssembly.
//!
//! `mingbai-bench measure PACK FIRMS complete|partial` prints how long each work takes.

mod measure;

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use mingbai_bench::host::{Results, float};
use mingbai_bench::works::Works;
use mingbai_bench::{Firm, Host};
use mingbai_core::Answers;
use rust_decimal::Decimal;
use serde_json::{Value, json};

const PEER: &str = "mingbai-native";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let printed = match words.as_slice() {
        [pack, "results", firms, scale] => results(pack, firms, scale),
        [pack, "bench", firms, scale, warm, measure] => bench(pack, firms, scale, seconds(warm), seconds(measure)),
        ["measure", pack, firms, known] => {
            let firms = fs::read_to_string(firms).unwrap_or_else(|error| panic!("{firms}: {error}"));
            measure::measure(&Works::new(&bytes(pack), &firms, *known == "complete"), firms.lines().count())
        }
        _ => panic!(
            "usage: mingbai-bench PACK results FIRMS SCALE | PACK bench FIRMS SCALE WARM MEASURE | measure PACK FIRMS complete|partial"
        ),
    };
    println!("{printed}");
}

fn seconds(text: &str) -> Duration {
    Duration::from_secs_f64(text.parse().expect("seconds are a number"))
}

fn number(scale: &str) -> u64 {
    scale.parse().expect("the scale is a number")
}

fn parsed(firms: &str) -> Vec<Value> {
    let text = fs::read_to_string(firms).unwrap_or_else(|error| panic!("{firms}: {error}"));
    serde_json::from_str(&text).expect("firms are a JSON array")
}

fn bytes(pack: &str) -> Vec<u8> {
    fs::read(pack).unwrap_or_else(|error| panic!("{pack}: {error}"))
}

fn host(pack: &str) -> Host {
    Host::new(&bytes(pack)).expect("the pack is sound")
}

fn results(pack: &str, firms: &str, scale: &str) -> Value {
    let host = host(pack);
    let firms: Vec<Firm> = parsed(firms).iter().map(|firm| host.form.read(firm)).collect();
    let (count, edits) = if scale == "1" { (firms.len(), 200) } else { (20, 20) };
    let all: Vec<Value> = firms.iter().take(count).enumerate().map(|(id, firm)| result(&host, id, firm)).collect();
    let mut session = Session::open(&host, &firms);
    let edits: Vec<i64> = (0..edits).map(|edit| hundredths(session.edit(edit).total)).collect();
    json!({
        "peer": PEER, "scale": number(scale), "first_total": all[0]["total"], "results": all, "edits_total_fen": edits,
    })
}

fn result(host: &Host, id: usize, firm: &Firm) -> Value {
    let results = answered(host, firm);
    let eligible: String = results.measures.iter().map(|(qualifies, _)| if *qualifies { '1' } else { '0' }).collect();
    let amounts: Vec<f64> = results.measures.iter().map(|(_, amount)| float(*amount)).collect();
    json!({ "id": id, "eligible": eligible, "amount": amounts, "total": float(results.total) })
}

fn answered(host: &Host, firm: &Firm) -> Results {
    Results::of(&host.assess(&host.form.answers(firm.numbers())))
}

fn hundredths(amount: Decimal) -> i64 {
    (amount * Decimal::ONE_HUNDRED).try_into().expect("an amount in whole hundredths")
}

/// Firm 0, of which one answer after the other is changed.
struct Session<'a> {
    host: &'a Host,
    firms: &'a [Firm],
    questions: Vec<usize>,
    answers: Answers,
}

const EDITED: [&str; 10] = [
    "ad_cost",
    "cbec_annual_turnover",
    "sets_up_outlets",
    "outlet_rent",
    "investment",
    "is_cbec_firm",
    "exhibitions",
    "premium",
    "small_micro",
    "om_cost",
];

impl<'a> Session<'a> {
    fn open(host: &'a Host, firms: &'a [Firm]) -> Self {
        let questions = EDITED.map(|name| host.form.place(name).expect("the fact is asked")).to_vec();
        Self { host, firms, questions, answers: host.form.answers(firms[0].numbers()) }
    }

    fn edit(&mut self, edit: usize) -> Results {
        let question = self.questions[edit % self.questions.len()];
        let firm = &self.firms[1 + edit / 10 % (self.firms.len() - 1)];
        self.host.form.set(&mut self.answers, question, firm.of(question));
        Results::of(&self.host.assess(&self.answers))
    }
}

fn bench(pack: &str, firms: &str, scale: &str, warm: Duration, measure: Duration) -> Value {
    let values = parsed(firms);
    let start = Instant::now();
    let host = host(pack);
    let rules = start.elapsed();
    let firms: Vec<Firm> = values.iter().map(|firm| host.form.read(firm)).collect();
    let start = Instant::now();
    black_box(answered(&host, &firms[0]));
    let first = start.elapsed();
    let evaluate = |number: usize| drop(black_box(answered(&host, &firms[number % firms.len()])));
    repeat(warm, evaluate);
    let (evals, time) = repeat(measure, evaluate);
    let mut session = Session::open(&host, &firms);
    repeat(warm / 2, |edit| drop(black_box(session.edit(edit))));
    let mut session = Session::open(&host, &firms);
    let (edits, edit_time) = repeat(measure / 2, |edit| drop(black_box(session.edit(edit))));
    let per = |time: Duration, count: u32| time.as_secs_f64() / f64::from(count);
    json!({
        "peer": PEER, "scale": number(scale),
        "startup": { "load_ms": 0.0, "rules_ms": ms(rules), "first_ms": ms(first), "total_ms": ms(rules + first) },
        "evals": evals, "seconds": time.as_secs_f64(), "evals_per_s": 1.0 / per(time, evals),
        "edits": edits, "us_per_edit": 1e6 * per(edit_time, edits),
    })
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Does a piece of work, numbered from 0, for that long and at least three times; how often, and how long it took.
fn repeat(at_least: Duration, mut work: impl FnMut(usize)) -> (u32, Duration) {
    let start = Instant::now();
    for done in 0_u32.. {
        let time = start.elapsed();
        if done >= 3 && time >= at_least {
            return (done, time);
        }
        work(done as usize);
    }
    unreachable!("the loop ends by itself")
}
