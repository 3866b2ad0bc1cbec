//! 六、加大跨境电商金融支撑 to 九、营造跨境电商发展氛围.

use std::collections::BTreeMap;

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Law, Money, Record, n, percent, wan};
use rust_decimal::Decimal;

use super::{count, direction, elsewhere, enterprise, granted, is_one, lump, of_zhuzhou, unstated};

pub(super) fn articles_12_to_21(facts: &Record<'_>) -> Vec<Law> {
    let mut laws = finance(facts);
    laws.extend(training(facts));
    laws.extend(supervision(facts));
    laws.extend(standards(facts));
    laws.extend(exhibitions(facts));
    laws
}

/// （十二）（十三）.
fn finance(facts: &Record<'_>) -> Vec<Law> {
    let (enterprise, seller) = (enterprise(facts), facts.yes("does_cbec_business"));
    vec![
        // 鼓励金融机构创新开展跨境电商投融资服务
        direction("zhuzhou-12a", is_one(facts, &["financial_institution"])),
        // 加强对跨境电商企业的上市指导…符合条件的享受企业上市扶持有关政策。
        elsewhere("zhuzhou-12b", enterprise, seller),
        // 对跨境电商企业投保发生的费用，符合条件的享受出口信用保险扶持有关政策。
        elsewhere("zhuzhou-13", enterprise, seller && facts.number("credit_insurance_premium") > n(0)),
    ]
}

/// （十四）（十五）.
fn training(facts: &Record<'_>) -> Vec<Law> {
    // 对经商务部门认定的市级跨境电商培训基地，给予首年不超过20万元、后两年每年不超过10万元支持
    let base = ["enterprise", "training_institution", "college", "trade_association", "park_operator", "incubator_operator"];
    let recognised = facts.recognition("zhuzhou_training_base") != Recognition::Refused;
    let year = |id: &'static str, year: &str, most: Decimal| {
        lump(id, is_one(facts, &base), recognised && facts.is("training_base_years", year), most)
    };
    vec![
        // 支持符合条件的享受株洲市人才发展有关政策
        elsewhere("zhuzhou-14a", enterprise(facts), true),
        reviewed_talent(facts),
        // 鼓励在株各类大学、高职院校开设跨境电商相关专业…支持学校与企业合作开办“订单班”“特色班”等
        direction("zhuzhou-15a", is_one(facts, &["college", "enterprise"])),
        // 支持职业培训机构开设跨境电商相关培训，符合条件的享受职业技能培训有关政策
        elsewhere("zhuzhou-15b", is_one(facts, &["training_institution"]), true),
        year("zhuzhou-15c", "year_1", wan(20)),
        year("zhuzhou-15d", "year_2", wan(10)),
        year("zhuzhou-15e", "year_3", wan(10)),
    ]
}

/// 对市级以上跨境电商产业园和孵化服务中心、符合条件的跨境电商综合服务平台及支撑服务企业、在本地有实际进出口额或带动本地区产品
/// 实际出口的企业，新引进的…紧缺型人才，报请市级相关部门按程序进行评审: a procedure.
fn reviewed_talent(facts: &Record<'_>) -> Law {
    direction("zhuzhou-14b", is_one(facts, &["enterprise", "park_operator", "incubator_operator", "service_platform_operator"]))
}

