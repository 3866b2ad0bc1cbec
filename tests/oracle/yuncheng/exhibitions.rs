//! 第三条（一）: 企业参加出口重点展会补助.

use mingbai_core::Date;
use mingbai_core::library::Kind;
use mingbai_tests::oracle::{Firm, Law, Money, Record, Sums, percent};
use mingbai_tests::{day, library};
use rust_decimal::Decimal;

/// 《区域全面经济伙伴关系协定》: in force for all fifteen since 2 June 2023, before the first day of the notice.
const RCEP: [&str; 15] = [
    "文莱",
    "柬埔寨",
    "老挝",
    "新加坡",
    "泰国",
    "越南",
    "中国",
    "日本",
    "新西兰",
    "澳大利亚",
    "韩国",
    "马来西亚",
    "缅甸",
    "印度尼西亚",
    "菲律宾",
];

/// 奖补时间从2024年1月1日开始计 … 有效期至 2025 年 12 月 31 日.
pub(super) fn in_time(event: Date) -> bool {
    day("2024-01-01") <= event && event <= day("2025-12-31")
}

/// Whether the country was on a list of the reference folder that day; nothing where the list leaves it open.
pub(super) fn listed(list: &str, country: &str, on: Date) -> Option<bool> {
    let list = library().country_lists.iter().find(|one| one.id == list).expect("a list");
    let entries = list.members.iter().filter(|member| library().countries[usize::from(member.country)].zh == country);
    let entries: Vec<bool> = entries
        .filter(|member| member.from.is_none_or(|from| from <= on) && member.until.is_none_or(|until| on <= until))
        .map(|member| member.certain)
        .collect();
    if entries.contains(&true) {
        Some(true)
    } else if entries.contains(&false) {
        None
    } else {
        Some(false)
    }
}

/// RCEP 国家.
pub(super) fn in_rcep(country: &str) -> bool {
    RCEP.contains(&country)
}

/// What one exhibition gives under each of the four sentences, if it is for that sentence.
struct Shown<'a> {
    exhibition: Record<'a>,
    /// “一带一路”国家、RCEP 国家: yes, no or open.
    named: Option<bool>,
}

impl Shown<'_> {
    /// Of the booths the `most` best, each at the rate and up to the cap.
    fn paid(&self, rate: i64, cap: i64, most: usize) -> Decimal {
        let booths = self.exhibition.rows("booths");
        let mut paid: Vec<Decimal> = booths.iter().map(|booth| (percent(rate) * booth.number("fee")).min(Decimal::from(cap))).collect();
        paid.sort_unstable();
        paid.iter().rev().take(most).sum()
    }
}

/// The exhibitions that count for key exhibitions abroad, at home, and for general ones.
fn shown<'a>(firm: &Firm<'a>) -> [Vec<Shown<'a>>; 3] {
    let mut sorted = [Vec::new(), Vec::new(), Vec::new()];
    for exhibition in firm.facts.rows("exhibitions") {
        // 同一展会省市只能享受一次
        if !in_time(exhibition.day("date")) || exhibition.yes("province_paid") {
            continue;
        }
        let country = exhibition.country("country");
        let named = if in_rcep(country) { Some(true) } else { listed("belt_and_road", country, exhibition.day("date")) };
        let place = match (exhibition.chosen("yuncheng_kind"), exhibition.yes("abroad")) {
            ("key_international", true) => 0,
            ("key_international", false) => 1,
            ("general_international", _) => 2,
            _ => continue,
        };
        sorted[place].push(Shown { exhibition, named });
    }
    sorted
}

