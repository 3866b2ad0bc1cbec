//! Rows of which something is not known yet, against every way in which it may turn out, each worked out by plain arithmetic.

use super::language::{DAY, FEE, NAME, PILOT, added, one, show, shows, total};
use super::{day, range};
use crate::answers::{Answer, Recognition, Row};
use crate::expression::{Amount, Condition, Place, Total};
use crate::trace::Fate;
use crate::verdict::Causes;

/// What is known of a row: its name, the least and the most of its fee, whether it counts.
#[derive(Clone, Copy, Debug)]
struct Known {
    name: Option<&'static str>,
    fee: (i64, i64),
    counts: Option<bool>,
}

/// A way for a row to turn out that counts: its name and its fee.
type Turned = (&'static str, i64);

/// Whether each name counts once, and how many of the largest count.
const RULES: [(bool, Option<u16>); 6] = [(false, None), (false, Some(1)), (false, Some(2)), (true, None), (true, Some(1)), (true, Some(2))];

const NAMES: [Option<&str>; 3] = [Some("x"), Some("y"), None];
const FEES: [(i64, i64); 4] = [(2, 2), (3, 3), (1, 4), (0, 3)];
const COUNTS: [Option<bool>; 3] = [Some(true), None, Some(false)];

/// The rows a list may have, from all that can be known of one.
fn lists(length: usize) -> Vec<Vec<Known>> {
    let mut all = Vec::new();
    for name in NAMES {
        for fee in FEES {
            all.extend(COUNTS.map(|counts| Known { name, fee, counts }));
        }
    }
    let mut lists = vec![Vec::new()];
    for _ in 0..length {
        lists = lists.iter().flat_map(|list| all.iter().map(move |one| [list.as_slice(), &[*one]].concat())).collect();
    }
    lists
}

/// Every way for the rows to turn out, as far as the ends of their fees go; a row without a name may have one of its own.
fn turned(list: &[Known]) -> Vec<Vec<Option<Turned>>> {
    let mut ways = vec![Vec::new()];
    for (row, own) in list.iter().zip(["p", "q", "r"]) {
        let mut of_row = Vec::new();
        for counts in [true, false].into_iter().filter(|counts| row.counts.is_none_or(|known| known == *counts)) {
            for name in row.name.map_or(vec!["x", "y", own], |name| vec![name]) {
                of_row.extend([row.fee.0, row.fee.1].map(|fee| counts.then_some((name, fee))));
            }
        }
        ways = ways.iter().flat_map(|way| of_row.iter().map(move |one| [way.as_slice(), &[*one]].concat())).collect();
    }
    ways
}

/// The best row of each name if each counts once, and of these the largest.
fn paid(rows: &[Option<Turned>], once: bool, largest: Option<u16>) -> i64 {
    let mut fees: Vec<Turned> = Vec::new();
    for (name, fee) in rows.iter().flatten().copied() {
        match fees.iter_mut().find(|(other, _)| once && *other == name) {
            Some((_, best)) => *best = fee.max(*best),
            None => fees.push((name, fee)),
        }
    }
    let mut fees: Vec<i64> = fees.into_iter().map(|(_, fee)| fee).collect();
    fees.sort_unstable_by(|a, b| b.cmp(a));
    fees.into_iter().take(largest.map_or(usize::MAX, usize::from)).sum()
}

fn entered(list: &[Known]) -> Vec<Row> {
    let row = |known: &Known| {
        let (low, high) = known.fee;
        let mut row = show(&[(DAY, Answer::Date(day("2026-01-01"))), (FEE, Answer::Quantity(range(low, Some(high))))]);
        row.set(NAME, known.name.map(|name| Answer::Text(name.to_owned())));
        let pilot = |counts| if counts { Recognition::Granted } else { Recognition::Refused };
        row.set(PILOT, known.counts.map(|counts| Answer::Recognition(pilot(counts))));
        row
    };
    list.iter().map(row).collect()
}

fn rule(once: bool, largest: Option<u16>) -> Total {
    let counts = Some(Condition::Recognised(Place::Column(PILOT)));
    Total { one_per: once.then_some(NAME), largest, ..total(Amount::Place(Place::Column(FEE)), counts) }
}

/// The ends are those of the ways in which it may turn out; where all of them come to the same, nothing is left to learn. A row
/// without a name makes the low end too low at times, never too high.
#[test]
fn what_rows_add_up_to_is_what_they_may_turn_out_to() {
    for list in (1..=2).flat_map(lists).chain(lists(3).into_iter().step_by(7)) {
        let ways = turned(&list);
        for (once, largest) in RULES {
            let sums = ways.iter().map(|way| paid(way, once, largest));
            let (low, high) = sums.fold((i64::MAX, 0), |(low, high), one| (low.min(one), high.max(one)));
            let (found, fates) = added(rule(once, largest), &shows(entered(&list), false));
            let named = list.iter().all(|row| row.name.is_some());
            let told = format!("{list:?}, once {once}, largest {largest:?}: {:?}", found.value);
            assert!(found.value.most.contains(range(low, Some(high))), "{told} is not {low} to {high}");
            if named || !once {
                assert_eq!(found.value.most, range(low, Some(high)), "{told}");
            }
            assert_eq!(found.causes == Causes::default(), found.value.most.value().is_some(), "{told}: {:?}", found.causes);
            for (place, fate) in fates.iter().enumerate() {
                let without = |way: &[Option<Turned>]| [&way[..place], &[None], &way[place + 1..]].concat();
                let nothing = |way: &Vec<Option<Turned>>| paid(way, once, largest) == paid(&without(way), once, largest);
                match fate {
                    Fate::NotKept => assert_eq!(list[place].counts, Some(false), "{told}"),
                    Fate::NotBestOfKey | Fate::NotAmongLargest => assert!(ways.iter().all(nothing), "{told}: row {place} adds something"),
                    _ => assert_ne!(list[place].counts, Some(false), "{told}"),
                }
            }
        }
    }
}

/// Where all is known, the rows that are said to count are those that are added up.
#[test]
fn the_rows_that_are_told_to_count_come_to_the_amount() {
    for list in
        (1..=3).flat_map(lists).filter(|list| list.iter().all(|row| row.name.is_some() && row.fee.0 == row.fee.1 && row.counts.is_some()))
    {
        for (once, largest) in RULES {
            let (found, fates) = added(rule(once, largest), &shows(entered(&list), false));
            let kept = list.iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Kept).map(|(row, _)| row.fee.0).sum();
            assert_eq!(found.value.most, one(kept), "{list:?}, once {once}, largest {largest:?}: {fates:?}");
        }
    }
}
