//! The answers that are tried for a fact.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::Library;
use mingbai_core::answers::{Answer, Recognition, Row, Rows};
use mingbai_core::date::Date;
use mingbai_core::expression::{Amount, Comparison, Condition};
use mingbai_core::fact::{ColumnId, FactId, FactKind, List};
use mingbai_core::interval::Interval;
use mingbai_core::library::{CombineRule, Document, Measure};
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use crate::resolve::uses::parts_of_amount;

/// Where the next choice comes from: the digits of a count, or chance that is the same each time.
pub(super) enum Pick {
    /// All combinations one after another.
    Each(u64),
    /// Some of them.
    Chance(u64),
}

impl Pick {
    /// A number below `ways`.
    fn below(&mut self, ways: usize) -> usize {
        let ways = u64::try_from(ways.max(1)).unwrap_or(1);
        let picked = match self {
            Self::Each(left) => {
                let picked = left.checked_rem(ways);
                *left = left.checked_div(ways).unwrap_or(0);
                picked
            }
            Self::Chance(state) => {
                // The step of SplitMix64.
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                ((mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) >> 33).checked_rem(ways)
            }
        };
        picked.and_then(|picked| usize::try_from(picked).ok()).unwrap_or(0)
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).cloned()
    }
}

/// The values that are tried, by unit: at, just below and just above every number of the document.
pub(super) struct Values<'a> {
    library: &'a Library,
    of_unit: BTreeMap<&'static str, Vec<Decimal>>,
    days: Vec<Date>,
    /// One row more than the most that count.
    rows: usize,
}

impl<'a> Values<'a> {
    /// The values around the numbers of the two documents' differing rules and of their combines.
    pub(super) fn of(library: &'a Library, written: &Document, changed: &Document) -> Self {
        let pairs = || written.measures.iter().zip(&changed.measures).filter(|(one, other)| one != other);
        let mut amounts: Vec<Amount> = Vec::new();
        for measure in pairs().flat_map(|(one, other)| [one, other]) {
            amounts_of_measure(measure, &mut amounts);
        }
        for combine in written.combines.iter().chain(&changed.combines) {
            combine.when.iter().for_each(|when| amounts_of_condition(when, &mut amounts));
            if let CombineRule::AtMost(cap) = &combine.rule {
                amounts.push(cap.clone());
            }
        }
        let numbers: Vec<(Decimal, Unit)> = amounts.iter().flat_map(parts_of_amount).filter_map(number).collect();
        let largest = amounts.iter().flat_map(parts_of_amount).filter_map(|part| match part {
            Amount::Total(total) => total.largest,
            _ => None,
        });
        let rows = largest.max().map_or(2, |rows| usize::from(rows).saturating_add(1));
        Self { library, of_unit: by_unit(&numbers), days: days(written), rows }
    }

    /// In how many ways the fact is answered, where they are few enough to be tried one by one.
    pub(super) fn ways(&self, fact: FactId) -> Option<u64> {
        let ways = match &self.library.fact(fact)?.kind {
            FactKind::YesNo => 2,
            FactKind::Recognition => Recognition::NAMED.len(),
            FactKind::Choice(choice) => choice.options.len(),
            FactKind::Choices(options) => options.len(),
            FactKind::Quantity(quantity) => self.in_unit(quantity.unit).len(),
            FactKind::Date => self.days.len(),
            FactKind::List(_) | FactKind::Text | FactKind::Country | FactKind::Measures => return None,
        };
        u64::try_from(ways.max(1)).ok()
    }

    /// One answer to the fact.
    pub(super) fn answer(&self, fact: FactId, pick: &mut Pick) -> Answer {
        self.library.fact(fact).map_or(Answer::NotSure, |fact| self.of_kind(&fact.kind, pick))
    }

    fn in_unit(&self, unit: Unit) -> &[Decimal] {
        self.of_unit.get(unit.name()).map_or(&[Decimal::ONE, Decimal::TEN, Decimal::ONE_HUNDRED], Vec::as_slice)
    }

    fn of_kind(&self, kind: &FactKind, pick: &mut Pick) -> Answer {
        let option = |pick: &mut Pick, options: usize| u8::try_from(pick.below(options)).unwrap_or(0);
        match kind {
            FactKind::YesNo => Answer::YesNo(pick.below(2) == 0),
            FactKind::Recognition => {
                Answer::Recognition(pick.of(&Recognition::NAMED).map_or(Recognition::Granted, |(_, recognition)| recognition))
            }
            FactKind::Choice(choice) => Answer::Choice(option(pick, choice.options.len())),
            FactKind::Choices(options) => Answer::Choices(1_u64.checked_shl(option(pick, options.len()).into()).unwrap_or(1)),
            FactKind::Quantity(quantity) => {
                pick.of(self.in_unit(quantity.unit)).map_or(Answer::NotSure, |one| Answer::Quantity(Interval::point(one)))
            }
            FactKind::Date => pick.of(&self.days).map_or(Answer::NotSure, Answer::Date),
            FactKind::List(list) => Answer::List(self.rows(list, pick)),
            FactKind::Text => Answer::Text(["A", "B", "C"].get(pick.below(3)).map_or_else(String::new, |text| (*text).to_owned())),
            FactKind::Country => Answer::Country(u16::try_from(pick.below(self.library.countries.len())).unwrap_or(0)),
            FactKind::Measures => Answer::Measures(self.measures(pick)),
        }
    }

