//! 拉政发〔2024〕17号 once more, written from the official text, and compared with the rules on many complete firms.
#![cfg(test)]

use mingbai_bench::by_hand::{self, Facts, by_hand};
use mingbai_core::assess;
use mingbai_core::measure::{Estimate, Finding};
use mingbai_tests::oracle::{Draft, Firm, Law, Oracle, Sums, agree};
use mingbai_tests::strategy::generator;
use mingbai_tests::{day, library, written};
use rust_decimal::Decimal;

#[path = "lhasa/people.rs"]
mod people;
#[path = "lhasa/spending.rs"]
mod spending;
#[path = "lhasa/together.rs"]
mod together;

#[test]
fn the_rules_give_what_the_text_gives() {
    let oracle = Oracle { document: "lhasa-2024-17", as_of: "2026-11-21", firms: 6_000, bend, law };
    // Directions and what is paid to others have no condition but the kind of applicant.
    let without_condition = [
        "-lhasa-01c",
        "-lhasa-03b",
        "-lhasa-04b",
        "-lhasa-04c",
        "-lhasa-04d",
        "-lhasa-06a",
        "-lhasa-06d",
        "-lhasa-08a",
        "-lhasa-08b",
        "-lhasa-09b",
    ];
    agree(&oracle, &without_condition);
}

/// What the engine is timed beside (`tests/bench/`) gives the same outcomes, amounts and sums at their upper end.
#[test]
fn the_plain_function_gives_what_the_rules_give() {
    for seed in 0..6_000 {
        let mut draft = Draft::new(generator(), seed);
        bend(&mut draft);
        let answers = draft.finished();
        let found = assess(library(), &answers, day("2026-11-21"), |document| document.id == "lhasa-2024-17");
        let found = &found.documents[0];
        let rules = &library().documents[usize::from(found.document)].measures;
        assert!(rules.iter().map(|rule| rule.id.as_str()).eq(by_hand::MEASURES));
        let most = |estimate: Estimate| estimate.most.high.expect("a complete firm has an upper end");
        let paid = |finding: &Finding| if finding.is_denied() { None } else { finding.estimate.map(most) };
        let measures = found.measures.iter().map(|finding| (finding.outcome, paid(finding).unwrap_or_default()));
        let sums = [found.sums.exact, found.sums.ceiling, found.sums.assessed].map(|sum| sum.map_or_else(Decimal::default, most));
        let plain = by_hand(&Facts::of(library(), &answers), day("2026-11-21"));
        assert_eq!((measures.collect(), sums), (plain.measures.to_vec(), plain.sums), "{}", written(library(), &answers));
    }
}

/// Firms that the notice speaks of, at its lines.
fn bend(draft: &mut Draft<'_>) {
    draft.long(10, "platform_fees", &[8, 9, 10, 20, 30]);
    let kinds = [
        "training_institution",
        "service_platform_operator",
        "payment_institution",
        "financial_institution",
        "exhibition_organiser",
        "government_department",
    ];
    if draft.chance.percent(80) {
        let other = *draft.chance.pick(&kinds);
        draft.choose_all("applicant", &["enterprise", other]);
    } else {
        let other = *draft.chance.pick(&kinds);
        draft.choose_all("applicant", &[other]);
    }
    if draft.chance.percent(80) {
        draft.choose_all("registered_in", &["lhasa"]);
    }
    draft.near("annual_cbec_transaction", &[1_000_000]);
    draft.near("public_warehouse_area", &[1_500]);
    draft.near("public_warehouse_firms_served", &[8]);
    draft.near("public_warehouse_months", &[3]);
    draft.near("public_warehouse_investment", &[8_333_333, 600_000]);
    draft.near("prior_year_export", &[3_000_000]);
    draft.near("credit_insurance_premium", &[2_500_000]);
    draft.near("public_platform_om_cost", &[1_000_000]);
    draft.often(
        80,
        &[
            "does_cbec_business",
            "invested_in_public_warehouse",
            "public_warehouse_systems",
            "local_producer_exporter",
            "operates_lhasa_platform",
        ],
    );
    draft.recognised(50, "lhasa_public_warehouse");
    if draft.chance.percent(50) {
        draft.unanswered("sme_size");
    }
    draft.in_rows(
        50,
        "exhibitions",
        "date",
        &["2024-08-21", "2024-08-22", "2024-12-31", "2025-01-01", "2025-12-31", "2026-11-21", "2026-11-22"],
    );
    draft.in_rows(
        50,
        "leased_warehouse_costs",
        "date",
        &["2024-08-21", "2024-08-22", "2025-01-01", "2025-12-31", "2026-11-21", "2026-11-22"],
    );
    draft.in_rows(30, "training_classes", "days", &["2", "3", "4"]);
    draft.in_rows(30, "training_classes", "participants", &["9", "10", "11"]);
    let paid = ["lhasa-01a", "lhasa-02", "lhasa-04a", "lhasa-05a", "lhasa-05b", "lhasa-06c", "lhasa-07c", "lhasa-10"];
    draft.name_measures(4, "already_supported", &paid);
    draft.name_measures(4, "agreement_items", &paid);
}

/// Every measure in its article, then the 附则.
fn law(firm: &Firm<'_>) -> (Vec<Law>, Sums) {
    let mut laws = spending::articles_1_to_6(firm);
    laws.extend(people::articles_7_to_10(firm));
    // 第五条 alone says 在我市注册; whether the others mean it too is a reading of the text.
    let elsewhere = !firm.facts.is("registered_in", "lhasa");
    let doubted = laws.into_iter().map(|law| if law.id == "lhasa-05a" { law } else { law.in_doubt(elsewhere) });
    let laws: Vec<Law> = doubted.map(|law| together::settled(firm, law)).collect();
    let sums = together::sums(firm, &laws);
    (laws, sums)
}
