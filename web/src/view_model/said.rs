//! Answers in words.

use mingbai_core::Library;
use mingbai_core::answers::{Answer, Recognition, Row, Rows};
use mingbai_core::fact::{ColumnId, FactKind, List};

use crate::format;
use crate::text::Lang;
use crate::text::results;

/// An answer of that kind in words: `120万元`, `是`, `共2行`.
#[must_use]
pub fn answer_words(library: &Library, kind: &FactKind, answer: &Answer, lang: Lang) -> String {
    let words = &results(lang).answer;
    match answer {
        Answer::NotSure => words.not_sure.to_owned(),
        Answer::YesNo(yes) => if *yes { words.yes } else { words.no }.to_owned(),
        Answer::Choice(place) => {
            kind.options().get(usize::from(*place)).map_or_else(String::new, |option| lang.of(&option.text).to_owned())
        }
        Answer::Choices(bits) => or_none(option_words(kind, *bits, lang), lang),
        Answer::Quantity(interval) => kind.unit().map_or_else(String::new, |unit| format::range(*interval, unit, lang)),
        Answer::Date(date) => format::date(*date, lang),
        Answer::Recognition(state) => match state {
            Recognition::Granted => words.granted,
            Recognition::Refused => words.refused,
            Recognition::Applied => words.applied,
            Recognition::NotApplied => words.not_applied,
        }
        .to_owned(),
        Answer::List(rows) => row_count(rows, lang),
        Answer::Text(text) => text.clone(),
        Answer::Country(place) => {
            library.countries.get(usize::from(*place)).map_or_else(String::new, |country| lang.of(country).to_owned())
        }
        Answer::Measures(named) => or_none(measures(library, named, lang), lang),
    }
}

/// A row of a list in words: `参展方式 企业自主参展；开展日期 2026年3月1日；…`. Columns not answered are left out.
pub(super) fn row_words(library: &Library, list: &List, row: &Row, lang: Lang) -> String {
    let known = (0_u8..).zip(&list.columns).filter_map(|(place, column)| {
        let answer = row.get(ColumnId(place))?;
        Some(format!("{} {}", lang.of(&column.wording.short), answer_words(library, &column.kind, answer, lang)))
    });
    known.collect::<Vec<_>>().join(separator(lang))
}

fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// The options given as bits, one after the other.
pub(super) fn option_words(kind: &FactKind, bits: u64, lang: Lang) -> String {
    let chosen = (0_u32..).zip(kind.options()).filter(|(place, _)| bits.checked_shr(*place).unwrap_or(0) & 1 == 1);
    chosen.map(|(_, option)| lang.of(&option.text)).collect::<Vec<_>>().join(results(lang).comma)
}

fn or_none(text: String, lang: Lang) -> String {
    if text.is_empty() { results(lang).answer.none.to_owned() } else { text }
}

fn row_count(rows: &Rows, lang: Lang) -> String {
    let words = &results(lang).answer;
    match (rows.rows.len(), rows.more) {
        (0, false) => words.none.to_owned(),
        (0, true) => words.more.to_owned(),
        (count, false) => words.rows.with(count),
        (count, true) => format!("{}{}{}", words.rows.with(count), results(lang).comma, words.more),
    }
}

fn measures(library: &Library, named: &[(u16, u16)], lang: Lang) -> String {
    let titles = named.iter().filter_map(|(document, place)| {
        let document = library.documents.get(usize::from(*document))?;
        document.measures.get(usize::from(*place)).map(|measure| lang.of(&measure.title))
    });
    titles.collect::<Vec<_>>().join(results(lang).comma)
}
