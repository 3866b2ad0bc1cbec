mod added;

use mingbai_core::library::{Document, Standing};
use mingbai_core::{Answers, Library, assess};
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::as_of::DayNotes;
use super::card::measure_card;
use super::result::{Calls, result};
use crate::text::Lang;
use crate::view_model::tests::library::{FEES, TURNOVER, day, library};
use crate::view_model::tests::{amount, fee, rows, trader, with};
use crate::view_model::{Card, Subject, documents};

fn card(id: &str) -> Card {
    let (library, answers) = (library(), trader());
    let assessment = assess(&library, &answers, day("2026-11-21"), |_| true);
    let mut shown = documents(Subject { library: &library, answers: &answers, assessment: &assessment, lang: Lang::Zh, only: None });
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

pub(super) async fn rendered(html: Html) -> String {
    LocalServerRenderer::<Shown>::with_props(Props { html }).hydratable(false).render().await
}

async fn card_html(id: &str) -> String {
    rendered(measure_card(&card(id), true, "可能符合", Lang::Zh, &Callback::noop()).into()).await
}

async fn page_html(answers: Answers, as_of: &str, lang: Lang) -> String {
    library_html(&library(), &answers, as_of, lang).await
}

async fn library_html(library: &Library, answers: &Answers, as_of: &str, lang: Lang) -> String {
    let assessment = assess(library, answers, day(as_of), |_| true);
    let subject = Subject { library, answers, assessment: &assessment, lang, only: None };
    let calls = Calls { on_as_of: Callback::noop(), on_change: Callback::noop() };
    rendered(result(subject, &DayNotes { clock: None, wrong: false }, &calls).into()).await
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

/// The same notice in force, as a draft, and as background.
fn three_documents() -> Library {
    let mut library = library();
    let with = |id: &str, standing| {
        let mut document = Document { id: id.to_owned(), standing, ..library.documents[0].clone() };
        for measure in &mut document.measures {
            measure.id = format!("{id}-{}", measure.id);
        }
        document
    };
    let others = [with("draft", Standing::Draft), with("plan", Standing::Background)];
    library.documents.extend(others);
    library
}

#[tokio::test]
async fn each_document_has_its_own_banner_and_sums_and_is_in_one_line_of_the_comparison() {
    let html = library_html(&three_documents(), &trader(), "2026-11-21", Lang::Zh).await;
    assert_eq!(values(&html, "data-status"), ["in-force", "draft", "background"]);
    assert_eq!(html.matches("金额估算").count(), 2, "a plan enters no sum");
    let table = html.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
    assert_eq!(table.matches("<tr>").count(), 3, "the head, the notice and the draft");
    assert!(table.contains("现行有效") && table.contains("征求意见稿") && !table.contains("不直接发钱"));
    assert_eq!(table.matches("15万元").count(), 2);
    let folded = html.split("<details class=\"document background\"").nth(1).unwrap();
    assert!(folded.contains("不直接发钱"));
}

#[tokio::test]
async fn a_lone_document_is_not_compared() {
    assert!(!page_html(trader(), "2026-11-21", Lang::Zh).await.contains("<table"));
}

#[tokio::test]
async fn every_card_of_a_draft_says_so_and_none_that_one_can_apply() {
    let mut library = library();
    library.documents[0].standing = Standing::Draft;
    let html = library_html(&library, &trader(), "2026-11-21", Lang::Zh).await;
    let cards: Vec<&str> = html.split("<article").skip(1).collect();
    assert!(cards.len() > 4 && cards.iter().all(|card| card.contains("若按征求意见稿")));
    assert!(!html.contains("可申报"));
}

#[tokio::test]
async fn measures_of_one_clause_stand_together_under_its_heading() {
    let html = page_html(trader(), "2026-11-21", Lang::Zh).await;
    let group = html.split("class=\"clause-group\"").nth(1).unwrap();
    assert!(group.split("<article").next().unwrap().contains("第二条 转型"), "the heading stands once, above the cards");
    assert!(!group.split("</section>").next().unwrap().split("<article").nth(1).unwrap().contains("第二条 转型</p>"));
}

#[tokio::test]
async fn below_the_sums_it_is_told_which_row_is_used_where() {
    let invoices = rows(&[fee("100000", true), fee("20000", false)]);
    let html = page_html(with(FEES, Some(invoices)), "2026-11-21", Lang::Zh).await;
    let told = html.split_once("合计时怎样取舍").map_or("", |(_, after)| after);
    let told = told.split_once("</details>").map_or("", |(told, _)| told);
    for sentence in ["同一项目就高不就低", "第1行用在“网点补助”", "第2行用在“广告、平台补助”"] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
}
