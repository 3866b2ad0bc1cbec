//! Measures that can never be met.

use std::collections::BTreeMap;

use mingbai_core::Library;
use mingbai_core::expression::{Amount, Comparison, Condition, FirstReaches, Place, Sign};
use mingbai_core::fact::{FactKind, ListId, Quantity};
use mingbai_core::library::{Measure, Pays};
use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostic, Span};
use crate::expr::ast::{negated, turned};
use crate::resolve::Policies;
use crate::resolve::uses::totals_of_amount;

/// Refuses measures of which the conditions contradict each other, whatever the answers.
pub(crate) fn check(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    let library = &policies.library;
    for (policy, id, doc, measure) in policies.measures() {
        let mut refuse = |span: Span, label: &str| {
            let message = format!("the measure `{}` can never be met", id.text);
            diagnostics.push(Diagnostic::new("measures::impossible", message, &policy.source, span, label));
        };
        if measure.applicants == 0 {
            refuse(id.span, "it is for no kind of applicant");
        }
        if let Some((when, written)) = measure.when.as_ref().zip(doc.when.as_ref())
            && !possible(library, when, None)
        {
            refuse(written.span, "no answers meet this");
        }
        if let Some(written) = doc.pays.as_ref().filter(|_| !rows_possible(library, measure)) {
            refuse(written.span, "no row meets the condition after `where`");
        }
    }
}

/// Whether every list the measure pays over can have a row that counts.
fn rows_possible(library: &Library, measure: &Measure) -> bool {
    let Pays::Amount(amount, _) = &measure.pays else { return true };
    totals_of_amount(amount, None)
        .into_iter()
        .all(|(list, total)| total.filter.as_ref().is_none_or(|filter| possible(library, filter, list)))
}

/// Something that is said of one answer.
#[derive(Clone, Copy)]
enum Atom {
    Compares(Place, Sign, Decimal),
    OneOf(Place, u64),
    NoneOf(Place, u64),
    Is(Place, bool),
    /// Something of which nothing follows here.
    Open,
}

/// Beyond so many ways a condition is taken to be possible.
const MOST_WAYS: usize = 4096;

fn possible(library: &Library, condition: &Condition, list: Option<ListId>) -> bool {
    let ways = ways(condition, true);
    ways.len() > MOST_WAYS || ways.iter().any(|way| consistent(library, list, way))
}

/// The ways in which the condition can hold, or with `holds` unset fail: in each, every atom holds.
fn ways(condition: &Condition, holds: bool) -> Vec<Vec<Atom>> {
    let atom = |atom| vec![vec![atom]];
    match condition {
        Condition::All(parts) if holds => every(parts, holds),
        Condition::Any(parts) if !holds => every(parts, holds),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(|part| ways(part, holds)).collect(),
        Condition::Not(part) => ways(part, !holds),
        Condition::Holds(place) | Condition::Recognised(place) => atom(Atom::Is(*place, holds)),
        Condition::OneOf(place, bits) if holds => atom(Atom::OneOf(*place, *bits)),
        Condition::OneOf(place, bits) => atom(Atom::NoneOf(*place, *bits)),
        Condition::FirstReaches(first) => ways(&in_two(first), holds),
        Condition::Listed(_) => atom(Atom::Open),
        Condition::Compare(comparison) => atom(match (&comparison.left, &comparison.right) {
            (Amount::Place(place), Amount::Literal(value, _)) => compares(*place, comparison.sign, *value, holds),
            (Amount::Literal(value, _), Amount::Place(place)) => compares(*place, turned(comparison.sign), *value, holds),
            _ => Atom::Open,
        }),
    }
}

/// `before < threshold and value >= threshold`.
fn in_two(first: &FirstReaches) -> Condition {
    let compare =
        |left: &Amount, sign| Condition::Compare(Box::new(Comparison { left: left.clone(), sign, right: first.threshold.clone() }));
    Condition::All(vec![compare(&first.before, Sign::LessThan), compare(&first.value, Sign::AtLeast)])
}

fn every(parts: &[Condition], holds: bool) -> Vec<Vec<Atom>> {
    parts.iter().fold(vec![Vec::new()], |all, part| {
        if all.len() > MOST_WAYS {
            return all;
        }
        let more = ways(part, holds);
        all.iter().flat_map(|way| more.iter().map(|one| way.iter().chain(one).copied().collect())).collect()
    })
}

fn compares(place: Place, sign: Sign, value: Decimal, holds: bool) -> Atom {
    match (sign, holds) {
        (Sign::Equal, false) => Atom::Open,
        (sign, true) => Atom::Compares(place, sign, value),
        (sign, false) => Atom::Compares(place, negated(sign), value),
    }
}

/// What is left of the answers at a place.
#[derive(Default)]
struct Left {
    quantity: Option<(Decimal, Decimal)>,
    yes_no: Option<bool>,
    /// Of each of these sets of options at least one is chosen.
    one_of: Vec<u64>,
    /// Options that are not chosen.
    none_of: u64,
}

/// Whether there are answers for which every atom holds.
fn consistent(library: &Library, list: Option<ListId>, way: &[Atom]) -> bool {
    let mut places: BTreeMap<(bool, u16), Left> = BTreeMap::new();
    way.iter().all(|atom| match *atom {
        Atom::Compares(place, sign, value) => {
            let Some(FactKind::Quantity(quantity)) = library.kind(place, list) else { return true };
            narrow(places.entry(key(place)).or_default(), quantity, sign, value)
        }
        Atom::Is(place, yes) => *places.entry(key(place)).or_default().yes_no.get_or_insert(yes) == yes,
        Atom::OneOf(place, bits) => {
            let left = places.entry(key(place)).or_default();
            left.one_of.push(bits);
            choosable(library.kind(place, list), left)
        }
        Atom::NoneOf(place, bits) => {
            let left = places.entry(key(place)).or_default();
            left.none_of |= bits;
            choosable(library.kind(place, list), left)
        }
        Atom::Open => true,
    })
}

/// Facts before columns.
fn key(place: Place) -> (bool, u16) {
    match place {
        Place::Fact(fact) => (false, fact.0),
        Place::Column(column) => (true, u16::from(column.0)),
    }
}

/// Whether one option, or where several may be chosen a set of them, meets all that is said of the choice.
fn choosable(kind: Option<&FactKind>, left: &Left) -> bool {
    let Some(kind) = kind else { return true };
    let options = u32::try_from(kind.options().len()).unwrap_or(u32::MAX);
    let all = 1_u64.checked_shl(options).map_or(u64::MAX, |end| end.wrapping_sub(1));
    let open = all & !left.none_of;
    match kind {
        FactKind::Choices(_) => left.one_of.iter().all(|bits| bits & open != 0),
        _ => left.one_of.iter().fold(open, |open, bits| open & bits) != 0,
    }
}

fn narrow(left: &mut Left, quantity: &Quantity, sign: Sign, value: Decimal) -> bool {
    let (low, high) = left.quantity.unwrap_or((Decimal::ZERO, quantity.bound()));
    let finest = Decimal::new(1, quantity.unit.decimals());
    let above = value.checked_add(finest).unwrap_or(value);
    let below = value.checked_sub(finest).unwrap_or(value);
    let (low, high) = match sign {
        Sign::AtLeast => (low.max(value), high),
        Sign::MoreThan => (low.max(above), high),
        Sign::AtMost => (low, high.min(value)),
        Sign::LessThan => (low, high.min(below)),
        Sign::Equal => (low.max(value), high.min(value)),
    };
    left.quantity = Some((low, high));
    low <= high
}
