//! The regions whose documents are checked, each with the status of its documents.

use mingbai_core::claim::Claimable;
use yew::prelude::*;

use super::banner::tone;
use super::icon::{Sign, icon};
use super::visit::Visit;
use super::wording::{error_text, wrong};
use crate::session::{Action, Field};
use crate::view_model::{RegionShown, Subject, regions};

/// The regions, of which one may choose several.
pub(super) fn regions_field(visit: &Visit) -> Html {
    let session = &visit.session;
    let field = Field::REGIONS;
    let words = &visit.words().regions;
    let problem = session.problem(field);
    html! {
        <fieldset class={classes!("field", wrong(problem))} id={field.to_string()} tabindex="-1" aria-describedby="regions-help regions-error">
            <legend class="question">{ words.question }</legend>
            <p class="help" id="regions-help">{ words.help }</p>
            <div aria-live="polite" id="regions-error">
                if let Some(problem) = problem {
                    <p class="error">{ error_text(visit, field, problem) }</p>
                }
            </div>
            <div class="options long">{ for regions(Subject::of(session)).iter().map(|one| region(visit, one)) }</div>
        </fieldset>
    }
}

fn region(visit: &Visit, region: &RegionShown) -> Html {
    let about = format!("region-{}-documents", region.place);
    html! {
        <label class="option region">
            <input type="checkbox" checked={visit.session.regions().contains(region.place)} aria-label={region.name.clone()} aria-describedby={about.clone()}
                onchange={visit.does(Action::ChooseRegion(region.place))} />
            <span>
                <strong>{ &region.name }</strong>
                <span id={about}>{ for region.documents.iter().map(document) }</span>
            </span>
        </label>
    }
}

fn document((claimable, status, title): &(Claimable, &'static str, String)) -> Html {
    html! {
        <span class="region-document">
            { standing(*claimable, status) }
            <span class="small">{ title }</span>
        </span>
    }
}

/// The status of a document in a word or two.
pub(super) fn standing(claimable: Claimable, status: &'static str) -> Html {
    html! { <span class={classes!("standing", tone(claimable))}>{ icon(Sign::from(claimable)) }{ status }</span> }
}
