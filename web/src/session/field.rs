//! Where an answer is entered.

use core::fmt;

use mingbai_core::fact::{ColumnId, FactId};

/// A row of a list, for as long as the visit lasts: it stays the same while rows before it come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey(pub u32);

/// A place an answer is entered at: a fact, or a column of a row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The fact, or the list.
    pub fact: FactId,
    /// The row and the column, in a list.
    pub cell: Option<(RowKey, ColumnId)>,
}

impl Field {
    /// Where the regions are chosen: no fact, since whose documents are checked says nothing of the applicant.
    pub const REGIONS: Self = Self::fact(FactId(u16::MAX));

    /// The field of a fact.
    #[must_use]
    pub const fn fact(fact: FactId) -> Self {
        Self { fact, cell: None }
    }

    /// The field of a column of a row.
    #[must_use]
    pub fn cell(fact: FactId, row: RowKey, column: ColumnId) -> Self {
        Self { fact, cell: Some((row, column)) }
    }
}

/// As the `id` of the control: `regions`, `fact-3`, `fact-3-row-1-column-0`.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::REGIONS {
            return f.write_str("regions");
        }
        write!(f, "fact-{}", self.fact.0)?;
        match self.cell {
            Some((row, column)) => write!(f, "-row-{}-column-{}", row.0, column.0),
            None => Ok(()),
        }
    }
}
