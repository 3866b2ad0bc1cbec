//! What is told of small rules, each made so that one thing about combining can be seen; worked by hand. The rules: `settled/`.
#![cfg(test)]

use mingbai_tests::settled::{bill, combined, says, told};
use mingbai_tests::sheet::estimate;
use serde_json::{Value, json};

/// 20% of the costs, or 40万.
#[test]
fn of_two_amounts_the_higher_is_told_once_it_is_sure() {
    // Of 225万 to 300万 20% are 45万 to 60万, of 200万 to 300万 40万 to 60万: never less than 40万, and the same, if at all, by chance.
    for (cost, most) in [("225万元..300万元", "45万元..60万元"), ("200万元..300万元", "40万元..60万元")] {
        let more = told("better", &json!({ "cost": cost }));
        let dropped = json!([{ "measure": "flat", "gives": "40万元", "winner": "rate" }]);
        let least = &most[..most.find('.').expect("a range")];
        says(combined(&more, "one"), &json!({ "decided": true, "tied": false, "together": estimate(least, most), "dropped": dropped }));
    }
    // Of 150万 to 300万 they are 30万 to 60万: 40万 at least.
    for (document, kind, least) in [("better", "exact", "40万元"), ("better-up-to", "ceiling", "0元")] {
        let open = told(document, &json!({ "cost": "150万元..300万元" }));
        let either = estimate(least, "40万元..60万元");
        says(combined(&open, "one"), &json!({ "decided": false, "tied": false, "together": either, "missing": ["cost"] }));
        says(&open["sums"], &json!({ kind: either }));
    }
}

/// 5万 for a small firm, 8万 for any other.
#[test]
fn which_of_two_is_paid_is_not_told_while_that_depends_on_an_answer() {
    let open = told("either", &json!({}));
    let shares =
        json!([{ "measure": "other", "least": "0元", "most": "0元..8万元" }, { "measure": "small", "least": "0元", "most": "0元..5万元" }]);
    let either = estimate("5万元", "5万元..8万元");
    let one = combined(&open, "one");
    says(one, &json!({ "decided": false, "together": either, "shares": shares, "dropped": null, "missing": ["small"] }));
    says(&open["sums"], &json!({ "exact": either, "wide": null }));
}

/// 8万 and 5万 for the same firms, 1万 for the others.
#[test]
fn which_of_two_is_paid_is_told_if_it_is_the_same_whatever_the_answer() {
    for document in ["alike", "alike-turned"] {
        let found = told(document, &json!({}));
        let dropped = json!([{ "measure": "less", "gives": "0元..5万元", "winner": "more" }]);
        says(
            combined(&found, "one"),
            &json!({ "decided": true, "tied": false, "together": estimate("0元", "0元..8万元"), "dropped": dropped }),
        );
        says(&found["sums"], &json!({ "exact": estimate("1万元", "1万元..8万元") }));
    }
}

/// 5万 for any firm, 5万 for a small one.
#[test]
fn a_tie_is_told_only_if_it_is_sure() {
    let one = |answered: &Value| combined(&told("ties", answered), "one").clone();
    let paid = estimate("5万元", "5万元");
    says(&one(&json!({ "small": "yes" })), &json!({ "decided": true, "tied": true, "together": paid }));
    says(&one(&json!({})), &json!({ "decided": true, "tied": false, "together": paid }));
}

/// 5万 or 3万, and 3万 or 1% of the costs.
#[test]
fn a_measure_that_gives_nothing_makes_no_tie() {
    let paid = |cost: &str| told("chain", &json!({ "cost": cost }));
    // 1% of nothing: 5万 alone, or 5万 and nothing.
    let nothing = paid("0元");
    says(&nothing["sums"], &json!({ "exact": estimate("5万元", "5万元") }));
    says(
        combined(&nothing, "a-b"),
        &json!({ "decided": true, "tied": false, "dropped": [{ "measure": "b", "gives": "3万元", "winner": "a" }] }),
    );
    // 1% of 100万 is 1万, and the first and the third do not exclude each other.
    says(&paid("100万元")["sums"], &json!({ "exact": estimate("6万元", "6万元") }));
}

#[test]
fn combines_are_told_in_the_order_of_the_text() {
    let found = told("order", &json!({}));
    let ids: Vec<&Value> = found["combined"].as_array().expect("combines").iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["by-size", "a-b", "d-e"]);
    // 1万 or 2万, 5万 and 6万.
    says(&found["sums"], &json!({ "exact": estimate("12万元", "12万元..13万元") }));
}

