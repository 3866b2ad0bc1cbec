//! Renminbi as dollars: no dollar sum escapes the range, and where no line of the rules is said to be crossed, both ends give the same result.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

use mingbai_core::Answers;
use mingbai_core::answers::{Answer, Row, Rows};
use mingbai_core::expression::Place;
use mingbai_core::fact::{ColumnId, FactId, ListId};
use mingbai_core::interval::Interval;
use mingbai_core::library::Document;
use mingbai_core::quantity::{Unit, parse};
use mingbai_core::rate::{dollars, lines_across};
use mingbai_tests::strategy::{cases, firm};
use mingbai_tests::{Found, assessed, day, findings, library};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn sum(text: &str) -> Decimal {
    parse(text, Unit::Dollar).expect("a sum")
}

fn range(low: &str, high: &str) -> Interval {
    Interval { low: sum(low), high: Some(sum(high)) }
}

/// Where dollars are asked: the export of last year, and a column of a list.
#[derive(Clone, Copy, Debug)]
enum Asked {
    Fact(FactId),
    Column(FactId, ColumnId),
}

impl Asked {
    fn fact(name: &str) -> Self {
        Self::Fact(library().fact_named(name).expect("a fact"))
    }

    fn column(list: &str, name: &str) -> Self {
        let fact = library().fact_named(list).expect("a list");
        let columns = library().fact(fact).and_then(|fact| fact.kind.list()).map_or(&[][..], |list| &list.columns);
        let place = columns.iter().position(|column| column.name == name).expect("a column");
        Self::Column(fact, ColumnId(u8::try_from(place).expect("few columns")))
    }

    fn place(self) -> (Place, Option<ListId>) {
        match self {
            Self::Fact(fact) => (Place::Fact(fact), None),
            Self::Column(fact, column) => (Place::Column(column), Some(ListId { fact, inner: None })),
        }
    }

    /// Every place that is asked for dollars.
    fn all() -> [Self; 3] {
        [
            Self::fact("prior_year_export"),
            Self::column("platforms_entered", "transaction"),
            Self::column("o2o_stores", "annual_transaction"),
        ]
    }

    /// The firm with that sum there; a list has one row, the first of the firm's own or an empty one.
    fn set(self, firm: &Answers, sum: Decimal) -> Answers {
        let (mut answers, answer) = (firm.clone(), Some(Answer::Quantity(Interval::point(sum))));
        match self {
            Self::Fact(fact) => answers.set(fact, answer),
            Self::Column(fact, column) => {
                let mut row = firm.rows(fact).0.first().cloned().unwrap_or_else(Row::default);
                row.set(column, answer);
                answers.set(fact, Some(Answer::List(Rows { rows: vec![row], more: false })));
            }
        }
        answers
    }
}

fn document(id: &str) -> &'static Document {
    library().document(id).expect("a document")
}

fn lines(id: &str, asked: Asked, range: Interval) -> Vec<Decimal> {
    let (place, list) = asked.place();
    lines_across(document(id), place, list, range)
}

#[test]
fn dollars_are_asked_in_three_places() {
    let unit = |kind: &mingbai_core::fact::FactKind| kind.unit() == Some(Unit::Dollar);
    let columns = |fact: &mingbai_core::fact::Fact| {
        fact.kind.list().map_or(0, |list| list.columns.iter().filter(|column| unit(&column.kind)).count())
    };
    let places: usize = library().facts.iter().map(|fact| usize::from(unit(&fact.kind)) + columns(fact)).sum();
    assert_eq!(places, Asked::all().len(), "an amount in dollars is asked that these tests do not look at");
}

/// 拉政发〔2024〕17号 第七条: 300万美元（含）以下, or above.
#[test]
fn the_line_of_300_with_what_is_on_it_below() {
    let export = Asked::fact("prior_year_export");
    let at = |low, high| lines("lhasa-2024-17", export, range(low, high));
    assert_eq!(at("290万", "310万"), [sum("300万")]);
    assert_eq!(at("300万", "310万"), [sum("300万")]);
    assert_eq!(at("290万", "300万"), [] as [Decimal; 0]);
    assert_eq!(at("3000000.01", "310万"), [] as [Decimal; 0]);
    assert_eq!(lines("lhasa-2024-17", export, Interval { low: sum("1万"), high: None }), [sum("300万")]);
    assert_eq!(lines("yuncheng-2024-10", export, range("290万", "310万")), [] as [Decimal; 0]);
}

