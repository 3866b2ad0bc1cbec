//! The words of the interface: one struct of words, one constant for each language. A missing word does not compile.
//!
//! The Chinese words are part of the program. The English ones stand in a file of their own, which only those load who read
//! English: `english_file` writes it, [`learn_english`] reads it.
#![expect(missing_docs, reason = "a word is named after what it says")]

mod list;
pub mod questions;
pub mod results;
mod template;

use std::sync::OnceLock;

use list::{Lines, Listed, words};
use questions::Questions;
use results::Results;

pub use template::{Counted, Template};

words! {
    /// All words in one language.
    pub struct Words {
        pub questions: Questions,
        pub results: Results,
    }
}

static CHINESE: Words = Words { questions: questions::zh::WORDS, results: results::zh::WORDS };

#[cfg(feature = "english")]
static ENGLISH_OF_THE_PROGRAM: Words = Words { questions: questions::en::WORDS, results: results::en::WORDS };

static ENGLISH: OnceLock<&Words> = OnceLock::new();

/// The Chinese words.
#[must_use]
pub fn chinese() -> &'static Words {
    &CHINESE
}

/// The English words, once they were learnt.
#[must_use]
pub fn english() -> Option<&'static Words> {
    #[cfg(feature = "english")]
    return Some(&ENGLISH_OF_THE_PROGRAM);
    #[cfg(not(feature = "english"))]
    ENGLISH.get().copied()
}

/// Learns the English words from their file, for good; whether it is one, of these words.
pub fn learn_english(file: &str) -> bool {
    let lines = file.lines().count();
    if lines == Words::LINES {
        ENGLISH.get_or_init(|| {
            let words = Box::leak(Box::new(CHINESE));
            words.read(&mut Lines(String::from(file).leak()));
            words
        });
    }
    lines == Words::LINES
}

/// The file of the English words: each on a line of its own.
#[cfg(feature = "english")]
#[must_use]
pub fn english_file() -> String {
    let mut lines = Vec::new();
    ENGLISH_OF_THE_PROGRAM.write(&mut lines);
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

#[cfg(all(test, feature = "english"))]
mod tests {
    use super::*;

    /// No word may hold a line break: what follows it would stand a line too far down.
    #[test]
    fn words_are_learnt_from_their_file() {
        let file = english_file();
        assert_eq!(file.lines().count(), Words::LINES);
        assert!(file.lines().all(|line| !line.is_empty()));
        for other in [&file[1 + file.find('\n').unwrap()..], &format!("{file}more\n"), ""] {
            assert!(!learn_english(other) && ENGLISH.get().is_none());
        }
        assert!(learn_english(&file));
        let mut lines = Vec::new();
        ENGLISH.get().unwrap().write(&mut lines);
        assert_eq!(lines, file.lines().collect::<Vec<_>>());
        let words = ENGLISH.get().unwrap();
        assert_eq!(words.questions.frame.print, "Print");
        assert_eq!(words.results.rows.within.with(["Row 2", "3"]), "Row 2, no. 3");
        assert_eq!(words.results.answer.live, "Result so far", "the words of the last lines");
    }
}
