//! Lines of every form a condition has, in small rules of their own: what is lacking, and how far from each line. The rules:
//! `settled/nearest` and, for when nothing can be done any more, `settled/over`, `last-day`, `expired`.

use mingbai_tests::settled::told;
use mingbai_tests::sheet::Sheet;
use serde_json::{Value, json};

use super::printed::{margins, ways};

fn nearest(answered: &Value) -> Sheet {
    Sheet(told("nearest", answered))
}

/// What has to change for a measure, each way without what it brings.
fn changes(answered: &Value, id: &str) -> Vec<String> {
    let ways = ways(&nearest(answered), id);
    ways.iter().map(|way| way.split(": ").next().unwrap_or("").to_owned()).collect()
}

#[test]
fn of_two_lines_that_have_to_be_reached_the_further_one_is_named() {
    for id in ["further", "further-turned"] {
        assert_eq!(changes(&json!({ "export": "80万元" }), id), ["export 80万元 → 200万元"]);
    }
}

#[test]
fn of_two_lines_of_which_one_is_enough_the_nearer_one_is_named() {
    for id in ["nearer", "nearer-turned"] {
        assert_eq!(changes(&json!({ "own_brand": "no", "export": "80万元" }), id), ["own_brand no → yes, export 80万元 → 100万元"]);
    }
}

#[test]
fn either_of_two_answers_may_be_enough() {
    let below = json!({ "export": "80万元", "cost": "40万元" });
    for id in ["either", "not-both"] {
        assert_eq!(changes(&below, id), ["export 80万元 → 100万元", "cost 40万元 → 50万元"]);
    }
    assert_eq!(changes(&below, "neither"), ["export 80万元 → 100万元, cost 40万元 → 50万元"]);
    assert_eq!(changes(&below, "not-below"), ["export 80万元 → 100万元"]);
}

/// Exports of 100万 bring what is for 100万, and take away what is for all that have not reached it.
#[test]
fn what_else_is_gained_and_lost_is_said() {
    let below = nearest(&json!({ "export": "80万元", "cost": "60万元", "own_brand": "no" }));
    let way = &below.measure("not-below")["advice"]["ways"][0];
    assert_eq!((&way["gained"], &way["lost"]), (&json!(["neither", "first"]), &json!(["not-first"])));
    // To spend 30万 less leaves 50万; but costs of 50万, which stand in for exports of 100万, are then not reached any more.
    let less = &below.measure("left-over")["advice"]["ways"][1];
    assert_eq!((less.get("gained"), &less["lost"]), (None, &json!(["either", "not-both"])));
}

#[test]
fn what_is_asked_for_twice_is_one_change() {
    assert_eq!(changes(&json!({ "own_brand": "no", "small": "no" }), "brand-twice"), ["own_brand no → yes"]);
}

#[test]
fn a_line_that_is_met_decides_where_no_other_could_stand_in_for_it() {
    let one = nearest(&json!({ "export": "120万元", "cost": "40万元" }));
    let both = nearest(&json!({ "export": "120万元", "cost": "60万元" }));
    for id in ["either", "not-both"] {
        assert_eq!(margins(&one, id), ["export >= 100万元: met with 20万元, decisive", "cost >= 50万元: missed by 10万元"]);
        assert_eq!(margins(&both, id), ["export >= 100万元: met with 20万元", "cost >= 50万元: met with 10万元"]);
    }
    assert_eq!(margins(&one, "neither"), ["export >= 100万元: met with 20万元", "cost >= 50万元: missed by 10万元"]);
    assert_eq!(margins(&both, "neither"), ["export >= 100万元: met with 20万元, decisive", "cost >= 50万元: met with 10万元, decisive"]);
    assert_eq!(margins(&one, "not-below"), ["export >= 100万元: met with 20万元, decisive"]);
}

