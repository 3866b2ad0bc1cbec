//! An amount added up over the rows of a list.

use super::amount::priced;
use super::condition::judged;
use super::picked::{causes, open_upwards, picked};
use super::{AtRow, Given, Priced, Scope};
use crate::answers::{Answer, Row};
use crate::expression::{Rows, Total};
use crate::fact::{ColumnId, FactKind, ListId};
use crate::interval::Interval;
use crate::order::each_once;
use crate::trace::{Fate, Finding, Trace, Value};
use crate::verdict::{Causes, Judged, Verdict};

/// What the lists that drive an amount hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    /// No list drives the amount.
    Free,
    /// No row entered, and none to come.
    Empty,
    /// A row counts.
    Kept,
    /// A row may count, or may still come.
    Open,
    /// Rows entered, none counts. (A row that only holds lists without rows is none.)
    Denied,
}

impl RowState {
    /// Of two parts added up: driven by rows only if both are.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        use RowState::{Denied, Empty, Free, Kept, Open};
        match (self, other) {
            (Free, _) | (_, Free) => Free,
            (Kept, _) | (_, Kept) => Kept,
            (Open, _) | (_, Open) => Open,
            (Denied, _) | (_, Denied) => Denied,
            (Empty, Empty) => Empty,
        }
    }

    /// Of two factors: driven by rows if one is.
    #[must_use]
    pub fn factor(self, other: Self) -> Self {
        if self == Self::Free { other } else { self }
    }
}

/// A row that is not ruled out: what it adds, its key, and its calendar year if it is known.
pub(super) struct Entry<'a> {
    pub(super) value: Value,
    pub(super) step: usize,
    pub(super) row: u16,
    pub(super) key: Option<&'a Answer>,
    pub(super) kept: bool,
    /// What to learn to know better what it adds.
    pub(super) causes: Causes,
    year: Option<u16>,
}

/// What the rows add up to, with a step for each row and each capped year. An amount of a row below zero counts as zero.
pub(super) fn total(scope: &Scope<'_>, total: &Total, outer: Option<AtRow<'_>>, trace: &mut Trace) -> Priced {
    let Some(list) = total.list.list(outer.map(|at| at.list)) else {
        return Priced { rows: RowState::Empty, ..Priced::free(Value::both(Interval::ZERO), Causes::default()) };
    };
    let (rows, more) = scope.rows(total.list, outer);
    let rows = Listing { total, list, date: scope.library.list(list).and_then(|list| list.date), rows };
    let further = if more { Causes::fact(list.fact) } else { Causes::default() };
    let mut whole = Priced { counting: further, ..Priced::free(Value::both(Interval::ZERO), further) };
    let mut entries = Vec::new();
    let mut empty = 0_usize;
    for (index, row) in rows.rows.iter().enumerate() {
        let looked = rows.one(scope, index, row, trace);
        whole.counting = whole.counting.union(looked.counting);
        empty = empty.saturating_add(usize::from(looked.empty));
        entries.extend(looked.entry);
    }
    whole.rows = state(rows.rows.len().saturating_sub(empty), more, &entries);
    let extra = more.then(|| rows.one_more(scope));
    let (value, causes) = if let Some(cap) = &total.yearly {
        let cap = priced(scope, cap, None, &mut Trace::aside());
        whole.causes = whole.causes.union(cap.causes);
        by_year(scope, &entries, cap.value.not_below_zero(), extra, trace)
    } else {
        picked(entries, total, extra, trace)
    };
    Priced { value, causes: whole.causes.union(causes), ..whole }
}

/// The rows of a list that an amount is added up over.
struct Listing<'a> {
    total: &'a Total,
    list: ListId,
    date: Option<ColumnId>,
    rows: &'a [Row],
}

/// What a look at a row gives: what it adds, why it is open whether it counts, and whether it holds a list without rows and nothing
/// else to pay over.
#[derive(Default)]
struct Looked<'a> {
    entry: Option<Entry<'a>>,
    counting: Causes,
    empty: bool,
}

