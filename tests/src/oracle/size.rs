//! 中小企业划型标准规定, 工信部联企业〔2011〕300号, 第四条: each trade in the words of the text.

use rust_decimal::Decimal;

use crate::oracle::firm::Record;
use crate::oracle::law::{n, wan};

/// The size of the firm: what a certificate says, else what the standard says. `large`, `medium`, `small` or `micro`.
///
/// # Panics
/// When the trade is none of the sixteen.
#[must_use]
pub fn sme_size(firm: &Record<'_>) -> &'static str {
    if firm.is_answered("sme_size") {
        let sizes = ["large", "medium", "small", "micro"];
        return sizes.into_iter().find(|size| firm.is("sme_size", size)).expect("a size");
    }
    let (people, income, assets) = (firm.number("employees"), firm.number("revenue"), firm.number("total_assets"));
    // 从业人员X人及以上，且营业收入Y万元及以上
    let both = |least_people: Decimal, least_income: Decimal| people >= least_people && income >= least_income * wan(1);
    let income_and_assets = |least_income: Decimal, least: Decimal| income >= least_income * wan(1) && assets >= least * wan(1);
    let people_and_assets = |least_people: Decimal, least: Decimal| people >= least_people && assets >= least * wan(1);
    let income_alone = |least: Decimal| income >= least * wan(1);
    let [large, medium, small] = match firm.chosen("industry") {
        // （一）营业收入20000万元以下的为中小微型。500万元及以上的为中型，50万元及以上的为小型
        "agriculture" => [income_alone(n(20000)), income_alone(n(500)), income_alone(n(50))],
        // （二）从业人员1000人以下或营业收入40000万元以下的为中小微型。300人及以上，且2000万元及以上的为中型；20人及以上，且300万元及以上的为小型
        "manufacturing" => [both(n(1000), n(40000)), both(n(300), n(2000)), both(n(20), n(300))],
        // （三）营业收入80000万元以下或资产总额80000万元以下。6000万元及以上，且资产5000万元及以上；300万元及以上，且资产300万元及以上
        "construction" => [income_and_assets(n(80000), n(80000)), income_and_assets(n(6000), n(5000)), income_and_assets(n(300), n(300))],
        // （四）200人以下或40000万元以下。20人及以上，且5000万元及以上；5人及以上，且1000万元及以上
        "wholesale" => [both(n(200), n(40000)), both(n(20), n(5000)), both(n(5), n(1000))],
        // （五）300人以下或20000万元以下。50人及以上，且500万元及以上；10人及以上，且100万元及以上
        "retail" => [both(n(300), n(20000)), both(n(50), n(500)), both(n(10), n(100))],
        // （六）1000人以下或30000万元以下。300人及以上，且3000万元及以上；20人及以上，且200万元及以上
        "transport" => [both(n(1000), n(30000)), both(n(300), n(3000)), both(n(20), n(200))],
        // （七）200人以下或30000万元以下。100人及以上，且1000万元及以上；20人及以上，且100万元及以上
        "warehousing" => [both(n(200), n(30000)), both(n(100), n(1000)), both(n(20), n(100))],
        // （八）1000人以下或30000万元以下。300人及以上，且2000万元及以上；20人及以上，且100万元及以上
        "postal" => [both(n(1000), n(30000)), both(n(300), n(2000)), both(n(20), n(100))],
        // （九）（十）300人以下或10000万元以下。100人及以上，且2000万元及以上；10人及以上，且100万元及以上
        "accommodation" | "catering" => [both(n(300), n(10000)), both(n(100), n(2000)), both(n(10), n(100))],
        // （十一）2000人以下或100000万元以下。100人及以上，且1000万元及以上；10人及以上，且100万元及以上
        "information_transmission" => [both(n(2000), n(100_000)), both(n(100), n(1000)), both(n(10), n(100))],
        // （十二）300人以下或10000万元以下。100人及以上，且1000万元及以上；10人及以上，且50万元及以上
        "software" => [both(n(300), n(10000)), both(n(100), n(1000)), both(n(10), n(50))],
        // （十三）营业收入200000万元以下或资产总额10000万元以下。1000万元及以上，且资产5000万元及以上；100万元及以上，且资产2000万元及以上
        "real_estate" => [income_and_assets(n(200_000), n(10000)), income_and_assets(n(1000), n(5000)), income_and_assets(n(100), n(2000))],
        // （十四）1000人以下或5000万元以下。300人及以上，且1000万元及以上；100人及以上，且500万元及以上
        "property_management" => [both(n(1000), n(5000)), both(n(300), n(1000)), both(n(100), n(500))],
        // （十五）300人以下或资产总额120000万元以下。100人及以上，且资产8000万元及以上；10人及以上，且资产100万元及以上
        "business_services" => {
            [people_and_assets(n(300), n(120_000)), people_and_assets(n(100), n(8000)), people_and_assets(n(10), n(100))]
        }
        // （十六）300人以下。100人及以上；10人及以上
        "other" => [people >= n(300), people >= n(100), people >= n(10)],
        other => panic!("no trade {other}"),
    };
    if large {
        "large"
    } else if medium {
        "medium"
    } else if small {
        "small"
    } else {
        "micro"
    }
}
