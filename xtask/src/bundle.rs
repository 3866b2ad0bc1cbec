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
/// Without `wasm_opt` the page is larger and works the same.
pub(crate) fn bundle(place: &Place, wasm_opt: Option<&Path>) -> Result<(), Stop> {
    tools::prepare(place)?;
    let made = place.target().join("bundle");
    clear(&made)?;
    run::timed("Compiling the policies", || pack(place, &made.join(PACK)))?;
    run::timed("Compiling the page (a minute or more the first time)", || compile(place, &made.join("pkg")))?;
    match wasm_opt {
        Some(program) => run::timed("Making the page small with wasm-opt", || shrink(program, &made.join(WASM)))?,
        None => {
            println!("== wasm-opt is skipped, it needs Node: the page is larger and works the same");
        }
    }
    assemble(place, &made)
}

fn pack(place: &Place, file: &Path) -> Result<(), Stop> {
    run::run(run::cargo(place).args(["run", "-p", "mingbai-policies", "--bin", "policies"]).args(["--", "pack", "--out"]).arg(file))
}

fn compile(place: &Place, folder: &Path) -> Result<(), Stop> {
    run::run(
        Command::new(place.tools().join("bin").join("wasm-pack"))
            .args(["--log-level", "error", "build"])
            .args(["--mode", "no-install", "--target", "web", "--release"])
            .args(["--no-opt", "--no-pack", "--no-typescript"])
            .args(["--out-name", "mingbai", "--out-dir"])
            .arg(folder)
            .arg(place.root().join("web"))
            .current_dir(place.root())
            .env("PATH", run::path_with(&place.tools().join("bin"))?),
    )
}

fn shrink(program: &Path, wasm: &Path) -> Result<(), Stop> {
    run::run(
        Command::new("node")
            .arg(program)
            // The lowest kilobyte of memory is the end of the stack: nothing lies there.
            .args(["-Oz", "--low-memory-unused"])
            // Functions of one type beside each other compress better.
            .arg("--reorder-functions-by-name")
            .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
            .arg(wasm)
            .arg("--output")
            .arg(wasm),
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
