//! Makes `dist/`, the finished page.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use crate::place::Place;
use crate::run;
use crate::stop::Stop;
use crate::tools;

/// The compiled page and the script that starts it, as named inside `dist/`.
const WASM: &str = "pkg/mingbai_bg.wasm";
/// The script that wasm-bindgen makes.
const GLUE: &str = "pkg/mingbai.js";
/// The compiled policies.
const PACK: &str = "mingbai.pack";

/// Builds everything and puts it into `dist/` in place of what was there.
/// Without the Node packages the page is larger and works the same.
pub(crate) fn bundle(place: &Place, node_modules: Option<&Path>) -> Result<(), Stop> {
    tools::prepare(place)?;
    let made = place.target().join("bundle");
    clear(&made)?;
    run::timed("Compiling the policies", || pack(place, &made.join(PACK)))?;
    run::timed("Compiling the page (a minute or more the first time)", || compile(place, &made.join("pkg")))?;
    assemble(place, &made)?;
    let Some(modules) = node_modules else {
        println!("== wasm-opt and esbuild are skipped, they need Node: the page is larger and works the same");
        return Ok(());
    };
    run::timed("Making the page small with wasm-opt and esbuild", || {
        shrink(modules, &place.dist().join(WASM))?;
        minify(modules, &place.dist())
    })
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

fn minify(modules: &Path, dist: &Path) -> Result<(), Stop> {
    run::run(
        Command::new("node")
            .arg(modules.join("esbuild").join("bin").join("esbuild"))
            .args([GLUE, "start.js", "page.css", "style.css"])
            .args(["--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"])
            .args(["--allow-overwrite", "--outbase=.", "--outdir=."])
            .current_dir(dist),
    )
}

fn assemble(place: &Place, made: &Path) -> Result<(), Stop> {
    let dist = place.dist();
    clear(&dist)?;
    let copy = || -> io::Result<()> {
        copy_folder(&place.root().join("www"), &dist)?;
        fs::create_dir_all(dist.join("pkg"))?;
        for name in [WASM, GLUE, PACK] {
            fs::copy(made.join(name), dist.join(name))?;
        }
        Ok(())
    };
    copy().map_err(|error| Stop::failed(format!("dist/ could not be written: {error}")))
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
