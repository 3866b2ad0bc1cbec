//! Yuncheng, 运政办发〔2024〕10号: in force until 2025-12-31, for events of 2024 and 2025.

use mingbai_tests::sheet::{Sheet, but, estimate, firm, sheet_on};
use serde_json::{Value, json};

/// On the last day on which one can apply.
fn result(firm: &Value) -> Sheet {
    sheet_on("2025-12-31", "yuncheng-2024-10", firm)
}

fn exhibition(kind: &str, country: &str, date: &str, fees: &[&str]) -> Value {
    let booths: Vec<Value> = fees.iter().map(|fee| json!({ "fee": fee })).collect();
    let abroad = if country == "中国" { "no" } else { "yes" };
    json!({ "yuncheng_kind": kind, "abroad": abroad, "country": country, "date": date, "province_paid": "no", "booths": booths })
}

/// A seller of Yuncheng on exhibitions in Vietnam (RCEP), the United States (neither list), at home and in Italy (nobody can be sure),
/// on one of its own choice in Germany, and on one in Japan that the province has paid.
fn exhibitor() -> Value {
    let (key, general) = ("key_international", "general_international");
    let mut paid = exhibition(key, "日本", "2025-05-10", &["3万元"]);
    paid["province_paid"] = "yes".into();
    firm(&json!({
        "registered_in": ["yuncheng"], "cbec_business_in_yuncheng": "yes", "does_cbec_business": "yes",
        "exhibitions": [
            exhibition(key, "越南", "2024-01-01", &["3.2万元", "3.2万元", "3.2万元", "3万元", "3万元", "3万元", "1万元"]),
            exhibition(key, "美国", "2024-06-10", &["3万元", "3万元"]),
            exhibition(key, "中国", "2024-10-15", &["2万元", "2万元", "2万元"]),
            exhibition(key, "意大利", "2025-03-10", &["2万元"]),
            exhibition(general, "德国", "2025-12-31", &["4万元", "4万元", "3万元", "3万元", "1万元"]),
            paid,
        ],
    }))
}

#[test]
fn the_exhibitor_in_four_countries() {
    let result = result(&exhibitor());
    assert_eq!(result.claimable(), "in_force");
    assert_eq!(
        result.paying(),
        [
            // 第三条（一）RCEP 80%, 境外每个展位最高2.5万元, 单个展会限6个: 3 × 2.5 (of 2.56) + 3 × 2.4 = 14.7万; the seventh booth is left out.
            // Italy, if it is 一带一路: 80% × 2 = 1.6万 more. Japan: 同一展会省市只能享受一次.
            "yuncheng-03-1a qualifies exact, at least 14.7万元, at most 14.7万元..16.3万元",
            // 其他国家和地区 70%: 2 × 2.1 = 4.2万; Italy, if it is not: 1.4万 more.
            "yuncheng-03-1b qualifies exact, at least 4.2万元, at most 4.2万元..5.6万元",
            // 境内每个展位最高0.8万元: 70% or 80% of 2万 is above it all the same; 3 × 0.8 = 2.4万.
            "yuncheng-03-1c qualifies exact, at least 2.4万元, at most 2.4万元",
            // 自行参加: 60%, 最高2万元, 限4个: 2 × 2 (of 2.4) + 2 × 1.8 = 7.6万; the fifth is left out.
            "yuncheng-03-1d qualifies exact, at least 7.6万元, at most 7.6万元",
        ]
    );
    // 14.7 + 4.2 + 2.4 + 7.6 = 28.9万, and for Italy 1.4万 or 1.6万, one of them and not both.
    assert_eq!(*result.sums(), json!({ "exact": estimate("30.3万元", "30.3万元..30.5万元"), "beside": [] }));
}

/// 境外每个展位最高2.5万元, 80%: 4万, kept at 2.5万; 8000; 1.6万.
#[test]
fn an_exhibition_outside_the_window_has_no_booths() {
    let on = |date: &str, fees: &[&str]| exhibition("key_international", "越南", date, fees);
    let exhibitions = [on("2023-12-31", &["5万元"]), on("2025-03-10", &["5万元", "1万元", "2万元"])];
    let result = result(&but(&exhibitor(), &json!({ "exhibitions": exhibitions })));
    let told = result.measure("yuncheng-03-1a");
    assert_eq!(told["estimate"], estimate("4.9万元", "4.9万元"));
    let row = |row: u8, fate: &str| json!({ "list": "exhibitions", "row": row, "fate": fate });
    let booth = |booth: u8| json!({ "list": "exhibitions", "row": 1, "inner_list": "booths", "inner_row": booth, "fate": "kept" });
    assert_eq!(told["rows"], json!([row(0, "outside_window"), row(1, "kept"), booth(0), booth(1), booth(2)]));
    let lines: Vec<&Value> = told["arithmetic"].as_array().into_iter().flatten().map(|line| &line["result"]).collect();
    assert_eq!(lines, ["2.5万元", "8000元", "1.6万元", "4.9万元"]);
}