#[test]
fn reaching_a_line_for_the_first_time_has_two_lines() {
    let below = json!({ "export": "80万元", "cost": "40万元" });
    assert_eq!(changes(&below, "first"), ["export 80万元 → 100万元"]);
    assert_eq!(margins(&nearest(&below), "first"), ["export >= 100万元: missed by 20万元", "cost < 100万元: met with 60万元"]);
    let before = json!({ "export": "120万元", "cost": "100万元" });
    assert_eq!(changes(&before, "first"), ["cost 100万元 → 999999.99元"]);
    let first = nearest(&json!({ "export": "120万元", "cost": "40万元" }));
    assert_eq!(margins(&first, "first"), ["export >= 100万元: met with 20万元, decisive", "cost < 100万元: met with 60万元, decisive"]);
    // Not to reach it for the first time has no one line that could be named.
    assert_eq!(margins(&first, "not-first"), [""; 0]);
    assert_eq!(first.measure("not-first").get("advice"), None);
}

/// What is known as a range has to come to the line wherever in the range it lies.
#[test]
fn what_lacks_is_reckoned_from_the_worse_end_of_a_range() {
    let exports = |from: &str, cost: &str| json!({ "export": from, "cost": cost });
    assert_eq!(changes(&exports("80万元", "100万元"), "more-than"), ["export 80万元 → 1000000.01元", "cost 100万元 → 799999.99元"]);
    assert_eq!(
        changes(&exports("70万元..80万元", "100万元"), "more-than"),
        ["export 70万元..80万元 → 1000000.01元", "cost 100万元 → 699999.99元"]
    );
    assert_eq!(changes(&exports("60万元..70万元", "30万元"), "left-over"), ["export 60万元..70万元 → 80万元", "cost 30万元 → 10万元"]);
    assert_eq!(changes(&exports("60万元", "30万元"), "more-left-over"), ["export 60万元 → 800000.01元", "cost 30万元 → 99999.99元"]);
    assert_eq!(changes(&exports("60万元", "20万元..30万元"), "left-over"), ["export 60万元 → 80万元", "cost 20万元..30万元 → 10万元"]);
    assert_eq!(changes(&exports("30万元", "40万元..50万元"), "together"), ["export 30万元 → 60万元", "cost 40万元..50万元 → 70万元"]);
}

#[test]
fn nothing_below_zero_and_nothing_larger_than_an_answer_may_be_is_advised() {
    // The costs would have to be 10万 less than nothing.
    assert_eq!(changes(&json!({ "export": "40万元", "cost": "30万元" }), "left-over"), ["export 40万元 → 80万元"]);
    assert_eq!(changes(&json!({ "export": "9万亿元", "cost": "10万亿元" }), "more-than"), ["cost 100000亿元 → 8999999999999.99元"]);
}

/// The assessment is of 21 November 2026.
#[test]
fn an_invoice_of_today_is_not_advised_upon_one_of_tomorrow_is() {
    let bills = |rows: &[(&str, &str, &str)]| {
        let row = |(date, cost, own): &(&str, &str, &str)| json!({ "date": date, "cost": cost, "own": own });
        json!({ "bills": rows.iter().map(row).collect::<Vec<_>>() })
    };
    assert_eq!(
        changes(&bills(&[("2026-11-21", "60万元", "yes"), ("2026-11-22", "30万元", "yes")]), "own-bills"),
        ["bills[1].cost 30万元 → 40万元"]
    );
    // 60万 and 50万 are more than enough, 60万 and 20万 lack 20万.
    assert_eq!(changes(&bills(&[("2026-11-21", "60万元", "yes"), ("2026-11-22", "50万元", "no")]), "own-bills"), ["bills[1].own no → yes"]);
    assert_eq!(
        changes(&bills(&[("2026-11-21", "60万元", "yes"), ("2026-11-22", "20万元", "no")]), "own-bills"),
        ["bills[1].cost 20万元 → 40万元, bills[1].own no → yes"]
    );
    // Of the dearest invoice alone.
    assert_eq!(
        changes(&bills(&[("2026-11-22", "60万元", "yes"), ("2026-11-22", "50万元", "yes")]), "one-bill"),
        ["bills[0].cost 60万元 → 100万元"]
    );
}

#[test]
fn nothing_is_advised_once_what_it_pays_for_is_over() {
    let exports = json!({ "export": "80万元" });
    let advice = |document: &str| Sheet(told(document, &exports)).measure("a").get("advice").is_some();
    assert_eq!(["over", "last-day", "expired"].map(advice), [false, true, false]);
}
