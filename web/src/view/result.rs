//! The whole result: for each document its status, its sums and its measures.

use std::rc::Rc;

use mingbai_core::fact::FactId;
use mingbai_core::measure::Outcome;
use mingbai_core::{Answers, Assessment, Date, Library};
use yew::prelude::*;

use super::as_of::AsOf;
use super::banner::StatusBanner;
use super::card::MeasureCard;
use super::check::Check;
use super::sums::{BesideList, SumBars};
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Card, DocumentShown, Group, Subject, documents};

/// The result to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The rules.
    pub library: Rc<Library>,
    /// The answers.
    pub answers: Rc<Answers>,
    /// What they give.
    pub assessment: Rc<Assessment>,
    /// The language.
    pub lang: Lang,
    /// What is to be said about the visitor's clock.
    #[prop_or_default]
    pub as_of_note: Option<String>,
    /// Called with another day of assessment.
    pub on_as_of: Callback<Date>,
    /// Called to go and answer a fact.
    pub on_change: Callback<FactId>,
}

/// The result.
#[component]
pub fn ResultPage(props: &Props) -> Html {
    let lang = props.lang;
    let subject = Subject { library: &props.library, answers: &props.answers, assessment: &props.assessment, lang };
    let documents = documents(subject);
    let answered: Vec<FactId> = props.answers.iter().map(|(fact, _)| fact).collect();
    html! {
        <div class="result">
            { for documents.iter().map(|document| html! { <StatusBanner banner={document.banner.clone()} /> }) }
            <p class="disclaimer">{ results(lang).disclaimer }</p>
            <AsOf as_of={props.assessment.as_of} note={props.as_of_note.clone()} {lang} on_as_of={&props.on_as_of} />
            { for documents.into_iter().map(|document| body(document, props)) }
            <section class="print-only">
                <h3 class="section-title">{ results(lang).answer.entered }</h3>
                <Check library={&props.library} answers={&props.answers} asked={answered} {lang} />
            </section>
        </div>
    }
}

fn body(document: DocumentShown, props: &Props) -> Html {
    let words = results(props.lang);
    html! {
        <>
            <section class="panel">
                <h3 class="section-title">{ words.sums.title }</h3>
                <p class="help">{ words.sums.help }</p>
                <SumBars sums={document.sums} />
                <BesideList beside={document.beside} lang={props.lang} />
                { sentences(words.claim.caveats, &document.caveats) }
            </section>
            { for document.groups.into_iter().map(|group| group_section(group, props)) }
            <section class="panel">{ sentences(words.claim.not_loaded, &document.not_loaded) }</section>
        </>
    }
}

fn sentences(title: &'static str, sentences: &[String]) -> Html {
    if sentences.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4 class="caveats-title">{ title }</h4>
            <ul class="caveats">{ for sentences.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
        </>
    }
}

/// What one may get stands open; what is denied or not for this applicant is folded.
fn group_section(group: Group, props: &Props) -> Html {
    let heading = html! { <h3 class="group-title">{ group.name }{ " " }<span class="group-count">{ &group.count }</span></h3> };
    let folded = matches!(group.outcome, Outcome::DoesNotQualify | Outcome::NotApplicable);
    let directions = group.directions.len();
    let inner = html! {
        <>
            { cards(group.cards, group.name, props) }
            if directions > 0 {
                <details class="group">
                    <summary>{ (results(props.lang).card.directions)(directions) }</summary>
                    { cards(group.directions, group.name, props) }
                </details>
            }
        </>
    };
    if folded {
        html! { <details class="group" data-group={group.outcome.name()}><summary>{ heading }</summary>{ inner }</details> }
    } else {
        html! { <section class="group" data-group={group.outcome.name()}>{ heading }{ inner }</section> }
    }
}

fn cards(cards: Vec<Card>, outcome: &'static str, props: &Props) -> Html {
    html! {
        <div class="cards">
            { for cards.into_iter().map(Rc::new).map(|card| html! {
                <MeasureCard key={card.id.clone()} card={card.clone()} {outcome} lang={props.lang} on_change={&props.on_change} />
            }) }
        </div>
    }
}
