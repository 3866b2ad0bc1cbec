//! 第一条, 第四条, and what the other articles give without a figure.

use mingbai_core::answers::Recognition;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Law, Money, Record, n, wan};
use rust_decimal::Decimal;

pub(super) fn headquarters(facts: &Record<'_>) -> Vec<Law> {
    let law = |id, established: bool, capital: Decimal, most: Decimal| {
        if !facts.is("applicant", "enterprise") {
            return Law::not_applicable(id, Kind::Assessed);
        }
        // 对跨境电商行业领军企业来内蒙古设立…，且注册资本在…万元以上: the award goes to 其内蒙古企业.
        let met = facts.recognition("nmg_leading_firm") != Recognition::Refused
            && facts.is("registered_in", "inner_mongolia")
            && established
            && facts.number("nmg_registered_capital") >= capital;
        // 以其拉动就业人数、跨境电商业绩等因素给予支持: the authority weighs.
        if met { Law::review(id, Kind::Assessed, Some(Money::up_to(most))) } else { Law::refused(id, Kind::Assessed) }
    };
    let form = facts.chosen("nmg_establishment");
    vec![
        // 区域性总部或功能性总部，且注册资本在1000万元以上，最高奖励其内蒙古企业300万元
        law("nmg-01a", form == "regional_hq" || form == "functional_hq", wan(1000), wan(300)),
        // 运营服务中心，注册资本在500万元以上，最高奖励其内蒙古企业100万元
        law("nmg-01b", form == "operations_centre", wan(500), wan(100)),
    ]
}

pub(super) fn base(facts: &Record<'_>) -> Law {
    if !facts.is("applicant", "upgrade_base") {
        return Law::not_applicable("nmg-04a", Kind::Assessed);
    }
    // 对生产销售同类型产品企业达到10家以上，年跨境电商业绩达到1亿元的外贸转型升级基地，最高给予一次性奖励100万元
    let had = facts.names("already_received", "nmg-04a");
    if !had && facts.number("base_same_product_firms") >= n(10) && facts.number("base_cbec_performance") >= wan(10_000) {
        Law::review("nmg-04a", Kind::Assessed, Some(Money::up_to(wan(100))))
    } else {
        Law::refused("nmg-04a", Kind::Assessed)
    }
}

/// Directions, and money without a figure.
pub(super) fn without_figures(facts: &Record<'_>) -> Vec<Law> {
    let is = |applicants: &[&str]| applicants.iter().any(|one| facts.is("applicant", one));
    let law = |id, kind, applicants: &[&str], met: bool| match (is(applicants), met) {
        (false, _) => Law::not_applicable(id, kind),
        (true, false) => Law::refused(id, kind),
        (true, true) => Law::review(id, kind, None),
    };
    let enterprise = &["enterprise"][..];
    let here = facts.is("registered_in", "inner_mongolia");
    vec![
        // 鼓励“中欧班列+跨境电商” … 支持呼和浩特…开通跨境电商中欧卡班
        law("nmg-02a", Kind::None, &["enterprise", "league"], true),
        // 对运输跨境电商货物中欧卡班，予以资金补贴，具体补贴方式由属地盟市予以明确
        law("nmg-02b", Kind::Unstated, enterprise, facts.yes("nmg_cbec_trucks")),
        // 支持我区企业在蒙古国、俄罗斯自建跨境电商平台，按照平台访问量…对平台建设费用予以补贴支持
        law("nmg-03a", Kind::Unstated, enterprise, here && facts.yes("self_built_foreign_platform")),
        // 对外贸企业委托国内知名建站平台公司建立独立站相关服务费给予支持
        law("nmg-03b", Kind::Unstated, enterprise, facts.yes("foreign_trade_firm") && facts.yes("site_by_known_builder")),
        // 支持自治区县域外经贸破零增量示范旗（县、区）依托特色产业发展跨境电商
        law("nmg-04b", Kind::None, &["county_government"], true),
        // 支持综试区线上公共服务平台、线下物流、园区等资源对非综试区盟市开放并共享共用
        law("nmg-05c", Kind::None, enterprise, true),
        // 按照上年度跨境电商综试区考核评估档次对各盟市给予相应资金支持，对…带动…予以额外奖励
        law("nmg-05a", Kind::Unstated, &["league"], true),
        law("nmg-05b", Kind::Unstated, &["league"], true),
        // 支持各盟市…改造为跨境电商产业园 … 加强与深圳、宁波、重庆等跨境电商产业园合作
        law("nmg-06a", Kind::None, &["park_operator", "league"], true),
        law("nmg-06c", Kind::None, &["park_operator", "league"], true),
        // 支持各园区…对企业提供免租金等优惠政策
        law("nmg-06b", Kind::Unstated, enterprise, facts.yes("in_cbec_park")),
        // 鼓励跨境电商市场主体做大做强“网购保税进口”零售业务
        law("nmg-07a", Kind::None, &["enterprise", "park_operator"], true),
        // 对建设进口商品展示体验店、O2O体验店等按投资金额…等因素，给予一次性资金支持
        law("nmg-07b", Kind::Unstated, enterprise, facts.yes("built_experience_store")),
        // 对于不在本措施支持范围的内容，各盟市可提出个性化资金支持需求，…一事一议
        law("nmg-08", Kind::Unstated, &["league"], true),
    ]
}
