//! A complete firm, read by the names of what is asked.

use mingbai_core::Date;

pub use mingbai_bench::Record;

/// A firm of which everything is known, on a day.
#[derive(Clone, Debug)]
pub struct Firm<'a> {
    /// The answers.
    pub facts: Record<'a>,
    /// The day of assessment.
    pub as_of: Date,
}
