//! What need not be learnt: what cannot change the amount any more.

use super::language::{A, B, COUNTRY, DAY, FEE, SHOWS, added, fact, listed, numbers, one, priced, show, shows, total, yuan};
use super::{day, range};
use crate::answers::{Answer, Row};
use crate::expression::{Amount, Place, Total};
use crate::fact::ColumnId;
use crate::interval::Interval;
use crate::verdict::Causes;

/// A country of which the list says nothing certain, and one that is in it.
const IN_DOUBT: u16 = 2;
const SURE: u16 = 0;

const NAME: ColumnId = ColumnId(0);

fn fair(country: u16, date: &str, fee: Interval) -> Row {
    show(&[(COUNTRY, Answer::Country(country)), (DAY, Answer::Date(day(date))), (FEE, Answer::Quantity(fee))])
}

fn fees() -> Total {
    total(Amount::Place(Place::Column(FEE)), Some(listed()))
}

fn in_doubt(facts: Causes) -> Causes {
    facts.union(Causes::LIST)
}

#[test]
fn the_side_that_cannot_be_the_better_need_not_be_known() {
    let rule = Amount::BetterOf(Box::new(fact(A)), Box::new(fact(B)));
    let causes = |a, b| priced(&rule, &numbers(Some(a), Some(b))).causes;
    let both = Causes::fact(A).union(Causes::fact(B));
    assert_eq!(causes(range(5, Some(9)), range(1, Some(5))), Causes::fact(A));
    assert_eq!(causes(range(1, Some(5)), range(5, Some(9))), Causes::fact(B));
    assert_eq!(causes(range(5, Some(9)), range(1, Some(6))), both);
}

#[test]
fn neither_a_cap_that_is_not_reached_nor_what_is_above_it_need_be_known() {
    let rule = Amount::AtMost(Box::new(fact(A)), Box::new(fact(B)));
    let causes = |a, b| priced(&rule, &numbers(Some(a), Some(b))).causes;
    let both = Causes::fact(A).union(Causes::fact(B));
    assert_eq!(causes(range(1, Some(5)), range(5, Some(9))), Causes::fact(A));
    assert_eq!(causes(range(9, None), range(5, Some(9))), Causes::fact(B));
    assert_eq!(causes(range(1, Some(6)), range(5, Some(9))), both);
}

#[test]
fn a_row_that_cannot_be_among_the_largest_need_not_be_known() {
    let largest = |doubtful: i64| {
        let rows = vec![
            fair(SURE, "2025-01-01", range(50, Some(60))),
            fair(SURE, "2025-01-01", one(40)),
            fair(IN_DOUBT, "2025-01-01", one(doubtful)),
        ];
        added(Total { largest: Some(2), ..fees() }, &shows(rows, false)).0
    };
    assert_eq!((largest(40).value.most, largest(40).causes), (range(90, Some(100)), Causes::fact(SHOWS)));
    assert_eq!((largest(41).value.most, largest(41).causes), (range(90, Some(101)), in_doubt(Causes::fact(SHOWS))));
}

#[test]
fn of_one_key_only_its_best_row_comes_before_others() {
    let named = |name: &str, country, fee| {
        let mut row = fair(country, "2025-01-01", fee);
        row.set(NAME, Some(Answer::Text(name.to_owned())));
        row
    };
    let largest = |second: &str| {
        let rows = vec![named("x", SURE, range(50, Some(60))), named(second, SURE, one(45)), named("z", IN_DOUBT, one(40))];
        added(Total { largest: Some(2), one_per: Some(NAME), ..fees() }, &shows(rows, false)).0
    };
    assert_eq!((largest("y").value.most, largest("y").causes), (range(95, Some(105)), Causes::fact(SHOWS)));
    assert_eq!((largest("x").value.most, largest("x").causes), (range(50, Some(100)), in_doubt(Causes::fact(SHOWS))));
}

#[test]
fn rows_of_a_year_at_its_cap_need_not_be_known() {
    let yearly = |first: i64| {
        let rows = vec![
            fair(SURE, "2025-01-01", one(first)),
            fair(IN_DOUBT, "2025-06-01", one(70)),
            fair(SURE, "2026-01-01", range(10, Some(20))),
        ];
        added(Total { yearly: Some(yuan(100)), ..fees() }, &shows(rows, false)).0
    };
    assert_eq!((yearly(100).value.most, yearly(100).causes), (range(110, Some(120)), Causes::fact(SHOWS)));
    assert_eq!((yearly(99).value.most, yearly(99).causes), (range(109, Some(120)), in_doubt(Causes::fact(SHOWS))));
}
