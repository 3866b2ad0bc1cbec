//! The `policies` command as it is typed: what it prints, where, and how it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mingbai_core::pack;

fn policies(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_policies")).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn scratch(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

/// The small sound policy of the refusals, with one place changed everywhere.
fn changed_folder(name: &str, from: &str, to: &str) -> PathBuf {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for file in ["demo-2025-1/policy.md", "demo-2025-1/source.txt", "facts/firm.toml"] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, fs::read_to_string(base.join(file)).unwrap().replace(from, to)).unwrap();
    }
    folder
}

/// Words without what the two ways of writing a text differ in.
fn bare(text: &str) -> String {
    let marks = ['#', '*', '_', '`', '\\'];
    text.chars().filter(|c| !c.is_whitespace() && !marks.contains(c)).collect()
}

#[test]
fn the_list_holds_every_measure_once_and_each_beneath_words_of_its_own_text() {
    let html = out(&policies(&["list"]));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sections = html.split("<section aria-labelledby=\"").skip(1);
    let documents = ["lhasa-2024-17", "yuncheng-2024-10", "inner-mongolia-accelerate", "zhuzhou-draft", "tibet-2023-19"];
    let mut left: Vec<&str> = documents.to_vec();
    for section in sections.by_ref() {
        let id = section.split('"').next().unwrap();
        left.retain(|document| *document != id);
        let law = fs::read_to_string(root.join(id).join("policy.md")).unwrap();
        let source = bare(&fs::read_to_string(root.join(id).join("source.txt")).unwrap());
        for measure in law.lines().filter_map(|line| line.strip_prefix("```toml measure ")) {
            assert_eq!(section.matches(&format!("<h4 id=\"{measure}\">")).count(), 1, "{measure}");
        }
        assert_eq!(section.matches("<h4 id=").count(), law.matches("\n```toml measure ").count(), "{id}");
        for article in section.split("<article>").skip(1) {
            let (_, quote) = article.split_once("<blockquote>").unwrap();
            let quote = quote.split("</blockquote>").next().unwrap();
            assert!(!quote.trim().is_empty(), "{article}");
            for words in quote.split("<p>").skip(1).map(|paragraph| paragraph.split("</p>").next().unwrap()) {
                assert!(source.contains(&bare(words)), "{id}: {words}");
            }
        }
    }
    assert_eq!(left, [""; 0]);
    assert!(!html.contains("<script") && !html.contains("<style") && !html.contains(" style="));
}

