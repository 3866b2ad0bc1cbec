//! The status of a document, above everything else it gives.

use mingbai_core::claim::Claimable;
use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::view_model::Banner;

/// The status banner of a document.
pub(super) fn status_banner(banner: &Banner) -> Html {
    html! {
        <section class={classes!("banner", tone(banner.claimable))} data-status={name(banner.claimable)}>
            <p class="banner-status">{ icon(Sign::from(banner.claimable)) }{ banner.status }</p>
            <h3 class="banner-title">{ &banner.title }</h3>
            <p class="banner-source">{ &banner.source }</p>
            if let Some(means) = banner.means {
                <p class="banner-means">{ means }</p>
            }
            if let Some(note) = &banner.note {
                <p>{ note }</p>
            }
            <p class="banner-dates">
                if let Some(period) = &banner.period {
                    <span>{ period }</span>
                }
                <span>{ &banner.checked }</span>
            </p>
        </section>
    }
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
