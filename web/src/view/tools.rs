//! Save, open, link, print, clear.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_file::File;
use gloo_file::callbacks::{FileReader, read_as_text};
use mingbai_core::Library;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, TargetCast};

use super::element::{El, button, el, said};
use super::notice::notice;
use super::visit::Visit;
use crate::boundary;
use crate::session::{Action, Message, Spot};

/// What reads a file: it has to live until it is done.
pub(super) type Reading = Rc<RefCell<Option<FileReader>>>;

/// What can be done with the answers as a whole. A page with the window, and so an address, to itself offers a link, and to
/// print: elsewhere all of the page around would be printed. A page opened from a folder has no address for others.
pub(super) fn tools(visit: &Visit, full_page: bool, reading: &Reading) -> El {
    let words = &visit.words().frame;
    let nothing = !visit.session.has_entries();
    el("footer", "tools no-print")
        .attr("part", "tools")
        .attr("aria-label", words.tools)
        .with(notice(visit, Spot::Foot))
        .with(button("quiet", words.save, save(visit, Spot::Foot)))
        .with(load(visit, reading))
        .maybe((full_page && boundary::has_address()).then(|| button("quiet", words.link, copy_link(visit)).flag("disabled", nothing)))
        .maybe(full_page.then(|| print_button("quiet", words.print)))
        .with(visit.button("quiet", words.clear, Action::Clear).flag("disabled", nothing))
        .with(said("p", "masthead-note", words.disclaimer))
}

/// To keep and to print the result, under its title.
pub(super) fn result_tools(visit: &Visit, full_page: bool) -> El {
    let words = &visit.words().frame;
    el("div", "tools no-print")
        .with(button("secondary", words.save_result, save(visit, Spot::Result)))
        .maybe(full_page.then(|| print_button("secondary", words.print_result)))
        .with(notice(visit, Spot::Result))
}

fn save(visit: &Visit, at: Spot) -> Callback<Event> {
    let visit = visit.clone();
    Callback::from(move |_| {
        let session = &visit.session;
        let name = visit.words().file.name.with([&session.assessment().as_of.to_string()]);
        boundary::offer_file(&name, &boundary::report_text(session.library(), session.answers(), session.assessment()));
        visit.act.emit(Action::Tell(at, Message::Saved(name)));
    })
}

fn copy_link(visit: &Visit) -> Callback<Event> {
    let visit = visit.clone();
    Callback::from(move |_| {
        let session = &visit.session;
        let link = boundary::link_text(session.library(), session.answers(), |document| session.regions().have(document));
        if let Some(link) = link {
            let act = visit.act.clone();
            boundary::copy(&link.clone(), move |copied| {
                act.emit(Action::Tell(Spot::Foot, if copied { Message::Linked } else { Message::Link(link) }));
            });
        }
    })
}

/// What to do with the text of a file or link; no text where it could not be read. One that cannot be used is told of there.
pub(super) fn take_over(library: &Library, text: Option<&str>, at: Spot) -> Action {
    match boundary::answers_in(library, text) {
        Ok((answers, regions, message)) => Action::Load(answers, regions, message),
        Err(reason) => Action::Tell(at, Message::NotLoaded(reason)),
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
            act.emit(take_over(&library, text.ok().as_deref(), Spot::Foot));
        }));
        input.set_value("");
    });
    let input = el("input", "visually-hidden").attr("type", "file").attr("accept", ".json,application/json").on_change(open);
    said("label", "button quiet", visit.words().frame.load).with(input)
}

fn print_button(kind: &str, label: &str) -> El {
    let print = |_| {
        // Where there is nothing to print with, nothing happens.
        let _ = web_sys::window().map(|window| window.print());
    };
    button(kind, label, Callback::from(print))
}
