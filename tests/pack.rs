//! The pack: what goes in comes out, and bytes that are not it are refused.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_core::pack::{PackError, VERSION, decode, encode};
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
    assert_eq!(error.to_string(), "a data pack of version 4, and version 3 is needed");
}

#[test]
fn what_is_no_pack_is_called_so() {
    for other in [&b""[..], b"MBP", b"<!doctype html>", b"{}", &bytes()[1..]] {
        assert_eq!(decode(other).err(), Some(PackError::NotAPack));
    }
}

#[test]
fn a_pack_cut_short_anywhere_is_refused() {
    let length = bytes().len();
    // Near both ends at every byte, between them at every 23rd.
    for end in (0..length).filter(|end| *end < 500 || length - end < 500 || end % 23 == 0) {
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
