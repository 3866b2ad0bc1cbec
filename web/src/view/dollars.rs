//! Renminbi in place of dollars: folded beneath a field for dollars, with the rate and where it comes from.

use mingbai_core::quantity::Unit;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, TargetCast};

use super::element::{El, el, fragment, said};
use super::visit::Visit;
use super::wording::{input_error, part};
use crate::format;
use crate::input;
use crate::session::{Action, Field, InDollars, NoDollars};

/// For a field for dollars: a sum in renminbi, a rate, and what they come to, to be taken over.
pub(super) fn renminbi(visit: &Visit, field: Field) -> Option<El> {
    let session = &visit.session;
    let rate = session.offered_rate(field)?;
    let (words, lang) = (&visit.words().dollars, session.lang());
    let found = session.in_dollars(field);
    let source = words.source.with([lang.of(&rate.source), &format::date(rate.checked, lang)]);
    let wrong = found.as_ref().err().filter(|_| session.yuan_settled()).map(|wrong| said("p", "error", &complaint(visit, *wrong)));
    let comes_to = found.ok().flatten().map(|found| comes_to(visit, field, &found));
    let act = visit.act.clone();
    let of_rate =
        typed(visit, field, "rate", words.rate, &session.rate_text(), Callback::from(move |text| act.emit(Action::TypeRate(text))));
    let act = visit.act.clone();
    let of_yuan = Callback::from(move |text| act.emit(Action::TypeYuan(field, text)));
    Some(
        el("details", "why")
            .with(said("summary", "", words.only_yuan))
            .with(said("p", "help", words.help).id(&part(field, "dollars-help")))
            .with(typed(visit, field, "yuan", words.yuan, session.yuan_text(field), of_yuan))
            .with(of_rate)
            .with(said("p", "small", &source))
            .with(el("div", "").attr("aria-live", "polite").id(&part(field, "dollars")).maybe(wrong).maybe(comes_to)),
    )
}

/// An input with its label; what is wrong is said once one has left it.
fn typed(visit: &Visit, field: Field, name: &str, label: &str, text: &str, call: Callback<String>) -> El {
    let id = part(field, name);
    let type_in = Callback::from(move |event: Event| call.emit(event.target_unchecked_into::<HtmlInputElement>().value()));
    let input = el("input", "input input-short")
        .attr("type", "text")
        .id(&id)
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-describedby", &[part(field, "dollars-help"), part(field, "dollars")].join(" "))
        .value(text)
        .on("input", type_in)
        .on_change(visit.does(Action::SettleYuan));
    fragment().with(said("label", "as-of-label", label).attr("for", &id)).with(el("div", "input-line").with(input))
}

fn comes_to(visit: &Visit, field: Field, found: &InDollars) -> El {
    let (words, lang) = (&visit.words().dollars, visit.session.lang());
    let text = input::quantity_text(found.range, Unit::Dollar);
    let line = |line| said("p", "notice warn", &words.across.with([&format::quantity(line, Unit::Dollar, lang)]));
    fragment()
        .with(said("p", "echo", &words.comes_to.with([&format::range(found.range, Unit::Dollar, lang)])))
        .each(found.lines.iter().copied().map(line))
        .with(visit.button("secondary", words.take, Action::Type(field, text)))
}

fn complaint(visit: &Visit, wrong: NoDollars) -> String {
    match wrong {
        NoDollars::Sum(error) => input_error(visit, Unit::Yuan, error),
        NoDollars::Rate => visit.words().dollars.no_rate.to_owned(),
    }
}
