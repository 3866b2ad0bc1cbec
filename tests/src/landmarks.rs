//! The numbers and days at which something changes: found by walking the rules, not written down again.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::Date;
use mingbai_core::expression::{Amount, Comparison, Condition, Place, Sign, Total};
use mingbai_core::fact::{ColumnId, FactId, FactKind, ListId, Quantity};
use mingbai_core::library::{Library, Pays};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::generate::list_at;

/// A quantity that is asked: a fact, or a column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// A fact.
    Fact(FactId),
    /// A column of a list.
    Column(ListId, ColumnId),
}

/// For each quantity the numbers at which a comparison or a cap turns, and the days at which a row begins or ceases to count.
#[derive(Debug, Default)]
pub struct Landmarks {
    numbers: BTreeMap<Asked, BTreeSet<Decimal>>,
    days: BTreeSet<Date>,
}

impl Landmarks {
    /// The landmarks of all documents.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut found = Self::default();
        for (_, measure) in library.measures() {
            let readings = measure.readings.iter();
            let conditions = measure.when.iter().chain(readings.clone().filter_map(|reading| reading.when.as_ref()));
            conditions.for_each(|condition| found.condition(condition, None));
            if let Pays::Amount(amount, _) = &measure.pays {
                found.amount(amount, None);
            }
            readings.filter_map(|reading| reading.pays.as_ref()).for_each(|amount| found.amount(amount, None));
        }
        found.size_tables(library);
        found.within_bounds(library);
        let entries = library.country_lists.iter().flat_map(|list| &list.members);
        entries.flat_map(|member| [member.from, member.until]).flatten().for_each(|edge| found.day(edge));
        for document in &library.documents {
            let events = document.events.map(|events| [events.from, events.until]);
            let in_force = document.standing.in_force().map(|in_force| [in_force.window.until, in_force.check_until]);
            events.into_iter().chain(in_force).flatten().for_each(|edge| found.day(edge));
        }
        found
    }

    /// The numbers at which something turns for this quantity.
    pub fn numbers(&self, asked: Asked) -> impl Iterator<Item = Decimal> {
        self.numbers.get(&asked).into_iter().flatten().copied()
    }

    /// The days at which something turns, each with the days around it, and the ends of the years between.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        self.days.iter().copied()
    }

    fn day(&mut self, day: Date) {
        self.days.extend([before(day), Some(day), after(day)].into_iter().flatten());
        let year = day.year();
        self.days.extend([Date::new(year, 1, 1), Date::new(year, 12, 31), Date::new(year + 1, 1, 1)].into_iter().flatten());
    }

    fn size_tables(&mut self, library: &Library) {
        for fact in &library.facts {
            let FactKind::Choice(choice) = &fact.kind else { continue };
            let tiers = choice.derived.iter().flat_map(|table| table.rows.iter().flatten());
            for (fact, limit) in tiers.flat_map(|tier| &tier.limits) {
                self.add(Asked::Fact(*fact), *limit);
            }
        }
    }

    /// The most that a quantity can be is a landmark, and nothing above it.
    fn within_bounds(&mut self, library: &Library) {
        let places = (0_u16..).map(FactId).zip(&library.facts);
        for (asked, kind) in places.flat_map(|(id, fact)| quantities(Asked::Fact(id), &fact.kind)) {
            if let Some(most) = kind.most {
                self.add(asked, most);
                self.numbers.entry(asked).or_default().retain(|number| *number <= most);
            }
        }
    }

    fn condition(&mut self, condition: &Condition, list: Option<ListId>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part, list)),
            Condition::Not(part) => self.condition(part, list),
            Condition::Compare(comparison) => self.comparison(comparison, list),
            Condition::FirstReaches(first) => {
                for (side, sign) in [(&first.before, Sign::LessThan), (&first.value, Sign::AtLeast)] {
                    self.comparison(&Comparison { left: side.clone(), sign, right: first.threshold.clone() }, list);
                }
            }
            Condition::Holds(_) | Condition::OneOf(..) | Condition::Recognised(_) | Condition::Listed(_) => {}
        }
    }

    fn comparison(&mut self, comparison: &Comparison, list: Option<ListId>) {
        let Comparison { left, right, .. } = comparison;
        for (side, other) in [(left, right), (right, left)] {
            self.amount(side, list);
            for line in literals(other) {
                self.mark(side, list, line);
            }
        }
    }

    fn amount(&mut self, amount: &Amount, list: Option<ListId>) {
        match amount {
            Amount::Literal(..) | Amount::Place(_) => {}
            Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| self.amount(part, list)),
            Amount::UpTo(inner, _) => self.amount(inner, list),
            Amount::AtMost(inner, cap) => {
                self.cap(inner, cap, list);
                self.amount(inner, list);
            }
            Amount::Minus(one, other) | Amount::BetterOf(one, other) => {
                for part in [one, other] {
                    self.amount(part, list);
                }
            }
            Amount::Total(total) => self.total(total, list),
        }
    }

    fn total(&mut self, total: &Total, outer: Option<ListId>) {
        let list = total.list.list(outer);
        total.filter.iter().for_each(|filter| self.condition(filter, list));
        total.yearly.iter().for_each(|cap| self.cap(&total.each, cap, list));
        self.amount(&total.each, list);
    }

    /// Where `rate × x` reaches the cap.
    fn cap(&mut self, inner: &Amount, cap: &Amount, list: Option<ListId>) {
        for cap in literals(cap) {
            let rates = literals(inner).into_iter().filter(|rate| *rate > Decimal::ZERO && *rate < Decimal::ONE);
            for full in rates.filter_map(|rate| cap.checked_div(rate)).chain([cap]) {
                self.mark(inner, list, full.round_dp_with_strategy(2, RoundingStrategy::ToZero));
            }
        }
    }

    fn add(&mut self, asked: Asked, number: Decimal) {
        self.numbers.entry(asked).or_default().insert(number);
    }

    /// The number turns something for every quantity of the amount.
    fn mark(&mut self, amount: &Amount, list: Option<ListId>, number: Decimal) {
        match amount {
            Amount::Literal(..) => {}
            Amount::Place(Place::Fact(fact)) => self.add(Asked::Fact(*fact), number),
            Amount::Place(Place::Column(column)) => list.into_iter().for_each(|list| self.add(Asked::Column(list, *column), number)),
            Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| self.mark(part, list, number)),
            Amount::UpTo(inner, _) | Amount::AtMost(inner, _) => self.mark(inner, list, number),
            Amount::Minus(one, other) | Amount::BetterOf(one, other) => {
                for part in [one, other] {
                    self.mark(part, list, number);
                }
            }
            Amount::Total(total) => self.mark(&total.each, total.list.list(list), number),
        }
    }
}

