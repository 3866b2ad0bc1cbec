//! Whatever comes from outside, the entry it comes in by returns and says what is wrong. The same entries stand open to the
//! fuzzer of `tests/fuzz`.
#![cfg(test)]

use std::fs;
use std::sync::OnceLock;

use mingbai_core::pack::encode;
use mingbai_tests::library::repository;
use mingbai_tests::strategy::{as_of, cases, firm};
use mingbai_tests::{entries, library, printed};
use proptest::prelude::*;
use proptest::sample::Index;

/// A change to a text: something of its own is cut out, doubled, or replaced by a piece from elsewhere in it, or by any text.
#[derive(Clone, Debug)]
enum Spoilt {
    Cut,
    Doubled,
    Moved(Index),
    Replaced(String),
}

fn spoilt() -> impl Strategy<Value = (Index, Index, Spoilt)> {
    let how = prop_oneof![
        Just(Spoilt::Cut),
        Just(Spoilt::Doubled),
        any::<Index>().prop_map(Spoilt::Moved),
        prop_oneof![
            "[-0-9.%%万亿元<>=(){}\\[\\]\"'`#,]{1,6}",
            "(and|or|not|at most|up to|total|each|in|where|one per|largest|per|recognised) ",
            "\\PC{0,8}"
        ]
        .prop_map(Spoilt::Replaced),
    ];
    (any::<Index>(), any::<Index>(), how)
}

/// Applies a change to the text at word boundaries near the places that chance picks.
fn spoil(text: &str, (from, length, how): &(Index, Index, Spoilt)) -> String {
    let words: Vec<&str> = text.split_inclusive([' ', '\n', '"', '\'', ',']).collect();
    let from = from.index(words.len());
    let until = (from + 1 + length.index(3)).min(words.len());
    let piece = match how {
        Spoilt::Cut => String::new(),
        Spoilt::Doubled => words[from..until].concat().repeat(2),
        Spoilt::Moved(other) => words[other.index(words.len())].to_owned(),
        Spoilt::Replaced(text) => text.clone(),
    };
    [words[..from].concat(), piece, words[until..].concat()].concat()
}

fn file(name: &'static str) -> String {
    fs::read_to_string(repository().join("tests/language").join(name)).expect("the file can be read")
}

fn policy() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| file("language-2025-3/policy.md"))
}

fn facts() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| file("facts/firm.toml"))
}

fn pack() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| encode(library()).expect("the library fits a pack"))
}

#[test]
fn what_is_not_spoilt_is_taken() {
    entries::policy(policy());
    entries::facts(facts());
    entries::pack(pack());
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_spoilt_policy_file_is_refused_in_words(changes in prop::collection::vec(spoilt(), 1..4)) {
        entries::policy(&changes.iter().fold(policy().to_owned(), |text, change| spoil(&text, change)));
    }

    #[test]
    fn spoilt_facts_are_refused_in_words(changes in prop::collection::vec(spoilt(), 1..4)) {
        entries::facts(&changes.iter().fold(facts().to_owned(), |text, change| spoil(&text, change)));
    }

    #[test]
    fn any_text_is_no_policy(text in "\\PC{0,200}", fence in "[a-z= '\"0-9<>万元\n]{0,120}") {
        entries::policy(&text);
        entries::policy(&format!("> {text}\n\n```toml measure one\n{fence}\n```\n"));
        entries::facts(&fence);
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_spoilt_saved_file_is_refused_in_words(firm in firm(), as_of in as_of(), changes in prop::collection::vec(spoilt(), 0..3)) {
        let text = printed(library(), &firm.0, as_of);
        let spoilt = changes.iter().fold(text, |text, change| spoil(&text, change));
        entries::kept(&spoilt);
        entries::answers(&spoilt);
    }

    #[test]
    fn any_text_is_no_saved_file(text in "\\PC{0,200}") {
        entries::kept(&text);
        entries::answers(&text);
    }
}
