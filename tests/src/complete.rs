//! What a firm may learn next: answers that say at least as much as given ones and contradict none of them.

use mingbai_core::answers::{Answer, Answers, Recognition, Row, Rows};
use mingbai_core::fact::{Choice, ColumnId, FactId, FactKind, List, ListId, SizeTable};
use mingbai_core::interval::Interval;
use mingbai_core::library::Library;
use rust_decimal::Decimal;

use crate::generate::{Generator, Mood, list_at};
use crate::landmarks::Asked;
use crate::seed::Seed;

/// The given answers with more known: of each fact for which `learn` holds, a little or all.
#[must_use]
pub fn complete(generator: &Generator<'_>, known: &Answers, seed: u64, learn: impl Fn(FactId) -> bool) -> Answers {
    let mut chance = Seed::new(seed);
    let mood = *chance.pick(&[Mood::SETTLED, Mood::NEARLY, Mood::HALF]);
    let mut refiner = Refiner { generator, known, chance, mood, whole: false };
    let mut more = known.clone();
    for (place, fact) in (0_u16..).zip(&generator.library().facts) {
        let id = FactId(place);
        // Drawn in any case, so that what is learnt of one fact does not depend on which others are learnt.
        let learnt = refiner.fact(id, &fact.kind);
        if learn(id) {
            more.set(id, learnt);
        }
    }
    more
}

/// The given answers once everything is known, to the last row and cell, and the authority has decided.
#[must_use]
pub fn completed(generator: &Generator<'_>, known: &Answers, seed: u64) -> Answers {
    let mut chance = Seed::new(seed);
    let mood = Mood { favour: *chance.pick(&[0, 90]), ..Mood::SETTLED };
    let mut refiner = Refiner { generator, known, chance, mood, whole: true };
    let mut more = Answers::default();
    for (place, fact) in (0_u16..).zip(&generator.library().facts) {
        more.set(FactId(place), refiner.fact(FactId(place), &fact.kind));
    }
    more
}

/// The library once it is settled whether the countries in doubt stand in their lists.
#[must_use]
pub fn settled_lists(library: &Library, seed: u64) -> Library {
    let (mut library, mut chance) = (library.clone(), Seed::new(seed));
    for list in &mut library.country_lists {
        list.members.retain(|member| member.certain || chance.percent(50));
        list.members.iter_mut().for_each(|member| member.certain = true);
    }
    library
}

struct Refiner<'a, 'b> {
    generator: &'a Generator<'b>,
    known: &'a Answers,
    chance: Seed,
    mood: Mood,
    whole: bool,
}

impl Refiner<'_, '_> {
    fn fact(&mut self, id: FactId, kind: &FactKind) -> Option<Answer> {
        let known = self.known.get(id);
        if let FactKind::Choice(Choice { derived: Some(table), options }) = kind
            && matches!(known, None | Some(Answer::NotSure))
        {
            return self.certificate(table, options.len(), known);
        }
        self.answer(Asked::Fact(id), kind, known)
    }

    /// A certificate is an answer beside the table. It adds to what the table says only where the table still leaves it open;
    /// else it corrects the firm's figures.
    fn certificate(&mut self, table: &SizeTable, options: usize, known: Option<&Answer>) -> Option<Answer> {
        let open = possible_sizes(table, self.known);
        let options: Vec<u8> = (0_u8..).take(options).filter(|option| open & 1 << option != 0).collect();
        if self.chance.percent(50) { known.cloned() } else { Some(Answer::Choice(*self.chance.pick(&options))) }
    }

    /// What is known of a fact or a cell, and perhaps more.
    fn answer(&mut self, asked: Asked, kind: &FactKind, known: Option<&Answer>) -> Option<Answer> {
        match known {
            None if self.chance.percent(self.mood.unanswered) => None,
            Some(Answer::NotSure) if !self.whole && self.chance.percent(40) => Some(Answer::NotSure),
            None | Some(Answer::NotSure) => Some(self.generator.answer(&mut self.chance, asked, kind, self.mood)),
            Some(Answer::Quantity(interval)) => Some(Answer::Quantity(self.narrower(asked, kind, *interval))),
            Some(Answer::Recognition(known)) => Some(Answer::Recognition(self.decided(*known))),
            Some(Answer::List(rows)) => Some(match kind {
                FactKind::List(shape) => Answer::List(self.rows(list_at(asked), shape, rows)),
                _ => Answer::List(rows.clone()),
            }),
            Some(settled) => Some(settled.clone()),
        }
    }

    /// A range inside the given one.
    fn narrower(&mut self, asked: Asked, kind: &FactKind, known: Interval) -> Interval {
        let FactKind::Quantity(quantity) = kind else { return known };
        if known.value().is_some() || (!self.whole && self.chance.percent(20)) {
            return known;
        }
        let drawn = self.generator.interval(&mut self.chance, asked, quantity, self.mood);
        let inside = |number: Decimal| number.max(known.low).min(known.high.unwrap_or(number.max(known.low)));
        let low = inside(drawn.low);
        let high = drawn.high.map_or(known.high, |high| Some(inside(high)));
        Interval { low, high }
    }

    /// The authority decides, or does not yet.
    fn decided(&mut self, known: Recognition) -> Recognition {
        match known {
            Recognition::Granted | Recognition::Refused => known,
            Recognition::Applied | Recognition::NotApplied => {
                let all = [known, Recognition::Granted, Recognition::Refused];
                *self.chance.pick(if self.whole { &all[1..] } else { &all })
            }
        }
    }

    fn rows(&mut self, list: ListId, shape: &List, known: &Rows) -> Rows {
        let mut rows: Vec<Row> = known.rows.iter().map(|row| self.row(list, shape, row)).collect();
        if !known.more {
            return Rows { rows, more: false };
        }
        for _ in 0..self.chance.below(5) {
            rows.push(self.generator.row(&mut self.chance, list, shape, self.mood));
        }
        Rows { rows, more: self.chance.percent(self.mood.more) }
    }

    fn row(&mut self, list: ListId, shape: &List, known: &Row) -> Row {
        let mut row = Row::default();
        for (place, column) in (0_u8..).zip(&shape.columns) {
            let id = ColumnId(place);
            row.set(id, self.answer(Asked::Column(list, id), &column.kind, known.get(id)));
        }
        row
    }
}

/// The sizes a table leaves open for what is known, as bits: those of some firm that has the known figures.
#[must_use]
pub fn possible_sizes(table: &SizeTable, known: &Answers) -> u64 {
    let lines = (0_u8..).zip(&table.rows).filter(|(industry, _)| match known.get(table.industry) {
        Some(Answer::Choice(chosen)) => chosen == industry,
        _ => true,
    });
    let range = |fact: FactId| match known.get(fact) {
        Some(Answer::Quantity(interval)) => *interval,
        _ => Interval::ANY,
    };
    lines.fold(0, |sizes, (_, tiers)| {
        let reachable =
            |limits: &[(FactId, Decimal)]| limits.iter().all(|(fact, limit)| range(*fact).high.is_none_or(|high| high >= *limit));
        let certain = |limits: &[(FactId, Decimal)]| limits.iter().all(|(fact, limit)| range(*fact).low >= *limit);
        let end = tiers.iter().position(|tier| certain(&tier.limits));
        let open = tiers.iter().take(end.map_or(tiers.len(), |end| end + 1)).filter(|tier| reachable(&tier.limits));
        let open = open.fold(sizes, |sizes, tier| sizes | 1 << tier.option);
        if end.is_none() { open | 1 << table.below } else { open }
    })
}
