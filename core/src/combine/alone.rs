//! Rows of which something is unknown that decides what the row gives and no more: one gives now to this measure, now to that, whatever
//! the others do. So each is looked at by itself, and what they give is added up.

use super::adding::NOBODY;
use super::groups::Group;
use super::splits::{Split, Way};
use super::worlds::{each_way, within};
use super::{Contribution, Sums, apply_named};
use crate::evaluate::{Given, Scope};
use crate::fact::FactId;
use crate::library::{Document, Measure};
use crate::measure::{Finding, measure};
use crate::order::each_once;
use crate::trace::Trace;

/// Rows of a list that can be looked at one by one.
pub(super) struct Alone<'a> {
    list: FactId,
    /// The rows.
    pub(super) rows: Vec<u16>,
    /// The measures that add up what they give.
    pub(super) owners: Vec<u16>,
    splits: Vec<&'a Split<'a>>,
}

impl<'a> Alone<'a> {
    /// The rows of the first list that has any, in a group of which nothing else bears on the measures.
    pub(super) fn of(group: &'a Group<'_>) -> Option<Self> {
        let (list, _) = group.splits.iter().find_map(|split| split.alone).filter(|_| group.clusters.is_empty())?;
        let splits: Vec<&Split<'_>> = group.splits.iter().filter(|split| split.alone.is_some_and(|(one, _)| one == list)).collect();
        let rows = each_once(splits.iter().filter_map(|split| split.alone).map(|(_, row)| row));
        let owners = each_once(splits.iter().flat_map(|split| split.measures()));
        Some(Self { list, rows, owners, splits })
    }

    /// Whether it is about one of the rows.
    pub(super) fn decides(&self, split: &Split<'_>) -> bool {
        split.alone.is_some_and(|(list, _)| list == self.list)
    }

    /// What is found for a measure that has only these rows of the list.
    pub(super) fn with_rows(&self, scope: Scope<'_>, (rule, place): (&Measure, u16), has: impl Fn(u16) -> bool) -> Finding {
        let rows = 0..u16::try_from(scope.answers.rows(self.list).0.len()).unwrap_or(u16::MAX);
        let users: Vec<u16> = rows.map(|row| if has(row) { place } else { NOBODY }).collect();
        measure(Scope { used_elsewhere: &[Given { list: self.list, users: &users, to: place }], ..scope }, rule, &mut Trace::aside())
    }

    /// What the rows add to the sums.
    pub(super) fn sums(&self, scope: Scope<'_>, document: (&Document, u16), world: &[&Way<'_>]) -> Sums {
        let mut sums = Sums::default();
        for row in &self.rows {
            let of_row = self.splits.iter().filter(|split| split.alone == Some((self.list, *row)));
            let worlds = of_row.fold(vec![world.to_vec()], |worlds, split| each_way(&worlds, split));
            let each = worlds.iter().map(|world| within(scope, world, |scope| self.adds(scope, document, *row)));
            sums.add(&each.reduce(|one, other| one.hull(&other)).unwrap_or_default());
        }
        sums
    }

    fn adds(&self, scope: Scope<'_>, (document, number): (&Document, u16), row: u16) -> Sums {
        let mut sums = Sums::default();
        for place in &self.owners {
            let Some(rule) = document.measures.get(usize::from(*place)) else { continue };
            let share = |has: &dyn Fn(u16) -> bool| {
                let found = apply_named(scope.answers, document, number, *place, self.with_rows(scope, (rule, *place), has));
                Contribution::of(scope, rule, &found)
            };
            if let Some(with) = share(&|one| one == row) {
                sums.add_one(with.less(share(&|_| false)));
            }
        }
        sums
    }
}
