//! Which alternative is best, which may still turn out best, and what is the same in all of these.

use rust_decimal::Decimal;

use super::alternatives::Alternative;
use super::caps::apply;
use super::giving::Others;
use super::groups::Cluster;
use super::{Cap, Combined, Contribution, Sums};
use crate::interval::Interval;
use crate::library::{Combine, CombineRule, Document, Kind};
use crate::measure::Estimate;
use crate::order::insert_by;
use crate::verdict::{Causes, Judged};

/// Best is what gives most: exact and ceiling together, then exact, then what the authority weighs; else what comes first.
///
/// The low end of the whole is the highest low end, its upper end the highest upper end.
pub(super) fn settle(document: &Document, cluster: &Cluster, mut alternatives: Vec<Alternative>) -> (Vec<Combined>, Sums) {
    bound_others(&mut alternatives);
    let lawful = alternatives.iter().filter(|one| one.others.is_none());
    let Some(best) = lawful.reduce(|best, one| if one.rank() > best.rank() { one } else { best }) else {
        return Default::default();
    };
    let lowest = alternatives.iter().map(|one| lows(one.counted())).max().unwrap_or_default();
    let possible: Vec<&Alternative> = alternatives.iter().filter(|one| !one.open.is_empty() || highs(one.counted()) >= lowest).collect();
    let others = || possible.iter().filter(|one| one.twin || !core::ptr::eq(**one, best));
    let decided = best.open.is_empty() && others().all(|one| one.open.is_empty() && lows(best.offered()) >= highs(one.offered()));
    let tied = decided && others().any(|one| one.gives_the_same(best) && one.differs(best));
    let together = together(&possible, |one| one.whole.total);
    let causes =
        possible.iter().filter(|_| together.most.value().is_none()).fold(Causes::default(), |causes, one| causes.union(one.causes));
    let combined = cluster.combines.iter().filter_map(|(place, _)| {
        let combine = document.combines.get(usize::from(*place))?;
        let whole = cluster.measures.iter().all(|one| combine.among.contains(one));
        let of_them = |one: &Alternative| one.together(*place, combine);
        let told: &[&Alternative] = if decided { &[best] } else { &possible };
        let each = told.iter().map(|one| one.shares_of(combine));
        Some(Combined {
            combine: *place,
            applies: Judged::settled(true),
            together: if whole { self::together(&possible, of_them) } else { hull(&possible, of_them) },
            cap: best.cap(*place, combine),
            shares: each.reduce(|shares, others| hull_of_shares(&shares, &others)).unwrap_or_default(),
            rows: best.rows(*place).to_vec(),
            decided: decided || matches!(combine.rule, CombineRule::AtMost(_)),
            tied,
            dropped: Vec::new(),
            causes,
        })
    });
    let mut sums = joint_sums(&possible, together);
    sums.wide = !decided && possible.iter().any(|one| one.others == Some(Others::Untried));
    (combined.collect(), sums)
}

/// What was left out because it is no better is worth no more than the best there is.
fn bound_others(alternatives: &mut [Alternative]) {
    let lawful = alternatives.iter().filter(|one| one.others.is_none());
    let best = lawful.reduce(|best, one| if one.rank() > best.rank() { one } else { best });
    let mut shares: Vec<(u16, Contribution)> = best.map_or(Vec::new(), |best| best.shares.clone());
    for (_, share) in &mut shares {
        *share = share.or_nothing();
    }
    for one in alternatives.iter_mut().filter(|one| one.others == Some(Others::NoBetter)) {
        one.whole = apply(&[], &mut shares).0;
    }
}

/// Of two ways in which what is unknown may turn out, what is known all the same.
pub(super) fn join((mut combined, sums): (Vec<Combined>, Sums), (others, other_sums): (Vec<Combined>, Sums)) -> (Vec<Combined>, Sums) {
    for (one, that) in combined.iter_mut().zip(others) {
        one.together = one.together.hull(that.together);
        let places = |one: &Combined| one.shares.iter().map(|(place, _)| *place).collect::<Vec<_>>();
        let same =
            one.rows == that.rows && (one.cap.is_some() || one.shares.is_empty() || that.shares.is_empty() || places(one) == places(&that));
        one.decided = one.decided && that.decided && same;
        one.tied = one.tied && that.tied;
        one.shares = hull_of_shares(&one.shares, &that.shares);
        one.cap = match (one.cap.take(), that.cap) {
            (Some(cap), Some(other)) => Some(Cap { before: cap.before.hull(other.before), taken: cap.taken.hull(other.taken), ..cap }),
            (cap, other) => cap.or(other).map(|cap| Cap { taken: cap.taken.from_zero(), ..cap }),
        };
        one.causes = one.causes.union(that.causes);
    }
    (combined, sums.hull(&other_sums))
}

/// What each measure adds in one or the other; nothing where it is left out.
fn hull_of_shares(shares: &[(u16, Estimate)], others: &[(u16, Estimate)]) -> Vec<(u16, Estimate)> {
    let found = |list: &[(u16, Estimate)], place| list.iter().find(|(one, _)| *one == place).map_or(Estimate::ZERO, |(_, share)| *share);
    let mut joined: Vec<(u16, Estimate)> = shares.iter().map(|(place, share)| (*place, share.hull(found(others, *place)))).collect();
    for (place, share) in others.iter().filter(|(place, _)| shares.iter().all(|(one, _)| one != place)) {
        insert_by(&mut joined, (*place, share.hull(Estimate::ZERO)), |(one, _), (other, _)| one < other);
    }
    joined
}

