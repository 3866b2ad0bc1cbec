//! The words of the official text.

use yew::prelude::*;

use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::Span;

/// A quotation with its numbers marked.
pub(super) fn quotation(paragraphs: &[Vec<Span>], lang: Lang) -> Html {
    let language = results(lang).card.clause_language;
    html! {
        <>
            <blockquote class="clause" lang="zh-CN">
                { for paragraphs.iter().map(|spans| html! { <p>{ for spans.iter().map(span) }</p> }) }
            </blockquote>
            if !language.is_empty() {
                <p class="small">{ language }</p>
            }
        </>
    }
}

fn span(span: &Span) -> Html {
    if span.number {
        html! { <mark>{ &span.text }</mark> }
    } else {
        html! { { &span.text } }
    }
}
