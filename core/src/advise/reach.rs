//! Which changes could make a condition hold: every part of `and`, one part of `or`, the nearest value beyond a line.

use rust_decimal::Decimal;

use super::change::{Change, Target, Ways, add, both};
use crate::answers::{Answer, Row};
use crate::evaluate::{AtRow, RowState, Scope, amount, bit, condition, relation};
use crate::expression::{Amount, Condition, Place, Rows, Sign, Total};
use crate::fact::{Changeable, FactKind, ListId};
use crate::interval::Interval;
use crate::library::Measure;
use crate::trace::Trace;
use crate::verdict::Verdict;

/// Sets of changes that may make the measure met, the small ones first. Each has still to be tried: a change may undo another.
pub(super) fn ways(scope: Scope<'_>, rule: &Measure) -> Ways {
    let reach = Reach { scope, row: None };
    let met = rule.when.as_ref().map_or_else(nothing_needed, |when| reach.made(when, true));
    let counted = match rule.pays.amount() {
        Some(pays) if amount(scope, pays, None, &mut Trace::aside()).rows == RowState::Denied => reach.counted(pays),
        _ => nothing_needed(),
    };
    both(scope.answers, &met, &counted)
}

fn nothing_needed() -> Ways {
    vec![Vec::new()]
}

/// Where an amount has to come to.
#[derive(Clone, Copy)]
struct Goal {
    line: Decimal,
    up: bool,
    /// Whether the line itself is not enough.
    beyond: bool,
}

/// What is looked at: the applicant, or a row of a list with its number.
#[derive(Clone, Copy)]
struct Reach<'a> {
    scope: Scope<'a>,
    row: Option<(AtRow<'a>, u16)>,
}

