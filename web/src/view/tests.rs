use mingbai_core::assess;
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::card::measure_card;
use super::result::{Calls, result};
use crate::text::Lang;
use crate::view_model::tests::library::{day, library};
use crate::view_model::tests::trader;
use crate::view_model::{Card, Subject, documents};

fn card(id: &str) -> Card {
    let (library, answers) = (library(), trader());
    let assessment = assess(&library, &answers, day("2026-11-21"), |_| true);
    let mut shown = documents(Subject { library: &library, answers: &answers, assessment: &assessment, lang: Lang::Zh });
    shown.remove(0).groups.into_iter().flat_map(|group| group.cards).find(|card| card.id == id).unwrap()
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
    rendered(measure_card(&card(id), "可能符合", Lang::Zh, &Callback::noop())).await
}

async fn page_html(lang: Lang) -> String {
    let (library, answers) = (library(), trader());
    let assessment = assess(&library, &answers, day("2026-11-21"), |_| true);
    let subject = Subject { library: &library, answers: &answers, assessment: &assessment, lang };
    let calls = Calls { on_as_of: Callback::noop(), on_change: Callback::noop() };
    rendered(result(subject, None, &calls)).await
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
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
    let html = page_html(Lang::Zh).await;
    assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("href=\"#"), "{html}");
}

#[tokio::test]
async fn names_by_reference_are_there_and_only_once() {
    let html = page_html(Lang::Zh).await;
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
    let html = page_html(Lang::Zh).await;
    assert!(html.contains("可能符合") && html.contains("自测结果不是审批决定"));
    let without = html.replace("可能符合", "").replace("不符合", "");
    assert!(!without.contains("符合"), "a bare 符合 on the page");
    assert!(page_html(Lang::En).await.contains("May qualify"));
}
