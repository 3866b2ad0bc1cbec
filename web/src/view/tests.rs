use mingbai_core::{Answers, assess};
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::card::measure_card;
use super::result::{Calls, result};
use crate::text::Lang;
use crate::view_model::tests::library::{TURNOVER, day, library};
use crate::view_model::tests::{amount, trader, with};
use crate::view_model::{Card, Subject, documents};

fn card(id: &str) -> Card {
    let (library, answers) = (library(), trader());
    let assessment = assess(&library, &answers, day("2026-11-21"), |_| true);
    let mut shown = documents(Subject { library: &library, answers: &answers, assessment: &assessment, lang: Lang::Zh });
    shown.remove(0).groups.into_iter().flat_map(|group| group.clauses).flat_map(|clause| clause.cards).find(|card| card.id == id).unwrap()
}

#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

#[component]
fn Shown(props: &Props) -> Html {
    props.html.clone()
}

async fn rendered(html: Html) -> String {
    LocalServerRenderer::<Shown>::with_props(Props { html }).hydratable(false).render().await
}

async fn card_html(id: &str) -> String {
    rendered(measure_card(&card(id), true, "可能符合", Lang::Zh, &Callback::noop())).await
}

async fn page_html(answers: Answers, as_of: &str, lang: Lang) -> String {
    let library = library();
    let assessment = assess(&library, &answers, day(as_of), |_| true);
    let subject = Subject { library: &library, answers: &answers, assessment: &assessment, lang };
    let calls = Calls { on_as_of: Callback::noop(), on_change: Callback::noop() };
    rendered(result(subject, None, &calls)).await
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Without the elements that begin and end like this.
fn without(html: &str, begin: &str, end: &str) -> String {
    let mut parts = html.split(begin);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(end).unwrap().1)
}

/// One tag a line.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}

#[tokio::test]
async fn the_card_of_a_rate() {
    insta::assert_snapshot!(lines(&card_html("ads").await));
}

#[tokio::test]
async fn the_card_of_events_capped_by_year() {
    insta::assert_snapshot!(lines(&card_html("shows").await));
}

#[tokio::test]
async fn nothing_on_the_result_needs_an_inline_style_or_a_place_of_the_host_page() {
    let html = page_html(trader(), "2026-11-21", Lang::Zh).await;
    assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("href=\"#"), "{html}");
}

#[tokio::test]
async fn names_by_reference_are_there_and_only_once() {
    let html = page_html(trader(), "2026-11-21", Lang::Zh).await;
    let ids = values(&html, "id");
    for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for id in values(&html, attribute).iter().flat_map(|ids| ids.split(' ')) {
            assert_eq!(ids.iter().filter(|one| **one == id).count(), 1, "{attribute}={id}");
        }
    }
    assert!(values(&html, "aria-labelledby").len() > 4, "every card has its name");
}

#[tokio::test]
async fn the_page_never_promises() {
    let html = page_html(trader(), "2026-11-21", Lang::Zh).await;
    assert!(html.contains("可能符合") && html.contains("自测结果不是审批决定"));
    let without = html.replace("可能符合", "").replace("不符合", "");
    assert!(!without.contains("符合"), "a bare 符合 on the page");
}

#[tokio::test]
async fn english_is_complete() {
    let below = with(TURNOVER, Some(amount("999999")));
    for (answers, as_of) in [(trader(), "2026-11-21"), (below, "2027-09-01")] {
        let html = page_html(answers, as_of, Lang::En).await;
        assert!(html.contains("May qualify"));
        let ours = without(&without(&html, "<blockquote lang=\"zh-CN\"", "</blockquote>"), "<p lang=\"zh-CN\"", "</p>");
        let ours = ours.replace("〔2024〕17号", "");
        let chinese: String = ours.chars().filter(|c| ('\u{2E80}'..'\u{A000}').contains(c) || *c == '，' || *c == '：').collect();
        assert_eq!(chinese, "", "{ours}");
    }
}
