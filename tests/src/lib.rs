//! What the tests of the whole are made of: the real library, firms by chance, and other ways to read what is printed.

pub mod complete;
pub mod entries;
pub mod formula;
pub mod generate;
pub mod interview;
pub mod kleene;
pub mod landmarks;
pub mod library;
pub mod optimum;
pub mod oracle;
pub mod partial;
pub mod seed;
pub mod settled;
pub mod sheet;
pub mod strategy;
pub mod text;

pub use library::{Found, answers, assessed, day, findings, library, notice, printed, read, report, written};
