//! Every change of one or two answers there is, tried: nothing smaller than what is advised is enough.

use std::collections::BTreeSet;

use mingbai_core::advise::{Change, MAX_WAYS, Target};
use mingbai_core::answers::Answer;
use mingbai_core::evaluate::Scope;
use mingbai_core::fact::{Changeable, ColumnId, FactId, FactKind, ListId};
use mingbai_core::interval::Interval;
use mingbai_core::library::Measure;
use mingbai_core::measure::{Outcome, measure};
use mingbai_core::trace::Trace;
use mingbai_core::{Answers, Date};
use mingbai_policies::resolve::uses::uses_of_measure;
use mingbai_tests::landmarks::{Asked, Landmarks};
use mingbai_tests::seed::Seed;
use mingbai_tests::strategy::{cases, generator, seed, settled_firm};
use mingbai_tests::{Found, day, library};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{advised, can_be_changed, with};

/// So many measures of a firm are tried in every way.
const TRIED: usize = 3;

/// So many pairs of changes are tried of each, or a few less.
const PAIRS: usize = 4_000;

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn nothing_smaller_is_enough_and_nothing_as_small_is_left_out(firm in settled_firm(), seed in seed(), late in any::<bool>()) {
        let as_of = day(if late { "2026-11-21" } else { "2025-06-01" });
        let mut chance = Seed::new(seed);
        let firm = favoured(&firm.0, &mut chance);
        let mut all = advised(&firm, as_of);
        all.retain(|(found, _)| found.finding.outcome == Outcome::DoesNotQualify && found.finding.settled_by.is_none() && timely(found, as_of));
        chance.shuffle(&mut all);
        for (found, advice) in all.iter().take(TRIED) {
            let case = Case { firm: &firm, as_of, found };
            let smallest = case.smallest();
            let Some(first) = advice.ways.first() else {
                prop_assert!(smallest.is_empty(), "{}: nothing is advised, yet {:?} is enough", found.measure.id, smallest[0]);
                continue;
            };
            if let Some(least) = smallest.first() {
                prop_assert_eq!(first.changes.len(), least.len(), "{}: {:?} is enough", found.measure.id, least);
                let targets = |changes: &[Change]| changes.iter().map(|change| change.target).collect::<BTreeSet<_>>();
                let told: BTreeSet<_> = advice.ways.iter().map(|way| targets(&way.changes)).collect();
                for one in &smallest {
                    prop_assert!(advice.ways.len() == MAX_WAYS || told.contains(&targets(one)), "{}: {one:?} is left out", found.measure.id);
                }
            }
            for way in &advice.ways {
                for (place, change) in way.changes.iter().enumerate() {
                    let mut without = way.changes.clone();
                    without.remove(place);
                    prop_assert!(!case.enough(&without), "{}: {change:?} is not needed", found.measure.id);
                    let mut nearer = way.changes.clone();
                    nearer[place].to = nearer_by_a_step(&firm, change);
                    prop_assert!(!case.enough(&nearer) || nearer == way.changes, "{}: {:?} is enough", found.measure.id, nearer[place]);
                }
            }
        }
    }
}

/// The firm with half of its answers, by chance, as rules mostly ask for them, so that only little is lacking.
fn favoured(firm: &Answers, chance: &mut Seed) -> Answers {
    let favoured = generator().favoured_firm(chance.bits());
    let mut mixed = firm.clone();
    for (fact, answer) in favoured.iter() {
        if chance.percent(70) {
            mixed.set(fact, Some(answer.clone()));
        }
    }
    mixed
}

/// Whether something can still be done under the document.
fn timely(found: &Found<'_>, as_of: Date) -> bool {
    let document = &library().documents[usize::from(found.document)];
    document.events.is_none_or(|events| as_of <= events.until)
        && document.standing.in_force().is_none_or(|in_force| as_of <= in_force.check_until)
}

struct Case<'a> {
    firm: &'a Answers,
    as_of: Date,
    found: &'a Found<'a>,
}

