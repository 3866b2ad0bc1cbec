//! Firms by chance: answers for any library, drawn to the lines where a rule turns.

use mingbai_core::Date;
use mingbai_core::answers::{Answer, Answers, Recognition, Row, Rows};
use mingbai_core::fact::{ColumnId, FactId, FactKind, List, ListId, Quantity};
use mingbai_core::interval::Interval;
use mingbai_core::library::Library;
use rust_decimal::Decimal;

use crate::landmarks::{Asked, Landmarks};
use crate::seed::Seed;

/// How much of a firm is known, in percent of the cases.
#[derive(Clone, Copy, Debug)]
pub struct Mood {
    /// A fact or a cell is not answered.
    pub unanswered: usize,
    /// The person is not sure.
    pub not_sure: usize,
    /// A quantity is a range.
    pub range: usize,
    /// A list may have more rows.
    pub more: usize,
    /// The answer is the one that rules mostly ask for, so that whole chains of conditions are met at times.
    pub favour: usize,
}

impl Mood {
    /// Everything is known, to the last cell.
    pub const SETTLED: Self = Self { unanswered: 0, not_sure: 0, range: 0, more: 0, favour: 0 };
    /// Most is known.
    pub const NEARLY: Self = Self { unanswered: 8, not_sure: 4, range: 12, more: 15, favour: 0 };
    /// About half is known.
    pub const HALF: Self = Self { unanswered: 35, not_sure: 10, range: 25, more: 35, favour: 0 };
    /// Little is known.
    pub const HARDLY: Self = Self { unanswered: 75, not_sure: 10, range: 40, more: 50, favour: 0 };

    fn by_chance(chance: &mut Seed) -> Self {
        let mood = *chance.pick(&[Self::SETTLED, Self::NEARLY, Self::NEARLY, Self::HALF, Self::HARDLY]);
        Self { favour: *chance.pick(&[0, 0, 90]), ..mood }
    }
}

/// So few that rows often have the same.
const NAMES: [&str; 4] = ["甲", "乙", "丙 3", "ＡＢ"];

/// Makes firms for one library.
#[derive(Debug)]
pub struct Generator<'a> {
    library: &'a Library,
    landmarks: Landmarks,
}

impl<'a> Generator<'a> {
    /// A generator for this library.
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        Self { library, landmarks: Landmarks::of(library) }
    }

    /// The library the firms are for.
    #[must_use]
    pub fn library(&self) -> &'a Library {
        self.library
    }

    /// A firm of which more or less is known.
    #[must_use]
    pub fn firm(&self, seed: u64) -> Answers {
        let mut chance = Seed::new(seed);
        let mood = Mood::by_chance(&mut chance);
        self.with_mood(&mut chance, mood)
    }

    /// A firm of which everything is known.
    #[must_use]
    pub fn settled_firm(&self, seed: u64) -> Answers {
        let mut chance = Seed::new(seed);
        let favour = *chance.pick(&[0, 0, 90]);
        self.with_mood(&mut chance, Mood { favour, ..Mood::SETTLED })
    }

    /// A firm of which everything is known, mostly as rules ask for it.
    #[must_use]
    pub fn favoured_firm(&self, seed: u64) -> Answers {
        self.with_mood(&mut Seed::new(seed), Mood { favour: 90, ..Mood::SETTLED })
    }

    fn with_mood(&self, chance: &mut Seed, mood: Mood) -> Answers {
        let mut answers = Answers::default();
        for (place, fact) in (0_u16..).zip(&self.library.facts) {
            if !chance.percent(mood.unanswered) {
                answers.set(FactId(place), Some(self.answer(chance, Asked::Fact(FactId(place)), &fact.kind, mood)));
            }
        }
        answers
    }

    /// An answer to what is asked.
    pub fn answer(&self, chance: &mut Seed, asked: Asked, kind: &FactKind, mood: Mood) -> Answer {
        if chance.percent(mood.not_sure) {
            return Answer::NotSure;
        }
        let favour = chance.percent(mood.favour);
        match kind {
            FactKind::YesNo => Answer::YesNo(favour || chance.percent(70)),
            FactKind::Choice(choice) => Answer::Choice(u8::try_from(chance.below(choice.options.len())).unwrap_or(0)),
            FactKind::Choices(options) => Answer::Choices(if favour { 1 } else { choices(chance, options.len()) }),
            FactKind::Quantity(quantity) => Answer::Quantity(self.interval(chance, asked, quantity, mood)),
            FactKind::Date => Answer::Date(self.day(chance)),
            FactKind::Recognition => Answer::Recognition(if favour { Recognition::Granted } else { recognition(chance) }),
            FactKind::List(shape) => Answer::List(self.rows(chance, list_at(asked), shape, mood)),
            FactKind::Text => Answer::Text((*chance.pick(&NAMES)).to_owned()),
            FactKind::Country => Answer::Country(self.country(chance)),
            FactKind::Measures => Answer::Measures(if favour { Vec::new() } else { self.measures(chance) }),
        }
    }

    /// A day near one at which something turns, or any day of the calendar.
    pub fn day(&self, chance: &mut Seed) -> Date {
        let days: Vec<Date> = self.landmarks.days().collect();
        match chance.below(10) {
            0..6 => *chance.pick(&days),
            6..9 => any_day(chance, 2024, 4),
            _ => any_day(chance, 1900, 300),
        }
    }

    /// One row of a list.
    pub fn row(&self, chance: &mut Seed, list: ListId, shape: &List, mood: Mood) -> Row {
        let mut row = Row::default();
        for (place, column) in (0_u8..).zip(&shape.columns) {
            if !chance.percent(mood.unanswered) {
                let cell = self.answer(chance, Asked::Column(list, ColumnId(place)), &column.kind, mood);
                row.set(ColumnId(place), Some(cell));
            }
        }
        row
    }

    /// No row to five rows, seldom so many that not every way to give them to measures is tried.
    fn rows(&self, chance: &mut Seed, list: ListId, shape: &List, mood: Mood) -> Rows {
        let inside = list.inner.is_some();
        let count = if chance.percent(if inside { 0 } else { 3 }) { 8 + chance.below(4) } else { chance.below(6) };
        let rows = (0..count).map(|_| self.row(chance, list, shape, mood)).collect();
        Rows { rows, more: chance.percent(mood.more) }
    }

    /// Mostly a country of which some list speaks.
    fn country(&self, chance: &mut Seed) -> u16 {
        let members: Vec<u16> = self.library.country_lists.iter().flat_map(|list| &list.members).map(|member| member.country).collect();
        if members.is_empty() || chance.percent(30) {
            return u16::try_from(chance.below(self.library.countries.len())).unwrap_or(0);
        }
        *chance.pick(&members)
    }

    fn measures(&self, chance: &mut Seed) -> Vec<(u16, u16)> {
        let places = (0_u16..).zip(&self.library.documents);
        let mut all: Vec<(u16, u16)> =
            places.flat_map(|(document, one)| (0_u16..).zip(&one.measures).map(move |(measure, _)| (document, measure))).collect();
        chance.shuffle(&mut all);
        all.truncate(if chance.percent(70) { 0 } else { chance.below(5) });
        all.sort_unstable();
        all
    }

    /// A point, a range or an open range, as the mood is.
    pub fn interval(&self, chance: &mut Seed, asked: Asked, quantity: &Quantity, mood: Mood) -> Interval {
        let one = self.number(chance, asked, quantity, mood);
        if !chance.percent(mood.range) {
            return Interval::point(one);
        }
        let other = self.number(chance, asked, quantity, mood);
        let high = if chance.percent(15) { None } else { Some(one.max(other)) };
        Interval { low: one.min(other), high }
    }

    /// A number in the unit of the quantity: mostly where something turns.
    fn number(&self, chance: &mut Seed, asked: Asked, quantity: &Quantity, mood: Mood) -> Decimal {
        let lines: Vec<Decimal> = self.landmarks.numbers(asked).collect();
        if let Some(highest) = lines.last().filter(|_| chance.percent(mood.favour / 2)) {
            return *highest;
        }
        let number = match chance.below(20) {
            0..9 if !lines.is_empty() => {
                let line = *chance.pick(&lines);
                near(chance, line, quantity)
            }
            0..12 => usual(chance, quantity),
            12..14 => Decimal::ZERO,
            14..16 => Decimal::from(chance.below(40)),
            16..19 => decimals(chance, quantity),
            _ => quantity.bound(),
        };
        number.clamp(Decimal::ZERO, quantity.bound()).round_dp(quantity.unit.decimals()).normalize()
    }
}

