//! A small notice in the shape of the real one: a rate on costs, a shared list of invoices, events with caps by event and
//! by year, a payer of another level, a title, a direction.

use mingbai_core::expression::{Amount, Certainty, Comparison, Condition, Place, Rows, Sign, Total};
use mingbai_core::fact::{Changeable, Choice, Column, ColumnId, Fact, FactId, FactKind, List, Opt, Quantity, Text, Wording};
use mingbai_core::library::{
    Combine, CombineRule, Document, Gives, InForce, Kind, Measure, Note, NoteKind, Pays, Quote, Reading, Standing, Window,
};
use mingbai_core::quantity::Unit;
use mingbai_core::{Date, Library};
use rust_decimal::Decimal;

pub(crate) const APPLICANT: FactId = FactId(0);
pub(crate) const TURNOVER: FactId = FactId(1);
pub(crate) const ADS: FactId = FactId(2);
pub(crate) const FEES: FactId = FactId(3);
pub(crate) const SHOWS: FactId = FactId(4);
pub(crate) const EXPORT: FactId = FactId(5);
pub(super) const PREMIUM: FactId = FactId(6);
pub(super) const TITLE: FactId = FactId(7);
pub(super) const AGREEMENT: FactId = FactId(8);

pub(super) fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(crate) fn library() -> Library {
    let money = |unit| FactKind::Quantity(Quantity { unit, plausible: None, most: None });
    let facts = vec![
        fact(
            "applicant",
            FactKind::Choices(options(&[("企业", "Enterprise"), ("培训机构", "Training institution")])),
            "申报身份",
            "Capacity",
        ),
        fact("turnover", money(Unit::Yuan), "年交易额", "Turnover"),
        fact("ads", money(Unit::Yuan), "网络广告", "Advertising"),
        fact(
            "fees",
            list(
                "一笔平台费",
                "a platform fee",
                None,
                &[("平台费", "Fee", money(Unit::Yuan)), ("网点的平台费", "For an outlet", FactKind::YesNo)],
            ),
            "平台费用",
            "Platform fees",
        ),
        fact(
            "shows",
            list(
                "一次参展",
                "an exhibition",
                Some(ColumnId(1)),
                &[
                    (
                        "参展方式",
                        "Way",
                        FactKind::Choice(Choice { options: options(&[("自主", "Own"), ("团体", "Delegation")]), derived: None }),
                    ),
                    ("开展日期", "Opening day", FactKind::Date),
                    ("展位费", "Booth", money(Unit::Yuan)),
                    ("差旅费", "Travel", money(Unit::Yuan)),
                ],
            ),
            "参加展会",
            "Exhibitions",
        ),
        fact("export", money(Unit::Dollar), "上年度出口额", "Exports of last year"),
        fact("premium", money(Unit::Yuan), "保费", "Premium"),
        fact("title", FactKind::Recognition, "示范企业", "Demonstration enterprise"),
        fact("agreement", FactKind::Measures, "一事一议协议", "Agreement"),
    ];
    Library { facts, documents: vec![document()], applicant: Some(APPLICANT), checked: Some(day("2026-11-21")), ..Library::default() }
}

fn fact(name: &str, kind: FactKind, zh: &str, en: &str) -> Fact {
    let changeable = if kind.unit().is_some() { Changeable::Freely } else { Changeable::No };
    Fact { name: name.to_owned(), kind, wording: wording(zh, en), changeable, page: 0 }
}

fn wording(zh: &str, en: &str) -> Wording {
    Wording { question: text(zh, en), short: text(zh, en), help: Text::default() }
}

fn options(names: &[(&str, &str)]) -> Vec<Opt> {
    names.iter().map(|(zh, en)| Opt { name: en.to_lowercase(), text: text(zh, en) }).collect()
}

fn list(zh: &str, en: &str, date: Option<ColumnId>, columns: &[(&str, &str, FactKind)]) -> FactKind {
    let columns = columns.iter().map(|(zh, en, kind)| Column {
        name: en.to_lowercase(),
        kind: kind.clone(),
        wording: wording(zh, en),
        changeable: Changeable::No,
    });
    FactKind::List(List { item: text(zh, en), columns: columns.collect(), date })
}

fn document() -> Document {
    let window = Window { from: day("2024-08-22"), until: day("2027-08-21") };
    Document {
        id: "notice".to_owned(),
        title: text("若干政策措施", "Measures"),
        number: "〔2024〕17号".to_owned(),
        issuer: text("市政府", "City government"),
        region: 0,
        standing: Standing::InForce(InForce { window, check_until: day("2027-08-22") }),
        events: Some(window),
        status_note: text("有效期三年。", "In force for three years."),
        apply: text("市商务局", "Bureau of Commerce"),
        not_loaded: vec![text("申报通知", "The application notice")],
        caveats: vec![text("实行年度总量控制。", "Funds are limited.")],
        checked: day("2026-11-21"),
        quotes: vec![
            quote("对年交易额达到100万元以上的企业，给予支出费用30%的资金扶持，最高不超过50万元。", "第二条 转型", None),
            quote("同一项目就高不就低。", "第十一条 附则", Some(NoteKind::Procedure)),
        ],
        measures: measures(),
        columns: Vec::new(),
        combines: vec![
            Combine {
                id: "once".to_owned(),
                title: text("同一张发票只用一次", "An invoice is used once"),
                quotes: (1, 2),
                among: vec![0, 1],
                when: None,
                rule: CombineRule::Once(FEES),
            },
            Combine {
                id: "agreement".to_owned(),
                title: text("以协议为准", "The agreement prevails"),
                quotes: (1, 2),
                among: vec![0, 1],
                when: None,
                rule: CombineRule::NamedIn(AGREEMENT, Gives::Elsewhere),
            },
        ],
    }
}

