//! Syntax trees of conditions and amounts. Nothing is known yet of what names mean.

use mingbai_core::expression::{Certainty, Sign};
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use crate::diagnostic::Span;
use crate::doc::Name;

/// A part of an expression.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its place.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a part of an expression is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// A number with its unit, in the base unit.
    Number(Decimal, Unit),
    /// A fact or a defined name.
    Name(String),
    /// `row.column`.
    Field(Name, Name),
    /// The parts added up.
    Sum(Vec<Node>),
    /// The first less the second.
    Minus(Box<Node>, Box<Node>),
    /// The parts multiplied.
    Product(Vec<Node>),
    /// The first, but not more than the second.
    AtMost(Box<Node>, Box<Node>),
    /// Anything from nothing to this.
    UpTo(Box<Node>, Certainty),
    /// The larger of the two.
    BetterOf(Box<Node>, Box<Node>),
    /// Added up over rows.
    Total(Box<TotalNode>),
    /// Every part holds.
    All(Vec<Node>),
    /// At least one part holds.
    Any(Vec<Node>),
    /// The part does not hold.
    Not(Box<Node>),
    /// Two amounts compare, or with `=` an answer is an option.
    Compare(Box<Node>, Sign, Box<Node>),
    /// An answer is one of the options.
    In(Box<Node>, Vec<Name>),
    /// The first reaches the second, which the third had not reached before.
    FirstReaches(Box<Node>, Box<Node>, Box<Node>),
    /// A country is on the reference list of that name on a day.
    Listed(Box<Node>, Name, Box<Node>),
    /// The authority has recognised it.
    Recognised(Box<Node>),
}

/// `total each for each variable in list where filter one per variable.key largest n at most yearly per variable.year`.
#[derive(Clone, Debug)]
pub struct TotalNode {
    /// The amount of one row.
    pub each: Node,
    /// What a row is called in `each` and `filter`.
    pub variable: Name,
    /// The list: a name, or a column of the row at hand that is a list itself.
    pub list: Node,
    /// Which rows count.
    pub filter: Option<Node>,
    /// Only the best row of each key counts: the column, with the place of `one per` and the key.
    pub one_per: Option<(Name, Span)>,
    /// Only the largest so many rows count.
    pub largest: Option<(u16, Span)>,
    /// At most this for each year of the rows, with the place of `at most`.
    pub yearly: Option<(Node, Span)>,
}

/// A number of an expression with the part it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Its place.
    pub span: Span,
    /// Its value in the base unit, or the number of rows: after `largest`, and one for `one per`.
    pub value: Decimal,
    /// Its unit; absent for a number of rows.
    pub unit: Option<Unit>,
    /// The part it plays.
    pub role: Role,
}

/// The part a number plays in an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An amount compares with it: `… sign number`. Under `not` the sign is turned round.
    Threshold(Sign),
    /// The right side of `at most`, or the number after `largest`.
    Cap,
    /// `one per` says it without a number.
    One,
    /// Part of an amount; `up_to` tells whether the amount stands under `up to`.
    Amount {
        /// Whether the amount stands under `up to`.
        up_to: bool,
    },
}

/// What surrounds a part of an expression.
#[derive(Clone, Copy, Default)]
struct Around {
    negated: bool,
    up_to: bool,
    cap: bool,
}

impl Node {
    /// Its numbers in the order in which they stand.
    #[must_use]
    pub fn literals(&self) -> Vec<Literal> {
        let mut literals = Vec::new();
        self.collect(Around::default(), &mut literals);
        literals.sort_by_key(|literal| literal.span);
        literals
    }

    /// Its numbers where it stands as a cap on something else.
    #[must_use]
    pub fn literals_of_cap(&self) -> Vec<Literal> {
        let mut literals = Vec::new();
        self.collect(Around { cap: true, ..Around::default() }, &mut literals);
        literals.sort_by_key(|literal| literal.span);
        literals
    }

    /// The parts it is made of, itself not included.
    #[must_use]
    pub fn parts(&self) -> Vec<&Node> {
        match &self.kind {
            NodeKind::Number(..) | NodeKind::Name(_) | NodeKind::Field(..) => Vec::new(),
            NodeKind::Sum(parts) | NodeKind::Product(parts) | NodeKind::All(parts) | NodeKind::Any(parts) => parts.iter().collect(),
            NodeKind::Minus(a, b)
            | NodeKind::AtMost(a, b)
            | NodeKind::BetterOf(a, b)
            | NodeKind::Compare(a, _, b)
            | NodeKind::Listed(a, _, b) => vec![a, b],
            NodeKind::FirstReaches(a, b, c) => vec![a, b, c],
            NodeKind::UpTo(part, _) | NodeKind::Not(part) | NodeKind::In(part, _) | NodeKind::Recognised(part) => vec![part],
            NodeKind::Total(total) => {
                let yearly = total.yearly.as_ref().map(|(cap, _)| cap);
                [Some(&total.each), Some(&total.list), total.filter.as_ref(), yearly].into_iter().flatten().collect()
            }
        }
    }

