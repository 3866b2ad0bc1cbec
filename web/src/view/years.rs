//! Amounts year by year.

use super::element::{El, el, fragment, said};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{Card, YearShown};

/// The years of a measure with a cap each, and the measures that follow one another year after year; nothing where there are neither.
pub(super) fn years(card: &Card, lang: Lang) -> El {
    if card.years.is_empty() && card.ladder.is_empty() {
        return fragment();
    }
    let ladder = (!card.ladder.is_empty()).then(|| el("ul", "plain").all("li", "", &card.ladder));
    fragment()
        .with(said("h5", "part-title", results(lang).card.by_year))
        .maybe((!card.years.is_empty()).then(|| table(&card.years, lang)))
        .maybe(ladder)
}

fn table(years: &[YearShown], lang: Lang) -> El {
    let words = &results(lang).card;
    let head = |name| said("th", "", name).attr("scope", "col");
    let row = |one: &YearShown| {
        let name = said("th", "", &one.year).attr("scope", "row");
        el("tr", "").with(name).with(said("td", "", &one.before)).with(said("td", "", &one.after))
    };
    let head = el("tr", "").each([words.year, words.before_cap, words.after_cap].map(head));
    el("table", "years").with(el("thead", "").with(head)).with(el("tbody", "").each(years.iter().map(row)))
}
