//! What is told of combining: what was dropped, for which, by which sentence, what a cap took away; ties; and what an open choice
//! depends on. Worked by hand from the texts.
#![cfg(test)]

use mingbai_tests::sheet::{Sheet, estimate, firm, sheet};
use serde_json::{Value, json};

/// How a combine came out.
fn combined(result: &Sheet, id: &str) -> Value {
    mingbai_tests::settled::combined(&result.0, id).clone()
}

fn lhasa(given: &Value) -> Sheet {
    let mut all =
        json!({ "registered_in": ["lhasa"], "already_supported": "none", "agreement_items": "none", "does_cbec_business": "yes" });
    for (name, answer) in given.as_object().expect("answers are an object") {
        all[name] = answer.clone();
    }
    sheet("lhasa-2024-17", &firm(&all))
}

/// What is told of a measure.
fn measure(result: &Sheet, id: &str) -> Value {
    result.measure(id).clone()
}

/// 第十二条: what an agreement covers the authority settles; what another level has supported is not supported again, and nobody is
/// asked to settle it.
#[test]
fn an_agreement_leaves_it_to_the_authority_and_support_received_does_not() {
    let costs = json!({ "annual_cbec_transaction": "100万元", "traditional_foreign_trade_firm": "yes", "online_ad_cost": "50万元" });
    let with = |name: &str| {
        let mut given = costs.clone();
        given[name] = json!(["lhasa-02"]);
        measure(&lhasa(&given), "lhasa-02")
    };
    let agreed = with("agreement_items");
    assert_eq!(
        (&agreed["outcome"], &agreed["authority"], &agreed["kind"]),
        (&json!("subject_to_review"), &json!(true), &json!("elsewhere"))
    );
    assert_eq!(agreed["settled_by"], "lhasa-agreement");
    let received = with("already_supported");
    assert_eq!((&received["outcome"], &received["authority"]), (&json!("does_not_qualify"), &json!(false)));
    assert_eq!(received["settled_by"], "lhasa-already-supported");
    assert_eq!((&agreed["estimate"], &received["estimate"]), (&Value::Null, &Value::Null));
}

/// 30% of nothing is nothing, and is written as such: there is nothing below zero to be left out.
#[test]
fn what_comes_to_nothing_is_written_as_it_is_worked_out() {
    let costs = json!({ "annual_cbec_transaction": "100万元", "traditional_foreign_trade_firm": "yes", "online_ad_cost": "0元" });
    let one = measure(&lhasa(&costs), "lhasa-02");
    assert_eq!((&one["outcome"], &one["estimate"]), (&json!("qualifies"), &estimate("0元", "0元")));
    let lines: Vec<&str> = one["arithmetic"].as_array().into_iter().flatten().filter_map(|line| line["formula"].as_str()).collect();
    assert_eq!(lines, ["30% × (0元 + 0元 + 0元)"]);
}

/// Turnover at the line, advertising 50万, and outlets of 390万, which leave 第四条 room for 10万 under its 200万.
fn invoices(costs: &[&str]) -> Value {
    let invoices: Vec<Value> = costs.iter().map(|cost| json!({ "cost": cost, "for_outlet": "yes" })).collect();
    let outlet = json!({ "rent": "390万元", "fit_out": "0元", "equipment": "0元", "logistics": "0元" });
    let result = lhasa(&json!({
        "annual_cbec_transaction": "100万元", "traditional_foreign_trade_firm": "yes", "online_ad_cost": "50万元",
        "outlets": [outlet], "platform_fees": invoices,
    }));
    combined(&result, "lhasa-one-invoice")
}

