//! Quantities that cannot be above a bound: a year has twelve months.

use rust_decimal::Decimal;

use super::range;
use crate::answers::{Answer, Answers, Row, Rows};
use crate::evaluate::{Scope, amount, condition};
use crate::expression::{Amount, Comparison, Condition, Place, Rows as ListRows, Sign, Total};
use crate::fact::{Changeable, Column, ColumnId, Fact, FactId, FactKind, List, Quantity, Text, Wording};
use crate::interval::Interval;
use crate::library::Library;
use crate::quantity::Unit;
use crate::trace::Trace;
use crate::verdict::Verdict;

const MONTHS: FactId = FactId(0);
const LEASES: FactId = FactId(1);
const LEASED: ColumnId = ColumnId(0);

fn library() -> Library {
    let months = || FactKind::Quantity(Quantity { unit: Unit::Month, plausible: None, most: Some(12.into()) });
    let columns = vec![Column { name: "leased".to_owned(), kind: months(), wording: Wording::default(), changeable: Changeable::No }];
    let leases = FactKind::List(List { item: Text::default(), columns, date: None });
    let fact = |name: &str, kind| Fact { name: name.to_owned(), kind, wording: Wording::default(), changeable: Changeable::No, page: 0 };
    Library { facts: vec![fact("months", months()), fact("leases", leases)], ..Library::default() }
}

fn with_scope<T>(answers: &Answers, ask: impl FnOnce(Scope<'_>, &mut Trace) -> T) -> T {
    let library = library();
    let as_of = super::day("2026-11-21");
    ask(Scope { library: &library, answers, as_of, events: None, used_elsewhere: &[], assumed: &[] }, &mut Trace::default())
}

fn most(rule: &Amount, answers: &Answers) -> Interval {
    with_scope(answers, |scope, trace| amount(scope, rule, None, trace)).value.most
}

fn answered(months: Option<Answer>) -> Answers {
    let mut answers = Answers::default();
    answers.set(MONTHS, months);
    answers
}

#[test]
fn what_is_not_known_ends_at_the_bound() {
    let rule = Amount::Product(vec![Amount::Literal(4.into(), Unit::Yuan), Amount::Place(Place::Fact(MONTHS))]);
    assert_eq!(most(&rule, &answered(None)), range(0, Some(48)));
    assert_eq!(most(&rule, &answered(Some(Answer::NotSure))), range(0, Some(48)));
    assert_eq!(most(&rule, &answered(Some(Answer::Quantity(range(6, None))))), range(24, Some(48)));
    assert_eq!(most(&rule, &answered(Some(Answer::Quantity(range(6, Some(7)))))), range(24, Some(28)));
}

#[test]
fn a_line_at_the_bound_is_settled_without_an_answer() {
    let line = |sign, months: i64| {
        let (left, right) = (Amount::Place(Place::Fact(MONTHS)), Amount::Literal(months.into(), Unit::Month));
        let line = Condition::Compare(Box::new(Comparison { left, sign, right }));
        with_scope(&answered(None), |scope, trace| condition(scope, &line, None, trace)).verdict
    };
    assert_eq!(line(Sign::AtMost, 12), Verdict::Yes);
    assert_eq!(line(Sign::AtMost, 11), Verdict::Unknown);
    assert_eq!(line(Sign::AtLeast, 12), Verdict::Unknown);
    assert_eq!(line(Sign::MoreThan, 12), Verdict::No);
}

#[test]
fn a_column_ends_at_its_bound_in_rows_entered_and_in_rows_to_come() {
    let each = Amount::Place(Place::Column(LEASED));
    let total = |largest| {
        let total = Total { list: ListRows::Fact(LEASES), each: each.clone(), filter: None, one_per: None, largest, yearly: None };
        Amount::Total(Box::new(total))
    };
    let mut short = Row::default();
    short.set(LEASED, Some(Answer::Quantity(Interval::point(Decimal::TWO))));
    let rows = |more| {
        let mut answers = Answers::default();
        answers.set(LEASES, Some(Answer::List(Rows { rows: vec![short.clone(), Row::default()], more })));
        answers
    };
    assert_eq!(most(&total(None), &rows(false)), range(2, Some(14)));
    assert_eq!(most(&total(Some(2)), &rows(true)), range(2, Some(24)));
}
