//! 就高不就低: what is paid together, against every way to give the invoices away, tried by hand.
#![cfg(test)]

use std::collections::BTreeSet;

use mingbai_core::answers::{Answer, Answers, Row};
use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::Combined;
use mingbai_core::fact::{ColumnId, FactId};
use mingbai_core::library::Kind;
use mingbai_core::measure::{Finding, Outcome};
use mingbai_tests::seed::Seed;
use mingbai_tests::strategy::{as_of, cases, settled_firm};
use mingbai_tests::text::{Printed, quantity};
use mingbai_tests::{answers, assessed, day, library, notice, report};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(cases(4_000))]

    /// 第二条 pays 30% of an invoice, 第四条 50% if it is for an outlet, each up to its maximum; an invoice counts once.
    #[test]
    fn invoices_go_where_they_give_most(firm in settled_firm(), as_of in as_of()) {
        let found = &assessed(library(), &firm.0, as_of).documents[0];
        let Some(combined) = combined(found, "lhasa-one-invoice") else { return Ok(()) };
        let best = best_of_invoices(&firm.0);
        prop_assert_eq!(combined.together.most.high, Some(best));
        if [finding(found, "lhasa-02"), finding(found, "lhasa-04a")].iter().all(|one| one.outcome == Outcome::Qualifies) {
            prop_assert_eq!(combined.together.most.low, best);
        }
    }

    /// 第五条: for one and the same warehouse the higher of the two amounts.
    #[test]
    fn one_warehouse_is_paid_the_higher_amount(firm in settled_firm(), as_of in as_of()) {
        let found = &assessed(library(), &firm.0, as_of).documents[0];
        let Some(combined) = combined(found, "lhasa-one-warehouse") else { return Ok(()) };
        prop_assert_eq!(firm.0.get(fact("leased_warehouse_is_public")), Some(&Answer::YesNo(true)));
        prop_assert_eq!(combined.together.most.high, high(found, "lhasa-05a").max(high(found, "lhasa-05b")));
    }

    /// The exact sum is what is paid together, and what every other measure of that kind pays for itself.
    #[test]
    fn the_sum_is_what_is_paid_together_and_alone(firm in settled_firm(), as_of in as_of()) {
        let found = &assessed(library(), &firm.0, as_of).documents[0];
        let together = found.combined.iter().map(|one| one.together.most.high.unwrap_or_default());
        let among = |place: u16| found.combined.iter().any(|one| notice().combines[usize::from(one.combine)].among.contains(&place));
        let alone = (0_u16..).zip(notice().measures.iter().zip(&found.measures)).filter(|(place, (measure, finding))| {
            finding.kind == Kind::Exact && measure.paid_by.is_none() && !finding.is_denied() && !among(*place)
        });
        let alone = alone.map(|(_, (_, finding))| finding.estimate.and_then(|estimate| estimate.most.high).unwrap_or_default());
        let sum = found.sums.exact.and_then(|sum| sum.most.high).unwrap_or_default();
        prop_assert_eq!(sum, together.chain(alone).sum::<Decimal>());
    }
}

/// Outlets of 390万 leave 第四条 room for an invoice of 10万: with that one 50% × 400万 = 200万, and 第二条 30% × (50万 + 20万) = 21万.
/// Both in 第二条 give 30% × 80万 + 195万 = 219万. However many invoices of nothing stand before them.
#[test]
fn the_last_invoices_of_a_long_list_go_where_they_give_most() {
    for before in [0, 6, 7, 8, 28, 48, 198] {
        let mut invoices = vec!["0元"; before];
        invoices.extend(["10万元", "20万元"]);
        let told = together("390万元", &invoices);
        assert_eq!(told["together"]["most"], "221万元", "after {before} others");
        assert_eq!(
            (&told["decided"], &told["rows"][before], &told["rows"][before + 1]),
            (&json!(true), &json!("lhasa-04a"), &json!("lhasa-02"))
        );
    }
}

