//! The three sums, drawn and written, and what stands beside them.

use yew::prelude::*;

use crate::text::Lang;
use crate::text::results::results;
use crate::view_model::{Beside, SumShown};

/// The sums to show.
#[derive(Clone, PartialEq, Properties)]
pub struct SumsProps {
    /// Exact, ceiling, assessed.
    pub sums: [SumShown; 3],
    /// Said in place of a sum of which nothing is sure yet. With it, the sums are not explained.
    #[prop_or_default]
    pub so_far: Option<&'static str>,
}

/// The three sums as bars of one scale, each with its amount in words.
#[component]
pub fn SumBars(props: &SumsProps) -> Html {
    let bars = ["sum sum-exact", "sum sum-ceiling", "sum sum-assessed"].into_iter().zip(&props.sums);
    html! {
        <dl class="sums">
            { for bars.map(|(class, sum)| html! {
                <div {class}>
                    <dt>{ sum.name }</dt>
                    <dd class="sum-amount">{ props.so_far.filter(|_| sum.open).unwrap_or(&sum.text) }</dd>
                    <dd class="sum-bar">{ bar(sum.bar) }</dd>
                    if props.so_far.is_none() {
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

/// What stands beside the sums.
#[derive(Clone, PartialEq, Properties)]
pub struct BesideProps {
    /// The measures.
    pub beside: Vec<Beside>,
    /// The language.
    pub lang: Lang,
}

/// Measures in none of the sums.
#[component]
pub fn BesideList(props: &BesideProps) -> Html {
    if props.beside.is_empty() {
        return Html::default();
    }
    html! {
        <div class="beside">
            <h4 class="beside-title">{ results(props.lang).sums.beside }</h4>
            <ul>
                { for props.beside.iter().map(|one| html! {
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
