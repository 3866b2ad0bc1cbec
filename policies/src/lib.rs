//! The policy compiler: official texts with their rules in, one typed library out.
//!
//! Modules stand in the order in which data flows.
//!
//! ```text
//! policy.md ──read──▶ runs of quotes with blocks ──doc──▶ the blocks as written
//!    ──expr──▶ syntax trees ──resolve──▶ core::Library ──check──▶ a pack, or diagnostics
//! ```

pub mod diagnostic;

pub mod lexis;

pub mod read;

pub mod doc;

pub mod files;

pub mod expr;

pub mod passages;

pub mod resolve;

pub mod check;

pub mod mutate;

pub mod ledger;

pub mod receipt;

pub mod list;

pub mod about;

use std::io;
use std::path::Path;

pub use diagnostic::{Diagnostic, Source, Span};
pub use resolve::Policies;

/// Reads and resolves the policies folder.
///
/// Whatever the files say, it gives what it could understand; the rules may be used only if nothing was refused.
/// Where a file cannot be read, nothing is said of names that may stand in it.
///
/// # Errors
/// When a file or folder cannot be read.
pub fn load(folder: &Path) -> io::Result<(Policies, Vec<Diagnostic>)> {
    let mut diagnostics = Vec::new();
    let written = files::read_folder(folder, &mut diagnostics)?;
    let mut unresolved = Vec::new();
    let policies = resolve::resolve(written, &mut unresolved);
    if diagnostics.is_empty() {
        diagnostics = unresolved;
    }
    Ok((policies, diagnostics))
}