/// 390万 and n invoices of 2万 leave 第四条 room for five of them: 200万. 第二条: 30% × (50万 + (n − 5) × 2万), up to 50万: for n = 8 it is
/// 30% × 56万 = 16.8万, for 9 17.4万, for 10 18万, for 30 30万; from n = 64 on its 50万 are reached. All of them alike: which five is all one.
#[test]
fn of_like_invoices_only_the_number_counts() {
    for (count, most) in
        [(8, "216.8万元"), (9, "217.4万元"), (10, "218万元"), (30, "230万元"), (63, "249.8万元"), (64, "250万元"), (200, "250万元")]
    {
        let told = together("390万元", &vec!["2万元"; count]);
        assert_eq!((&told["together"]["least"], &told["together"]["most"]), (&json!(most), &json!(most)), "{count} invoices");
        assert_eq!((&told["decided"], &told["tied"]), (&json!(true), &json!(true)), "{count} invoices");
    }
}

/// Without outlets 第四条 never comes to 200万: 50% of each of n invoices of 1万, and 30% × 50万 = 15万.
#[test]
fn invoices_that_never_reach_a_maximum_all_go_where_the_rate_is_higher() {
    for (count, most) in [(8, "19万元"), (9, "19.5万元"), (10, "20万元"), (50, "40万元"), (200, "115万元")] {
        let told = together("0元", &vec!["1万元"; count]);
        assert_eq!(
            (&told["together"]["most"], &told["decided"], &told["tied"]),
            (&json!(most), &json!(true), &json!(false)),
            "{count} invoices"
        );
    }
}

/// 340万 of outlets and invoices to the fen: some of them together fill the 60万 that 第四条 has left to the fen, which gives 200万 and
/// 30% of the rest; no way gives more, for every yuan above 400万 is lost to 第二条 and every yuan below gives 20% less.
#[test]
fn fifty_invoices_to_the_fen_fill_the_maximum() {
    let mut chance = Seed::new(50);
    let costs: Vec<Decimal> =
        (0..50).map(|_| Decimal::new(i64::try_from(1_000_000 + chance.below(3_000_000)).expect("small"), 2)).collect();
    let invoices: Vec<String> = costs.iter().map(|cost| format!("{cost}元")).collect();
    let told = together("340万元", &invoices.iter().map(String::as_str).collect::<Vec<_>>());
    let rest: Decimal = costs.iter().sum::<Decimal>() - Decimal::from(600_000);
    let best = Decimal::from(2_000_000) + Decimal::new(30, 2) * (Decimal::from(500_000) + rest);
    let most = read_money(&told["together"]["most"]);
    assert_eq!((most, read_money(&told["together"]["least"]), &told["decided"]), (best, best, &json!(true)));
}

/// Long lists in thousands of yuan, against every sum that the invoices can come to.
#[test]
fn long_lists_give_the_most_there_is() {
    for seed in 0..40_u64 {
        let mut chance = Seed::new(seed);
        let count = *chance.pick(&[9, 10, 12, 20, 30, 50]);
        let span = *chance.pick(&[40, 100, 400]);
        let costs: Vec<i64> = (0..count).map(|_| 1_000 * i64::try_from(1 + chance.below(span)).expect("small")).collect();
        let whole: i64 = costs.iter().sum();
        let outlets = 4_000_000 - whole / *[2, 3, 5].get(chance.below(3)).expect("one of three");
        let invoices: Vec<String> = costs.iter().map(|cost| format!("{cost}元")).collect();
        let told = together(&format!("{}元", outlets.max(0)), &invoices.iter().map(String::as_str).collect::<Vec<_>>());
        let (of_second, of_fourth) = (Decimal::from(500_000), Decimal::from(outlets.max(0)));
        let best = best_of(of_second, of_fourth, &costs.iter().map(|cost| (Decimal::from(*cost), true)).collect::<Vec<_>>());
        assert_eq!((read_money(&told["together"]["most"]), read_money(&told["together"]["least"])), (best, best), "{outlets} {costs:?}");
        assert_eq!(told["decided"], json!(true), "{outlets} {costs:?}");
        let to_fourth: i64 =
            costs.iter().zip(told["rows"].as_array().expect("rows")).filter(|(_, user)| **user == "lhasa-04a").map(|(cost, _)| cost).sum();
        assert_eq!(
            paid(of_second + Decimal::from(whole - to_fourth), of_fourth + Decimal::from(to_fourth)),
            best,
            "as told {outlets} {costs:?}"
        );
    }
}

