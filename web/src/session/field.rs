//! Where an answer is entered.

use core::fmt;

use mingbai_core::fact::{ColumnId, FactId};

/// A row of a list, for as long as the visit lasts: it stays the same while rows before it come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey(pub u32);

/// A place an answer is entered at: a fact, a column of a row of a list, or a column of a row of a list in such a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The fact, or the list.
    pub fact: FactId,
    /// The row and the column, in a list.
    pub cell: Option<(RowKey, ColumnId)>,
    /// The row and the column, in a list inside that column.
    pub inner: Option<(RowKey, ColumnId)>,
}

impl Field {
    /// Where the regions are chosen: no fact, since whose documents are checked says nothing of the applicant.
    pub const REGIONS: Self = Self::fact(FactId(u16::MAX));

    /// The field of a fact.
    #[must_use]
    pub const fn fact(fact: FactId) -> Self {
        Self { fact, cell: None, inner: None }
    }

    /// The field of a column of a row of the list in this field.
    #[must_use]
    pub fn cell(self, row: RowKey, column: ColumnId) -> Self {
        match self.cell {
            None => Self { cell: Some((row, column)), ..self },
            Some(_) => Self { inner: Some((row, column)), ..self },
        }
    }

    /// The list this is a cell of, with its row and column.
    #[must_use]
    pub fn in_list(self) -> Option<(Self, RowKey, ColumnId)> {
        match (self.cell, self.inner) {
            (_, Some((row, column))) => Some((Self { inner: None, ..self }, row, column)),
            (Some((row, column)), None) => Some((Self::fact(self.fact), row, column)),
            (None, None) => None,
        }
    }
}

/// As the `id` of the control: `regions`, `fact-3`, `fact-3-row-1-column-0`.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::REGIONS {
            return f.write_str("regions");
        }
        write!(f, "fact-{}", self.fact.0)?;
        for (row, column) in self.cell.into_iter().chain(self.inner) {
            write!(f, "-row-{}-column-{}", row.0, column.0)?;
        }
        Ok(())
    }
}
