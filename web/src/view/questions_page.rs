//! One page of questions.

use mingbai_core::fact::FactKind;
use mingbai_core::quantity::Unit;
use web_sys::Event;
use yew::Callback;

use super::element::{El, el, fragment, said};
use super::progress::{page_title, progress};
use super::regions::regions_field;
use super::row::controls;
use super::visit::Visit;
use super::wording::{error_text, name};
use crate::flow::Page;
use crate::session::{Action, Field};

/// One page of questions.
pub(super) fn questions_page(visit: &Visit, page: u16) -> El {
    let session = &visit.session;
    let lang = session.lang();
    let title = session.library().pages.get(usize::from(page)).map_or("", |title| lang.of(title));
    let act = visit.act.clone();
    let go_on = Callback::from(move |event: Event| {
        event.prevent_default();
        act.emit(Action::GoOn);
    });
    let regions = || session.only().is_none().then(|| regions_field(visit));
    let start = || fragment().with(said("p", "lead", visit.words().walk.lead)).maybe(regions());
    el("form", "")
        .attr("novalidate", "true")
        .on("submit", go_on)
        .maybe(errors(visit))
        .with(progress(visit))
        .with(page_title(title))
        .maybe(session.is_start().then(start))
        .maybe(has_amounts(visit).then(|| said("p", "help", visit.words().field.amount_example)))
        .with(controls(visit, session.shown().iter().map(Field::fact)))
        .maybe(countries(visit))
        .with(actions(visit))
}

/// The names of the countries, offered in every field for one.
fn countries(visit: &Visit) -> Option<El> {
    let session = &visit.session;
    let asked = |kind: &FactKind| matches!(kind, FactKind::Country);
    let mut kinds = session.shown().iter().filter_map(|fact| session.kind(Field::fact(fact)));
    let wanted = kinds.any(|kind| asked(kind) || kind.list().is_some_and(|list| list.columns.iter().any(|column| asked(&column.kind))));
    let names = session.library().countries.iter().map(|country| el("option", "").attr("value", session.lang().of(country)));
    wanted.then(|| el("datalist", "").id("countries").each(names))
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
fn errors(visit: &Visit) -> Option<El> {
    let problems = if visit.session.errors_shown() { visit.session.problems() } else { Vec::new() };
    if problems.is_empty() {
        return None;
    }
    let entry = |(field, problem)| {
        let text = [&*name(visit, field), "：", &error_text(visit, field, problem)].concat();
        el("li", "").with(visit.button("quiet", &text, Action::GoToField(field)))
    };
    let told = el("div", "")
        .attr("role", "alert")
        .with(said("h2", "section-title", visit.words().problem.title).id("errors-title"))
        .with(el("ul", "").each(problems.into_iter().map(entry)));
    let summary = el("div", "error-summary").id("errors").attr("tabindex", "-1").attr("aria-labelledby", "errors-title");
    Some(summary.with(told))
}

fn actions(visit: &Visit) -> El {
    let words = &visit.words().walk;
    let chosen = visit.session.regions().0 != 0;
    let left = match visit.session.questions_left() {
        _ if !chosen => String::new(),
        0 => words.none_left.to_owned(),
        left => words.left.with(left),
    };
    let buttons = el("div", "actions")
        .with(said("button", "button primary", words.go_on).attr("part", "button").attr("type", "submit"))
        .maybe(visit.back("secondary"))
        .maybe(chosen.then(|| visit.button("quiet", words.see_result_now, Action::Go(Page::Result))));
    fragment().with(said("p", "help", &left)).with(buttons)
}
