//! What the person is told once, beside what they did: a file saved, taken over or not, a link made, something removed that can be
//! brought back. Its place is there before it is filled, so that it is read out.

use super::element::{El, el, said};
use super::visit::Visit;
use super::wording::name;
use crate::session::{Action, Field, Message, Removed, Spot};

/// What there is to tell at that place.
pub(super) fn notice(visit: &Visit, at: Spot) -> El {
    let removed = if at == Spot::Top { removal(visit, None) } else { None };
    place().maybe(visit.session.message(at).map(|message| told(visit, message))).maybe(removed)
}

/// What was taken out of a list.
pub(super) fn taken_out(visit: &Visit, list: Field) -> El {
    place().maybe(removal(visit, Some(list)))
}

fn place() -> El {
    el("div", "told").attr("role", "status")
}

fn told(visit: &Visit, message: &Message) -> El {
    let words = &visit.words().file;
    let (class, text, more) = match message {
        Message::LoadedOfOtherRules => ("notice warn", words.loaded_of_other_rules, ""),
        Message::Loaded => ("notice", words.loaded, ""),
        Message::Saved(name) => ("notice", words.saved, name.as_str()),
        Message::Linked => ("notice", words.linked, ""),
        Message::EnglishComing => ("notice", words.english_coming, ""),
        Message::EnglishMissing => ("notice warn", words.english_missing, ""),
        Message::NotLoaded(reason) => ("notice warn", words.not_loaded, visit.session.lang().of(reason)),
        Message::Link(link) => {
            let link = el("input", "input").attr("type", "text").flag("readonly", true).value(link);
            return said("label", "notice", words.link).with(link);
        }
    };
    said("p", class, text).text(more)
}

/// That rows of the list, or without one all answers, were removed last, and the way to bring them back.
fn removal(visit: &Visit, list: Option<Field>) -> Option<El> {
    let removed = visit.session.removed()?;
    let of = match removed {
        Removed::Row(list) | Removed::Rows(list) => Some(list),
        Removed::All => None,
    };
    let undo = || visit.button("quiet", visit.words().list.undo, Action::Undo);
    (of == list).then(|| said("p", "notice undo", &removed_words(visit, removed)).with(undo()))
}

fn removed_words(visit: &Visit, removed: Removed) -> String {
    let words = &visit.words().list;
    match removed {
        Removed::Row(list) => words.removed_row.with([&name(visit, list)]),
        Removed::Rows(list) => words.removed_rows.with([&name(visit, list)]),
        Removed::All => words.removed_all.to_owned(),
    }
}
