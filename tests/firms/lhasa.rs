//! Lhasa, 拉政发〔2024〕17号: in force for three years.

use mingbai_tests::sheet::{Sheet, sheet};
use serde_json::{Value, json};

/// A firm of Lhasa that has nothing to do with any measure, save what is given.
fn firm(given: &Value) -> Value {
    let mut answers = json!({
        "applicant": ["enterprise"], "registered_in": ["lhasa"], "already_supported": "none", "agreement_items": "none",
        "does_cbec_business": "no", "annual_cbec_transaction": "0元", "traditional_foreign_trade_firm": "no",
        "online_ad_cost": "0元", "website_build_cost": "0元", "platform_fees": "none", "outlets": "none",
        "lhasa_demo_enterprise": "refused", "local_producer_exporter": "no", "lhasa_industry_leader": "refused",
        "invested_in_public_warehouse": "no", "leased_warehouse_costs": "none", "exhibitions": "none",
        "prior_year_export": "0美元", "credit_insurance_premium": "0元", "training_classes": "none",
        "operates_lhasa_platform": "no",
    });
    for (name, answer) in given.as_object().expect("answers are an object") {
        answers[name] = answer.clone();
    }
    answers
}

/// What the notice gives the firm on 21 November 2026.
fn result(given: &Value) -> Sheet {
    sheet("lhasa-2024-17", &firm(given))
}

/// A traditional trader: turnover 1,200,000元, advertising 400,000元, one platform invoice of 100,000元 that is not for an outlet, no
/// website; two exhibitions of its own in one year with eligible costs of 130,000元 and 180,000元; exports of 2,400,000 USD last year,
/// premium 60,000元.
fn trader() -> Value {
    serde_json::from_str(include_str!("trader.json")).expect("the trader's answers are JSON")
}

#[test]
fn the_trader_gets_what_the_articles_say() {
    let result = result(&trader());
    // 第二条: 年交易额达到100万元以上 — 120万 is. 网络广告、第三方平台、网站建设支出费用30%: 30% × (40万 + 10万 + 0) = 15万, under 50万.
    assert_eq!(result.short("lhasa-02"), "qualifies exact, at least 15万元, at most 15万元");
    assert_eq!(result.arithmetic("lhasa-02"), ["30% × (40万元 + 0元 + 10万元) = 15万元 → 15万元"]);
    // 第六条: 70%, 每企业单次最高10万元: 70% × 13万 = 9.1万; 70% × 18万 = 12.6万, kept at 10万. 每年最高20万元: 9.1 + 10 = 19.1万 stays.
    // “按照标准” is not published, so these are maxima.
    assert_eq!(result.short("lhasa-06c"), "qualifies ceiling, at least 0元, at most 19.1万元");
    assert_eq!(
        result.arithmetic("lhasa-06c"),
        [
            "70% × (6万元 + 3万元 + 2万元 + 2万元) = 9.1万元 → 9.1万元",
            "70% × (9万元 + 5万元 + 2万元 + 2万元) = 12.6万元 → 10万元",
            "19.1万元 = 19.1万元 → 19.1万元",
        ]
    );
    // 第七条: 240万美元 is 300万美元（含）以下: 自治区商务厅全额补贴, up to the premium of 6万; the two other sentences are for exports above.
    assert_eq!(result.short("lhasa-07a"), "qualifies ceiling, at least 0元, at most 6万元");
    assert_eq!(result.measure("lhasa-07a")["paid_by"], "自治区商务厅");
    assert_eq!(result.short("lhasa-07b"), "does_not_qualify");
    assert_eq!(result.short("lhasa-07c"), "does_not_qualify");
    // 15万 for certain; up to 19.1万 from the city; the region's 6万 beside, in no sum; nothing that the authority weighs.
    let sums = json!({ "exact": { "least": "15万元", "most": "15万元" }, "ceiling": { "least": "0元", "most": "19.1万元" }, "beside": ["lhasa-07a"] });
    assert_eq!(*result.sums(), sums);
}

