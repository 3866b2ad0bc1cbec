//! The ways to give the rows of a list away where each may be used by one measure only.

use rust_decimal::Decimal;

use super::Contribution;
use super::adding::{Adding, NOBODY};
use super::filling::fill;
use crate::interval::sum;

/// How rows may be given away.
pub(super) struct Giving {
    /// The ways that may be best: the measure each row goes to.
    pub(super) ways: Vec<Way>,
    /// What else may be: every row goes to all measures, so that no way gives more.
    pub(super) others: Option<Others>,
}

/// A way to give rows away.
#[derive(Clone)]
pub(super) struct Way {
    /// The measure each row goes to.
    pub(super) users: Vec<u16>,
    /// Whether another way, left out here, gives each measure the same.
    pub(super) twin: bool,
}

/// What is known of ways that were left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Others {
    /// None gives more than one of the ways kept, neither at the low nor at the upper end.
    NoBetter,
    /// They may give more.
    Untried,
}

/// So many ways are tried one by one; of more only the best are looked for.
const WAYS: usize = 256;

/// The ways to give so many rows to the measures; where nothing else bears on these, those that are sure to be worse are left out.
pub(super) fn give(adding: &[Adding], rows: usize, nothing_else: bool) -> Giving {
    let counting = |row: usize| adding.iter().filter(move |one| one.counts(row));
    let first = |row: usize| counting(row).next().or(adding.first()).map_or(NOBODY, |one| one.measure);
    let rows = if adding.is_empty() { 0 } else { rows };
    let mut users: Vec<u16> = (0..rows).map(first).collect();
    let mut open = Vec::new();
    for (row, user) in users.iter_mut().enumerate().filter(|(row, _)| counting(*row).count() > 1) {
        let only = adding.iter().find(|one| nothing_else && one.outbids(adding, row));
        *user = only.map_or(NOBODY, |one| one.measure);
        if only.is_none() {
            open.push(row);
        }
    }
    if let Some(ways) = every_way(adding, &users, &open) {
        return Giving { ways, others: None };
    }
    let [one, other] = adding else { return Giving { ways: vec![Way { users, twin: false }], others: Some(Others::Untried) } };
    let mut settled = true;
    for one in adding {
        settled &= one.all().is_settled() && one.share(&users).is_none_or(|share| share.is_settled());
        settled &= open.iter().all(|row| one.adds(*row).is_settled());
    }
    let ends: &[fn(&Contribution) -> Decimal] = if settled { &[high] } else { &[high, low] };
    let (mut ways, mut sure) = (Vec::new(), nothing_else && one.all().kind == other.all().kind);
    for end in ends {
        let (found, best) = Pair { adding: [one, other], open: &open, users: &users, end: *end }.best();
        ways.extend(found);
        sure &= best;
    }
    let others = if sure { (!settled).then_some(Others::NoBetter) } else { Some(Others::Untried) };
    Giving { ways, others }
}

/// Every way to give the open rows away; of those that give each measure the same the first. None where there are too many.
fn every_way(adding: &[Adding], users: &[u16], open: &[usize]) -> Option<Vec<Way>> {
    let shares: Vec<Option<Contribution>> = adding.iter().map(|one| one.share(users)).collect();
    let mut ways = vec![(Way { users: users.to_vec(), twin: false }, shares)];
    for row in open {
        let mut next: Vec<(Way, Vec<Option<Contribution>>)> = Vec::new();
        for (way, shares) in &ways {
            for (place, one) in adding.iter().enumerate().filter(|(_, one)| one.counts(*row)) {
                let mut shares = shares.clone();
                if let Some(share) = shares.get_mut(place) {
                    *share = one.and(*share, *row);
                }
                if let Some((same, _)) = next.iter_mut().find(|(_, others)| *others == shares) {
                    same.twin = true;
                } else {
                    let mut way = way.clone();
                    put(&mut way.users, *row, one.measure);
                    next.push((way, shares));
                }
            }
        }
        if next.len() > WAYS {
            return None;
        }
        ways = next;
    }
    Some(ways.into_iter().map(|(way, _)| way).collect())
}

fn put(users: &mut [u16], row: usize, measure: u16) {
    if let Some(user) = users.get_mut(row) {
        *user = measure;
    }
}

impl Adding {
    /// Whether the row is sure to give more here than elsewhere, whoever has the other rows.
    fn outbids(&self, others: &[Self], row: usize) -> bool {
        let adds = self.adds(row);
        let less = |other: &Self| other.measure == self.measure || (other.all().kind == adds.kind && high(&other.adds(row)) < low(&adds));
        let known = !others.iter().any(|one| one.in_doubt(row));
        known && adds.is_settled() && self.is_never_full() && others.iter().all(less)
    }
}

fn high(one: &Contribution) -> Decimal {
    one.estimate.most.high.unwrap_or(Decimal::MAX)
}

fn low(one: &Contribution) -> Decimal {
    one.estimate.most.low
}

/// Rows to be given to one of two measures each, with an eye on one end of what they come to. The rows that nobody has are open.
struct Pair<'a> {
    adding: [&'a Adding; 2],
    open: &'a [usize],
    users: &'a [u16],
    end: fn(&Contribution) -> Decimal,
}

