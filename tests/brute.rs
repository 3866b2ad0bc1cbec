//! Combining against brute force: an allocator that knows only what the words mean. Every way to pick one of several, every way to give each
//! row to one of several is tried; what a measure gives is asked of the measure alone, with the rows that others use struck from the answers.
#![cfg(test)]

use std::collections::HashMap;

use mingbai_core::answers::{Answer, Answers, Rows};
use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::{Combined, Sums, apply_named};
use mingbai_core::evaluate::{Scope, amount, condition};
use mingbai_core::fact::FactId;
use mingbai_core::library::{CombineRule, Document, Kind, Library};
use mingbai_core::measure::{Outcome, measure};
use mingbai_core::trace::Trace;
use mingbai_core::verdict::Verdict;
use mingbai_core::{Date, assess};
use mingbai_tests::complete::{completed, settled_lists};
use mingbai_tests::generate::Generator;
use mingbai_tests::library::{compiled, day, library, written};
use rust_decimal::Decimal;

/// What is chosen under each combine: the one measure that is paid, or the measure each row goes to.
type Chosen = Vec<(u16, Vec<u16>)>;

/// The rows struck from each list, as bits.
type Struck = Vec<(FactId, u64)>;

/// One way, and what each measure then gives, under the caps.
#[derive(Clone, Debug)]
struct Way {
    chosen: Chosen,
    gives: Vec<(u16, Kind, Decimal)>,
    /// For each cap what its measures give before it and after it.
    caps: Vec<(u16, Decimal, Decimal)>,
}

impl Way {
    fn sum(&self, kind: Kind) -> Decimal {
        self.gives.iter().filter(|one| one.1 == kind).map(|one| one.2).sum()
    }

    /// What makes a way better, the first difference counting.
    fn value(&self) -> [Decimal; 3] {
        let [exact, ceiling, assessed] = Sums::KINDS.map(|kind| self.sum(kind));
        [exact + ceiling, exact, assessed]
    }

    fn of(&self, place: u16) -> Decimal {
        self.gives.iter().filter(|one| one.0 == place).map(|one| one.2).sum()
    }

    fn chosen(&self, combine: u16) -> &[u16] {
        self.chosen.iter().find(|(one, _)| *one == combine).map_or(&[], |(_, chosen)| chosen)
    }
}

/// A firm of which everything is known.
struct Firm<'a> {
    scope: Scope<'a>,
    document: &'a Document,
    place: u16,
    known: HashMap<(u16, Struck), Option<Decimal>>,
}

