//! Save, open, link, print, clear.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_file::File;
use gloo_file::callbacks::{FileReader, read_as_text};
use mingbai_core::Library;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::visit::Visit;
use crate::boundary;
use crate::session::Action;

/// The tools.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub visit: Visit,
    /// Whether the page has the window, and so an address, to itself.
    pub full_page: bool,
}

/// What can be done with the answers as a whole.
#[component]
pub fn Tools(props: &Props) -> Html {
    let visit = &props.visit;
    let words = &visit.words().frame;
    let something = visit.session.has_entries();
    let reader = use_mut_ref(|| None);
    html! {
        <footer class="tools no-print" aria-label={words.tools}>
            <button type="button" class="button quiet" onclick={save(visit)}>{ words.save }</button>
            { load(visit, reader) }
            if props.full_page {
                <button type="button" class="button quiet" disabled={!something} onclick={copy_link(visit)}>{ words.link }</button>
            }
            <button type="button" class="button quiet" onclick={Callback::from(|_: MouseEvent| print())}>{ words.print }</button>
            <button type="button" class="button quiet" disabled={!something} onclick={visit.does(Action::Clear)}>{ words.clear }</button>
            <p class="masthead-note">{ words.disclaimer }</p>
        </footer>
    }
}

fn save(visit: &Visit) -> Callback<MouseEvent> {
    let visit = visit.clone();
    Callback::from(move |_| {
        let session = &visit.session;
        let name = (visit.words().file.name)(&session.assessment().as_of.to_string());
        boundary::offer_file(&name, &boundary::report_text(session.library(), session.answers(), session.assessment()));
    })
}

fn copy_link(visit: &Visit) -> Callback<MouseEvent> {
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
        Ok((answers, regions)) => Action::Load(answers, regions),
        Err(reason) => Action::Refuse(reason),
    }
}

/// The reader has to live until it is done.
fn load(visit: &Visit, reader: Rc<RefCell<Option<FileReader>>>) -> Html {
    let act = visit.act.clone();
    let library = visit.session.library().clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (act, library) = (act.clone(), library.clone());
        *reader.borrow_mut() = Some(read_as_text(&File::from(file), move |text| {
            act.emit(take_over(&library, text.ok().as_deref()));
        }));
        input.set_value("");
    });
    html! {
        <label class="button quiet">
            { visit.words().frame.load }
            <input class="visually-hidden" type="file" accept=".json,application/json" {onchange} />
        </label>
    }
}

fn print() {
    if let Some(window) = web_sys::window() {
        // Where there is nothing to print with, nothing happens.
        let _ = window.print();
    }
}
