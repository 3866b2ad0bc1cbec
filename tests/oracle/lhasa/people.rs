//! 第七条 to 第十条: insurance, finance, training, the service platform.

use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Firm, Law, Money, Record, n, percent, sme_size, wan};
use rust_decimal::Decimal;

pub(super) fn articles_7_to_10(firm: &Firm<'_>) -> Vec<Law> {
    let facts = &firm.facts;
    let mut laws = article_7(facts);
    // 鼓励具备《支付业务许可证》的第三方跨境支付企业落户拉萨 … 鼓励金融机构创新: directions without money.
    laws.push(addressed(facts, "payment_institution", Law::direction("lhasa-08a")));
    laws.push(addressed(facts, "financial_institution", Law::direction("lhasa-08b")));
    laws.push(addressed(facts, "training_institution", article_9(facts)));
    // 对政府部门举办的跨境电商培训交流等活动给予全额支持
    laws.push(addressed(facts, "government_department", Law::review("lhasa-09b", Kind::Unstated, None)));
    laws.push(addressed(facts, "service_platform_operator", article_10(facts)));
    laws
}

fn addressed(facts: &Record<'_>, applicant: &str, law: Law) -> Law {
    if facts.is("applicant", applicant) { law } else { Law::not_applicable(law.id, law.kind) }
}

fn article_7(facts: &Record<'_>) -> Vec<Law> {
    let premium = facts.number("credit_insurance_premium");
    let small = matches!(sme_size(facts), "small" | "micro");
    // 300万美元（含）以下或300万美元以上
    let below = facts.number("prior_year_export") <= wan(300);
    // 按照自治区商务厅全额补贴政策: the region pays, up to the premium.
    let whole = Some(Money::up_to(premium));
    // 按不超过企业实际支付出口信用保险保费80%的比例给予补贴，最高不超过200万元
    let share = Some(Money::up_to((percent(80) * premium).min(wan(200))));
    let law = |id, met, money| {
        let law = if met { Law::qualifies(id, Kind::Ceiling, money) } else { Law::refused(id, Kind::Ceiling) };
        addressed(facts, "enterprise", law)
    };
    vec![
        law("lhasa-07a", below, whole),
        // 或300万美元以上但符合四部委标准认定的小微企业
        law("lhasa-07b", !below && small, whole),
        // 对上年度出口额在300万美元以上的企业: small and micro firms have the whole premium already.
        law("lhasa-07c", !below && !small, share),
    ]
}

fn article_9(facts: &Record<'_>) -> Law {
    let classes = facts.rows("training_classes");
    if classes.is_empty() {
        return Law::not_applicable("lhasa-09a", Kind::Ceiling);
    }
    // 每培训班次不低于3天，且每班次不少于10人的
    let meets = |class: &&Record<'_>| class.number("days") >= n(3) && class.number("participants") >= n(10);
    if !classes.iter().any(|class| meets(&class)) {
        return Law::refused("lhasa-09a", Kind::Ceiling);
    }
    // 按照实际发生的年培训费用给予不超过30%的资金扶持，最高不超过10万元
    let cost: Decimal = classes.iter().filter(meets).map(|class| class.number("cost")).sum();
    let money = Some(Money::up_to((percent(30) * cost).min(wan(10))));
    // “每培训班次” may also mean that one class below the line spoils the year: a reading of the text. A class of no day was none,
    // and where nothing was spent the reading for the whole year has nothing to count.
    let spoils = |class: &Record<'_>| class.number("days") > n(0) && !meets(&class);
    Law::qualifies("lhasa-09a", Kind::Ceiling, money).in_doubt(classes.iter().any(spoils) || cost.is_zero())
}

fn article_10(facts: &Record<'_>) -> Law {
    // 对拉萨跨境电商综合服务平台运营费用按照运维费用的50%给予扶持，最高不超过50万元
    if !facts.yes("operates_lhasa_platform") {
        return Law::refused("lhasa-10", Kind::Exact);
    }
    Law::qualifies("lhasa-10", Kind::Exact, Some(Money::exactly((percent(50) * facts.number("public_platform_om_cost")).min(wan(50)))))
}
