//! An assessment that was kept can be made again: the same bytes from the same rules, and a change that matters is seen.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_core::Library;
use mingbai_core::pack::{decode, encode, fingerprint, sealed};
use mingbai_policies::receipt::differences;
use mingbai_tests::strategy::{as_of, cases, firm};
use mingbai_tests::{answers, day, library, printed};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn every_assessment_is_made_again_byte_for_byte(firm in firm(), as_of in as_of()) {
        let kept = printed(library(), &firm.0, as_of);
        prop_assert_eq!(differences(library(), &kept), Ok(Vec::new()));
        prop_assert_eq!(printed(on_the_page(), &firm.0, as_of), kept);
    }
}

/// The rules as the page has them: out of the pack.
fn on_the_page() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| decode(&encode(library()).expect("the rules fit a pack")).expect("a pack is read"))
}

/// 30% of 50万元 at 100万元 of trade.
fn kept() -> String {
    let firm = answers(
        r#"{"applicant":["enterprise"],"registered_in":["lhasa"],"annual_cbec_transaction":"100万元","online_ad_cost":"50万元","website_build_cost":"0元","platform_fees":"none"}"#,
    );
    printed(library(), &firm, day("2026-11-21"))
}

/// Where the kept text differs once it was changed so.
fn seen(from: &str, to: &str) -> Vec<String> {
    let kept = kept();
    assert!(kept.contains(from), "{from} is not in it");
    differences(library(), &kept.replacen(from, to, 1)).expect("it can be made again")
}

#[test]
fn a_changed_answer_day_or_figure_is_seen() {
    let has = |found: &[String], end: &str| assert!(found.iter().any(|one| one.ends_with(end)), "{end}: {found:#?}");
    assert!(seen(r#""100万元""#, r#""99万元""#).iter().all(|one| one.starts_with("documents[0].")));
    assert_ne!(seen(r#""100万元""#, r#""99万元""#), Vec::<String>::new());
    has(&seen(r#""as_of":"2026-11-21""#, r#""as_of":"2028-11-21""#), r#"claimable: was "in_force", is "expired""#);
    has(&seen(r#""most":"15万元""#, r#""most":"16万元""#), r#"most: was "16万元", is "15万元""#);
    has(&seen(r#"{"form":1,"#, r#"{ "form":1,"#), "written in another way");
}

/// Without the line of 100万元 the measure is another; the rules say so by their fingerprint, even where nothing else changes.
#[test]
fn a_changed_rule_is_seen() {
    let mut other = library().clone();
    let measures = other.documents.iter_mut().flat_map(|document| &mut document.measures);
    measures.filter(|measure| measure.id == "lhasa-02").for_each(|measure| measure.when = None);
    let found = differences(&sealed(other), &kept()).expect("it can be made again");
    assert!(found[0].starts_with("rules: was "), "{found:#?}");
    assert!(found.iter().any(|one| one.starts_with("documents[0].measures[3].")), "{found:#?}");
    let reworded = Library { checked: None, ..library().clone() };
    assert_ne!(sealed(reworded).fingerprint, library().fingerprint);
}

#[test]
fn what_is_no_assessment_is_refused_with_a_reason() {
    for (kept, reason) in [
        ("", "EOF"),
        ("{}", "as_of"),
        (r#"{"as_of":"2026-11-21"}"#, "documents"),
        (r#"{"as_of":"2026-11-21","documents":[],"answers":{"nobody":"yes"}}"#, "nobody"),
    ] {
        let complaints = differences(library(), kept).expect_err("no assessment");
        assert!(complaints[0].contains(reason), "{complaints:?}");
    }
}

/// The values its authors publish for FNV-1a with 64 bits.
#[test]
fn the_fingerprint_is_the_published_one() {
    for (bytes, expected) in [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")] {
        assert_eq!(fingerprint(bytes.as_bytes()), expected);
    }
}
