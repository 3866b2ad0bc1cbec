//! 第六条, 第七条, 第九条: services for counties, insurance, case by case.

use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Firm, Law, Money, percent, wan};
use rust_decimal::Decimal;

pub(super) fn laws(firm: &Firm<'_>) -> Vec<Law> {
    let facts = &firm.facts;
    // 支持各县（市、区）政府、运城开发区管委会与第三方跨境电商专业服务企业、机构合作，…市级按照合作费用总额给予20%支持，最高不超过50万元。
    let share = (percent(20) * facts.number("county_service_contract_cost")).min(wan(50));
    let county = match (facts.is("applicant", "county_government"), facts.is("registered_in", "yuncheng")) {
        (false, _) => Law::not_applicable("yuncheng-06", Kind::Exact),
        (true, false) => Law::refused("yuncheng-06", Kind::Exact),
        (true, true) => Law::qualifies("yuncheng-06", Kind::Exact, Some(Money::exactly(share))),
    };
    vec![county, insurance(firm), case_by_case(firm)]
}

fn insurance(firm: &Firm<'_>) -> Law {
    let (id, facts) = ("yuncheng-07", &firm.facts);
    if !facts.is("applicant", "enterprise") {
        return Law::not_applicable(id, Kind::Ceiling);
    }
    if !facts.yes("cbec_business_in_yuncheng") || !facts.yes("premium_in_yuncheng_window") {
        return Law::refused(id, Kind::Ceiling);
    }
    // 在省级财政不超过70%保费补助的基础上，市级财政扶持不超过30%的保费补助: never more than what is left of the premium.
    let (premium, province) = (facts.number("credit_insurance_premium"), facts.number("provincial_premium_subsidy"));
    let most = (percent(30) * premium).min(premium - province).max(Decimal::ZERO);
    // 在…基础上: whether the city pays where the province does not is a reading of the text.
    Law::qualifies(id, Kind::Ceiling, Some(Money::up_to(most))).in_doubt(province.is_zero())
}

fn case_by_case(firm: &Firm<'_>) -> Law {
    // 对发展跨境电商有重大意义的事项，根据实际情况采取“一事一议”给予重点支持: for all whom 第二条 names, 企业、园区、行业协会、其他经济组织、
    // 政府批准的支持机构, not for governments.
    let (id, facts) = ("yuncheng-09", &firm.facts);
    let named = [
        "enterprise",
        "park_operator",
        "trade_association",
        "training_institution",
        "payment_institution",
        "air_carrier",
        "college",
        "upgrade_base",
    ];
    if named.iter().any(|one| facts.is("applicant", one)) {
        Law::review(id, Kind::Unstated, None)
    } else {
        Law::not_applicable(id, Kind::Unstated)
    }
}
