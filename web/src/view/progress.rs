//! How far one is.

use super::element::{El, el, said};
use super::visit::Visit;
use crate::session::STEPS;

/// The steps, with the one at hand marked.
pub(super) fn progress(visit: &Visit) -> El {
    let words = &visit.words().walk;
    let now = visit.session.step();
    let steps: [_; STEPS] = [words.applicant, words.questions, words.check, words.result];
    let steps = (1_u8..).zip(steps);
    let steps = steps.map(|(place, step)| {
        let step = said("li", "", step);
        if place == now { step.attr("aria-current", "step") } else { step }
    });
    el("ol", "progress").attr("aria-label", words.steps).each(steps)
}

/// The title of a page: where the keyboard is put when the page is turned to.
pub(super) fn page_title(title: &str) -> El {
    said("h2", "page-title", title).id("page-title").attr("part", "title").attr("tabindex", "-1")
}