impl Firm<'_> {
    /// What a measure gives at most, with rows struck from the answers; nothing where it is denied or the money is another's.
    fn gives(&mut self, number: u16, struck: &[(FactId, u64)]) -> Option<Decimal> {
        let key = (number, struck.to_vec());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let found = self.asked(number, struck);
        self.known.insert(key, found);
        found
    }

    fn asked(&self, number: u16, struck: &[(FactId, u64)]) -> Option<Decimal> {
        let rule = &self.document.measures[usize::from(number)];
        let persons = ["executive", "individual"];
        let applicant = self.scope.library.applicant.expect("applicants are asked");
        let options = self.scope.library.facts[usize::from(applicant.0)].kind.options();
        let is_person = |bit: usize| persons.contains(&options[bit].name.as_str());
        let kinds = |bits: u64| (0..options.len()).filter(move |bit| bits >> bit & 1 == 1);
        let Some(Answer::Choices(chosen)) = self.scope.answers.get(applicant) else { return None };
        if rule.paid_by.is_some() || (kinds(rule.applicants).all(is_person) && kinds(*chosen).any(|bit| !is_person(bit))) {
            return None;
        }
        let mut answers = self.scope.answers.clone();
        for (list, bits) in struck {
            let Some(Answer::List(rows)) = answers.get(*list).cloned() else { continue };
            let kept = rows.rows.into_iter().enumerate().filter(|(row, _)| bits >> row & 1 == 0);
            answers.set(*list, Some(Answer::List(Rows { rows: kept.map(|(_, row)| row).collect(), more: false })));
        }
        let found = measure(Scope { answers: &answers, ..self.scope }, rule, &mut Trace::default());
        let found = apply_named(&answers, self.document, self.place, number, found);
        let most = found.estimate.filter(|_| !found.is_denied())?.most;
        assert_eq!(most.high, Some(most.low), "{} is not settled for a firm of which everything is known", rule.id);
        most.high
    }

    /// Every lawful way, where the measures that are not granted give nothing.
    fn ways(&mut self, granted: &dyn Fn(u16) -> bool) -> Vec<Way> {
        let mut chosen: Vec<Chosen> = vec![Vec::new()];
        for (number, combine) in (0_u16..).zip(&self.document.combines) {
            if !self.applies(number) {
                continue;
            }
            let payable: Vec<u16> = combine.among.iter().copied().filter(|place| self.gives(*place, &[]).is_some()).collect();
            let slots = match combine.rule {
                CombineRule::Highest if payable.len() > 1 => 1,
                CombineRule::Once(list) if payable.len() > 1 => self.scope.answers.rows(list).0.len(),
                _ => continue,
            };
            let mut ways: Vec<Vec<u16>> = vec![Vec::new()];
            for _ in 0..slots {
                ways = ways.iter().flat_map(|way| payable.iter().map(|one| [way.as_slice(), &[*one]].concat())).collect();
            }
            chosen =
                chosen.iter().flat_map(|before| ways.iter().map(|way| [before.as_slice(), &[(number, way.clone())]].concat())).collect();
        }
        chosen.into_iter().map(|chosen| self.way(chosen, granted)).collect()
    }

    fn applies(&self, number: u16) -> bool {
        let when = self.document.combines[usize::from(number)].when.as_ref();
        when.is_none_or(|when| condition(self.scope, when, None, &mut Trace::default()).verdict == Verdict::Yes)
    }

    fn struck(&self, chosen: &Chosen, place: u16) -> Vec<(FactId, u64)> {
        let mut struck = Vec::new();
        for (number, users) in chosen {
            let combine = &self.document.combines[usize::from(*number)];
            if let (CombineRule::Once(list), true) = (&combine.rule, combine.among.contains(&place)) {
                let others = users.iter().enumerate().filter(|(_, user)| **user != place);
                struck.push((*list, others.fold(0, |bits, (row, _)| bits | 1 << row)));
            }
        }
        struck
    }

    fn way(&mut self, chosen: Chosen, granted: &dyn Fn(u16) -> bool) -> Way {
        let mut gives = Vec::new();
        for place in 0..u16::try_from(self.document.measures.len()).expect("few measures") {
            let out = chosen.iter().any(|(number, picked)| {
                let combine = &self.document.combines[usize::from(*number)];
                combine.rule == CombineRule::Highest && combine.among.contains(&place) && !picked.contains(&place)
            });
            let struck = self.struck(&chosen, place);
            if let Some(amount) = self.gives(place, &struck).filter(|_| !out && granted(place)) {
                gives.push((place, self.document.measures[usize::from(place)].pays.kind(), amount));
            }
        }
        let mut way = Way { chosen, gives, caps: Vec::new() };
        self.cap(&mut way);
        way
    }

    /// Each cap, the narrower first, takes what is above it from the least certain kind first, and within a kind from the last measure.
    fn cap(&self, way: &mut Way) {
        let mut caps: Vec<(u16, &[u16], Decimal)> = Vec::new();
        for (number, combine) in (0_u16..).zip(&self.document.combines) {
            if let (CombineRule::AtMost(at), true) = (&combine.rule, self.applies(number)) {
                let at = amount(self.scope, at, None, &mut Trace::default()).value.most;
                caps.push((number, &combine.among, at.high.expect("a cap is known").max(Decimal::ZERO)));
            }
        }
        caps.sort_by_key(|(_, among, _)| among.len());
        for (number, among, at) in caps {
            let before: Decimal = way.gives.iter().filter(|one| among.contains(&one.0)).map(|one| one.2).sum();
            let mut above = (before - at).max(Decimal::ZERO);
            way.caps.push((number, before, before - above));
            for kind in Sums::KINDS.into_iter().rev() {
                for (_, _, gives) in way.gives.iter_mut().rev().filter(|one| one.1 == kind && among.contains(&one.0)) {
                    let taken = above.min(*gives);
                    *gives -= taken;
                    above -= taken;
                }
            }
        }
    }
}

