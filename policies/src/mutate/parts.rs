//! Changes to the parts of an expression.

use mingbai_core::expression::{Certainty, Sign};
use mingbai_core::fact::{FactKind, Opt};
use mingbai_core::quantity::{Shown, Unit};
use rust_decimal::Decimal;

use super::change::words;
use crate::diagnostic::{Source, Span};
use crate::doc::Name;
use crate::expr::ast::negated;
use crate::expr::{Node, NodeKind, TotalNode};
use crate::resolve::Facts;

/// A part that says something else.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The part.
    pub(super) at: Span,
    /// What it says instead.
    pub(super) node: Node,
    /// The change in one line.
    pub(super) what: String,
}

/// Several parts put together.
type Whole = fn(Vec<Node>) -> NodeKind;

/// Collects the changes to an expression.
pub(super) struct Parts<'a> {
    pub(super) source: &'a Source,
    pub(super) facts: &'a Facts,
    /// Whether it is another reading, which has no kind of its own: whether it is weighed changes nothing.
    pub(super) in_reading: bool,
    pub(super) found: Vec<Part>,
}

impl Parts<'_> {
    /// All changes to the node and what it is made of; `list` is the list of the row at hand.
    pub(super) fn node(&mut self, node: &Node, list: Option<&str>) {
        match &node.kind {
            NodeKind::Number(value, unit) => self.number(node, *value, *unit),
            NodeKind::Compare(left, sign, right) => self.compare(node, left, *sign, right, list),
            NodeKind::In(place, options) => self.options(node, place, options, list),
            NodeKind::All(parts) => self.several(node, parts, NodeKind::All, Some(("and → or", NodeKind::Any))),
            NodeKind::Any(parts) => self.several(node, parts, NodeKind::Any, Some(("or → and", NodeKind::All))),
            NodeKind::Sum(parts) => self.several(node, parts, NodeKind::Sum, None),
            NodeKind::Not(part) => self.instead(node, part.kind.clone(), "without not"),
            NodeKind::AtMost(inner, cap) => self.cap(node, inner, cap),
            NodeKind::UpTo(inner, certainty) => self.up_to(node, inner, *certainty),
            NodeKind::BetterOf(one, other) => {
                self.instead(node, one.kind.clone(), &format!("only {}", self.words(one.span)));
                self.instead(node, other.kind.clone(), &format!("only {}", self.words(other.span)));
            }
            NodeKind::Minus(one, other) => {
                self.instead(node, one.kind.clone(), &format!("without - {}", self.words(other.span)));
                self.instead(node, NodeKind::Sum(vec![(**one).clone(), (**other).clone()]), "- → +");
            }
            NodeKind::FirstReaches(now, line, before) => self.first_reaches(node, now, line, before),
            NodeKind::Total(total) => return self.total(node, total, list),
            NodeKind::Name(_) | NodeKind::Field(..) | NodeKind::Product(_) | NodeKind::Listed(..) | NodeKind::Recognised(_) => {}
        }
        node.parts().into_iter().for_each(|part| self.node(part, list));
    }

    fn words(&self, span: Span) -> String {
        words(self.source, span)
    }

    fn instead(&mut self, node: &Node, kind: NodeKind, change: &str) {
        let what = format!("{}: {change}", self.words(node.span));
        self.found.push(Part { at: node.span, node: Node { span: node.span, kind }, what });
    }

    /// One smallest step less and more, and for money ten times as much.
    fn number(&mut self, node: &Node, value: Decimal, unit: Unit) {
        let stepped = [value.checked_sub(unit.step()), value.checked_add(unit.step())];
        let tenfold = unit.is_money().then(|| value.checked_mul(Decimal::TEN)).flatten();
        for other in stepped.into_iter().chain([tenfold]).flatten().filter(|other| !other.is_sign_negative() && *other != value) {
            let what = format!("{} → {}", self.words(node.span), Shown(other, unit));
            self.found.push(Part { at: node.span, node: Node { span: node.span, kind: NodeKind::Number(other, unit) }, what });
        }
    }

    fn compare(&mut self, node: &Node, left: &Node, sign: Sign, right: &Node, list: Option<&str>) {
        if let (Sign::Equal, NodeKind::Name(option)) = (sign, &right.kind)
            && options(self.facts, left, list).is_some()
        {
            return self.options(node, left, &[Name { text: option.clone(), span: right.span }], list);
        }
        for other in [neighbour(sign), negated(sign)].into_iter().filter(|other| *other != sign) {
            let kind = NodeKind::Compare(Box::new(left.clone()), other, Box::new(right.clone()));
            self.instead(node, kind, &format!("{} → {}", sign.symbol(), other.symbol()));
        }
    }

    fn options(&mut self, node: &Node, place: &Node, chosen: &[Name], list: Option<&str>) {
        let with = |options: Vec<Name>| NodeKind::In(Box::new(place.clone()), options);
        for option in chosen.iter().filter(|_| chosen.len() > 1) {
            let rest = chosen.iter().filter(|one| one.text != option.text).cloned().collect();
            self.instead(node, with(rest), &format!("without {}", option.text));
        }
        let all = options(self.facts, place, list).unwrap_or_default();
        for option in all.iter().filter(|option| chosen.iter().all(|one| one.text != option.name)) {
            let more = chosen.iter().cloned().chain([Name { text: option.name.clone(), span: node.span }]).collect();
            self.instead(node, with(more), &format!("also {}", option.name));
        }
    }

    /// Each part left out, and all of them put together in another way.
    fn several(&mut self, node: &Node, parts: &[Node], whole: Whole, other: Option<(&str, Whole)>) {
        for (number, left_out) in parts.iter().enumerate() {
            let rest = parts.iter().enumerate().filter(|(place, _)| *place != number).map(|(_, part)| part.clone()).collect();
            let what = format!("without {}", self.words(left_out.span));
            self.found.push(Part { at: node.span, node: Node { span: node.span, kind: whole(rest) }, what });
        }
        if let Some((what, other)) = other {
            self.instead(node, other(parts.to_vec()), what);
        }
    }

    /// A cap taken away, and moved before a factor or onto a part of what it caps.
    fn cap(&mut self, node: &Node, inner: &Node, cap: &Node) {
        let limit = self.words(cap.span);
        self.instead(node, inner.kind.clone(), &format!("without at most {limit}"));
        let (core, up_to) = match &inner.kind {
            NodeKind::UpTo(core, certainty) => (&**core, Some(*certainty)),
            _ => (inner, None),
        };
        let capped = |part: &Node| Node { span: part.span, kind: NodeKind::AtMost(Box::new(part.clone()), Box::new(cap.clone())) };
        for (part, kind) in inside(core, capped) {
            let whole = match up_to {
                Some(certainty) => NodeKind::UpTo(Box::new(Node { span: core.span, kind }), certainty),
                None => kind,
            };
            self.instead(node, whole, &format!("at most {limit} only on {}", self.words(part)));
        }
    }

    fn up_to(&mut self, node: &Node, inner: &Node, certainty: Certainty) {
        match certainty {
            Certainty::Ceiling => self.instead(node, inner.kind.clone(), "without up to"),
            Certainty::Assessed => {
                self.instead(node, inner.kind.clone(), "without assessed up to");
                if !self.in_reading {
                    self.instead(node, NodeKind::UpTo(Box::new(inner.clone()), Certainty::Ceiling), "without assessed");
                }
            }
        }
    }

    fn first_reaches(&mut self, node: &Node, now: &Node, line: &Node, before: &Node) {
        let compared = |left: &Node, sign| {
            let kind = NodeKind::Compare(Box::new(left.clone()), sign, Box::new(line.clone()));
            Node { span: left.span, kind }
        };
        let first = |not_before, reached| NodeKind::All(vec![compared(before, not_before), compared(now, reached)]);
        self.instead(node, compared(now, Sign::AtLeast).kind, &format!("without after {}", self.words(before.span)));
        self.instead(node, first(Sign::LessThan, Sign::MoreThan), "reaches → exceeds");
        self.instead(node, first(Sign::AtMost, Sign::AtLeast), "first reaches → first exceeds before");
    }

    fn total(&mut self, node: &Node, total: &TotalNode, outer: Option<&str>) {
        let mut change = |what: &str, changed: TotalNode| self.instead(node, NodeKind::Total(Box::new(changed)), what);
        if total.filter.is_some() {
            change("without where", TotalNode { filter: None, ..total.clone() });
        }
        if total.one_per.is_some() {
            change("without one per", TotalNode { one_per: None, ..total.clone() });
        }
        if let Some((rows, at)) = total.largest {
            change("without largest", TotalNode { largest: None, ..total.clone() });
            for other in [rows.checked_sub(1), rows.checked_add(1)].into_iter().flatten() {
                change(&format!("largest {rows} → {other}"), TotalNode { largest: Some((other, at)), ..total.clone() });
            }
        }
        if let Some((cap, _)) = &total.yearly {
            let plain = TotalNode { yearly: None, ..total.clone() };
            change("without at most per year", plain.clone());
            let whole = Box::new(Node { span: node.span, kind: NodeKind::Total(Box::new(plain)) });
            self.instead(node, NodeKind::AtMost(whole, Box::new(cap.clone())), "at most for all years together");
        }
        if let NodeKind::AtMost(each, cap) = &total.each.kind {
            let plain = TotalNode { each: (**each).clone(), ..total.clone() };
            let whole = Box::new(Node { span: node.span, kind: NodeKind::Total(Box::new(plain)) });
            self.instead(node, NodeKind::AtMost(whole, cap.clone()), "at most for all rows together");
        }
        let list = &total.list_within(outer);
        self.node(&total.each, Some(list));
        total.filter.iter().for_each(|filter| self.node(filter, Some(list)));
        total.yearly.iter().for_each(|(cap, _)| self.node(cap, outer));
    }
}

