//! The three sums, drawn and written, and what stands beside them.

use yew::prelude::*;

use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Beside, SumShown};

/// The three sums as bars of one scale, each with its amount in words. With `so_far`, said in place of a sum of which nothing is sure yet,
/// the sums are not explained.
pub(super) fn sum_bars(sums: &[SumShown; 3], so_far: Option<&'static str>) -> Html {
    let bars = ["sum sum-exact", "sum sum-ceiling", "sum sum-assessed"].into_iter().zip(sums);
    html! {
        <dl class="sums">
            { for bars.map(|(class, sum)| html! {
                <div {class}>
                    <dt>{ sum.name }</dt>
                    <dd class="sum-amount">{ so_far.filter(|_| sum.open).unwrap_or(&sum.text) }</dd>
                    if so_far.is_none() || !sum.open {
                        <dd class="sum-bar">{ bar(sum.bar) }</dd>
                    }
                    if so_far.is_none() {
                        <dd class="sum-help">{ sum.help }</dd>
                    }
                </div>
            }) }
        </dl>
    }
}

/// The sure part dark, the rest light.
fn bar((sure, whole): (u16, u16)) -> Html {
    html! {
        <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-ground" width="1000" height="10" />
            <rect class="bar-whole" width={whole.to_string()} height="10" />
            <rect class="bar-sure" width={sure.to_string()} height="10" />
        </svg>
    }
}

/// Measures in none of the sums.
pub(super) fn beside_list(beside: &[Beside], lang: Lang) -> Html {
    if beside.is_empty() {
        return Html::default();
    }
    html! {
        <div class="beside">
            <h4 class="beside-title">{ results(lang).sums.beside }</h4>
            <ul>
                { for beside.iter().map(|one| html! {
                    <li>
                        { &one.title }{ " · " }<strong>{ &one.amount }</strong>
                        if let Some(paid_by) = &one.paid_by {
                            { " · " }{ paid_by }
                        }
                    </li>
                }) }
            </ul>
        </div>
    }
}
