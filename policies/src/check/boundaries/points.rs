//! The thresholds, caps and numbers of rows of a policy file, each with all places where it is written alike.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diagnostic::{Source, Span};
use crate::doc::{Content, Defined, Name, PolicyDoc, ReadingDoc};
use crate::expr::{self, Node, NodeKind, TotalNode};

/// A place in the rules where one step more or less changes what comes out.
#[derive(Clone, Debug)]
pub struct Point {
    /// The measure it stands in; absent in definitions, combines and readings of the whole document.
    pub measure: Option<String>,
    /// The rule as written, in one line.
    pub text: String,
    /// Where it is first written.
    pub span: Span,
    /// All places where it is written, those in other readings of the same measure included.
    pub at: BTreeSet<Span>,
    /// What it is.
    pub kind: PointKind,
}

/// What a point is.
#[derive(Clone, Debug)]
pub enum PointKind {
    /// Two amounts compare; the list whose rows are compared, if it is about rows.
    Threshold {
        /// The left side.
        left: Node,
        /// The right side.
        right: Node,
        /// The list.
        list: Option<String>,
    },
    /// An amount is capped.
    Cap {
        /// What is capped.
        inner: Node,
        /// By what.
        limit: Node,
        /// The list, if the amount of a row is capped.
        list: Option<String>,
    },
    /// Only the best row of each key counts.
    OnePer {
        /// The list.
        list: String,
    },
    /// Only the largest so many rows count.
    Largest {
        /// The list.
        list: String,
        /// How many.
        rows: u16,
    },
}

/// The points of the file in the order in which they stand.
#[must_use]
pub(super) fn points(policy: &PolicyDoc) -> Vec<Point> {
    let mut points = Vec::new();
    for block in policy.blocks() {
        let mut here = Points { source: &policy.source, measure: None, reading: false, found: Vec::new() };
        match &block.content {
            Content::Document(document) => here.readings(&document.reading),
            Content::Measure(id, measure) => {
                here.measure = Some(id.text.clone());
                measure.when.iter().chain(&measure.pays).for_each(|written| here.expression(written, None));
                here.readings(&measure.reading);
            }
            Content::Define(define) => {
                points.extend(define.names.iter().flat_map(|(name, defined)| of_defined(&policy.source, name, defined)));
            }
            Content::Combine(_, combine) => {
                combine.when.iter().chain(&combine.at_most).for_each(|written| here.expression(written, None));
                combine.at_most.iter().for_each(|limit| here.cap_of_sum(limit));
            }
            Content::Note(_) | Content::Example(_) => {}
        }
        points.extend(here.found);
    }
    points.sort_by_key(|point| point.span);
    points
}

/// Whether the node is the number zero, below which nothing lies.
#[must_use]
pub fn is_zero(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Number(value, _) if value == Decimal::ZERO)
}

fn of_defined(source: &Arc<Source>, name: &Name, defined: &Defined) -> Vec<Point> {
    let one = |written: &Name, list: Option<&str>| {
        let mut here = Points { source, measure: None, reading: false, found: Vec::new() };
        here.expression(written, list);
        here.found
    };
    match defined {
        Defined::Expression(written) => one(written, None),
        Defined::OfRows(rows) => rows.values().flat_map(|written| one(written, Some(&name.text))).collect(),
    }
}

/// Collects the points of one block or definition.
struct Points<'a> {
    source: &'a Arc<Source>,
    measure: Option<String>,
    /// Whether another reading is at hand.
    reading: bool,
    found: Vec<Point>,
}

impl Points<'_> {
    fn readings(&mut self, readings: &[ReadingDoc]) {
        self.reading = true;
        readings.iter().flat_map(|reading| reading.when.iter().chain(&reading.pays)).for_each(|written| self.expression(written, None));
    }

    fn expression(&mut self, written: &Name, list: Option<&str>) {
        if let Ok(node) = expr::parse(self.source, written) {
            self.node(&node, list);
        }
    }

    /// The cap of a combine. It is no cap inside its limit, though that may be written alike.
    fn cap_of_sum(&mut self, written: &Name) {
        if let Ok(limit) = expr::parse(self.source, written) {
            let text = self.source.slice(limit.span).split_whitespace().collect::<Vec<_>>().join(" ");
            let kind = PointKind::Cap { inner: limit.clone(), limit, list: None };
            let (span, at) = (written.span, BTreeSet::from([written.span]));
            self.found.push(Point { measure: self.measure.clone(), text, span, at, kind });
        }
    }

    fn node(&mut self, node: &Node, list: Option<&str>) {
        let of = list.map(str::to_owned);
        match &node.kind {
            NodeKind::Compare(left, _, right) | NodeKind::FirstReaches(left, right, _) => {
                let kind = PointKind::Threshold { left: left.as_ref().clone(), right: right.as_ref().clone(), list: of };
                self.add(node.span, node.span, kind);
            }
            NodeKind::AtMost(inner, limit) => {
                let kind = PointKind::Cap { inner: inner.as_ref().clone(), limit: limit.as_ref().clone(), list: of };
                self.add(node.span, node.span, kind);
            }
            NodeKind::Total(total) => return self.total(node.span, total, list),
            _ => {}
        }
        node.parts().into_iter().for_each(|part| self.node(part, list));
    }

    fn total(&mut self, span: Span, total: &TotalNode, outer: Option<&str>) {
        let list = &total.list_within(outer);
        self.node(&total.each, Some(list));
        total.filter.iter().for_each(|filter| self.node(filter, Some(list)));
        if let Some((_, at)) = total.one_per {
            self.add(at, span, PointKind::OnePer { list: list.clone() });
        }
        if let Some((rows, at)) = total.largest {
            self.add(at, span, PointKind::Largest { list: list.clone(), rows });
        }
        if let Some((limit, at)) = &total.yearly {
            let kind = PointKind::Cap { inner: total.each.clone(), limit: limit.clone(), list: Some(list.clone()) };
            self.add(*at, span, kind);
            self.node(limit, None);
        }
    }

    /// Adds a point that is changed at `at`, or its place to the point of this block that is written alike, as `whole` is.
    fn add(&mut self, at: Span, whole: Span, kind: PointKind) {
        let text = self.source.slice(whole).split_whitespace().collect::<Vec<_>>().join(" ");
        let point = Point { measure: self.measure.clone(), text, span: at, at: BTreeSet::from([at]), kind };
        let (source, reading) = (self.source, self.reading);
        match self.found.iter_mut().find(|one| alike(source, reading, one, &point)) {
            Some(one) => _ = one.at.insert(at),
            None => self.found.push(point),
        }
    }
}

/// Whether two points are written alike. A cap of another reading is the cap of the text if its limit is the same.
fn alike(source: &Source, reading: bool, one: &Point, other: &Point) -> bool {
    let same = one.text == other.text;
    match (&one.kind, &other.kind) {
        (PointKind::Threshold { list, .. }, PointKind::Threshold { list: other, .. }) => same && list == other,
        (PointKind::Largest { .. }, PointKind::Largest { .. }) | (PointKind::OnePer { .. }, PointKind::OnePer { .. }) => same,
        (PointKind::Cap { limit, list, .. }, PointKind::Cap { limit: other, list: of, .. }) => {
            (same && list == of) || (reading && source.slice(limit.span) == source.slice(other.span))
        }
        _ => false,
    }
}