impl<'a> Reach<'a> {
    fn at(self) -> Option<AtRow<'a>> {
        self.row.map(|(at, _)| at)
    }

    fn value(self, of: &Amount) -> Interval {
        amount(self.scope, of, self.at(), &mut Trace::aside()).value.most
    }

    /// The changes after which the condition holds, or does not hold. What is unknown is left as it is.
    fn made(self, what: &Condition, hold: bool) -> Ways {
        if condition(self.scope, what, self.at(), &mut Trace::aside()).verdict != Verdict::from(!hold) {
            return nothing_needed();
        }
        match what {
            Condition::All(parts) | Condition::Any(parts) => self.parts(parts, hold, matches!(what, Condition::All(_)) == hold),
            Condition::Not(part) => self.made(part, !hold),
            Condition::Holds(place) => self.put(*place, Answer::YesNo(hold)),
            Condition::Compare(one) => {
                let sign = if hold { Some(one.sign) } else { one.sign.opposite() };
                sign.map_or_else(Vec::new, |sign| self.compared(&one.left, sign, &one.right))
            }
            Condition::OneOf(place, options) => self.chosen(*place, if hold { *options } else { !options }),
            Condition::FirstReaches(first) if hold => {
                let not_before = self.compared(&first.before, Sign::LessThan, &first.threshold);
                both(self.scope.answers, &not_before, &self.compared(&first.value, Sign::AtLeast, &first.threshold))
            }
            Condition::FirstReaches(_) | Condition::Recognised(_) | Condition::Listed(_) => Vec::new(),
        }
    }

    fn parts(self, parts: &[Condition], hold: bool, every: bool) -> Ways {
        if every {
            return parts.iter().fold(nothing_needed(), |ways, part| both(self.scope.answers, &ways, &self.made(part, hold)));
        }
        let mut ways = Vec::new();
        parts.iter().flat_map(|part| self.made(part, hold)).for_each(|way| add(&mut ways, way));
        ways
    }

    fn chosen(self, place: Place, options: u64) -> Ways {
        (0_u8..64).filter(|option| bit(*option) & options != 0).flat_map(|option| self.put(place, Answer::Choice(option))).collect()
    }

    /// The answer at the place changed to this one, where it can be.
    fn put(self, place: Place, to: Answer) -> Ways {
        let library = self.scope.library;
        let found = match (place, self.row) {
            (Place::Fact(fact), _) => library.fact(fact).map(|one| (Target::Fact(fact), one.changeable)),
            (Place::Column(column), Some((at, row))) => {
                library.column(Some(at.list), column).map(|one| (Target::Cell(at.list.fact, row, column), one.changeable))
            }
            (Place::Column(_), None) => None,
        };
        let can = |changeable| match (changeable, &to) {
            (Changeable::Freely, _) => true,
            (Changeable::To(options), Answer::Choice(option)) => bit(*option) & options != 0,
            _ => false,
        };
        let target = found.filter(|(_, changeable)| can(*changeable)).map(|(target, _)| target);
        target.map_or_else(Vec::new, |target| vec![vec![Change { target, to }]])
    }

    /// One side moved to the other, where the comparison does not hold.
    fn compared(self, left: &Amount, sign: Sign, right: &Amount) -> Ways {
        let (one, other) = (self.value(left), self.value(right));
        if relation(one, sign, other) != Some(false) {
            return nothing_needed();
        }
        let up = sign.is_upward() || (sign == Sign::Equal && one.low < other.low);
        let beyond = matches!(sign, Sign::MoreThan | Sign::LessThan);
        let mut ways = self.moved(left, end(other, up), up, beyond);
        ways.extend(self.moved(right, end(one, !up), !up, beyond));
        ways
    }

    fn moved(self, what: &Amount, line: Option<Decimal>, up: bool, beyond: bool) -> Ways {
        line.map_or_else(Vec::new, |line| self.brought(what, Goal { line, up, beyond }))
    }

    /// One answer changed so that the amount comes to the goal.
    fn brought(self, what: &Amount, goal: Goal) -> Ways {
        match what {
            Amount::Place(place) => self.quantity(*place, goal),
            Amount::Sum(parts) => {
                let whole = self.value(what);
                parts.iter().flat_map(|part| self.share(part, whole, self.value(part), goal)).collect()
            }
            Amount::Minus(one, other) => {
                let (least, taken) = (self.value(one), self.value(other));
                let line = end(taken, goal.up).and_then(|taken| goal.line.checked_add(taken));
                let mut ways = self.moved(one, line, goal.up, goal.beyond);
                let line = end(least, !goal.up).and_then(|least| least.checked_sub(goal.line));
                ways.extend(self.moved(other, line, !goal.up, goal.beyond));
                ways
            }
            Amount::Total(total) => self.total(what, total, goal),
            _ => Vec::new(),
        }
    }

    /// A part of a sum moved by what the whole lacks.
    fn share(self, part: &Amount, whole: Interval, share: Interval, goal: Goal) -> Ways {
        let ends = end(whole, !goal.up).zip(end(share, !goal.up));
        let line = ends.and_then(|(whole, share)| goal.line.checked_sub(whole.checked_sub(share)?));
        self.moved(part, line, goal.up, goal.beyond)
    }

    /// In one row: the amount moved, or the row made to count.
    fn total(self, what: &Amount, total: &Total, goal: Goal) -> Ways {
        let mut ways = Vec::new();
        for row in self.rows(total) {
            let counts = total.filter.as_ref().map_or_else(nothing_needed, |filter| row.made(filter, true));
            if counts == nothing_needed() {
                ways.extend(row.share(&total.each, self.value(what), row.value(&total.each), goal));
            } else {
                let more = row.share(&total.each, self.value(what), Interval::ZERO, goal);
                ways.extend(both(self.scope.answers, &counts, &more));
                ways.extend(counts);
            }
        }
        ways
    }

    /// The nearest value at or beyond the line, in the smallest steps of the unit.
    fn quantity(self, place: Place, goal: Goal) -> Ways {
        let Some(FactKind::Quantity(quantity)) = self.scope.library.kind(place, self.at().map(|at| at.list)) else { return Vec::new() };
        let step = quantity.unit.step();
        let steps = goal.line.checked_div(step).map(|steps| if goal.up { steps.ceil() } else { steps.floor() });
        let on_line = steps.and_then(|steps| steps.checked_mul(step));
        let to = match on_line.filter(|to| goal.beyond && *to == goal.line) {
            Some(line) => {
                if goal.up {
                    line.checked_add(step)
                } else {
                    line.checked_sub(step)
                }
            }
            None => on_line,
        };
        let to = to.map(|to| to.normalize()).filter(|to| *to >= Decimal::ZERO && *to <= quantity.bound());
        to.map_or_else(Vec::new, |to| self.put(place, Answer::Quantity(Interval::point(to))))
    }

    /// The changes after which one row counts in an amount in which none does.
    fn counted(self, pays: &Amount) -> Ways {
        let mut ways = Vec::new();
        match pays {
            Amount::Literal(..) | Amount::Place(_) => {}
            Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| ways.extend(self.counted(part))),
            Amount::BetterOf(one, other) => [one, other].into_iter().for_each(|part| ways.extend(self.counted(part))),
            Amount::UpTo(inner, _) | Amount::AtMost(inner, _) | Amount::Minus(inner, _) => ways = self.counted(inner),
            Amount::Total(total) => {
                let made = |row: Reach<'a>| total.filter.as_ref().map_or_else(Vec::new, |filter| row.made(filter, true));
                self.rows(total).into_iter().flat_map(made).for_each(|way| add(&mut ways, way));
            }
        }
        ways
    }

    /// The rows of a list that are not past; those of a list inside a row are left alone.
    fn rows(self, total: &Total) -> Vec<Self> {
        let Rows::Fact(fact) = total.list else { return Vec::new() };
        let list = ListId { fact, inner: None };
        let date = self.scope.library.list(list).and_then(|list| list.date);
        let ahead = |row: &Row| date.is_none_or(|date| row.date(date).is_some_and(|day| day > self.scope.as_of));
        let rows = (0_u16..).zip(self.scope.answers.rows(fact).0).filter(|(_, row)| ahead(row));
        rows.map(|(number, row)| Self { row: Some((AtRow { list, row: Some(row) }, number)), ..self }).collect()
    }
}

/// The upper or the low end.
fn end(of: Interval, upper: bool) -> Option<Decimal> {
    if upper { of.high } else { Some(of.low).filter(|low| *low != Interval::NO_LOW) }
}
