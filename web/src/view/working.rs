//! How an amount is worked out, and the rows that were not counted.

use super::element::{El, el, fragment, said};
use super::reasons::reason_list;
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{ArithmeticLine, DroppedRow};

/// The arithmetic line by line.
pub(super) fn working(arithmetic: &[ArithmeticLine], terms: Option<&String>, lang: Lang) -> El {
    if arithmetic.is_empty() {
        return fragment();
    }
    fragment()
        .with(said("h5", "part-title", results(lang).card.arithmetic))
        .with(el("ol", "arithmetic").each(arithmetic.iter().map(line)))
        .maybe(terms.map(|terms| said("p", "small", terms)))
}

fn line(line: &ArithmeticLine) -> El {
    let cap = || said("span", "line-cap", &line.cap).class(if line.capped { "line-capped" } else { "" });
    el("li", "")
        .maybe((!line.about.is_empty()).then(|| said("span", "line-about", &line.about)))
        .with(said("span", "line-formula", &line.formula))
        .maybe((!line.cap.is_empty()).then(cap))
}

/// Rows that were not counted, each with its reason.
pub(super) fn dropped_rows(rows: &[DroppedRow], lang: Lang) -> El {
    if rows.is_empty() {
        return fragment();
    }
    let rows = rows.iter().map(|row| dropped(row, lang));
    fragment().with(said("h5", "part-title", results(lang).card.dropped)).with(el("ul", "dropped").each(rows))
}

fn dropped(row: &DroppedRow, lang: Lang) -> El {
    let why = if row.reasons.is_empty() { said("span", "dropped-why", &row.why) } else { reason_list(&row.reasons, lang) };
    el("li", "").with(said("strong", "", &row.name)).with(said("span", "small", &row.content)).with(why)
}
