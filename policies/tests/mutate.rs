//! Changed rules, on a small sound policy: which changes no example notices, and which reasons are accepted.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on should stop")]

mod broken;

use std::path::PathBuf;

use broken::{Edit, refusals};
use mingbai_policies::load;
use mingbai_policies::mutate::{Account, mutate};

const POLICY: &str = "demo-2025-1/policy.md";
const FILES: [&str; 3] = [POLICY, "demo-2025-1/source.txt", "facts/firm.toml"];

/// Two fairs of one year and one of another, and somebody for whom the measures are not.
const MORE_EXAMPLES: Edit<'_> = (
    POLICY,
    "> 三、同一企业",
    r#"```toml example
name = "two years, each with its maximum"
given = { turnover = "0元", fairs = [ { date = "2025-03-01", booth = "15万元" }, { date = "2026-03-01", booth = "15万元" } ] }
expect = { demo-fairs = "qualifies exact 300000" }
```

```toml example
name = "not for schools"
given = { applicant = ["school"], turnover = "100万元", advertising = "100万元", fairs = [ { date = "2026-03-01", booth = "15万元" } ] }
expect = { demo-ads = "not_applicable", demo-fairs = "not_applicable" }
```

> 三、同一企业"#,
);

/// Nothing is ever better than what is paid, but somebody wrote it down.
const BETTER_THAN_NOTHING: Edit<'_> =
    (POLICY, "pays = '30% * advertising at most 50万元'", "pays = 'better of (30% * advertising at most 50万元, 0元)'");

const ONLY_THE_FIRST: &str = "better of (30% * advertising at most 50万元, 0元): only 30% * advertising at most 50万元";

fn folder(name: &str, edits: &[Edit<'_>]) -> PathBuf {
    let folder = broken::broken("base", &FILES, &format!("mutate-{name}"), edits);
    assert_eq!(refusals(&folder), "", "the policy is sound");
    folder
}

fn account(folder: &std::path::Path) -> Account {
    let (policies, _) = load(folder).unwrap();
    mutate(&policies, None).remove(0)
}

/// What an officer reads, in one line without the frame around it.
fn told(account: &Account) -> Vec<String> {
    account.refusals.iter().map(|refusal| format!("{} {}", refusal.code, refusal.message)).collect()
}

/// A note beneath the first clause.
fn note(key: &str, reason: &str) -> String {
    format!("```toml note\nequivalent = {{ \"{key}\" = \"{reason}\" }}\n```\n\n> 二、对企业参加")
}

fn with_note(name: &str, key: &str, reason: &str, more: &[Edit<'_>]) -> Account {
    let note = note(key, reason);
    let zero = (
        POLICY,
        "```toml example\nname = \"one fen short\"",
        "```toml example\nname = \"no advertising\"\ngiven = { turnover = \"100万元\", advertising = \"0元\", fairs = \"none\" }\nexpect = { demo-ads = \"qualifies exact 0\" }\n```\n\n```toml example\nname = \"one fen short\"",
    );
    let edits = [&[MORE_EXAMPLES, zero, (POLICY, "> 二、对企业参加", &note)], more].concat();
    account(&folder(name, &edits))
}

#[test]
fn a_change_that_no_example_notices_is_found_where_it_is_made() {
    let account = account(&folder("survivors", &[]));
    assert_eq!(
        told(&account),
        [
            "mutate::survives no example tells the rule from this change: demo-ads: for every kind of applicant",
            "mutate::survives no example tells the rule from this change: total f.booth for each f in fairs at most 20万元 per f.year: at most for all years together",
            "mutate::survives no example tells the rule from this change: demo-fairs: for every kind of applicant",
        ]
    );
    let years = account.refusals[1].render();
    assert!(years.contains("demo-2025-1/policy.md:60:9") && years.contains("equivalent = {"), "{years}");
    assert_eq!(account.tried, account.killed + 3);
}

#[test]
fn nothing_is_refused_when_every_change_is_noticed() {
    let account = account(&folder("none", &[MORE_EXAMPLES]));
    assert_eq!(told(&account), [""; 0]);
    assert_eq!((account.tried, account.equivalent), (account.killed, 0));
    assert!(account.tried >= 24, "{}", account.tried);
}

#[test]
fn a_change_that_changes_nothing_is_accepted_with_its_reason() {
    let account = with_note("equivalent", ONLY_THE_FIRST, "nothing is paid below zero", &[BETTER_THAN_NOTHING]);
    assert_eq!(told(&account), [""; 0]);
    assert_eq!((account.tried, account.equivalent), (account.killed + 1, 1));
}

#[test]
fn the_same_change_without_a_reason_is_refused() {
    let account = with_note("no-reason", ONLY_THE_FIRST, " ", &[BETTER_THAN_NOTHING]);
    assert_eq!(told(&account), ["mutate::no_reason a change that changes nothing needs a reason"]);
}

/// Without the example of a school the change survives, but it is not the same.
#[test]
fn a_reason_that_answers_refute_is_refused_with_these_answers() {
    let schools = (POLICY, "expect = { demo-ads = \"not_applicable\", demo-fairs", "expect = { demo-fairs");
    let account = with_examples_changed("refuted", "demo-ads: for every kind of applicant", schools);
    assert_eq!(told(&account), ["mutate::not_equivalent this change does change something"]);
    let help = account.refusals[0].help.clone().unwrap();
    assert!(help.contains("\"applicant\":[\"school\"]"), "{help}");
}

#[test]
fn a_reason_that_is_not_needed_is_refused() {
    let account = with_note("idle", "30% → 31%", "it looked like it", &[]);
    assert_eq!(told(&account), ["mutate::not_needed a reason that is not needed"]);
}

/// The examples of [`MORE_EXAMPLES`] with one change, and a reason beneath the first clause.
fn with_examples_changed(name: &str, key: &str, (_, from, to): Edit<'_>) -> Account {
    let (note, examples) = (note(key, "so it seems"), MORE_EXAMPLES.2.replace(from, to));
    account(&folder(name, &[(POLICY, "> 二、对企业参加", &note), (POLICY, MORE_EXAMPLES.1, &examples)]))
}