/// The list that is asked there.
pub(crate) fn list_at(asked: Asked) -> ListId {
    match asked {
        Asked::Fact(fact) => ListId { fact, inner: None },
        Asked::Column(list, column) => ListId { fact: list.fact, inner: Some(column) },
    }
}

/// The line, a step below or a step above.
fn near(chance: &mut Seed, line: Decimal, quantity: &Quantity) -> Decimal {
    let step = quantity.unit.step();
    match chance.below(4) {
        0 => line - step,
        1 => line + step,
        _ => line,
    }
}

/// A number in the usual range, even over its orders of magnitude.
fn usual(chance: &mut Seed, quantity: &Quantity) -> Decimal {
    let (low, high) = quantity.plausible.unwrap_or((Decimal::ZERO, Decimal::from(1_000_000)));
    let shift = u32::try_from(chance.below(20)).unwrap_or(0);
    let part = Decimal::from(chance.below(1 << shift)) / Decimal::from(1_u32 << 20);
    (low + (high - low) * part).round_dp(quantity.unit.decimals().min(2))
}

/// A number with as many decimal places as the unit allows.
fn decimals(chance: &mut Seed, quantity: &Quantity) -> Decimal {
    let digits = i64::try_from(chance.below(100_000_000_000)).unwrap_or(0);
    Decimal::new(digits, quantity.unit.decimals())
}

/// One or two of the options, the first more often than others, seldom none.
fn choices(chance: &mut Seed, options: usize) -> u64 {
    let first = if chance.percent(70) { 0 } else { chance.below(options) };
    let second = if chance.percent(20) { chance.below(options) } else { first };
    if chance.percent(2) { 0 } else { 1 << first | 1 << second }
}

fn recognition(chance: &mut Seed) -> Recognition {
    if chance.percent(40) { Recognition::Granted } else { chance.pick(&Recognition::NAMED).1 }
}

/// Any day from the first year on, over so many years.
pub fn any_day(chance: &mut Seed, first: u16, years: usize) -> Date {
    let year = first + u16::try_from(chance.below(years)).unwrap_or(0);
    let month = 1 + u8::try_from(chance.below(12)).unwrap_or(0);
    let day = 1 + u8::try_from(chance.below(31)).unwrap_or(0);
    Date::new(year, month, day).or_else(|| Date::new(year, month, 28)).unwrap_or_else(|| unreachable!("every month has a 28th"))
}
