//! 第十一条 附则, and what goes together.

use std::collections::BTreeSet;

use mingbai_core::Date;
use mingbai_core::library::Kind;
use mingbai_core::measure::Outcome;
use mingbai_tests::day;
use mingbai_tests::oracle::{Firm, Law, Money, Record, Sums};
use rust_decimal::Decimal;

use super::spending::{outlets, promotion};

/// 自发布之日起施行，有效期三年: from 22 August 2024 to 21 August 2027, and not after the day of assessment.
pub(super) fn counts(firm: &Firm<'_>, event: Date) -> bool {
    day("2024-08-22") <= event && event <= day("2027-08-21") && event <= firm.as_of
}

/// 区市县相关政策不重复享受。如扶持对象与区市相关部门签订“一事一议”协议的，以协议约定事项为准。 What was already paid is not paid again, agreed or not.
pub(super) fn settled(firm: &Firm<'_>, law: Law) -> Law {
    if !law.is_open() {
        return law;
    }
    if firm.facts.names("already_supported", law.id) {
        return Law::refused(law.id, law.kind);
    }
    if firm.facts.names("agreement_items", law.id) {
        return Law { outcome: Outcome::SubjectToReview, kind: Kind::Elsewhere, money: None, ..law };
    }
    law
}

/// 同一企业同一项目，实行“就高不就低”原则。
pub(super) fn sums(firm: &Firm<'_>, laws: &[Law]) -> Sums {
    let mut sums = Sums::default();
    let law = |id: &str| laws.iter().find(|law| law.id == id).expect("every measure is there");
    let apart = ["lhasa-02", "lhasa-04a", "lhasa-05a", "lhasa-05b", "lhasa-07a", "lhasa-07b"];
    laws.iter().filter(|law| !apart.contains(&law.id)).for_each(|law| sums.add_law(law));
    // One invoice of a platform is used once: under 第二条 or under 第四条.
    let (promoted, placed) = (law("lhasa-02"), law("lhasa-04a"));
    if promoted.is_open() && promoted.money.is_some() && placed.is_open() && placed.money.is_some() {
        sums.add(Kind::Exact, invoices(&firm.facts, promoted, placed));
    } else {
        sums.add_law(promoted);
        sums.add_law(placed);
    }
    // One warehouse, built and leased: the higher of the two.
    let (built, leased) = (law("lhasa-05a"), law("lhasa-05b"));
    if firm.facts.yes("leased_warehouse_is_public") && built.is_open() && leased.is_open() {
        sums.add(Kind::Exact, built.share().better(leased.share()));
    } else {
        sums.add_law(built);
        sums.add_law(leased);
    }
    sums
}

/// The most that the two articles give together, over everything that the invoices given to 第四条 can come to.
fn invoices(facts: &Record<'_>, promoted: &Law, placed: &Law) -> Money {
    let money = |law: &Law, amount: Decimal| Law { money: Some(Money::exactly(amount)), ..law.clone() }.share();
    let (mut whole, mut given) = (Decimal::ZERO, BTreeSet::from([Decimal::ZERO]));
    for invoice in facts.rows("platform_fees") {
        whole += invoice.number("cost");
        if invoice.yes("for_outlet") {
            given.extend(given.clone().into_iter().map(|sum| sum + invoice.number("cost")));
        }
    }
    let together = given.into_iter().map(|to_fourth| {
        let to_second = whole - to_fourth;
        money(promoted, promotion(facts, to_second)).plus(money(placed, outlets(facts, to_fourth)))
    });
    together.reduce(Money::better).unwrap_or_default()
}
