//! One measure: verdict, amount, why, how it is worked out, and the text it rests on.

use mingbai_core::fact::FactId;
use mingbai_core::measure::Outcome;
use yew::prelude::*;

use super::clause::quotation;
use super::icon::{Sign, icon};
use super::reasons::reason_list;
use super::working::{dropped_rows, working};
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Card, Missing};

/// The card of a measure, with its outcome in words, and `headed` where it stands alone under the heading of its clause. `on_change` is called to go and answer a fact.
pub(super) fn measure_card(card: &Card, headed: bool, outcome: &'static str, lang: Lang, on_change: &Callback<FactId>) -> Html {
    let title = format!("measure-{}", card.id);
    html! {
        <article key={card.id.clone()} class={classes!("card", tone(card.outcome))} aria-labelledby={title.clone()} data-measure={card.id.clone()}>
            <p class={classes!("badge", tone(card.outcome))}>{ icon(Sign::from(card.outcome)) }{ outcome }</p>
            <h4 class="card-title" id={title}>{ &card.title }</h4>
            if headed {
                <p class="small" lang="zh-CN">{ &card.heading }</p>
            }
            { amount(card) }
            if let Some(not_claimable) = &card.not_claimable {
                <p class="notice warn">{ not_claimable }</p>
            }
            { for card.summary.iter().map(|sentence| html! { <p class="card-summary">{ sentence }</p> }) }
            { missing(&card.missing, on_change) }
            if !card.reasons.is_empty() {
                <h5>{ results(lang).card.why }</h5>
                { reason_list(&card.reasons, lang) }
            }
            if card.outcome == Outcome::DoesNotQualify {
                { dropped_rows(&card.dropped, lang) }
            }
            <details class="more" open={card.outcome == Outcome::Qualifies}>
                <summary>{ results(lang).card.more }</summary>
                { more(card, lang) }
            </details>
        </article>
    }
}

fn tone(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Qualifies => "tone-qualifies",
        Outcome::SubjectToReview => "tone-review",
        Outcome::NeedsAnswers => "tone-needs",
        Outcome::DoesNotQualify => "tone-not",
        Outcome::NotApplicable => "tone-none",
    }
}

fn amount(card: &Card) -> Html {
    let Some(amount) = card.amount.as_ref().filter(|_| !card.direction) else {
        return Html::default();
    };
    html! {
        <>
            <p class={if amount.note.is_some() { "card-amount" } else { "card-no-amount" }}>{ &amount.text }</p>
            if let Some(paid_by) = &amount.paid_by {
                <p class="card-payer">{ paid_by }</p>
            }
            if let Some(note) = amount.note {
                <p class="small">{ note }</p>
            }
        </>
    }
}

fn missing(missing: &[Missing], on_change: &Callback<FactId>) -> Html {
    if missing.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="missing no-print">
            { for missing.iter().map(|one| {
                let (go, fact) = (on_change.clone(), one.fact);
                html! { <li><button type="button" class="button quiet" onclick={move |_| go.emit(fact)}>{ &one.label }</button></li> }
            }) }
        </ul>
    }
}

fn more(card: &Card, lang: Lang) -> Html {
    let words = &results(lang).card;
    let denied = card.outcome == Outcome::DoesNotQualify;
    html! {
        <>
            { working(&card.arithmetic, card.terms.as_ref(), lang) }
            if !denied {
                { dropped_rows(&card.dropped, lang) }
            }
            if !card.together.is_empty() {
                <h5>{ words.together }</h5>
                <ul class="plain">{ for card.together.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
            }
            <h5>{ words.clause }</h5>
            { quotation(&card.clause, lang) }
            if !card.readings.is_empty() {
                <h5>{ words.readings }</h5>
                <ul class="plain">
                    { for card.readings.iter().map(|reading| html! {
                        <li>
                            { &reading.text }
                            if let Some(gives) = &reading.gives {
                                <strong class="reading-gives">{ gives }</strong>
                            }
                        </li>
                    }) }
                </ul>
            }
            <h5>{ words.apply }</h5>
            <p>{ &card.apply }</p>
        </>
    }
}
