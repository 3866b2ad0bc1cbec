//! The whole result: for each document its status, its sums and its measures; several side by side on top.

use mingbai_core::Date;
use mingbai_core::claim::Claimable;
use mingbai_core::fact::FactId;
use mingbai_core::measure::Outcome;
use yew::prelude::*;

use super::as_of::AsOf;
use super::banner::status_banner;
use super::card::measure_card;
use super::check::check;
use super::comparison::comparison;
use super::sums::{beside_list, sum_bars};
use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Card, Clause, DocumentShown, Group, Subject, documents};

/// What a result does when it is used.
pub(super) struct Calls {
    /// Called with another day of assessment.
    pub(super) on_as_of: Callback<Date>,
    /// Called to go and answer a fact.
    pub(super) on_change: Callback<FactId>,
}

/// The result, with what is to be said about the visitor's clock.
pub(super) fn result(subject: Subject<'_>, clock_note: Option<String>, calls: &Calls) -> Html {
    let Subject { library, answers, assessment, lang } = subject;
    let documents = documents(subject);
    let (background, granting): (Vec<_>, Vec<_>) =
        documents.into_iter().partition(|document| document.banner.claimable == Claimable::Background);
    let side_by_side = granting.len() > 1;
    let answered: Vec<FactId> = answers.iter().map(|(fact, _)| fact).collect();
    html! {
        <div class="result">
            if side_by_side {
                { comparison(subject, &granting) }
            } else {
                { for granting.iter().map(|document| status_banner(&document.banner)) }
            }
            <p class="disclaimer">{ results(lang).disclaimer }</p>
            <AsOf as_of={assessment.as_of} note={clock_note} {lang} on_as_of={&calls.on_as_of} />
            { for granting.iter().map(|document| html! {
                <section class="document" aria-label={document.banner.title.clone()}>
                    if side_by_side {
                        { status_banner(&document.banner) }
                    }
                    { sums(document, lang) }
                    { body(document, lang, calls) }
                </section>
            }) }
            { for background.iter().map(|document| html! {
                <details class="document background">
                    <summary><span>{ document.banner.status }{ results(lang).colon }{ &document.banner.title }</span></summary>
                    { status_banner(&document.banner) }
                    { panel(results(lang).claim.caveats, &document.caveats) }
                    { body(document, lang, calls) }
                </details>
            }) }
            <section class="print-only">
                <h3 class="section-title">{ results(lang).answer.entered }</h3>
                { check(library, answers, &answered, lang, None) }
            </section>
        </div>
    }
}

fn sums(document: &DocumentShown, lang: Lang) -> Html {
    let words = results(lang);
    html! {
        <section class="panel">
            <h3 class="section-title">{ words.sums.title }</h3>
            <p class="help">{ words.sums.help }</p>
            { sum_bars(&document.sums, None) }
            { beside_list(&document.beside, lang) }
            { sentences(words.claim.caveats, &document.caveats) }
        </section>
    }
}

fn body(document: &DocumentShown, lang: Lang, calls: &Calls) -> Html {
    let words = results(lang);
    html! {
        <>
            { for document.groups.iter().map(|group| group_section(group, lang, calls)) }
            { panel(words.claim.not_loaded, &document.not_loaded) }
        </>
    }
}

fn panel(title: &'static str, told: &[String]) -> Html {
    html! { <section class="panel">{ sentences(title, told) }</section> }
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
fn group_section(group: &Group, lang: Lang, calls: &Calls) -> Html {
    let heading = html! { <h3 class="group-title">{ group.name }{ " " }<span class="group-count">{ &group.count }</span></h3> };
    let folded = matches!(group.outcome, Outcome::DoesNotQualify | Outcome::NotApplicable);
    let directions = group.directions.len();
    let inner = html! {
        <>
            { for group.clauses.iter().map(|one| clause(one, group.name, lang, calls)) }
            if directions > 0 {
                <details class="group">
                    <summary>{ (results(lang).card.directions)(directions) }</summary>
                    { cards(&group.directions, true, group.name, lang, calls) }
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

/// The measures of a clause stand together under its heading.
fn clause(clause: &Clause, outcome: &'static str, lang: Lang, calls: &Calls) -> Html {
    let alone = clause.cards.len() == 1;
    let cards = cards(&clause.cards, alone, outcome, lang, calls);
    if alone {
        return cards;
    }
    let id = clause.cards.first().map_or_else(String::new, |card| format!("clause-{}", card.id));
    html! {
        <section class="clause-group" aria-labelledby={id.clone()}>
            <p class="clause-heading" lang="zh-CN" {id}>{ &clause.heading }</p>
            { cards }
        </section>
    }
}

fn cards(cards: &[Card], headed: bool, outcome: &'static str, lang: Lang, calls: &Calls) -> Html {
    html! { <div class="cards">{ for cards.iter().map(|card| measure_card(card, headed, outcome, lang, &calls.on_change)) }</div> }
}