#[test]
fn a_booth_more_than_the_limit_adds_nothing() {
    let paid = |kind: &str, country: &str, id: &str, booths: usize| {
        let exhibition = exhibition(kind, country, "2025-06-10", &vec!["1万元"; booths]);
        result(&but(&exhibitor(), &json!({ "exhibitions": [exhibition] }))).short(id)
    };
    let exact = |amount: &str| format!("qualifies exact, at least {amount}, at most {amount}");
    // Key: 限6个标准展位. 80% × 1万 each in Vietnam, 70% in the United States. At home 80% of 1万 is 0.8万 and 70% is 0.7万: the text
    // says “其他国家和地区 70%” and China is itself in RCEP; 0.7万 is what is certain.
    for (country, id, amounts) in [
        ("越南", "yuncheng-03-1a", ["4万元", "4.8万元", "4.8万元"]),
        ("美国", "yuncheng-03-1b", ["3.5万元", "4.2万元", "4.2万元"]),
        ("中国", "yuncheng-03-1c", ["3.5万元", "4.2万元", "4.2万元"]),
    ] {
        for (booths, amount) in (5..).zip(amounts) {
            assert_eq!(paid("key_international", country, id, booths), exact(amount), "{country} {booths}");
        }
    }
    // On its own: 限4个标准展位, 60% × 1万.
    for (booths, amount) in (3..).zip(["1.8万元", "2.4万元", "2.4万元"]) {
        assert_eq!(paid("general_international", "德国", "yuncheng-03-1d", booths), exact(amount), "{booths}");
    }
}

#[test]
fn the_uncertain_country_alone() {
    // Seven booths of 3万 in Italy, six count: 80% × 3 = 2.4万 or 70% × 3 = 2.1万 each: 14.4万 or 12.6万, never nothing and never both.
    let alone = but(&exhibitor(), &json!({ "exhibitions": [exhibition("key_international", "意大利", "2025-03-10", &["3万元"; 7])] }));
    let result = result(&alone);
    assert_eq!(
        result.paying(),
        [
            "yuncheng-03-1a subject_to_review exact, at least 0元, at most 0元..14.4万元",
            "yuncheng-03-1b subject_to_review exact, at least 0元, at most 0元..12.6万元",
        ]
    );
    assert_eq!(*result.sums(), json!({ "exact": estimate("12.6万元", "12.6万元..14.4万元"), "beside": [] }));
    // Nor is the fee known: 70% × 2万 = 1.4万 is certain; at 4万 either rate is above 最高2.5万元.
    let range = but(&exhibitor(), &json!({ "exhibitions": [exhibition("key_international", "意大利", "2025-03-10", &["2万元..4万元"])] }));
    assert_eq!(
        *sheet_on("2025-12-31", "yuncheng-2024-10", &range).sums(),
        json!({ "exact": estimate("1.4万元", "1.4万元..2.5万元"), "beside": [] })
    );
}

/// 第十条: 奖补时间从2024年1月1日开始计; 有效期至2025年12月31日.
#[test]
fn the_first_and_the_last_day() {
    let on = |as_of: &str, event: &str| {
        let one = exhibition("key_international", "越南", event, &["1万元"]);
        sheet_on(as_of, "yuncheng-2024-10", &but(&exhibitor(), &json!({ "exhibitions": [one] })))
    };
    let paid = "qualifies exact, at least 0.8万元, at most 0.8万元".replace("0.8万元", "8000元");
    // Whether one can apply changes as the year turns; what an event within the time gives does not.
    for (as_of, claimable) in [("2024-04-09", "not_yet"), ("2024-04-10", "in_force"), ("2025-12-31", "in_force"), ("2026-01-01", "expired")]
    {
        let result = on(as_of, "2024-01-01");
        assert_eq!((result.claimable().as_str(), result.short("yuncheng-03-1a")), (claimable, paid.clone()), "{as_of}");
    }
    for (as_of, claimable) in [("2025-12-31", "in_force"), ("2026-01-01", "expired")] {
        for (event, inside) in [("2023-12-31", false), ("2024-01-01", true), ("2025-12-31", true), ("2026-01-01", false)] {
            let result = on(as_of, event);
            let expected = if inside { paid.as_str() } else { "does_not_qualify" };
            assert_eq!((result.claimable().as_str(), result.short("yuncheng-03-1a").as_str()), (claimable, expected), "{event} on {as_of}");
            let fate = if inside { "kept" } else { "outside_window" };
            assert_eq!(result.fates("yuncheng-03-1a"), [fate], "{event} on {as_of}");
            let sums = if inside { json!({ "exact": estimate("8000元", "8000元"), "beside": [] }) } else { json!({ "beside": [] }) };
            assert_eq!(*result.sums(), sums, "{event} on {as_of}");
        }
    }
}

