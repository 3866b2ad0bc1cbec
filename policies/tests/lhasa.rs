//! The Lhasa notice as rules: what the words of each clause make of its money, and who it is for.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;
use std::path::Path;

use mingbai_core::library::{Document, Kind, Measure};
use mingbai_core::pack;
use mingbai_policies::ledger::ledger;
use mingbai_policies::{Policies, check, load};

fn policies() -> Policies {
    let (policies, diagnostics) = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(diagnostics.is_empty(), "{}", diagnostics[0].render());
    policies
}

fn lhasa(policies: &Policies) -> &Document {
    policies.library.document("lhasa-2024-17").unwrap()
}

fn measure<'a>(policies: &'a Policies, id: &str) -> &'a Measure {
    lhasa(policies).measures.iter().find(|measure| measure.id == id).unwrap()
}

#[test]
fn nothing_is_refused() {
    let refusals = check::check(&policies());
    assert!(refusals.is_empty(), "{}", refusals[0].render());
}

/// Each exception to the checks is a decision; a new one changes this number on purpose.
#[test]
fn exceptions_written_by_hand_are_counted() {
    let policies = policies();
    let exceptions: Vec<(&str, usize)> =
        policies.written.policies.iter().map(|(policy, _)| (policy.source.name.as_str(), ledger(policy).exceptions.len())).collect();
    let expected = [
        ("lhasa-2024-17/policy.md", 1),
        ("tibet-2023-19/policy.md", 6),
        ("zhuzhou-draft/policy.md", 0),
        ("yuncheng-2024-10/policy.md", 1),
        ("inner-mongolia-accelerate/policy.md", 2),
    ];
    assert_eq!(exceptions, expected);
}

#[test]
fn the_words_of_the_text_decide_how_certain_an_amount_is() {
    let policies = policies();
    let kinds: Vec<(&str, Kind)> = lhasa(&policies).measures.iter().map(|measure| (measure.id.as_str(), measure.pays.kind())).collect();
    // 给予…% / 按…%: exact. 不超过…% / 按照标准 / 全额 with a cap of the whole event: ceiling. 最高不超过N万元 after an assessment: assessed.
    // 全额支持 without a figure: unstated.
    let expected = [
        ("lhasa-01c", Kind::None),
        ("lhasa-01a", Kind::Assessed),
        ("lhasa-01b", Kind::None),
        ("lhasa-02", Kind::Exact),
        ("lhasa-03b", Kind::None),
        ("lhasa-03a", Kind::Assessed),
        ("lhasa-04d", Kind::None),
        ("lhasa-04b", Kind::None),
        ("lhasa-04c", Kind::None),
        ("lhasa-04a", Kind::Exact),
        ("lhasa-05a", Kind::Exact),
        ("lhasa-05b", Kind::Exact),
        ("lhasa-06d", Kind::None),
        ("lhasa-06a", Kind::Unstated),
        ("lhasa-06b", Kind::Ceiling),
        ("lhasa-06c", Kind::Ceiling),
        ("lhasa-07a", Kind::Ceiling),
        ("lhasa-07b", Kind::Ceiling),
        ("lhasa-07c", Kind::Ceiling),
        ("lhasa-08a", Kind::None),
        ("lhasa-08b", Kind::None),
        ("lhasa-09a", Kind::Ceiling),
        ("lhasa-09b", Kind::Unstated),
        ("lhasa-10", Kind::Exact),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn the_region_pays_the_premium_of_small_exporters() {
    let policies = policies();
    for id in ["lhasa-07a", "lhasa-07b"] {
        assert_eq!(measure(&policies, id).paid_by.as_ref().map(|text| text.zh.as_str()), Some("自治区商务厅"), "{id}");
    }
    assert_eq!(measure(&policies, "lhasa-07c").paid_by, None);
}

/// Only clause 五 says 在我市注册; everywhere else it is a reading.
#[test]
fn registration_is_a_reading_except_where_the_text_asks_for_it() {
    let policies = policies();
    for measure in &lhasa(&policies).measures {
        let reads = measure.readings.iter().any(|reading| reading.id == "local-firms-only");
        assert_eq!(reads, measure.id != "lhasa-05a", "{}", measure.id);
    }
}

#[test]
fn each_measure_stands_under_its_own_sentence() {
    let policies = policies();
    let document = lhasa(&policies);
    for (id, words) in [
        ("lhasa-02", "对开展跨境电子商务年交易额达到100万元以上的企业"),
        ("lhasa-06c", "对企业自主参加境内外展会的展位费"),
        ("lhasa-07c", "对上年度出口额在300万美元以上的企业"),
        ("lhasa-10", "对拉萨跨境电商综合服务平台运营费用"),
    ] {
        let quotes = document.quotes_in(measure(&policies, id).quotes);
        assert!(quotes.iter().any(|quote| quote.text.starts_with(words)), "{id}");
    }
}

#[test]
fn numbers_are_marked_where_they_stand() {
    let policies = policies();
    let quotes = lhasa(&policies).quotes_in(measure(&policies, "lhasa-02").quotes);
    let marked: Vec<&str> =
        quotes.iter().flat_map(|quote| quote.numbers.iter().map(|(from, to)| &quote.text[*from as usize..*to as usize])).collect();
    assert_eq!(marked, ["100万元", "30%", "50万元"]);
}

#[test]
fn the_pack_holds_the_whole_library() {
    let library = policies().library;
    assert_eq!(pack::decode(&pack::encode(&library).unwrap()).unwrap(), library);
}

/// 第五条第一款 speaks of 公共海外仓 alone, 第二款 of renting any 海外仓, 第七条 of 出口信用保险.
#[test]
fn a_clause_knows_the_words_in_it_that_are_explained() {
    let policies = policies();
    let words = |id: &str| {
        let quotes = lhasa(&policies).quotes_in(measure(&policies, id).quotes);
        let terms = quotes.iter().flat_map(|quote| &quote.terms).map(|place| policies.library.glossary[usize::from(*place)].name.as_str());
        terms.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(words("lhasa-05a"), ["公共海外仓"]);
    assert_eq!(words("lhasa-05b"), ["海外仓"]);
    assert_eq!(words("lhasa-07c"), ["出口信用保险"]);
    assert_eq!(words("lhasa-01a"), [""; 0]);
}
