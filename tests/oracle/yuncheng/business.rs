//! 第五条: colleges, stores, sites, overseas warehouses, leading enterprises.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_core::measure::Outcome;
use mingbai_tests::oracle::{Firm, Law, Money, Record, Sums, n, percent, wan};
use rust_decimal::Decimal;

use super::exhibitions::{in_rcep, in_time, listed};

pub(super) fn laws(firm: &Firm<'_>) -> Vec<Law> {
    let facts = &firm.facts;
    let mut laws = vec![trainees(facts), joint_courses(facts)];
    laws.extend(stores(facts));
    laws.push(sites(facts));
    laws.push(warehouses(facts));
    laws.extend(pilots(facts));
    // 对引进的国际国内跨境电子商务龙头企业，… “一事一议”，给予场地、租金等支持: its business may be yet to begin.
    let leader = if facts.yes("introduced_to_yuncheng_as_leader") {
        Law::review("yuncheng-05-4", Kind::Unstated, None)
    } else {
        Law::refused("yuncheng-05-4", Kind::Unstated)
    };
    laws.push(if facts.is("applicant", "enterprise") { leader } else { Law::not_applicable("yuncheng-05-4", Kind::Unstated) });
    laws
}

fn trainees(facts: &Record<'_>) -> Law {
    let id = "yuncheng-05-1a";
    let trainings = facts.rows("college_trainings");
    if !facts.is("applicant", "college") || trainings.is_empty() {
        return Law::not_applicable(id, Kind::Exact);
    }
    // 培训天数 30 天以上、
    let counted: Vec<_> = trainings.iter().filter(|one| in_time(one.day("date")) && one.number("training_days") >= n(30)).collect();
    // 对建立产教融合基地，… 的在运院校，
    if !facts.yes("industry_education_base") || !facts.is("registered_in", "yuncheng") || counted.is_empty() {
        return Law::refused(id, Kind::Exact);
    }
    // 培训人员与跨境电商企业签订 1 年以上劳动合同的，按每人 400 元给予补助，单个院校补助最高 10 万元。
    let placed: Decimal = counted.iter().map(|one| one.number("placed")).sum();
    Law::qualifies(id, Kind::Exact, Some(Money::exactly((n(400) * placed).min(wan(10)))))
}

fn joint_courses(facts: &Record<'_>) -> Law {
    let id = "yuncheng-05-1b";
    let partner = ["enterprise", "park_operator", "training_institution"].iter().any(|one| facts.is("applicant", one));
    let college = facts.is("applicant", "college");
    let costs = facts.rows("joint_course_costs");
    if !partner && !college || costs.is_empty() {
        return Law::not_applicable(id, Kind::Ceiling);
    }
    let counted: Vec<_> = costs.iter().filter(|cost| in_time(cost.day("date"))).collect();
    // 鼓励院校与具有跨境电子商务培训资质的专业机构、园区搭建产教融合平台，
    if !facts.yes("education_platform") || counted.is_empty() {
        return Law::refused(id, Kind::Ceiling);
    }
    // 对所发生的…费用给予补助，每家企业每年补助不超过 30 万元。
    let mut years: BTreeMap<u16, Decimal> = BTreeMap::new();
    for cost in counted {
        *years.entry(cost.day("date").year()).or_default() += cost.number("course_cost");
    }
    let most = years.values().map(|year| (*year).min(wan(30))).sum();
    // 每家企业: perhaps only the partner is paid; 院校…所发生的: perhaps only the college. Two readings of the text.
    Law::qualifies(id, Kind::Ceiling, Some(Money::up_to(most))).in_doubt(!partner || !college)
}

/// 入驻 B2B 平台年度交易额超过 500 万元（含），或入驻 B2C 平台年度交易额超过 300 万元（含）且交易数量超过 100 单（含）的店铺
fn rewarded<'a>(facts: &Record<'a>, mode: &str) -> Vec<Record<'a>> {
    let line = if mode == "b2b" { wan(500) } else { wan(300) };
    let enough = |store: &Record<'_>| store.number("transaction") >= line && (mode == "b2b" || store.number("orders") >= n(100));
    facts.rows("platform_stores").into_iter().filter(|store| store.is("mode", mode) && enough(store)).collect()
}

fn platforms<'a>(stores: &[Record<'a>]) -> BTreeSet<&'a str> {
    stores.iter().map(|store| store.text("platform")).collect()
}

/// 单个店铺奖励 10 万元，单个平台最多奖励 1 个店铺，单家企业最高奖励 3 个店铺
fn reward(platforms: &BTreeSet<&str>) -> Decimal {
    platforms.iter().take(3).map(|_| wan(10)).sum()
}

fn stores(facts: &Record<'_>) -> Vec<Law> {
    let law = |(id, mode): (&'static str, &str)| {
        if !facts.is("applicant", "enterprise") || facts.rows("platform_stores").is_empty() {
            return Law::not_applicable(id, Kind::Exact);
        }
        let stores = rewarded(facts, mode);
        // 鼓励运城企业…，在运城跨境电商公共服务平台注册且以跨境电商模式申报数据的企业
        let met =
            facts.is("registered_in", "yuncheng") && facts.yes("cbec_business_in_yuncheng") && facts.yes("registered_on_yuncheng_platform");
        if !met || stores.is_empty() {
            return Law::refused(id, Kind::Exact);
        }
        Law::qualifies(id, Kind::Exact, Some(Money::exactly(reward(&platforms(&stores)))))
    };
    [("yuncheng-05-2a", "b2b"), ("yuncheng-05-2b", "b2c")].map(law).into()
}

