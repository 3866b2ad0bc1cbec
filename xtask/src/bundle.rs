//! Makes `dist/`, the finished page.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use crate::hash;
use crate::place::Place;
use crate::run;
use crate::stop::Stop;
use crate::tools;

/// The version of all that is shipped.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The compiled page, as named inside `dist/`.
const WASM: &str = "mingbai.wasm";
/// The compiled policies.
const PACK: &str = "mingbai.pack";
/// The folder of the script that wasm-bindgen makes.
const GLUE: &str = "pkg";
/// What becomes part of the one module where esbuild is at hand.
const PARTS: [&str; 3] = ["release.js", "style.js", "style.css"];

/// Builds everything and puts it into `dist/` in place of what was there.
/// Without the Node packages the page is larger and works the same.
pub(crate) fn bundle(place: &Place, node_modules: Option<&Path>) -> Result<(), Stop> {
    tools::prepare(place)?;
    let made = place.target().join("bundle");
    clear(&made)?;
    run::timed("Compiling the policies", || pack(place, &made.join(PACK)))?;
    run::timed("Compiling the page (a minute or more the first time)", || compile(place, &made.join(GLUE)))?;
    let wasm = made.join(GLUE).join("mingbai_bg.wasm");
    if let Some(modules) = node_modules {
        run::timed("Making the program small with wasm-opt", || shrink(modules, &wasm))?;
    }
    assemble(place, &made, &wasm).map_err(|error| Stop::failed(format!("dist/ could not be written: {error}")))?;
    if let Some(modules) = node_modules {
        return run::timed("Making one module with esbuild", || minify(modules, &place.dist()));
    }
    describe(&place.dist())?;
    println!("== wasm-opt and esbuild are skipped, they need Node: the page is larger and works the same");
    Ok(())
}

fn pack(place: &Place, file: &Path) -> Result<(), Stop> {
    run::run(run::cargo(place).args(["run", "-p", "mingbai-policies", "--bin", "policies"]).args(["--", "pack", "--out"]).arg(file))
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

/// Has esbuild minify the looks and scripts, and make one module of the questionnaire's parts.
fn minify(modules: &Path, dist: &Path) -> Result<(), Stop> {
    let esbuild = |arguments: &[&str]| {
        let mut node = Command::new("node");
        node.arg(modules.join("esbuild").join("bin").join("esbuild")).args(arguments).current_dir(dist);
        node.args(["--minify", "--target=es2022", "--charset=utf8", "--log-level=warning", "--allow-overwrite", "--outdir=."]);
        run::run(&mut node)
    };
    esbuild(&["page.css", "style.css", "start.js", "--format=esm"])?;
    describe(dist)?;
    esbuild(&["mingbai.js", "--format=esm", "--bundle"])?;
    let remove = || -> io::Result<()> {
        PARTS.iter().try_for_each(|name| fs::remove_file(dist.join(name)))?;
        fs::remove_dir_all(dist.join(GLUE))
    };
    remove().map_err(|error| Stop::failed(format!("dist/ could not be tidied: {error}")))
}

/// Puts what was made and what is written by hand together.
fn assemble(place: &Place, made: &Path, wasm: &Path) -> io::Result<()> {
    let dist = place.dist();
    clear(&dist).map_err(|stop| io::Error::other(stop.message().to_owned()))?;
    copy_folder(&place.root().join("www"), &dist)?;
    fs::create_dir_all(dist.join(GLUE))?;
    fs::copy(made.join(GLUE).join("mingbai.js"), dist.join(GLUE).join("mingbai.js"))?;
    fs::copy(made.join(PACK), dist.join(PACK))?;
    fs::copy(wasm, dist.join(WASM)).map(drop)
}

/// Writes the modules that hold the looks, and the version with what the files beside the module must be.
fn describe(dist: &Path) -> Result<(), Stop> {
    let write = || -> io::Result<()> {
        let style = fs::read_to_string(dist.join("style.css"))?;
        fs::write(dist.join("style.js"), format!("export default {};\n", text(&style)))?;
        let integrity = |name: &str| Ok::<_, io::Error>(format!("{}: {}", text(name), text(&hash::integrity(&fs::read(dist.join(name))?))));
        let files = [WASM, PACK].map(integrity).into_iter().collect::<io::Result<Vec<_>>>()?;
        let release = format!("{{ version: {}, integrity: {{ {} }} }}", text(VERSION), files.join(", "));
        fs::write(dist.join("release.js"), format!("export default {release};\n"))
    };
    write().map_err(|error| Stop::failed(format!("dist/ could not be written: {error}")))
}

/// A text as JavaScript writes it. (Rust escapes a subset of what JavaScript understands.)
fn text(text: &str) -> String {
    format!("{text:?}")
}

/// An empty folder, whatever was there before.
fn clear(folder: &Path) -> Result<(), Stop> {
    let clear = || -> io::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)
    };
    clear().map_err(|error| Stop::failed(format!("{}: {error}", folder.display())))
}

/// Copies a folder with all below it, save what is written for those who
/// read the repository (`README.md`).
fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else if entry.file_name() != "README.md" {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