/// 3,000 firms of every document and of the made-up one: the sums are those of the best way, and what is told is the best way.
#[test]
fn what_is_paid_together_is_the_best_of_all_ways() {
    let shared = compiled("tests/shared");
    let (real, made_up) = (Generator::new(library()), Generator::new(&shared));
    let (mut chosen, mut ties, mut capped) = (0, 0, 0);
    for number in 0..3_000_u64 {
        let document = usize::try_from(number % 6).expect("a small number");
        let (generator, document) = if document == 5 { (&made_up, 0) } else { (&real, document) };
        let library = settled_lists(generator.library(), number);
        let answers = completed(generator, &Answers::default(), number.wrapping_mul(0x9E37_79B9));
        // What the authority has not decided it decides now.
        let answers = completed(generator, &answers, number);
        let (picked, equal, cut) = compare(&library, &answers, document, day("2025-11-21"));
        (chosen, ties, capped) = (chosen + picked, ties + equal, capped + cut);
    }
    assert!(chosen > 300 && ties > 3 && capped > 100, "{chosen} choices, {ties} ties, {capped} caps");
}

fn compare(library: &Library, answers: &Answers, place: usize, as_of: Date) -> (usize, usize, usize) {
    let document = &library.documents[place];
    let found = assess(library, answers, as_of, |one| one.id == document.id).documents.remove(0);
    let scope = Scope { library, answers, as_of, events: document.events, used_elsewhere: &[], assumed: &[] };
    let mut firm = Firm { scope, document, place: u16::try_from(place).expect("few documents"), known: HashMap::new() };
    let told = || format!("{}\n{}", document.id, written(library, answers));
    let combined_ones =
        |place: &u16| document.combines.iter().any(|one| !matches!(one.rule, CombineRule::NamedIn(..)) && one.among.contains(place));
    let paying: Vec<u16> =
        (0..u16::try_from(document.measures.len()).expect("few measures")).filter(|place| firm.gives(*place, &[]).is_some()).collect();
    // Other readings and the authority may deny these all the same.
    let open: Vec<u16> = paying.iter().copied().filter(|place| found.measures[usize::from(*place)].outcome != Outcome::Qualifies).collect();
    let (tried, alone): (Vec<u16>, Vec<u16>) = open.iter().copied().partition(combined_ones);
    let mut ends: [Option<(Decimal, Decimal)>; 3] = [None; 3];
    let mut full = Vec::new();
    for grant in 0_u32..1 << tried.len().min(6) {
        let granted = |one: u16| tried.iter().position(|open| *open == one).is_none_or(|bit| grant >> bit & 1 == 1);
        for extra in [false, true] {
            let ways = firm.ways(&|one| granted(one) && (extra || !alone.contains(&one)));
            let best = ways.iter().max_by(|one, other| one.value().cmp(&other.value())).expect("a way");
            for (end, kind) in ends.iter_mut().zip(Sums::KINDS) {
                let sum = best.sum(kind);
                *end = Some(end.map_or((sum, sum), |(low, high)| (low.min(sum), high.max(sum))));
            }
            full = ways;
        }
    }
    let mixed = document.combines.iter().any(|one| {
        let mut kinds: Vec<Kind> = paying
            .iter()
            .filter(|place| one.among.contains(place))
            .map(|place| document.measures[usize::from(*place)].pays.kind())
            .collect();
        kinds.dedup();
        !matches!(one.rule, CombineRule::NamedIn(..)) && kinds.len() > 1
    });
    for (end, kind) in ends.into_iter().zip(Sums::KINDS) {
        let (low, high) = end.expect("tried");
        let most = found.sums.of(kind).map_or((Decimal::ZERO, Decimal::ZERO), |sum| (sum.most.low, sum.most.high.expect("bounded")));
        let inside = most.0 <= low && high <= most.1;
        assert!(inside && (mixed && !tried.is_empty() || most == (low, high)), "{kind:?}: {most:?}, by trying {low} to {high}\n{}", told());
    }
    what_is_told_is_best(&mut firm, &found, &full, tried.is_empty(), &told)
}

