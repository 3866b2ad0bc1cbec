//! What the oracles share. An oracle is an official text once more, as plain straight-line Rust written from the text and
//! not from the policy files; here is what reads a complete firm for it, what makes such firms, and what compares.

mod compare;
mod draft;
mod firm;
mod law;
mod size;

pub use compare::{Oracle, agree};
pub use draft::Draft;
pub use firm::{Firm, Record};
pub use law::{Law, Money, Sums, n, percent, wan};
pub use size::sme_size;
