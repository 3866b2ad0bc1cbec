//! Which values an example must have to show what is wanting.

use mingbai_core::quantity::{Shown, Unit};
use rust_decimal::Decimal;

use super::{PointKind, Want};
use crate::diagnostic::Source;
use crate::expr::{Node, NodeKind};
use crate::resolve::Zone;

/// The value that is wanting beside a line or a cap that is a number: `turnover = 999999.99元`.
pub(super) fn value(source: &Source, kind: &PointKind, want: Want) -> Option<String> {
    match (kind, want) {
        (PointKind::Threshold { left, right, .. }, Want::Zone(zone)) => threshold(source, left, right, zone),
        (PointKind::Cap { limit, .. }, _) => {
            let (limit, unit) = number(limit)?;
            let limit = Shown(limit, unit);
            match want {
                Want::Binding => Some(format!("more than {limit} before this cap")),
                Want::Exactly => Some(format!("{limit} before this cap")),
                Want::NotBinding => Some(format!("less than {limit} before this cap")),
                Want::Zone(_) | Want::Rows(_) | Want::SecondOfKey => None,
            }
        }
        _ => None,
    }
}

fn threshold(source: &Source, left: &Node, right: &Node, zone: Zone) -> Option<String> {
    let (side, (line, unit), zone) = match (number(right), number(left)) {
        (Some(line), _) => (left, line, zone),
        (None, Some(line)) => (right, line, opposite(zone)),
        (None, None) => return None,
    };
    let value = match zone {
        Zone::JustBelow => line.checked_sub(unit.step()),
        Zone::At => Some(line),
        Zone::JustAbove => line.checked_add(unit.step()),
    };
    value.map(|value| format!("{} = {}", words(source, side), Shown(value, unit)))
}

/// The left side lies above the right one where the right one lies below it.
fn opposite(zone: Zone) -> Zone {
    match zone {
        Zone::JustBelow => Zone::JustAbove,
        Zone::At => Zone::At,
        Zone::JustAbove => Zone::JustBelow,
    }
}

fn number(node: &Node) -> Option<(Decimal, Unit)> {
    match node.kind {
        NodeKind::Number(value, unit) => Some((value, unit)),
        _ => None,
    }
}

fn words(source: &Source, node: &Node) -> String {
    source.slice(node.span).split_whitespace().collect::<Vec<_>>().join(" ")
}
