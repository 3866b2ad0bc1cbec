//! The conditions that are unknown, each with the rule it stands in.

use super::splits::line;
use crate::answers::{Answer, Answers, Row};
use crate::evaluate::{AtRow, Scope, condition};
use crate::expression::{Amount, Condition, Place, Rows, Total};
use crate::fact::{ColumnId, FactId, FactKind, ListId};
use crate::library::{CombineRule, Document};
use crate::trace::Trace;
use crate::verdict::Verdict;

/// The rule a condition stands in, as its place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A measure.
    Measure(u16),
    /// A combine.
    Combine(u16),
}

/// A fact, or a cell of a row of a list. Facts come before cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Asked {
    cell: Option<(u16, ColumnId)>,
    fact: FactId,
}

/// An unknown condition without parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'a> {
    /// The rule it stands in.
    pub(super) owner: Owner,
    /// The condition.
    pub(super) leaf: &'a Condition,
    /// What it asks, if that is one answer.
    pub(super) asked: Option<Asked>,
    /// Whether the rule gives more where it holds.
    pub(super) positive: bool,
    /// The list of its row, where the measure simply adds up what its rows give: then it decides what that row gives, and no more.
    pub(super) alone: Option<FactId>,
    row: Option<(FactId, u16)>,
}

impl Asked {
    /// Puts an answer in its place.
    pub(super) fn set(self, answers: &mut Answers, answer: Answer) {
        let Some((row, column)) = self.cell else { return answers.set(self.fact, Some(answer)) };
        if let Some(Answer::List(mut list)) = answers.get(self.fact).cloned() {
            if let Some(row) = list.rows.get_mut(usize::from(row)) {
                row.set(column, Some(answer));
            }
            answers.set(self.fact, Some(Answer::List(list)));
        }
    }
}

impl Atom<'_> {
    /// Whether the two have one value.
    pub(super) fn is_on_same(&self, other: &Self) -> bool {
        self.asked == other.asked && (self.asked.is_some() || (self.leaf == other.leaf && self.row == other.row))
    }

    /// What it asks, or else the row it stands in.
    pub(super) fn place(&self) -> Asked {
        let row = self.row.map(|(fact, row)| Asked { cell: Some((row, ColumnId(u8::MAX))), fact });
        self.asked.or(row).unwrap_or(Asked { cell: None, fact: FactId(u16::MAX) })
    }

    /// Its list and row.
    pub(super) fn at(&self) -> Option<(FactId, u16)> {
        self.row
    }

    /// The list of its row.
    pub(super) fn list(&self) -> Option<ListId> {
        self.row.map(|(fact, _)| ListId { fact, inner: None })
    }

    /// Its row.
    pub(super) fn row<'b>(&self, answers: &'b Answers) -> Option<&'b Row> {
        let (list, row) = self.row?;
        answers.rows(list).0.get(usize::from(row))
    }
}

/// The atoms of the measures that are wanted and of the combines.
pub(super) fn atoms<'a>(scope: Scope<'a>, document: &'a Document, wanted: impl Fn(u16) -> bool) -> Vec<Atom<'a>> {
    let mut walk = Walk { scope, owner: Owner::Measure(0), atoms: Vec::new(), adds_up: false, bound: Vec::new() };
    for (place, measure) in (0_u16..).zip(&document.measures).filter(|(place, _)| wanted(*place)) {
        walk.owner = Owner::Measure(place);
        let readings = measure.readings.iter();
        let conditions = measure.when.iter().chain(readings.clone().filter_map(|reading| reading.when.as_ref()));
        conditions.for_each(|when| walk.condition(when, Hand::None, true));
        readings.filter_map(|reading| reading.pays.as_ref()).for_each(|pays| walk.amount(pays, true));
        walk.adds_up = true;
        measure.pays.amount().into_iter().for_each(|pays| walk.amount(pays, true));
        walk.adds_up = false;
    }
    for (place, combine) in (0_u16..).zip(&document.combines) {
        walk.owner = Owner::Combine(place);
        combine.when.iter().for_each(|when| walk.condition(when, Hand::None, false));
        if let CombineRule::AtMost(cap) = &combine.rule {
            walk.amount(cap, true);
        }
    }
    for atom in &mut walk.atoms {
        let list = atom.row.map(|(list, _)| list);
        atom.alone = list.filter(|list| !walk.bound.contains(&(atom.owner, *list)));
    }
    walk.atoms
}

