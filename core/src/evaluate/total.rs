//! An amount added up over the rows of a list.

use super::amount::{Missing, Worth, priced};
use super::condition::judged;
use super::picked::{causes, open_upwards, picked};
use super::{AtRow, Given, Scope};
use crate::answers::{Answer, Row};
use crate::date::Date;
use crate::expression::{Rows, Total};
use crate::fact::{ColumnId, FactKind, ListId};
use crate::interval::Interval;
use crate::order::each_once;
use crate::trace::{Fate, Finding, Trace, Value};
use crate::verdict::{Causes, Verdict};

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
pub(super) fn total(scope: &Scope<'_>, total: &Total, outer: Option<AtRow<'_>>, missing: &mut Missing, trace: &mut Trace) -> Worth {
    let Some(list) = total.list.list(outer.map(|at| at.list)) else {
        return Worth { value: Value::both(Interval::ZERO), rows: RowState::Empty };
    };
    let (rows, more) = scope.rows(total.list, outer);
    let listing = Listing { total, list, date: scope.library.list(list).and_then(|list| list.date) };
    if more {
        *missing = Missing { causes: Causes::fact(list.fact), counting: Causes::fact(list.fact) };
    }
    let mut entries = Vec::new();
    let mut empty = 0_usize;
    for (number, row) in (0_u16..).zip(rows) {
        let step = trace.open();
        let fate = listing.fate(scope, (number, row, step), &mut entries, &mut missing.counting, trace);
        empty = empty.saturating_add(usize::from(fate.is_none()));
        trace.close(step, Finding::Row { row: number, fate: fate.unwrap_or(Fate::Empty) });
    }
    let state = state(rows.len().saturating_sub(empty), more, &entries);
    let extra = more.then(|| listing.one_more(scope));
    let (value, causes) = if let Some(cap) = &total.yearly {
        let mut of_cap = Missing::default();
        let cap = priced(scope, cap, None, &mut of_cap, &mut Trace::aside());
        missing.causes.add(&of_cap.causes);
        by_year(scope, &entries, cap.value.not_below_zero(), extra, trace)
    } else {
        picked(entries, total, extra, trace)
    };
    missing.causes.add(&causes);
    Worth { value, rows: state }
}

/// The rows of a list that an amount is added up over.
struct Listing<'a> {
    total: &'a Total,
    list: ListId,
    date: Option<ColumnId>,
}

impl Listing<'_> {
    /// What becomes of a row, which is put to the entries unless it is ruled out; absent where it holds a list without rows and nothing
    /// else to pay over. Why it is open whether it counts is added to `counting`.
    fn fate<'a>(
        &self,
        scope: &Scope<'_>,
        (number, row, step): (u16, &'a Row, usize),
        entries: &mut Vec<Entry<'a>>,
        counting: &mut Causes,
        trace: &mut Trace,
    ) -> Option<Fate> {
        let Self { total, list, date } = *self;
        let day = date.and_then(|column| row.date(column));
        if let Some(fate) = self.ruled_out(scope, number, day) {
            return Some(fate);
        }
        let at = Some(AtRow { list, row: Some(row) });
        let undated = if date.is_some() && day.is_none() { Causes::fact(list.fact) } else { Causes::default() };
        let mut of_row = Missing { counting: if scope.events.is_some() { undated } else { Causes::default() }, ..Missing::default() };
        let is_dated = of_row.counting == Causes::default();
        let filter = total.filter.as_ref().map_or(Verdict::Yes, |filter| judged(scope, filter, at, &mut of_row.counting, trace));
        if filter == Verdict::No {
            return Some(Fate::NotKept);
        }
        let each = priced(scope, &total.each, at, &mut of_row, trace);
        match each.rows {
            RowState::Empty => return None,
            RowState::Denied => return Some(Fate::Empty),
            RowState::Free | RowState::Kept | RowState::Open => {}
        }
        let kept = is_dated && filter == Verdict::Yes && each.rows != RowState::Open;
        let value = if kept { each.value.not_below_zero() } else { each.value.not_below_zero().from_zero() };
        let key = total.one_per.and_then(|column| row.get(column)).filter(|key| matches!(key, Answer::Text(_) | Answer::Choice(_)));
        let mut causes = of_row.causes;
        if !kept {
            causes.add(&of_row.counting);
            counting.add(&of_row.counting);
        }
        if total.yearly.is_some() {
            causes.add(&undated);
        } else if total.one_per.is_some() && key.is_none() {
            causes.add(&Causes::fact(list.fact));
        }
        entries.push(Entry { value, step, row: number, key, kept, causes, year: day.map(Date::year) });
        Some(if kept { Fate::Kept } else { Fate::Open })
    }

    fn ruled_out(&self, scope: &Scope<'_>, number: u16, day: Option<Date>) -> Option<Fate> {
        let index = usize::from(number);
        let used = |one: &Given<'_>| self.total.list == Rows::Fact(one.list) && one.users.get(index).is_some_and(|user| *user != one.to);
        if scope.used_elsewhere.iter().any(used) {
            return Some(Fate::UsedElsewhere);
        }
        let (day, events) = (day?, scope.events?);
        if day < events.from || day > events.until {
            Some(Fate::OutsideWindow)
        } else if day > scope.as_of {
            Some(Fate::AfterAsOf)
        } else {
            None
        }
    }

    /// What a row that may still come can add.
    fn one_more(&self, scope: &Scope<'_>) -> Value {
        let at = Some(AtRow { list: self.list, row: None });
        priced(scope, &self.total.each, at, &mut Missing::default(), &mut Trace::aside()).value.not_below_zero().from_zero()
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