fn uses_kinds(alternatives: &[&Alternative]) -> [bool; 3] {
    Sums::KINDS.map(|kind| alternatives.iter().any(|one| one.whole.sums.of(kind).is_some()))
}

/// What the alternatives come to, of which the best is paid. Where some of it is assessed and some not, the best need not be the
/// largest, and it is any of them.
fn together(possible: &[&Alternative], of: impl Fn(&Alternative) -> Estimate) -> Estimate {
    if let [true, _, true] | [_, true, true] = uses_kinds(possible) {
        return hull(possible, of);
    }
    possible.iter().map(|one| of(one)).fold(Estimate::ZERO, Estimate::better)
}

fn hull(possible: &[&Alternative], of: impl Fn(&Alternative) -> Estimate) -> Estimate {
    possible.iter().map(|one| of(one)).reduce(Estimate::hull).unwrap_or(Estimate::ZERO)
}

/// Where the alternatives differ in one kind only, that kind is bounded as tightly as the whole; else each kind by its hull. What is
/// assessed may be nothing in every alternative: there the hull is no wider.
fn joint_sums(possible: &[&Alternative], together: Estimate) -> Sums {
    let mut sums = Sums::default();
    let only = match uses_kinds(possible) {
        [true, false, false] => Kind::Exact,
        [false, true, false] => Kind::Ceiling,
        _ => Kind::None,
    };
    if only != Kind::None && possible.iter().all(|one| one.open.is_empty()) {
        sums.add_estimate(only, together);
        return sums;
    }
    possible.iter().map(|one| one.whole.sums.clone()).reduce(|a, b| a.hull(&b)).unwrap_or_default()
}

fn lows(keys: [Interval; 3]) -> [Decimal; 3] {
    keys.map(|key| key.low)
}

fn highs(keys: [Interval; 3]) -> [Decimal; 3] {
    keys.map(|key| key.high.unwrap_or(Decimal::MAX))
}

impl Alternative {
    /// What decides between alternatives, the first difference counting.
    fn counted(&self) -> [Interval; 3] {
        let sum = |kind| self.whole.sums.of(kind).map_or(Interval::ZERO, |sum| sum.most);
        [self.whole.sure.most, sum(Kind::Exact), sum(Kind::Assessed)]
    }

    /// The same, where what the authority only weighs counts in full.
    fn offered(&self) -> [Interval; 3] {
        let [sure, exact, _] = self.counted();
        let weighed = self.shares.iter().filter(|(_, share)| share.kind == Kind::Assessed);
        [sure, exact, weighed.fold(Interval::ZERO, |sum, (_, share)| sum.plus(share.offered))]
    }

    fn rank(&self) -> ([Decimal; 3], Decimal) {
        (highs(self.offered()), self.whole.total.most.low)
    }

    /// Whether it is settled that both come to the same money, more than none.
    fn gives_the_same(&self, other: &Self) -> bool {
        let (one, other) = (self.offered(), other.offered());
        one == other && lows(one) == highs(one) && lows(one) != [Decimal::ZERO; 3]
    }

    /// Whether rows are used by others, or other measures are paid.
    fn differs(&self, other: &Self) -> bool {
        let moved = self.uses.iter().zip(&other.uses).any(|(one, other)| one.rows != other.rows);
        self.others.is_none() && (self.twin || moved || self.paid() != other.paid())
    }

    fn paid(&self) -> Vec<u16> {
        let paid = self.shares.iter().filter(|(_, share)| share.offered != Interval::ZERO);
        paid.map(|(place, _)| *place).collect()
    }

    /// What the measures of a combine give together.
    fn together(&self, place: u16, combine: &Combine) -> Estimate {
        let bounded = self.bounded(place, combine);
        if !self.open.iter().any(|one| combine.among.contains(one)) {
            return bounded;
        }
        let high = self.capped(place).and_then(|capped| capped.limit);
        Estimate { most: Interval { high, ..bounded.most }, ..bounded }
    }

    fn bounded(&self, place: u16, combine: &Combine) -> Estimate {
        if let Some(capped) = self.capped(place) {
            return capped.after;
        }
        let among = |(place, _): &&(u16, Contribution)| combine.among.contains(place);
        if self.shares.iter().all(|share| among(&share)) {
            return self.whole.total;
        }
        self.shares.iter().filter(among).map(|(_, share)| share.estimate).fold(Estimate::ZERO, Estimate::plus)
    }

    fn shares_of(&self, combine: &Combine) -> Vec<(u16, Estimate)> {
        let among = self.shares.iter().filter(|(place, _)| combine.among.contains(place));
        among.map(|(place, share)| (*place, share.estimate)).collect()
    }

    fn rows(&self, place: u16) -> &[u16] {
        self.uses.iter().find(|one| one.combine == place).map_or(&[], |one| &one.rows)
    }

    fn cap(&self, place: u16, combine: &Combine) -> Option<Cap> {
        let capped = self.capped(place)?;
        let mut cap = Cap { before: capped.before, taken: capped.taken, steps: 0..0 };
        if self.open.iter().any(|one| combine.among.contains(one)) {
            (cap.before.most.high, cap.taken.high) = (None, None);
        }
        Some(cap)
    }

    fn capped(&self, place: u16) -> Option<&super::caps::Capped> {
        self.capped.iter().find(|one| one.combine == place)
    }
}
