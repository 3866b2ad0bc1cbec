//! Long lists of which each row is used for one of two measures: the most there is, what is in doubt, and what is said where not every
//! way can be tried. The rules: `settled/`.
#![cfg(test)]

use std::collections::BTreeSet;

use mingbai_tests::seed::Seed;
use mingbai_tests::settled;
use mingbai_tests::text::quantity;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// What a document tells a firm with exports of 200万.
fn told(document: &str, cost: &str, rent: &str, bills: &[Value]) -> Value {
    settled::told(document, &json!({ "export": "200万元", "cost": cost, "rent": rent, "bills": bills }))
}

fn bill(cost: i64) -> Value {
    json!({ "cost": format!("{cost}元") })
}

/// The two ends of an amount of money, in tenths of a yuan.
fn ends(told: &Value) -> (i64, i64) {
    let range = told.as_str().and_then(quantity).unwrap_or_else(|| panic!("no money: {told}"));
    let tenths = |one: Decimal| i64::try_from((one * Decimal::TEN).trunc()).expect("small");
    (tenths(range.low), tenths(range.high.expect("an upper end")))
}

/// 30% of costs and invoices up to 50万, 50% of rents and other invoices up to 200万: the most of all ways to give the invoices away, over
/// everything that those of the second can come to; in tenths of a yuan.
fn best_of(cost: i64, rent: i64, bills: &[i64]) -> i64 {
    let mut given = BTreeSet::from([0]);
    for bill in bills {
        given.extend(given.clone().into_iter().map(|sum| sum + bill));
    }
    let whole: i64 = bills.iter().sum();
    let paid = |given: i64| (3 * (cost + whole - given)).min(5_000_000) + (5 * (rent + given)).min(20_000_000);
    given.into_iter().map(paid).max().unwrap_or_default()
}

/// Some invoices in thousands of yuan, some of them large, beside costs, and rents that leave some of the 200万.
fn list(chance: &mut Seed) -> (i64, i64, Vec<i64>) {
    let count = *chance.pick(&[9, 10, 12, 20, 30]);
    let thousands = |chance: &mut Seed, span| 1_000 * i64::try_from(1 + chance.below(span)).expect("small");
    let bills: Vec<i64> = (0..count)
        .map(|_| {
            let span = *chance.pick(&[40, 100, 100, 1_000]);
            thousands(chance, span)
        })
        .collect();
    let whole: i64 = bills.iter().sum();
    let rent = (4_000_000 - whole / *chance.pick(&[1, 2, 3, 5, 20])).max(0);
    (thousands(chance, 1_500), rent / 1_000 * 1_000, bills)
}

/// Whichever of the two measures stands first. The last list has one large invoice, which would fill the first measure alone: it belongs to the
/// second, and what is left of that is best filled not quite.
#[test]
fn long_lists_give_the_most_there_is_whichever_rate_comes_first() {
    let others = (0..9).map(|bit| 42_000 + 7_000 * bit + (1 << bit));
    let large = (1_500_000, 3_000_000, others.chain([500_000]).collect());
    for (cost, rent, bills) in (0..60).map(|seed| list(&mut Seed::new(seed))).chain([large]) {
        let best = best_of(cost, rent, &bills);
        let rows: Vec<Value> = bills.iter().map(|cost| bill(*cost)).collect();
        for document in ["lower-first", "higher-first"] {
            let found = told(document, &format!("{cost}元"), &format!("{rent}元"), &rows);
            let one = &found["combined"][0];
            let of = || format!("{document}, costs {cost}, rents {rent}, invoices {bills:?}");
            assert_eq!((ends(&one["together"]["most"]), &one["decided"]), ((best, best), &json!(true)), "{}", of());
            let users = one["rows"].as_array().expect("rows").iter().zip(&bills);
            let given: i64 = users.filter(|(user, _)| **user == "high").map(|(_, bill)| bill).sum();
            let rest = bills.iter().sum::<i64>() - given;
            assert_eq!((3 * (cost + rest)).min(5_000_000) + (5 * (rent + given)).min(20_000_000), best, "as told: {}", of());
        }
    }
}

