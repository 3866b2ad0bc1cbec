//! By hand from the text: how little is lacking, what it would bring, and what is not the firm's to change.

use mingbai_tests::sheet::{Sheet, but, firm, sheet, sheet_on};
use serde_json::{Value, json};

use super::printed::{margins, ways};

fn recognitions(sheet: &Sheet, id: &str) -> Value {
    sheet.measure(id)["advice"]["recognitions"].clone()
}

/// 第二条: 达到100万元以上; 30% × (40万 + 10万) = 15万.
fn trader(turnover: &str) -> Sheet {
    sheet(
        "lhasa-2024-17",
        &firm(
            &json!({ "registered_in": ["lhasa"], "annual_cbec_transaction": turnover, "traditional_foreign_trade_firm": "yes", "online_ad_cost": "40万元", "website_build_cost": "10万元" }),
        ),
    )
}

#[test]
fn a_trader_of_800_000_lacks_200_000() {
    let below = trader("80万元");
    assert_eq!(ways(&below, "lhasa-02"), ["annual_cbec_transaction 80万元 → 100万元: qualifies exact, at least 15万元, at most 15万元"]);
    assert_eq!(margins(&below, "lhasa-02"), ["annual_cbec_transaction >= 100万元: missed by 20万元"]);
    // 15万 is then the whole exact sum; nothing else turns on the turnover.
    let way = &below.measure("lhasa-02")["advice"]["ways"][0];
    assert_eq!(way["sums"]["exact"], json!({ "least": "15万元", "most": "15万元" }));
    assert_eq!((way.get("gained"), way.get("lost")), (None, None));

    let above = trader("120万元");
    assert_eq!(above.measure("lhasa-02").get("advice"), None);
    assert_eq!(margins(&above, "lhasa-02"), ["annual_cbec_transaction >= 100万元: met with 20万元, decisive"]);
    assert_eq!(margins(&trader("100万元"), "lhasa-02"), ["annual_cbec_transaction >= 100万元: met with 0元, decisive"]);
}

/// 第五条: 1500平方米以上, 信息系统, 8家以上, 3个月以上, 通过认定; 60% × 500万 = 300万.
fn warehouse(given: &Value) -> Sheet {
    let sound = json!({
        "registered_in": ["lhasa"], "invested_in_public_warehouse": "yes", "public_warehouse_area": "1400㎡", "public_warehouse_systems": "yes",
        "public_warehouse_firms_served": "7家", "public_warehouse_months": "5个月", "lhasa_public_warehouse": "applied",
        "public_warehouse_investment": "500万元",
    });
    sheet("lhasa-2024-17", &but(&firm(&sound), given))
}

#[test]
fn a_public_warehouse_lacks_100_square_metres_and_a_firm() {
    let both = warehouse(&json!({}));
    // Both together are needed; the recognition is the authority's.
    assert_eq!(
        ways(&both, "lhasa-05a"),
        [
            "public_warehouse_area 1400㎡ → 1500㎡, public_warehouse_firms_served 7家 → 8家: subject_to_review exact, at least 300万元, at most 300万元"
        ]
    );
    assert_eq!(recognitions(&both, "lhasa-05a"), json!(["lhasa_public_warehouse"]));
    assert_eq!(
        margins(&both, "lhasa-05a"),
        [
            "public_warehouse_area >= 1500㎡: missed by 100㎡",
            "public_warehouse_firms_served >= 8家: missed by 1家",
            "public_warehouse_months >= 3个月: met with 2个月",
        ]
    );
    // A third thing still; a fourth is more than is said.
    let three = warehouse(&json!({ "public_warehouse_months": "2个月" }));
    assert!(ways(&three, "lhasa-05a")[0].contains("public_warehouse_months 2个月 → 3个月"));
    let four = warehouse(&json!({ "public_warehouse_months": "2个月", "public_warehouse_systems": "no" }));
    assert_eq!(four.measure("lhasa-05a").get("advice"), None);
}

#[test]
fn what_the_authority_refused_is_never_a_change() {
    let refused = json!({ "lhasa_public_warehouse": "refused" });
    assert_eq!(warehouse(&refused).measure("lhasa-05a").get("advice"), None);
    // With everything else met it is what is lacking, and said apart.
    let complete = warehouse(&but(&refused, &json!({ "public_warehouse_area": "1500㎡", "public_warehouse_firms_served": "8家" })));
    assert_eq!(ways(&complete, "lhasa-05a"), [""; 0]);
    assert_eq!(recognitions(&complete, "lhasa-05a"), json!(["lhasa_public_warehouse"]));
}

