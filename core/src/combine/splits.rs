//! What is unknown and decides several measures one for, another against: it has one value for all of them.

use rust_decimal::Decimal;

use super::Contribution;
use super::atoms::{Asked, Atom, Owner, atoms};
use crate::answers::{Answer, Recognition};
use crate::evaluate::{AtRow, Scope, bit, possible_options, relation};
use crate::expression::{Amount, Condition, Place, Sign};
use crate::fact::{FactId, FactKind};
use crate::interval::Interval;
use crate::library::{Combine, CombineRule, Document};
use crate::measure::Finding;
use crate::order::each_once;

/// Something unknown, the rules it decides, and what it may turn out to be.
#[derive(Clone, Debug)]
pub(super) struct Split<'a> {
    /// Where it stands.
    pub(super) place: Asked,
    /// The rules.
    pub(super) owners: Vec<Owner>,
    /// The ways it may turn out.
    pub(super) ways: Vec<Way<'a>>,
    /// The list and the row, where it decides what that row gives, and no more.
    pub(super) alone: Option<(FactId, u16)>,
}

impl Split<'_> {
    /// The measures it decides.
    pub(super) fn measures(&self) -> impl Iterator<Item = u16> {
        self.owners.iter().filter_map(|owner| if let Owner::Measure(place) = owner { Some(*place) } else { None })
    }
}

/// One way in which something unknown may turn out.
#[derive(Clone, Debug)]
pub(super) enum Way<'a> {
    /// This answer is given.
    Answered(Asked, Answer),
    /// This condition, in this row of a list if it is about one, holds or does not.
    Assumed(Atom<'a>, bool),
}

/// The smallest step between two answers.
const STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

/// The splits among the rules of a document. Where all measures lean the same way there is nothing to split: they are lowest, and
/// highest, together.
pub(super) fn splits<'a>(scope: Scope<'a>, document: &'a Document, findings: &[Finding]) -> Vec<Split<'a>> {
    let open = |one: &Contribution| one.estimate.most.value().is_none();
    let rules = || document.measures.iter().zip(findings);
    let measures = rules().filter_map(|(rule, finding)| Contribution::of(scope, rule, finding)).filter(open).count();
    let asks = |combine: &&Combine| combine.when.is_some() || matches!(combine.rule, CombineRule::AtMost(_));
    if measures.saturating_add(document.combines.iter().filter(asks).count()) < 2 {
        return Vec::new();
    }
    let mut left = atoms(scope, document, |place| {
        let rule = document.measures.get(usize::from(place)).zip(findings.get(usize::from(place)));
        rule.is_some_and(|(rule, finding)| finding.undecided && Contribution::of(scope, rule, finding).is_some())
    });
    let mut splits = Vec::new();
    while let Some(first) = left.first() {
        let (same, others): (Vec<Atom<'a>>, Vec<Atom<'a>>) = left.iter().copied().partition(|atom| atom.is_on_same(first));
        splits.extend(split(scope, &same));
        left = others;
    }
    splits
}