#[test]
fn the_trader_one_yuan_short_of_the_line_keeps_the_rest() {
    let mut trader = trader();
    trader["annual_cbec_transaction"] = "999999元".into();
    let result = result(&trader);
    assert_eq!(result.short("lhasa-02"), "does_not_qualify");
    let why = &result.measure("lhasa-02")["why"];
    assert_eq!((&why["known"], &why["test"]), (&"99.9999万元".into(), &">= 100万元".into()));
    assert_eq!(result.sums()["exact"], Value::Null);
    assert_eq!(result.short("lhasa-06c"), "qualifies ceiling, at least 0元, at most 19.1万元");
}

#[test]
fn the_trader_as_the_year_turns_has_each_years_maximum() {
    // Three exhibitions of 20万 in 2025: 3 × 10万, kept at 20万; one in 2026: 10万. Together 30万.
    let exhibition = |date: &str| json!({ "channel": "self", "date": date, "booth": "20万元", "construction": "0元", "freight": "0元", "travel": "0元", "promotion": "0元", "commission": "0元" });
    let days = ["2025-01-01", "2025-06-30", "2025-12-31", "2026-01-01"];
    let result = result(&json!({ "exhibitions": days.map(exhibition) }));
    assert_eq!(result.short("lhasa-06c"), "qualifies ceiling, at least 0元, at most 30万元");
    assert_eq!(
        result.arithmetic("lhasa-06c")[4..],
        ["30万元 = 30万元 → 20万元", "10万元 = 10万元 → 10万元", "20万元 + 10万元 = 30万元 → 30万元"]
    );
}

#[test]
fn an_invoice_is_used_once_where_it_gives_more() {
    // 第二条 30% or 第四条 50% of the 10万 invoice of an outlet. In 第四条: 30% × 50万 + 50% × (100万 + 10万) = 15万 + 55万 = 70万;
    // in 第二条: 30% × 60万 + 50% × 100万 = 18万 + 50万 = 68万. Each alone would be 18万 and 55万; together they are 70万, not 73万.
    let outlets = json!([{ "rent": "100万元", "fit_out": "0元", "equipment": "0元", "logistics": "0元" }]);
    let result = result(&json!({
        "does_cbec_business": "yes", "annual_cbec_transaction": "100万元", "traditional_foreign_trade_firm": "yes", "online_ad_cost": "40万元",
        "website_build_cost": "10万元", "outlets": outlets, "platform_fees": [{ "cost": "10万元", "for_outlet": "yes" }],
    }));
    assert_eq!(result.short("lhasa-02"), "qualifies exact, at least 18万元, at most 18万元");
    assert_eq!(result.short("lhasa-04a"), "qualifies exact, at least 55万元, at most 55万元");
    assert_eq!(result.sums()["exact"], json!({ "least": "70万元", "most": "70万元" }));
    let combined = &result.0["combined"][0];
    assert_eq!((&combined["id"], &combined["rows"]), (&"lhasa-one-invoice".into(), &json!(["lhasa-04a"])));
}

#[test]
fn a_training_institution_counts_the_classes_long_and_large_enough() {
    let class = |days: &str, participants: &str, cost: &str| json!({ "days": days, "participants": participants, "cost": cost });
    let classes =
        [class("3天", "10人", "8万元"), class("2天", "40人", "5万元"), class("5天", "9人", "6万元"), class("4天", "30人", "20万元")];
    let result = result(&json!({ "applicant": ["training_institution"], "training_classes": classes }));
    // 第九条: 每班次不低于3天且不少于10人: the first and the last count. 不超过30%: 30% × (8万 + 20万) = 8.4万, under 10万.
    // “每培训班次” may also mean that one class below the line spoils the year: the text decides.
    assert_eq!(result.short("lhasa-09a"), "subject_to_review ceiling, at least 0元, at most 8.4万元");
    assert_eq!(result.arithmetic("lhasa-09a"), ["30% × (8万元 + 20万元) = 8.4万元 → 8.4万元"]);
    assert_eq!(result.fates("lhasa-09a"), ["kept", "not_kept", "not_kept", "kept"]);
    // Read the other way, the whole year counts: 30% × 39万 = 11.7万, kept at 10万.
    let whole_year = result.measure("lhasa-09a")["readings"].as_array().into_iter().flatten().find(|one| one["id"] == "whole-year");
    assert_eq!(whole_year.map(|one| &one["estimate"]["most"]), Some(&"10万元".into()));
    // Everything else in the notice is for others, an institution that is no enterprise among them.
    assert_eq!(result.addressed(), ["lhasa-09a"]);
    assert_eq!(result.claimable(), "in_force");
    assert_eq!(*result.sums(), json!({ "ceiling": { "least": "0元", "most": "0元..8.4万元" }, "beside": [] }));
}