/// What is told of the invoices, all of them for an outlet: turnover at the line, advertising of 50万, and outlets.
fn together(outlets: &str, invoices: &[&str]) -> Value {
    let invoices: Vec<Value> = invoices.iter().map(|cost| json!({ "cost": cost, "for_outlet": "yes" })).collect();
    let firm = json!({
        "applicant": ["enterprise"], "registered_in": ["lhasa"], "already_supported": "none", "agreement_items": "none",
        "annual_cbec_transaction": "100万元", "traditional_foreign_trade_firm": "yes", "online_ad_cost": "40万元", "website_build_cost": "10万元",
        "outlets": [{ "rent": outlets, "fit_out": "0元", "equipment": "0元", "logistics": "0元" }], "platform_fees": invoices,
    });
    let (firm, today) = (answers(&firm.to_string()), day("2026-11-21"));
    assert!(!assessed(library(), &firm, today).documents[0].sums.wide, "every way is known");
    report(library(), &firm, today)["documents"][0]["combined"][0].clone()
}

fn combined<'a>(found: &'a DocumentFinding, id: &str) -> Option<&'a Combined> {
    found.combined.iter().find(|one| notice().combines[usize::from(one.combine)].id == id)
}

fn finding<'a>(found: &'a DocumentFinding, id: &str) -> &'a Finding {
    let place = notice().measures.iter().position(|measure| measure.id == id).expect("a measure");
    &found.measures[place]
}

fn high(found: &DocumentFinding, id: &str) -> Option<Decimal> {
    finding(found, id).estimate.and_then(|estimate| estimate.most.high)
}

/// The most that 第二条 and 第四条 pay together, over everything that the invoices given to 第四条 can come to.
fn best_of_invoices(answers: &Answers) -> Decimal {
    let promotion = money(answers, "online_ad_cost") + money(answers, "website_build_cost");
    let outlets: Decimal = rows(answers, "outlets").iter().flat_map(|row| (0..4).map(|column| cell(row, column))).sum();
    let invoices: Vec<(Decimal, bool)> = rows(answers, "platform_fees").iter().map(|row| (cell(row, 0), is_for_outlet(row))).collect();
    best_of(promotion, outlets, &invoices)
}

fn read_money(written: &Value) -> Decimal {
    written.as_str().and_then(quantity).filter(Printed::is_point).unwrap_or_else(|| panic!("{written} is no sum of money")).low
}

fn best_of(promotion: Decimal, outlets: Decimal, invoices: &[(Decimal, bool)]) -> Decimal {
    let mut given = BTreeSet::from([Decimal::ZERO]);
    for (cost, _) in invoices.iter().filter(|(_, for_outlet)| *for_outlet) {
        given.extend(given.clone().into_iter().map(|sum| sum + cost));
    }
    let whole: Decimal = invoices.iter().map(|(cost, _)| cost).sum();
    given.into_iter().map(|given| paid(promotion + whole - given, outlets + given)).max().unwrap_or_default()
}

/// 30% up to 50万, and 50% up to 200万.
fn paid(second: Decimal, fourth: Decimal) -> Decimal {
    (Decimal::new(30, 2) * second).min(500_000.into()) + (Decimal::new(50, 2) * fourth).min(2_000_000.into())
}

fn fact(name: &str) -> FactId {
    library().fact_named(name).unwrap_or_else(|| panic!("no fact {name}"))
}

fn money(answers: &Answers, name: &str) -> Decimal {
    amount(answers.get(fact(name)))
}

fn rows<'a>(answers: &'a Answers, name: &str) -> &'a [Row] {
    answers.rows(fact(name)).0
}

/// A column by its place: outlets have rent, fit-out, equipment, logistics; platform fees a cost, and whether it is for an outlet.
fn cell(row: &Row, column: u8) -> Decimal {
    amount(row.get(ColumnId(column)))
}

fn is_for_outlet(row: &Row) -> bool {
    row.get(ColumnId(1)) == Some(&Answer::YesNo(true))
}

fn amount(answer: Option<&Answer>) -> Decimal {
    match answer {
        Some(Answer::Quantity(interval)) => interval.value().unwrap_or_else(|| panic!("{interval:?} is a range")),
        other => panic!("{other:?} is no amount"),
    }
}