#[test]
fn a_firm_registered_elsewhere_or_already_supported_is_advised_nothing() {
    assert_eq!(warehouse(&json!({ "registered_in": ["elsewhere"] })).measure("lhasa-05a").get("advice"), None);
    assert_eq!(warehouse(&json!({ "already_supported": ["lhasa-05a"] })).measure("lhasa-05a").get("advice"), None);
}

/// 第七条: 300万美元（含）以下 and 300万美元以上. Last year's exports are over: what they were cannot be changed.
#[test]
fn last_years_exports_are_not_advised_upon() {
    let exporter = |export: &str| {
        sheet(
            "lhasa-2024-17",
            &firm(
                &json!({ "registered_in": ["lhasa"], "prior_year_export": export, "sme_size": "large", "credit_insurance_premium": "10万元" }),
            ),
        )
    };
    let at = exporter("300万美元");
    assert_eq!(margins(&at, "lhasa-07a"), ["prior_year_export <= 300万美元: met with 0美元, decisive"]);
    assert_eq!(margins(&at, "lhasa-07c"), ["prior_year_export > 300万美元: missed by 0美元"]);
    assert_eq!(at.measure("lhasa-07c").get("advice"), None);
    let above = exporter("310万美元");
    assert_eq!(margins(&above, "lhasa-07a"), ["prior_year_export <= 300万美元: missed by 10万美元"]);
    assert_eq!(above.measure("lhasa-07a").get("advice"), None);
    assert_eq!(margins(&above, "lhasa-07c"), ["prior_year_export > 300万美元: met with 10万美元, decisive"]);
}

/// 第九条: 不低于3天, 不少于10人. The first class lacks a day, the second two persons: either is enough, each in its own unit. The
/// third lacks both. 30% × 4万 = 1.2万; 30% × 5万 = 1.5万. “Each class” may also mean every class, so that it is for review.
#[test]
fn of_classes_that_do_not_count_the_nearest_are_said() {
    let class = |days: &str, participants: &str, cost: &str| json!({ "days": days, "participants": participants, "cost": cost });
    let classes = json!([class("2天", "20人", "4万元"), class("5天", "8人", "5万元"), class("1天", "5人", "6万元")]);
    let school = sheet(
        "lhasa-2024-17",
        &firm(&json!({ "applicant": ["training_institution"], "registered_in": ["lhasa"], "training_classes": classes })),
    );
    assert_eq!(
        ways(&school, "lhasa-09a"),
        [
            "training_classes[0].days 2天 → 3天: subject_to_review ceiling, at least 0元, at most 1.2万元",
            "training_classes[1].participants 8人 → 10人: subject_to_review ceiling, at least 0元, at most 1.5万元",
        ]
    );
}

