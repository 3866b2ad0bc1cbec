//! One measure: verdict, amount, why, how it is worked out, and the text it rests on.

use std::rc::Rc;

use mingbai_core::fact::FactId;
use mingbai_core::measure::Outcome;
use yew::prelude::*;

use super::clause::Clause;
use super::icon::{Icon, Sign};
use super::reasons::ReasonList;
use super::working::{Dropped, Working};
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Card, Missing};

/// The measure to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The measure.
    pub card: Rc<Card>,
    /// The outcome in words.
    pub outcome: &'static str,
    /// The language.
    pub lang: Lang,
    /// Called to go and answer a fact.
    pub on_change: Callback<FactId>,
}

/// The card of a measure.
#[component]
pub fn MeasureCard(props: &Props) -> Html {
    let card = &props.card;
    let title = format!("measure-{}", card.id);
    html! {
        <article class={classes!("card", tone(card.outcome))} aria-labelledby={title.clone()} data-measure={card.id.clone()}>
            <p class={classes!("badge", tone(card.outcome))}><Icon sign={Sign::from(card.outcome)} />{ props.outcome }</p>
            <h4 class="card-title" id={title}>{ &card.title }</h4>
            <p class="small" lang="zh-CN">{ &card.heading }</p>
            { amount(card) }
            if let Some(not_claimable) = &card.not_claimable {
                <p class="notice warn">{ not_claimable }</p>
            }
            { for card.summary.iter().map(|sentence| html! { <p class="card-summary">{ sentence }</p> }) }
            { missing(&card.missing, props) }
            if !card.reasons.is_empty() {
                <h5>{ results(props.lang).card.why }</h5>
                <ReasonList items={card.reasons.clone()} lang={props.lang} />
            }
            if card.outcome == Outcome::DoesNotQualify {
                <Dropped rows={card.dropped.clone()} lang={props.lang} />
            }
            <details class="more" open={card.outcome == Outcome::Qualifies}>
                <summary>{ results(props.lang).card.more }</summary>
                { more(card, props.lang) }
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

fn missing(missing: &[Missing], props: &Props) -> Html {
    if missing.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="missing no-print">
            { for missing.iter().map(|one| {
                let (go, fact) = (props.on_change.clone(), one.fact);
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
            <Working arithmetic={card.arithmetic.clone()} terms={card.terms.clone()} {lang} />
            if !denied {
                <Dropped rows={card.dropped.clone()} {lang} />
            }
            if !card.together.is_empty() {
                <h5>{ words.together }</h5>
                <ul class="plain">{ for card.together.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
            }
            <h5>{ words.clause }</h5>
            <Clause paragraphs={card.clause.clone()} {lang} />
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