/// （十六） to （十九）: services of the departments.
fn supervision(facts: &Record<'_>) -> Vec<Law> {
    let enterprise = enterprise(facts);
    // （十六）对列入市级跨境电商样本名单的企业予以支持: how, the text does not say.
    let sample = unstated("zhuzhou-16a", enterprise, facts.yes("on_zhuzhou_sample_list"));
    // （十八）对出口退（免）税管理类别为一类、二类和三类的跨境电商出口企业全面推行出口退税无纸化申报
    let paperless = facts.yes("does_cbec_business") && ["class_1", "class_2", "class_3"].contains(&facts.chosen("export_rebate_class"));
    let mut laws = vec![sample, granted("zhuzhou-18a", Kind::None, enterprise, paperless, None)];
    let services = [
        // 重点企业联企服务机制
        "zhuzhou-16b",
        // （十七）“简化申报”, 优先查验, 高级认证企业重点培育名单, “一次登记、一点对接…”
        "zhuzhou-17a",
        "zhuzhou-17b",
        "zhuzhou-17c",
        "zhuzhou-17d",
        // （十八）压缩出口退税办理时间, “无票免税”, 核定征收, 退税便利化
        "zhuzhou-18e",
        "zhuzhou-18b",
        "zhuzhou-18c",
        "zhuzhou-18d",
        // （十九）结售汇, 轧差结算, 实际销售收入可与…报关金额不一致
        "zhuzhou-19a",
        "zhuzhou-19b",
        "zhuzhou-19c",
    ];
    laws.extend(services.map(|id| direction(id, enterprise)));
    // （十九）从事跨境电商的境内个人，可通过个人外汇账户办理跨境电商外汇结算。
    laws.push(direction("zhuzhou-19d", is_one(facts, &["individual"])));
    laws
}

/// （二十）.
fn standards(facts: &Record<'_>) -> Vec<Law> {
    // 鼓励企业、行业协会研制…标准和技术规范，符合条件的享受株洲市标准化项目有关政策
    let standards = elsewhere("zhuzhou-20a", is_one(facts, &["enterprise", "trade_association"]), true);
    let projects = facts.rows("innovation_projects");
    // 获得国家复制推广的首创应用项目，每个项目给予最高100万元的一次性奖励
    let national = projects.iter().filter(|project| project.yes("national")).count();
    // 获得湖南省内复制推广的首创应用项目，每个项目给予最高30万元的一次性奖励: of one project only the higher.
    let provincial = projects.iter().filter(|project| project.yes("provincial") && !project.yes("national")).count();
    let kinds = [
        "enterprise",
        "financial_institution",
        "payment_institution",
        "service_platform_operator",
        "supervision_site_operator",
        "park_operator",
        "incubator_operator",
        "training_institution",
        "college",
        "trade_association",
    ];
    let spoken_of = is_one(facts, &kinds) && !projects.is_empty();
    vec![
        standards,
        lump("zhuzhou-20b", spoken_of, national > 0, wan(100) * count(national)),
        lump("zhuzhou-20c", spoken_of, provincial > 0, wan(30) * count(provincial)),
    ]
}

/// （二十一）.
fn exhibitions(facts: &Record<'_>) -> Vec<Law> {
    let organiser = is_one(facts, &["enterprise", "exhibition_organiser", "trade_association"]);
    let entered = facts.rows("exhibitions");
    let spoken_of = enterprise(facts) && !entered.is_empty();
    // 对株洲企业参加湖南省商务厅或株洲市商务局主办的跨境电商展会展位费予以全额补贴
    let hosted: Vec<&Record<'_>> = entered.iter().filter(|one| one.chosen("zhuzhou_kind") == "hosted").collect();
    let booths = hosted.iter().map(|one| one.number("booth")).sum();
    // 对株洲企业参加其它境内外跨境电商展会（含云展会），给予展位费（云展会展位费、服务费、平台推广费）不超过70%的资金支持
    let mut years: BTreeMap<u16, Decimal> = BTreeMap::new();
    for one in &entered {
        let cost = match one.chosen("zhuzhou_kind") {
            "other_cbec" => one.number("booth"),
            "cloud" => one.number("booth") + one.number("cloud_fees"),
            _ => continue,
        };
        *years.entry(one.day("date").year()).or_default() += percent(70) * cost;
    }
    // 单个企业年支持最高5万元
    let others = years.values().map(|year| (*year).min(wan(5))).sum();
    vec![
        // 符合条件的论坛、展会、会议、赛事等项目，予以一定支持: how much, the text does not say.
        unstated("zhuzhou-21a", organiser, facts.yes("hosts_zhuzhou_event")),
        granted("zhuzhou-21b", Kind::Exact, spoken_of, of_zhuzhou(facts) && !hosted.is_empty(), Some(Money::exactly(booths))),
        granted("zhuzhou-21c", Kind::Ceiling, spoken_of, of_zhuzhou(facts) && !years.is_empty(), Some(Money::up_to(others))),
    ]
}
