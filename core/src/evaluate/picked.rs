//! The rows that are added up: the best of each key, and of these the largest.

use super::total::Entry;
use crate::expression::Total;
use crate::interval::Interval;
use crate::order::ordered;
use crate::trace::{Fate, Finding, Trace, Value};
use crate::verdict::Causes;

/// What the picked rows add up to, and what to learn to know it better; `extra` is what a row that may still come can add.
pub(super) fn picked(mut entries: Vec<Entry<'_>>, total: &Total, extra: Option<Value>, trace: &mut Trace) -> (Value, Causes) {
    let mut values = Vec::new();
    if total.one_per.is_some() {
        drop_worse(&mut entries, trace);
        best_of_keys(&entries, &mut values);
    }
    let Some(count) = total.largest.map(usize::from) else {
        let causes = causes(entries.iter());
        return if values.is_empty() {
            (plain(entries.iter().map(|entry| entry.value), extra), causes)
        } else {
            (plain(values.into_iter(), extra), causes)
        };
    };
    if total.one_per.is_none() {
        values.extend(entries.iter().map(|entry| entry.value));
    }
    match extra {
        Some(extra) => values.extend(core::iter::repeat_n(extra, count)),
        None if total.one_per.is_some() && entries.iter().any(|entry| entry.key.is_none()) => {}
        None => mark_not_among_largest(&entries, count, trace),
    }
    let causes = causes(entries.iter().filter(|entry| may_be_among_largest(&entries, entry, total)));
    (both(&values, |intervals| sum_of_largest(intervals, count)), causes)
}

/// What to learn to know the rows better.
pub(super) fn causes<'a>(entries: impl Iterator<Item = &'a Entry<'a>>) -> Causes {
    entries.fold(Causes::default(), |causes, entry| causes.union(entry.causes))
}

/// Whether the row may be one of the largest, of different keys if each key counts once.
fn may_be_among_largest(entries: &[Entry<'_>], entry: &Entry<'_>, total: &Total) -> bool {
    let keyed = total.one_per.is_some();
    let (mut before, mut keys) = (0_u16, Vec::new());
    for other in entries.iter().filter(|other| other.row != entry.row && other.value.is_never_below(entry.value)) {
        if !keyed || (other.key.is_some() && other.key != entry.key && !keys.contains(&other.key)) {
            keys.push(other.key);
            before = before.saturating_add(1);
        }
    }
    total.largest.is_none_or(|count| before < count)
}

/// Drops rows that another row of the same key is sure to match or beat.
fn drop_worse(entries: &mut Vec<Entry<'_>>, trace: &mut Trace) {
    let mut place = 0;
    while let Some(entry) = entries.get(place) {
        let better = |(other, one): (usize, &Entry<'_>)| {
            let all = one.value.is_never_below(entry.value);
            let first = other < place || !entry.value.is_never_below(one.value);
            other != place && one.kept && entry.key.is_some() && one.key == entry.key && all && (first || !entry.kept)
        };
        if entries.iter().enumerate().any(better) {
            trace.amend(entry.step, Finding::Row { row: entry.row, fate: Fate::NotBestOfKey });
            entries.remove(place);
        } else {
            place = place.saturating_add(1);
        }
    }
}

/// The best row of each key. A row without a known key may have a key of its own, so that it adds all it can at the upper end;
/// or the key of the best row, so that at the low end all such rows together add only what the best of them is above that row.
fn best_of_keys(entries: &[Entry<'_>], values: &mut Vec<Value>) {
    let mut keys = Vec::new();
    let mut loose = Value::both(Interval::ZERO);
    for entry in entries {
        if entry.key.is_none() {
            keys.push(None);
            values.push(entry.value.from_zero());
            loose = loose.with(entry.value, Interval::max);
        } else if let Some(value) = keys.iter().position(|key| *key == entry.key).and_then(|place| values.get_mut(place)) {
            *value = value.with(entry.value, Interval::max);
        } else {
            keys.push(entry.key);
            values.push(entry.value);
        }
    }
    lift(values, Value::firm_mut, loose.firm());
    lift(values, |value| &mut value.most, loose.most);
}

/// Lifts the highest low end to that of `least`.
fn lift(values: &mut [Value], side: fn(&mut Value) -> &mut Interval, least: Interval) {
    if let Some(best) = values.iter_mut().map(side).reduce(|best, one| if one.low > best.low { one } else { best }) {
        best.low = best.low.max(least.low);
    }
}

fn both(values: &[Value], sum: impl Fn(&[Interval]) -> Interval) -> Value {
    let side = |side: fn(&Value) -> Interval| sum(&values.iter().map(side).collect::<Vec<_>>());
    Value::apart(side(|value| value.firm()), side(|value| value.most))
}

fn plain(values: impl Iterator<Item = Value>, extra: Option<Value>) -> Value {
    let sum = values.fold(Value::both(Interval::ZERO), |sum, value| sum.with(value, Interval::plus));
    extra.map_or(sum, |extra| sum.with(extra, open_upwards))
}

/// Any number of further rows may come; they add nothing only if none can add anything.
pub(super) fn open_upwards(sum: Interval, extra: Interval) -> Interval {
    if extra == Interval::ZERO { sum } else { Interval { low: sum.low, high: None } }
}

/// Of all ways to know the rows better, the sum of the largest lies between the largest low ends and the largest upper ends.
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

fn mark_not_among_largest(entries: &[Entry<'_>], count: usize, trace: &mut Trace) {
    if entries.iter().any(|entry| !entry.kept || !entry.value.is_settled()) {
        return;
    }
    let largest_first = ordered(entries, |a, b| a.value.most.low > b.value.most.low);
    for entry in largest_first.into_iter().skip(count) {
        trace.amend(entry.step, Finding::Row { row: entry.row, fate: Fate::NotAmongLargest });
    }
}
