//! 一、促进跨境电商产业集聚 and 三、完善跨境电商服务平台 to 五、畅通跨境电商物流通道: parks, belts, centres, warehouses, sites, carriers.

use mingbai_tests::oracle::{Law, Record, n, percent, wan};

use super::{BODIES, ceiling, count, direction, elsewhere, enterprise, is_one, lump, recognised_lump};

pub(super) fn articles_1_and_2(facts: &Record<'_>) -> Vec<Law> {
    // （一）鼓励企业入驻跨境电商产业园，对进驻后首年跨境电商线上交易额达到5000万元以上或进出口额达到1000万元以上的企业
    let trade = facts.number("first_year_online_cbec_transaction") >= wan(5000) || facts.number("first_year_import_export") >= wan(1000);
    let tenant = facts.yes("in_cbec_park") && trade;
    // 按其租赁自用场所面积，自起租日起第一年每平方米每月给予最高4元资金扶持、第二年每平方米每月给予最高2元资金扶持
    let area = facts.number("park_self_use_area");
    let first = n(4) * area * facts.number("park_months_in_year_1");
    let second = n(2) * area * facts.number("park_months_in_year_2");
    // 对经商务主管部门认定的市级、省级跨境电商产业园，分别给予园区运营方最高100万元、500万元奖励
    let operator = is_one(facts, &["park_operator"]);
    // （二）对经商务主管部门认定的市级、省级跨境电商产业带,分别给予相关县（市）区最高50万元、100万元奖励
    let county = is_one(facts, &["county_government"]);
    vec![
        // 鼓励县（市）区设立跨境电商发展引导资金…支持引进专业跨境电商经营主体，运营管理产业园。
        direction("zhuzhou-01e", county || operator),
        // 鼓励园区结合实际制定招商引资优惠政策: what a firm is given, the park decides.
        elsewhere("zhuzhou-01f", enterprise(facts), true),
        ceiling("zhuzhou-01a", enterprise(facts), tenant, first),
        ceiling("zhuzhou-01b", enterprise(facts), tenant, second),
        recognised_lump("zhuzhou-01c", operator, facts.recognition("zhuzhou_city_park"), wan(100)),
        recognised_lump("zhuzhou-01d", operator, facts.recognition("zhuzhou_provincial_park"), wan(500)),
        recognised_lump("zhuzhou-02a", county, facts.recognition("zhuzhou_city_belt"), wan(50)),
        recognised_lump("zhuzhou-02b", county, facts.recognition("zhuzhou_provincial_belt"), wan(100)),
    ]
}

pub(super) fn articles_7_to_11(facts: &Record<'_>) -> Vec<Law> {
    let mut laws = services(facts);
    laws.extend(warehouses(facts));
    laws.extend(logistics(facts));
    laws
}

/// （七）（八）.
fn services(facts: &Record<'_>) -> Vec<Law> {
    let incubator = is_one(facts, &["incubator_operator"]);
    // 对带动和促进中小企业发展跨境电商、服务企业数量在100家以上，有实际进出口额的企业或机构: no governments, no persons.
    let serves = facts.number("support_firms_served") >= n(100) && facts.chosen("support_actual_trade") != "neither";
    vec![
        // （七）鼓励通过省、市一体化政务服务平台，进入线上综合服务平台办理业务。
        direction("zhuzhou-07", enterprise(facts)),
        // （八）对经商务主管部门认定的市级、省级孵化服务中心，分别给予最高20万元、50万元奖励
        recognised_lump("zhuzhou-08a", incubator, facts.recognition("zhuzhou_city_incubator"), wan(20)),
        recognised_lump("zhuzhou-08b", incubator, facts.recognition("zhuzhou_provincial_incubator"), wan(50)),
        // 根据其带动和促进中小企业发展跨境电商实际效果，最高给予100万元奖励
        lump("zhuzhou-08c", is_one(facts, &BODIES), serves, wan(100)),
    ]
}

/// （九）.
fn warehouses(facts: &Record<'_>) -> Vec<Law> {
    let enterprise = enterprise(facts);
    // 对省级公共海外仓给予首年最高60万元、后两年每年最高30万元的支持
    let years = facts.rows("provincial_warehouse_years");
    let first = years.iter().filter(|year| year.chosen("support_year") == "year_1").count();
    let later = years.len() - first;
    // 对自建海外仓达到3000平方米以上，在海外仓所在国家或地区进出口额达到1亿元以上的建设运营企业
    let built = facts.yes("self_built_warehouse")
        && facts.number("self_built_warehouse_area") >= n(3000)
        && facts.number("host_country_trade") >= wan(10000);
    // 对服务我市中小微企业10家以上、年跨境电商进出口额达到1亿元的跨境电商集货仓
    let collects = facts.yes("operates_collection_warehouse")
        && facts.number("collection_warehouse_smes") >= n(10)
        && facts.number("collection_warehouse_trade") >= wan(10000);
    vec![
        // 引导我市企业运用多种投融资方式参与海外仓建设
        direction("zhuzhou-09h", enterprise),
        lump("zhuzhou-09a", enterprise && !years.is_empty(), first > 0, wan(60) * count(first)),
        lump("zhuzhou-09b", enterprise && !years.is_empty(), later > 0, wan(30) * count(later)),
        // 对入选商务部优秀海外仓实践案的企业最高给予一次性奖励100万元
        lump("zhuzhou-09c", enterprise, facts.yes("mofcom_warehouse_case"), wan(100)),
        // 根据其海外仓面积和进出口额，最高给予一次性奖励50万元
        lump("zhuzhou-09d", enterprise, built, wan(50)),
        // 最高给予一次性奖励50万元
        lump("zhuzhou-09e", enterprise, collects, wan(50)),
        // 加大海外仓建设运营的信用保险支持，鼓励金融机构加强对海外仓企业的金融服务。
        direction("zhuzhou-09f", enterprise),
        // 对我市优秀海外仓企业给予优先宣传推广和资源对接。
        direction("zhuzhou-09g", enterprise),
    ]
}

/// （十）（十一）.
fn logistics(facts: &Record<'_>) -> Vec<Law> {
    // （十）对通过海关验收且投入使用的跨境电商监管查验场所，对场所运营方发生的运营费用给予最高100万元/年支持
    let site = facts.yes("supervision_site_accepted") && facts.yes("supervision_site_in_use");
    let running = facts.number("supervision_site_cost").min(wan(100));
    // （十一）支持为跨境电商服务的现代物流企业发展，对与线上综合服务平台实现对接，且年服务我市跨境电商企业物流单量达到10万单以上的企业
    let carrier = facts.yes("does_logistics_business")
        && facts.yes("connected_to_service_platform")
        && facts.number("local_cbec_orders") >= n(100_000);
    // 按不超过实际营业收入5%的比例，给予最高50万元奖励
    let share = (percent(5) * facts.number("revenue")).min(wan(50));
    vec![
        ceiling("zhuzhou-10", is_one(facts, &["supervision_site_operator"]), site, running),
        ceiling("zhuzhou-11a", enterprise(facts), carrier, share),
        // 鼓励邮政、快递等物流企业…创新发展国际小包、国际专线等跨境寄递服务
        direction("zhuzhou-11b", enterprise(facts)),
    ]
}