/// The row at hand.
#[derive(Clone, Copy)]
enum Hand {
    None,
    Row(FactId, u16),
    /// A row that may still come, or a row inside a row: only its facts are looked at.
    Further,
}

struct Walk<'a> {
    scope: Scope<'a>,
    owner: Owner,
    atoms: Vec<Atom<'a>>,
    /// Whether what is looked at next is added up, and neither compared nor limited.
    adds_up: bool,
    /// The lists with whose rows a rule does more than add them up.
    bound: Vec<(Owner, FactId)>,
}

impl<'a> Walk<'a> {
    fn condition(&mut self, one: &'a Condition, hand: Hand, positive: bool) {
        match one {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part, hand, positive)),
            Condition::Not(part) => self.condition(part, hand, !positive),
            leaf => {
                if let Condition::Compare(comparison) = leaf {
                    for (side, more) in [(&comparison.left, comparison.sign.is_upward()), (&comparison.right, !comparison.sign.is_upward())]
                    {
                        self.amount(side, positive == more);
                    }
                }
                if let Condition::FirstReaches(first) = leaf {
                    self.amount(&first.value, positive);
                    self.amount(&first.before, !positive);
                }
                self.leaf(leaf, hand, positive);
            }
        }
    }

    fn leaf(&mut self, leaf: &'a Condition, hand: Hand, positive: bool) {
        let row = if let Hand::Row(list, row) = hand { Some((list, row)) } else { None };
        let mut atom = Atom { owner: self.owner, leaf, asked: None, positive, alone: None, row };
        atom.asked = self.asked(&atom);
        let at = atom.list().map(|list| AtRow { list, row: atom.row(self.scope.answers) });
        let about_row = matches!(hand, Hand::Further) && atom.asked.is_none();
        if !about_row && condition(self.scope, leaf, at, &mut Trace::aside()).verdict == Verdict::Unknown {
            self.atoms.push(atom);
        }
    }

    /// The one answer that decides the condition.
    fn asked(&self, atom: &Atom<'_>) -> Option<Asked> {
        let place = match atom.leaf {
            Condition::Holds(place) | Condition::Recognised(place) => *place,
            Condition::OneOf(place, _) if matches!(self.scope.library.kind(*place, atom.list()), Some(FactKind::Choice(_))) => *place,
            Condition::Compare(comparison) => match (&comparison.left, line(atom.leaf)) {
                (Amount::Place(place), Some(_)) => *place,
                _ => return None,
            },
            _ => return None,
        };
        match place {
            Place::Fact(fact) => Some(Asked { fact, cell: None }),
            Place::Column(column) => atom.row.map(|(fact, row)| Asked { fact, cell: Some((row, column)) }),
        }
    }

    fn amount(&mut self, one: &'a Amount, positive: bool) {
        let adds_up = self.adds_up;
        self.adds_up &= matches!(one, Amount::Sum(_) | Amount::Product(_) | Amount::UpTo(..));
        match one {
            Amount::Literal(..) | Amount::Place(_) => {}
            Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| self.amount(part, positive)),
            Amount::Minus(one, other) => {
                self.amount(one, positive);
                self.amount(other, !positive);
            }
            Amount::BetterOf(one, other) | Amount::AtMost(one, other) => {
                self.amount(one, positive);
                self.amount(other, positive);
            }
            Amount::UpTo(inner, _) => self.amount(inner, positive),
            Amount::Total(total) => self.total(total, adds_up, positive),
        }
        self.adds_up = adds_up;
    }

    fn total(&mut self, total: &'a Total, adds_up: bool, positive: bool) {
        total.yearly.iter().for_each(|cap| self.amount(cap, positive));
        let mut hands = vec![Hand::Further];
        if let Rows::Fact(list) = total.list {
            let rows = 0..u16::try_from(self.scope.answers.rows(list).0.len()).unwrap_or(u16::MAX);
            hands.splice(0..0, rows.map(|row| Hand::Row(list, row)));
            if !adds_up || total.yearly.is_some() || total.one_per.is_some() || total.largest.is_some() {
                self.bound.push((self.owner, list));
            }
        }
        for hand in hands {
            total.filter.iter().for_each(|filter| self.condition(filter, hand, positive));
        }
        self.amount(&total.each, positive);
    }
}
