//! [`mingbai_tests::entries::pack`], for as long as one lets it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mingbai_tests::entries::pack(bytes));
