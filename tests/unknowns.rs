//! What is unknown and decides several small rules: the sums hold every way it may turn out, and no other. Worked by hand. The
//! rules: `settled/`.
#![cfg(test)]

use mingbai_tests::settled::{bill, bills, combined, says, told};
use mingbai_tests::sheet::estimate;
use serde_json::json;

/// 6万 and 6万: 5万 at most for a small firm, 8万 at most for any other.
#[test]
fn of_two_caps_that_exclude_each_other_one_applies() {
    let found = told("caps-by-size", &json!({}));
    says(&found["sums"], &json!({ "exact": estimate("5万元", "5万元..8万元") }));
    for (id, taken) in [("small", "0元..7万元"), ("other", "0元..4万元")] {
        says(&combined(&found, id)["cap"], &json!({ "before": estimate("12万元", "12万元"), "taken": taken }));
    }
}

/// An invoice paid by the firm itself takes 3万 from one measure and adds 1万 to the other: 7万 and 1万, or 10万.
#[test]
fn a_row_that_one_measure_takes_away_and_another_adds_is_one_row() {
    says(&told("less-rows", &json!({ "bills": bills(1) }))["sums"], &json!({ "exact": estimate("8万元", "8万元..10万元") }));
}

/// 5万 if exports of 5万 are not below the invoice of 10万 that the firm may have paid; 1万 if it has.
#[test]
fn a_row_that_denies_one_measure_and_adds_to_another_is_one_row() {
    let found = told("against-rows", &json!({ "export": "5万元", "bills": [bill("10万元")] }));
    says(&found["sums"], &json!({ "exact": estimate("1万元", "1万元..5万元") }));
}

/// Nine invoices, 1万 and 2万 for each that the firm has paid itself: both measures gain from the same answers, however many they are.
#[test]
fn measures_that_wait_for_the_same_answers_are_not_too_many_to_try() {
    let found = told("same-answers", &json!({ "bills": bills(9) }));
    says(&found["sums"], &json!({ "exact": estimate("0元", "0元..27万元"), "wide": null }));
}

/// 100万 for a small firm or for any other, and 1万 for some of nine invoices: more than can be tried in every way, and that is said. But
/// what is asked of the firm comes before what is asked of an invoice, so the 100万 are neither doubted nor counted twice.
#[test]
fn of_too_many_unknowns_those_of_the_firm_are_tried_first() {
    let found = told("facts-first", &json!({ "bills": bills(9) }));
    says(&found["sums"], &json!({ "exact": estimate("100万元", "100万元..109万元"), "wide": true }));
}

/// 10万 and 1万 for the invoice, or 10万 and 2万 for it, or 10万.
#[test]
fn what_is_unknown_of_the_firm_and_of_a_row_is_tried_together() {
    says(&told("row-by-row", &json!({ "bills": bills(1) }))["sums"], &json!({ "exact": estimate("10万元", "10万元..12万元") }));
}

/// 1万 for each of two invoices, whichever of two measures it belongs to. One of them gives 1.5万 at most in a year: 1.5万 if both are its
/// own. Or one gives 1.5万 at least: 1.5万 and 2万, 1.5万 and 1万, or 2万.
#[test]
fn rows_that_reach_a_limit_together_are_not_looked_at_one_by_one() {
    for (document, least, most) in [("capped-rows", "1.5万元", "1.5万元..2万元"), ("better-rows", "2万元", "2万元..3.5万元")] {
        says(&told(document, &json!({ "bills": bills(2) }))["sums"], &json!({ "exact": estimate(least, most) }));
    }
}

/// 1万 for exports of 200万, else 2% of them, which are at most 400万.
#[test]
fn a_number_is_on_a_line_or_beside_it() {
    let found = told("line", &json!({ "export": "200万元..400万元" }));
    says(&found["sums"], &json!({ "exact": estimate("1万元", "1万元..8万元") }));
}

/// Revenue of 50万 to 500万 makes a firm little or medium: 5万 or 8万. A large one, which has both, it cannot be.
#[test]
fn a_size_that_the_figures_exclude_is_not_tried() {
    let found = told("sizes", &json!({ "industry": "trade", "revenue": "50万元..500万元" }));
    says(&found["sums"], &json!({ "exact": estimate("5万元", "5万元..8万元") }));
}

/// 10万, or 8万 and 2% of what has no upper end: that stands beside the sum, also in the case in which it has one.
#[test]
fn what_has_no_upper_end_stays_beside_the_sum() {
    let found = told("open", &json!({}));
    says(&found["sums"], &json!({ "exact": estimate("8万元", "8万元..10万元"), "beside": ["rate"] }));
}

/// A small firm and any other: the card of the measure waits for that answer, and so does the sum.
#[test]
fn a_sum_says_of_one_measure_what_its_card_says() {
    let found = told("card", &json!({ "own_brand": "yes" }));
    says(&found["measures"][0], &json!({ "outcome": "needs_answers", "missing": ["small"] }));
    says(&found["sums"], &json!({ "exact": estimate("0元", "0元..6万元") }));
}

/// 8万 with a channel of its own, 5万 without one.
#[test]
fn a_choice_of_several_is_one_unknown() {
    says(&told("channels", &json!({}))["sums"], &json!({ "exact": estimate("5万元", "5万元..8万元") }));
}

/// 3万 for an advertisement, 2万 for a fair: the invoice is for one of them.
#[test]
fn a_choice_in_a_row_is_one_unknown() {
    says(&told("purposes", &json!({ "bills": bills(1) }))["sums"], &json!({ "exact": estimate("2万元", "2万元..3万元") }));
}

/// Sales of 10万, and an invoice of 10万 that the firm may have paid: 1万 if it has, else it reaches 5万 for the first time.
#[test]
fn a_row_that_stands_for_what_was_reached_before_is_one_row() {
    let found = told("first-reached", &json!({ "export": "10万元", "bills": [bill("10万元")] }));
    says(&found["sums"], &json!({ "exact": estimate("1万元", "1万元..5万元") }));
}

/// 10万 for an invoice paid by the firm itself, which leaves 5万 of the 9万 that are paid at most.
#[test]
fn a_row_that_adds_to_the_only_measure_and_lowers_its_cap_is_one_row() {
    let found = told("cap-against", &json!({ "bills": bills(1) }));
    says(combined(&found, "cap"), &json!({ "together": estimate("0元", "0元..5万元") }));
    says(&found["sums"], &json!({ "exact": estimate("0元", "0元..5万元") }));
}

/// 5万 for a small firm, perhaps only with a brand of its own; 8万 for any other.
#[test]
fn a_reading_in_doubt_leaves_the_unknown_one() {
    says(&told("doubted", &json!({}))["sums"], &json!({ "exact": estimate("0元", "0元..8万元") }));
}

/// An invoice of the firm's own, of 5万 for promotion and something for the platform: below 10万 together it brings 1万, from 20万 on 2万,
/// between them 3万.
#[test]
fn of_two_unknowns_of_a_row_each_has_a_value_of_its_own() {
    let found = told("row-sums", &json!({ "bills": [{ "date": "2026-03-01", "own": "yes", "cost": "5万元" }] }));
    says(&found["sums"], &json!({ "exact": estimate("1万元", "1万元..3万元") }));
}