/// The quantities asked there: a fact or a column, or those in its columns.
fn quantities(asked: Asked, kind: &FactKind) -> Vec<(Asked, &Quantity)> {
    match kind {
        FactKind::Quantity(quantity) => vec![(asked, quantity)],
        FactKind::List(list) => {
            let columns = (0_u8..).map(ColumnId).zip(&list.columns);
            columns.flat_map(|(id, column)| quantities(Asked::Column(list_at(asked), id), &column.kind)).collect()
        }
        _ => Vec::new(),
    }
}

/// The numbers written in an amount.
fn literals(amount: &Amount) -> Vec<Decimal> {
    match amount {
        Amount::Literal(value, _) => vec![*value],
        Amount::Place(_) => Vec::new(),
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().flat_map(literals).collect(),
        Amount::UpTo(inner, _) | Amount::AtMost(inner, _) => literals(inner),
        Amount::Minus(one, other) | Amount::BetterOf(one, other) => [one, other].into_iter().flat_map(|part| literals(part)).collect(),
        Amount::Total(total) => literals(&total.each),
    }
}

/// The day before, if the calendar holds it.
#[must_use]
pub fn before(day: Date) -> Option<Date> {
    let earlier = |month, year| [31, 30, 29, 28].into_iter().find_map(|last| Date::new(year, month, last));
    match (day.month(), day.day()) {
        (1, 1) => earlier(12, day.year() - 1),
        (month, 1) => earlier(month - 1, day.year()),
        (month, one) => Date::new(day.year(), month, one - 1),
    }
}

/// The day after, if the calendar holds it.
#[must_use]
pub fn after(day: Date) -> Option<Date> {
    Date::new(day.year(), day.month(), day.day() + 1)
        .or_else(|| Date::new(day.year(), day.month() + 1, 1))
        .or_else(|| Date::new(day.year() + 1, 1, 1))
}