/// 5万 for a small firm, 8万 for any other, 6万 together at most.
#[test]
fn a_cap_is_sure_though_what_it_takes_away_is_not() {
    let found = told("cap", &json!({}));
    let both = combined(&found, "both");
    says(both, &json!({ "decided": true, "together": estimate("5万元", "5万元..6万元") }));
    says(&both["cap"], &json!({ "before": estimate("5万元", "5万元..8万元"), "taken": "0元..2万元" }));
    says(&found["sums"], &json!({ "exact": estimate("5万元", "5万元..6万元") }));
}

/// 6万 and 6万: 10万 at most, and 8万 at most.
#[test]
fn two_caps_on_the_same_take_away_in_the_order_of_the_text() {
    let found = told("caps", &json!({}));
    says(&combined(&found, "first")["cap"], &json!({ "before": estimate("12万元", "12万元"), "taken": "2万元" }));
    says(&combined(&found, "second")["cap"], &json!({ "before": estimate("10万元", "10万元"), "taken": "2万元" }));
    says(&found["sums"], &json!({ "exact": estimate("8万元", "8万元") }));
}

/// What is supported already gives nothing, whatever an agreement says, and whichever sentence comes first.
#[test]
fn what_is_supported_already_gives_nothing_whatever_is_agreed() {
    for (document, measure) in [("named", "agreed-first"), ("named-turned", "supported-first")] {
        let outcome = |agreed: Value, supported: Value| {
            told(document, &json!({ "agreed": agreed, "supported": supported }))["measures"][0]["outcome"].clone()
        };
        let (named, none) = (|| json!([measure]), || json!("none"));
        assert_eq!(outcome(none(), none()), "qualifies", "{document}");
        assert_eq!(outcome(named(), none()), "subject_to_review", "{document}");
        assert_eq!(outcome(none(), named()), "does_not_qualify", "{document}");
        assert_eq!(outcome(named(), named()), "does_not_qualify", "{document}");
    }
}

/// 5万 and 5万, and 30% of an invoice of 10万 for either.
#[test]
fn a_row_that_gives_as_much_elsewhere_is_a_tie() {
    let found = told("even", &json!({ "bills": [bill("10万元")] }));
    let one = combined(&found, "one");
    says(one, &json!({ "decided": true, "tied": true, "rows": ["a"], "together": estimate("13万元", "13万元") }));
}

/// An invoice of 10万 to 30万: 24万 and 195万 at most, or 15万 and 200万. For a small firm both are 100万 at most, wherever it goes.
#[test]
fn where_a_row_goes_is_not_told_if_that_is_sure_only_for_some_firms() {
    let found = told("cap-and-rows", &json!({ "cost": "50万元", "rent": "390万元", "bills": [bill("10万元..30万元")] }));
    says(combined(&found, "one"), &json!({ "decided": false, "together": estimate("100万元", "100万元..219万元"), "rows": null }));
}

/// Rents of 398万 leave the second 1万 of its 200万 for an invoice. The first may give more for it, 3万, or nothing: if its condition is
/// not met, or where costs of 200万 have given its 50万 already.
#[test]
fn a_row_is_not_given_away_while_another_measure_may_want_it() {
    let found = told("lower-first", &json!({ "cost": "0元..200万元", "rent": "398万元", "bills": [bill("10万元")] }));
    let one = combined(&found, "one");
    says(one, &json!({ "decided": false, "together": estimate("200万元", "200万元..250万元"), "missing": ["export", "cost"] }));
}

/// An invoice of 200万: 50万 in the first, if costs of up to 200万 have not given that already; 40万 in the second.
#[test]
fn a_row_that_fills_a_measure_may_give_it_everything_or_nothing() {
    let found = told("never-full", &json!({ "cost": "0元..200万元", "bills": [bill("200万元")] }));
    says(combined(&found, "one"), &json!({ "decided": false, "together": estimate("50万元", "50万元..90万元"), "missing": ["cost"] }));
}