impl Case<'_> {
    fn rule(&self) -> &'static Measure {
        self.found.measure
    }

    /// Whether the measure is met, or open, after the changes.
    fn enough(&self, changes: &[Change]) -> bool {
        let answers = with(self.firm, changes);
        let events = library().documents[usize::from(self.found.document)].events;
        let scope = Scope { library: library(), answers: &answers, as_of: self.as_of, events, used_elsewhere: &[], assumed: &[] };
        !measure(scope, self.rule(), &mut Trace::default()).is_denied()
    }

    /// The smallest sets of one or two changes that are enough.
    fn smallest(&self) -> Vec<Vec<Change>> {
        let single = self.changes();
        let enough: Vec<Vec<Change>> = single.iter().map(|one| vec![one.clone()]).filter(|one| self.enough(one)).collect();
        if !enough.is_empty() {
            return enough;
        }
        let pairs = single
            .iter()
            .enumerate()
            .flat_map(|(place, one)| single[place + 1..].iter().map(move |other| vec![one.clone(), other.clone()]));
        // Of very many pairs every so many is tried.
        let every = (single.len() * single.len() / PAIRS).max(1);
        pairs.step_by(every).filter(|pair| pair[0].target != pair[1].target && self.enough(pair)).collect()
    }

    /// Every single change of what the measure looks at.
    fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for fact in uses_of_measure(self.rule(), false) {
            let one = &library().facts[usize::from(fact.0)];
            let Some(list) = one.kind.list() else {
                self.of(Target::Fact(fact), Asked::Fact(fact), &one.kind, one.changeable, &mut changes);
                continue;
            };
            // Of many rows the first few stand for all.
            for row in (0_u16..).zip(self.firm.rows(fact).0).map(|(row, _)| row).take(4) {
                for (column, one) in (0_u8..).map(ColumnId).zip(&list.columns) {
                    let asked = Asked::Column(ListId { fact, inner: None }, column);
                    self.of(Target::Cell(fact, row, column), asked, &one.kind, one.changeable, &mut changes);
                }
            }
        }
        changes.retain(|change| can_be_changed(self.firm, change, self.as_of));
        changes
    }

    fn of(&self, target: Target, asked: Asked, kind: &FactKind, changeable: Changeable, changes: &mut Vec<Change>) {
        let to = match (kind, changeable) {
            (_, Changeable::No) => Vec::new(),
            (FactKind::YesNo, _) => [true, false].map(Answer::YesNo).to_vec(),
            (FactKind::Choice(choice), _) => (0_u8..).zip(&choice.options).map(|(place, _)| Answer::Choice(place)).collect(),
            (FactKind::Quantity(quantity), _) => {
                let inside = |number: &Decimal| *number >= Decimal::ZERO && *number <= quantity.bound();
                let numbers = self.numbers(target, asked, quantity.unit.step()).into_iter().filter(inside);
                numbers.map(|number| Answer::Quantity(Interval::point(number))).collect()
            }
            _ => Vec::new(),
        };
        changes.extend(to.into_iter().map(|to| Change { target, to }));
    }

    /// The numbers at which a rule turns, that far from what else is answered, and a step beyond each.
    fn numbers(&self, target: Target, asked: Asked, step: Decimal) -> BTreeSet<Decimal> {
        let lines: Vec<Decimal> = landmarks().numbers(asked).collect();
        let mut numbers: BTreeSet<Decimal> = lines.iter().copied().collect();
        let others: Vec<Decimal> = match target {
            Target::Fact(_) => uses_of_measure(self.rule(), false).into_iter().filter_map(|fact| point(self.firm.get(fact)?)).collect(),
            Target::Cell(list, row, column) => {
                let column_of =
                    |rows: &[usize]| rows.iter().filter_map(|row| point(self.firm.rows(list).0[*row].get(column)?)).sum::<Decimal>();
                let others: Vec<usize> = (0..self.firm.rows(list).0.len()).filter(|one| *one != usize::from(row)).collect();
                // What some of the other rows come to together.
                let some = |bits: usize| {
                    others.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, row)| *row).collect::<Vec<_>>()
                };
                (0..1_usize << others.len().min(4)).map(|bits| column_of(&some(bits))).collect()
            }
        };
        for (line, other) in lines.iter().flat_map(|line| others.iter().map(move |other| (*line, *other))) {
            numbers.extend([line + other, line - other, other]);
        }
        // Up to whole steps, as people report.
        let rounded: Vec<Decimal> = numbers.iter().map(|number| (number / step).ceil() * step).collect();
        rounded.iter().flat_map(|number| [*number, number + step]).map(|number| number.normalize()).collect()
    }
}

fn landmarks() -> &'static Landmarks {
    static LANDMARKS: std::sync::OnceLock<Landmarks> = std::sync::OnceLock::new();
    LANDMARKS.get_or_init(|| Landmarks::of(library()))
}

fn point(answer: &Answer) -> Option<Decimal> {
    match answer {
        Answer::Quantity(interval) => interval.value(),
        _ => None,
    }
}

/// The same change, one step less far.
fn nearer_by_a_step(firm: &Answers, change: &Change) -> Answer {
    let (Some(Answer::Quantity(from)), Answer::Quantity(to)) = (change.target.known(firm), &change.to) else { return change.to.clone() };
    let kind = match change.target {
        Target::Fact(FactId(fact)) => &library().facts[usize::from(fact)].kind,
        Target::Cell(fact, _, column) => &library().column(Some(ListId { fact, inner: None }), column).expect("a column").kind,
    };
    let step = kind.unit().expect("a quantity").step();
    let nearer = if to.low > from.low { (to.low - step).max(from.low) } else { (to.low + step).min(from.low) };
    Answer::Quantity(Interval::point(nearer))
}
