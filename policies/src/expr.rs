//! The language of conditions and amounts: text to syntax trees, every node with its place.

pub mod ast;
mod parse;
mod token;

#[cfg(test)]
mod tests;

pub use ast::{Literal, Node, NodeKind, Role, TotalNode};

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::Name;

/// Reads an expression that a TOML literal string holds.
///
/// # Errors
/// A refusal that points at the first place that is not understood.
pub fn parse(source: &Arc<Source>, written: &Name) -> Result<Node, Diagnostic> {
    let Some(inside) = inside_quotes(source.slice(written.span), written.span) else {
        return Err(Diagnostic::new(
            "expression::quotes",
            "an expression stands in single quotes",
            source,
            written.span,
            "not in single quotes",
        )
        .help("write '…', or '''…''' over several lines"));
    };
    let tokens = token::tokens(source, inside)?;
    parse::Parser::new(source, &tokens, inside).whole()
}

fn inside_quotes(written: &str, span: Span) -> Option<Span> {
    let width = ["'''", "'"].into_iter().map(str::len).find(|width| {
        let mark = "'''".get(..*width).unwrap_or("'");
        written.len() >= width.saturating_mul(2) && written.starts_with(mark) && written.ends_with(mark)
    })?;
    Some(Span { start: span.start.saturating_add(width), end: span.end.saturating_sub(width) })
}
