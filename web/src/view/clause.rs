//! The words of the official text.

use super::element::{El, el, fragment, said};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::Span;

/// A quotation with its numbers marked.
pub(super) fn quotation(paragraphs: &[Vec<Span>], lang: Lang) -> El {
    let language = results(lang).card.clause_language;
    let paragraphs = paragraphs.iter().map(|spans| spans.iter().fold(el("p", ""), span));
    fragment()
        .with(el("blockquote", "clause").attr("lang", "zh-CN").each(paragraphs))
        .maybe((!language.is_empty()).then(|| said("p", "small", language)))
}

fn span(paragraph: El, span: &Span) -> El {
    if span.number { paragraph.with(said("mark", "", &span.text)) } else { paragraph.text(&span.text) }
}
