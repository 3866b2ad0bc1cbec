//! The status of a document, above everything else it gives.

use mingbai_core::claim::Claimable;

use super::element::{El, el, said};
use super::icon::{Sign, icon};
use crate::view_model::Banner;

/// The status banner of a document.
pub(super) fn status_banner(banner: &Banner) -> El {
    let status = el("p", "banner-status").with(icon(Sign::from(banner.claimable))).text(banner.status);
    let dates = el("p", "banner-dates").maybe(banner.period.as_ref().map(|period| said("span", "", period))).with(said(
        "span",
        "",
        &banner.checked,
    ));
    el("section", "banner")
        .class(tone(banner.claimable))
        .attr("data-status", name(banner.claimable))
        .with(status)
        .with(said("h3", "banner-title", &banner.title))
        .with(said("p", "banner-source", &banner.source))
        .maybe(banner.means.map(|means| said("p", "banner-means", means)))
        .maybe(banner.note.as_ref().map(|note| said("p", "", note)))
        .with(dates)
}

/// The colours of a status.
pub(super) fn tone(claimable: Claimable) -> &'static str {
    match claimable {
        Claimable::InForce => "banner-good",
        Claimable::Check | Claimable::NotYet | Claimable::NotStated => "banner-warn",
        Claimable::Expired | Claimable::Draft => "banner-stop",
        Claimable::Background => "banner-plain",
    }
}

fn name(claimable: Claimable) -> &'static str {
    match claimable {
        Claimable::NotYet => "not-yet",
        Claimable::InForce => "in-force",
        Claimable::Check => "check",
        Claimable::Expired => "expired",
        Claimable::Draft => "draft",
        Claimable::NotStated => "not-stated",
        Claimable::Background => "background",
    }
}
