//! Save, open, link, print, clear.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_file::File;
use gloo_file::callbacks::{FileReader, read_as_text};
use mingbai_core::Library;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, TargetCast};

use super::element::{El, button, el, said};
use super::visit::Visit;
use crate::boundary;
use crate::session::Action;

/// What reads a file: it has to live until it is done.
pub(super) type Reading = Rc<RefCell<Option<FileReader>>>;

/// What can be done with the answers as a whole. A page with the window, and so an address, to itself offers a link, and to
/// print: elsewhere all of the page around would be printed.
pub(super) fn tools(visit: &Visit, full_page: bool, reading: &Reading) -> El {
    let words = &visit.words().frame;
    let nothing = !visit.session.has_entries();
    el("footer", "tools no-print")
        .attr("part", "tools")
        .attr("aria-label", words.tools)
        .with(button("quiet", words.save, save(visit)))
        .with(load(visit, reading))
        .maybe(full_page.then(|| button("quiet", words.link, copy_link(visit)).flag("disabled", nothing)))
        .maybe(full_page.then(|| button("quiet", words.print, Callback::from(|_| print()))))
        .with(visit.button("quiet", words.clear, Action::Clear).flag("disabled", nothing))
        .with(said("p", "masthead-note", words.disclaimer))
}

fn save(visit: &Visit) -> Callback<Event> {
    let visit = visit.clone();
    Callback::from(move |_| {
        let session = &visit.session;
        let name = visit.words().file.name.with([&session.assessment().as_of.to_string()]);
        boundary::offer_file(&name, &boundary::report_text(session.library(), session.answers(), session.assessment()));
    })
}

fn copy_link(visit: &Visit) -> Callback<Event> {
    let visit = visit.clone();
    Callback::from(move |_| {
        let session = &visit.session;
        let link = boundary::link_text(session.library(), session.answers(), |document| session.regions().have(document));
        if let Some(link) = link {
            let act = visit.act.clone();
            boundary::copy(&link.clone(), move |copied| act.emit(Action::HaveLink((!copied).then_some(link))));
        }
    })
}

/// What to do with the text of a file or link; no text where it could not be read.
pub(super) fn take_over(library: &Library, text: Option<&str>) -> Action {
    match boundary::answers_in(library, text) {
        Ok((answers, regions, message)) => Action::Load(answers, regions, message),
        Err(reason) => Action::Refuse(reason),
    }
}

fn load(visit: &Visit, reading: &Reading) -> El {
    let (act, reading) = (visit.act.clone(), Rc::clone(reading));
    let library = visit.session.library().clone();
    let open = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (act, library) = (act.clone(), library.clone());
        *reading.borrow_mut() = Some(read_as_text(&File::from(file), move |text| {
            act.emit(take_over(&library, text.ok().as_deref()));
        }));
        input.set_value("");
    });
    let input = el("input", "visually-hidden").attr("type", "file").attr("accept", ".json,application/json").on_change(open);
    said("label", "button quiet", visit.words().frame.load).with(input)
}

fn print() {
    if let Some(window) = web_sys::window() {
        // Where there is nothing to print with, nothing happens.
        let _ = window.print();
    }
}
