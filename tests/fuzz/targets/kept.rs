//! [`mingbai_tests::entries::kept`], for as long as one lets it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| mingbai_tests::entries::kept(text));