#[test]
fn a_training_institution_at_the_maximum() {
    // 30% × 333333.33 = 99999.999; one fen more is 100000.002, kept at 10万.
    for (cost, most) in [("333333.33元", "99999.999元"), ("333333.34元", "10万元")] {
        let classes = json!([{ "days": "3天", "participants": "10人", "cost": cost }]);
        let result = result(&json!({ "applicant": ["training_institution"], "training_classes": classes }));
        assert_eq!(result.short("lhasa-09a"), format!("qualifies ceiling, at least 0元, at most {most}"), "{cost}");
    }
}

/// 第五条, exactly at each line: 1500平方米, 8家, 3个月; investment 900万元.
fn builder(recognition: &str) -> Value {
    json!({
        "invested_in_public_warehouse": "yes", "public_warehouse_area": "1500㎡", "public_warehouse_systems": "yes",
        "public_warehouse_firms_served": "8家", "public_warehouse_months": "3个月", "public_warehouse_investment": "900万元",
        "lhasa_public_warehouse": recognition, "leased_warehouse_is_public": "no",
    })
}

#[test]
fn a_builder_of_a_public_warehouse_is_paid_once_it_is_recognised() {
    // 总投资额60%: 60% × 900万 = 540万, 最高不超过500万元.
    let granted = result(&builder("granted"));
    // 第七条: a firm without exports has its premium paid by the region, beside the sums of the city; this one has none to pay.
    let premium = ["lhasa-07a"];
    assert_eq!(granted.short("lhasa-05a"), "qualifies exact, at least 500万元, at most 500万元");
    assert_eq!(granted.arithmetic("lhasa-05a"), ["60% × 900万元 = 540万元 → 500万元"]);
    assert_eq!(granted.paying(), ["lhasa-05a qualifies exact, at least 500万元, at most 500万元"]);
    assert_eq!(*granted.sums(), json!({ "exact": { "least": "500万元", "most": "500万元" }, "beside": premium }));
    assert_eq!(granted.claimable(), "in_force");
    // 对通过认定的…: as long as the authority has not decided, nothing is certain.
    for open in ["applied", "not_applied", "not_sure"] {
        let result = result(&builder(open));
        assert_eq!(result.short("lhasa-05a"), "subject_to_review exact, at least 500万元, at most 500万元", "{open}");
        assert_eq!(*result.sums(), json!({ "exact": { "least": "0元", "most": "0元..500万元" }, "beside": premium }), "{open}");
    }
    assert_eq!(result(&builder("refused")).short("lhasa-05a"), "does_not_qualify");
}

#[test]
fn a_builder_below_any_line_or_registered_elsewhere_is_not_paid() {
    let short_of = [
        ("public_warehouse_area", json!("1499.99㎡")),
        ("public_warehouse_firms_served", json!("7家")),
        ("public_warehouse_months", json!("2个月")),
        ("public_warehouse_systems", json!("no")),
        ("registered_in", json!(["elsewhere"])),
        ("applicant", json!(["training_institution"])),
    ];
    for (fact, answer) in short_of {
        let mut builder = builder("granted");
        builder[fact] = answer;
        let outcome = result(&builder).measure("lhasa-05a")["outcome"].clone();
        assert!(outcome == "does_not_qualify" || outcome == "not_applicable", "{fact}: {outcome}");
    }
}

