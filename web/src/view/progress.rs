//! How far one is.

use super::element::{El, el, said};
use super::visit::Visit;
use crate::flow::Page;

/// The steps, with the one at hand marked.
pub(super) fn progress(visit: &Visit) -> El {
    let words = &visit.words().walk;
    let now = match visit.session.page() {
        Page::Questions(_) => usize::from(!visit.session.is_start()),
        Page::Check => 2,
        Page::Result => 3,
    };
    let steps = [words.applicant, words.questions, words.check, words.result].into_iter().enumerate();
    let steps = steps.map(|(place, step)| {
        let step = said("li", "", step);
        if place == now { step.attr("aria-current", "step") } else { step }
    });
    el("ol", "progress").attr("aria-label", words.steps).each(steps)
}

/// The title of a page: where the keyboard is put when the page is turned to.
pub(super) fn page_title(title: &str) -> El {
    said("h2", "page-title", title).id("page-title").attr("tabindex", "-1")
}
