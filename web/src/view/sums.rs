//! The three sums, drawn and written, and what stands beside them.

use super::element::{El, el, fragment, said};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{Beside, SumShown};

/// The three sums as bars of one scale, each with its amount in words, and `explained` or not.
pub(super) fn sum_bars(sums: &[SumShown; 3], explained: bool) -> El {
    let bars = ["sum sum-exact", "sum sum-ceiling", "sum sum-assessed"].into_iter().zip(sums);
    el("dl", "sums").each(bars.map(|(class, sum)| one_sum(class, sum, explained)))
}

fn one_sum(class: &'static str, sum: &SumShown, explained: bool) -> El {
    el("div", class)
        .with(said("dt", "", sum.name))
        .with(said("dd", "sum-amount", &sum.text))
        .with(el("dd", "sum-bar").with(bar(sum.bar)))
        .maybe(explained.then(|| said("dd", "sum-help", sum.help)))
}

/// The sure part dark, the rest light.
fn bar((sure, whole): (u16, u16)) -> El {
    let part = |class, width: u16| el("rect", class).attr("width", &width.to_string()).attr("height", "10");
    el("svg", "")
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(part("bar-ground", 1000))
        .with(part("bar-whole", whole))
        .with(part("bar-sure", sure))
}

/// Measures in none of the sums.
pub(super) fn beside_list(beside: &[Beside], lang: Lang) -> El {
    if beside.is_empty() {
        return fragment();
    }
    let one = |one: &Beside| {
        let told = el("li", "").text(&one.title).text(" · ").with(said("strong", "", &one.amount));
        match &one.paid_by {
            Some(paid_by) => told.text(" · ").text(paid_by),
            None => told,
        }
    };
    el("div", "beside").with(said("h4", "beside-title", results(lang).sums.beside)).with(el("ul", "").each(beside.iter().map(one)))
}