/// 第七条 by exports and size: which sentence applies, and the most it pays for a premium of 10万元.
#[test]
fn exports_at_and_above_three_million_dollars() {
    let paid = |exports: &str, size: &Value| {
        let mut given = json!({ "prior_year_export": exports, "credit_insurance_premium": "10万元" });
        for (fact, answer) in size.as_object().expect("answers") {
            given[fact] = answer.clone();
        }
        let result = result(&given);
        ["lhasa-07a", "lhasa-07b", "lhasa-07c"].map(|id| result.short(id).split(", at most ").nth(1).unwrap_or("-").to_owned())
    };
    // 工信部联企业〔2011〕300号, 批发业: 从业人员20人及以上，且营业收入5000万元及以上的为中型; 5人及以上，且1000万元及以上的为小型; below, 微型;
    // 200人及以上 and 40000万元及以上 is 大型.
    let wholesale = |employees: &str, revenue: &str| json!({ "sme_size": "not_sure", "industry": "wholesale", "employees": employees, "revenue": revenue });
    let medium = wholesale("20人", "5000万元");
    // （含）以下: the region pays the whole premium, whatever the size.
    assert_eq!(paid("2999999.99美元", &medium), ["10万元", "-", "-"]);
    assert_eq!(paid("300万美元", &medium), ["10万元", "-", "-"]);
    // Above, a medium or large firm gets 80% from the city: 8万.
    assert_eq!(paid("3000000.01美元", &medium), ["-", "-", "8万元"]);
    assert_eq!(paid("3000000.01美元", &wholesale("200人", "40000万元")), ["-", "-", "8万元"]);
    // A small or micro firm above gets the whole premium from the region.
    assert_eq!(paid("3000000.01美元", &wholesale("19人", "8000万元")), ["-", "10万元", "-"]);
    assert_eq!(paid("3000000.01美元", &wholesale("20人", "4999.9999万元")), ["-", "10万元", "-"]);
    assert_eq!(paid("3000000.01美元", &wholesale("4人", "999万元")), ["-", "10万元", "-"]);
    // A certificate of size prevails.
    assert_eq!(
        paid("3000000.01美元", &json!({ "sme_size": "large", "industry": "wholesale", "employees": "4人", "revenue": "1万元" })),
        ["-", "-", "8万元"]
    );
    assert_eq!(
        paid("3000000.01美元", &json!({ "sme_size": "micro", "industry": "wholesale", "employees": "300人", "revenue": "5亿元" })),
        ["-", "10万元", "-"]
    );
}

#[test]
fn the_citys_share_of_a_premium_has_a_maximum_and_the_regions_has_none() {
    let most = |exports: &str, size: &str, id: &str| {
        let given = json!({ "prior_year_export": exports, "credit_insurance_premium": "300万元", "sme_size": size });
        result(&given).measure(id)["estimate"]["most"].clone()
    };
    // 80% × 300万 = 240万, 最高不超过200万元; the sentence on small exports and small firms names no maximum.
    assert_eq!(most("1000万美元", "large", "lhasa-07c"), "200万元");
    assert_eq!(most("1000万美元", "small", "lhasa-07b"), "300万元");
    assert_eq!(most("300万美元", "large", "lhasa-07a"), "300万元");
}

#[test]
fn what_an_agreement_or_other_support_settles() {
    let mut trader = trader();
    trader["agreement_items"] = json!(["lhasa-06c"]);
    trader["already_supported"] = json!(["lhasa-02"]);
    let result = result(&trader);
    // 不重复享受: nothing; 以协议约定事项为准: another arrangement decides, no figure of ours.
    assert_eq!(result.short("lhasa-02"), "does_not_qualify");
    assert_eq!(result.measure("lhasa-02")["settled_by"], "lhasa-already-supported");
    assert_eq!((result.short("lhasa-06c").as_str(), &result.measure("lhasa-06c")["kind"]), ("subject_to_review", &"elsewhere".into()));
    assert_eq!(*result.sums(), json!({ "beside": ["lhasa-07a"] }));
}

#[test]
fn a_builder_that_is_no_enterprise_is_not_addressed() {
    let mut institution = builder("granted");
    institution["applicant"] = json!(["training_institution"]);
    let result = result(&institution);
    // What is left for a training institution is 第九条, and it has held no classes.
    assert_eq!((result.addressed().is_empty(), result.short("lhasa-05a").as_str()), (true, "not_applicable"));
    assert_eq!(*result.sums(), json!({ "beside": [] }));
}
