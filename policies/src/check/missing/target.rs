//! Which answer to set so that a threshold or a cap is met.

use mingbai_core::fact::FactKind;
use mingbai_core::library::Library;
use rust_decimal::Decimal;

use crate::check::boundaries::PointKind;
use crate::expr::{Node, NodeKind};

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To a fact.
    Fact(String),
    /// In a column of a list.
    Column(String, String),
    /// All rows of a list.
    List(String),
}

/// An answer and what it is multiplied by.
pub(super) struct Path {
    pub(super) target: Target,
    pub(super) factor: Decimal,
}

impl Target {
    /// The answer that a threshold compares, or the list whose rows are counted.
    pub(super) fn of_point(kind: &PointKind) -> Option<Self> {
        match kind {
            PointKind::Threshold { left, list, .. } => Self::of_node(left, list.as_deref()),
            PointKind::Cap { inner, list, .. } => path(inner, list.as_deref()).map(|path| path.target),
            PointKind::OnePer { list } | PointKind::Largest { list, .. } => Some(Self::List(list.clone())),
        }
    }

    fn of_node(node: &Node, list: Option<&str>) -> Option<Self> {
        match &node.kind {
            NodeKind::Name(name) => Some(Self::Fact(name.clone())),
            NodeKind::Field(_, column) => Some(Self::Column(list?.to_owned(), column.text.clone())),
            _ => None,
        }
    }

    /// The fact it is about.
    pub(super) fn fact(&self) -> &str {
        match self {
            Self::Fact(name) => name,
            Self::Column(list, _) | Self::List(list) => list.split('.').next().unwrap_or(list),
        }
    }

    /// Whether it lies in a list inside a list.
    pub(super) fn is_nested(&self) -> bool {
        matches!(self, Self::Column(list, _) | Self::List(list) if list.contains('.'))
    }

    /// Whether it is a quantity that is asked, not a defined name.
    pub(super) fn is_asked(&self, library: &Library) -> bool {
        if self.is_nested() {
            return false;
        }
        let kind = library.fact_named(self.fact()).and_then(|id| library.fact(id)).map(|fact| &fact.kind);
        match (self, kind) {
            (Self::Fact(_), Some(kind)) => kind.unit().is_some(),
            (Self::Column(_, name), Some(FactKind::List(list))) => {
                list.columns.iter().any(|column| column.name == *name && column.kind.unit().is_some())
            }
            (Self::List(_), Some(FactKind::List(_))) => true,
            _ => false,
        }
    }
}

/// The first answer of an amount that grows in proportion to it while the other answers are nothing.
pub(super) fn path(node: &Node, list: Option<&str>) -> Option<Path> {
    match &node.kind {
        NodeKind::Name(_) | NodeKind::Field(..) => Some(Path { target: Target::of_node(node, list)?, factor: Decimal::ONE }),
        NodeKind::Sum(parts) => path(parts.first()?, list),
        NodeKind::Product(parts) => product(parts, list),
        NodeKind::Total(total) if total.yearly.is_none() => path(&total.each, Some(&total.list_within(list))),
        _ => None,
    }
}

fn product(parts: &[Node], list: Option<&str>) -> Option<Path> {
    let (numbers, others): (Vec<&Node>, Vec<&Node>) = parts.iter().partition(|part| matches!(part.kind, NodeKind::Number(..)));
    let [other] = others.as_slice() else { return None };
    let inner = path(other, list)?;
    let factor = numbers.iter().try_fold(inner.factor, |factor, number| match number.kind {
        NodeKind::Number(value, _) => factor.checked_mul(value),
        _ => None,
    });
    factor.filter(|factor| *factor > Decimal::ZERO).map(|factor| Path { factor, ..inner })
}

/// All answers of an amount, those of filters left out.
pub(super) fn places(node: &Node, list: Option<&str>) -> Vec<Target> {
    match &node.kind {
        NodeKind::Total(total) => {
            let list = total.list_within(list);
            let inside = places(&total.each, Some(&list));
            [Target::List(list)].into_iter().chain(inside).collect()
        }
        _ => Target::of_node(node, list).into_iter().chain(node.parts().into_iter().flat_map(|part| places(part, list))).collect(),
    }
}
