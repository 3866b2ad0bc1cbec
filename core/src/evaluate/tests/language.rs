//! Differences, the better of two, lines first reached, dated lists of countries, rows by key and rows inside rows.

use rust_decimal::Decimal;

use super::{day, range};
use crate::answers::{Answer, Answers, Recognition, Row, Rows};
use crate::evaluate::{Priced, RowState, Scope, amount, condition};
use crate::expression::{Amount, Certainty, Condition, CountryListId, FirstReaches, Listed, Place, Rows as ListRows, Total};
use crate::fact::{Changeable, Column, ColumnId, Fact, FactId, FactKind, List, Quantity, Text, Wording};
use crate::interval::Interval;
use crate::library::{CountryList, Library, Member, Window};
use crate::quantity::Unit;
use crate::trace::{Fate, Finding, Trace};
use crate::verdict::{Causes, Judged, Verdict};

pub(super) const SHOWS: FactId = FactId(0);
pub(super) const A: FactId = FactId(1);
pub(super) const B: FactId = FactId(2);
pub(super) const NAME: ColumnId = ColumnId(0);
pub(super) const COUNTRY: ColumnId = ColumnId(1);
pub(super) const DAY: ColumnId = ColumnId(2);
pub(super) const FEE: ColumnId = ColumnId(3);
const BOOTHS: ColumnId = ColumnId(4);
pub(super) const PILOT: ColumnId = ColumnId(5);
const SIGNED: ColumnId = ColumnId(6);

fn library() -> Library {
    let yuan = || FactKind::Quantity(Quantity { unit: Unit::Yuan, plausible: None, most: None });
    let column = |name: &str, kind| Column { name: name.to_owned(), kind, wording: Wording::default(), changeable: Changeable::No };
    let fact = |name: &str, kind| Fact { name: name.to_owned(), kind, wording: Wording::default(), changeable: Changeable::No, page: 0 };
    let booths = List { item: Text::default(), columns: vec![column("fee", yuan())], date: None };
    let columns = vec![
        column("name", FactKind::Text),
        column("country", FactKind::Country),
        column("date", FactKind::Date),
        column("fee", yuan()),
        column("booths", FactKind::List(booths)),
        column("pilot", FactKind::Recognition),
        column("signed", FactKind::Date),
    ];
    let shows = FactKind::List(List { item: Text::default(), columns, date: Some(DAY) });
    let member =
        |country, from: Option<&str>, until: Option<&str>, certain| Member { country, from: from.map(day), until: until.map(day), certain };
    let members = vec![
        member(0, Some("2022-01-01"), None, true),
        member(1, Some("2022-01-01"), Some("2025-06-30"), true),
        member(2, None, None, false),
        member(3, None, Some("2025-06-30"), true),
        member(3, Some("2025-07-01"), None, true),
        member(4, Some("2028-01-01"), None, true),
        member(6, None, Some("2025-06-30"), true),
        member(6, Some("2025-07-01"), None, false),
    ];
    let list = CountryList { id: "pact".to_owned(), title: Text::default(), source: String::new(), checked: day("2026-11-21"), members };
    Library { facts: vec![fact("shows", shows), fact("a", yuan()), fact("b", yuan())], country_lists: vec![list], ..Library::default() }
}

