//! 二、加强跨境电商主体培育.

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Law, Record, n, percent, wan};
use rust_decimal::Decimal;

use super::{ceiling, direction, enterprise, granted, is_one, lump, of_zhuzhou};

pub(super) fn articles_3_to_6(facts: &Record<'_>) -> Vec<Law> {
    let mut laws = beginners(facts);
    laws.extend(growth(facts));
    laws.extend(leaders(facts));
    laws.extend(brands(facts));
    laws
}

/// （三）.
fn beginners(facts: &Record<'_>) -> Vec<Law> {
    let enterprise = enterprise(facts);
    // 对首次实现跨境电商出口额破零的企业
    let broke_zero = facts.number("cbec_export") > n(0) && facts.number("cbec_export_before") == n(0);
    let stores = facts.rows("o2o_stores");
    // 营业面积超过500平方米，年交易额超过100万美元
    let counts = |store: &&Record<'_>| store.number("area") > n(500) && store.number("annual_transaction") > wan(100);
    let areas: Vec<Decimal> = stores.iter().filter(counts).map(|store| store.number("area")).collect();
    // 按不超过每平方米100元的标准给予资金扶持，最高50万元
    let amount = (n(100) * areas.iter().sum::<Decimal>()).min(wan(50));
    vec![
        // 引导我市传统外贸、工贸企业开展跨境电商业务
        direction("zhuzhou-03d", enterprise),
        incubation(facts),
        // 给予最高10万元奖励
        lump("zhuzhou-03b", enterprise, broke_zero, wan(10)),
        ceiling("zhuzhou-03c", enterprise && !stores.is_empty(), !areas.is_empty(), amount),
    ]
}

/// 对开展跨境电商业务试点的我市传统企业，按不超过80%的比例，给予其首年孵化服务费最高3万元补贴
fn incubation(facts: &Record<'_>) -> Law {
    let pilot = facts.recognition("zhuzhou_cbec_pilot");
    let met = of_zhuzhou(facts) && facts.yes("traditional_firm") && pilot != Recognition::Refused;
    let amount = (percent(80) * facts.number("first_year_incubation_fee")).min(wan(3));
    ceiling("zhuzhou-03a", enterprise(facts), met, amount).in_doubt(pilot != Recognition::Granted)
}

/// The turnover of the firm's own stores, and of the filed ones: 对…进行关联店铺备案并产生线上交易额的企业，可认定为企业数据.
pub(super) fn online_turnover(facts: &Record<'_>, holder: &str) -> Decimal {
    let stores = facts.rows("online_stores");
    stores.iter().filter(|store| store.chosen("holder") == holder).map(|store| store.number("transaction")).sum()
}

/// （四）.
fn growth(facts: &Record<'_>) -> Vec<Law> {
    let enterprise = enterprise(facts);
    let filed = online_turnover(facts, "filed");
    // 实现跨境电商线上交易额2000万元以上、带动本地区产品出口额1000万元以上、实现跨境电商出口额200万元以上的跨境电商企业
    let grown = online_turnover(facts, "own") + filed >= wan(2000)
        && facts.number("local_product_export_driven") >= wan(1000)
        && facts.number("cbec_export") >= wan(200);
    // 按不超过30%的比例，对其发生的…
    let part = |cost: &str, most: Decimal| (percent(30) * facts.number(cost)).min(most);
    // 对跨境电商年交易额首次达到1亿元、10亿元的企业
    let (year, before) = (facts.number("annual_cbec_transaction"), facts.number("best_earlier_cbec_year"));
    let first_reaches = |line: Decimal| year >= line && before < line;
    vec![
        direction("zhuzhou-04d", enterprise),
        // 线上推广费用最高给予20万元补贴；…扣点费最高给予10万元补贴；…国际物流费用最高给予20万元补贴
        ceiling("zhuzhou-04a", enterprise, grown, part("online_promotion_cost", wan(20))),
        ceiling("zhuzhou-04b", enterprise, grown, part("platform_commission", wan(10))),
        ceiling("zhuzhou-04c", enterprise, grown, part("international_logistics_cost", wan(20))),
        // 根据其…经营实绩、纳税额、就业贡献和带动株洲本地产品出口额情况，分别给予最高20万元、100万元奖励
        lump("zhuzhou-04e", enterprise, first_reaches(wan(10_000)), wan(20)),
        lump("zhuzhou-04f", enterprise, first_reaches(wan(100_000)), wan(100)),
    ]
}

/// （五）.
fn leaders(facts: &Record<'_>) -> Vec<Law> {
    // 对引进的跨境电商龙头企业或重点项目，结合项目规模、注册资本…等因素，给予最高500万元资金扶持
    let leader = facts.recognition("zhuzhou_cbec_leader");
    let leading = leader != Recognition::Refused || facts.recognition("zhuzhou_key_project") != Recognition::Refused;
    // 对跨境电商龙头企业（含本土成长企业）企业法人、董事长、总经理等高管，在株所缴纳的个人所得税给予最高50%补贴
    let tax = percent(50) * facts.number("executive_local_iit_paid");
    let executive = is_one(facts, &["executive"]);
    vec![
        // 鼓励跨境电商行业龙头领军企业来株设立企业（集团）总部或功能性总部
        direction("zhuzhou-05c", enterprise(facts)),
        lump("zhuzhou-05a", enterprise(facts), facts.yes("introduced_to_zhuzhou") && leading, wan(500)),
        ceiling("zhuzhou-05b", executive, leader != Recognition::Refused, tax).in_doubt(leader != Recognition::Granted),
    ]
}

/// （六）.
fn brands(facts: &Record<'_>) -> Vec<Law> {
    let enterprise = enterprise(facts);
    let seller = facts.yes("does_cbec_business");
    // 按不超过国际认证费用80%的比例，最高给予一次性奖励50万元
    let amount = (percent(80) * facts.number("new_certification_cost")).min(wan(50));
    let priority = seller && facts.yes("has_destination_country_trademark");
    vec![
        // 鼓励跨境电商企业开展自主品牌境外商标注册和国际认证
        direction("zhuzhou-06c", enterprise),
        // 对拥有目的国自有商标的跨境电商企业，在申报省级专项时予以优先立项
        granted("zhuzhou-06a", Kind::None, enterprise, priority, None),
        // 对新通过国际认证的跨境电商企业
        ceiling("zhuzhou-06b", enterprise, seller && facts.yes("newly_obtained_certification"), amount),
    ]
}
