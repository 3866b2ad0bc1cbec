//! Writes a data pack of a folder of policies, named from the top of the repository, so many times over: `packs tests/job 100 FILE`.

use std::{env, fs};

use mingbai_bench::copies;
use mingbai_core::pack::encode;
use mingbai_tests::library::compiled;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, times, file] = arguments.as_slice() else { panic!("usage: packs FOLDER TIMES FILE") };
    let times = times.parse().expect("TIMES is a number");
    let bytes = encode(&copies(&compiled(folder), times)).expect("the library fits a pack");
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{file}: {error}"));
}