fn with_scope<T>(answers: &Answers, ask: impl FnOnce(Scope<'_>, &mut Trace) -> T) -> (T, Vec<Fate>) {
    let library = library();
    let events = Some(Window { from: day("2024-08-22"), until: day("2027-08-21") });
    let scope = Scope { library: &library, answers, as_of: day("2026-11-21"), events, used_elsewhere: &[], assumed: &[] };
    let mut trace = Trace::default();
    let found = ask(scope, &mut trace);
    let fates = trace.into_steps().into_iter().filter_map(|step| match step.finding {
        Finding::Row { fate, .. } => Some(fate),
        _ => None,
    });
    (found, fates.collect())
}

pub(super) fn priced(rule: &Amount, answers: &Answers) -> Priced {
    with_scope(answers, |scope, trace| amount(scope, rule, None, trace)).0
}

fn judged(rule: &Condition, answers: &Answers) -> (Verdict, Causes) {
    let judged = with_scope(answers, |scope, trace| condition(scope, rule, None, trace)).0;
    (judged.verdict, judged.causes)
}

pub(super) fn numbers(a: Option<Interval>, b: Option<Interval>) -> Answers {
    let mut answers = Answers::default();
    answers.set(A, a.map(Answer::Quantity));
    answers.set(B, b.map(Answer::Quantity));
    answers
}

pub(super) fn yuan(value: i64) -> Amount {
    Amount::Literal(value.into(), Unit::Yuan)
}

pub(super) fn fact(fact: FactId) -> Amount {
    Amount::Place(Place::Fact(fact))
}

fn minus(left: Amount, right: Amount) -> Amount {
    Amount::Minus(Box::new(left), Box::new(right))
}

#[test]
fn a_difference_may_be_below_zero_and_a_cap_may_not() {
    let rule = minus(fact(A), fact(B));
    assert_eq!(priced(&rule, &numbers(Some(one(40)), Some(one(30)))).value.most, range(10, Some(10)));
    assert_eq!(priced(&rule, &numbers(Some(one(30)), Some(one(40)))).value.most, range(-10, Some(-10)));
    assert_eq!(priced(&rule, &numbers(Some(range(30, Some(40))), Some(range(10, Some(25))))).value.most, range(5, Some(30)));
    let without_b = priced(&rule, &numbers(Some(one(40)), None));
    assert_eq!(without_b.value.most, Interval { low: Interval::NO_LOW, high: Some(40.into()) });
    assert_eq!(without_b.causes, Causes::fact(B));
    let share = Amount::Product(vec![Amount::Literal(Decimal::new(5, 1), Unit::Rate), rule.clone()]);
    assert_eq!(priced(&share, &numbers(Some(range(30, Some(40))), Some(range(36, Some(50))))).value.most, range(-10, Some(2)));
    assert_eq!(priced(&share, &numbers(None, Some(one(50)))).value.most, range(-25, None));
    assert_eq!(priced(&share, &numbers(Some(one(40)), None)).value.most, Interval { low: Interval::NO_LOW, high: Some(20.into()) });
    let capped = Amount::AtMost(Box::new(yuan(12)), Box::new(rule));
    for (b, paid) in [(0, 12), (27, 12), (28, 12), (29, 11), (40, 0), (41, 0)] {
        assert_eq!(priced(&capped, &numbers(Some(one(40)), Some(one(b)))).value.most, range(paid, Some(paid)), "{b}");
    }
    assert_eq!(priced(&capped, &numbers(Some(one(40)), None)).value.most, range(0, Some(12)));
}

/// A row of which it is open whether it counts keeps the measure open where it is paid for, not where it is taken away or a cap.
#[test]
fn only_the_rows_that_are_paid_for_decide_whether_something_counts() {
    let mut row = show(&[(FEE, Answer::Quantity(one(30)))]);
    row.set(PILOT, Some(Answer::NotSure));
    let answers = shows(vec![row], false);
    let fees = || Amount::Total(Box::new(total(Amount::Place(Place::Column(FEE)), Some(Condition::Recognised(Place::Column(PILOT))))));
    let counting = |rule: Amount| priced(&rule, &answers).counting;
    let open = counting(fees());
    assert!(open.authority() && open != Causes::default());
    assert_eq!(counting(minus(fees(), yuan(10))), open);
    assert_eq!(counting(minus(yuan(50), fees())), Causes::default());
    assert_eq!(counting(Amount::AtMost(Box::new(fees()), Box::new(yuan(10)))), open);
    assert_eq!(counting(Amount::AtMost(Box::new(yuan(50)), Box::new(fees()))), Causes::default());
    assert_eq!(counting(Amount::Sum(vec![yuan(1), fees()])), open);
}

#[test]
fn what_is_open_downwards_is_taken_away_in_part_or_in_full() {
    let rule = minus(yuan(50), Amount::UpTo(Box::new(fact(A)), Certainty::Ceiling));
    let value = priced(&rule, &numbers(Some(one(20)), None)).value;
    assert_eq!((value.firm(), value.most), (range(30, Some(30)), range(50, Some(50))));
}

#[test]
fn the_better_of_a_lump_and_a_share() {
    let share = Amount::Product(vec![Amount::Literal(Decimal::new(7, 1), Unit::Rate), fact(A)]);
    let rule = Amount::BetterOf(Box::new(yuan(20_000)), Box::new(Amount::UpTo(Box::new(share), Certainty::Ceiling)));
    let value = priced(&rule, &numbers(Some(one(80_000)), None)).value;
    assert_eq!((value.firm(), value.most), (range(20_000, Some(20_000)), range(56_000, Some(56_000))));
    let small = priced(&rule, &numbers(Some(range(0, Some(20_000))), None));
    assert_eq!((small.value.most, small.causes), (range(20_000, Some(20_000)), Causes::default()));
    let unknown = priced(&rule, &numbers(None, None));
    assert_eq!((unknown.value.most, unknown.causes), (range(20_000, None), Causes::fact(A)));
}

#[test]
fn a_line_is_first_reached_if_it_was_never_reached_before() {
    let rule = FirstReaches { value: fact(A), threshold: yuan(100), before: fact(B) };
    let rule = Condition::FirstReaches(Box::new(rule));
    let told = |a, b| judged(&rule, &numbers(a, b));
    for (a, b, holds) in [(100, 99, true), (99, 0, false), (101, 100, false), (100, 100, false), (500, 0, true), (101, 101, false)] {
        assert_eq!(told(Some(one(a)), Some(one(b))).0, Verdict::from(holds), "{a} after {b}");
    }
    assert_eq!(told(None, Some(one(100))).0, Verdict::No);
    assert_eq!(told(Some(one(99)), None).0, Verdict::No);
    assert_eq!(told(Some(range(90, Some(110))), Some(one(0))), (Verdict::Unknown, Causes::fact(A)));
    assert_eq!(told(Some(one(100)), Some(range(0, Some(100)))), (Verdict::Unknown, Causes::fact(B)));
    assert_eq!(told(None, None), (Verdict::Unknown, Causes::fact(A).union(Causes::fact(B))));
}

pub(super) fn show(cells: &[(ColumnId, Answer)]) -> Row {
    let mut row = Row::default();
    for (column, answer) in cells {
        row.set(*column, Some(answer.clone()));
    }
    row
}

pub(super) fn shows(rows: Vec<Row>, more: bool) -> Answers {
    let mut answers = Answers::default();
    answers.set(SHOWS, Some(Answer::List(Rows { rows, more })));
    answers
}

pub(super) fn total(each: Amount, filter: Option<Condition>) -> Total {
    Total { list: ListRows::Fact(SHOWS), each, filter, one_per: None, largest: None, yearly: None }
}

pub(super) fn added(total: Total, answers: &Answers) -> (Priced, Vec<Fate>) {
    let rule = Amount::Total(Box::new(total));
    with_scope(answers, |scope, trace| amount(scope, &rule, None, trace))
}

pub(super) fn listed() -> Condition {
    Condition::Listed(Box::new(Listed { country: Place::Column(COUNTRY), list: CountryListId(0), on: Place::Column(DAY) }))
}

/// 10 for a show in a country of the list.
fn in_list(country: Option<u16>, date: Option<&str>) -> (Priced, Fate) {
    let mut row = Row::default();
    row.set(COUNTRY, country.map(Answer::Country));
    row.set(DAY, date.map(|date| Answer::Date(day(date))));
    let (priced, fates) = added(total(yuan(10), Some(listed())), &shows(vec![row], false));
    (priced, fates[0])
}

#[test]
fn a_country_is_in_a_list_on_the_days_of_its_entries() {
    let fate = |country, date| in_list(Some(country), Some(date)).1;
    assert_eq!(fate(0, "2025-01-01"), Fate::Kept);
    assert_eq!(fate(1, "2025-06-30"), Fate::Kept);
    assert_eq!(fate(1, "2025-07-01"), Fate::NotKept);
    assert_eq!(fate(5, "2025-01-01"), Fate::NotKept);
    assert_eq!(fate(4, "2025-01-01"), Fate::NotKept);
}

#[test]
fn an_entry_in_doubt_is_for_review_and_asks_the_firm_nothing() {
    let (priced, fate) = in_list(Some(2), Some("2025-01-01"));
    assert_eq!((priced.value.most, priced.rows, fate), (range(0, Some(10)), RowState::Open, Fate::Open));
    assert_eq!((priced.causes, priced.counting), (Causes::LIST, Causes::LIST));
    let (unknown, _) = in_list(None, Some("2025-01-01"));
    assert_eq!(unknown.counting, Causes::fact(SHOWS));
}

#[test]
fn on_a_day_not_known_a_list_decides_where_every_day_agrees() {
    // Rows count from 2024-08-22 to 2026-11-21: 0 is in all the time, 3 too by two entries, 4 joins later, 5 is in none, 1 leaves in
    // between, 2 is in doubt all the time, 6 from the day between.
    let on_day = Causes::fact(SHOWS);
    let [yes, no] = [Judged::settled(true), Judged::settled(false)];
    let open = [(1, on_day), (2, Causes::LIST), (6, on_day.union(Causes::LIST))].map(|(country, why)| (country, Judged::unknown(why)));
    for (country, expected) in [(0, yes), (3, yes), (4, no), (5, no)].into_iter().chain(open) {
        let told = with_scope(&shows(vec![show(&[(COUNTRY, Answer::Country(country))])], false), |scope, trace| {
            let (rows, _) = scope.answers.rows(SHOWS);
            let at = crate::evaluate::AtRow { list: crate::fact::ListId { fact: SHOWS, inner: None }, row: rows.first() };
            condition(scope, &listed(), Some(at), trace)
        });
        assert_eq!(told.0, expected, "{country}");
    }
    assert_eq!(in_list(Some(4), None).1, Fate::NotKept);
    // Another day of the row than that by which it counts may be any day at all.
    let signed = Listed { country: Place::Column(COUNTRY), list: CountryListId(0), on: Place::Column(SIGNED) };
    let signed = Condition::Listed(Box::new(signed));
    let row = show(&[(COUNTRY, Answer::Country(0)), (DAY, Answer::Date(day("2025-01-01")))]);
    assert_eq!(added(total(yuan(10), Some(signed)), &shows(vec![row], false)).1, [Fate::Open]);
    assert_eq!(in_list(Some(2), None).0.counting, Causes::fact(SHOWS).union(Causes::LIST));
}

#[test]
fn a_recognition_of_a_row_is_for_the_authority() {
    let rule = || total(yuan(10), Some(Condition::Recognised(Place::Column(PILOT))));
    let row = |state| show(&[(PILOT, Answer::Recognition(state)), (DAY, Answer::Date(day("2025-01-01")))]);
    let rows = [Recognition::Granted, Recognition::Refused, Recognition::Applied].map(row).to_vec();
    let (priced, fates) = added(rule(), &shows(rows, false));
    assert_eq!((priced.value.most, fates), (range(10, Some(20)), vec![Fate::Kept, Fate::NotKept, Fate::Open]));
    let (open, _) = added(rule(), &shows(vec![row(Recognition::Applied)], false));
    assert_eq!(open.counting, Causes::AUTHORITY);
    // What was not answered is asked for, and is for the authority all the same.
    let (unanswered, _) = added(rule(), &shows(vec![show(&[(DAY, Answer::Date(day("2025-01-01")))])], false));
    assert_eq!(unanswered.counting, Causes::fact(SHOWS).union(Causes::AUTHORITY));
}

/// The amounts of shows by name, each as it was answered; at most `largest` of them.
fn by_name(rows: &[(Option<&str>, Interval)], largest: Option<u16>, more: bool) -> (Interval, Vec<Fate>) {
    let rows = rows.iter().map(|(name, fee)| {
        let mut row = show(&[(FEE, Answer::Quantity(*fee)), (DAY, Answer::Date(day("2025-01-01")))]);
        row.set(NAME, name.map(|name| Answer::Text(name.to_owned())));
        row
    });
    let each = Amount::AtMost(Box::new(Amount::Place(Place::Column(FEE))), Box::new(yuan(100)));
    let rule = Total { one_per: Some(NAME), largest, ..total(each, None) };
    let (priced, fates) = added(rule, &shows(rows.collect(), more));
    (priced.value.most, fates)
}

pub(super) fn one(value: i64) -> Interval {
    Interval::point(value.into())
}

#[test]
fn only_the_best_row_of_each_key_counts() {
    use Fate::{Kept, NotAmongLargest, NotBestOfKey};
    let rows = [(Some("x"), one(5)), (Some("y"), one(7)), (Some("x"), one(8)), (Some("y"), one(7)), (Some("z"), one(1))];
    assert_eq!(by_name(&rows, None, false), (one(16), vec![NotBestOfKey, Kept, Kept, NotBestOfKey, Kept]));
    assert_eq!(by_name(&rows, Some(2), false), (one(15), vec![NotBestOfKey, Kept, Kept, NotBestOfKey, NotAmongLargest]));
    assert_eq!(by_name(&rows, Some(3), false).0, one(16));
}

#[test]
fn of_rows_with_the_same_key_the_best_lies_between_the_best_low_and_the_best_high() {
    let rows = [(Some("x"), range(2, Some(9))), (Some("x"), range(4, Some(6))), (Some("x"), range(1, Some(3)))];
    assert_eq!(by_name(&rows, None, false), (range(4, Some(9)), vec![Fate::Kept, Fate::Kept, Fate::NotBestOfKey]));
}

#[test]
fn a_row_without_a_key_may_have_that_of_another() {
    // x 5, y 3 and ? 4: ? is x (8), y (9) or another (12).
    assert_eq!(by_name(&[(Some("x"), one(5)), (Some("y"), one(3)), (None, one(4))], None, false).0, range(8, Some(12)));
    // ? 6 and x 5: x (6) or another (11).
    assert_eq!(by_name(&[(Some("x"), one(5)), (None, one(6))], None, false).0, range(6, Some(11)));
    // Two without a key: the same (6), or not (10).
    assert_eq!(by_name(&[(None, one(6)), (None, one(4))], None, false).0, range(6, Some(10)));
    // x 5, y 3, ? 4, ? 2, the two largest: 5 + 3 at least, 5 + 4 at most.
    // x 5, y 3 and ? 4, the two largest: if ? is x, y counts, so that no row is left out for sure.
    let three = [(Some("x"), one(5)), (Some("y"), one(3)), (None, one(4))];
    assert_eq!(by_name(&three, Some(2), false), (range(8, Some(9)), vec![Fate::Kept; 3]));
    let four = [(Some("x"), one(5)), (Some("y"), one(3)), (None, one(4)), (None, one(2))];
    assert_eq!(by_name(&four, Some(2), false).0, range(8, Some(9)));
}

#[test]
fn further_rows_may_have_a_known_key_or_not() {
    assert_eq!(by_name(&[(Some("x"), one(5))], Some(3), true).0, range(5, Some(300)));
    assert_eq!(by_name(&[(Some("x"), one(5))], None, true).0, range(5, None));
}

/// 80% of each booth, at most 25, the 6 largest, for shows in the list.
fn booths(rows: Vec<Row>, more: bool) -> (Priced, Vec<Fate>) {
    let share = Amount::Product(vec![Amount::Literal(Decimal::new(8, 1), Unit::Rate), Amount::Place(Place::Column(ColumnId(0)))]);
    let each = Amount::AtMost(Box::new(share), Box::new(yuan(25)));
    let inner = Total { list: ListRows::Column(BOOTHS), each, filter: None, one_per: None, largest: Some(6), yearly: None };
    added(total(Amount::Total(Box::new(inner)), Some(listed())), &shows(rows, more))
}

fn stand(country: u16, fees: Option<&[i64]>, more: bool) -> Row {
    let mut row = show(&[(COUNTRY, Answer::Country(country)), (DAY, Answer::Date(day("2025-01-01")))]);
    let booth = |fee: &i64| show(&[(ColumnId(0), Answer::Quantity(one(*fee)))]);
    row.set(BOOTHS, fees.map(|fees| Answer::List(Rows { rows: fees.iter().map(booth).collect(), more })));
    row
}

#[test]
fn booths_are_added_up_in_each_show() {
    // 25 (of 40) + 8; 6 of 7 booths at 25.
    let (priced, fates) =
        booths(vec![stand(0, Some(&[50, 10]), false), stand(5, Some(&[50]), false), stand(0, Some(&[40; 7]), false)], false);
    assert_eq!((priced.value.most, priced.rows, priced.causes), (one(183), RowState::Kept, Causes::default()));
    let seven = [&[Fate::Kept; 7][..], &[Fate::NotAmongLargest]].concat();
    assert_eq!(fates, [&[Fate::Kept, Fate::Kept, Fate::Kept, Fate::NotKept][..], &seven].concat());
}

#[test]
fn booths_not_told_are_any_number_up_to_the_largest_that_count() {
    let (unanswered, fates) = booths(vec![stand(0, None, false)], false);
    assert_eq!((unanswered.value.most, unanswered.rows, fates), (range(0, Some(150)), RowState::Open, vec![Fate::Open]));
    assert_eq!(unanswered.counting, Causes::fact(SHOWS));
    let (more, _) = booths(vec![stand(0, Some(&[10]), true)], false);
    assert_eq!((more.value.most, more.rows, more.causes), (range(8, Some(150)), RowState::Kept, Causes::fact(SHOWS)));
    assert_eq!(booths(Vec::new(), true).0.value.most, range(0, None));
}

#[test]
fn a_show_without_booths_pays_nothing_and_is_no_row() {
    let none = || stand(0, Some(&[]), false);
    let (priced, fates) = booths(vec![none()], false);
    assert_eq!((priced.value.most, priced.rows, fates), (one(0), RowState::Empty, vec![Fate::Empty]));
    assert_eq!(booths(vec![none(), stand(5, Some(&[50]), false)], false).0.rows, RowState::Denied);
    assert_eq!(booths(vec![none(), stand(0, Some(&[10]), false)], false).0.rows, RowState::Kept);
}

#[test]
fn a_show_in_doubt_waits_for_review_whatever_its_booths() {
    let mut row = stand(2, None, false);
    let fee = show(&[(ColumnId(0), Answer::Quantity(range(20, Some(40))))]);
    row.set(BOOTHS, Some(Answer::List(Rows { rows: vec![fee], more: false })));
    let (priced, _) = booths(vec![row], false);
    assert_eq!((priced.value.most, priced.rows), (range(0, Some(25)), RowState::Open));
    assert_eq!(priced.counting, Causes::LIST);
    assert_eq!(priced.causes, Causes::fact(SHOWS).union(Causes::LIST));
}

#[test]
fn a_row_below_zero_takes_nothing_from_the_others() {
    let row = |fee: i64| show(&[(FEE, Answer::Quantity(one(fee))), (DAY, Answer::Date(day("2025-01-01")))]);
    let each = minus(Amount::Place(Place::Column(FEE)), yuan(10));
    let (priced, _) = added(total(each, None), &shows(vec![row(4), row(25)], false));
    assert_eq!(priced.value.most, one(15));
}
