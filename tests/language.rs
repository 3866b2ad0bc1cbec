//! What holds for every firm under rules that use every word of the language, `language/`.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use mingbai_core::answers::{Answer, Answers, Row};
use mingbai_core::fact::ColumnId;
use mingbai_core::library::Library;
use mingbai_core::measure::{Finding, Outcome};
use mingbai_core::verdict::Verdict;
use mingbai_tests::complete::complete;
use mingbai_tests::formula::add_up;
use mingbai_tests::generate::Generator;
use mingbai_tests::kleene::agrees;
use mingbai_tests::library::compiled;
use mingbai_tests::partial::is_open;
use mingbai_tests::seed::Seed;
use mingbai_tests::{assessed, day, read, report, written};
use rust_decimal::Decimal;
use serde_json::Value;

const FIRMS: u64 = 4_000;

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| compiled("tests/language"))
}

fn generator() -> &'static Generator<'static> {
    static GENERATOR: OnceLock<Generator<'static>> = OnceLock::new();
    GENERATOR.get_or_init(|| Generator::new(library()))
}

/// What the measures give, by id.
fn findings(answers: &Answers) -> BTreeMap<&'static str, Finding> {
    let mut assessment = assessed(library(), answers, day("2026-08-01"));
    let found = assessment.documents.remove(0).measures;
    library().measures().map(|(_, measure)| measure.id.as_str()).zip(found).collect()
}

fn told(answers: &Answers) -> String {
    written(library(), answers)
}

#[test]
fn more_answers_only_refine() {
    for number in 0..FIRMS {
        let known = generator().firm(number);
        let mut chance = Seed::new(number);
        let learn: Vec<bool> = library().facts.iter().map(|_| chance.percent(60)).collect();
        let more = complete(generator(), &known, number, |fact| learn[usize::from(fact.0)]);
        let after = findings(&more);
        for (id, old) in findings(&known) {
            let new = &after[id];
            let stays = match old.outcome {
                Outcome::Qualifies => new.outcome == Outcome::Qualifies,
                Outcome::DoesNotQualify | Outcome::NotApplicable => new.is_denied(),
                Outcome::SubjectToReview | Outcome::NeedsAnswers => true,
            };
            let narrows = new.estimate.is_none_or(|is| {
                let was = old.estimate.expect("what was denied stays denied");
                was.least <= is.least && was.most.contains(is.most)
            });
            assert!(stays && narrows, "{id}: {old:?}\nbecame {new:?}\n{}\n{}", told(&known), told(&more));
        }
    }
}

#[test]
fn what_is_open_names_its_cause_and_nothing_that_is_known() {
    for number in 0..FIRMS {
        let answers = generator().firm(number);
        for (id, finding) in findings(&answers) {
            for fact in finding.causes.facts.iter() {
                assert!(is_open(library(), fact, answers.get(fact)), "{id}: {finding:?}\n{}", told(&answers));
            }
            let review = finding.causes.authority() || finding.causes.text() || finding.causes.list();
            let named = !finding.causes.facts.is_empty();
            let settled = finding.estimate.is_none_or(|estimate| estimate.most.value().is_some());
            assert!(settled || named || review, "{id}: {finding:?}\n{}", told(&answers));
            match finding.outcome {
                Outcome::NeedsAnswers => assert!(named, "{id}"),
                Outcome::SubjectToReview => assert!(review, "{id}"),
                _ => {}
            }
        }
    }
}

#[test]
fn every_printed_line_and_reason_can_be_worked_out_again() {
    for number in 0..FIRMS {
        let answers = if number % 2 == 0 { generator().firm(number) } else { generator().settled_firm(number) };
        let report = report(library(), &answers, day("2026-08-01"));
        for measure in report["documents"][0]["measures"].as_array().expect("measures") {
            add_up(measure).unwrap_or_else(|problem| panic!("{problem}\n{}", told(&answers)));
            if let Some(reason) = measure.get("why") {
                agrees(library(), &answers, reason).unwrap_or_else(|problem| panic!("{problem}\n{}", told(&answers)));
            }
        }
    }
}

#[test]
fn what_is_written_reads_back_as_the_same_answers() {
    for number in 0..FIRMS {
        let answers = generator().firm(number);
        assert_eq!(read(library(), &told(&answers)).as_ref(), Ok(&answers));
    }
}

#[test]
fn the_firms_reach_every_outcome_and_every_fate() {
    let (mut outcomes, mut fates) = (BTreeSet::new(), BTreeSet::new());
    for number in 0..FIRMS {
        let report = report(library(), &generator().firm(number), day("2026-08-01"));
        for measure in report["documents"][0]["measures"].as_array().expect("measures") {
            let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
            outcomes.insert((text(&measure["id"]), text(&measure["outcome"])));
            fates.extend(measure["rows"].as_array().into_iter().flatten().map(|row| (row.get("inner_row").is_some(), text(&row["fate"]))));
        }
    }
    // Numbers alone decide the four measures without rows, so that nobody has to be asked but the firm.
    let by_numbers = ["rest", "capped", "first", "growth"];
    for (_, measure) in library().measures() {
        let missing = ["qualifies", "subject_to_review", "needs_answers", "does_not_qualify", "not_applicable"]
            .into_iter()
            .filter(|outcome| !outcomes.contains(&(measure.id.clone(), (*outcome).to_owned())));
        let missing: Vec<&str> = missing.collect();
        match measure.id.as_str() {
            id if by_numbers.contains(&id) => assert!(!missing.contains(&"qualifies"), "{id}: {missing:?}"),
            "booths" | "pilots" => assert!(missing.is_empty(), "{}: {missing:?}", measure.id),
            id => assert!(missing.iter().all(|outcome| ["subject_to_review", "does_not_qualify"].contains(outcome)), "{id}: {missing:?}"),
        }
    }
    for fate in ["kept", "open", "not_kept", "outside_window", "after_as_of", "not_among_largest", "not_best_of_key", "empty"] {
        assert!(fates.contains(&(false, fate.to_owned())), "{fate}");
    }
    for fate in ["kept", "open", "not_kept", "not_among_largest"] {
        assert!(fates.contains(&(true, fate.to_owned())), "a row inside a row is never {fate}");
    }
}

