//! The result so far, beside the questions.

use std::rc::Rc;

use mingbai_core::measure::Outcome;
use mingbai_core::{Answers, Assessment, Library};
use yew::prelude::*;

use super::icon::{Icon, Sign};
use super::sums::SumBars;
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{LiveDocument, Subject, live};

/// The result so far.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The rules.
    pub library: Rc<Library>,
    /// The answers so far.
    pub answers: Rc<Answers>,
    /// What they give.
    pub assessment: Rc<Assessment>,
    /// The language.
    pub lang: Lang,
}

/// How many measures stand how, and the three sums so far.
#[component]
pub fn Live(props: &Props) -> Html {
    let words = &results(props.lang).answer;
    let subject = Subject { library: &props.library, answers: &props.answers, assessment: &props.assessment, lang: props.lang };
    html! {
        <section class="live" aria-label={words.live}>
            <h2 class="live-title">{ words.live }<span class="small">{ words.live_help }</span></h2>
            { for live(subject).iter().map(|one| document(one, words.live_open)) }
        </section>
    }
}

/// 可能符合, 待认定 and 还缺信息 are always shown; the others would only lengthen the list.
fn document(document: &LiveDocument, open: &'static str) -> Html {
    let counts = document.counts.iter().filter(|(outcome, ..)| !matches!(outcome, Outcome::DoesNotQualify | Outcome::NotApplicable));
    html! {
        <>
            <p class="live-document">{ &document.title }</p>
            <ul class="live-counts" aria-live="polite">
                { for counts.map(|(outcome, name, count)| html! {
                    <li data-outcome={outcome.name()}><Icon sign={Sign::from(*outcome)} />{ *name }<strong>{ count }</strong></li>
                }) }
            </ul>
            <SumBars sums={document.sums.clone()} so_far={Some(open)} />
        </>
    }
}
