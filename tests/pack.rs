//! The pack: what goes in comes out, and bytes that are not it are refused.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_core::pack::{PackError, VERSION, cut, decode, encode};
use mingbai_tests::library;
use mingbai_tests::strategy::cases;
use proptest::prelude::*;

fn bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| encode(library()).expect("the library fits a pack"))
}

#[test]
fn a_library_comes_out_as_it_went_in() {
    assert!(decode(bytes()).as_ref() == Ok(library()));
}

/// What a visitor who reads Chinese loads gives the same assessment: it says the same of itself, and every Chinese word is there.
#[test]
fn without_its_english_words_it_is_the_same_rules() {
    let (rules, english) = cut(bytes());
    assert!(!english.is_empty() && rules.len() + english.len() == bytes().len());
    let chinese = decode(rules).expect("a pack of its own");
    assert_eq!(chinese.fingerprint, library().fingerprint);
    assert_eq!(
        chinese.pages.iter().map(|page| &page.zh).collect::<Vec<_>>(),
        library().pages.iter().map(|page| &page.zh).collect::<Vec<_>>()
    );
    assert!(chinese.facts.iter().all(|fact| fact.wording.question.en == fact.wording.question.zh));
    let mut others = english.to_vec();
    others[0] ^= 1;
    assert_eq!(decode(&[rules, &others].concat()).err(), Some(PackError::Damaged), "English words of other rules");
}

#[test]
fn the_same_library_gives_the_same_bytes() {
    assert_eq!(encode(library()).as_deref(), Ok(bytes()));
}

#[test]
fn a_pack_of_another_version_is_named() {
    let mut other = bytes().to_vec();
    other[4..6].copy_from_slice(&(VERSION + 1).to_le_bytes());
    let error = decode(&other).expect_err("another version");
    assert_eq!(error, PackError::OtherVersion(VERSION + 1));
    assert_eq!(error.to_string(), "a data pack of version 5, and version 4 is needed");
}

#[test]
fn what_is_no_pack_is_called_so() {
    for other in [&b""[..], b"MBP", b"<!doctype html>", b"{}", &bytes()[1..]] {
        assert_eq!(decode(other).err(), Some(PackError::NotAPack));
    }
}

#[test]
fn a_pack_cut_short_anywhere_is_refused() {
    let (length, whole) = (bytes().len(), cut(bytes()).0.len());
    // Near both ends, and where the English words begin, at every byte, between them at every 23rd.
    let near = |end: usize, place: usize| end.abs_diff(place) < 500;
    for end in (0..length).filter(|end| near(*end, 0) || near(*end, whole) || near(*end, length) || end % 23 == 0) {
        if end == whole {
            assert!(decode(&bytes()[..end]).is_ok(), "all but the English words is a pack");
            continue;
        }
        let error = decode(&bytes()[..end]).expect_err("cut short");
        assert_eq!(error, if end < 4 { PackError::NotAPack } else { PackError::Damaged }, "at {end}");
    }
}

#[test]
fn a_pack_with_something_behind_it_is_refused() {
    let longer = [bytes(), &[0]].concat();
    assert_eq!(decode(&longer).err(), Some(PackError::Damaged));
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn any_changed_byte_is_seen(place in any::<prop::sample::Index>(), change in 1_u8..) {
        let mut damaged = bytes().to_vec();
        damaged[place.index(bytes().len())] ^= change;
        prop_assert!(decode(&damaged).is_err());
    }

    #[test]
    fn any_bytes_at_all_are_refused_without_harm(rest in prop::collection::vec(any::<u8>(), 0..600), begun in any::<bool>()) {
        let start = if begun { &bytes()[..6] } else { &[] };
        prop_assert!(decode(&[start, &rest].concat()).is_err());
    }
}
