//! Words of the texts with what they mean.

use super::element::{El, el, fragment, said};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::TermShown;

/// Words that are explained, folded; nothing where there are none.
pub(super) fn glossary(terms: &[TermShown], lang: Lang) -> El {
    if terms.is_empty() {
        return fragment();
    }
    el("details", "why").with(said("summary", "", results(lang).card.glossary)).with(el("dl", "glossary").each(terms.iter().map(term)))
}

fn term(term: &TermShown) -> El {
    let source = said("p", "small", &term.source).attr("lang", "zh-CN");
    fragment().with(said("dt", "", &term.name).attr("lang", "zh-CN")).with(el("dd", "").text(&term.meaning).with(source))
}
