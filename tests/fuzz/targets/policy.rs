//! [`mingbai_tests::entries::policy`], for as long as one lets it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| mingbai_tests::entries::policy(text));
