//! 第一条 to 第六条: recognition, promotion, industries, outlets, overseas warehouses, exhibitions.

use std::collections::BTreeMap;

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Firm, Law, Money, Record, n, percent, wan};
use rust_decimal::Decimal;

use super::together;

pub(super) fn articles_1_to_6(firm: &Firm<'_>) -> Vec<Law> {
    let facts = &firm.facts;
    let enterprise = facts.is("applicant", "enterprise");
    let only_enterprises = |law: Law| if enterprise { law } else { Law::not_applicable(law.id, law.kind) };
    let mut laws: Vec<Law> = article_1(facts);
    laws.push(article_2(facts));
    laws.extend(article_3(facts));
    laws.extend(article_4(facts));
    laws.extend(article_5(firm));
    laws.extend(article_6(firm));
    let mut laws: Vec<Law> = laws.into_iter().map(only_enterprises).collect();
    // 第六条: 对我市自主举办的进口展、区（境）外展给予全额支持。 It goes to who holds the exhibition.
    let organiser = facts.is("applicant", "exhibition_organiser");
    laws.push(if organiser { Law::review("lhasa-06a", Kind::Unstated, None) } else { Law::not_applicable("lhasa-06a", Kind::Unstated) });
    laws
}

fn article_1(facts: &Record<'_>) -> Vec<Law> {
    let recognised = facts.recognition("lhasa_demo_enterprise");
    // 组织开展跨境电商市场主体认定工作: open to all, without money by itself.
    let taking_part = Law::direction("lhasa-01c");
    // 依据评定结果给予最高不超过300万元资金扶持: the authority weighs, so it stays in review even when granted.
    let money = Some(Money::up_to(wan(300)));
    let funds = match recognised {
        Recognition::Refused => Law::refused("lhasa-01a", Kind::Assessed),
        _ => Law::review("lhasa-01a", Kind::Assessed, money),
    };
    // 授予“拉萨市跨境电子商务示范企业”称号
    let title = match recognised {
        Recognition::Granted => Law::qualifies("lhasa-01b", Kind::None, None),
        Recognition::Refused => Law::refused("lhasa-01b", Kind::None),
        _ => Law::review("lhasa-01b", Kind::None, None),
    };
    vec![taking_part, funds, title]
}

fn article_2(facts: &Record<'_>) -> Law {
    // 对开展跨境电子商务年交易额达到100万元以上的企业
    if facts.number("annual_cbec_transaction") < wan(100) {
        return Law::refused("lhasa-02", Kind::Exact);
    }
    let invoices: Decimal = facts.rows("platform_fees").iter().map(|invoice| invoice.number("cost")).sum();
    // The heading says 鼓励传统外贸企业转型; whether only those are meant is a reading of the text.
    Law::qualifies("lhasa-02", Kind::Exact, Some(Money::exactly(promotion(facts, invoices))))
        .in_doubt(!facts.yes("traditional_foreign_trade_firm"))
}

/// 网络广告、第三方电子商务平台、网站建设支出费用30%的资金扶持，最高不超过50万元, with so much of platform invoices.
pub(super) fn promotion(facts: &Record<'_>, invoices: Decimal) -> Decimal {
    (percent(30) * (facts.number("online_ad_cost") + invoices + facts.number("website_build_cost"))).min(wan(50))
}

fn article_3(facts: &Record<'_>) -> Vec<Law> {
    // 支持培育…支持企业实施标准化生产: a direction without money.
    let direction = Law::direction("lhasa-03b");
    // 对本地生产型出口企业依据行业划分，每年对行业龙头企业给予最高不超过50万元
    let leader = facts.recognition("lhasa_industry_leader");
    let funds = if !facts.yes("local_producer_exporter") || leader == Recognition::Refused {
        Law::refused("lhasa-03a", Kind::Assessed)
    } else {
        Law::review("lhasa-03a", Kind::Assessed, Some(Money::up_to(wan(50))))
    };
    vec![direction, funds]
}

fn article_4(facts: &Record<'_>) -> Vec<Law> {
    // 支持中尼国际贸易通道建设 … 支持新建和整合优化现有物流园区 … 支持企业发展跨境物流: directions without money.
    let mut laws: Vec<Law> = ["lhasa-04d", "lhasa-04b", "lhasa-04c"].map(Law::direction).into();
    // 对企业设立营销物流网点发生的场租费、装修费、设备购置费、仓储物流费、网络平台费等: an invoice for an outlet speaks of an outlet too.
    let invoices = facts.rows("platform_fees");
    let placed: Vec<_> = invoices.iter().filter(|invoice| invoice.yes("for_outlet")).collect();
    laws.push(if facts.rows("outlets").is_empty() && invoices.is_empty() {
        Law::not_applicable("lhasa-04a", Kind::Exact)
    } else if facts.rows("outlets").is_empty() && placed.is_empty() {
        Law::refused("lhasa-04a", Kind::Exact)
    } else {
        let invoices = placed.iter().map(|invoice| invoice.number("cost")).sum();
        Law::qualifies("lhasa-04a", Kind::Exact, Some(Money::exactly(outlets(facts, invoices))))
    });
    laws
}

