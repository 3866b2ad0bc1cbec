//! What is given once, what goes together, and what another reading of the text would deny.

use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Law, Money, Record, Sums, wan};
use rust_decimal::Decimal;

use super::firms::online_turnover;
use super::{BODIES, is_one, of_zhuzhou};

/// 一次性奖励: whoever has had it does not get it again.
pub(super) fn once(facts: &Record<'_>, law: Law) -> Law {
    let single = ["zhuzhou-06b", "zhuzhou-09c", "zhuzhou-09d", "zhuzhou-09e"];
    if law.is_open() && single.contains(&law.id) && facts.names("already_received", law.id) {
        return Law::refused(law.id, law.kind);
    }
    law
}

/// The three sums.
pub(super) fn sums(facts: &Record<'_>, laws: &[Law]) -> Sums {
    let mut sums = Sums::default();
    let law = |id: &str| laws.iter().find(|law| law.id == id).expect("every measure is there");
    // 市级、省级 of one park, belt or centre; 1亿元、10亿元 in one year: the higher of the two.
    let higher = [("01c", "01d"), ("02a", "02b"), ("08a", "08b"), ("04e", "04f")];
    let higher = higher.map(|(one, other)| [law(&format!("zhuzhou-{one}")), law(&format!("zhuzhou-{other}"))]);
    let warehouses = [law("zhuzhou-09a"), law("zhuzhou-09b")];
    let mut apart: Vec<&str> = higher.iter().flatten().chain(&warehouses).map(|law| law.id).collect();
    // 高管…缴纳的个人所得税: the money is the person's, and in no sum of a firm or an office.
    if is_one(facts, &BODIES) || is_one(facts, &["county_government", "league", "government_department"]) {
        apart.push("zhuzhou-05b");
    }
    laws.iter().filter(|law| !apart.contains(&law.id)).for_each(|law| sums.add_law(law));
    for pair in higher {
        if pair.iter().any(|law| law.is_open()) {
            sums.add(Kind::Assessed, pair[0].share().better(pair[1].share()));
        }
    }
    // 单个企业三年累计支持不超过500万元, with what was received before.
    if warehouses.iter().any(|law| law.is_open()) {
        let left = (wan(500) - facts.number("provincial_warehouse_support_received")).max(Decimal::ZERO);
        let both = warehouses[0].share().plus(warehouses[1].share());
        sums.add(Kind::Assessed, Money { most: (both.most.0.min(left), both.most.1.min(left)), ..both });
    }
    sums
}

/// Whether another way to read the text would deny it.
pub(super) fn denied(facts: &Record<'_>, id: &str) -> bool {
    // Only some clauses say 我市企业 or 株洲企业; the others may mean them too.
    let says_so = ["zhuzhou-03a", "zhuzhou-21b", "zhuzhou-21c"].contains(&id);
    let elsewhere = !says_so && !of_zhuzhou(facts);
    elsewhere
        || match id {
            // 跨境电商产业园: perhaps only one that is recognised.
            "zhuzhou-01a" | "zhuzhou-01b" => !facts.yes("cbec_park_recognised"),
            // 开展跨境电商业务试点: perhaps whoever tries it.
            "zhuzhou-03a" => !facts.yes("does_cbec_business"),
            // 关联店铺…可认定为企业数据: it may be left out as well.
            "zhuzhou-04a" | "zhuzhou-04b" | "zhuzhou-04c" => online_turnover(facts, "own") < wan(2000),
            _ => false,
        }
}
