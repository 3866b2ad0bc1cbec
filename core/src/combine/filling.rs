//! Which of some amounts come closest to a limit together, without going above it.

use rust_decimal::Decimal;

use crate::order::ordered;

/// What comes closest to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filling {
    /// The amounts taken, as bits.
    pub(super) taken: u128,
    /// Whether nothing comes closer; else not every way was tried.
    pub(super) sure: bool,
}

/// A sum, and the amounts it is made of as bits.
type Sum = (i128, u128);

/// So many sums are kept of each half of the amounts.
const HALF: usize = 4_096;
/// So many sums are kept of the amounts in neither half.
const REST: usize = 256;

/// The amounts, none below zero, that come closest to the limit. All sums of one half are paired with all of the other, for each sum of
/// what is in neither half; equal sums count once. That is every way for 32 amounts, and for many more if their sums often agree.
/// With more amounts, most limits are reached exactly.
pub(super) fn fill(amounts: &[Decimal], limit: Decimal) -> Filling {
    let scale = amounts.iter().chain([&limit]).map(Decimal::scale).max().unwrap_or(0);
    let whole = |amount: &Decimal| {
        let mut scaled = *amount;
        scaled.rescale(scale);
        (scaled == *amount && scaled.scale() == scale).then(|| scaled.mantissa())
    };
    let numbers: Option<Vec<i128>> = amounts.iter().map(whole).collect();
    match numbers.zip(whole(&limit)) {
        Some((numbers, limit)) if numbers.len() <= 128 => fill_whole(&numbers, limit),
        _ => Filling { taken: 0, sure: false },
    }
}

fn fill_whole(amounts: &[i128], limit: i128) -> Filling {
    // No sum lies between two multiples of what divides them all.
    let step = amounts.iter().copied().fold(0, common).max(1);
    let limit = limit.saturating_sub(limit.rem_euclid(step));
    let (mut left, mut right, mut rest) = (vec![(0, 0)], vec![(0, 0)], vec![(0, 0)]);
    let (mut others, mut open) = (Vec::new(), 0_i128);
    for (place, amount) in ordered((0_u32..).zip(amounts), |one, other| one.1 < other.1) {
        let half = if left.len() <= right.len() { &mut left } else { &mut right };
        let grown = with_one_more(half, (*amount, 1 << place), limit);
        if grown.len() <= HALF {
            *half = grown;
        } else {
            others.push((*amount, 1 << place));
        }
        open = open.saturating_add(*amount);
    }
    let mut sure = true;
    for other in others {
        rest = with_one_more(&rest, other, limit);
        open = open.saturating_sub(other.0);
        if rest.len() > REST {
            // Most sums of what is open lie about its half.
            let middle = rest.partition_point(|one| one.0.saturating_add(open / 2) < limit);
            let from = middle.saturating_sub(REST / 2).min(rest.len().saturating_sub(REST));
            rest = rest.into_iter().skip(from).take(REST).collect();
            sure = false;
        }
    }
    let mut best: Sum = (0, 0);
    for (before, others) in rest {
        best = closest(&left, &right, (before, others), limit, best);
        if best.0 == limit {
            sure = true;
            break;
        }
    }
    Filling { taken: best.1, sure }
}

/// All sums with and without one more amount, in ascending order, each once and none above the limit.
fn with_one_more(sums: &[Sum], (amount, bit): Sum, limit: i128) -> Vec<Sum> {
    let mut all = Vec::with_capacity(sums.len().saturating_mul(2));
    let mut without = sums.iter().copied().peekable();
    for (sum, bits) in sums {
        let with = sum.saturating_add(amount);
        while let Some(one) = without.next_if(|one| one.0 <= with) {
            all.push(one);
        }
        if with <= limit && all.last().is_none_or(|last| last.0 != with) {
            all.push((with, bits | bit));
        }
    }
    all.extend(without);
    all
}

/// The sum closest to the limit that one of each list makes with what is before.
fn closest(left: &[Sum], right: &[Sum], before: Sum, limit: i128, mut best: Sum) -> Sum {
    let mut from_above = right.iter().rev().peekable();
    for (sum, bits) in left {
        let start = before.0.saturating_add(*sum);
        while from_above.next_if(|one| start.saturating_add(one.0) > limit).is_some() {}
        let Some((more, others)) = from_above.peek() else { break };
        let found = start.saturating_add(*more);
        if found > best.0 {
            best = (found, before.1 | bits | others);
        }
    }
    best
}

/// The greatest number that divides both.
fn common(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one.rem_euclid(other));
    }
    one
}

#[cfg(test)]
#[path = "filling/tests.rs"]
mod tests;
