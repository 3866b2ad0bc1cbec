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

pub mod order;
pub mod quantity;
pub mod date;
pub mod interval;
pub mod fact;
pub mod expression;
pub mod library;
pub mod rate;
pub mod pack;
pub mod answers;
pub mod verdict;
pub mod trace;
pub mod evaluate;
pub mod measure;
pub mod combine;
pub mod claim;
pub mod assess;
pub mod interview;
pub mod explain;
pub mod advise;
#[cfg(feature = "json")]
pub mod json;

pub use answers::{Answer, Answers};
pub use assess::{Assessment, assess};
pub use date::Date;
pub use library::Library;