    fn rows(&self, list: &List, pick: &mut Pick) -> Rows {
        let count = pick.below(self.rows.saturating_add(1));
        let row = |pick: &mut Pick| {
            let mut row = Row::default();
            for (id, column) in (0_u8..).map(ColumnId).zip(&list.columns) {
                row.set(id, Some(self.of_kind(&column.kind, pick)));
            }
            row
        };
        Rows { rows: (0..count).map(|_| row(pick)).collect(), more: false }
    }

    /// No measure in half of the cases, else one of them.
    fn measures(&self, pick: &mut Pick) -> Vec<(u16, u16)> {
        let all: Vec<(u16, u16)> = (0_u16..)
            .zip(&self.library.documents)
            .flat_map(|(place, document)| (0_u16..).zip(&document.measures).map(move |(number, _)| (place, number)))
            .collect();
        if pick.below(2) == 0 { Vec::new() } else { pick.of(&all).into_iter().collect() }
    }
}

fn amounts_of_measure(measure: &Measure, amounts: &mut Vec<Amount>) {
    let readings = || measure.readings.iter();
    let conditions = measure.when.iter().chain(readings().filter_map(|reading| reading.when.as_ref()));
    conditions.for_each(|condition| amounts_of_condition(condition, amounts));
    let paid = measure.pays.amount().into_iter().chain(readings().filter_map(|reading| reading.pays.as_ref()));
    for amount in paid {
        amounts.push(amount.clone());
        amounts_of_filters(amount, amounts);
    }
}

fn amounts_of_filters(amount: &Amount, amounts: &mut Vec<Amount>) {
    for part in parts_of_amount(amount) {
        if let Amount::Total(total) = part {
            total.filter.iter().for_each(|filter| amounts_of_condition(filter, amounts));
        }
    }
}

fn amounts_of_condition(condition: &Condition, amounts: &mut Vec<Amount>) {
    let mut add = |amount: &Amount| {
        amounts.push(amount.clone());
        amounts_of_filters(amount, amounts);
    };
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| amounts_of_condition(part, amounts)),
        Condition::Not(part) => amounts_of_condition(part, amounts),
        Condition::Compare(comparison) => {
            let Comparison { left, right, .. } = &**comparison;
            [left, right].into_iter().for_each(add);
        }
        Condition::FirstReaches(first) => [&first.value, &first.threshold, &first.before].into_iter().for_each(&mut add),
        Condition::Holds(_) | Condition::OneOf(..) | Condition::Recognised(_) | Condition::Listed(_) => {}
    }
}

fn number(amount: &Amount) -> Option<(Decimal, Unit)> {
    match amount {
        Amount::Literal(value, unit) => Some((*value, *unit)),
        _ => None,
    }
}

/// Nothing, half of each number, and at, just below and just above it; money also before each rate.
fn by_unit(numbers: &[(Decimal, Unit)]) -> BTreeMap<&'static str, Vec<Decimal>> {
    let rates: Vec<Decimal> = numbers.iter().filter(|(_, unit)| *unit == Unit::Rate).map(|(rate, _)| *rate).collect();
    let mut values: BTreeMap<&'static str, BTreeSet<Decimal>> = BTreeMap::new();
    for (number, unit) in numbers.iter().filter(|(number, unit)| *number <= unit.bound()) {
        let before = rates.iter().filter(|_| unit.is_money()).filter_map(|rate| number.checked_div(*rate));
        for line in [*number].into_iter().chain(before) {
            let line = line.round_dp(unit.decimals().min(2));
            let half = line.checked_div(Decimal::TWO).map(|half| half.round_dp(unit.decimals().min(2)));
            let around = [Some(Decimal::ZERO), half, line.checked_sub(unit.step()), Some(line), line.checked_add(unit.step())];
            let of_unit = values.entry(unit.name()).or_default();
            of_unit.extend(around.into_iter().flatten().filter(|value| !value.is_sign_negative()));
        }
    }
    values.into_iter().map(|(unit, values)| (unit, values.into_iter().collect())).collect()
}

/// The first and last days of the window of events and the days beside them, and days of two years inside.
fn days(document: &Document) -> Vec<Date> {
    let window = document.events.map(|window| [Some(window.from), Some(window.until), window.until.next()]);
    let inside = [Date::new(2024, 6, 30), Date::new(2025, 6, 30), Date::new(2025, 9, 30), Some(document.checked)];
    window.into_iter().flatten().chain(inside).flatten().collect()
}
