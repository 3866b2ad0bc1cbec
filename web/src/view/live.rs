//! The result so far, beside the questions.

use mingbai_core::measure::Outcome;
use yew::prelude::*;

use super::icon::{Sign, icon};
use super::regions::standing;
use super::sums::sum_bars;
use crate::session::Session;
use crate::text::results::results;
use crate::view_model::{LiveDocument, Subject, live};

/// How many measures stand how, and the three sums so far.
pub(super) fn live_result(session: &Session) -> Html {
    let words = &results(session.lang()).answer;
    let subject = Subject::of(session);
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
            <p class="live-document">{ &document.region }{ standing(document.status.0, document.status.1) }</p>
            <ul class="live-counts" aria-live="polite">
                { for counts.map(|(outcome, name, count)| html! {
                    <li data-outcome={outcome.name()}>{ icon(Sign::from(*outcome)) }{ *name }<strong>{ count }</strong></li>
                }) }
            </ul>
            { sum_bars(&document.sums, Some(open)) }
        </>
    }
}
