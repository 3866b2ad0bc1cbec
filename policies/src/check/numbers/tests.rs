use std::sync::Arc;

use insta::assert_snapshot;
use mingbai_core::fact::{Changeable, Fact, FactKind, Text, Wording};

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{self, PolicyDoc};
use crate::{passages, read};

/// A made-up policy of one page.
pub(crate) fn policy(text: &str) -> PolicyDoc {
    let mut diagnostics = Vec::new();
    let source: Arc<Source> = Source::new("policy.md", text);
    let page = read::read(&source, &mut diagnostics);
    let policy = doc::policy(page, &mut diagnostics);
    assert_eq!(diagnostics, []);
    policy
}

/// A sentence with a measure under it.
pub(crate) fn measure(sentence: &str, keys: &str) -> String {
    format!("> {sentence}\n\n```toml measure m-1\ntitle = {{ zh = \"补助\", en = \"Subsidy\" }}\n{keys}\n```\n")
}

fn refusals(text: &str, facts: &[Fact]) -> Vec<Diagnostic> {
    let policy = policy(text);
    let mut diagnostics = Vec::new();
    super::check(&policy, &passages::passages(&policy), facts, &mut diagnostics);
    diagnostics
}

/// The code and the underlined words of each refusal.
fn brief(text: &str) -> Vec<(&'static str, String)> {
    let source = Source::new("policy.md", text);
    let of = |d: &Diagnostic| (d.code, source.slice(d.labels[0].0).to_owned());
    refusals(text, &[]).iter().map(of).collect()
}

fn rendered(text: &str) -> String {
    refusals(text, &[]).iter().map(Diagnostic::render).collect()
}

const CLAUSE: &str = "对年交易额达到100万元以上的企业，给予支出费用30%的资金扶持，最高不超过50万元。";

#[test]
fn a_rule_that_says_the_numbers_of_its_sentence_passes() {
    let clean = measure(CLAUSE, "when = 'turnover >= 100万元'\npays = '30% * cost at most 50万元'");
    assert_eq!(brief(&clean), []);
    let odd = measure(
        "达到１００ 万元的，补助三十元，运营三个月、八家，按百分之五。",
        "when = 'a >= 100万元 and b >= 3个月 and c >= 8家'\npays = '5% * x + 30元'",
    );
    assert_eq!(brief(&odd), []);
}

#[test]
fn a_number_of_a_rule_that_the_sentence_does_not_say_is_refused() {
    let text = measure(CLAUSE, "when = 'turnover >= 120万元 and turnover >= 100万元'\npays = '30% * cost at most 50万元'");
    assert_snapshot!(rendered(&text));
}

#[test]
fn a_number_of_the_sentence_that_no_rule_uses_is_refused() {
    let text = measure(CLAUSE, "when = 'turnover >= 100万元'\npays = '30% * cost'");
    assert_snapshot!(rendered(&text));
}

#[test]
fn another_unit_is_another_number() {
    let text = measure("满1年的，补助100万元。", "when = 'months >= 12个月'\npays = '100万美元'");
    let expected = [
        ("numbers::not_in_text", "12个月"),
        ("numbers::not_in_text", "100万美元"),
        ("numbers::unaccounted", "1年"),
        ("numbers::unaccounted", "100万元"),
    ];
    assert_eq!(brief(&text), expected.map(|(code, words)| (code, words.to_owned())));
}

#[test]
fn numbers_of_readings_are_checked_too() {
    let reading = "pays = '30% * cost at most 50万元'\nwhen = 'turnover >= 100万元'\n\n[[reading]]\nid = \"r\"\nzh = \"另\"\nen = \"other\"\npays = '40% * cost'";
    assert_eq!(brief(&measure(CLAUSE, reading)), [("numbers::not_in_text", "40%".to_owned())]);
    let only_in_reading = "when = 'turnover >= 100万元'\npays = '30% * cost'\n\n[[reading]]\nid = \"r\"\nzh = \"另\"\nen = \"other\"\npays = '30% * cost at most 50万元'";
    assert_eq!(brief(&measure(CLAUSE, only_in_reading)), [("numbers::unaccounted", "50万元".to_owned())]);
}

