//! The regions whose documents are checked, each with the status of its documents.

use mingbai_core::claim::Claimable;

use super::banner::tone;
use super::element::{El, el, said};
use super::icon::{Sign, icon};
use super::visit::Visit;
use super::wording::{complaint, field_set, wrong};
use crate::session::{Action, Field};
use crate::view_model::{RegionShown, Subject, regions};

/// The regions, of which one may choose several.
pub(super) fn regions_field(visit: &Visit) -> El {
    let words = &visit.words().regions;
    let shown = regions(Subject::of(&visit.session));
    field_set(Field::REGIONS, words.question)
        .class(wrong(visit, Field::REGIONS))
        .attr("aria-describedby", "regions-help regions-error")
        .with(said("p", "help", words.help).id("regions-help"))
        .with(complaint(visit, Field::REGIONS))
        .with(el("div", "options long").each(shown.iter().map(|one| region(visit, one))))
}

fn region(visit: &Visit, region: &RegionShown) -> El {
    let about = format!("region-{}-documents", region.place);
    let tick = el("input", "")
        .attr("type", "checkbox")
        .attr("aria-label", &region.name)
        .attr("aria-describedby", &about)
        .checked(visit.session.regions().contains(region.place))
        .on_change(visit.does(Action::ChooseRegion(region.place)));
    let documents = el("span", "").id(&about).each(region.documents.iter().map(document));
    el("label", "option region").with(tick).with(el("span", "").with(said("strong", "", &region.name)).with(documents))
}

fn document((claimable, status, title): &(Claimable, &'static str, String)) -> El {
    el("span", "region-document").with(standing(*claimable, status)).with(said("span", "small", title))
}

/// The status of a document in a word or two.
pub(super) fn standing(claimable: Claimable, status: &'static str) -> El {
    el("span", "standing").class(tone(claimable)).with(icon(Sign::from(claimable))).text(status)
}
