//! What the person is told once: a file or link taken over or not, a link made, something removed that can be brought back.

use super::element::{El, el, said};
use super::visit::Visit;
use super::wording::name;
use crate::session::{Action, Message, Removed};

/// What there is to tell. The place is there before it is filled, so that it is read out.
pub(super) fn notice(visit: &Visit) -> El {
    let words = visit.words();
    let lang = visit.session.lang();
    let message = visit.session.message().map(|message| match message {
        Message::LoadedOfOtherRules => said("p", "notice warn", words.file.loaded_of_other_rules),
        Message::Loaded => said("p", "notice", words.file.loaded),
        Message::Linked => said("p", "notice", words.file.linked),
        Message::Link(link) => {
            said("label", "notice", words.file.link).with(el("input", "input").attr("type", "text").flag("readonly", true).value(link))
        }
        Message::NotLoaded(reason) => said("p", "notice warn", words.file.not_loaded).text(lang.of(reason)),
    });
    let removed = visit
        .session
        .removed()
        .map(|removed| said("p", "notice undo", &removed_words(visit, removed)).with(visit.button("quiet", words.list.undo, Action::Undo)));
    el("div", "").attr("role", "status").maybe(message).maybe(removed)
}

fn removed_words(visit: &Visit, removed: Removed) -> String {
    let words = &visit.words().list;
    match removed {
        Removed::Row(list) => words.removed_row.with([&name(visit, list)]),
        Removed::Rows(list) => words.removed_rows.with([&name(visit, list)]),
        Removed::All => words.removed_all.to_owned(),
    }
}