#[test]
fn an_invoice_used_for_one_article_is_lost_to_the_other() {
    let one = invoices(&["10万元", "20万元"]);
    // 50% × (390万 + 10万) = 200万, and 30% × (50万 + 20万) = 21万.
    assert_eq!(one["together"], estimate("221万元", "221万元"));
    assert_eq!((&one["rows"], &one["decided"], &one["tied"]), (&json!(["lhasa-04a", "lhasa-02"]), &json!(true), &json!(false)));
    // The first would give 第二条 30% × 10万 = 3万 more. The second would give 第四条, which is at its maximum, nothing.
    assert_eq!(one["dropped"], json!([{ "measure": "lhasa-02", "row": 0, "gives": "3万元", "winner": "lhasa-04a" }]));
    assert!(one["quote"].as_str().is_some_and(|quote| quote.contains("就高不就低")), "{one}");
}

#[test]
fn of_two_like_invoices_either_may_go_to_either_article() {
    let one = invoices(&["10万元", "10万元"]);
    // 200万 and 30% × (50万 + 10万) = 18万, whichever of the two it is.
    assert_eq!((&one["together"], &one["tied"]), (&estimate("218万元", "218万元"), &json!(true)));
}

#[test]
fn where_an_invoice_goes_depends_on_how_much_it_is() {
    // 第四条 has room for 10万 of it: 5万. 第二条 gives 30% of 10万 to 30万: 3万 to 9万. Besides, 195万 and 15万.
    let open = invoices(&["10万元..30万元"]);
    assert_eq!((&open["decided"], &open["missing"]), (&json!(false), &json!(["platform_fees"])));
    assert_eq!(open["together"], estimate("215万元", "215万元..219万元"));
    // 30% of 20万 and more is more than 5万: it goes to 第二条, however much it is.
    let decided = invoices(&["20万元..30万元"]);
    assert_eq!((&decided["decided"], &decided["rows"]), (&json!(true), &json!(["lhasa-02"])));
    assert_eq!(decided["together"], estimate("216万元", "216万元..219万元"));
}

/// A warehouse that was built, leased for 40万 as well: 第五条 gives 60% of the investment, or 50% × 40万 = 20万.
fn warehouse(given: &Value) -> Value {
    let mut all = json!({
        "invested_in_public_warehouse": "yes", "public_warehouse_area": "1500㎡", "public_warehouse_systems": "yes",
        "public_warehouse_firms_served": "8家", "public_warehouse_months": "3个月", "lhasa_public_warehouse": "granted",
        "public_warehouse_investment": "50万元", "leased_warehouse_is_public": "yes",
        "leased_warehouse_costs": [{ "date": "2026-06-30", "rent": "35万元", "infrastructure": "5万元" }],
    });
    for (name, answer) in given.as_object().expect("answers are an object") {
        all[name] = answer.clone();
    }
    combined(&lhasa(&all), "lhasa-one-warehouse")
}

#[test]
fn of_one_warehouse_the_lower_amount_is_dropped() {
    let one = warehouse(&json!({}));
    assert_eq!((&one["applies"], &one["decided"], &one["together"]), (&json!(true), &json!(true), &estimate("30万元", "30万元")));
    assert_eq!(one["dropped"], json!([{ "measure": "lhasa-05b", "gives": "20万元", "winner": "lhasa-05a" }]));
    // 60% × 30万 = 18万 is less than 20万.
    let other = warehouse(&json!({ "public_warehouse_investment": "30万元" }));
    assert_eq!(other["dropped"], json!([{ "measure": "lhasa-05a", "gives": "18万元", "winner": "lhasa-05b" }]));
}

#[test]
fn an_open_choice_is_not_named_but_what_it_depends_on() {
    // 60% of 20万 to 50万 is 12万 to 30万: more than 20万 or less.
    let open = warehouse(&json!({ "public_warehouse_investment": "20万元..50万元" }));
    assert_eq!((&open["decided"], &open["together"]), (&json!(false), &estimate("20万元", "20万元..30万元")));
    assert_eq!((open.get("rows"), open.get("dropped"), &open["missing"]), (None, None, &json!(["public_warehouse_investment"])));
    // 60% of 40万 and more is more than 20万, whatever it is.
    let decided = warehouse(&json!({ "public_warehouse_investment": "40万元..50万元" }));
    assert_eq!((&decided["decided"], &decided["together"]), (&json!(true), &estimate("24万元", "24万元..30万元")));
    // Whether it is one and the same warehouse is not known: both, or the higher.
    let perhaps = warehouse(&json!({ "leased_warehouse_is_public": "not_sure" }));
    assert_eq!((&perhaps["applies"], &perhaps["decided"]), (&json!(false), &json!(false)));
    assert_eq!(
        (&perhaps["together"], &perhaps["missing"]),
        (&estimate("30万元", "30万元..50万元"), &json!(["leased_warehouse_is_public"]))
    );
}

