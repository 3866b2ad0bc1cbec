//! The rules engine of Mingbai: typed rules, answers, assessments.
//!
//! Modules stand in the order in which data flows; a module uses only those above it.
//!
//! ```text
//! policies (compiled elsewhere) ─▶ Library ─┐
//!                                           ├─▶ assess ─▶ Assessment ─▶ explain, json
//! what a person knows ──────────▶ Answers ──┘
//! ```
//!
//! What is deliberately absent: no input or output, no clock (the date of assessment is an argument),
//! no JavaScript, no HTML, no floating point, no `Result` from [`assess()`]: it is total.

pub mod answers;
pub mod assess;
pub mod claim;
pub mod combine;
pub mod date;
pub mod evaluate;
pub mod explain;
pub mod expression;
pub mod fact;
pub mod interval;
pub mod interview;
#[cfg(feature = "json")]
pub mod json;
pub mod library;
pub mod measure;
pub mod pack;
pub mod quantity;
pub mod trace;
pub mod verdict;

pub use answers::{Answer, Answers};
pub use assess::{Assessment, assess};
pub use date::Date;
pub use library::Library;
