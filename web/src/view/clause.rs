//! The words of the official text.

use yew::prelude::*;

use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::Span;

/// The text to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<Span>>,
    /// The language of the page around it.
    pub lang: Lang,
}

/// A quotation with its numbers marked.
#[component]
pub fn Clause(props: &Props) -> Html {
    let note = results(props.lang).card.clause_language;
    html! {
        <>
            <blockquote class="clause" lang="zh-CN">
                { for props.paragraphs.iter().map(|spans| html! { <p>{ for spans.iter().map(span) }</p> }) }
            </blockquote>
            if !note.is_empty() {
                <p class="small">{ note }</p>
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
