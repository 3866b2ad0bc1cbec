//! Several regions side by side: what each document is worth today, and its three sums.

use yew::prelude::*;

use super::regions::standing;
use crate::text::results::results;
use crate::view_model::{DocumentShown, Subject, registration};

/// A table with one row for each document.
pub(super) fn comparison(subject: Subject<'_>, documents: &[DocumentShown]) -> Html {
    let words = results(subject.lang);
    let sums = [words.sums.exact, words.sums.ceiling, words.sums.assessed];
    html! {
        <section class="panel comparison">
            <h3 class="section-title" id="comparison">{ words.comparison.title }</h3>
            <p class="help">{ registration(subject) }{ words.sums.help }</p>
            <table aria-labelledby="comparison">
                <thead>
                    <tr>
                        <th scope="col">{ words.comparison.region }</th>
                        <th scope="col">{ words.comparison.status }</th>
                        { for sums.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }
                    </tr>
                </thead>
                <tbody>{ for documents.iter().map(row) }</tbody>
            </table>
        </section>
    }
}

fn row(document: &DocumentShown) -> Html {
    html! {
        <tr>
            <th scope="row">{ &document.region }</th>
            <td>{ standing(document.banner.claimable, document.banner.status) }</td>
            { for document.sums.iter().map(|sum| html! { <td class="amount" data-name={sum.name}>{ &sum.text }</td> }) }
        </tr>
    }
}
