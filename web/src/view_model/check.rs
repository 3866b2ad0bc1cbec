//! The answers given, to be checked before the result and printed with it.

use mingbai_core::answers::Answer;
use mingbai_core::fact::FactId;
use mingbai_core::{Answers, Library};

use super::said::{answer_words, row_words};
use crate::text::Lang;
use crate::text::results;

/// One fact with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckItem {
    /// The fact.
    pub fact: FactId,
    /// Its short name.
    pub name: String,
    /// The answer in words.
    pub answer: String,
    /// For a list: each row in words.
    pub rows: Vec<String>,
    /// Whether it is answered.
    pub answered: bool,
}

/// The facts asked, in that order, with their answers.
#[must_use]
pub fn check_items(library: &Library, answers: &Answers, asked: &[FactId], lang: Lang) -> Vec<CheckItem> {
    asked.iter().filter_map(|fact| item(library, answers, *fact, lang)).collect()
}

fn item(library: &Library, answers: &Answers, id: FactId, lang: Lang) -> Option<CheckItem> {
    let fact = library.fact(id)?;
    let answer = answers.get(id);
    let said = answer.map_or_else(|| results(lang).answer.unanswered.to_owned(), |answer| answer_words(library, &fact.kind, answer, lang));
    let rows = match (answer, fact.kind.list()) {
        (Some(Answer::List(rows)), Some(list)) => rows.rows.iter().map(|row| row_words(library, list, row, lang)).collect(),
        _ => Vec::new(),
    };
    Some(CheckItem { fact: id, name: lang.of(&fact.wording.short).to_owned(), answer: said, rows, answered: answer.is_some() })
}
