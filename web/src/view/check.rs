//! The answers, to be checked before the result and printed with it.

use mingbai_core::fact::FactId;
use mingbai_core::{Answers, Library};
use yew::Callback;

use super::element::{El, button, el, said};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{CheckItem, check_items};

/// A list of facts and answers, each with a button to change it where `on_change` is given.
pub(super) fn check(library: &Library, answers: &Answers, asked: &[FactId], lang: Lang, on_change: Option<&Callback<FactId>>) -> El {
    let items = check_items(library, answers, asked, lang);
    el("dl", "summary-list").each(items.iter().map(|item| row(item, lang, on_change)))
}

fn row(item: &CheckItem, lang: Lang, on_change: Option<&Callback<FactId>>) -> El {
    let answer = el("dd", "").text(&item.answer);
    let rows = (!item.rows.is_empty()).then(|| el("ol", "summary-rows").all("li", "", &item.rows));
    el("div", "summary-row")
        .class(if item.answered { "" } else { "unanswered" })
        .with(said("dt", "", &item.name))
        .with(answer.maybe(rows))
        .maybe(on_change.map(|change| el("dd", "summary-action no-print").with(change_button(item, change, lang))))
}

fn change_button(item: &CheckItem, change: &Callback<FactId>, lang: Lang) -> El {
    let (change, fact) = (change.clone(), item.fact);
    button("quiet", results(lang).answer.change, Callback::from(move |_| change.emit(fact))).with(said(
        "span",
        "visually-hidden",
        &[" ", &item.name].concat(),
    ))
}
