//! What is known of a firm in part holds whatever the rest turns out to be: every card, every sum, what is paid together, what is told of
//! combining. And where little is open, it holds no more than that.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_core::answers::{Answer, Answers, Recognition};
use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::Sums;
use mingbai_core::expression::{Amount, Condition, Sign};
use mingbai_core::fact::{FactId, FactKind};
use mingbai_core::interval::Interval;
use mingbai_core::library::{CombineRule, Document, Kind, Library, Measure};
use mingbai_core::measure::{Estimate, Outcome};
use mingbai_core::verdict::{FactSet, Verdict};
use mingbai_core::{Date, assess};
use mingbai_policies::check::wide::wide;
use mingbai_tests::complete::{completed, settled_lists};
use mingbai_tests::generate::Generator;
use mingbai_tests::library::{compiled, day, library, written};
use mingbai_tests::seed::Seed;
use mingbai_tests::strategy::generator;
use rust_decimal::Decimal;

fn shared() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| compiled("tests/shared"))
}

fn today() -> Date {
    day("2025-11-21")
}

fn found(library: &Library, answers: &Answers, document: usize) -> DocumentFinding {
    assess(library, answers, today(), |one| one.id == library.documents[document].id).documents.remove(0)
}

/// 10,000 firms, by turns of each document: what is found for a firm of which something is open holds two ways in which everything may
/// turn out.
#[test]
fn every_completion_lies_in_what_was_found_before() {
    for number in 0..10_000_u64 {
        let (library, generator, document) = if number % 6 == 5 {
            (shared(), shared_generator(), 0)
        } else {
            let document = usize::try_from(number % 6).expect("a small number");
            (library(), generator(), document)
        };
        let known = generator.firm(number.wrapping_mul(0x9E37_79B9));
        let before = found(library, &known, document);
        exclusive_measures_never_add(&library.documents[document], &before, &|| written(library, &known));
        for turn in 0..2 {
            let whole = completed(generator, &known, number * 2 + turn);
            let after = found(&settled_lists(library, number + turn), &whole, document);
            let told = || format!("{}\n{}\n{}", library.documents[document].id, written(library, &known), written(library, &whole));
            holds(&library.documents[document], &before, &after, &told);
        }
    }
}

fn shared_generator() -> &'static Generator<'static> {
    static GENERATOR: OnceLock<Generator<'static>> = OnceLock::new();
    GENERATOR.get_or_init(|| Generator::new(shared()))
}

fn holds(document: &Document, before: &DocumentFinding, after: &DocumentFinding, told: &impl Fn() -> String) {
    let inside = |what: &str, was: Estimate, is: Estimate| {
        assert!(was.most.contains(is.most) && was.least <= is.least, "{what}: {was:?} became {is:?}\n{}", told());
    };
    for (rule, (was, is)) in document.measures.iter().zip(before.measures.iter().zip(&after.measures)) {
        assert!(!was.is_denied() || is.is_denied(), "{} was denied\n{}", rule.id, told());
        assert!(was.outcome != Outcome::Qualifies || !is.is_denied(), "{} qualified\n{}", rule.id, told());
        if let (Some(was), Some(is), false) = (was.estimate, is.estimate, is.is_denied()) {
            inside(&rule.id, was, is);
        }
    }
    for kind in Sums::KINDS {
        inside(kind.name(), sum(before, kind), sum(after, kind));
    }
    for is in &after.combined {
        let id = &document.combines[usize::from(is.combine)].id;
        let Some(was) = before.combined.iter().find(|was| was.combine == is.combine) else { continue };
        inside(id, was.together, is.together);
        if let (Some(was), Some(is)) = (&was.cap, &is.cap) {
            assert!(was.taken.contains(is.taken), "{id} takes {was:?}, then {is:?}\n{}", told());
        }
        let unbounded = |place: &u16| before.measures[usize::from(*place)].estimate.is_some_and(|estimate| estimate.most.high.is_none());
        let share = |place: u16| was.shares.iter().find(|(one, _)| *one == place).map_or(Estimate::ZERO, |(_, share)| *share);
        for (place, is) in is.shares.iter().filter(|(place, _)| was.cap.is_none() && !was.tied && !unbounded(place)) {
            let may = share(*place).most.from_zero();
            assert!(may.contains(is.most) || is.most.high == Some(Decimal::ZERO), "share in {id}: {was:?} became {is:?}\n{}", told());
        }
        let named = was.decided && document.combines[usize::from(is.combine)].rule == CombineRule::Highest;
        if named && !is.tied && !is.shares.is_empty() && !was.shares.is_empty() && is.together != Estimate::ZERO {
            assert_eq!(was.shares[0].0, is.shares[0].0, "{id} was decided otherwise\n{}", told());
        }
    }
}