fn split<'a>(scope: Scope<'a>, atoms: &[Atom<'a>]) -> Option<Split<'a>> {
    let first = *atoms.first()?;
    if atoms.iter().all(|atom| atom.owner == first.owner) {
        return None;
    }
    let mut ways: Vec<(Way<'a>, Vec<bool>)> = Vec::new();
    for way in possible(scope, &first, atoms) {
        let leans: Vec<bool> = atoms.iter().map(|atom| holds(atom.leaf, &way) == atom.positive).collect();
        if ways.iter().all(|(_, others)| *others != leans) {
            ways.push((way, leans));
        }
    }
    let below = |one: &[bool], other: &[bool]| one.iter().zip(other).all(|(one, other)| one <= other);
    let ordered = ways.iter().all(|(_, one)| ways.iter().all(|(_, other)| below(one, other) || below(other, one)));
    let owners = atoms.iter().map(|atom| atom.owner).collect();
    let alone = first.at().filter(|(list, _)| atoms.iter().all(|atom| atom.alone == Some(*list)));
    (!ordered).then(|| Split { place: first.place(), owners, ways: ways.into_iter().map(|(way, _)| way).collect(), alone })
}

/// What the unknown may turn out to be; of a quantity the ranges between the lines it is compared with.
fn possible<'a>(scope: Scope<'a>, first: &Atom<'a>, atoms: &[Atom<'a>]) -> Vec<Way<'a>> {
    let Some(asked) = first.asked else {
        return [true, false].map(|held| Way::Assumed(*first, held)).to_vec();
    };
    let answers: Vec<Answer> = match first.leaf {
        Condition::Recognised(_) => [Recognition::Granted, Recognition::Refused].map(Answer::Recognition).to_vec(),
        Condition::OneOf(place, _) => options(scope, *place, first),
        Condition::Compare(comparison) => ranges(whole(scope, &comparison.left, first), atoms).into_iter().map(Answer::Quantity).collect(),
        _ => [true, false].map(Answer::YesNo).to_vec(),
    };
    answers.into_iter().map(|answer| Way::Answered(asked, answer)).collect()
}

fn options(scope: Scope<'_>, place: Place, atom: &Atom<'_>) -> Vec<Answer> {
    let Some(FactKind::Choice(choice)) = scope.library.kind(place, atom.list()) else { return Vec::new() };
    let open = match place {
        Place::Fact(fact) => possible_options(&scope, choice, fact, scope.answers.get(fact)).0,
        Place::Column(_) => u64::MAX,
    };
    (0_u8..).zip(&choice.options).filter(|(option, _)| bit(*option) & open != 0).map(|(option, _)| Answer::Choice(option)).collect()
}

/// What is known of the quantity that is compared.
fn whole(scope: Scope<'_>, compared: &Amount, atom: &Atom<'_>) -> Interval {
    let row = atom.list().map(|list| AtRow { list, row: atom.row(scope.answers) });
    if let Amount::Place(place) = compared { scope.quantity(*place, row) } else { Interval::ANY }
}

fn ranges(whole: Interval, atoms: &[Atom<'_>]) -> Vec<Interval> {
    let starts = atoms.iter().filter_map(|atom| line(atom.leaf)).flat_map(|(sign, line)| {
        let above = line.checked_add(STEP).unwrap_or(line);
        match sign {
            Sign::AtLeast | Sign::LessThan => [line, line],
            Sign::MoreThan | Sign::AtMost => [above, above],
            Sign::Equal => [line, above],
        }
    });
    let starts = each_once(starts.filter(|start| *start > whole.low && whole.high.is_none_or(|high| *start <= high)));
    let lows = [whole.low].into_iter().chain(starts.iter().copied());
    let highs = starts.iter().map(|start| start.checked_sub(STEP)).chain([whole.high]);
    lows.zip(highs).map(|(low, high)| Interval { low, high }).collect()
}

/// The line an answer is compared with, and how.
pub(super) fn line(leaf: &Condition) -> Option<(Sign, Decimal)> {
    let Condition::Compare(comparison) = leaf else { return None };
    match (&comparison.left, &comparison.right) {
        (Amount::Place(_), Amount::Literal(line, _)) => Some((comparison.sign, *line)),
        _ => None,
    }
}

fn holds(leaf: &Condition, way: &Way<'_>) -> bool {
    match (way, leaf) {
        (Way::Assumed(_, held), _) => *held,
        (Way::Answered(_, Answer::YesNo(yes)), _) => *yes,
        (Way::Answered(_, Answer::Choice(option)), Condition::OneOf(_, options)) => bit(*option) & options != 0,
        (Way::Answered(_, Answer::Quantity(range)), leaf) => {
            line(leaf).is_some_and(|(sign, line)| relation(*range, sign, Interval::point(line)) == Some(true))
        }
        (Way::Answered(_, answer), _) => *answer == Answer::Recognition(Recognition::Granted),
    }
}