fn quote(words: &str, heading: &str, note: Option<NoteKind>) -> Quote {
    let note = note.map(|kind| Note { kind, text: Text::default() });
    Quote { text: words.to_owned(), heading: heading.to_owned(), begins_paragraph: true, numbers: Vec::new(), terms: Vec::new(), note }
}

fn measures() -> Vec<Measure> {
    let ads = at_most(times(rate(30), Amount::Sum(vec![place(ADS), fees(None)])), yuan(500_000));
    let outlets = at_most(times(rate(50), fees(Some(Condition::Holds(Place::Column(ColumnId(1)))))), yuan(2_000_000));
    let event = at_most(times(rate(70), Amount::Sum(vec![column(2), column(3)])), yuan(100_000));
    let own = Condition::All(vec![Condition::OneOf(Place::Column(ColumnId(0)), 1), compare(column(2), Sign::AtLeast, yuan(0))]);
    let shows =
        Total { list: Rows::Fact(SHOWS), each: event, filter: Some(own), one_per: None, largest: None, yearly: Some(yuan(200_000)) };
    let total = Amount::Total(Box::new(shows));
    let small_exporter = compare(place(EXPORT), Sign::AtMost, Amount::Literal(3_000_000.into(), Unit::Dollar));
    let mut all = vec![
        measure("ads", "广告、平台补助", Some(turnover()), Pays::Amount(ads, Kind::Exact)),
        measure("outlets", "网点补助", None, Pays::Amount(outlets, Kind::Exact)),
        measure("shows", "自主参展补助", None, Pays::Amount(up_to(total.clone(), Certainty::Ceiling), Kind::Ceiling)),
        measure("premium", "保费补贴", Some(small_exporter), Pays::Amount(up_to(place(PREMIUM), Certainty::Ceiling), Kind::Ceiling)),
        measure(
            "title",
            "示范企业扶持",
            Some(Condition::Recognised(Place::Fact(TITLE))),
            Pays::Amount(up_to(yuan(3_000_000), Certainty::Assessed), Kind::Assessed),
        ),
        measure("direction", "支持方向", None, Pays::None),
    ];
    all[0].readings = vec![
        Reading { id: "whole".to_owned(), text: text("不封顶", "Without a cap"), when: None, besides: false, pays: Some(place(ADS)) },
        Reading { id: "open".to_owned(), text: text("没有写年限", "No period is stated"), when: None, besides: false, pays: None },
    ];
    all[2].readings =
        vec![Reading { id: "full".to_owned(), text: text("足额", "In full"), when: None, besides: false, pays: Some(total) }];
    all[3].paid_by = Some(text("自治区商务厅", "regional Commerce Department"));
    all
}

fn measure(id: &str, title: &str, when: Option<Condition>, pays: Pays) -> Measure {
    Measure {
        id: id.to_owned(),
        title: text(title, id),
        quotes: (0, 1),
        applicants: 1,
        when,
        pays,
        paid_by: None,
        apply: None,
        readings: Vec::new(),
    }
}

/// More than one million would be another measure: the text says 达到.
pub(super) fn turnover() -> Condition {
    compare(place(TURNOVER), Sign::AtLeast, yuan(1_000_000))
}

pub(super) fn compare(left: Amount, sign: Sign, right: Amount) -> Condition {
    Condition::Compare(Box::new(Comparison { left, sign, right }))
}

pub(super) fn yuan(value: i64) -> Amount {
    Amount::Literal(value.into(), Unit::Yuan)
}

pub(super) fn place(fact: FactId) -> Amount {
    Amount::Place(Place::Fact(fact))
}

fn column(place: u8) -> Amount {
    Amount::Place(Place::Column(ColumnId(place)))
}

fn rate(percent: i64) -> Amount {
    Amount::Literal(Decimal::new(percent, 2), Unit::Rate)
}

fn times(left: Amount, right: Amount) -> Amount {
    Amount::Product(vec![left, right])
}

fn at_most(amount: Amount, cap: Amount) -> Amount {
    Amount::AtMost(Box::new(amount), Box::new(cap))
}

fn up_to(amount: Amount, certainty: Certainty) -> Amount {
    Amount::UpTo(Box::new(amount), certainty)
}

fn fees(filter: Option<Condition>) -> Amount {
    Amount::Total(Box::new(Total { list: Rows::Fact(FEES), each: column(0), filter, one_per: None, largest: None, yearly: None }))
}
