//! Conditions with what was found.

use super::element::{El, el, said};
use super::icon::{Sign, icon};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{Mark, ReasonItem};

/// A list of conditions; each says in words whether it is met.
pub(super) fn reason_list(items: &[ReasonItem], lang: Lang) -> El {
    el("ul", "reasons").each(items.iter().map(|item| reason(item, lang)))
}

fn reason(item: &ReasonItem, lang: Lang) -> El {
    let told = el("div", "")
        .with(said("span", "reason-mark", word(item.mark, lang)))
        .text(" ")
        .with(said("span", "reason-text", &item.text))
        .maybe((!item.yours.is_empty()).then(|| said("span", "reason-yours", &item.yours)))
        .maybe((!item.parts.is_empty()).then(|| reason_list(&item.parts, lang)));
    el("li", class(item.mark)).with(icon(Sign::from(item.mark))).with(told)
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Met => "reason reason-met",
        Mark::NotMet => "reason reason-not-met",
        Mark::Open => "reason reason-open",
    }
}

fn word(mark: Mark, lang: Lang) -> &'static str {
    let words = &results(lang).reason;
    match mark {
        Mark::Met => words.met,
        Mark::NotMet => words.not_met,
        Mark::Open => words.open,
    }
}