/// 达到1万美元, for each platform; the reading that adds platforms up also asks for more than nothing of each.
#[test]
fn a_line_of_the_rows_of_a_list() {
    let at = |low, high| lines("inner-mongolia-accelerate", Asked::column("platforms_entered", "transaction"), range(low, high));
    assert_eq!(at("9000", "1万"), [sum("1万")]);
    assert_eq!(at("1万", "2万"), [] as [Decimal; 0]);
    assert_eq!(at("0", "2万"), [sum("0"), sum("1万")]);
    // 年交易额超过100万美元
    let store = |low, high| lines("zhuzhou-draft", Asked::column("o2o_stores", "annual_transaction"), range(low, high));
    assert_eq!(store("100万", "110万"), [sum("100万")]);
    assert_eq!(store("90万", "100万"), [] as [Decimal; 0]);
}

#[test]
fn the_rate_that_is_offered_is_a_range_of_its_day() {
    let rate = library().usd_rate.as_ref().expect("a rate is offered");
    assert!(rate.yuan.low > Decimal::ONE && rate.yuan.high.is_some_and(|high| high > rate.yuan.low && high < Decimal::TEN), "{rate:?}");
    assert!(library().checked.is_some_and(|checked| rate.checked <= checked));
    assert!(rate.source.zh.contains("大致"), "it says that it is rough");
}

/// A decimal of at most 10万亿 with up to four places.
fn amount() -> impl Strategy<Value = Decimal> {
    prop_oneof![0_i64..100_000_000, 0_i64..100_000_000_000_000_000].prop_map(|units| Decimal::new(units, 4))
}

/// A rate of a few yuan, or any at all above zero.
fn rate() -> impl Strategy<Value = Decimal> {
    prop_oneof![60_000_i64..80_000, 1_i64..100_000_000_000].prop_map(|units| Decimal::new(units, 4))
}

proptest! {
    #![proptest_config(cases(3_000))]

    /// What is between two sums at a rate between two rates is inside; and no end could be a cent nearer.
    #[test]
    fn no_value_escapes_and_no_end_is_loose((a, b) in (amount(), amount()), (p, q) in (rate(), rate()), (x, y) in (0_i64..=100, 0_i64..=100)) {
        let (yuan, rates) = (Interval { low: a.min(b), high: Some(a.max(b)) }, Interval { low: p.min(q), high: Some(p.max(q)) });
        let between = |low: Decimal, high: Decimal, part: i64| low + (high - low) * Decimal::new(part, 2);
        if let Some(found) = dollars(yuan, rates) {
            let (sum, rate) = (between(a.min(b), a.max(b), x), between(p.min(q), p.max(q), y));
            let (high, cent) = (found.high.expect("an upper end"), Decimal::new(1, 2));
            // sum ÷ rate is at least the low end, and at most the upper end: put as products, which are exact.
            prop_assert!(found.low * rate <= sum && sum <= high * rate, "{found:?}");
            prop_assert!((found.low + cent) * p.max(q) > a.min(b) && (high - cent) * p.min(q) < a.max(b), "{found:?}");
        } else {
            prop_assert!(a.max(b) / p.min(q) > Unit::Dollar.bound());
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    /// Without a line between them two sums make no difference.
    #[test]
    fn where_no_line_is_crossed_both_ends_give_the_same(firm in firm(), place in 0_usize..3, near in 0_usize..4, (below, above) in (-2_i64..=2, -2_i64..=2)) {
        let (asked, line) = (Asked::all()[place], [sum("0"), sum("1万"), sum("100万"), sum("300万")][near]);
        let cents = |number: i64| (line + Decimal::new(number, 2)).max(Decimal::ZERO);
        let (low, high) = (cents(below.min(above)), cents(below.max(above)));
        let (place, list) = asked.place();
        let results = |sum| {
            let answers = asked.set(&firm.0, sum);
            let assessment = assessed(library(), &answers, day("2026-11-21"));
            findings(&assessment).map(|Found { measure, finding, .. }| (measure.id.clone(), finding.outcome, finding.estimate)).collect::<Vec<_>>()
        };
        let crossed = library().documents.iter().any(|one| !lines_across(one, place, list, Interval { low, high: Some(high) }).is_empty());
        if !crossed {
            prop_assert_eq!(results(low), results(high));
        }
    }
}