/// What is left to a measure without a row may be open though with it it is not: then it is said what to answer; and no more than that.
#[test]
fn what_is_left_without_a_row_depends_on_answers_that_are_named() {
    // An invoice of 30万: the first gives 30% × (50万 + 30万) = 24万, the second 195万 to 200万 without it, 200万 with it.
    let first =
        told("lower-first", &json!({ "export": "200万元", "cost": "50万元", "rent": "390万元..400万元", "bills": [bill("30万元")] }));
    let one = combined(&first, "one");
    says(one, &json!({ "decided": true, "rows": ["low"], "together": estimate("219万元", "219万元..224万元"), "missing": ["rent"] }));
    // Costs of 165万 to 166万 leave the first 0.5万 at most for it, rents of 390万 to 398万 the second 1万 at least: 200万, whatever the rents.
    let second = told(
        "lower-first",
        &json!({ "export": "200万元", "cost": "165万元..166万元", "rent": "390万元..398万元", "bills": [bill("30万元")] }),
    );
    let one = combined(&second, "one");
    says(
        one,
        &json!({ "decided": true, "rows": ["high"], "together": estimate("249.5万元", "249.5万元..249.8万元"), "missing": ["cost"] }),
    );
}

/// 6万, 6万 and 5万: the first two 8万 at most, all three 10万 at most, which stands first in the text.
#[test]
fn a_cap_on_fewer_measures_takes_away_before_one_on_more() {
    let found = told("nested-caps", &json!({}));
    says(&combined(&found, "two")["cap"], &json!({ "before": estimate("12万元", "12万元"), "taken": "4万元" }));
    says(&combined(&found, "all")["cap"], &json!({ "before": estimate("13万元", "13万元"), "taken": "3万元" }));
    says(&found["sums"], &json!({ "exact": estimate("10万元", "10万元") }));
}

/// 5万, or something of which the text says no amount: there is nothing to compare.
#[test]
fn a_measure_without_an_amount_is_not_weighed_against_another() {
    let found = told("unstated", &json!({}));
    assert_eq!(found["combined"], json!([]));
    says(&found["sums"], &json!({ "exact": estimate("5万元", "5万元") }));
}

/// Nine invoices of which no two parts come to the same, 511,000元 in all: more ways to give them away than are tried one by one.
fn unlike_bills() -> Vec<Value> {
    (0..9).map(|bit| json!({ "cost": 1_000 << bit, "fee": 1_000 << bit })).collect()
}

/// Invoices of 511,000元: 30% for sure, or 40%, which some read to be for others only.
#[test]
fn of_a_long_list_as_much_is_sure_as_one_measure_gives_for_sure() {
    let found = told("doubted-rows", &json!({ "own_brand": "no", "bills": unlike_bills() }));
    says(combined(&found, "one"), &json!({ "decided": false, "together": estimate("15.33万元", "15.33万元..20.44万元"), "text": true }));
    says(&found["sums"], &json!({ "exact": estimate("15.33万元", "15.33万元..20.44万元"), "wide": null }));
}

/// 50% of 10万 and of 8万 to 9万.
#[test]
fn what_its_rows_give_waits_for_what_is_unknown_of_them() {
    let found =
        told("lower-first", &json!({ "export": "200万元", "cost": "0元", "rent": "0元", "bills": [bill("10万元"), bill("8万元..9万元")] }));
    let together = estimate("9万元", "9万元..9.5万元");
    says(combined(&found, "one"), &json!({ "decided": true, "rows": ["high", "high"], "together": together, "missing": ["bills"] }));
}

/// 30% of 10万, or 50% of it and 1% of exports that are not known: whoever takes the invoice, 3万 is not paid beside the other.
#[test]
fn a_row_may_go_to_a_measure_that_has_no_upper_end_yet() {
    let found = told("open-rows", &json!({ "bills": [bill("10万元")] }));
    says(combined(&found, "one"), &json!({ "decided": false, "rows": null }));
    says(&found["sums"], &json!({ "exact": estimate("0元", "0元..3万元"), "beside": ["open"] }));
}

/// Nine invoices, all for small firms either 30% for sure or 30% at most, are more ways than are tried; for others both.
#[test]
fn that_not_every_way_is_tried_is_said_also_where_it_is_open_whether_there_is_a_choice() {
    let found = told("kinds-small", &json!({ "bills": unlike_bills() }));
    says(&found["sums"], &json!({ "exact": estimate("0元", "0元..15.33万元"), "wide": true }));
}

/// No exports, so no money; but an invoice that the firm did not pay itself is none of those supported.
#[test]
fn whether_a_row_counts_is_asked_though_it_brings_nothing() {
    let found = told("zero-cap", &json!({ "export": "0元", "bills": [bill("10万元")] }));
    says(&found["measures"][0], &json!({ "outcome": "needs_answers", "estimate": estimate("0元", "0元"), "missing": ["bills"] }));
}
