//! Whether one can apply: 有效期三年 from 22 August 2024. Counted from day to day it ends on 21 August 2027; whether 22 August 2027
//! is still inside depends on how one counts, so that day says: ask.
#![cfg(test)]

use mingbai_core::claim::{Claimable, claimable};
use mingbai_core::library::{Document, Standing};
use mingbai_tests::{answers, day, library, notice, report};

#[test]
fn the_notice_can_be_claimed_under_for_three_years() {
    let cases = [
        ("1900-01-01", Claimable::NotYet),
        ("2024-08-21", Claimable::NotYet),
        ("2024-08-22", Claimable::InForce),
        ("2026-11-21", Claimable::InForce),
        ("2027-08-21", Claimable::InForce),
        ("2027-08-22", Claimable::Check),
        ("2027-08-23", Claimable::Expired),
        ("2199-12-31", Claimable::Expired),
    ];
    for (date, expected) in cases {
        assert_eq!(claimable(notice(), day(date)), expected, "{date}");
    }
}

#[test]
fn a_document_without_a_period_is_never_claimable_without_asking() {
    for (standing, expected) in
        [(Standing::Draft, Claimable::Draft), (Standing::NotStated, Claimable::NotStated), (Standing::Background, Claimable::Background)]
    {
        let document = Document { standing, ..notice().clone() };
        for date in ["1900-01-01", "2024-08-22", "2026-11-21", "2199-12-31"] {
            assert_eq!(claimable(&document, day(date)), expected, "{date}");
        }
    }
}

#[test]
fn the_report_says_so_beside_the_outcomes_and_changes_none_of_them() {
    let firm = answers(
        r#"{"applicant":["enterprise"],"registered_in":["lhasa"],"already_supported":"none","agreement_items":"none",
            "annual_cbec_transaction":"100万元","traditional_foreign_trade_firm":"yes","online_ad_cost":"50万元",
            "website_build_cost":"0元","platform_fees":"none","exhibitions":"none","leased_warehouse_costs":"none"}"#,
    );
    let on = |date: &str| {
        let mut report = report(library(), &firm, day(date));
        assert_eq!(report["as_of"], date);
        let claimable = report["documents"][0]["claimable"].take();
        (claimable.as_str().unwrap_or("").to_owned(), report["documents"][0].take())
    };
    let (in_force, outcomes) = on("2027-08-21");
    assert_eq!(in_force, "in_force");
    for (date, expected) in [("2024-08-21", "not_yet"), ("2027-08-22", "check"), ("2027-08-23", "expired")] {
        assert_eq!(on(date), (expected.to_owned(), outcomes.clone()), "{date}");
    }
}
