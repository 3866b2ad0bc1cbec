//! Makes `dist/`, the finished page.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use crate::assemble::{ABOUT, ENGLISH, GLUE, LIST, PACK, assemble, clear};
use crate::names;
use crate::place::Place;
use crate::run;
use crate::stop::Stop;
use crate::tools;

/// Builds everything and puts it into `dist/` in place of what was there.
/// Without the Node packages the page is larger and works the same.
pub(crate) fn bundle(place: &Place, node_modules: Option<&Path>) -> Result<(), Stop> {
    tools::prepare(place)?;
    let made = place.made();
    clear(&made)?;
    run::timed("Compiling the policies", || rules(place, &made))?;
    run::timed("Compiling the page (a minute or more the first time)", || compile(place, &made.join(GLUE)))?;
    let wasm = made.join(GLUE).join("mingbai_bg.wasm");
    if let Some(modules) = node_modules {
        run::timed("Making the program small with wasm-opt", || shrink(modules, &wasm))?;
    } else {
        println!("== wasm-opt and esbuild are skipped, they need Node: the page is larger and works the same");
    }
    shorten_names(&wasm, &made.join(GLUE).join("mingbai.js"))?;
    run::timed("Putting the page together", || assemble(place, node_modules))
}

/// The rules as a pack, the English words, what the rules are known by, and the list of all measures.
fn rules(place: &Place, made: &Path) -> Result<(), Stop> {
    let english = made.join(ENGLISH);
    run::run(policies(place).args(["pack", "--out"]).arg(made.join(PACK)).arg("--english").arg(&english))?;
    add_interface(&english).map_err(|error| Stop::failed(format!("{ENGLISH}: {error}")))?;
    for (command, name) in [("about", ABOUT), ("list", LIST)] {
        let text = run::read(policies(place).arg(command)).ok_or_else(|| Stop::failed(format!("`policies {command}` failed.")))?;
        fs::write(made.join(name), text).map_err(|error| Stop::failed(format!("{name}: {error}")))?;
    }
    Ok(())
}

/// Puts the English words of the interface, and a zero, before those of the rules.
fn add_interface(english: &Path) -> io::Result<()> {
    let rules = fs::read(english)?;
    fs::write(english, [mingbai_words::english_file().as_bytes(), &[0], &rules].concat())
}

fn policies(place: &Place) -> Command {
    let mut cargo = run::cargo(place);
    cargo.args(["run", "-q", "-p", "mingbai-policies", "--bin", "policies", "--"]);
    cargo
}

fn compile(place: &Place, folder: &Path) -> Result<(), Stop> {
    let mut pack = Command::new(place.tools().join("bin").join("wasm-pack"));
    pack.args(["--log-level", "error", "build"])
        .args(["--mode", "no-install", "--target", "web", "--release"])
        .args(["--no-opt", "--no-pack", "--no-typescript"])
        .args(["--out-name", "mingbai", "--out-dir"])
        .arg(folder)
        .arg(place.root().join("web"))
        .arg("--")
        .current_dir(place.root())
        .env("PATH", run::path_with(&place.tools().join("bin"))?);
    run::run(small(&mut pack))
}

/// Has cargo compile the standard library with the page, for size and without the texts of panics: a tenth less to
/// load. Cargo offers that to released compilers only under this variable.
pub(crate) fn small(cargo: &mut Command) -> &mut Command {
    cargo
        .args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort")
}

/// Makes a compiled module as small as can be, in its place.
pub(crate) fn shrink(modules: &Path, wasm: &Path) -> Result<(), Stop> {
    run::run(
        Command::new("node")
            .arg(modules.join("binaryen").join("bin").join("wasm-opt"))
            // The lowest kilobyte of memory is the end of the stack: nothing lies there.
            .args(["--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"])
            // What is called once stays a function: apart, more of it is alike.
            .arg("--one-caller-inline-max-function-size=0")
            // Functions of one type beside each other compress better.
            .arg("--reorder-functions-by-name")
            .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
            .arg(wasm)
            .arg("--output")
            .arg(wasm),
    )
}

/// Gives the program and its script short names for each other.
fn shorten_names(wasm: &Path, script: &Path) -> Result<(), Stop> {
    let shorten = || -> io::Result<()> {
        let short = names::shorten(&fs::read(wasm)?, &fs::read_to_string(script)?);
        let (program, text) = short.ok_or_else(|| io::Error::other("it is not the program that was expected"))?;
        fs::write(wasm, program)?;
        fs::write(script, text)
    };
    shorten().map_err(|error| Stop::failed(format!("{}: {error}", wasm.display())))
}
