//! 株洲市征求意见稿 once more, written from the official text, and compared with the rules on many complete firms: what it would
//! give if it were adopted as it stands.
#![cfg(test)]

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Firm, Law, Money, Oracle, Record, Sums, agree, n};
use rust_decimal::Decimal;

#[path = "zhuzhou/bend.rs"]
mod bend;
#[path = "zhuzhou/firms.rs"]
mod firms;
#[path = "zhuzhou/people.rs"]
mod people;
#[path = "zhuzhou/places.rs"]
mod places;
#[path = "zhuzhou/together.rs"]
mod together;

/// Directions, services and what other policies give have no condition but the kind of applicant.
const WITHOUT_CONDITION: [&str; 30] = [
    "-zhuzhou-01e",
    "-zhuzhou-01f",
    "-zhuzhou-03d",
    "-zhuzhou-04d",
    "-zhuzhou-05c",
    "-zhuzhou-06c",
    "-zhuzhou-07",
    "-zhuzhou-09f",
    "-zhuzhou-09g",
    "-zhuzhou-09h",
    "-zhuzhou-11b",
    "-zhuzhou-12a",
    "-zhuzhou-14a",
    "-zhuzhou-14b",
    "-zhuzhou-15a",
    "-zhuzhou-15b",
    "-zhuzhou-16b",
    "-zhuzhou-17a",
    "-zhuzhou-17b",
    "-zhuzhou-17c",
    "-zhuzhou-17d",
    "-zhuzhou-18b",
    "-zhuzhou-18c",
    "-zhuzhou-18d",
    "-zhuzhou-18e",
    "-zhuzhou-19a",
    "-zhuzhou-19b",
    "-zhuzhou-19c",
    "-zhuzhou-19d",
    "-zhuzhou-20a",
];

/// 企业或机构: neither governments nor persons.
const BODIES: [&str; 13] = [
    "enterprise",
    "training_institution",
    "service_platform_operator",
    "payment_institution",
    "financial_institution",
    "exhibition_organiser",
    "park_operator",
    "incubator_operator",
    "supervision_site_operator",
    "air_carrier",
    "college",
    "trade_association",
    "upgrade_base",
];

#[test]
fn the_rules_give_what_the_draft_would_give() {
    let oracle = Oracle { document: "zhuzhou-draft", as_of: "2026-11-21", firms: 8_000, bend: bend::bend, law };
    agree(&oracle, &WITHOUT_CONDITION);
}

/// Every measure in its article, what is given once, the sums, and what another reading of the text would deny.
fn law(firm: &Firm<'_>) -> (Vec<Law>, Sums) {
    let facts = &firm.facts;
    let mut laws = places::articles_1_and_2(facts);
    laws.extend(firms::articles_3_to_6(facts));
    laws.extend(places::articles_7_to_11(facts));
    laws.extend(people::articles_12_to_21(facts));
    let laws: Vec<Law> = laws.into_iter().map(|law| together::once(facts, law)).collect();
    let doubted = |law: Law| {
        let denied = together::denied(facts, law.id);
        law.in_doubt(denied)
    };
    let laws: Vec<Law> = laws.into_iter().map(doubted).collect();
    let sums = together::sums(facts, &laws);
    (laws, sums)
}

/// Whether the applicant is one of these.
fn is_one(facts: &Record<'_>, kinds: &[&str]) -> bool {
    kinds.iter().any(|kind| facts.is("applicant", kind))
}

/// 企业, of which the draft speaks where it names nobody else.
fn enterprise(facts: &Record<'_>) -> bool {
    is_one(facts, &["enterprise"])
}

/// 我市企业, 株洲企业.
fn of_zhuzhou(facts: &Record<'_>) -> bool {
    facts.is("registered_in", "zhuzhou")
}

/// 不超过, 最高 beside a rate, a price or the applicant's own cost: paid to those who meet the conditions, up to this.
fn ceiling(id: &'static str, spoken_of: bool, met: bool, amount: Decimal) -> Law {
    granted(id, Kind::Ceiling, spoken_of, met, Some(Money::up_to(amount)))
}

/// 最高N万元: how much of it, if anything, the authority weighs.
fn lump(id: &'static str, spoken_of: bool, met: bool, amount: Decimal) -> Law {
    let law = granted(id, Kind::Assessed, spoken_of, met, Some(Money::up_to(amount)));
    law.in_doubt(true)
}

/// 最高N万元 for what 经…认定: nothing only where that was refused.
fn recognised_lump(id: &'static str, spoken_of: bool, recognition: Recognition, amount: Decimal) -> Law {
    lump(id, spoken_of, recognition != Recognition::Refused, amount)
}

/// Where the conditions are met it is paid, or the service given.
fn granted(id: &'static str, kind: Kind, spoken_of: bool, met: bool, money: Option<Money>) -> Law {
    if !spoken_of {
        return Law::not_applicable(id, kind);
    }
    if met { Law::qualifies(id, kind, money) } else { Law::refused(id, kind) }
}

/// 鼓励, 支持, 引导, 推进: nobody is promised anything, and of those spoken of nobody is excluded.
fn direction(id: &'static str, spoken_of: bool) -> Law {
    granted(id, Kind::None, spoken_of, true, None).in_doubt(true)
}

/// 享受…有关政策: another policy decides.
fn elsewhere(id: &'static str, spoken_of: bool, met: bool) -> Law {
    granted(id, Kind::Elsewhere, spoken_of, met, None).in_doubt(true)
}

/// 予以支持: the text does not say how.
fn unstated(id: &'static str, spoken_of: bool, met: bool) -> Law {
    granted(id, Kind::Unstated, spoken_of, met, None).in_doubt(true)
}

/// So many of something, as a number.
fn count(number: usize) -> Decimal {
    n(i64::try_from(number).expect("a list is short"))
}