/// Rents are known in part, or costs and some invoices too: the low end is that of the way with the most at the low ends, the upper end that of
/// the way with the most at the upper ends. And what is told to be open holds what comes out, whatever the answers are in the end.
#[test]
fn long_lists_in_doubt_are_as_sure_as_they_can_be() {
    for seed in 0..30_u64 {
        let mut chance = Seed::new(seed);
        let (cost, rent, bills) = list(&mut chance);
        let mut more = |share: usize| if chance.percent(share) { 1_000 * i64::try_from(chance.below(60)).expect("small") } else { 0 };
        // In every other list only the rents.
        let others = seed % 2 == 0;
        let (dear_rent, dear_cost) = (rent + more(80), cost + more(if others { 50 } else { 0 }));
        let dear: Vec<i64> = bills.iter().map(|bill| bill + more(if others { 20 } else { 0 })).collect();
        let range = |low: i64, high: i64| format!("{low}元..{high}元");
        let rows: Vec<Value> = bills.iter().zip(&dear).map(|(low, high)| json!({ "cost": range(*low, *high) })).collect();
        for document in ["lower-first", "higher-first"] {
            let found = told(document, &range(cost, dear_cost), &range(rent, dear_rent), &rows);
            let one = &found["combined"][0];
            let of = || format!("{document}, seed {seed}: {found:#}");
            let best = (best_of(cost, rent, &bills), best_of(dear_cost, dear_rent, &dear));
            assert_eq!((ends(&one["together"]["most"]), ends(&found["sums"]["exact"]["most"])), (best, best), "{}", of());
            assert_eq!(found["sums"].get("wide"), None, "{}", of());
            for part in 0..=3 {
                let at = |low: i64, high: i64| low + (high - low) * part / 3;
                let rows: Vec<Value> = bills.iter().zip(&dear).map(|(low, high)| bill(at(*low, *high))).collect();
                let known = told(document, &format!("{}元", at(cost, dear_cost)), &format!("{}元", at(rent, dear_rent)), &rows);
                let known = &known["combined"][0];
                assert!(one["decided"] != true || one["rows"] == known["rows"] || known["tied"] == true, "{}\n{known:#}", of());
                if one["decided"] != true {
                    for (was, is) in one["shares"].as_array().expect("shares").iter().zip(known["shares"].as_array().expect("shares")) {
                        let ((low, high), (least, most)) = (ends(&was["most"]), ends(&is["most"]));
                        assert!(was["measure"] == is["measure"] && low <= least && most <= high, "{was} {is}\n{}", of());
                    }
                }
            }
        }
    }
}

/// Rents of 397.4万 leave 1.3万 of the 200万: 50% of 2.6万, an invoice of which there are two. Any other of the nine would take more from the
/// first: 30% × (286367 + 26000) = 93710.1元, whichever of the two it is.
#[test]
fn of_two_like_rows_of_a_long_list_either_may_go_to_either() {
    let others = [27_001, 28_003, 29_007, 31_013, 32_027, 33_041, 34_063, 35_089, 37_123];
    let rows: Vec<Value> = others.into_iter().chain([26_000, 26_000]).map(bill).collect();
    for document in ["lower-first", "higher-first"] {
        let one = told(document, "0元", "397.4万元", &rows)["combined"][0].clone();
        assert_eq!(
            (&one["together"]["most"], &one["decided"], &one["tied"]),
            (&json!("2093710.1元"), &json!(true), &json!(true)),
            "{one:#}"
        );
    }
}