#[test]
fn a_number_counts_only_for_the_blocks_under_its_own_sentence() {
    let text = format!(
        "> 最高不超过50万元。\n\n```toml note\nkind = \"form\"\n```\n\n{}",
        measure("给予30%的补助。", "pays = '30% * cost at most 50万元'")
    );
    let expected = [("numbers::unaccounted", "50万元"), ("numbers::not_in_text", "50万元")];
    assert_eq!(brief(&text), expected.map(|(code, words)| (code, words.to_owned())));
    let defined = format!(
        "> 按30%的比例补助。\n\n```toml define\nrate = '30%'\n```\n\n{}",
        measure("最高不超过50万元。", "pays = 'rate * cost at most 50万元'")
    );
    assert_eq!(brief(&defined), []);
}

#[test]
fn zero_needs_no_source() {
    assert_eq!(brief(&measure("给予补助。", "when = 'cost > 0元'\npays = \"unstated\"")), []);
}

#[test]
fn a_reason_accounts_for_a_number_and_must_be_needed() {
    let note = |numbers: &str| {
        format!("{}\n```toml note\nkind = \"refers\"\nnumbers = {numbers}\n```\n", measure("省级补70%，市级补30%。", "pays = '30% * cost'"))
    };
    assert_eq!(brief(&note("{ \"70%\" = \"由省定\" }")), []);
    assert_eq!(brief(&note("{ \"70%\" = \" \" }")), [("numbers::no_reason", "\"70%\"".to_owned())]);
    assert_snapshot!(rendered(&note("{ \"70%\" = \"由省定\", \"30%\" = \"市级\", \"60%\" = \"没有\" }")));
}

#[test]
fn the_wording_of_a_used_fact_accounts_for_a_number() {
    let fact = |name: &str| Fact {
        name: name.to_owned(),
        kind: FactKind::YesNo,
        wording: Wording {
            question: Text { zh: "是否有达到1亿元的企业？".to_owned(), en: String::new() }, ..Wording::default()
        },
        changeable: Changeable::No,
        page: 0,
    };
    let text = measure("有达到1亿元的企业的园区。", "when = 'has_large_firm'\npays = \"unstated\"");
    assert_eq!(refusals(&text, &[fact("has_large_firm")]), []);
    assert_eq!(refusals(&text, &[fact("another_fact")])[0].code, "numbers::unaccounted");
}

#[test]
fn the_dates_of_the_document_say_how_long_it_is_valid() {
    let document = |until: &str, check_until: &str| {
        format!(
            "> 本措施有效期三年。\n\n```toml document\nid = \"d\"\ntitle = {{ zh = \"题\", en = \"t\" }}\nnumber = \"1\"\nissuer = {{ zh = \"市\", en = \"c\" }}\nregion = \"r\"\nfor = []\n\
             in_force = {{ from = 2024-08-22, until = {until}, check_until = {check_until} }}\nevents = {{ from = 2024-08-22, until = {until} }}\n\
             status_note = {{ zh = \"注\", en = \"n\" }}\napply = {{ zh = \"处\", en = \"p\" }}\nchecked = 2026-11-21\n```\n"
        )
    };
    assert_eq!(brief(&document("2027-08-21", "2027-08-22")), []);
    assert_eq!(brief(&document("2027-08-21", "2027-08-21")), []);
    assert_eq!(brief(&document("2026-08-21", "2026-08-22")), [("numbers::unaccounted", "三年".to_owned())]);
}

#[test]
fn the_numbers_of_a_quote_are_marked_by_their_bytes() {
    let policy = policy("> 满3天，第三方\n>\n> 且10人以上。\n");
    let marked = passages::numbers_of_quotes(&policy);
    let words = |quote: usize, (from, to): (u32, u32)| &policy.source.slice(policy.runs[0].quotes[quote].span)[from as usize..to as usize];
    assert_eq!((marked[0].len(), words(0, marked[0][0])), (1, "3天"));
    assert_eq!((marked[1].len(), words(1, marked[1][0])), (1, "10人"));
}

#[test]
fn each_quote_is_a_line_of_the_text() {
    let text = measure("支持创新\n>\n> 1.给予5\n>\n> 10家以上的奖励", "when = 'firms >= 10家 and firms >= 5家'");
    assert_eq!(brief(&text), [], "1. heads a clause; 5 and 10 are two numbers");
}
