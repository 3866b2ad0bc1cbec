//! An amount added up over the rows of a list.

use super::{AtRow, Priced, ROWS_ALONE, Scope, amount, condition};
use crate::answers::Row;
use crate::expression::Total;
use crate::fact::{ColumnId, FactKind};
use crate::interval::Interval;
use crate::order::{each_once, ordered};
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
    /// Rows entered, none counts.
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

/// A row that is not ruled out: what it adds, and its calendar year if it is known.
struct Entry {
    value: Value,
    step: usize,
    row: u16,
    year: Option<u16>,
    kept: bool,
}

/// What the rows add up to, with a step for each row and each capped year.
pub(super) fn total(scope: Scope<'_>, total: &Total, trace: &mut Trace) -> Priced {
    let (rows, more) = scope.answers.rows(total.list);
    let date = scope.library.fact(total.list).and_then(|fact| fact.kind.list()).and_then(|list| list.date);
    let mut causes = if more { Causes::fact(total.list) } else { Causes::default() };
    let mut entries = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let (entry, unknown) = one_row(scope, total, date, index, row, trace);
        causes = causes.union(unknown);
        entries.extend(entry);
    }
    let state = state(rows.len(), more, &entries);
    let extra = more.then(|| one_more_row(scope, total));
    let value = match (&total.yearly, total.largest) {
        (Some(cap), _) => {
            let cap = amount(scope, cap, None, &mut Trace::default());
            causes = causes.union(cap.causes);
            by_year(scope, &entries, cap.value, extra, trace)
        }
        (None, Some(count)) => largest(&entries, usize::from(count), extra, trace),
        (None, None) => plain(&entries, extra),
    };
    Priced { value, causes, rows: state }
}

fn one_row(scope: Scope<'_>, total: &Total, date: Option<ColumnId>, index: usize, row: &Row, trace: &mut Trace) -> (Option<Entry>, Causes) {
    let number = u16::try_from(index).unwrap_or(u16::MAX);
    let step = trace.open();
    if let Some(fate) = ruled_out(scope, total, date, index, row) {
        trace.close(step, Finding::Row { row: number, fate });
        return (None, Causes::default());
    }
    let at = Some(AtRow { list: total.list, row: Some(row) });
    let day = date.and_then(|column| row.date(column));
    let undated = if date.is_some() && day.is_none() { Causes::fact(total.list) } else { Causes::default() };
    let dated = if undated != Causes::default() && scope.events.is_some() { Judged::unknown(undated) } else { Judged::settled(true) };
    let filter = total.filter.as_ref().map_or(Judged::settled(true), |filter| condition(scope, filter, at, trace));
    let counts = filter.and(dated);
    if counts.verdict == Verdict::No {
        trace.close(step, Finding::Row { row: number, fate: Fate::NotKept });
        return (None, Causes::default());
    }
    let each = amount(scope, &total.each, at, trace);
    let kept = counts.verdict == Verdict::Yes;
    let value = if kept { each.value } else { each.value.from_zero() };
    trace.close(step, Finding::Row { row: number, fate: if kept { Fate::Kept } else { Fate::Open } });
    let causes = counts.causes.union(each.causes).union(if total.yearly.is_some() { undated } else { Causes::default() });
    (Some(Entry { value, step, row: number, year: day.map(crate::Date::year), kept }), causes)
}

fn ruled_out(scope: Scope<'_>, total: &Total, date: Option<ColumnId>, index: usize, row: &Row) -> Option<Fate> {
    let used = scope.used_elsewhere.filter(|(list, _)| *list == total.list).map_or(0, |(_, bits)| bits);
    if used >> index.min(ROWS_ALONE) & 1 == 1 {
        return Some(Fate::UsedElsewhere);
    }
    let (day, events) = (row.date(date?)?, scope.events?);
    if day < events.from || day > events.until {
        Some(Fate::OutsideWindow)
    } else if day > scope.as_of {
        Some(Fate::AfterAsOf)
    } else {
        None
    }
}