pub(super) fn laws(firm: &Firm<'_>) -> Vec<Law> {
    let [abroad, home, general] = shown(firm);
    let with = |rows: &[Shown<'_>], counts: fn(Option<bool>) -> Option<bool>, paid: fn(&Shown<'_>) -> Decimal| {
        let rows: Vec<(Option<bool>, Option<Decimal>)> =
            rows.iter().map(|row| (counts(row.named), (!row.exhibition.rows("booths").is_empty()).then(|| paid(row)))).collect();
        Rows(rows)
    };
    let any = |_| Some(true);
    vec![
        // 展位费给予“一带一路”国家、RCEP 国家 80%的补助，其他国家和地区给予 70%的补助，境外每个展位补助最高 2.5 万元，…单家企业单个展会限 6 个标准展位
        law(firm, "yuncheng-03-1a", &with(&abroad, |named| named, |row| row.paid(80, 25_000, 6))),
        law(firm, "yuncheng-03-1b", &with(&abroad, |named| named.map(|named| !named), |row| row.paid(70, 25_000, 6))),
        // 境内每个展位补助最高 0.8 万元; the rate at home is read as 70%.
        law(firm, "yuncheng-03-1c", &with(&home, any, |row| row.paid(70, 8_000, 6))),
        // 对企业自行参加的一般性国际性展会的，每个展位费给予 60%、最高 2 万元补助，单家企业单个展会限 4 个标准展位
        law(firm, "yuncheng-03-1d", &with(&general, any, |row| row.paid(60, 20_000, 4))),
    ]
}

/// Rows that count for sure, perhaps or not, with what each gives; nothing where it has no booth.
struct Rows(Vec<(Option<bool>, Option<Decimal>)>);

impl Rows {
    fn sum(&self, counts: impl Fn(Option<bool>) -> bool) -> Decimal {
        self.0.iter().filter(|row| counts(row.0)).filter_map(|row| row.1).sum()
    }
    fn some(&self, counts: impl Fn(Option<bool>) -> bool) -> bool {
        self.0.iter().any(|row| counts(row.0) && row.1.is_some())
    }
}

fn law(firm: &Firm<'_>, id: &'static str, rows: &Rows) -> Law {
    let facts = &firm.facts;
    let perhaps = |counts: Option<bool>| counts != Some(false);
    let sure = |counts: Option<bool>| counts == Some(true);
    // Where every exhibition is of the kind, and none had a booth, nothing of the kind was entered.
    let of_the_kind = rows.0.iter().filter(|row| perhaps(row.0)).count();
    let no_booth = of_the_kind == facts.rows("exhibitions").len() && !rows.some(perhaps);
    if !facts.is("applicant", "enterprise") || no_booth {
        return Law::not_applicable(id, Kind::Exact);
    }
    // 对运城市企业参加…重点国际性展会; the sentence on general exhibitions says only 对企业. 第二条: business in Yuncheng.
    let here = facts.is("registered_in", "yuncheng") || id == "yuncheng-03-1d";
    if !here || !facts.yes("cbec_business_in_yuncheng") || !rows.some(perhaps) {
        return Law::refused(id, Kind::Exact);
    }
    let money = Some(Money { least: rows.sum(sure), most: (rows.sum(sure), rows.sum(perhaps)) });
    if rows.some(sure) { Law::qualifies(id, Kind::Exact, money) } else { Law::review(id, Kind::Exact, money) }
}

/// An exhibition abroad has one of the two rates, whichever list is right.
pub(super) fn add(sums: &mut Sums, firm: &Firm<'_>, laws: &[Law]) {
    let [named, other, home, general] = laws else { panic!("four measures") };
    sums.add_law(home);
    sums.add_law(general);
    if !named.is_open() || !other.is_open() {
        sums.add_law(named);
        sums.add_law(other);
        return;
    }
    let [abroad, ..] = shown(firm);
    let (mut low, mut high) = (Decimal::ZERO, Decimal::ZERO);
    for row in &abroad {
        low += row.paid(if row.named == Some(true) { 80 } else { 70 }, 25_000, 6);
        high += row.paid(if row.named == Some(false) { 70 } else { 80 }, 25_000, 6);
    }
    // In Yongji nothing is sure.
    let low = if firm.facts.is("yuncheng_county", "yongji") { Decimal::ZERO } else { low };
    sums.add(Kind::Exact, Money { least: low, most: (low, high) });
}