impl<'a> Listing<'a> {
    fn one(&self, scope: &Scope<'_>, index: usize, row: &'a Row, trace: &mut Trace) -> Looked<'a> {
        let number = u16::try_from(index).unwrap_or(u16::MAX);
        let step = trace.open();
        let (fate, looked) = match ruled_out(scope, self, index, row) {
            Some(fate) => (fate, Looked::default()),
            None => self.counted(scope, number, row, step, trace),
        };
        trace.close(step, Finding::Row { row: number, fate });
        looked
    }

    fn counted(&self, scope: &Scope<'_>, number: u16, row: &'a Row, step: usize, trace: &mut Trace) -> (Fate, Looked<'a>) {
        let Self { total, list, date, .. } = *self;
        let at = Some(AtRow { list, row: Some(row) });
        let day = date.and_then(|column| row.date(column));
        let undated = if date.is_some() && day.is_none() { Causes::fact(list.fact) } else { Causes::default() };
        let dated = if undated != Causes::default() && scope.events.is_some() { Judged::unknown(undated) } else { Judged::settled(true) };
        let filter = total.filter.as_ref().map_or(Judged::settled(true), |filter| judged(scope, filter, at, trace));
        let counts = filter.and(dated);
        if counts.verdict == Verdict::No {
            return (Fate::NotKept, Looked::default());
        }
        let each = priced(scope, &total.each, at, trace);
        if matches!(each.rows, RowState::Empty | RowState::Denied) {
            return (Fate::Empty, Looked { empty: each.rows == RowState::Empty, ..Looked::default() });
        }
        let kept = counts.verdict == Verdict::Yes && each.rows != RowState::Open;
        let value = if kept { each.value.not_below_zero() } else { each.value.not_below_zero().from_zero() };
        let key = total.one_per.and_then(|column| row.get(column)).filter(|key| matches!(key, Answer::Text(_) | Answer::Choice(_)));
        let unkeyed = if total.one_per.is_some() && key.is_none() { Causes::fact(list.fact) } else { Causes::default() };
        let counting = if kept { Causes::default() } else { counts.causes.union(each.counting) };
        let unplaced = if total.yearly.is_some() { undated } else { unkeyed };
        let causes = counting.union(each.causes).union(unplaced);
        let entry = Entry { value, step, row: number, key, kept, causes, year: day.map(crate::Date::year) };
        (if kept { Fate::Kept } else { Fate::Open }, Looked { entry: Some(entry), counting, empty: false })
    }

    /// What a row that may still come can add.
    fn one_more(&self, scope: &Scope<'_>) -> Value {
        let at = Some(AtRow { list: self.list, row: None });
        priced(scope, &self.total.each, at, &mut Trace::aside()).value.not_below_zero().from_zero()
    }
}

fn ruled_out(scope: &Scope<'_>, rows: &Listing<'_>, index: usize, row: &Row) -> Option<Fate> {
    let used = |one: &Given<'_>| rows.total.list == Rows::Fact(one.list) && one.users.get(index).is_some_and(|user| *user != one.to);
    if scope.used_elsewhere.iter().any(used) {
        return Some(Fate::UsedElsewhere);
    }
    let (day, events) = (row.date(rows.date?)?, scope.events?);
    if day < events.from || day > events.until {
        Some(Fate::OutsideWindow)
    } else if day > scope.as_of {
        Some(Fate::AfterAsOf)
    } else {
        None
    }
}

fn state(rows: usize, more: bool, entries: &[Entry<'_>]) -> RowState {
    if entries.iter().any(|entry| entry.kept) {
        RowState::Kept
    } else if more || !entries.is_empty() {
        RowState::Open
    } else if rows == 0 {
        RowState::Empty
    } else {
        RowState::Denied
    }
}

/// Each calendar year is capped for itself. A row whose year is not known stands alone, from nothing up to the cap of a year; it
/// still belongs to one of the years in which a row can count, so that all rows together never exceed the cap times those years.
/// Without a window of events there is no bound on those years. Nothing need be learnt of the rows of a year that is known, or at its cap.
fn by_year(scope: &Scope<'_>, entries: &[Entry<'_>], cap: Value, extra: Option<Value>, trace: &mut Trace) -> (Value, Causes) {
    let possible = scope.events.map(|events| events.from.year()..=events.until.year().min(scope.as_of.year()));
    let further = possible.clone().into_iter().flatten().filter(|_| extra.is_some());
    let years = each_once(entries.iter().filter_map(|entry| entry.year).chain(further));
    let (mut whole, mut to_learn) = (Value::both(Interval::ZERO), Causes::default());
    for year in years {
        let of_year = entries.iter().filter(|entry| entry.year == Some(year));
        let known = of_year.clone().fold(Value::both(Interval::ZERO), |sum, entry| sum.with(entry.value, Interval::plus));
        let before = extra.map_or(known, |extra| known.with(extra, open_upwards));
        let after = before.with(cap, Interval::min);
        trace.leaf(Finding::Year { year, before: before.most, after: after.most });
        whole = whole.with(after, Interval::plus);
        to_learn = if after.is_settled() { to_learn } else { to_learn.union(causes(of_year)) };
    }
    let alone = entries.iter().filter(|entry| entry.year.is_none());
    to_learn = to_learn.union(causes(alone.clone()));
    let whole = alone.fold(whole, |sum, entry| sum.with(entry.value.with(cap, Interval::min).from_zero(), Interval::plus));
    let whole = match (possible, extra) {
        (Some(years), _) => whole.with(cap.with(Value::both(Interval::point(years.count().into())), Interval::times), Interval::min),
        (None, Some(extra)) => whole.with(extra.with(cap, Interval::min), open_upwards),
        (None, None) => whole,
    };
    (whole, to_learn)
}

impl crate::Library {
    /// The choice asked at a place, if a fact is a choice of one.
    pub(super) fn facts_choice(&self, place: crate::expression::Place) -> Option<&crate::fact::Choice> {
        let crate::expression::Place::Fact(fact) = place else { return None };
        match &self.fact(fact)?.kind {
            FactKind::Choice(choice) => Some(choice),
            _ => None,
        }
    }
}
