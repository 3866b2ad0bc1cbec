//! The Rust tools of the build: the WebAssembly target, the source of the
//! standard library, wasm-pack and wasm-bindgen; geckodriver and cargo-deny for the tests. Each is installed only when missing or of another version.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::Place;
use crate::run;
use crate::stop::Stop;

/// The target the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const WASM_PACK: &str = "0.15.1";

/// Knows the licences, sources and faults of crates.
const CARGO_DENY: &str = "0.20.2";

/// Drives Firefox; distributions do not all carry it.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure that a release build of the page can run.
pub(crate) fn prepare(place: &Place) -> Result<(), Stop> {
    wasm_target(place)?;
    std_source(place)?;
    let library = library_version(place)?;
    install(place, "wasm-bindgen", "wasm-bindgen-cli", &library, &[])?;
    install(place, "wasm-pack", "wasm-pack", WASM_PACK, &[])?;
    tidy(place)
}

/// Makes sure that Firefox can be driven.
pub(crate) fn prepare_engines(place: &Place) -> Result<(), Stop> {
    install(place, "geckodriver", "geckodriver", GECKODRIVER, &[])?;
    tidy(place)
}

/// Makes sure that the crates used can be looked at.
pub(crate) fn prepare_deny(place: &Place) -> Result<(), Stop> {
    install(place, "cargo-deny", "cargo-deny", CARGO_DENY, &["--locked"])?;
    tidy(place)
}

/// Makes sure that `cargo fmt` and `cargo clippy` can run.
pub(crate) fn prepare_lints(place: &Place) -> Result<(), Stop> {
    let present = |name| run::read(run::cargo(place).args([name, "--version"])).is_some();
    if present("fmt") && present("clippy") {
        return Ok(());
    }
    rustup(place, "rustup component add rustfmt clippy")
}

fn wasm_target(place: &Place) -> Result<(), Stop> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(place.root());
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    let present = run::read(&mut rustc).is_some_and(|folder| has_std(Path::new(&folder)));
    if present {
        return Ok(());
    }
    rustup(place, &format!("rustup target add {WASM}"))
}

/// The source of the standard library, which is compiled with the page.
fn std_source(place: &Place) -> Result<(), Stop> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(place.root());
    rustc.args(["--print", "sysroot"]);
    let source = run::read(&mut rustc).map(|root| Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock"));
    if source.is_some_and(|lock| lock.is_file()) {
        return Ok(());
    }
    rustup(place, "rustup component add rust-src")
}

/// Whether a folder holds a compiled standard library.
fn has_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
}

/// Runs a line of rustup; when that fails, the person has to.
fn rustup(place: &Place, line: &str) -> Result<(), Stop> {
    let mut words = line.split(' ');
    let mut command = Command::new(words.next().unwrap_or_default());
    command.current_dir(place.root()).args(words);
    run::timed(line, || run::run(&mut command)).map_err(|stop| {
        Stop::by_hand(format!(
            "{}\nThe Rust toolchain is not complete. Type this line in this folder, then start again:\n  {line}",
            stop.message()
        ))
    })
}

/// The version of the wasm-bindgen library that `Cargo.lock` names; the
/// command-line tool has to be of exactly the same one.
fn library_version(place: &Place) -> Result<String, Stop> {
    let path = place.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| Stop::failed(format!("{}: {error}", path.display())))?;
    locked_version(&lock, "wasm-bindgen").map(str::to_owned).ok_or_else(|| Stop::failed("Cargo.lock names no wasm-bindgen."))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?;
    version.strip_prefix("version = \"")?.strip_suffix('"')
}

/// With `--locked` among the options it is compiled with the crates that it was released with. The others go without: what
/// wasm-bindgen-cli was released with is not always to be had. What they write may then depend on the day they were installed.
fn install(place: &Place, program: &str, package: &str, version: &str, options: &[&str]) -> Result<(), Stop> {
    let file = place.tools().join("bin").join(program);
    let printed = run::read(Command::new(file).arg("--version"));
    if printed.is_some_and(|text| is_version(&text, version)) {
        return Ok(());
    }
    let heading = format!("Installing {package} {version} into .tools/ (once; two to six minutes, longer on a slow line)");
    run::timed(&heading, || {
        run::run(
            run::cargo(place)
                .args(["install", package, "--version", version, "--force"])
                .args(options)
                .arg("--root")
                .arg(place.tools())
                .arg("--target-dir")
                .arg(workshop(place)),
        )
    })
}

/// Where the tools are compiled: one folder, since they share libraries.
fn workshop(place: &Place) -> PathBuf {
    place.target().join("tools")
}

/// Removes what compiling the tools left behind, some 700 MB.
fn tidy(place: &Place) -> Result<(), Stop> {
    let folder = workshop(place);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Stop::failed(format!("{}: {error}", folder.display()))),
        _ => Ok(()),
    }
}

/// Whether `wasm-pack 0.15.1` and the like name this very version.
fn is_version(printed: &str, version: &str) -> bool {
    printed.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_version_counts() {
        assert!(is_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(is_version("wasm-bindgen 0.2.130 (abc)\n", "0.2.130"));
        assert!(!is_version("wasm-bindgen 0.2.13", "0.2.130"));
        assert!(!is_version("wasm-bindgen 0.2.130", "0.2.13"));
        assert!(is_version("geckodriver 0.37.1\n\nThe source code of this program…", "0.37.1"));
        assert!(!is_version("", "0.2.130"));
    }

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.129\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
dependencies = [
 \"wasm-bindgen-macro\",
]
";

    #[test]
    fn the_lock_file_names_the_version() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.129"));
        assert_eq!(locked_version(LOCK, "bindgen"), None);
    }
}
