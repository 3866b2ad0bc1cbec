//! 就高不就低: what is paid together, against every way to give the invoices away, tried by hand.
#![cfg(test)]

use mingbai_core::answers::{Answer, Answers, Row};
use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::Combined;
use mingbai_core::fact::{ColumnId, FactId};
use mingbai_core::library::Kind;
use mingbai_core::measure::{Finding, Outcome};
use mingbai_tests::strategy::{as_of, cases, settled_firm};
use mingbai_tests::{answers, assessed, day, library, notice, report};
use proptest::prelude::*;
use rust_decimal::Decimal;

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
/// Both in 第二条 give 30% × 80万 + 195万 = 219万. The first eight invoices are tried one by one; from the ninth on they go together.
#[test]
fn eight_invoices_are_tried_one_by_one() {
    for (before, best) in [(0, "221万元"), (7, "221万元"), (8, "219万元")] {
        let invoice = |cost: &str| format!(r#"{{"cost":"{cost}","for_outlet":"yes"}}"#);
        let mut invoices = vec![invoice("0元"); before];
        invoices.extend([invoice("10万元"), invoice("20万元")]);
        let firm = answers(&format!(
            r#"{{"applicant":["enterprise"],"registered_in":["lhasa"],"already_supported":"none","agreement_items":"none",
                "annual_cbec_transaction":"100万元","traditional_foreign_trade_firm":"yes","online_ad_cost":"40万元","website_build_cost":"10万元",
                "outlets":[{{"rent":"390万元","fit_out":"0元","equipment":"0元","logistics":"0元"}}],"platform_fees":[{}]}}"#,
            invoices.join(",")
        ));
        let report = report(library(), &firm, day("2026-11-21"));
        assert_eq!(report["documents"][0]["combined"][0]["together"]["most"], best, "after {before} others");
    }
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

/// The most that 第二条 and 第四条 pay together, over every way to give each invoice to one of them. From the ninth on, invoices go together.
fn best_of_invoices(answers: &Answers) -> Decimal {
    let promotion = money(answers, "online_ad_cost") + money(answers, "website_build_cost");
    let outlets: Decimal = rows(answers, "outlets").iter().flat_map(|row| (0..4).map(|column| cell(row, column))).sum();
    let invoices = rows(answers, "platform_fees");
    let ways = 0_u32..1 << invoices.len().min(9);
    let paid = |way: u32| {
        let to_outlets = |number: usize| way >> number.min(8) & 1 == 1;
        let sum = |outlets: bool| -> Decimal {
            let given = invoices.iter().enumerate().filter(|(number, _)| to_outlets(*number) == outlets);
            given.filter(|(_, row)| !outlets || is_for_outlet(row)).map(|(_, row)| cell(row, 0)).sum()
        };
        let (rate_2, rate_4) = (Decimal::new(30, 2), Decimal::new(50, 2));
        (rate_2 * (promotion + sum(false))).min(500_000.into()) + (rate_4 * (outlets + sum(true))).min(2_000_000.into())
    };
    ways.map(paid).max().unwrap_or_default()
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
