//! What would change the outcome of a measure, and how far it is from its lines.

use super::element::{El, el, fragment, said};
use crate::text::Lang;
use crate::text::results;
use crate::view_model::AdviceShown;

/// The least changes with which a measure would be met.
pub(super) fn advice(shown: &AdviceShown, lang: Lang) -> El {
    fragment()
        .with(said("h5", "part-title", results(lang).advice.title))
        .maybe((!shown.ways.is_empty()).then(|| el("ul", "plain").all("li", "", &shown.ways)))
        .maybe(shown.recognitions.as_ref().map(|told| said("p", "", told)))
        .maybe((!shown.ways.is_empty()).then(|| said("p", "small", shown.note)))
}