/// The sum of a kind; one with a measure beside it that has no upper end has none either.
fn sum(found: &DocumentFinding, kind: Kind) -> Estimate {
    let sum = found.sums.of(kind).unwrap_or(Estimate::ZERO);
    let beside = found.sums.beside.iter().map(|place| &found.measures[usize::from(*place)]);
    let open = beside.filter(|one| one.kind == kind).any(|one| one.estimate.is_some_and(|estimate| estimate.most.high.is_none()));
    if open { Estimate { most: Interval { low: sum.most.low, high: None }, ..sum } } else { sum }
}

/// Of two measures that exclude each other by their own words, or by 就高, only the larger is in the sum.
fn exclusive_measures_never_add(document: &Document, found: &DocumentFinding, told: &impl Fn() -> String) {
    let high = |place: usize, kind: Kind| {
        let one = &found.measures[place];
        let beside = found.sums.beside.iter().any(|beside| usize::from(*beside) == place);
        one.estimate.filter(|_| one.kind == kind && !beside && !one.is_denied()).and_then(|estimate| estimate.most.high).unwrap_or_default()
    };
    for kind in Sums::KINDS {
        let all: Decimal = (0..document.measures.len()).map(|place| high(place, kind)).sum();
        for (one, other) in exclusive(document, found) {
            let less = high(one, kind).min(high(other, kind));
            let sum = found.sums.of(kind).and_then(|sum| sum.most.high).unwrap_or_default();
            let ids = [one, other].map(|place| &document.measures[place].id);
            assert!(sum <= all - less, "{ids:?} add up: {sum} of {all}\n{}", told());
        }
    }
}

fn exclusive(document: &Document, found: &DocumentFinding) -> Vec<(usize, usize)> {
    let places = 0..document.measures.len();
    let by_words = places.clone().flat_map(|one| places.clone().map(move |other| (one, other)));
    let by_words = by_words.filter(|(one, other)| one < other && exclude(&document.measures[*one], &document.measures[*other]));
    let highest = found.combined.iter().filter(|one| one.applies.verdict == Verdict::Yes);
    let highest = highest.map(|one| &document.combines[usize::from(one.combine)]).filter(|one| one.rule == CombineRule::Highest);
    let by_rule = highest.flat_map(|one| {
        let pairs = one.among.iter().flat_map(|first| one.among.iter().map(move |second| (usize::from(*first), usize::from(*second))));
        pairs.filter(|(first, second)| first < second)
    });
    by_words.chain(by_rule).collect()
}

/// Whether a condition of one and a condition of the other cannot both hold.
fn exclude(one: &Measure, other: &Measure) -> bool {
    let [ones, others] = [one, other].map(|measure| measure.when.as_ref().map(conjuncts).unwrap_or_default());
    ones.iter().any(|one| others.iter().any(|other| contradict(one, other) || contradict(other, one)))
}

fn conjuncts(condition: &Condition) -> Vec<&Condition> {
    match condition {
        Condition::All(parts) => parts.iter().flat_map(conjuncts).collect(),
        one => vec![one],
    }
}

fn contradict(one: &Condition, other: &Condition) -> bool {
    if let Condition::Not(inner) = one {
        return **inner == *other;
    }
    let (Condition::Compare(low), Condition::Compare(high)) = (one, other) else { return false };
    let (Amount::Literal(least, _), Amount::Literal(most, _)) = (&low.right, &high.right) else { return false };
    let apart = match (low.sign, high.sign) {
        (Sign::AtLeast, Sign::LessThan) | (Sign::MoreThan, Sign::LessThan | Sign::AtMost) => least >= most,
        (Sign::AtLeast, Sign::AtMost) => least > most,
        _ => false,
    };
    matches!(low.left, Amount::Place(_)) && low.left == high.left && apart
}

/// Where a yes-or-no, a choice or a recognition or two are open, each end of each interval is reached by some way they turn out; save
/// what `policies check` lists.
#[test]
fn where_little_is_open_every_end_is_reached() {
    let mut looked_at = 0;
    for number in 0..1_500_u64 {
        let document = usize::try_from(number % 6).expect("a small number");
        let (plain, generator, document) =
            if document == 5 { (shared(), shared_generator(), 0) } else { (library(), generator(), document) };
        let library = settled_lists(plain, number);
        let whole = completed(generator, &Answers::default(), number.wrapping_mul(0x9E37_79B9));
        let mut chance = Seed::new(number);
        let mut open = open_facts(&library, &whole, document);
        chance.shuffle(&mut open);
        open.truncate(1 + chance.below(3));
        let mut known = whole.clone();
        for (fact, _) in &open {
            known.set(*fact, None);
        }
        let before = found(&library, &known, document);
        let ways = ways(&known, &open);
        let after: Vec<DocumentFinding> = ways.iter().map(|answers| found(&library, answers, document)).collect();
        looked_at += is_tight(&library, document, &before, &after, &|| written(&library, &known));
    }
    assert!(looked_at > 1_000, "only {looked_at} intervals were open");
}

