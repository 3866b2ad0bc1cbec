use std::path::Path;

use insta::assert_snapshot;
use mingbai_core::fact::Fact;

use crate::check::numbers::tests::{measure, policy};
use crate::diagnostic::Diagnostic;
use crate::passages;

fn refusals(text: &str) -> Vec<Diagnostic> {
    let policy = policy(text);
    let mut diagnostics = Vec::new();
    super::check(&policy, &passages::passages(&policy), &mut diagnostics);
    diagnostics
}

fn codes(sentence: &str, keys: &str) -> Vec<&'static str> {
    refusals(&measure(sentence, keys)).iter().map(|diagnostic| diagnostic.code).collect()
}

fn rendered(sentence: &str, keys: &str) -> String {
    refusals(&measure(sentence, keys)).iter().map(Diagnostic::render).collect()
}

#[test]
fn each_word_allows_one_sign() {
    for (sentence, allowed) in [
        ("100万元以上", ">="),
        ("达到100万元", ">="),
        ("满100万元", ">="),
        ("不低于100万元", ">="),
        ("超过100万元（含）", ">="),
        ("超过100万元", ">"),
        ("高于100万元", ">"),
        ("100万元（含）以下", "<="),
        ("100万元以内", "<="),
        ("不超过100万元", "<="),
        ("不满100万元", "<"),
        ("低于100万元", "<"),
    ] {
        for sign in [">=", ">", "<=", "<", "="] {
            let found = codes(sentence, &format!("when = 'turnover {sign} 100万元'"));
            assert_eq!(found.is_empty(), sign == allowed, "{sentence} {sign}: {found:?}");
        }
    }
    assert_eq!(codes("达到100万元", "when = '100万元 <= turnover'"), [""; 0]);
    assert_eq!(codes("达到100万元", "when = 'not turnover < 100万元'"), [""; 0]);
    assert_eq!(codes("100万元的企业", "when = 'turnover < 100万元'"), [""; 0], "no word, no contradiction");
}

#[test]
fn a_sign_against_its_word_is_refused() {
    assert_snapshot!(rendered("对年交易额达到100万元以上的企业给予补助。", "when = 'turnover > 100万元'\npays = \"unstated\""));
}

#[test]
fn a_word_that_caps_wants_a_cap() {
    let cases = [
        ("给予30%的补助，最高不超过50万元", "30% * cost at most 50万元", true),
        ("给予30%的补助，最高不超过50万元", "30% * cost + 50万元", false),
        ("最高给予50万元补助", "up to 50万元", true),
        ("最高给予50万元补助", "50万元", false),
        ("按不超过实际费用30%的比例补助", "up to 30% * cost", true),
        ("按不超过实际费用30%的比例补助", "30% * cost", false),
        ("单个展会限6个展位，每个展位补助1万元", "total 1万元 for each b in booths largest 6", true),
        ("达到6个的，每个补助1万元", "total 1万元 for each b in booths largest 6", false),
    ];
    for (sentence, pays, allowed) in cases {
        let found = codes(sentence, &format!("pays = '{pays}'"));
        assert_eq!(found.is_empty(), allowed, "{sentence}: {pays}: {found:?}");
    }
}

#[test]
fn a_cap_written_as_a_fixed_sum_is_refused() {
    assert_snapshot!(rendered("最高给予一次性奖励50万元。", "pays = '50万元'"));
}

#[test]
fn what_is_not_below_the_line_of_the_same_sentence_is_beyond_it() {
    let sentence = "对出口额在300万美元（含）以下或300万美元以上但符合标准的企业给予补助。";
    for (sign, allowed) in [("<=", true), (">", true), (">=", true), ("<", false)] {
        let found = codes(sentence, &format!("when = 'export {sign} 300万美元'"));
        assert_eq!(found.is_empty(), allowed, "{sign}: {found:?}");
    }
}

#[test]
fn a_departure_carries_its_reason() {
    let sentence = "对出口额在300万美元以上的企业给予补助。";
    let with = |word: &str| codes(sentence, &format!("when = 'export > 300万美元'\nword = {{ {word} }}"));
    assert_eq!(with("\"300万美元以上\" = \"前句已写（含）以下\""), [""; 0]);
    assert_eq!(with("\"300万美元以上\" = \"\""), ["words::no_reason"]);
    assert_eq!(with("\"300万美元以下\" = \"不在原文\""), ["words::contradiction", "words::needless"]);
    assert_snapshot!(rendered(sentence, "when = 'export >= 300万美元'\nword = { \"300万美元以上\" = \"多余\" }"));
}

#[test]
fn the_word_is_found_across_blocks_and_lines() {
    let text = format!("> 按最高\n\n```toml note\nkind = \"form\"\n```\n\n{}", measure("50万元的标准给予补助。", "pays = '50万元'"));
    assert_eq!(refusals(&text)[0].code, "words::contradiction");
}

/// What the Lhasa notice is refused for, by code and underlined words, with other rules.
fn refused_of_lhasa(facts: &[Fact], written: &str) -> Vec<(&'static str, String)> {
    let policy = policy(written);
    let passages = passages::passages(&policy);
    let mut diagnostics = Vec::new();
    crate::check::numbers::check(&policy, &passages, facts, &mut diagnostics);
    super::check(&policy, &passages, &mut diagnostics);
    diagnostics.iter().map(|diagnostic| (diagnostic.code, policy.source.slice(diagnostic.labels[0].0).to_owned())).collect()
}

#[test]
fn a_slip_in_the_rules_of_the_lhasa_notice_is_refused() {
    let written = include_str!("../../../lhasa-2024-17/policy.md");
    let facts = crate::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().0.facts.list;
    let before = refused_of_lhasa(&facts, written);
    for (from, to, code, words) in [
        (
            "when = 'annual_cbec_transaction >= 100万元'\n",
            "when = 'annual_cbec_transaction > 100万元'\n",
            "words::contradiction",
            "100万元",
        ),
        ("public_warehouse_months >= 3个月", "public_warehouse_months >= 3年", "numbers::not_in_text", "3年"),
        ("60% * public_warehouse_investment at most 500万元", "60% * public_warehouse_investment", "numbers::unaccounted", "500万元"),
        ("50% * public_platform_om_cost at most 50万元", "50% * public_platform_om_cost + 50万元", "words::contradiction", "50万元"),
        ("'up to (80% * credit_insurance_premium at", "'(80% * credit_insurance_premium at", "words::contradiction", "80%"),
        ("when = 'prior_year_export <= 300万美元'", "when = 'prior_year_export < 300万美元'", "words::contradiction", "300万美元"),
        ("row.days >= 3天 and row.participants >= 10人", "row.days >= 3天", "numbers::unaccounted", "10人"),
    ] {
        assert_eq!(written.matches(from).count(), 1, "{from}");
        let mut after = refused_of_lhasa(&facts, &written.replace(from, to));
        after.retain(|refusal| !before.contains(refusal));
        assert_eq!(after, [(code, words.to_owned())], "{to}");
    }
}
