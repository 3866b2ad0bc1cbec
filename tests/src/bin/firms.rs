//! Writes firms of which everything, or only a part, is known, as lines of JSON, the same on every run: `firms complete 100 FILE`.

use std::{env, fs};

use mingbai_tests::library;
use mingbai_tests::library::written;
use mingbai_tests::strategy::generator;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [known, count, file] = arguments.as_slice() else { panic!("usage: firms complete|partial COUNT FILE") };
    let firm = |number| if known == "complete" { generator().settled_firm(number) } else { generator().firm(number) };
    let count: u64 = count.parse().expect("COUNT is a number");
    let lines: Vec<String> = (1..=count).map(|number| written(library::library(), &firm(number))).collect();
    fs::write(file, lines.join("\n")).unwrap_or_else(|error| panic!("{file}: {error}"));
}
