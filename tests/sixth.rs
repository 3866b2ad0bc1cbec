//! A sixth notice, made up, added to a copy of the policies folder in the way that `policies/README.md` tells its officers.
#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use mingbai_policies::ledger::{Fate, ledger};
use mingbai_policies::{Diagnostic, Policies, check, load, mutate};
use mingbai_tests::library::repository;
use mingbai_tests::strategy::generator;
use mingbai_tests::{day, library, read, report, written};
use serde_json::{Value, json};

const ID: &str = "shili-2026-1";

/// The region that the officer adds, before the line of all other places.
const REGION: &str = "  { id = \"shili\", zh = \"试例市\", en = \"Shili\" },\n";
const OTHER_PLACES: &str = "  { id = \"elsewhere\", zh = \"其他地方\"";

fn fixture() -> PathBuf {
    repository().join("tests/sixth")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().expect("a file has a name"))).expect("a file can be copied");
        }
    }
}

/// The real policies with the sixth notice beside them.
fn sixth() -> &'static Policies {
    static POLICIES: OnceLock<Policies> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sixth");
        _ = fs::remove_dir_all(&folder);
        let real = repository().join("policies");
        let documents = library().documents.iter().map(|document| document.id.as_str());
        for within in documents.chain(["facts", "reference"]) {
            copy(&real.join(within), &folder.join(within));
        }
        copy(&fixture().join(ID), &folder.join(ID));
        let regions = text(&real.join("facts/applicant.toml"));
        assert_eq!(regions.matches(OTHER_PLACES).count(), 1);
        let regions = regions.replace(OTHER_PLACES, &format!("{REGION}{OTHER_PLACES}"));
        fs::write(folder.join("facts/applicant.toml"), regions).expect("the regions can be written");
        let recognition = text(&real.join("facts/recognition.toml")) + "\n" + &text(&fixture().join("recognition.toml"));
        fs::write(folder.join("facts/recognition.toml"), recognition).expect("the page can be written");
        let (policies, refused) = load(&folder).expect("the folder can be read");
        assert_eq!(rendered(&refused), "");
        policies
    })
}

fn rendered(refused: &[Diagnostic]) -> String {
    refused.iter().map(Diagnostic::render).collect()
}

#[test]
fn check_refuses_nothing() {
    assert_eq!(rendered(&check::check(sixth())), "");
}

#[test]
fn its_examples_notice_every_change_of_a_rule() {
    let accounts = mutate::mutate(sixth(), Some(ID));
    assert!(accounts.iter().all(|account| account.tried > 40));
    assert_eq!(accounts.iter().map(|account| rendered(&account.refusals)).collect::<Vec<_>>(), [""]);
}

/// 500万 is 300万以上; 20% × 200万 = 40万, at most 30万. Booths: 50% × 8万 → 2万, 50% × 3万 = 1.5万, 50% × 6万 → 2万; 5.5万 in one year,
/// at most 5万. Recognition is applied for: at most 20万, less than what article 1 gives for certain, so 30万 + 5万 remain.
#[test]
fn a_firm_gets_what_the_notice_says() {
    let library = &sixth().library;
    let answers = read(library, &text(&fixture().join("firm.json"))).expect("the answers are right");
    let report = report(library, &answers, day("2026-11-21"));
    let notice = document(&report, ID);
    let measure = |id: &str| {
        let found = notice["measures"].as_array().and_then(|all| all.iter().find(|one| one["id"] == id)).expect("the measure is there");
        (found["outcome"].clone(), found["kind"].clone(), found["estimate"].clone())
    };
    let (qualifies, exact) = (json!("qualifies"), json!("exact"));
    assert_eq!(notice["claimable"], "in_force");
    assert_eq!(measure("shili-01"), (qualifies.clone(), exact.clone(), json!({ "least": "30万元", "most": "30万元" })));
    assert_eq!(measure("shili-02"), (qualifies, exact, json!({ "least": "5万元", "most": "5万元" })));
    let open = (json!("subject_to_review"), json!("assessed"), json!({ "least": "0元", "most": "20万元" }));
    assert_eq!(measure("shili-03"), open);
    assert_eq!(notice["sums"], json!({ "exact": { "least": "35万元", "most": "35万元" }, "beside": [] }));
}

#[test]
fn the_ledger_accounts_for_every_sentence() {
    let (policy, _) = sixth().written.policies.iter().find(|(policy, _)| policy.source.name.starts_with(ID)).expect("it is loaded");
    let account = ledger(policy);
    let fates: Vec<(usize, Fate, String)> =
        account.entries.iter().map(|entry| (entry.sentences, entry.fate, entry.ids.join(" "))).collect();
    let note = |kind| (1, kind, String::new());
    let rule = |sentences, fate, id: &str| (sentences, fate, id.to_owned());
    let expected = [
        note(Fate::Form),
        rule(1, Fate::Computed, "shili-01"),
        rule(2, Fate::Computed, "shili-02"),
        rule(1, Fate::NeedsReview, "shili-03"),
        note(Fate::Direction),
        rule(1, Fate::Combination, "shili-higher"),
        note(Fate::Procedure),
    ];
    assert_eq!(fates, expected);
    // 300万元, 20%, 30万元; 50%, 2万元, 5万元; 20万元.
    assert_eq!((account.numbers, account.exceptions.len()), (7, 0));
}

#[test]
fn what_the_other_notices_say_stays_the_same() {
    for number in 0..60 {
        let firm = written(library(), &generator().firm(number));
        let with = |library| report(library, &read(library, &firm).expect("the answers are right"), day("2026-11-21"));
        let (five, six) = (with(library()), with(&sixth().library));
        let five = five["documents"].as_array().expect("there are documents");
        assert_eq!(five.len() + 1, six["documents"].as_array().map_or(0, Vec::len));
        for before in five {
            assert_eq!(before, document(&six, before["id"].as_str().expect("it has an id")), "{firm}");
        }
    }
}

/// Every block of the walk-through is one of this notice, word for word.
#[test]
fn the_walk_through_of_the_manual_is_this_notice() {
    let manual = text(&repository().join("policies/README.md"));
    let (_, walk) = manual.split_once("## How to add a document").expect("the manual has a walk-through");
    let (walk, _) = walk.split_once("\n## ").expect("another part follows");
    let notice = text(&fixture().join(ID).join("policy.md")) + REGION + &text(&fixture().join("recognition.toml"));
    let blocks: Vec<&str> =
        walk.split("~~~").skip(1).step_by(2).filter_map(|block| block.split_once('\n')).map(|(_, block)| block).collect();
    assert!(blocks.len() >= 3, "{walk}");
    for block in blocks {
        assert!(notice.contains(block), "{block}");
    }
}

fn document<'a>(report: &'a Value, id: &str) -> &'a Value {
    report["documents"].as_array().and_then(|all| all.iter().find(|one| one["id"] == id)).unwrap_or_else(|| panic!("no {id}"))
}
