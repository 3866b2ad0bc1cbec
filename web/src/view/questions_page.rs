//! One page of questions.

use mingbai_core::fact::FactKind;
use mingbai_core::quantity::Unit;
use web_sys::SubmitEvent;
use yew::prelude::*;

use super::progress::progress;
use super::regions::regions_field;
use super::row::control;
use super::visit::Visit;
use super::wording::{error_text, name};
use crate::flow::Page;
use crate::session::{Action, Field};

/// The page.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub visit: Visit,
    /// Which page.
    pub page: u16,
}

/// One page of questions.
#[component]
pub fn QuestionsPage(props: &Props) -> Html {
    let Props { visit, page } = props;
    let session = &visit.session;
    let lang = session.lang();
    let title = session.library().pages.get(usize::from(*page)).map_or("", |title| lang.of(title));
    let start = session.is_start();
    let act = visit.act.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        act.emit(Action::GoOn);
    });
    html! {
        <form novalidate=true {onsubmit}>
            { errors(visit) }
            { progress(visit) }
            <h2 class="page-title" id="page-title" tabindex="-1">{ title }</h2>
            if start {
                <p class="lead">{ visit.words().walk.lead }</p>
                { regions_field(visit) }
            }
            if has_amounts(visit) {
                <p class="help">{ visit.words().field.amount_example }</p>
            }
            // A list of its own, so that every control keeps its place by its key while questions come and go.
            { session.shown().iter().map(|fact| control(visit, Field::fact(fact))).collect::<Html>() }
            { countries(visit) }
            { actions(visit) }
        </form>
    }
}

/// The names of the countries, offered in every field for one.
fn countries(visit: &Visit) -> Option<Html> {
    let session = &visit.session;
    let asked = |kind: &FactKind| matches!(kind, FactKind::Country);
    let mut kinds = session.shown().iter().filter_map(|fact| session.kind(Field::fact(fact)));
    let wanted = kinds.any(|kind| asked(kind) || kind.list().is_some_and(|list| list.columns.iter().any(|column| asked(&column.kind))));
    let names = session.library().countries.iter().map(|country| session.lang().of(country).to_owned());
    wanted.then(|| html! { <datalist id="countries">{ for names.map(|name| html! { <option value={name} /> }) }</datalist> })
}

/// Whether an amount of money can be entered on this page.
fn has_amounts(visit: &Visit) -> bool {
    let money = |kind: &FactKind| kind.unit().is_some_and(Unit::is_money);
    visit
        .session
        .shown()
        .iter()
        .filter_map(|fact| visit.session.kind(Field::fact(fact)))
        .any(|kind| money(kind) || kind.list().is_some_and(|list| list.columns.iter().any(|column| money(&column.kind))))
}

/// The errors called up by going on, each leading to its field.
fn errors(visit: &Visit) -> Option<Html> {
    let problems = if visit.session.errors_shown() { visit.session.problems() } else { Vec::new() };
    let entry = |(field, problem)| {
        let text = format!("{}：{}", name(visit, field), error_text(visit, field, problem));
        html! { <li><button type="button" class="button quiet" onclick={visit.does(Action::GoToField(field))}>{ text }</button></li> }
    };
    (!problems.is_empty()).then(|| {
        html! {
            <div class="error-summary" id="errors" tabindex="-1" aria-labelledby="errors-title">
                <div role="alert">
                    <h2 class="section-title" id="errors-title">{ visit.words().problem.title }</h2>
                    <ul>{ for problems.into_iter().map(entry) }</ul>
                </div>
            </div>
        }
    })
}

fn actions(visit: &Visit) -> Html {
    let words = &visit.words().walk;
    let left = visit.session.questions_left();
    html! {
        <>
            <p class="help">{ if visit.session.regions().0 == 0 { String::new() } else if left == 0 { words.none_left.to_owned() } else { (words.left)(left) } }</p>
            <div class="actions">
                <button type="submit" class="button primary">{ words.go_on }</button>
                if visit.session.depth() > 0 {
                    <button type="button" class="button secondary" onclick={visit.does(Action::GoBack)}>{ words.go_back }</button>
                }
                if visit.session.regions().0 != 0 {
                    <button type="button" class="button quiet" onclick={visit.does(Action::Go(Page::Result))}>{ words.see_result_now }</button>
                }
            </div>
        </>
    }
}
