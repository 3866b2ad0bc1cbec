//! Inner Mongolia, 关于推动跨境电商加速跑的若干措施: how long it is valid is not stated.

use mingbai_tests::sheet::{Sheet, but, estimate, firm, sheet};
use serde_json::{Value, json};

fn result(firm: &Value) -> Sheet {
    sheet("inner-mongolia-accelerate", firm)
}

fn platform(transaction: &str, service_fee: &str) -> Value {
    json!({ "transaction": transaction, "service_fee": service_fee })
}

/// A small seller of Inner Mongolia on three platforms, one of them below 1万美元, whose turnover has reached 1亿元 in its first year.
fn seller() -> Value {
    firm(&json!({
        "registered_in": ["inner_mongolia"], "does_cbec_business": "yes", "foreign_trade_firm": "yes", "sme_foreign_trade_firm": "yes",
        "platforms_entered": [platform("1万美元", "28571.42元"), platform("2万美元", "28571.43元"), platform("9999.99美元", "6万元")],
        "annual_cbec_transaction": "1亿元", "best_earlier_cbec_year": "0元", "last_cbec_year": "0元",
    }))
}

#[test]
fn the_seller_on_several_platforms() {
    let result = result(&seller());
    assert_eq!(result.claimable(), "not_stated");
    assert_eq!(
        result.paying(),
        [
            // 三、每入驻一个平台给予一次性运营补助2万元: two platforms have 1万美元, 4万; the third has a cent less.
            "nmg-03c qualifies exact, at least 4万元, at most 4万元",
            // 或根据平台收取的服务费给予最高70%: 70% × (28571.42 + 28571.43) = 19999.994 + 20000.001 = 39999.995.
            "nmg-03d qualifies ceiling, at least 0元, at most 39999.995元",
            // 年度交易额首次及年度增量达到1亿元: both at once, 20万 and not 40万.
            "nmg-03e1 qualifies exact, at least 20万元, at most 20万元",
            "nmg-03e2 qualifies exact, at least 20万元, at most 20万元",
        ]
    );
    // 2万 for the first platform, whose 70% is less; for the second 2万, or 70% with 0.001元 more. 4 + 20 = 24万 for certain, 0.001元 above.
    assert_eq!(*result.sums(), json!({ "exact": estimate("24万元", "24万元"), "ceiling": estimate("0元", "0.001元"), "beside": [] }));
    assert_eq!(combined(&result, "nmg-03cd"), estimate("4万元", "40000.001元"));
    assert_eq!(combined(&result, "nmg-03ef"), estimate("20万元", "20万元"));
}

fn combined(result: &Sheet, id: &str) -> Value {
    let all = result.0["combined"].as_array().into_iter().flatten();
    all.into_iter().find(|one| one["id"] == id).map(|one| one["together"].clone()).unwrap_or_default()
}

#[test]
fn platforms_by_what_they_charge_and_the_maximum_of_a_firm() {
    let together = |platforms: Value| combined(&result(&but(&seller(), &json!({ "platforms_entered": platforms }))), "nmg-03cd");
    let of = |fee: &str| platform("1万美元", fee);
    // 28571.42: 70% is 19999.994, so 2万. 28571.43: 70% is 20000.001.
    assert_eq!(together(json!([of("28571.42元")])), estimate("2万元", "2万元"));
    assert_eq!(together(json!([of("28571.43元")])), estimate("2万元", "20000.001元"));
    // Each platform by itself: 2万 for one that charges nothing, 70% × 4万 = 2.8万 for the other. 2 × 2万 is certain, 4.8万 is the most.
    assert_eq!(together(json!([of("0元"), of("4万元")])), estimate("4万元", "4.8万元"));
    // 单个企业支持不超过5万元: 2 + 70% × 5万 = 5.5万; three platforms at 2万 = 6万; one with 70% × 10万 = 7万, of which only 2万 is certain.
    assert_eq!(together(json!([of("0元"), of("5万元")])), estimate("4万元", "5万元"));
    assert_eq!(together(json!([of("0元"), of("0元"), of("0元")])), estimate("5万元", "5万元"));
    assert_eq!(together(json!([of("10万元")])), estimate("2万元", "5万元"));
}

#[test]
fn the_seller_without_a_platform_at_ten_thousand_dollars_or_not_small() {
    let below = result(&but(&seller(), &json!({ "platforms_entered": [platform("9999.99美元", "6万元")] })));
    assert_eq!([below.short("nmg-03c"), below.short("nmg-03d")], ["does_not_qualify", "does_not_qualify"]);
    // 我区中小外贸企业.
    for other in [json!({ "sme_foreign_trade_firm": "no" }), json!({ "registered_in": ["elsewhere"] })] {
        let result = result(&but(&seller(), &other));
        assert_eq!([result.short("nmg-03c"), result.short("nmg-03d")], ["does_not_qualify", "does_not_qualify"], "{other}");
    }
    // A league is no firm.
    let league = result(&but(&seller(), &json!({ "applicant": ["league"] })));
    for id in ["nmg-01a", "nmg-01b", "nmg-03c", "nmg-03d", "nmg-03e1", "nmg-03e2", "nmg-03f1", "nmg-03f2", "nmg-04a"] {
        assert_eq!(league.short(id), "not_applicable", "{id}");
    }
    assert_eq!(*league.sums(), json!({ "beside": [] }));
}

