//! The one JSON form of answers and assessments, used byte for byte by the command, the JavaScript export,
//! the saved file and the address fragment.
//!
//! Quantities are strings in the law's units (`"120万元"`, `"80万元..120万元"`, `"not_sure"`); a JSON number is taken
//! only as an integer below 2⁵³ in the fact's base unit.

mod catalogue;
mod error;
mod raw;
mod read;
mod report;
mod saved;
mod write;

pub use catalogue::{Asked, catalogue};
pub use error::{AnswerError, Problem};
pub use raw::{MAX_DEPTH, Raw};
pub use read::read;
pub use report::{Advised, ENGINE, FORM, Report, advised, report};
pub use saved::{Link, MAX_BYTES, SavedError, can_be_parsed, link, saved};
pub use write::{Written, written};