/// What is left of an amount when a cap stands only on one part of it, with that part.
fn inside(core: &Node, capped: impl Fn(&Node) -> Node) -> Vec<(Span, NodeKind)> {
    let one_of = |parts: &[Node], whole: Whole| {
        let of = |number: usize| {
            let capped = |(place, part): (usize, &Node)| if place == number { capped(part) } else { part.clone() };
            whole(parts.iter().enumerate().map(capped).collect())
        };
        let movable = parts.iter().enumerate().filter(|(_, part)| !matches!(part.kind, NodeKind::Number(..)));
        movable.map(|(number, part)| (part.span, of(number))).collect()
    };
    match &core.kind {
        NodeKind::Sum(parts) => one_of(parts, NodeKind::Sum),
        NodeKind::Product(parts) => one_of(parts, NodeKind::Product),
        NodeKind::Total(total) => {
            let each = TotalNode { each: capped(&total.each), ..(**total).clone() };
            vec![(total.each.span, NodeKind::Total(Box::new(each)))]
        }
        _ => Vec::new(),
    }
}

/// The sign that differs only on the line.
fn neighbour(sign: Sign) -> Sign {
    match sign {
        Sign::AtLeast => Sign::MoreThan,
        Sign::MoreThan => Sign::AtLeast,
        Sign::AtMost => Sign::LessThan,
        Sign::LessThan => Sign::AtMost,
        Sign::Equal => Sign::Equal,
    }
}

/// The options of the answer at a place.
fn options<'a>(facts: &'a Facts, place: &Node, list: Option<&str>) -> Option<&'a [Opt]> {
    let kind = match &place.kind {
        NodeKind::Name(name) => &facts.named(name)?.1.kind,
        NodeKind::Field(_, column) => {
            let mut path = list?.split('.');
            let outer = facts.named(path.next()?)?.1.kind.list()?;
            let named = |columns: &'a [mingbai_core::fact::Column], name: &str| columns.iter().find(|column| column.name == name);
            let columns = match path.next() {
                Some(inner) => &named(&outer.columns, inner)?.kind.list()?.columns,
                None => &outer.columns,
            };
            &named(columns, &column.text)?.kind
        }
        _ => return None,
    };
    matches!(kind, FactKind::Choice(_) | FactKind::Choices(_)).then(|| kind.options())
}
