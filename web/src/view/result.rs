//! The whole result: for each document its status, its sums and its measures; several side by side on top.

use mingbai_core::Date;
use mingbai_core::claim::Claimable;
use mingbai_core::fact::FactId;
use mingbai_core::json::ENGINE;
use mingbai_core::measure::Outcome;
use yew::Callback;

use super::as_of::{DayNotes, as_of};
use super::banner::status_banner;
use super::card::measure_card;
use super::check::check;
use super::comparison::comparison;
use super::element::{El, el, fragment, said};
use super::glossary::glossary as terms;
use super::sums::{beside_list, sum_bars};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{Card, Clause, DocumentShown, Group, Subject, documents, glossary};

/// What a result does when it is used.
pub(super) struct Calls {
    /// Called with another day of assessment, or with nothing where no day was entered.
    pub(super) on_as_of: Callback<Option<Date>>,
    /// Called to go and answer a fact.
    pub(super) on_change: Callback<FactId>,
}

/// The result, with what is to be said about its day.
pub(super) fn result(subject: Subject<'_>, notes: &DayNotes, calls: &Calls) -> El {
    let Subject { library, answers, assessment, lang, only } = subject;
    let documents = documents(subject);
    let (background, granting): (Vec<_>, Vec<_>) =
        documents.into_iter().partition(|document| only.is_none() && document.banner.claimable == Claimable::Background);
    let side_by_side = granting.len() > 1;
    let answered: Vec<FactId> = answers.iter().map(|(fact, _)| fact).collect();
    let mut entered = Some(
        el("section", "print-only")
            .with(said("h3", "section-title", results(lang).answer.entered))
            .with(check(library, answers, &answered, lang, None)),
    );
    let above = if granting.len() == 1 { None } else { entered.take() };
    let top = if side_by_side {
        fragment().with(comparison(subject, &granting))
    } else {
        fragment().each(granting.iter().map(|one| status_banner(&one.banner)))
    };
    el("div", "result")
        .with(top)
        .with(said("p", "disclaimer", results(lang).disclaimer))
        .with(as_of(assessment.as_of, notes, lang, &calls.on_as_of))
        .maybe(above)
        .each(granting.iter().map(|document| granted(document, side_by_side, entered.take(), lang, calls)))
        .each(background.iter().map(|document| folded(document, lang, calls)))
        .with(terms(&glossary(subject), lang))
        .maybe(library.fingerprint.as_ref().map(|rules| said("p", "help", &results(lang).claim.rules.with([rules, ENGINE]))))
}

/// What was `entered` is printed between the sums and the measures, where there is no other document.
fn granted(document: &DocumentShown, side_by_side: bool, entered: Option<El>, lang: Lang, calls: &Calls) -> El {
    el("section", "document")
        .attr("aria-label", &document.banner.title)
        .maybe(side_by_side.then(|| status_banner(&document.banner)))
        .with(sums(document, lang))
        .maybe(entered)
        .with(body(document, lang, calls))
}

/// A document that grants nothing itself.
fn folded(document: &DocumentShown, lang: Lang, calls: &Calls) -> El {
    let words = results(lang);
    let title = said("span", "", document.banner.status).text(words.colon).text(&document.banner.title);
    el("details", "document background")
        .with(el("summary", "").with(title))
        .with(status_banner(&document.banner))
        .with(panel(words.claim.caveats, &document.caveats))
        .with(body(document, lang, calls))
}

fn sums(document: &DocumentShown, lang: Lang) -> El {
    let words = results(lang);
    if document.only {
        return el("section", "panel").with(said("p", "", words.sums.only)).with(sentences(words.claim.caveats, &document.caveats));
    }
    el("section", "panel")
        .with(said("h3", "section-title", words.sums.title))
        .with(said("p", "help", words.sums.help))
        .maybe(document.wide.map(|told| said("p", "notice", told)))
        .with(sum_bars(&document.sums, true))
        .with(beside_list(&document.beside, lang))
        .maybe((!document.together.is_empty()).then(|| combined(words.sums.together, &document.together)))
        .with(sentences(words.claim.caveats, &document.caveats))
}

/// How measures were combined: each rule with what came of it, folded.
fn combined(title: &'static str, rules: &[Vec<String>]) -> El {
    let rule = |told: &Vec<String>| {
        let (rule, rest) = told.split_first().map_or(("", &[][..]), |(rule, rest)| (rule.as_str(), rest));
        said("li", "", rule).with(el("ul", "plain").all("li", "", rest))
    };
    el("details", "more").with(said("summary", "", title)).with(el("ul", "").each(rules.iter().map(rule)))
}

fn body(document: &DocumentShown, lang: Lang, calls: &Calls) -> El {
    let groups = document.groups.iter().map(|group| group_section(group, document.only, lang, calls));
    fragment().each(groups).with(panel(results(lang).claim.not_loaded, &document.not_loaded))
}

fn panel(title: &'static str, told: &[String]) -> El {
    el("section", "panel").with(sentences(title, told))
}

fn sentences(title: &'static str, sentences: &[String]) -> El {
    if sentences.is_empty() {
        return fragment();
    }
    fragment().with(said("h4", "caveats-title", title)).with(el("ul", "caveats").all("li", "", sentences))
}

/// What one may get stands open; what is denied or not for this applicant is folded, unless it is the `only` measure.
fn group_section(group: &Group, only: bool, lang: Lang, calls: &Calls) -> El {
    let heading = said("h3", "group-title", group.name).text(" ").with(said("span", "group-count", &group.count));
    let folded = !only && matches!(group.outcome, Outcome::DoesNotQualify | Outcome::NotApplicable);
    let directions = group.directions.len();
    let section = if folded { el("details", "group").with(el("summary", "").with(heading)) } else { el("section", "group").with(heading) };
    section.attr("data-group", group.outcome.name()).each(group.clauses.iter().map(|one| clause(one, group.name, lang, calls))).maybe(
        (directions > 0).then(|| {
            el("details", "group")
                .flag("open", only)
                .with(said("summary", "", &results(lang).card.directions.with(directions)))
                .with(cards(&group.directions, true, group.name, lang, calls))
        }),
    )
}

/// The measures of a clause stand together under its heading.
fn clause(clause: &Clause, outcome: &'static str, lang: Lang, calls: &Calls) -> El {
    let alone = clause.cards.len() == 1;
    let cards = cards(&clause.cards, alone, outcome, lang, calls);
    if alone {
        return cards;
    }
    let id = clause.cards.first().map_or_else(String::new, |card| ["clause-", &card.id].concat());
    el("section", "clause-group")
        .attr("aria-labelledby", &id)
        .with(said("p", "clause-heading", &clause.heading).attr("lang", "zh-CN").id(&id))
        .with(cards)
}

fn cards(cards: &[Card], headed: bool, outcome: &'static str, lang: Lang, calls: &Calls) -> El {
    el("div", "cards").each(cards.iter().map(|card| measure_card(card, headed, outcome, lang, &calls.on_change)))
}
