//! The result so far, beside the questions.

use mingbai_core::measure::Outcome;

use super::element::{El, el, fragment, said};
use super::icon::{Sign, icon};
use super::regions::standing;
use super::sums::sum_bars;
use crate::session::Session;
use crate::text::results;
use crate::view_model::{LiveDocument, Subject, live};

/// How many measures stand how, and the three sums so far.
pub(super) fn live_result(session: &Session) -> El {
    let words = &results(session.lang()).answer;
    el("section", "live")
        .attr("aria-label", words.live)
        .with(said("h2", "live-title", words.live).with(said("span", "small", words.live_help)))
        .each(live(Subject::of(session)).iter().map(document))
}

/// 可能符合, 待认定 and 还缺信息 are always shown; the others would only lengthen the list.
fn document(document: &LiveDocument) -> El {
    let counts = document.counts.iter().filter(|(outcome, ..)| !matches!(outcome, Outcome::DoesNotQualify | Outcome::NotApplicable));
    let counts = counts.map(|(outcome, name, count)| {
        let sign = icon(Sign::from(*outcome));
        el("li", "").attr("data-outcome", outcome.name()).with(sign).text(name).with(said("strong", "", count))
    });
    fragment()
        .with(said("p", "live-document", &document.region).with(standing(document.status.0, document.status.1)))
        .with(el("ul", "live-counts").attr("aria-live", "polite").each(counts))
        .with(sum_bars(&document.sums, false))
}