/// With everything granted, what is told to be chosen is a best way; what is dropped would give so much; a tie is another best way.
fn what_is_told_is_best(
    firm: &mut Firm<'_>,
    found: &DocumentFinding,
    ways: &[Way],
    sure: bool,
    told: &impl Fn() -> String,
) -> (usize, usize, usize) {
    let document = firm.document;
    let best = ways.iter().map(Way::value).max().expect("a way");
    let says = |one: &Combined, way: &Way| -> bool {
        let chosen = way.chosen(one.combine);
        match document.combines[usize::from(one.combine)].rule {
            _ if !one.decided || chosen.is_empty() => true,
            CombineRule::Highest => one.shares.first().is_some_and(|(winner, _)| chosen == [*winner]),
            CombineRule::Once(_) => one.rows == chosen,
            CombineRule::AtMost(_) | CombineRule::NamedIn(..) => true,
        }
    };
    let as_told: Vec<&Way> = ways.iter().filter(|way| found.combined.iter().all(|one| says(one, way))).collect();
    let way = as_told
        .iter()
        .find(|way| way.value() == best)
        .unwrap_or_else(|| panic!("what is told is not best\n{:?}\n{}", found.combined, told()));
    let (mut chosen, mut ties, mut capped) = (0, 0, 0);
    for one in &found.combined {
        let id = &document.combines[usize::from(one.combine)].id;
        if let Some(cap) = one.cap.as_ref().filter(|_| sure) {
            let (_, before, after) = way.caps.iter().find(|(number, ..)| *number == one.combine).expect("a cap");
            assert_eq!(cap.taken.high, Some(before - after), "{id}\n{}", told());
            capped += usize::from(before != after);
        }
        if !one.decided || way.chosen(one.combine).is_empty() {
            assert!(one.decided || !sure, "{id} is open though everything is known\n{}", told());
            continue;
        }
        chosen += 1;
        assert_eq!(
            dropped(firm, way, one),
            one.dropped.iter().map(|one| (one.measure, one.row, one.gives.high.unwrap_or_default())).collect::<Vec<_>>(),
            "{id}\n{}",
            told()
        );
        let same_elsewhere =
            |other: &&Way| other.chosen.iter().all(|(number, other)| *number == one.combine || way.chosen(*number) == other);
        let others: Vec<&Way> = ways.iter().filter(same_elsewhere).filter(|other| other.value() == best).collect();
        let tie = sure && others.iter().any(|other| is_another(firm, way, other, one.combine));
        if sure {
            assert_eq!(one.tied, tie, "{id} in {} best ways\n{:?}\n{}", others.len(), one, told());
        }
        ties += usize::from(tie);
    }
    (chosen, ties, capped)
}

/// What is not paid because of the combine, measure by measure.
fn dropped(firm: &mut Firm<'_>, way: &Way, one: &Combined) -> Vec<(u16, Option<u16>, Decimal)> {
    let combine = &firm.document.combines[usize::from(one.combine)];
    let mut dropped = Vec::new();
    for place in 0..u16::try_from(firm.document.measures.len()).expect("few measures") {
        if !combine.among.contains(&place) || firm.gives(place, &[]).is_none() {
            continue;
        }
        if combine.rule == CombineRule::Highest {
            let whole = firm.gives(place, &[]).unwrap_or_default();
            if !way.chosen(one.combine).contains(&place) && !whole.is_zero() {
                dropped.push((place, None, whole));
            }
            continue;
        }
        let struck = firm.struck(&way.chosen, place);
        for row in (0_u16..).zip(way.chosen(one.combine)).filter(|(_, user)| **user != place).map(|(row, _)| row) {
            let with: Vec<(FactId, u64)> = struck.iter().map(|(list, bits)| (*list, bits & !(1 << row))).collect();
            let lost = firm.gives(place, &with).unwrap_or_default() - firm.gives(place, &struck).unwrap_or_default();
            if lost > Decimal::ZERO {
                dropped.push((place, Some(row), lost));
            }
        }
    }
    dropped
}

/// Whether the other way pays another measure, or gives rows to others that count for both.
fn is_another(firm: &mut Firm<'_>, way: &Way, other: &Way, number: u16) -> bool {
    if way.value() == [Decimal::ZERO; 3] {
        return false;
    }
    let combine = &firm.document.combines[usize::from(number)];
    let CombineRule::Once(list) = combine.rule else {
        let paid = |way: &Way| way.chosen(number).iter().copied().filter(|place| !way.of(*place).is_zero()).collect::<Vec<_>>();
        return paid(way) != paid(other);
    };
    let moved: Vec<(usize, [u16; 2])> = way
        .chosen(number)
        .iter()
        .zip(other.chosen(number))
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(row, (a, b))| (row, [*a, *b]))
        .collect();
    let mut counts =
        |row: usize, place: u16| firm.gives(place, &[(list, !(1 << row))]) > firm.gives(place, &[(list, !0)]).or(Some(Decimal::ZERO));
    !moved.is_empty() && moved.iter().all(|(row, users)| users.iter().all(|user| counts(*row, *user)))
}
