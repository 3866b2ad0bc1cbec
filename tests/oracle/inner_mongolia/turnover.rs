//! 第三条: 对跨境电商年度交易额首次及年度增量达到1亿元、5亿元的企业，分别给予20万元、50万元额外奖励.

use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Law, Money, Record, Sums, wan};
use rust_decimal::Decimal;

pub(super) fn laws(facts: &Record<'_>) -> Vec<Law> {
    let year = facts.number("annual_cbec_transaction");
    // 首次: this year reaches the line, no earlier year did.
    let first = |line: Decimal| year >= line && facts.number("best_earlier_cbec_year") < line;
    // 年度增量: the growth over last year reaches it.
    let growth = |line: Decimal| year - facts.number("last_cbec_year") >= line;
    let law = |id, met: bool, other_trigger: bool, award| {
        if !facts.is("applicant", "enterprise") {
            return Law::not_applicable(id, Kind::Exact);
        }
        if !met {
            return Law::refused(id, Kind::Exact);
        }
        // Readings of the text: 首次及年度增量 may ask for both; the sentence before speaks of 我区 and of 中小外贸企业.
        let doubted = !other_trigger || !facts.is("registered_in", "inner_mongolia") || !facts.yes("sme_foreign_trade_firm");
        Law::qualifies(id, Kind::Exact, Some(Money::exactly(award))).in_doubt(doubted)
    };
    let (one, five) = (wan(10_000), wan(50_000));
    vec![
        law("nmg-03e1", first(one), growth(one), wan(20)),
        law("nmg-03e2", growth(one), first(one), wan(20)),
        law("nmg-03f1", first(five), growth(five), wan(50)),
        law("nmg-03f2", growth(five), first(five), wan(50)),
    ]
}

/// One award, the highest.
pub(super) fn add(sums: &mut Sums, laws: &[Law]) {
    let open = laws.iter().filter(|law| law.is_open());
    if let Some(best) = open.map(Law::share).reduce(Money::better) {
        sums.add(Kind::Exact, best);
    }
}
