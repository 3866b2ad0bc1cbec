//! Whether an answer leaves something open.

use mingbai_core::answers::{Answer, Row};
use mingbai_core::fact::{ColumnId, List};
use mingbai_core::library::Library;

/// Whether more could still be learnt about the fact: nothing is known, the person is not sure,
/// a quantity is a range, a list may have more rows or has a cell that is open.
#[must_use]
pub fn is_open(library: &Library, fact: mingbai_core::fact::FactId, answer: Option<&Answer>) -> bool {
    open(library.fact(fact).and_then(|fact| fact.kind.list()), answer)
}

fn open(shape: Option<&List>, answer: Option<&Answer>) -> bool {
    match answer {
        None | Some(Answer::NotSure) => true,
        Some(Answer::Quantity(interval)) => interval.value().is_none(),
        Some(Answer::List(list)) => list.more || shape.is_some_and(|shape| list.rows.iter().any(|row| has_open_cell(shape, row))),
        Some(_) => false,
    }
}

fn has_open_cell(shape: &List, row: &Row) -> bool {
    (0_u8..).zip(&shape.columns).any(|(place, column)| open(column.kind.list(), row.get(ColumnId(place))))
}
