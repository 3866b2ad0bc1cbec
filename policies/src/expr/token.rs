//! Text to tokens.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source, Span};

/// The smallest part of an expression that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind,
    pub(super) text: &'a str,
    pub(super) span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Digits with the unit that follows them: `100万元`.
    Number,
    /// A name or a word of the language.
    Word,
    /// A sign: `>=`, `*`, `(`.
    Symbol,
}

const SYMBOLS: [&str; 14] = [">=", "<=", ">", "<", "=", "+", "-", "*", "(", ")", "[", "]", ",", "."];

/// The tokens at a place of the file.
///
/// # Errors
/// A refusal that points at the first character that begins no token.
pub(super) fn tokens(source: &Arc<Source>, span: Span) -> Result<Vec<Token<'_>>, Diagnostic> {
    let mut tokens = Vec::new();
    let mut at = span.start;
    while let Some(rest) = source.text.get(at..span.end).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next().filter(|c| !c.is_whitespace()) else {
            at = at.saturating_add(rest.len().saturating_sub(rest.trim_start().len()));
            continue;
        };
        let Some((kind, text)) = token(rest, first) else {
            return Err(unknown(source, at, first));
        };
        let end = at.saturating_add(text.len());
        tokens.push(Token { kind, text, span: (at..end).into() });
        at = end;
    }
    Ok(tokens)
}

fn token(rest: &str, first: char) -> Option<(TokenKind, &str)> {
    if first.is_ascii_digit() {
        let end = rest.find(|c: char| c.is_whitespace() || "()[],*+-<>=".contains(c)).unwrap_or(rest.len());
        return Some((TokenKind::Number, rest.get(..end)?));
    }
    if is_word(first) {
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        return Some((TokenKind::Word, rest.get(..end)?));
    }
    let symbol = SYMBOLS.into_iter().find(|symbol| rest.starts_with(symbol))?;
    Some((TokenKind::Symbol, symbol))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn unknown(source: &Arc<Source>, at: usize, found: char) -> Diagnostic {
    let span = at..at.saturating_add(found.len_utf8());
    let refusal = Diagnostic::new("expression::syntax", format!("`{found}` means nothing here"), source, span, "not understood");
    match found {
        '/' => refusal.help("there is no division; write a rate such as 30%"),
        '≥' => refusal.help("write >="),
        '≤' => refusal.help("write <="),
        '（' | '）' | '，' | '＞' | '＜' | '＝' | '－' | '−' => refusal.help("use half-width signs in expressions"),
        _ => refusal,
    }
}