/// 株洲第四条: 线上交易额2000万元以上, 带动本地产品出口1000万元以上, 出口额200万元以上; 30% × 50万 = 15万. Own stores of 1500万; with the
/// associated store of 600万, once it is filed, 2100万.
#[test]
fn a_zhuzhou_seller_raises_a_store_or_files_another() {
    let store = |holder: &str, transaction: &str| json!({ "holder": holder, "transaction": transaction });
    let seller = firm(&json!({
        "registered_in": ["zhuzhou"], "online_stores": [store("own", "1500万元"), store("unfiled", "600万元")],
        "local_product_export_driven": "1000万元", "cbec_export": "200万元", "online_promotion_cost": "50万元",
    }));
    let ways_of = |firm: &Value| {
        let ways = ways(&sheet("zhuzhou-draft", firm), "zhuzhou-04a");
        ways.into_iter().map(|way| way.split(": ").next().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ways_of(&seller), ["online_stores[0].transaction 1500万元 → 2000万元", "online_stores[1].holder unfiled → filed"]);
    // The exports lack as well: two changes, in either way.
    assert_eq!(
        ways_of(&but(&seller, &json!({ "cbec_export": "150万元" }))),
        [
            "cbec_export 150万元 → 200万元, online_stores[0].transaction 1500万元 → 2000万元",
            "cbec_export 150万元 → 200万元, online_stores[1].holder unfiled → filed",
        ]
    );
}

/// 株洲第三条: 营业面积超过500平方米 is one hundredth more than 500; 100元 × 500.01 = 50,001元.
#[test]
fn more_than_a_line_is_the_smallest_step_beyond_it() {
    let stores = json!([{ "area": "480㎡", "annual_transaction": "120万美元" }]);
    let shop = sheet("zhuzhou-draft", &firm(&json!({ "registered_in": ["zhuzhou"], "o2o_stores": stores })));
    let [way] = &ways(&shop, "zhuzhou-03c")[..] else { panic!("one way") };
    assert!(way.starts_with("o2o_stores[0].area 480㎡ → 500.01㎡: "), "{way}");
    assert!(way.ends_with("at most 5.0001万元"), "{way}");
}

/// 株洲第一条: the first year in the park is over, whichever of the two figures would be enough.
#[test]
fn a_first_year_that_is_over_is_not_advised_upon() {
    let tenant = json!({ "registered_in": ["zhuzhou"], "in_cbec_park": "yes", "first_year_online_cbec_transaction": "4000万元", "first_year_import_export": "900万元", "park_self_use_area": "100㎡", "park_months_in_year_1": "12个月" });
    assert_eq!(sheet("zhuzhou-draft", &firm(&tenant)).measure("zhuzhou-01a").get("advice"), None);
}

/// 内蒙古第三条: 首次达到1亿元, or 年度增量达到1亿元. 8000万 this year, 9000万 the year before, which was the best. First time: 1亿. Growth:
/// 9000万 + 1亿 = 1.9亿, which is a first time as well.
#[test]
fn an_inner_mongolian_seller_is_told_both_lines() {
    let seller = |best: &str| {
        sheet(
            "inner-mongolia-accelerate",
            &firm(
                &json!({ "registered_in": ["inner_mongolia"], "annual_cbec_transaction": "8000万元", "best_earlier_cbec_year": best, "last_cbec_year": "9000万元", "sme_foreign_trade_firm": "yes" }),
            ),
        )
    };
    let first = seller("9000万元");
    let [way] = &ways(&first, "nmg-03e1")[..] else { panic!("one way") };
    assert!(way.starts_with("annual_cbec_transaction 8000万元 → 1亿元: "), "{way}");
    let [way] = &ways(&first, "nmg-03e2")[..] else { panic!("one way") };
    assert!(way.starts_with("annual_cbec_transaction 8000万元 → 1.9亿元: "), "{way}");
    assert_eq!(first.measure("nmg-03e2")["advice"]["ways"][0]["gained"], json!(["nmg-03e1"]));
    // Once 1亿 was reached, it is not reached for the first time any more: earlier years are over.
    assert_eq!(seller("1.2亿元").measure("nmg-03e1").get("advice"), None);
}

/// 内蒙古第一条: 注册资本1000万元以上 of a regional headquarters; 500万元以上 is for a centre, which it is not.
#[test]
fn a_headquarters_lacks_capital_and_stays_a_headquarters() {
    let answers = json!({ "registered_in": ["inner_mongolia"], "nmg_leading_firm": "granted", "nmg_establishment": "regional_hq", "nmg_registered_capital": "800万元", "months_in_inner_mongolia": "24个月" });
    let found = sheet("inner-mongolia-accelerate", &firm(&answers));
    let [way] = &ways(&found, "nmg-01a")[..] else { panic!("one way") };
    assert!(
        way.starts_with("nmg_registered_capital 800万元 → 1000万元: subject_to_review assessed, at least 0元, at most 300万元"),
        "{way}"
    );
    assert_eq!(found.measure("nmg-01b").get("advice"), None);
}

/// 运城第五条: B2B满500万元. Within its time the store lacks 50万; once the notice has expired nothing is advised.
#[test]
fn nothing_is_advised_under_a_notice_that_has_expired() {
    let stores = json!([{ "platform": "甲", "mode": "b2b", "transaction": "450万元", "orders": "10单" }]);
    let seller = firm(
        &json!({ "registered_in": ["yuncheng"], "cbec_business_in_yuncheng": "yes", "registered_on_yuncheng_platform": "yes", "platform_stores": stores }),
    );
    let then = sheet_on("2025-06-01", "yuncheng-2024-10", &seller);
    assert_eq!(
        ways(&then, "yuncheng-05-2a"),
        ["platform_stores[0].transaction 450万元 → 500万元: qualifies exact, at least 10万元, at most 10万元"]
    );
    assert_eq!(sheet("yuncheng-2024-10", &seller).measure("yuncheng-05-2a").get("advice"), None);
}
