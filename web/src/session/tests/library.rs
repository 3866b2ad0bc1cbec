//! A small library: three measures, four pages of questions.

use mingbai_core::expression::{Amount, Comparison, Condition, Place, Rows, Sign, Total};
use mingbai_core::fact::{Changeable, Choice, Column, ColumnId, Fact, FactId, FactKind, List, ListId, Opt, Quantity, Text, Wording};
use mingbai_core::library::{Document, InForce, Kind, Measure, Pays, Standing, Window};
use mingbai_core::quantity::Unit;
use mingbai_core::{Date, Library};
use rust_decimal::Decimal;

pub(super) const APPLICANT: FactId = FactId(0);
pub(super) const REGION: FactId = FactId(1);
pub(super) const TURNOVER: FactId = FactId(2);
pub(super) const EXPORTER: FactId = FactId(3);
pub(super) const AD_COST: FactId = FactId(4);
pub(super) const FEES: FactId = FactId(5);
pub(super) const HAS_SITE: FactId = FactId(6);
pub(super) const SITE_COST: FactId = FactId(7);
pub(super) const COST: ColumnId = ColumnId(0);
pub(super) const SHOPS: ColumnId = ColumnId(3);

/// `annual turnover >= 100万元` pays 30% of advertising and platform fees, at most 50万元; a second measure is for exporters, a third for banks with a site.
pub(super) fn library() -> Library {
    Library {
        checked: None,
        facts: facts(),
        pages: vec![text("申报主体"), text("业务"), text("支出"), text("场地")],
        documents: vec![document()],
        countries: [("中国", "China"), ("越南", "Vietnam")].map(|(zh, en)| Text { zh: zh.to_owned(), en: en.to_owned() }).into(),
        applicant: Some(APPLICANT),
        registered_in: Some(REGION),
        ..Library::default()
    }
}

fn facts() -> Vec<Fact> {
    let fact = |name: &str, page, kind| Fact { name: name.to_owned(), kind, wording: wording(name), changeable: Changeable::No, page };
    let usual = |low: i64, high: i64| Some((low.into(), high.into()));
    vec![
        fact("applicant", 0, FactKind::Choices(vec![opt("enterprise"), opt("bank")])),
        fact("registered_in", 0, FactKind::Choices(vec![opt("lhasa"), opt("elsewhere")])),
        fact("turnover", 1, money(usual(10_000, 10_000_000_000))),
        fact("exporter", 1, FactKind::YesNo),
        fact("ad_cost", 2, money(None)),
        fact("fees", 2, FactKind::List(list())),
        fact("has_site", 3, FactKind::YesNo),
        fact("site_cost", 3, money(None)),
    ]
}

fn list() -> List {
    let column = |name: &str, kind| Column { name: name.to_owned(), kind, wording: wording(name), changeable: Changeable::No };
    let way = Choice { options: vec![opt("shop"), opt("market")], derived: None };
    let shops =
        List {
            item: text("一个店铺"), columns: vec![column("name", FactKind::Text), column("country", FactKind::Country)], date: None
        };
    List {
        item: text("一张发票"),
        columns: vec![
            column("cost", money(None)),
            column("for_outlet", FactKind::YesNo),
            column("way", FactKind::Choice(way)),
            column("shops", FactKind::List(shops)),
            column("unused", FactKind::YesNo),
        ],
        date: None,
    }
}

fn document() -> Document {
    let window = Window { from: day(2024), until: day(2030) };
    let enough = at_least(TURNOVER, 1_000_000);
    Document {
        id: "lhasa-2024-17".to_owned(),
        title: text("措施"),
        number: String::new(),
        issuer: text(""),
        region: 0,
        standing: Standing::InForce(InForce { window, check_until: window.until }),
        events: Some(window),
        status_note: text(""),
        apply: text(""),
        not_loaded: Vec::new(),
        caveats: Vec::new(),
        checked: day(2024),
        quotes: Vec::new(),
        measures: vec![
            measure("lhasa-02", 1, enough, costs()),
            measure("lhasa-11", 2, Condition::Holds(Place::Fact(HAS_SITE)), Amount::Place(Place::Fact(SITE_COST))),
            measure("lhasa-04c", 1, Condition::Holds(Place::Fact(EXPORTER)), Amount::Literal(50_000.into(), Unit::Yuan)),
        ],
        combines: Vec::new(),
        columns: (0..4).map(|column| (ListId { fact: FEES, inner: None }, ColumnId(column))).chain(shops()).collect(),
    }
}

fn shops() -> impl Iterator<Item = (ListId, ColumnId)> {
    (0..2).map(|column| (ListId { fact: FEES, inner: Some(SHOPS) }, ColumnId(column)))
}

fn measure(id: &str, applicants: u64, when: Condition, amount: Amount) -> Measure {
    Measure {
        id: id.to_owned(),
        title: text(id),
        quotes: (0, 0),
        applicants,
        when: Some(when),
        pays: Pays::Amount(amount, Kind::Exact),
        paid_by: None,
        apply: None,
        readings: Vec::new(),
    }
}

fn costs() -> Amount {
    let fees = Total {
        list: Rows::Fact(FEES),
        each: Amount::Place(Place::Column(COST)),
        filter: None,
        one_per: None,
        largest: None,
        yearly: None,
    };
    let sum = Amount::Sum(vec![Amount::Place(Place::Fact(AD_COST)), Amount::Total(Box::new(fees))]);
    let share = Amount::Product(vec![Amount::Literal(Decimal::new(3, 1), Unit::Rate), sum]);
    Amount::AtMost(Box::new(share), Box::new(Amount::Literal(500_000.into(), Unit::Yuan)))
}

fn at_least(fact: FactId, bound: i64) -> Condition {
    let (left, right) = (Amount::Place(Place::Fact(fact)), Amount::Literal(bound.into(), Unit::Yuan));
    Condition::Compare(Box::new(Comparison { left, sign: Sign::AtLeast, right }))
}

fn money(plausible: Option<(Decimal, Decimal)>) -> FactKind {
    FactKind::Quantity(Quantity { unit: Unit::Yuan, plausible, most: None })
}

fn opt(name: &str) -> Opt {
    Opt { name: name.to_owned(), text: text(name) }
}

fn wording(words: &str) -> Wording {
    Wording { question: text(words), short: text(words), help: text("") }
}

fn text(words: &str) -> Text {
    Text { zh: words.to_owned(), en: words.to_owned() }
}

fn day(year: u16) -> Date {
    Date::new(year, 1, 1).unwrap()
}
