//! `cargo xtask bench`: how long each work takes, natively and in Chromium, in one run. `cargo xtask bench-job`: the job by which
//! programs like this one are compared, natively or in WebAssembly.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::bundle;
use crate::node;
use crate::place::Place;
use crate::run;
use crate::stop::Stop;
use crate::system;
use crate::tools;

/// How many firms each work is timed for.
const FIRMS: &str = "60";

/// Times every work for firms of which everything and only a part is known, and prints tables.
pub(crate) fn bench(place: &Place) -> Result<(), Stop> {
    system::prepare()?;
    let made = folder(place)?;
    let [pack, native_times] = ["library.pack", "native.json"].map(|name| made.join(name));
    packs(place, "policies", "1", &pack)?;
    let program = native(place)?;
    let (mut files, mut lines) = (Vec::new(), String::new());
    for known in ["complete", "partial"] {
        let file = made.join(known);
        let mut firms = run::cargo(place);
        firms.args(["run", "--quiet", "-p", "mingbai-tests", "--bin", "firms", "--", known, FIRMS]).arg(&file);
        run::run(&mut firms)?;
        let line = run::read(Command::new(&program).arg("measure").args([&pack, &file]).arg(known));
        lines += &line.ok_or_else(|| Stop::failed("The works could not be timed natively."))?;
        lines.push('\n');
        files.push(file);
    }
    fs::write(&native_times, lines).map_err(|error| Stop::failed(format!("{}: {error}", native_times.display())))?;
    let mut node = Command::new("node");
    node.arg(place.tests().join("bench/measure.mjs")).args([wasm(place, &made)?, pack]).args(files).arg(native_times);
    run::run(&mut node)
}

/// Runs the job in `engine` (`native` or `wasm`), with the words of its protocol; the last line printed is its result.
pub(crate) fn job(place: &Place, engine: &str, words: &[&str]) -> Result<(), Stop> {
    let (["results", _, scale] | ["bench", _, scale, _, _]) = words else {
        return Err(Stop::by_hand("usage: cargo xtask bench-job native|wasm results FIRMS SCALE | bench FIRMS SCALE WARM MEASURE"));
    };
    let made = folder(place)?;
    let pack = made.join(format!("job-{scale}.pack"));
    packs(place, "tests/job", scale, &pack)?;
    let mut command = match engine {
        "native" => Command::new(native(place)?),
        "wasm" => {
            let mut node = Command::new("node");
            node.arg(place.tests().join("bench/job.mjs")).arg(wasm(place, &made)?);
            node
        }
        other => return Err(Stop::by_hand(format!("`{other}` is neither native nor wasm."))),
    };
    run::run(command.arg(pack).args(words))
}

fn folder(place: &Place) -> Result<PathBuf, Stop> {
    let made = place.target().join("bench");
    fs::create_dir_all(&made).map_err(|error| Stop::failed(format!("{}: {error}", made.display())))?;
    Ok(made)
}

/// Writes the rules of a folder, so many times over, as a data pack.
fn packs(place: &Place, folder: &str, times: &str, file: &Path) -> Result<(), Stop> {
    let mut packs = run::cargo(place);
    packs.args(["run", "--quiet", "-p", "mingbai-tests", "--bin", "packs", "--", folder, times]).arg(file);
    run::run(&mut packs)
}

/// The program that measures, built to be quick.
fn native(place: &Place) -> Result<PathBuf, Stop> {
    run::run(run::cargo(place).args(["build", "--quiet", "--profile", "fast", "-p", "mingbai-bench"]))?;
    Ok(place.target().join("fast").join("mingbai-bench"))
}

/// The folder of the engine as a module, built as the page is.
fn wasm(place: &Place, made: &Path) -> Result<PathBuf, Stop> {
    let modules = node::prepare(place)?;
    tools::prepare(place)?;
    let mut cargo = run::cargo(place);
    cargo.args(["build", "--quiet", "--release", "-p", "mingbai-bench", "--example", "engine", "--target", tools::WASM]);
    run::run(bundle::small(&mut cargo))?;
    let module = place.target().join(tools::WASM).join("release/examples/engine.wasm");
    let folder = made.join("engine");
    let mut bindgen = Command::new(place.tools().join("bin").join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(module);
    run::run(bindgen.stdout(Stdio::null()))?;
    bundle::shrink(&modules, &folder.join("engine_bg.wasm"))?;
    Ok(folder)
}