/// With all that the exhibitor has, but applying as another.
fn other(applicant: &str, given: &Value) -> Value {
    but(&but(&exhibitor(), &json!({ "applicant": [applicant] })), given)
}

/// 企业参加展会, 示范企业, 认证, 店铺, 独立站, 海外仓, 信用保险: for 企业, and each of these is none.
fn has_nothing_of_the_firms(result: &Sheet) {
    let addressed = result.addressed();
    for id in
        ["03-1a", "03-1b", "03-1c", "03-1d", "03-3a", "03-3b", "03-3c", "04", "05-2a", "05-2b", "05-2c", "05-3a", "05-3b", "05-3c", "07"]
    {
        assert!(!addressed.contains(&format!("yuncheng-{id}")), "{id}");
    }
}

#[test]
fn what_the_exhibitor_is_not_addressed_with() {
    // 园区, 航线, 在运院校, 县（市、区）政府.
    let addressed = result(&exhibitor()).addressed();
    for others in ["03-2", "03-4a", "03-4b", "03-4c", "05-1a", "06"].map(|id| format!("yuncheng-{id}")) {
        assert!(!addressed.contains(&others), "{others}");
    }
}

#[test]
fn the_college() {
    let training = |date: &str, days: &str, placed: &str| json!({ "date": date, "training_days": days, "placed": placed });
    let college = |placed: &str| {
        other(
            "college",
            &json!({
                "industry_education_base": "yes", "education_platform": "yes",
                "college_trainings": [
                    training("2024-07-10", "30天", "200人"), training("2025-07-10", "29天", "90人"),
                    training("2025-12-31", "45天", placed), training("2023-12-31", "60天", "80人"),
                ],
                "joint_course_costs": [{ "date": "2024-12-31", "course_cost": "35万元" }, { "date": "2025-01-01", "course_cost": "20万元" }],
            }),
        )
    };
    let result_of = result(&college("50人"));
    has_nothing_of_the_firms(&result_of);
    assert_eq!(result_of.claimable(), "in_force");
    assert_eq!(
        result_of.paying(),
        [
            // 第五条（一）培训天数30天以上…按每人400元，单个院校最高10万元: (200 + 50) × 400 = 10万. 29天 is too short, 2023 too early.
            "yuncheng-05-1a qualifies exact, at least 10万元, at most 10万元",
            // 每家企业每年补助不超过30万元, and no rate: 2024 35万, kept at 30万; 2025 20万. Whether the college or its partner is paid is not said.
            "yuncheng-05-1b subject_to_review ceiling, at least 0元, at most 50万元",
        ]
    );
    assert_eq!(result_of.fates("yuncheng-05-1a"), ["kept", "not_kept", "kept", "outside_window"]);
    assert_eq!(
        *result_of.sums(),
        json!({ "exact": estimate("10万元", "10万元"), "ceiling": estimate("0元", "0元..50万元"), "beside": [] })
    );
    // A person less: 99600元; a person more: 10万 all the same.
    for (placed, amount) in [("49人", "9.96万元"), ("51人", "10万元")] {
        let expected = format!("qualifies exact, at least {amount}, at most {amount}");
        assert_eq!(result(&college(placed)).short("yuncheng-05-1a"), expected, "{placed}");
    }
    // 在运院校.
    assert_eq!(result(&but(&college("50人"), &json!({ "registered_in": ["elsewhere"] }))).short("yuncheng-05-1a"), "does_not_qualify");
}

fn route(class: &str, flights: u32) -> Value {
    json!({ "date": "2025-12-20", "class": class, "flights": format!("{flights}班") })
}

#[test]
fn the_operator_of_cargo_flights() {
    // 第三条（四）全年不少于15班: 港澳台 8万, 亚洲 20万, 洲际 30万 a flight.
    let routes = json!([route("hk_macao_taiwan", 15), route("asian", 16), route("intercontinental", 14)]);
    let result_of = result(&other("air_carrier", &json!({ "cargo_flight_routes": routes })));
    has_nothing_of_the_firms(&result_of);
    assert_eq!(result_of.claimable(), "in_force");
    assert_eq!(
        result_of.paying(),
        [
            // 15 × 8 = 120万; 16 × 20 = 320万; 14 flights are too few.
            "yuncheng-03-4a qualifies exact, at least 120万元, at most 120万元",
            "yuncheng-03-4b qualifies exact, at least 320万元, at most 320万元",
        ]
    );
    assert_eq!(result_of.short("yuncheng-03-4c"), "does_not_qualify");
    assert_eq!(*result_of.sums(), json!({ "exact": estimate("440万元", "440万元"), "beside": [] }));
}