#[test]
fn the_same_award_by_two_ways_is_a_tie() {
    let result = sheet(
        "inner-mongolia-accelerate",
        &firm(&json!({
            "registered_in": ["inner_mongolia"], "foreign_trade_firm": "yes", "sme_foreign_trade_firm": "yes",
            "annual_cbec_transaction": "1亿元", "best_earlier_cbec_year": "0元", "last_cbec_year": "0元",
        })),
    );
    // 首次达到 and 增量达到1亿元 in one year: 20万 by either, once.
    let one = combined(&result, "nmg-03ef");
    assert_eq!((&one["together"], &one["decided"], &one["tied"]), (&estimate("20万元", "20万元"), &json!(true), &json!(true)));
    assert_eq!(one["dropped"], json!([{ "measure": "nmg-03e2", "gives": "20万元", "winner": "nmg-03e1" }]));
}

#[test]
fn of_two_awards_that_the_authority_weighs_the_higher_level_is_named_once_both_are_recognised() {
    let park = |province: &str| {
        let given = json!({ "applicant": ["park_operator"], "zhuzhou_city_park": "granted", "zhuzhou_provincial_park": province });
        combined(&sheet("zhuzhou-draft", &firm(&given)), "zhuzhou-01cd")
    };
    // 市级最高100万元, 省级最高500万元.
    let granted = park("granted");
    assert_eq!((&granted["decided"], &granted["together"]), (&json!(true), &estimate("0元", "0元..500万元")));
    assert_eq!(granted["dropped"], json!([{ "measure": "zhuzhou-01c", "gives": "100万元", "winner": "zhuzhou-01d" }]));
    let open = park("applied");
    assert_eq!((&open["decided"], &open["authority"], open.get("dropped")), (&json!(false), &json!(true), None));
}

#[test]
fn a_cap_takes_away_what_is_above_it() {
    let platform = json!({ "transaction": "1万美元", "service_fee": "1万元" });
    let result = sheet(
        "inner-mongolia-accelerate",
        &firm(
            &json!({ "registered_in": ["inner_mongolia"], "sme_foreign_trade_firm": "yes", "platforms_entered": [platform, platform, platform] }),
        ),
    );
    // 2万 for each of three, kept at 5万; 70% × 1万 for each of three, 2.1万: 7.1万, of which 5万 is paid.
    let one = combined(&result, "nmg-03cd");
    assert_eq!(
        (&one["cap"]["before"]["most"], &one["cap"]["taken"], &one["together"]["most"]),
        (&json!("7.1万元"), &json!("2.1万元"), &json!("5万元"))
    );
}

#[test]
fn what_an_executive_receives_is_not_the_firms() {
    let sums = |applicants: Value| {
        let given = json!({ "applicant": applicants, "registered_in": ["zhuzhou"], "zhuzhou_cbec_leader": "granted", "executive_local_iit_paid": "40万元" });
        sheet("zhuzhou-draft", &firm(&given)).sums().clone()
    };
    // 50% × 40万 = 20万 for the person; the firm of which it is an executive has none of it.
    assert_eq!(sums(json!(["executive"])), json!({ "ceiling": estimate("0元", "20万元"), "beside": [] }));
    assert_eq!(sums(json!(["enterprise", "executive"])), json!({ "beside": ["zhuzhou-05b"] }));
}