impl Pair<'_> {
    /// A best way, with another that gives the same if one is near; and whether no way is sure to be better.
    fn best(&self) -> (Vec<Way>, bool) {
        let (ways, sure) = self.candidates();
        let Some(most) = ways.iter().map(|way| self.worth(way)).max() else { return (Vec::new(), false) };
        let best = ways.into_iter().find(|way| self.worth(way) == most).unwrap_or_default();
        let another = self.neighbours(&best).into_iter().find(|way| self.worth(way) == most);
        let kept = [best].into_iter().chain(another);
        (kept.map(|users| Way { users, twin: false }).collect(), sure)
    }

    /// Ways of which one is best, and whether that is sure. A measure to which one row gives all it can still give needs no other open
    /// row; so one such row here and all others there is the best with such a row here. Without any, each of these rows goes there.
    /// Of the rows left, each gives both measures amounts in the same proportion. The more of them the measure has to which they give
    /// more, the better, until it is full; from there on the worse. So best is what is closest to that, on either side.
    fn candidates(&self) -> (Vec<Vec<u16>>, bool) {
        let now = |one: &Adding| one.share(self.users).map_or(Decimal::ZERO, |share| (self.end)(&share));
        let [room, others_room] = self.adding.map(|one| less((self.end)(&one.all()), now(one)));
        let fills = |row: usize| (self.adds(0, row) >= room, self.adds(1, row) >= others_room);
        let mut ways: Vec<Vec<u16>> = Vec::new();
        for to in [0, 1] {
            ways.push(self.given(|_| to));
            ways.extend(self.open.iter().map(|one| self.given(|row| if row == *one { to } else { 1 - to })));
        }
        let fills_both = self.open.iter().any(|row| fills(*row) == (true, true));
        let rows: Vec<usize> = self.open.iter().copied().filter(|row| fills(*row) == (false, false)).collect();
        let Some(first) = rows.first().filter(|_| !fills_both) else { return (ways, true) };
        let to = usize::from(self.adds(1, *first) > self.adds(0, *first));
        let product = |one: usize, other: usize| self.adds(to, one).checked_mul(self.adds(1 - to, other));
        let in_proportion = rows.iter().all(|row| product(*row, *first) == product(*first, *row));
        let large = self.open.iter().filter(|row| fills(**row) == if to == 0 { (false, true) } else { (true, false) });
        let room = large.fold(if to == 0 { room } else { others_room }, |room, row| less(room, self.adds(to, *row)));
        let amounts: Vec<Decimal> = rows.iter().map(|row| self.adds(to, *row)).collect();
        let beyond = less(amounts.iter().fold(Decimal::ZERO, |sum, one| sum_of(sum, *one)), room);
        let mut sure = true;
        for (limit, here) in [(room, to), (beyond, 1 - to)] {
            let filling = fill(&amounts, limit);
            let is_taken = |row: usize| rows.iter().position(|one| *one == row).is_some_and(|place| bit(filling.taken, place));
            sure &= filling.sure;
            ways.push(self.given(|row| match fills(row) {
                (true, false) => 1,
                (false, true) => 0,
                _ if is_taken(row) => here,
                _ => 1 - here,
            }));
        }
        (ways, sure && in_proportion)
    }

    fn given(&self, to: impl Fn(usize) -> usize) -> Vec<u16> {
        let mut users = self.users.to_vec();
        for row in self.open {
            let measure = self.adding.get(to(*row)).map_or(NOBODY, |one| one.measure);
            put(&mut users, *row, measure);
        }
        users
    }

    /// Ways in which one row, or two like rows, change hands.
    fn neighbours(&self, way: &[u16]) -> Vec<Vec<u16>> {
        let user = |row: &usize| way.get(*row).copied();
        let like = |one: usize, other: &usize| user(&one) != user(other) && self.adding.iter().all(|it| it.adds(one) == it.adds(*other));
        let changed = |rows: &[usize]| {
            let mut way = way.to_vec();
            for row in rows {
                let other = self.adding.iter().find(|one| user(row) != Some(one.measure));
                put(&mut way, *row, other.map_or(NOBODY, |one| one.measure));
            }
            way
        };
        let alone = self.open.iter().map(|row| changed(&[*row]));
        let pairs =
            self.open.iter().filter_map(|one| self.open.iter().find(|other| like(*one, other)).map(|other| changed(&[*one, *other])));
        alone.chain(pairs).collect()
    }

    fn adds(&self, to: usize, row: usize) -> Decimal {
        self.adding.get(to).map_or(Decimal::ZERO, |one| (self.end)(&one.adds(row)))
    }

    fn worth(&self, way: &[u16]) -> Decimal {
        let shares = self.adding.iter().filter_map(|one| one.share(way));
        shares.fold(Decimal::ZERO, |whole, share| sum_of(whole, (self.end)(&share)))
    }
}

fn bit(bits: u128, place: usize) -> bool {
    u32::try_from(place).is_ok_and(|place| bits.checked_shr(place).is_some_and(|bits| bits & 1 == 1))
}

fn sum_of(one: Decimal, other: Decimal) -> Decimal {
    sum(one, other).unwrap_or(one)
}

/// The one less the other, but not below zero.
fn less(one: Decimal, other: Decimal) -> Decimal {
    sum_of(one, -other).max(Decimal::ZERO)
}