/// 首次及年度增量达到1亿元、5亿元…分别给予20万元、50万元: one of the two is enough here; that both are needed is the other way to read it.
#[test]
fn the_turnover_by_its_first_time_and_its_growth() {
    let awards = |this: &str, earlier: &str, last: &str| {
        let firm = but(
            &seller(),
            &json!({ "annual_cbec_transaction": this, "best_earlier_cbec_year": earlier, "last_cbec_year": last, "platforms_entered": "none" }),
        );
        let result = result(&firm);
        (
            result.paying().iter().map(|line| line.split(", at least").next().unwrap_or("").to_owned()).collect::<Vec<_>>(),
            result.sums()["exact"].clone(),
        )
    };
    let line = |id: &str, outcome: &str| format!("nmg-03{id} {outcome} exact");
    let award = |amount: &str| estimate(amount, amount);
    // What the other reading denies is not certain.
    let perhaps = |amount: &str| estimate("0元", &format!("0元..{amount}"));
    assert_eq!(awards("99999999.99元", "0元", "0元"), (vec![], Value::Null));
    // For the first time, by 1000万 more than last year.
    assert_eq!(awards("1亿元", "9000万元", "9000万元"), (vec![line("e1", "subject_to_review")], perhaps("20万元")));
    // Not for the first time, 1亿 more than last year; a fen less is nothing.
    assert_eq!(awards("4亿元", "4.5亿元", "3亿元"), (vec![line("e2", "subject_to_review")], perhaps("20万元")));
    assert_eq!(awards("399999999.99元", "4.5亿元", "3亿元"), (vec![], Value::Null));
    // 5亿 for the first time, 2亿 more than last year: 50万 and not 70万.
    assert_eq!(
        awards("5亿元", "4亿元", "3亿元"),
        (vec![line("e2", "subject_to_review"), line("f1", "subject_to_review")], perhaps("50万元"))
    );
    // All four at once: still one award, the highest.
    let all = ["e1", "e2", "f1", "f2"].map(|id| line(id, "qualifies")).to_vec();
    assert_eq!(awards("5亿元", "0元", "0元"), (all, award("50万元")));
}

/// A leading firm that has set up a regional headquarters with exactly 1000万元, a year ago.
fn headquarters(given: &Value) -> Sheet {
    let firm = firm(&json!({
        "registered_in": ["inner_mongolia"], "nmg_leading_firm": "granted", "nmg_establishment": "regional_hq",
        "nmg_registered_capital": "1000万元", "months_in_inner_mongolia": "12个月",
    }));
    result(&but(&firm, given))
}

#[test]
fn the_newly_set_up_headquarters() {
    // 一、区域性总部或功能性总部，注册资本在1000万元以上，最高奖励300万元; by jobs and turnover: the authority weighs it.
    let result = headquarters(&json!({}));
    assert_eq!(result.claimable(), "not_stated");
    assert_eq!(result.paying(), ["nmg-01a subject_to_review assessed, at least 0元, at most 300万元"]);
    assert_eq!(*result.sums(), json!({ "assessed": estimate("0元", "0元..300万元"), "beside": [] }));
    // 发展满一年后统一兑现: it says when it is paid, so after five months it is not refused.
    let early = headquarters(&json!({ "months_in_inner_mongolia": "5个月" }));
    assert_eq!(early.paying(), ["nmg-01a subject_to_review assessed, at least 0元, at most 300万元"]);
    assert_eq!(headquarters(&json!({ "nmg_establishment": "functional_hq" })).paying(), result.paying());
    // 运营服务中心，注册资本在500万元以上，最高100万元.
    let centre = |capital: &str| headquarters(&json!({ "nmg_establishment": "operations_centre", "nmg_registered_capital": capital }));
    assert_eq!(centre("500万元").paying(), ["nmg-01b subject_to_review assessed, at least 0元, at most 100万元"]);
    assert_eq!(*centre("500万元").sums(), json!({ "assessed": estimate("0元", "0元..100万元"), "beside": [] }));
    assert!(centre("4999999.99元").paying().is_empty());
    // A headquarters below 1000万 is not paid as a centre instead.
    assert!(headquarters(&json!({ "nmg_registered_capital": "9999999.99元" })).paying().is_empty());
    // 领军企业: nobody has said so yet; nobody will.
    let open = headquarters(&json!({ "nmg_leading_firm": "not_sure" }));
    assert_eq!(open.paying(), ["nmg-01a subject_to_review assessed, at least 0元, at most 300万元"]);
    assert_eq!(*open.sums(), json!({ "assessed": estimate("0元", "0元..300万元"), "beside": [] }));
    assert!(headquarters(&json!({ "nmg_leading_firm": "refused" })).paying().is_empty());
    // 奖励其内蒙古企业.
    assert!(headquarters(&json!({ "registered_in": ["elsewhere"] })).paying().is_empty());
    assert_eq!(headquarters(&json!({ "applicant": ["upgrade_base"] })).short("nmg-01a"), "not_applicable");
}

#[test]
fn the_seller_before_its_turnover_is_known() {
    // Below 1亿 nothing, from 1亿 one award of 20万, whichever of the two ways it is reached.
    let open = result(&but(&seller(), &json!({ "annual_cbec_transaction": "9000万元..1.2亿元", "platforms_entered": "none" })));
    assert_eq!(
        open.paying(),
        ["nmg-03e1 needs_answers exact, at least 20万元, at most 20万元", "nmg-03e2 needs_answers exact, at least 20万元, at most 20万元"]
    );
    assert_eq!(*open.sums(), json!({ "exact": estimate("0元", "0元..20万元"), "beside": [] }));
}