/// The facts with few answers that matter for this firm, if all of them were open; with these answers.
fn open_facts(library: &Library, whole: &Answers, document: usize) -> Vec<(FactId, Vec<Answer>)> {
    let answers = |fact: FactId| match &library.facts[usize::from(fact.0)].kind {
        FactKind::YesNo => [true, false].map(Answer::YesNo).to_vec(),
        FactKind::Recognition => [Recognition::Granted, Recognition::Refused].map(Answer::Recognition).to_vec(),
        FactKind::Choice(choice) if choice.derived.is_none() => {
            (0_u8..).zip(&choice.options).map(|(option, _)| Answer::Choice(option)).collect()
        }
        _ => Vec::new(),
    };
    let few = (0..library.facts.len()).map(|fact| FactId(u16::try_from(fact).expect("few facts")));
    let few: Vec<(FactId, Vec<Answer>)> = few.map(|fact| (fact, answers(fact))).filter(|(_, answers)| !answers.is_empty()).collect();
    let mut known = whole.clone();
    for (fact, _) in &few {
        known.set(*fact, None);
    }
    let causes = found(library, &known, document).measures.iter().fold(FactSet::default(), |all, one| all.union(one.causes.facts));
    few.into_iter().filter(|(fact, _)| causes.contains(*fact)).collect()
}

fn ways(known: &Answers, open: &[(FactId, Vec<Answer>)]) -> Vec<Answers> {
    open.iter().fold(vec![known.clone()], |ways, (fact, answers)| {
        let with = |way: &Answers, answer: &Answer| {
            let mut way = way.clone();
            way.set(*fact, Some(answer.clone()));
            way
        };
        ways.iter().flat_map(|way| answers.iter().map(|answer| with(way, answer))).collect()
    })
}

/// How many intervals were open, each of them as narrow as what it may turn out to be.
fn is_tight(library: &Library, place: usize, before: &DocumentFinding, after: &[DocumentFinding], told: &impl Fn() -> String) -> usize {
    let document = &library.documents[place];
    let listed = wide(library, document);
    let is_listed = |id: Option<&str>| listed.iter().any(|one| one.id.as_deref() == id && !one.why.is_empty());
    let mut looked_at = 0;
    let mut reached = |what: &str, was: Estimate, turns_out: &[Estimate]| {
        let hull = turns_out.iter().copied().reduce(Estimate::hull);
        assert_eq!(hull, Some(was), "{what} in {} ways\n{}\n{}", turns_out.len(), document.id, told());
        looked_at += usize::from(was.most.value().is_none());
    };
    for (number, (rule, was)) in document.measures.iter().zip(&before.measures).enumerate() {
        if was.is_denied() || is_listed(Some(&rule.id)) {
            continue;
        }
        let paid = after.iter().map(|after| &after.measures[number]).filter(|is| !is.is_denied());
        assert!(paid.clone().next().is_some(), "{} is denied in every way\n{}", rule.id, told());
        if let Some(was) = was.estimate {
            reached(&rule.id, was, &paid.filter_map(|is| is.estimate).collect::<Vec<_>>());
        }
    }
    let pays = |id: &str| {
        document.measures.iter().zip(&before.measures).any(|(rule, was)| rule.id == id && was.estimate.is_some() && !was.is_denied())
    };
    let bears = |id: &str| before.combined.iter().any(|one| document.combines[usize::from(one.combine)].id == id);
    let spoilt = is_listed(None)
        || listed.iter().filter(|one| !one.why.is_empty()).filter_map(|one| one.id.as_deref()).any(|id| pays(id) || bears(id));
    for kind in Sums::KINDS.into_iter().filter(|_| {
        !spoilt && !before.sums.wide && !before.sums.beside.iter().any(|one| document.measures[usize::from(*one)].paid_by.is_none())
    }) {
        let all: Vec<Estimate> = after.iter().map(|after| after.sums.of(kind).unwrap_or(Estimate::ZERO)).collect();
        reached(kind.name(), before.sums.of(kind).unwrap_or(Estimate::ZERO), &all);
    }
    looked_at
}
