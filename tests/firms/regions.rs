//! One firm checked in several regions from one set of answers.

use mingbai_tests::day;
use mingbai_tests::sheet::{Sheet, but, estimate, firm, sheets};
use serde_json::{Value, json};

const ALL: [&str; 5] = ["inner-mongolia-accelerate", "lhasa-2024-17", "tibet-2023-19", "yuncheng-2024-10", "zhuzhou-draft"];

/// A seller of 1亿元, for the first time and from nothing, with one exhibition of its own in Vietnam of one booth at 3万元, which the
/// city supports, and 10万元 of advertising; a subsidiary of it in each of the four places, so that only the texts differ.
fn seller() -> Value {
    firm(&json!({
        "registered_in": ["lhasa", "zhuzhou", "yuncheng", "inner_mongolia"], "does_cbec_business": "yes", "cbec_business_in_yuncheng": "yes",
        "foreign_trade_firm": "yes", "sme_foreign_trade_firm": "yes", "traditional_foreign_trade_firm": "yes",
        "annual_cbec_transaction": "1亿元", "online_ad_cost": "10万元", "prior_year_export": "300万美元", "credit_insurance_premium": "1万元",
        "exhibitions": [{
            "channel": "self", "date": "2025-06-10", "booth": "3万元", "construction": "0元", "freight": "0元", "travel": "0元", "promotion": "0元",
            "commission": "0元", "yuncheng_kind": "key_international", "abroad": "yes", "country": "越南", "province_paid": "no",
            "booths": [{ "fee": "3万元" }], "zhuzhou_kind": "other_cbec", "cloud_fees": "0元",
        }],
    }))
}

fn on(firm: &Value, chosen: &[&str]) -> Vec<(String, Sheet)> {
    sheets(firm, day("2025-12-31"), chosen).into_iter().collect()
}

#[test]
fn each_text_gives_its_own() {
    let found = on(&seller(), &ALL);
    let found: Vec<_> = found.iter().map(|(id, sheet)| (id.as_str(), sheet.claimable(), sheet.sums().clone())).collect();
    let expected = [
        // 三、首次及年度增量达到1亿元: 20万. Nothing for exhibitions.
        ("inner-mongolia-accelerate", "not_stated", json!({ "exact": estimate("20万元", "20万元"), "beside": [] })),
        // 第二条 30% × 10万 = 3万; 第六条 自主参展 70% × 3万 = 2.1万, by a standard that is not published. 第七条 300万美元（含）以下: the region
        // pays the premium, beside the sums of the city.
        (
            "lhasa-2024-17",
            "in_force",
            json!({ "exact": estimate("3万元", "3万元"), "ceiling": estimate("0元", "2.1万元"), "beside": ["lhasa-07a"] }),
        ),
        // A plan of work grants nothing.
        ("tibet-2023-19", "background", json!({ "beside": [] })),
        // 第三条（一）RCEP 80% × 3万 = 2.4万.
        ("yuncheng-2024-10", "in_force", json!({ "exact": estimate("2.4万元", "2.4万元"), "beside": [] })),
        // （二十一）不超过70% × 3万 = 2.1万; （四）首次达到1亿元, 最高20万元.
        (
            "zhuzhou-draft",
            "draft",
            json!({ "ceiling": estimate("0元", "2.1万元"), "assessed": estimate("0元", "0元..20万元"), "beside": [] }),
        ),
    ];
    assert_eq!(found, expected.map(|(id, claimable, sums)| (id, claimable.to_owned(), sums)));
}

#[test]
fn registered_in_one_place_the_others_refuse_what_is_for_their_own() {
    // 运城市企业 (Yuncheng), 株洲企业 (Zhuzhou): an exhibition is paid by the firm's own city.
    let paid = |place: &str| {
        let found = sheets(&but(&seller(), &json!({ "registered_in": [place] })), day("2025-12-31"), &ALL);
        [found["yuncheng-2024-10"].short("yuncheng-03-1a"), found["zhuzhou-draft"].short("zhuzhou-21c")]
    };
    assert_eq!(paid("yuncheng"), ["qualifies exact, at least 2.4万元, at most 2.4万元", "does_not_qualify"]);
    assert_eq!(paid("zhuzhou"), ["does_not_qualify", "qualifies ceiling, at least 0元, at most 2.1万元"]);
}

#[test]
fn every_choice_of_documents_is_what_each_gives_alone() {
    for chosen in 0..1_u32 << ALL.len() {
        let chosen: Vec<&str> = (0..).zip(ALL).filter(|(place, _)| chosen >> place & 1 == 1).map(|(_, id)| id).collect();
        // What is not chosen is not there.
        let together = on(&seller(), &chosen);
        assert_eq!(together.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), chosen);
        let alone: Vec<_> = chosen.iter().flat_map(|id| on(&seller(), &[id])).collect();
        assert_eq!(together, alone);
    }
}

#[test]
fn the_days_on_which_each_text_looks() {
    // Yuncheng: 2024-01-01 to 2025-12-31; Lhasa: 自发布之日起 2024-08-22, 三年; the draft of Zhuzhou names no day.
    for (event, lhasa, yuncheng) in
        [("2023-12-31", false, false), ("2024-01-01", false, true), ("2025-12-31", true, true), ("2026-01-01", true, false)]
    {
        let mut seller = seller();
        seller["exhibitions"][0]["date"] = event.into();
        let found = sheets(&seller, day("2026-11-21"), &ALL);
        let claimable = ALL.map(|id| found[id].claimable());
        assert_eq!(claimable, ["not_stated", "in_force", "background", "expired", "draft"]);
        let ceiling = "qualifies ceiling, at least 0元, at most 2.1万元";
        assert_eq!(found["lhasa-2024-17"].short("lhasa-06c"), if lhasa { ceiling } else { "does_not_qualify" }, "{event}");
        let exact = "qualifies exact, at least 2.4万元, at most 2.4万元";
        assert_eq!(found["yuncheng-2024-10"].short("yuncheng-03-1a"), if yuncheng { exact } else { "does_not_qualify" }, "{event}");
        assert_eq!(found["zhuzhou-draft"].short("zhuzhou-21c"), ceiling, "{event}");
    }
}
