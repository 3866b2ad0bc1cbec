//! The words of a library, taken out and put back: words of one language that stand together compress better.

use crate::fact::{Column, Fact, FactKind, Opt, Text, Wording};
use crate::library::{Document, Library};

/// The streams of words, in this order: names, official text, Chinese, English.
pub(super) const STREAMS: usize = 4;

const NAMES: usize = 0;
const OFFICIAL: usize = 1;
const CHINESE: usize = 2;
const ENGLISH: usize = 3;

/// Shows every word of the library with the number of its stream, always in the same order.
pub(super) fn each_word(library: &mut Library, see: &mut dyn FnMut(usize, &mut String)) {
    texts(library.pages.iter_mut().chain(&mut library.countries), see);
    for Fact { name, kind, wording, .. } in &mut library.facts {
        asked(name, kind, wording, see);
    }
    for list in &mut library.country_lists {
        see(NAMES, &mut list.id);
        see(CHINESE, &mut list.source);
        text(&mut list.title, see);
    }
    for term in &mut library.glossary {
        see(CHINESE, &mut term.name);
        see(CHINESE, &mut term.source);
        text(&mut term.text, see);
    }
    if let Some(rate) = &mut library.usd_rate {
        text(&mut rate.source, see);
    }
    for one in &mut library.documents {
        document(one, see);
    }
}

fn document(document: &mut Document, see: &mut dyn FnMut(usize, &mut String)) {
    see(NAMES, &mut document.id);
    see(CHINESE, &mut document.number);
    texts([&mut document.title, &mut document.issuer, &mut document.status_note, &mut document.apply], see);
    texts(document.not_loaded.iter_mut().chain(&mut document.caveats), see);
    for quote in &mut document.quotes {
        see(OFFICIAL, &mut quote.text);
        see(CHINESE, &mut quote.heading);
        texts(quote.note.iter_mut().map(|note| &mut note.text), see);
    }
    for measure in &mut document.measures {
        see(NAMES, &mut measure.id);
        texts([&mut measure.title].into_iter().chain(&mut measure.paid_by).chain(&mut measure.apply), see);
        for reading in &mut measure.readings {
            see(NAMES, &mut reading.id);
            text(&mut reading.text, see);
        }
    }
    for combine in &mut document.combines {
        see(NAMES, &mut combine.id);
        text(&mut combine.title, see);
    }
}

fn asked(name: &mut String, kind: &mut FactKind, wording: &mut Wording, see: &mut dyn FnMut(usize, &mut String)) {
    see(NAMES, name);
    texts([&mut wording.question, &mut wording.short, &mut wording.help], see);
    match kind {
        FactKind::Choice(choice) => {
            options(&mut choice.options, see);
            texts(choice.derived.iter_mut().map(|table| &mut table.title), see);
        }
        FactKind::Choices(several) => options(several, see),
        FactKind::List(list) => {
            text(&mut list.item, see);
            for Column { name, kind, wording, .. } in &mut list.columns {
                asked(name, kind, wording, see);
            }
        }
        _ => {}
    }
}

fn options(options: &mut [Opt], see: &mut dyn FnMut(usize, &mut String)) {
    for option in options {
        see(NAMES, &mut option.name);
        text(&mut option.text, see);
    }
}

fn texts<'a>(all: impl IntoIterator<Item = &'a mut Text>, see: &mut dyn FnMut(usize, &mut String)) {
    all.into_iter().for_each(|one| text(one, see));
}

fn text(text: &mut Text, see: &mut dyn FnMut(usize, &mut String)) {
    see(CHINESE, &mut text.zh);
    see(ENGLISH, &mut text.en);
}
