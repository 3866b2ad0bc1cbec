mod bounds;
mod completed;
mod decisive;
mod language;

use rust_decimal::Decimal;

use super::{Scope, amount};
use crate::answers::{Answer, Answers, Row, Rows};
use crate::date::Date;
use crate::expression::{Amount, Certainty, Place, Rows as ListRows, Total};
use crate::fact::{Changeable, Column, ColumnId, Fact, FactId, FactKind, List, Quantity, Text, Wording};
use crate::interval::Interval;
use crate::library::{Library, Window};
use crate::quantity::Unit;
use crate::trace::{Fate, Finding, Trace, Value};

const LIST: FactId = FactId(0);
const COST: ColumnId = ColumnId(0);
const DAY: ColumnId = ColumnId(1);

fn library() -> Library {
    let yuan = FactKind::Quantity(Quantity { unit: Unit::Yuan, plausible: None, most: None });
    let column = |name: &str, kind| Column { name: name.to_owned(), kind, wording: Wording::default(), changeable: Changeable::No };
    let list = List { item: Text::default(), columns: vec![column("cost", yuan), column("date", FactKind::Date)], date: Some(DAY) };
    let fact =
        Fact { name: "costs".to_owned(), kind: FactKind::List(list), wording: Wording::default(), changeable: Changeable::No, page: 0 };
    Library { facts: vec![fact], ..Library::default() }
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn row(cost: Option<i64>, date: Option<&str>) -> Row {
    let mut row = Row::default();
    row.set(COST, cost.map(|cost| Answer::Quantity(Interval::point(cost.into()))));
    row.set(DAY, date.map(|date| Answer::Date(day(date))));
    row
}

fn value(rule: &Amount, rows: Vec<Row>, more: bool) -> (Value, Vec<Fate>) {
    let events = Window { from: day("2024-08-22"), until: day("2027-08-21") };
    value_within(Some(events), rule, rows, more)
}

fn value_within(events: Option<Window>, rule: &Amount, rows: Vec<Row>, more: bool) -> (Value, Vec<Fate>) {
    let library = library();
    let mut answers = Answers::default();
    answers.set(LIST, Some(Answer::List(Rows { rows, more })));
    let scope = Scope { library: &library, answers: &answers, as_of: day("2026-11-21"), events, used_elsewhere: &[], assumed: &[] };
    let mut trace = Trace::default();
    let value = amount(scope, rule, None, &mut trace).value;
    let fates = trace.into_steps().into_iter().filter_map(|step| match step.finding {
        Finding::Row { fate, .. } => Some(fate),
        _ => None,
    });
    (value, fates.collect())
}

fn total(largest: Option<u16>, yearly: Option<i64>) -> Amount {
    let yearly = yearly.map(|cap| Amount::Literal(cap.into(), Unit::Yuan));
    let each = Amount::AtMost(Box::new(Amount::Place(Place::Column(COST))), Box::new(Amount::Literal(100.into(), Unit::Yuan)));
    Amount::Total(Box::new(Total { list: ListRows::Fact(LIST), each, filter: None, one_per: None, largest, yearly }))
}

fn range(low: i64, high: Option<i64>) -> Interval {
    Interval { low: low.into(), high: high.map(Decimal::from) }
}

#[test]
fn only_the_largest_rows_count() {
    let rows = |costs: &[i64]| costs.iter().map(|cost| row(Some(*cost), Some("2026-01-01"))).collect::<Vec<_>>();
    assert_eq!(value(&total(Some(2), None), rows(&[30]), false).0.most, range(30, Some(30)));
    assert_eq!(value(&total(Some(2), None), rows(&[30, 50]), false).0.most, range(80, Some(80)));
    let (three, fates) = value(&total(Some(2), None), rows(&[30, 50, 40]), false);
    assert_eq!(three.most, range(90, Some(90)));
    assert_eq!(fates, [Fate::NotAmongLargest, Fate::Kept, Fate::Kept]);
}

#[test]
fn further_rows_are_bounded_by_the_largest_that_count() {
    let (value, _) = value(&total(Some(2), None), vec![row(Some(30), Some("2026-01-01"))], true);
    assert_eq!(value.most, range(30, Some(200)));
}

#[test]
fn further_rows_are_bounded_by_the_years_that_have_begun() {
    // 2024, 2025 and 2026, at most 150 each; 30 is sure.
    let (value, _) = value(&total(None, Some(150)), vec![row(Some(30), Some("2026-01-01"))], true);
    assert_eq!(value.most, range(30, Some(450)));
}

#[test]
fn further_rows_without_any_bound_have_no_upper_end() {
    let (value, _) = value(&total(None, None), vec![row(Some(30), Some("2026-01-01"))], true);
    assert_eq!(value.most, range(30, None));
}

#[test]
fn a_row_without_a_day_may_count_and_never_lifts_the_cap_of_all_years() {
    let undated = || row(Some(90), None);
    let (one, fates) = value(&total(None, Some(150)), vec![row(Some(60), Some("2026-01-01")), undated()], false);
    assert_eq!(one.most, range(60, Some(150)));
    assert_eq!(fates, [Fate::Kept, Fate::Open]);
    let six = (0..6).map(|_| undated()).collect();
    assert_eq!(value(&total(None, Some(150)), six, false).0.most, range(0, Some(450)));
}

#[test]
fn rows_outside_the_window_or_after_the_day_of_assessment_are_dropped() {
    let days = ["2024-08-21", "2024-08-22", "2026-11-21", "2026-11-22", "2027-08-22"];
    let rows = days.iter().map(|day| row(Some(10), Some(day))).collect();
    let (value, fates) = value(&total(None, None), rows, false);
    assert_eq!(value.most, range(20, Some(20)));
    assert_eq!(fates, [Fate::OutsideWindow, Fate::Kept, Fate::Kept, Fate::AfterAsOf, Fate::OutsideWindow]);
}

#[test]
fn without_a_window_no_row_is_dropped_for_its_date() {
    let rows = [Some("1999-01-01"), Some("2026-11-22"), None].map(|day| row(Some(10), day)).to_vec();
    let (value, fates) = value_within(None, &total(None, None), rows, false);
    assert_eq!(value.most, range(30, Some(30)));
    assert_eq!(fates, [Fate::Kept; 3]);
}

#[test]
fn without_a_window_there_is_no_bound_on_the_years() {
    let rows = || vec![row(Some(60), Some("2026-01-01")), row(Some(90), Some("2030-01-01")), row(Some(90), None)];
    let yearly = total(None, Some(80));
    // 60 and 80; the third may lie in 2030, whose cap is used up, or in a year of its own.
    assert_eq!(value_within(None, &yearly, rows(), false).0.most, range(140, Some(220)));
    assert_eq!(value_within(None, &yearly, rows(), true).0.most, range(140, None));
}

#[test]
fn up_to_is_nothing_when_firm_and_everything_when_most() {
    let rule = Amount::UpTo(Box::new(total(None, None)), Certainty::Ceiling);
    let (value, _) = value(&rule, vec![row(Some(30), Some("2026-01-01"))], false);
    assert_eq!((value.firm(), value.most), (Interval::ZERO, range(30, Some(30))));
}
