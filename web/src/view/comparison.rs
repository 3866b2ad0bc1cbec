//! Several regions side by side: what each document is worth today, and its three sums.

use super::element::{El, el, said};
use super::regions::standing;
use crate::text::results;
use crate::view_model::{DocumentShown, Subject, registration};

/// A table with one row for each document.
pub(super) fn comparison(subject: Subject<'_>, documents: &[DocumentShown]) -> El {
    let words = results(subject.lang);
    let columns = [words.comparison.region, words.comparison.status, words.sums.exact, words.sums.ceiling, words.sums.assessed];
    let head = el("tr", "").each(columns.into_iter().map(|name| said("th", "", name).attr("scope", "col")));
    let table = el("table", "")
        .attr("aria-labelledby", "comparison")
        .with(el("thead", "").with(head))
        .with(el("tbody", "").each(documents.iter().map(row)));
    el("section", "panel comparison")
        .with(said("h3", "section-title", words.comparison.title).id("comparison"))
        .with(said("p", "help", &registration(subject)).text(words.sums.help))
        .with(table)
}

fn row(document: &DocumentShown) -> El {
    el("tr", "")
        .with(said("th", "", &document.region).attr("scope", "row"))
        .with(el("td", "").with(standing(document.banner.claimable, document.banner.status)))
        .each(document.sums.iter().map(|sum| said("td", "amount", &sum.text).attr("data-name", sum.name)))
}
