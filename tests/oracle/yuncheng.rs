//! 运政办发〔2024〕10号 once more, written from the official text, and compared with the rules on many complete firms.
#![cfg(test)]

use mingbai_tests::oracle::{Draft, Firm, Law, Oracle, Sums, agree};

#[path = "yuncheng/business.rs"]
mod business;
#[path = "yuncheng/exhibitions.rs"]
mod exhibitions;
#[path = "yuncheng/services.rs"]
mod services;
#[path = "yuncheng/titles.rs"]
mod titles;

#[test]
fn the_rules_give_what_the_text_gives() {
    let oracle = Oracle { document: "yuncheng-2024-10", as_of: "2026-11-21", firms: 6_000, bend, law };
    // 第九条 has no condition but the kind of applicant.
    agree(&oracle, &["-yuncheng-09"]);
}

/// Firms that the notice speaks of, at its lines.
fn bend(draft: &mut Draft<'_>) {
    draft.long(10, "exhibitions", &[8, 9, 10, 20, 30, 50]);
    let addressed = ["park_operator", "air_carrier", "college", "county_government", "enterprise", "enterprise", "enterprise"];
    let others = ["training_institution", "payment_institution", "trade_association", "government_department", "league", "upgrade_base"];
    let one = *draft.chance.pick(&addressed);
    let other = if draft.chance.percent(50) { *draft.chance.pick(&addressed) } else { *draft.chance.pick(&others) };
    draft.choose_all("applicant", &[one, other]);
    if draft.chance.percent(80) {
        draft.choose_all("registered_in", &["yuncheng"]);
    }
    draft.near("trade_1210_9710_9810", &[150_000_000]);
    draft.near("park_trading_firms", &[15]);
    draft.near("park_firms_reaching_1e8", &[3]);
    draft.near("park_months_operating", &[12]);
    draft.near("park_used_area", &[3000]);
    draft.near("new_certification_cost", &[0, 333_333]);
    draft.near("county_service_contract_cost", &[2_500_000]);
    draft.near("credit_insurance_premium", &[0, 1_000_000]);
    draft.near("provincial_premium_subsidy", &[0, 700_000, 1_000_000]);
    draft.recognised(60, "yuncheng_demo_park");
    draft.often(80, &["cbec_business_in_yuncheng", "registered_on_yuncheng_platform", "industry_education_base", "education_platform"]);
    if draft.chance.percent(70) {
        draft.choose("yuncheng_county", "yanhu");
    }
    let days = ["2023-12-31", "2024-01-01", "2024-06-30", "2025-12-31", "2026-01-01"];
    for list in
        ["exhibitions", "cargo_flight_routes", "college_trainings", "joint_course_costs", "independent_sites", "public_warehouse_pilots"]
    {
        draft.in_rows(50, list, "date", &days);
    }
    draft.in_rows(40, "exhibitions", "country", &["德国", "美国", "意大利", "越南", "俄罗斯", "中国香港"]);
    draft.in_rows(50, "exhibitions", "yuncheng_kind", &["key_international"]);
    draft.in_rows(50, "exhibitions", "province_paid", &["no"]);
    draft.rows_inside("exhibitions", "booths", &[3, 4, 5, 6, 7]);
    draft.in_rows(40, "public_warehouse_pilots", "country", &["德国", "美国", "意大利", "冰岛", "巴林"]);
    draft.in_rows(30, "cargo_flight_routes", "flights", &["14", "15", "16"]);
    draft.in_rows(30, "college_trainings", "training_days", &["29", "30", "31"]);
    draft.in_rows(30, "platform_stores", "transaction", &["2999999.99", "3000000", "4999999.99", "5000000"]);
    draft.in_rows(30, "platform_stores", "orders", &["99", "100", "101"]);
    draft.in_rows(30, "overseas_warehouses", "area", &["499.99", "500"]);
    draft.in_rows(30, "overseas_warehouses", "months_used", &["11", "12"]);
    draft.name_measures(10, "already_received", &["yuncheng-03-2", "yuncheng-03-3a", "yuncheng-03-3b", "yuncheng-03-3c"]);
}

/// Every measure in its article, and what is paid together.
fn law(firm: &Firm<'_>) -> (Vec<Law>, Sums) {
    let facts = &firm.facts;
    let doubted = |law: Law| {
        // “运城市企业” stands only in 第三条第一项 and 第五条第二项; whether the others mean it too is a reading of the text.
        let elsewhere = !facts.is("registered_in", "yuncheng");
        // （永济市除外）may shut Yongji out of 第三条 to 第五条: a reading of the text.
        let shared = ["yuncheng-03", "yuncheng-04", "yuncheng-05"].iter().any(|article| law.id.starts_with(article));
        law.in_doubt(elsewhere || shared && facts.is("yuncheng_county", "yongji"))
    };
    let doubted = |laws: Vec<Law>| -> Vec<Law> { laws.into_iter().map(doubted).collect() };
    let exhibitions = doubted(exhibitions::laws(firm));
    let titles = doubted(titles::laws(firm));
    let business = doubted(business::laws(firm));
    let services = doubted(services::laws(firm));
    let mut sums = Sums::default();
    exhibitions::add(&mut sums, firm, &exhibitions);
    titles::add(&mut sums, &titles);
    business::add(&mut sums, firm, &business);
    for law in &services {
        sums.add_law(law);
    }
    ([exhibitions, titles, business, services].concat(), sums)
}