/// 30% of a row either way, up to 3万 for sure, and up to 4万 beside: as much as can be is to be sure. Nine rows are more ways than are tried
/// one by one, eight are not.
#[test]
fn what_is_sure_and_what_is_not_is_tried_in_every_way_or_said_to_be_open() {
    let costs: Vec<i64> = (0..9).map(|bit| 20_000 + 2 * (1 << bit)).collect();
    for count in [8, 9] {
        let costs = &costs[..count];
        let whole: i64 = costs.iter().sum();
        let sums = (0_u32..1 << count).map(|taken| (0..count).filter(|bit| taken >> bit & 1 == 1).map(|bit| costs[bit]).sum::<i64>());
        let ways = sums.map(|given| ((3 * given).min(300_000), (3 * (whole - given)).min(400_000)));
        let (sure, beside) = ways.max_by_key(|(sure, beside)| (sure + beside, *sure)).expect("a way");
        let rows: Vec<Value> = costs.iter().map(|cost| bill(*cost)).collect();
        let found = told("kinds", "0元", "0元", &rows);
        let (decided, (low, high)) = (found["combined"][0]["decided"] == true, ends(&found["sums"]["exact"]["most"]));
        assert!(low <= sure && sure <= high, "{sure}, {beside}: {found:#}");
        assert_eq!((decided, found["sums"]["wide"] == true), (count == 8, count == 9), "{found:#}");
        assert!(!decided || (low == high && ends(&found["sums"]["ceiling"]["most"]) == (beside, beside)), "{found:#}");
    }
}

/// Costs and fees that have nothing to do with each other, of ten rows.
#[test]
fn rows_that_give_each_measure_something_else_are_given_away_where_that_is_sure() {
    let amounts: Vec<(i64, i64)> = (0..10).map(|row| (10_000 + 1_700 * row, 31_000 - 1_300 * row - 7 * row * row)).collect();
    let rows: Vec<Value> = amounts.iter().map(|(cost, fee)| json!({ "cost": format!("{cost}元"), "fee": format!("{fee}元") })).collect();
    // Without a maximum each row goes where it gives more: 30% of its costs, or 20% of its fees.
    let most: i64 = amounts.iter().map(|(cost, fee)| (3 * cost).max(2 * fee)).sum();
    let found = told("no-caps", "0元", "0元", &rows);
    assert_eq!(
        (ends(&found["combined"][0]["together"]["most"]), &found["combined"][0]["decided"]),
        ((most, most), &json!(true)),
        "{found:#}"
    );
    assert_eq!(found["sums"].get("wide"), None, "{found:#}");
    // With maxima there are a thousand ways, and it is said that they are not all tried.
    let way = |taken: u32| {
        let sides = (0_u32..).zip(&amounts).map(|(bit, (cost, fee))| if taken >> bit & 1 == 1 { (3 * cost, 0) } else { (0, 2 * fee) });
        let (cost, fee) = sides.fold((0, 0), |(one, other), (cost, fee)| (one + cost, other + fee));
        cost.min(300_000) + fee.min(400_000)
    };
    let best = (0..1 << 10).map(way).max().expect("a way");
    let found = told("two-columns", "0元", "0元", &rows);
    let (low, high) = ends(&found["combined"][0]["together"]["most"]);
    assert!(low <= best && best <= high, "{best}: {found:#}");
    assert_eq!((&found["combined"][0]["decided"], &found["sums"]["wide"]), (&json!(false), &json!(true)), "{found:#}");
}

/// 150 invoices of which no two are alike: not every way is tried, and that is said; no way gives more than 50% of everything, or the two
/// maxima.
#[test]
fn of_a_very_long_list_it_is_said_that_not_every_way_is_tried() {
    let rows: Vec<Value> = (0..150).map(|row| bill(10_000 + row * row)).collect();
    for document in ["lower-first", "higher-first"] {
        let found = told(document, "0元", "300万元", &rows);
        let (_, high) = ends(&found["combined"][0]["together"]["most"]);
        assert!(high <= 25_000_000 && found["sums"]["wide"] == true && found["combined"][0]["decided"] == false, "{found:#}");
    }
}