fn state(rows: usize, more: bool, entries: &[Entry]) -> RowState {
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

/// What a row that may still come can add.
fn one_more_row(scope: Scope<'_>, total: &Total) -> Value {
    let at = Some(AtRow { list: total.list, row: None });
    amount(scope, &total.each, at, &mut Trace::default()).value.from_zero()
}

fn plain(entries: &[Entry], extra: Option<Value>) -> Value {
    let sum = entries.iter().fold(Value::both(Interval::ZERO), |sum, entry| sum.with(entry.value, Interval::plus));
    match extra {
        None => sum,
        Some(extra) => Value { firm: open_upwards(sum.firm, extra.firm), most: open_upwards(sum.most, extra.most) },
    }
}

/// Any number of further rows may come; they add nothing only if none can add anything.
fn open_upwards(sum: Interval, extra: Interval) -> Interval {
    if extra == Interval::ZERO { sum } else { Interval { low: sum.low, high: None } }
}

/// Each calendar year is capped for itself. A row whose year is not known stands alone, from nothing up to the cap of a year; it
/// still belongs to one of the years in which a row can count, so that all rows together never exceed the cap times those years.
/// Without a window of events there is no bound on those years.
fn by_year(scope: Scope<'_>, entries: &[Entry], cap: Value, extra: Option<Value>, trace: &mut Trace) -> Value {
    let possible = scope.events.map(|events| events.from.year()..=events.until.year().min(scope.as_of.year()));
    let further = possible.clone().into_iter().flatten().filter(|_| extra.is_some());
    let years = each_once(entries.iter().filter_map(|entry| entry.year).chain(further));
    let mut whole = Value::both(Interval::ZERO);
    for year in years {
        let of_year = entries.iter().filter(|entry| entry.year == Some(year));
        let known = of_year.fold(Value::both(Interval::ZERO), |sum, entry| sum.with(entry.value, Interval::plus));
        let before =
            extra.map_or(known, |extra| Value { firm: open_upwards(known.firm, extra.firm), most: open_upwards(known.most, extra.most) });
        let after = before.with(cap, Interval::min);
        trace.leaf(Finding::Year { year, before, after });
        whole = whole.with(after, Interval::plus);
    }
    let alone = entries.iter().filter(|entry| entry.year.is_none());
    let whole = alone.fold(whole, |sum, entry| sum.with(entry.value.with(cap, Interval::min).from_zero(), Interval::plus));
    match (possible, extra) {
        (Some(years), _) => whole.with(cap.with(Value::both(Interval::point(years.count().into())), Interval::times), Interval::min),
        (None, Some(extra)) => whole.with(extra.with(cap, Interval::min), open_upwards),
        (None, None) => whole,
    }
}

/// Of all ways to know the rows better, the sum of the largest lies between the largest low ends and the largest upper ends.
fn largest(entries: &[Entry], count: usize, extra: Option<Value>, trace: &mut Trace) -> Value {
    let mut values: Vec<Value> = entries.iter().map(|entry| entry.value).collect();
    if let Some(extra) = extra {
        values.extend(core::iter::repeat_n(extra, count));
    } else {
        mark_not_among_largest(entries, count, trace);
    }
    let firm: Vec<Interval> = values.iter().map(|value| value.firm).collect();
    let most: Vec<Interval> = values.iter().map(|value| value.most).collect();
    Value { firm: sum_of_largest(&firm, count), most: sum_of_largest(&most, count) }
}

fn sum_of_largest(intervals: &[Interval], count: usize) -> Interval {
    let lowest_last = ordered(intervals, |a, b| a.low > b.low);
    let low = lowest_last.iter().take(count).fold(Interval::ZERO, |sum, interval| sum.plus(Interval::point(interval.low)));
    let open_first = ordered(intervals, |a, b| match (a.high, b.high) {
        (Some(a), Some(b)) => a > b,
        (a, b) => a.is_none() && b.is_some(),
    });
    let high = open_first.iter().take(count).fold(Interval::ZERO, |sum, interval| sum.plus(**interval));
    Interval { low: low.low, high: high.high }
}

fn mark_not_among_largest(entries: &[Entry], count: usize, trace: &mut Trace) {
    if entries.iter().any(|entry| !entry.kept || !entry.value.is_settled()) {
        return;
    }
    let largest_first = ordered(entries, |a, b| a.value.most.low > b.value.most.low);
    for entry in largest_first.into_iter().skip(count) {
        trace.amend(entry.step, Finding::Row { row: entry.row, fate: Fate::NotAmongLargest });
    }
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