/// 按50%比例给予支持，最高不超过200万元, with so much of platform invoices.
pub(super) fn outlets(facts: &Record<'_>, invoices: Decimal) -> Decimal {
    let costs = ["rent", "fit_out", "equipment", "logistics"];
    let outlets: Decimal = facts.rows("outlets").iter().flat_map(|outlet| costs.map(|cost| outlet.number(cost))).sum();
    (percent(50) * (outlets + invoices)).min(wan(200))
}

fn article_5(firm: &Firm<'_>) -> Vec<Law> {
    let facts = &firm.facts;
    let recognised = facts.recognition("lhasa_public_warehouse");
    let met = facts.is("registered_in", "lhasa") // 对在我市注册的企业
        && facts.yes("invested_in_public_warehouse") // 投资建设公共海外仓
        && facts.number("public_warehouse_area") >= n(1500) // 仓储面积在1500平方米以上
        && facts.yes("public_warehouse_systems") // 配套完善的仓储管理信息化系统和线上信息平台
        && facts.number("public_warehouse_firms_served") >= n(8) // 服务拉萨跨境电商或外贸企业8家以上
        && facts.number("public_warehouse_months") >= n(3) // 落地实施并运营3个月以上
        && recognised != Recognition::Refused; // 对通过认定的
    // 给予总投资额60%的资金扶持，最高不超过500万元
    let money = Some(Money::exactly((percent(60) * facts.number("public_warehouse_investment")).min(wan(500))));
    let built = match (met, recognised) {
        (false, _) => Law::refused("lhasa-05a", Kind::Exact),
        (true, Recognition::Granted) => Law::qualifies("lhasa-05a", Kind::Exact, money),
        (true, _) => Law::review("lhasa-05a", Kind::Exact, money),
    };
    vec![built, leased(firm)]
}

fn leased(firm: &Firm<'_>) -> Law {
    let rows = firm.facts.rows("leased_warehouse_costs");
    if rows.is_empty() {
        return Law::not_applicable("lhasa-05b", Kind::Exact);
    }
    // 对跨境电商企业
    if !firm.facts.yes("does_cbec_business") {
        return Law::refused("lhasa-05b", Kind::Exact);
    }
    let rows: Vec<_> = rows.into_iter().filter(|row| together::counts(firm, row.day("date"))).collect();
    if rows.is_empty() {
        return Law::refused("lhasa-05b", Kind::Exact);
    }
    // 租赁海外仓发生的基础设施费用、租赁费用按50%给予资金扶持，每年最高不超过30万元
    let mut years: BTreeMap<u16, Decimal> = BTreeMap::new();
    for row in rows {
        *years.entry(row.day("date").year()).or_default() += percent(50) * (row.number("infrastructure") + row.number("rent"));
    }
    let paid = years.values().map(|year| (*year).min(wan(30))).sum();
    Law::qualifies("lhasa-05b", Kind::Exact, Some(Money::exactly(paid)))
}

fn article_6(firm: &Firm<'_>) -> Vec<Law> {
    let rows = firm.facts.rows("exhibitions");
    // 支持企业赴国（境）外获取订单 … 根据展会级别、规格类给予资助: the sums follow.
    let general = Law::direction("lhasa-06d");
    if rows.is_empty() {
        return vec![general, Law::not_applicable("lhasa-06b", Kind::Ceiling), Law::not_applicable("lhasa-06c", Kind::Ceiling)];
    }
    let rows: Vec<Record<'_>> = rows.into_iter().filter(|row| together::counts(firm, row.day("date"))).collect();
    let of = |channel: &'static str| rows.iter().filter(move |row| row.is("channel", channel));
    // 对政府组织团体参展的招商宣传费、展位费、展位搭建费、展品运输费、第三方委托承办费等相关费用给予全额支持，交通费、住宿费由企业自理，每个展会团体参展费用最高不超过200万元
    let group = |row: &Record<'_>| {
        ["promotion", "booth", "construction", "freight", "commission"].map(|cost| row.number(cost)).iter().sum::<Decimal>()
    };
    let delegation: Decimal = of("group").map(|row| group(row).min(wan(200))).sum();
    // 对企业自主参加境内外展会的展位费、展位搭建费、展品运输费、参展人员差旅费等方面按照标准给予70%支持，每企业单次支持最高不超过10万元，每年最高不超过20万元
    let own = |row: &Record<'_>| ["booth", "construction", "freight", "travel"].map(|cost| row.number(cost)).iter().sum::<Decimal>();
    let mut years: BTreeMap<u16, Decimal> = BTreeMap::new();
    for row in of("self") {
        *years.entry(row.day("date").year()).or_default() += (percent(70) * own(row)).min(wan(10));
    }
    let alone: Decimal = years.values().map(|year| (*year).min(wan(20))).sum();
    let law = |id, channel, most| match of(channel).count() {
        0 => Law::refused(id, Kind::Ceiling),
        _ => Law::qualifies(id, Kind::Ceiling, Some(Money::up_to(most))),
    };
    vec![general, law("lhasa-06b", "group", delegation), law("lhasa-06c", "self", alone)]
}
