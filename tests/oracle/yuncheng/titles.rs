//! 第三条（二）to（四）and 第四条: parks, demonstration enterprises, flights, certification.

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Firm, Law, Money, Record, Sums, n, percent, wan};
use rust_decimal::Decimal;

use super::exhibitions::in_time;

pub(super) fn laws(firm: &Firm<'_>) -> Vec<Law> {
    let facts = &firm.facts;
    let mut laws = vec![park(facts)];
    laws.extend(enterprises(facts));
    laws.extend(flights(facts));
    laws.push(certification(facts));
    laws
}

fn once(facts: &Record<'_>, law: Law) -> Law {
    // 一次性奖励
    if law.is_open() && facts.names("already_received", law.id) { Law::refused(law.id, law.kind) } else { law }
}

fn recognised(id: &'static str, how: Recognition, money: Money) -> Law {
    match how {
        Recognition::Granted => Law::qualifies(id, Kind::Exact, Some(money)),
        Recognition::Refused => Law::refused(id, Kind::Exact),
        Recognition::Applied | Recognition::NotApplied => Law::review(id, Kind::Exact, Some(money)),
    }
}

fn park(facts: &Record<'_>) -> Law {
    let id = "yuncheng-03-2";
    if !facts.is("applicant", "park_operator") {
        return Law::not_applicable(id, Kind::Exact);
    }
    // 对年跨境电商 1210、9710、9810 进出口额超过 1.5 亿元人民币，
    let met = facts.number("trade_1210_9710_9810") > wan(15_000)
        // 跨境电商进出口实绩企业超过 15 家或达 1 亿元人民币的企业 3 家及以上，
        && (facts.number("park_trading_firms") > n(15) || facts.number("park_firms_reaching_1e8") >= n(3))
        // 且经营满 1 年，
        && facts.number("park_months_operating") >= n(12)
        // 实际使用面积 3000 平方米以上的跨境电商园区，
        && facts.number("park_used_area") >= n(3000);
    // 经市商务局认定为市级跨境电商示范园区的，给予 50 万元的一次性奖励。
    let law = recognised(id, facts.recognition("yuncheng_demo_park"), Money::exactly(wan(50)));
    once(facts, if met { law } else { Law::refused(id, Kind::Exact) })
}

fn enterprises(facts: &Record<'_>) -> Vec<Law> {
    let title = |name: &str| if facts.yes(name) { Recognition::Granted } else { Recognition::Refused };
    let levels = [
        // 经市商务局认定为市级跨境电商示范企业的，给予 10 万元一次性奖励。
        ("yuncheng-03-3a", facts.recognition("yuncheng_demo_enterprise"), wan(10)),
        // 对获得国家、省级跨境电商示范企业，分别给予 20 万元、15 万元一次性奖励。
        ("yuncheng-03-3b", title("provincial_demo_enterprise"), wan(15)),
        ("yuncheng-03-3c", title("national_demo_enterprise"), wan(20)),
    ];
    let law = |(id, how, award): (&'static str, Recognition, Decimal)| {
        if !facts.is("applicant", "enterprise") {
            return Law::not_applicable(id, Kind::Exact);
        }
        if !facts.yes("cbec_business_in_yuncheng") {
            return Law::refused(id, Kind::Exact);
        }
        once(facts, recognised(id, how, Money::exactly(award)))
    };
    levels.map(law).into()
}

fn flights(facts: &Record<'_>) -> Vec<Law> {
    let routes = facts.rows("cargo_flight_routes");
    // 对国际（地区）航线全年不少于 15 班的货机航班补助，其中，
    let counted: Vec<&Record<'_>> = routes.iter().filter(|route| in_time(route.day("date")) && route.number("flights") >= n(15)).collect();
    let law = |(id, class, each): (&'static str, &str, Decimal)| {
        if !facts.is("applicant", "air_carrier") || routes.is_empty() {
            return Law::not_applicable(id, Kind::Exact);
        }
        let of: Vec<_> = counted.iter().filter(|route| route.is("class", class)).collect();
        if of.is_empty() {
            return Law::refused(id, Kind::Exact);
        }
        Law::qualifies(id, Kind::Exact, Some(Money::exactly(of.iter().map(|route| each * route.number("flights")).sum())))
    };
    let classes = [
        // 港澳台地区航线每班补助 8 万元，
        ("yuncheng-03-4a", "hk_macao_taiwan", wan(8)),
        // 亚洲区域性航线每班补助 20 万元，
        ("yuncheng-03-4b", "asian", wan(20)),
        // 洲际航线每班补助 30 万元。
        ("yuncheng-03-4c", "intercontinental", wan(30)),
    ];
    classes.map(law).into()
}

fn certification(facts: &Record<'_>) -> Law {
    let id = "yuncheng-04";
    if !facts.is("applicant", "enterprise") {
        return Law::not_applicable(id, Kind::Exact);
    }
    // 对新获得各类国际认证和境外商标国际注册、检测等项目的企业，
    if !facts.yes("cbec_business_in_yuncheng") || !facts.yes("newly_certified_in_yuncheng_window") {
        return Law::refused(id, Kind::Exact);
    }
    // 给予认证、注册、检测费用的 30% 补助，同一企业补助金额最高 10 万元。
    let costs: Decimal =
        ["new_certification_cost", "trademark_registration_cost", "testing_cost"].map(|cost| facts.number(cost)).iter().sum();
    Law::qualifies(id, Kind::Exact, Some(Money::exactly((percent(30) * costs).min(wan(10)))))
}

/// Of the levels of demonstration enterprise the highest.
pub(super) fn add(sums: &mut Sums, laws: &[Law]) {
    let (levels, others): (Vec<&Law>, Vec<&Law>) = laws.iter().partition(|law| law.id.starts_with("yuncheng-03-3"));
    for law in others {
        sums.add_law(law);
    }
    let open = levels.into_iter().filter(|law| law.is_open());
    if let Some(best) = open.map(Law::share).reduce(Money::better) {
        sums.add(Kind::Exact, best);
    }
}