    /// Itself and all its parts, from outside to inside.
    #[must_use]
    pub fn all(&self) -> Vec<&Node> {
        let mut nodes = vec![self];
        for part in self.parts() {
            nodes.extend(part.all());
        }
        nodes
    }

    /// The names of facts, lists and definitions in it, rows and columns left out.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.all()
            .into_iter()
            .filter_map(|node| match &node.kind {
                NodeKind::Name(name) => Some(name.as_str()),
                _ => None,
            })
            .collect()
    }

    /// The columns in it, those of keys included.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        self.all()
            .into_iter()
            .filter_map(|node| match &node.kind {
                NodeKind::Field(_, column) => Some(column.text.as_str()),
                NodeKind::Total(total) => total.one_per.as_ref().map(|(key, _)| key.text.as_str()),
                _ => None,
            })
            .collect()
    }

    fn collect(&self, around: Around, literals: &mut Vec<Literal>) {
        match &self.kind {
            NodeKind::Number(value, unit) => {
                let role = if around.cap { Role::Cap } else { Role::Amount { up_to: around.up_to } };
                literals.push(Literal { span: self.span, value: *value, unit: Some(*unit), role });
            }
            NodeKind::Compare(left, sign, right) => compared(left, *sign, right, around, literals),
            NodeKind::FirstReaches(now, line, before) => {
                compared(now, Sign::AtLeast, line, around, literals);
                before.collect(around, literals);
            }
            NodeKind::AtMost(amount, cap) => {
                amount.collect(around, literals);
                cap.collect(Around { cap: true, ..around }, literals);
            }
            NodeKind::UpTo(amount, _) => amount.collect(Around { up_to: true, ..around }, literals),
            NodeKind::Not(part) => part.collect(Around { negated: !around.negated, ..around }, literals),
            NodeKind::Total(total) => total.collect(around, literals),
            _ => self.parts().into_iter().for_each(|part| part.collect(around, literals)),
        }
    }
}

impl TotalNode {
    /// The name of its list, after that of the list around it where it is a column: `exhibitions.booths`.
    #[must_use]
    pub fn list_within(&self, outer: Option<&str>) -> String {
        match (&self.list.kind, outer) {
            (NodeKind::Name(name), _) => name.clone(),
            (NodeKind::Field(_, column), Some(outer)) => format!("{outer}.{}", column.text),
            (NodeKind::Field(_, column), None) => column.text.clone(),
            _ => String::new(),
        }
    }

    fn collect(&self, around: Around, literals: &mut Vec<Literal>) {
        self.each.collect(around, literals);
        if let Some(filter) = &self.filter {
            filter.collect(Around::default(), literals);
        }
        if let Some((_, span)) = self.one_per {
            literals.push(Literal { span, value: Decimal::ONE, unit: None, role: Role::One });
        }
        if let Some((rows, span)) = self.largest {
            literals.push(Literal { span, value: rows.into(), unit: None, role: Role::Cap });
        }
        if let Some((cap, _)) = &self.yearly {
            cap.collect(Around { cap: true, ..around }, literals);
        }
    }
}

fn compared(left: &Node, sign: Sign, right: &Node, around: Around, literals: &mut Vec<Literal>) {
    for (side, sign) in [(left, turned(sign)), (right, sign)] {
        if let NodeKind::Number(value, unit) = side.kind {
            let sign = if around.negated { negated(sign) } else { sign };
            literals.push(Literal { span: side.span, value, unit: Some(unit), role: Role::Threshold(sign) });
        } else {
            side.collect(around, literals);
        }
    }
}

/// The sign seen from the other side.
pub(crate) fn turned(sign: Sign) -> Sign {
    match sign {
        Sign::AtLeast => Sign::AtMost,
        Sign::MoreThan => Sign::LessThan,
        Sign::AtMost => Sign::AtLeast,
        Sign::LessThan => Sign::MoreThan,
        Sign::Equal => Sign::Equal,
    }
}

/// The sign that holds where this one does not; of `=` there is none.
pub(crate) fn negated(sign: Sign) -> Sign {
    match sign {
        Sign::AtLeast => Sign::LessThan,
        Sign::MoreThan => Sign::AtMost,
        Sign::AtMost => Sign::MoreThan,
        Sign::LessThan => Sign::AtLeast,
        Sign::Equal => Sign::Equal,
    }
}
