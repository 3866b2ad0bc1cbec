//! Where an interval may be wider than need be. Nothing is refused for it: wide is not wrong, but it should be known.
//!
//! An interval is as narrow as can be where every answer leans one way. It need not be where one answer counts both for and against,
//! decides whether as well as how much, or is asked about in parts.

use std::collections::BTreeMap;

use mingbai_core::expression::{Amount, Condition, Place, Rows};
use mingbai_core::fact::{ColumnId, FactId, FactKind, ListId};
use mingbai_core::library::{Combine, CombineRule, Document, Library, Measure};

/// What may be wider than need be, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wide {
    /// The measure or the combine; absent: the sums of the document.
    pub id: Option<String>,
    /// Why, whatever is open.
    pub why: Vec<String>,
    /// Why, while rows of a list or their cells are open.
    pub rows: Vec<String>,
}

/// What may be wider than need be in a document: measures and combines in its order, then its sums.
#[must_use]
pub fn wide(library: &Library, document: &Document) -> Vec<Wide> {
    let of_measures: Vec<Uses> = document.measures.iter().map(|measure| Uses::of_measure(library, measure)).collect();
    let measures = document.measures.iter().zip(&of_measures).map(|(measure, uses)| (Some(measure.id.clone()), uses.alone()));
    let combines = document.combines.iter().map(|combine| (Some(combine.id.clone()), capped(library, combine, &of_measures)));
    let all = measures.chain(combines).chain([(None, between(library, &of_measures))]);
    all.map(|(id, Reasons { why, rows })| Wide { id, why, rows }).filter(|one| !one.why.is_empty() || !one.rows.is_empty()).collect()
}

/// Reasons whatever is open, and reasons while rows or cells are open.
#[derive(Clone, Debug, Default)]
struct Reasons {
    why: Vec<String>,
    rows: Vec<String>,
}

impl Reasons {
    fn push(&mut self, asked: Asked, why: String) {
        if is_cell(asked) { self.rows.push(why) } else { self.why.push(why) }
    }
}

fn is_cell((_, column, _): Asked) -> bool {
    column.is_some()
}

/// Where an answer stands: a fact, or a column of a list.
type Asked = (FactId, Option<ColumnId>, Option<ColumnId>);

/// How an answer is used.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    /// Whether more of it, or a yes, helps; and whether it harms.
    leans: Leans,
    /// The same for amounts only.
    pays: Leans,
    /// Whether it decides if the measure is met.
    when: bool,
    /// Whether it decides how much.
    amount: bool,
    /// The options asked about; several where they differ.
    options: Option<u64>,
    parts: bool,
}

/// Which way something counts.
#[derive(Clone, Copy, Debug, Default)]
struct Leans {
    for_it: bool,
    against: bool,
}

impl Leans {
    const BOTH: Self = Self { for_it: true, against: true };

    fn note(&mut self, positive: bool) {
        self.for_it |= positive;
        self.against |= !positive;
    }

    fn join(&mut self, other: Self) {
        self.for_it |= other.for_it;
        self.against |= other.against;
    }

    fn is_both(self) -> bool {
        self.for_it && self.against
    }

    /// Whether one counts for something and the other against it.
    fn is_opposite(self, other: Self) -> bool {
        self.for_it && other.against || self.against && other.for_it
    }
}

/// What a rule asks, and how.
struct Uses<'a> {
    library: &'a Library,
    asked: BTreeMap<Asked, Use>,
    in_when: bool,
    rows: Vec<String>,
}

impl<'a> Uses<'a> {
    fn new(library: &'a Library) -> Self {
        Self { library, asked: BTreeMap::new(), in_when: false, rows: Vec::new() }
    }

    fn of_measure(library: &'a Library, measure: &Measure) -> Self {
        let mut uses = Self::new(library);
        if let Some(when) = &measure.when {
            uses.in_when = true;
            uses.condition(when, None, true);
            uses.in_when = false;
        }
        if let Some(pays) = measure.pays.amount() {
            uses.amount(pays, None, true);
        }
        uses
    }

    /// Why the interval of the measure by itself may be wide.
    fn alone(&self) -> Reasons {
        let mut reasons = Reasons { why: Vec::new(), rows: self.rows.clone() };
        for (asked, one) in &self.asked {
            let name = name(self.library, *asked);
            if one.when && one.amount {
                reasons.push(*asked, format!("{name} decides whether and how much"));
            } else if (one.pays.for_it || one.pays.against) && one.leans.is_both() {
                reasons.push(*asked, format!("{name} counts for and against"));
            } else if one.parts {
                reasons.push(*asked, format!("{name} is asked about in parts"));
            }
        }
        reasons
    }

    fn note(&mut self, asked: Asked, positive: bool, is_amount: bool) -> &mut Use {
        let in_when = self.in_when;
        let one = self.asked.entry(asked).or_default();
        one.leans.note(positive);
        if is_amount {
            one.pays.note(positive);
        }
        one.when |= in_when;
        one.amount |= !in_when;
        one
    }

