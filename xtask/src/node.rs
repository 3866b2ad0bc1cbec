//! Node and the packages of `tests/package.json`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::place::Place;
use crate::run;
use crate::stop::Stop;

const OLDEST_MAJOR: u32 = 20;

/// Installs the packages of `tests/package-lock.json` when they are missing
/// or of another version; returns the folder they are in.
pub(crate) fn prepare(place: &Place) -> Result<PathBuf, Stop> {
    check()?;
    let modules = place.tests().join("node_modules");
    let lock = read(&place.tests().join("package-lock.json"))?;
    let stamp = modules.join(".installed-lock.json");
    if fs::read(&stamp).ok().as_ref() != Some(&lock) {
        run::timed("Installing the Node packages into tests/node_modules/", || {
            run::run(
                Command::new("npm")
                    .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                    .args(["--loglevel", "error"])
                    .current_dir(place.tests())
                    .stdout(Stdio::null()),
            )
        })?;
        fs::write(&stamp, &lock).map_err(|error| Stop::failed(format!("{}: {error}", stamp.display())))?;
    }
    Ok(modules)
}

/// Makes sure that Node is there and new enough, and npm with it.
pub(crate) fn check() -> Result<(), Stop> {
    let version = run::read(Command::new("node").arg("--version"));
    let new_enough = version.as_deref().and_then(major).is_some_and(|major| major >= OLDEST_MAJOR);
    if new_enough && run::read(Command::new("npm").arg("--version")).is_some() {
        return Ok(());
    }
    let found = version.unwrap_or_else(|| "none".to_owned());
    Err(Stop::by_hand(format!(
        "Node {OLDEST_MAJOR} or newer with npm is needed (found: {found}). Install it:\n  \
         sudo apt-get install -y nodejs npm\n\
         or, where that is older, from https://nodejs.org/en/download"
    )))
}

/// The first number of `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(path).map_err(|error| Stop::failed(format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20.1"), None);
        assert_eq!(major("v"), None);
    }
}