fn sites(facts: &Record<'_>) -> Law {
    let id = "yuncheng-05-2c";
    let sites = facts.rows("independent_sites");
    if !facts.is("applicant", "enterprise") || sites.is_empty() {
        return Law::not_applicable(id, Kind::Exact);
    }
    // 对企业新建跨境电商独立站（须直接持有独立站申报域名），且当年后台实际交易数据达 300 万元（含）以上的，
    let counts =
        |site: &&Record<'_>| in_time(site.day("date")) && site.yes("domain_held") && site.number("backend_transaction") >= wan(300);
    let counted = sites.iter().filter(counts).count();
    if !facts.yes("cbec_business_in_yuncheng") || counted == 0 {
        return Law::refused(id, Kind::Exact);
    }
    // 给予单个独立站 15 万元奖励，单家企业申报独立站数量最多 2 个。
    let paid = if counted == 1 { wan(15) } else { wan(30) };
    // Whether 在运城跨境电商公共服务平台注册 is asked for sites too is a reading of the text.
    Law::qualifies(id, Kind::Exact, Some(Money::exactly(paid))).in_doubt(!facts.yes("registered_on_yuncheng_platform"))
}

fn warehouses(facts: &Record<'_>) -> Law {
    let id = "yuncheng-05-3a";
    let warehouses = facts.rows("overseas_warehouses");
    if !facts.is("applicant", "enterprise") || warehouses.is_empty() {
        return Law::not_applicable(id, Kind::Exact);
    }
    // 对企业自建或租赁海外仓，面积在 500 平方米以上（含）且使用满 1 年的，… 一次性补助
    let counts = |one: &&Record<'_>| one.number("area") >= n(500) && one.number("months_used") >= n(12) && !one.yes("paid_by_yuncheng");
    let counted: Vec<_> = warehouses.iter().filter(counts).collect();
    if !facts.yes("cbec_business_in_yuncheng") || counted.is_empty() {
        return Law::refused(id, Kind::Exact);
    }
    // 按照实际建设费用（租赁）的 30% …，单个企业单一海外仓补助金额不超过 50 万元
    let paid = counted.iter().map(|one| (percent(30) * one.number("build_or_lease_cost")).min(wan(50))).sum();
    Law::qualifies(id, Kind::Exact, Some(Money::exactly(paid)))
}

fn pilots(facts: &Record<'_>) -> Vec<Law> {
    let pilots = facts.rows("public_warehouse_pilots");
    // 对新认定的市级跨境电商公共海外仓试点的投资主体
    let recognised = |pilot: &Record<'_>| match pilot.recognition("pilot") {
        _ if !in_time(pilot.day("date")) => Some(false),
        Recognition::Granted => Some(true),
        Recognition::Refused => Some(false),
        Recognition::Applied | Recognition::NotApplied => None,
    };
    // 对在“一带一路”国家、RCEP国家、丝路电商国家的公共海外仓试点
    let named = |pilot: &Record<'_>| {
        let (country, on) = (pilot.country("country"), pilot.day("date"));
        let lists = [Some(in_rcep(country)), listed("belt_and_road", country, on), listed("silk_road_ecommerce", country, on)];
        if lists.contains(&Some(true)) {
            Some(true)
        } else if lists.contains(&None) {
            None
        } else {
            Some(false)
        }
    };
    let both = |one: Option<bool>, other: Option<bool>| match (one, other) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    };
    let law = |id, each: Decimal, counts: &dyn Fn(&Record<'_>) -> Option<bool>| {
        if !facts.is("applicant", "enterprise") || pilots.is_empty() {
            return Law::not_applicable(id, Kind::Exact);
        }
        let sure = pilots.iter().filter(|pilot| counts(pilot) == Some(true)).count();
        let perhaps = pilots.iter().filter(|pilot| counts(pilot) != Some(false)).count();
        if !facts.yes("cbec_business_in_yuncheng") || perhaps == 0 {
            return Law::refused(id, Kind::Exact);
        }
        let [low, high] = [sure, perhaps].map(|count| each * Decimal::from(count));
        let money = Some(Money { least: low, most: (low, high) });
        if sure > 0 { Law::qualifies(id, Kind::Exact, money) } else { Law::review(id, Kind::Exact, money) }
    };
    vec![
        // 给予 30 万元奖励；
        law("yuncheng-05-3b", wan(30), &recognised),
        // 奖励额度再增加 10 万元。
        law("yuncheng-05-3c", wan(10), &|pilot| both(recognised(pilot), named(pilot))),
    ]
}

/// B2B and B2C stores together: one for each platform, three for each firm.
pub(super) fn add(sums: &mut Sums, firm: &Firm<'_>, laws: &[Law]) {
    let mut perhaps: BTreeSet<&str> = BTreeSet::new();
    let mut sure: BTreeSet<&str> = BTreeSet::new();
    for law in laws {
        let mode = match law.id {
            "yuncheng-05-2a" => "b2b",
            "yuncheng-05-2b" => "b2c",
            _ => {
                sums.add_law(law);
                continue;
            }
        };
        if law.is_open() {
            let on = rewarded(&firm.facts, mode);
            perhaps.extend(platforms(&on));
            if law.outcome == Outcome::Qualifies {
                sure.extend(platforms(&on));
            }
        }
    }
    if !perhaps.is_empty() {
        let [low, high] = [&sure, &perhaps].map(reward);
        sums.add(Kind::Exact, Money { least: low, most: (low, high) });
    }
}