/// The stores of a firm of which everything is known: platform, mode, orders, cost, refund.
fn stores(answers: &Answers) -> Vec<(String, u8, [Decimal; 3])> {
    let number = |row: &Row, column| match row.get(ColumnId(column)) {
        Some(Answer::Quantity(value)) => value.low,
        _ => panic!("not known"),
    };
    let fact = library().fact_named("stores").expect("a fact");
    let (rows, _) = answers.rows(fact);
    let one = |row: &Row| match (row.get(ColumnId(0)), row.get(ColumnId(1))) {
        (Some(Answer::Text(platform)), Some(Answer::Choice(mode))) => {
            (platform.clone(), *mode, [2, 3, 4].map(|column| number(row, column)))
        }
        _ => panic!("not known"),
    };
    rows.iter().map(one).collect()
}

/// The most that any set of rows gives of which no two have the same key, tried one by one.
fn best_set<K: PartialEq>(rows: &[(K, Decimal)], most: usize) -> Decimal {
    let sets = (0_u32..1 << rows.len()).map(|set| rows.iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1));
    let lawful = sets.filter(|set| {
        let keys: Vec<&K> = set.clone().map(|(_, (key, _))| key).collect();
        keys.len() <= most && keys.iter().enumerate().all(|(place, key)| !keys[..place].contains(key))
    });
    lawful.map(|set| set.map(|(_, (_, value))| *value).sum::<Decimal>()).max().unwrap_or_default()
}

#[test]
fn the_best_rows_of_their_keys_are_those_of_the_best_set() {
    let mut seen = 0;
    for number in 0..FIRMS {
        let answers = generator().settled_firm(number);
        let rows = stores(&answers);
        let found = findings(&answers);
        if rows.len() > 10 || found["modes"].applicant == Verdict::No {
            continue;
        }
        let share = |cost: Decimal| (cost / Decimal::TWO).min(Decimal::from(30_000));
        let many = rows.iter().filter(|(_, _, [orders, ..])| *orders >= Decimal::ONE_HUNDRED);
        let platforms: Vec<(String, Decimal)> = many.map(|(platform, _, [_, cost, _])| (platform.clone(), share(*cost))).collect();
        let modes: Vec<(u8, Decimal)> =
            rows.iter().map(|(_, mode, [_, cost, refund])| (*mode, (cost - refund).max(Decimal::ZERO))).collect();
        for (id, best, any) in
            [("platforms", best_set(&platforms, 2), !platforms.is_empty()), ("modes", best_set(&modes, 9), !modes.is_empty())]
        {
            let most = found[id].estimate.map(|estimate| estimate.most.value().expect("everything is known"));
            assert_eq!(most, any.then_some(best), "{id}: {}", told(&answers));
            seen += usize::from(any && found[id].outcome == Outcome::Qualifies);
        }
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn a_wrong_answer_is_told_with_its_place() {
    let wrong = |text: &str| read(library(), text).expect_err("is refused").join("\n");
    let field = |text: &str| wrong(text).split(": ").next().unwrap_or("").to_owned();
    assert_eq!(field(r#"{"fairs":[{},{"booths":[{"fee":"1元"},{"fee":"1单"}]}]}"#), "fairs[1].booths[1].fee");
    assert_eq!(field(r#"{"fairs":[{"country":"戊国"}]}"#), "fairs[0].country");
    assert_eq!(field(r#"{"home":3}"#), "home");
    assert_eq!(field(r#"{"stores":[{"platform":"  "}]}"#), "stores[0].platform");
    assert_eq!(field(r#"{"sites":[{"pilot":"perhaps"}]}"#), "sites[0].pilot");
    assert_eq!(field(r#"{"fairs":[{"booths":{"rows":[],"more":"yes"}}]}"#), "fairs[0].booths");
    let text = |length: usize| format!(r#"{{"stores":[{{"platform":"{}"}}]}}"#, "平".repeat(length));
    assert!(read(library(), &text(200)).is_ok());
    assert_eq!(field(&text(201)), "stores[0].platform");
    let booths = |count: usize| format!(r#"{{"fairs":[{{"booths":[{}]}}]}}"#, vec!["{}"; count].join(","));
    assert!(read(library(), &booths(50)).is_ok());
    assert!(wrong(&booths(51)).contains("50"), "{}", wrong(&booths(51)));
    let fairs = |count: usize| format!(r#"{{"fairs":[{}]}}"#, vec!["{}"; count].join(","));
    assert!(read(library(), &fairs(200)).is_ok());
    assert!(wrong(&fairs(201)).contains("200"));
}

#[test]
fn a_text_is_trimmed_and_a_row_may_be_not_sure_of_its_list() {
    let answers = read(library(), r#"{"stores":[{"platform":" 某平台 "}],"fairs":[{"booths":"not_sure"},{"booths":"none"}]}"#)
        .expect("is understood");
    assert_eq!(told(&answers), r#"{"fairs":[{"booths":"not_sure"},{"booths":"none"}],"stores":[{"platform":"某平台"}]}"#);
}
