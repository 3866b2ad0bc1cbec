//! Refusals as tests.

/// A test for each refusal: its name, then what is changed, by the `broken` of the file it stands in; what the officer reads is a snapshot.
macro_rules! refused {
    ($($test:ident: $($file:expr, $from:expr => $to:expr),+;)*) => {$(
        #[test]
        fn $test() {
            let folder = broken(stringify!($test), &[$(($file, $from, $to)),+]);
            insta::assert_snapshot!(refusals(&folder));
        }
    )*};
}
