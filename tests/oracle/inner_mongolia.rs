//! 关于推动跨境电商加速跑的若干措施 once more, written from the official text, and compared with the rules on many complete firms.
#![cfg(test)]

use mingbai_tests::oracle::{Draft, Firm, Law, Oracle, Sums, agree};

#[path = "inner_mongolia/measures.rs"]
mod measures;
#[path = "inner_mongolia/platforms.rs"]
mod platforms;
#[path = "inner_mongolia/turnover.rs"]
mod turnover;

#[test]
fn the_rules_give_what_the_text_gives() {
    let oracle = Oracle { document: "inner-mongolia-accelerate", as_of: "2026-11-21", firms: 6_000, bend, law };
    // Directions and what is paid to leagues have no condition but the kind of applicant.
    let without_condition = ["-nmg-02a", "-nmg-04b", "-nmg-05a", "-nmg-05b", "-nmg-05c", "-nmg-06a", "-nmg-06c", "-nmg-07a", "-nmg-08"];
    agree(&oracle, &without_condition);
}

/// Firms that the text speaks of, at its lines.
fn bend(draft: &mut Draft<'_>) {
    draft.long(4, "platforms_entered", &[8, 9, 10, 20]);
    let kinds = ["upgrade_base", "league", "county_government", "park_operator", "enterprise", "enterprise", "enterprise"];
    let [one, other] = [(); 2].map(|()| *draft.chance.pick(&kinds));
    draft.choose_all("applicant", &[one, other]);
    if draft.chance.percent(80) {
        draft.choose_all("registered_in", &["inner_mongolia"]);
    }
    draft.near("nmg_registered_capital", &[5_000_000, 10_000_000]);
    draft.near("months_in_inner_mongolia", &[12]);
    draft.near("annual_cbec_transaction", &[100_000_000, 500_000_000, 600_000_000]);
    draft.near("best_earlier_cbec_year", &[0, 100_000_000, 500_000_000]);
    draft.near("last_cbec_year", &[0, 100_000_000, 400_000_000, 500_000_000]);
    draft.near("base_same_product_firms", &[10]);
    draft.near("base_cbec_performance", &[100_000_000]);
    draft.in_rows(50, "platforms_entered", "transaction", &["9999.99", "10000", "10000.01"]);
    draft.in_rows(50, "platforms_entered", "service_fee", &["0", "20000", "28571.42", "28571.43", "40000"]);
    draft.name_measures(20, "already_received", &["nmg-04a"]);
    draft.recognised(50, "nmg_leading_firm");
    draft.often(70, &["sme_foreign_trade_firm", "foreign_trade_firm", "self_built_foreign_platform", "site_by_known_builder"]);
}

/// Every measure in its article, and what is paid together.
fn law(firm: &Firm<'_>) -> (Vec<Law>, Sums) {
    let facts = &firm.facts;
    let mut laws = measures::headquarters(facts);
    laws.extend(measures::without_figures(facts));
    laws.push(measures::base(facts));
    let platforms = platforms::laws(facts);
    let turnover = turnover::laws(facts);
    let mut sums = Sums::default();
    for law in &laws {
        sums.add_law(law);
    }
    platforms::add(&mut sums, facts, &platforms);
    turnover::add(&mut sums, &turnover);
    laws.extend(platforms);
    laws.extend(turnover);
    (laws, sums)
}