#[test]
fn fourteen_fifteen_and_sixteen_flights() {
    for (class, id, amounts) in [
        ("hk_macao_taiwan", "yuncheng-03-4a", ["120万元", "128万元"]),
        ("asian", "yuncheng-03-4b", ["300万元", "320万元"]),
        ("intercontinental", "yuncheng-03-4c", ["450万元", "480万元"]),
    ] {
        let flights = |flights: u32| result(&other("air_carrier", &json!({ "cargo_flight_routes": [route(class, flights)] })));
        assert_eq!(flights(14).short(id), "does_not_qualify", "{class}");
        assert_eq!(*flights(14).sums(), json!({ "beside": [] }), "{class}");
        for (number, amount) in (15..).zip(amounts) {
            assert_eq!(flights(number).paying(), [format!("{id} qualifies exact, at least {amount}, at most {amount}")], "{number}");
        }
    }
}

/// 第三条（二）at the lines: more than 1.5亿元, more than 15家, a year, 3000平方米.
fn park(given: &Value) -> Value {
    let park = other(
        "park_operator",
        &json!({
            "trade_1210_9710_9810": "150000000.01元", "park_trading_firms": "16家", "park_firms_reaching_1e8": "0家",
            "park_months_operating": "12个月", "park_used_area": "3000㎡", "yuncheng_demo_park": "granted",
        }),
    );
    but(&park, given)
}

#[test]
fn the_park() {
    let result_of = result(&park(&json!({})));
    has_nothing_of_the_firms(&result_of);
    assert_eq!(result_of.claimable(), "in_force");
    assert_eq!(result_of.paying(), ["yuncheng-03-2 qualifies exact, at least 50万元, at most 50万元"]);
    assert_eq!(*result_of.sums(), json!({ "exact": estimate("50万元", "50万元"), "beside": [] }));
    // 经市商务局认定: as long as it is not decided nothing is certain.
    for open in ["applied", "not_applied", "not_sure"] {
        let result = result(&park(&json!({ "yuncheng_demo_park": open })));
        assert_eq!(result.paying(), ["yuncheng-03-2 subject_to_review exact, at least 50万元, at most 50万元"], "{open}");
        assert_eq!(*result.sums(), json!({ "exact": estimate("0元", "0元..50万元"), "beside": [] }), "{open}");
    }
    // 15家 are not more than 15家, but 3 of them with 1亿元 are the other way.
    let outcome = |given: &Value| result(&park(given)).short("yuncheng-03-2");
    let paid = "qualifies exact, at least 50万元, at most 50万元";
    assert_eq!(outcome(&json!({ "park_trading_firms": "15家", "park_firms_reaching_1e8": "3家" })), paid);
    for short_of in [
        json!({ "trade_1210_9710_9810": "1.5亿元" }),
        json!({ "park_trading_firms": "15家", "park_firms_reaching_1e8": "2家" }),
        json!({ "park_months_operating": "11个月" }),
        json!({ "park_used_area": "2999.99㎡" }),
        json!({ "yuncheng_demo_park": "refused" }),
        // 一次性奖励.
        json!({ "already_received": ["yuncheng-03-2"] }),
    ] {
        assert_eq!(outcome(&short_of), "does_not_qualify", "{short_of}");
    }
}

#[test]
fn the_operator_and_the_college_before_all_is_known() {
    // 14 flights give nothing, 15 give 300万, 16 give 320万.
    let flights = json!([{ "date": "2025-12-20", "class": "asian", "flights": "14班..16班" }]);
    let operator = result(&other("air_carrier", &json!({ "cargo_flight_routes": flights })));
    assert_eq!(operator.paying(), ["yuncheng-03-4b needs_answers exact, at least 0元, at most 0元..320万元"]);
    assert_eq!(*operator.sums(), json!({ "exact": estimate("0元", "0元..320万元"), "beside": [] }));
    // 200 × 400 = 8万, 300 × 400 = 12万, kept at 10万.
    let trainings = json!([{ "date": "2025-07-10", "training_days": "30天", "placed": "200人..300人" }]);
    let college = result(&other("college", &json!({ "industry_education_base": "yes", "college_trainings": trainings })));
    assert_eq!(college.paying(), ["yuncheng-05-1a qualifies exact, at least 8万元, at most 8万元..10万元"]);
    assert_eq!(*college.sums(), json!({ "exact": estimate("8万元", "8万元..10万元"), "beside": [] }));
}
