//! 第三条: platforms entered, a fixed sum or a share of the fees.

use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Law, Money, Record, Sums, n, percent, wan};
use rust_decimal::Decimal;

/// 每入驻一个平台给予一次性运营补助2万元 (03c) 或根据平台收取的服务费给予最高70%的支持 (03d)，单个企业支持不超过5万元.
pub(super) fn laws(facts: &Record<'_>) -> Vec<Law> {
    let (fixed, share) = (("nmg-03c", Kind::Exact), ("nmg-03d", Kind::Ceiling));
    if !facts.is("applicant", "enterprise") || facts.rows("platforms_entered").is_empty() {
        return [fixed, share].map(|(id, kind)| Law::not_applicable(id, kind)).into();
    }
    let fees = fees(facts);
    // 我区中小外贸企业
    if !facts.is("registered_in", "inner_mongolia") || !facts.yes("sme_foreign_trade_firm") || fees.is_empty() {
        return [fixed, share].map(|(id, kind)| Law::refused(id, kind)).into();
    }
    let fixed_sum: Decimal = fees.iter().map(|_| wan(2)).sum();
    let shares: Decimal = fees.iter().map(|fee| percent(70) * fee).sum();
    vec![
        Law::qualifies(fixed.0, fixed.1, Some(Money::exactly(fixed_sum.min(wan(5))))),
        Law::qualifies(share.0, share.1, Some(Money::up_to(shares.min(wan(5))))),
    ]
}

/// The fees of the platforms 交易额达到1万美元.
fn fees(facts: &Record<'_>) -> Vec<Decimal> {
    let platforms = facts.rows("platforms_entered");
    platforms.iter().filter(|platform| platform.number("transaction") >= n(10_000)).map(|platform| platform.number("service_fee")).collect()
}

/// “或”: each platform one of the two ways, every choice tried. What the surest choice gives is sure; the most that any gives is the most.
pub(super) fn add(sums: &mut Sums, facts: &Record<'_>, laws: &[Law]) {
    if laws.iter().any(|law| !law.is_open()) {
        return;
    }
    let fees = fees(facts);
    let (mut sure, mut most) = (Decimal::ZERO, Decimal::ZERO);
    for way in 0_u32..1 << fees.len() {
        let (mut fixed, mut share) = (Decimal::ZERO, Decimal::ZERO);
        for (number, fee) in fees.iter().enumerate() {
            if way >> number & 1 == 0 {
                fixed += wan(2);
            } else {
                share += percent(70) * fee;
            }
        }
        // 单个企业支持不超过5万元
        sure = sure.max(fixed.min(wan(5)));
        most = most.max((fixed + share).min(wan(5)));
    }
    sums.add(Kind::Exact, Money::exactly(sure));
    sums.add(Kind::Ceiling, Money::up_to(most - sure));
}