#[test]
fn check_says_that_nothing_is_refused() {
    let output = policies(&["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert!(out(&output).starts_with("nothing is refused; documents: "), "{}", out(&output));
}

#[test]
fn check_prints_what_is_refused_and_ends_with_1() {
    let folder = changed_folder("misspelt", "'turnover >=", "'turnovr >=");
    let output = policies(&["--folder", folder.to_str().unwrap(), "check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("demo-2025-1/policy.md:28:9"), "{}", out(&output));
    assert!(out(&output).contains("did you mean `turnover`?"));
    assert!(out(&output).ends_with("refused: 1\n"));
}

/// A misspelt name, and a number that the text has not.
#[test]
fn nothing_is_packed_from_refused_files() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused.pack");
    for (name, from, to, said) in [
        ("no-name", "'turnover >=", "'turnovr >=", "did you mean `turnover`?"),
        ("no-number", "'30% *", "'40% *", "`40%` is not in the text"),
    ] {
        let folder = changed_folder(name, from, to);
        let output = policies(&["--folder", folder.to_str().unwrap(), "pack", "--out", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(out(&output), "");
        assert!(err(&output).contains(said), "{}", err(&output));
        assert!(!file.exists());
    }
}

#[test]
fn pack_writes_what_the_engine_reads() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("policies.pack");
    let output = policies(&["pack", "--out", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(pack::decode(&fs::read(&file).unwrap()).unwrap().document("lhasa-2024-17").unwrap().measures.len(), 24);
}

/// The catalogue of facts, by name.
fn catalogue() -> impl Fn(&str) -> serde_json::Value {
    let catalogue: serde_json::Value = serde_json::from_slice(&policies(&["facts"]).stdout).unwrap();
    move |name| catalogue.as_array().unwrap().iter().find(|fact| fact["name"] == name).unwrap().clone()
}

#[test]
fn facts_is_a_catalogue_with_the_measures_that_use_each_fact() {
    let fact = catalogue();
    let premium = fact("credit_insurance_premium");
    assert_eq!(premium["unit"], "元");
    assert_eq!(premium["measures"], serde_json::json!(["lhasa-07a", "lhasa-07b", "lhasa-07c", "zhuzhou-13", "yuncheng-07"]));
    // The number of employees decides the size, and the size decides two measures of clause 七.
    assert_eq!(fact("employees")["measures"], serde_json::json!(["lhasa-07b", "lhasa-07c"]));
    let booth = fact("exhibitions")["columns"].as_array().unwrap().iter().find(|column| column["name"] == "booth").unwrap().clone();
    assert_eq!(booth["kind"], "quantity");
    assert_eq!(fact("park_months_in_year_1")["most"], "12个月");
}

#[test]
fn facts_says_where_each_is_asked_and_what_can_be_changed() {
    let fact = catalogue();
    let (turnover, before, size) = (fact("annual_cbec_transaction"), fact("prior_year_export"), fact("sme_size"));
    assert_eq!([&turnover["page"]["zh"], &size["page"]["zh"]], ["跨境电商与外贸业务", "企业规模"]);
    // This year's trade may grow; last year's is over.
    assert_eq!((&turnover["changeable"], before.get("changeable")), (&serde_json::json!(true), None));
    let stores = fact("online_stores");
    let holder = stores["columns"].as_array().unwrap().iter().find(|column| column["name"] == "holder").unwrap();
    assert_eq!((&holder["changeable_to"], holder.get("changeable")), (&serde_json::json!(["filed"]), None));
    assert_eq!((turnover["help"].is_object(), holder.get("help")), (true, None));
    assert_eq!(size["derived"]["zh"], "中小企业划型标准规定");
}

#[test]
fn glossary_explains_the_words_of_the_texts() {
    let terms: serde_json::Value = serde_json::from_slice(&policies(&["glossary"]).stdout).unwrap();
    let term = |name: &str| terms.as_array().unwrap().iter().find(|term| term["name"] == name).unwrap().clone();
    assert_eq!(term("9810")["source"], "海关总署公告2020年第75号");
    assert_eq!(term("独立站")["text"]["en"], "A firm's own online shop under its own domain, not on a third-party platform.");
}

#[test]
fn the_ledger_accounts_for_the_document() {
    let output = policies(&["ledger"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("lhasa-2024-17\n"), "{}", out(&output));
}

#[test]
fn evaluate_prints_one_line_for_each_file() {
    let one = scratch("one.json", r#"{ "applicant": ["enterprise"], "annual_cbec_transaction": "120万元" }"#);
    let two = scratch("two.json", "{}");
    let output = policies(&["evaluate", "--as-of", "2026-11-21", one.to_str().unwrap(), two.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let lines: Vec<serde_json::Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["as_of"], "2026-11-21");
    assert_eq!(lines[0]["answers"]["annual_cbec_transaction"], "120万元");
}

#[test]
fn bad_answers_name_file_and_field_and_print_no_result() {
    let good = scratch("good.json", "{}");
    let bad = scratch("bad.json", r#"{ "annual_cbec_transaction": "120美元" }"#);
    let output = policies(&["evaluate", "--as-of", "2026-11-21", good.to_str().unwrap(), bad.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&output), "");
    assert!(err(&output).contains("bad.json") && err(&output).contains("annual_cbec_transaction"), "{}", err(&output));
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    let wrong: [&[&str]; 7] =
        [&[], &["chek"], &["check", "--all"], &["pack"], &["pack", "--out"], &["evaluate", "a.json"], &["--folder", "nowhere", "check"]];
    for arguments in wrong {
        let output = policies(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(out(&output), "", "{arguments:?}");
        assert!(!err(&output).is_empty(), "{arguments:?}");
    }
}