    fn condition(&mut self, condition: &Condition, list: Option<ListId>, positive: bool) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part, list, positive)),
            Condition::Not(part) => self.condition(part, list, !positive),
            Condition::Holds(place) | Condition::Recognised(place) => self.place(*place, list, positive, false),
            Condition::OneOf(place, bits) => self.options(*place, list, (*bits, positive)),
            Condition::Compare(one) => {
                let up = one.sign.is_upward() == positive;
                self.compared(&one.left, list, up);
                self.compared(&one.right, list, !up);
            }
            Condition::FirstReaches(one) => {
                self.compared(&one.value, list, positive);
                self.compared(&one.before, list, !positive);
            }
            Condition::Listed(one) => {
                for place in [one.country, one.on] {
                    self.place(place, list, positive, false);
                }
            }
        }
    }

    /// A quantity that stands by itself in a comparison is only looked at; within a formula it counts.
    fn compared(&mut self, side: &Amount, list: Option<ListId>, positive: bool) {
        match side {
            Amount::Place(place) => self.place(*place, list, positive, false),
            formula => self.amount(formula, list, positive),
        }
    }

    fn options(&mut self, place: Place, list: Option<ListId>, (bits, positive): (u64, bool)) {
        let Some(asked) = asked(place, list) else { return };
        let one = self.note(asked, positive, false);
        one.parts |= one.options.is_some_and(|other| other != bits);
        one.options = Some(bits);
        if let Some(FactKind::Choice(choice)) = self.library.kind(place, list)
            && let Some(table) = &choice.derived
        {
            let limits = table.rows.iter().flatten().flat_map(|tier| &tier.limits).map(|(fact, _)| *fact);
            for fact in limits.chain([table.industry]).collect::<Vec<_>>() {
                self.note((fact, None, None), true, false).leans = Leans::BOTH;
            }
        }
    }

    fn amount(&mut self, amount: &Amount, list: Option<ListId>, positive: bool) {
        match amount {
            Amount::Literal(..) => {}
            Amount::Place(place) => self.place(*place, list, positive, true),
            Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| self.amount(part, list, positive)),
            Amount::Minus(one, other) => {
                self.amount(one, list, positive);
                self.amount(other, list, !positive);
            }
            Amount::BetterOf(one, other) | Amount::AtMost(one, other) => {
                self.amount(one, list, positive);
                self.amount(other, list, positive);
            }
            Amount::UpTo(inner, _) => self.amount(inner, list, positive),
            Amount::Total(total) => {
                let inner = total.list.list(list);
                total.filter.iter().for_each(|filter| self.condition(filter, inner, positive));
                self.amount(&total.each, inner, positive);
                total.yearly.iter().for_each(|cap| self.amount(cap, list, positive));
                let rows = inner.map(|inner| name(self.library, list_name(inner))).unwrap_or_default();
                if total.one_per.is_some() {
                    self.rows.push(format!("rows of {rows} whose key is open"));
                }
                if total.yearly.is_some() {
                    self.rows.push(format!("rows of {rows} whose year is open"));
                }
                if matches!(total.list, Rows::Column(_)) && total.filter.is_some() {
                    self.rows.push(format!("which rows of {rows} count is not tried in every way"));
                }
            }
        }
    }

    fn place(&mut self, place: Place, list: Option<ListId>, positive: bool, is_amount: bool) {
        if let Some(asked) = asked(place, list) {
            self.note(asked, positive, is_amount);
        }
    }
}

fn asked(place: Place, list: Option<ListId>) -> Option<Asked> {
    match (place, list) {
        (Place::Fact(fact), _) => Some((fact, None, None)),
        (Place::Column(column), Some(list)) => Some((list.fact, list.inner.or(Some(column)), list.inner.map(|_| column))),
        (Place::Column(_), None) => None,
    }
}

fn list_name(list: ListId) -> Asked {
    (list.fact, list.inner, None)
}

fn name(library: &Library, (fact, column, inner): Asked) -> String {
    let list = |inner| ListId { fact, inner };
    let named = |list: ListId, column| library.column(Some(list), column).map_or_else(String::new, |one| format!(".{}", one.name));
    let outer = column.map(|column| named(list(None), column)).unwrap_or_default();
    let within = inner.map(|one| named(list(column), one)).unwrap_or_default();
    library.fact(fact).map_or_else(String::new, |fact| format!("{}{outer}{within}", fact.name))
}

/// Why what measures give under a cap may be wide: an answer counts one way in the cap and another way in what is capped.
fn capped(library: &Library, combine: &Combine, measures: &[Uses<'_>]) -> Reasons {
    let CombineRule::AtMost(cap) = &combine.rule else { return Reasons::default() };
    let mut uses = Uses::new(library);
    uses.amount(cap, None, true);
    let mut reasons = uses.alone();
    let among = || combine.among.iter().filter_map(|place| measures.get(usize::from(*place)));
    for (asked, one) in &uses.asked {
        if among().filter_map(|other| other.asked.get(asked)).any(|other| other.leans.is_opposite(one.leans)) {
            reasons.push(*asked, format!("{} counts one way in the cap, another in what is capped", name(library, *asked)));
        }
    }
    reasons
}

/// Why the sums may be wide though no measure is: an amount counts for one measure and against another, or there are too many rows to
/// try each in every way.
fn between(library: &Library, measures: &[Uses<'_>]) -> Reasons {
    let mut all: BTreeMap<Asked, Use> = BTreeMap::new();
    for (asked, one) in measures.iter().flat_map(|uses| &uses.asked) {
        let whole = all.entry(*asked).or_default();
        whole.leans.join(one.leans);
        whole.pays.join(one.pays);
    }
    let mut reasons = Reasons::default();
    for (asked, one) in &all {
        if one.pays.is_opposite(one.leans) {
            reasons.push(*asked, format!("{} counts for one measure and against another", name(library, *asked)));
        }
    }
    let both: Vec<Asked> = all.iter().filter(|(_, one)| one.leans.is_both()).map(|(asked, _)| *asked).collect();
    let (cells, facts): (Vec<Asked>, Vec<Asked>) = both.into_iter().partition(|asked| is_cell(*asked));
    reasons.rows.extend(cells.iter().map(|asked| format!("more than 8 rows in which {} is open", name(library, *asked))));
    if facts.len() > 8 {
        reasons.why.push(format!("{} answers count for one measure and against another, if more than 8 of them are open", facts.len()));
    }
    reasons
}
