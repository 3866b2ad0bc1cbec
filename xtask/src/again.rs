//! Whether the same sources give the same files in another folder, for another user.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::Place;
use crate::release;
use crate::run;
use crate::stop::Stop;

/// Copies what is tracked into a folder whose path is of another length, builds it there from nothing and compares every
/// file of both `dist/`. Tools and Node packages are shared, since their versions are pinned; crates are shared too, but lie
/// at another address.
pub(crate) fn check(place: &Place, node_modules: &Path) -> Result<(), Stop> {
    let around = place.target().join("built-again");
    let (copy, target, home) = (around.join("somewhere/else"), around.join("target"), around.join("home"));
    remove(&around)?;
    copy_tracked(place.root(), &copy)?;
    link(&place.tools(), &copy.join(".tools"))?;
    link(node_modules, &copy.join("tests/node_modules"))?;
    link_crates(&home)?;
    let mut cargo = run::cargo(place);
    cargo.current_dir(&copy).args(["xtask", "build"]).env("CARGO_TARGET_DIR", &target).env("CARGO_HOME", &home);
    let built = run::run(&mut cargo);
    remove(&target)?;
    built?;
    let (first, second) = (place.dist(), copy.join("dist"));
    let other = differing(&first, &second)?;
    if other.is_empty() {
        println!("   Built in another folder, every file of dist/ came out the same");
        return remove(&around);
    }
    Err(Stop::failed(format!("Built in another folder, other files come out: {}. They are in {}.", other.join(", "), second.display())))
}

/// The files that are not the same in both folders or only in one of them.
fn differing(first: &Path, second: &Path) -> Result<Vec<String>, Stop> {
    let list = |folder: &Path| release::files(folder).map_err(|error| failed(folder, &error));
    let mut names = list(first)?;
    names.extend(list(second)?);
    names.sort();
    names.dedup();
    names.retain(|name| {
        let read = |folder: &Path| fs::read(folder.join(name)).ok();
        read(first).is_none_or(|bytes| read(second) != Some(bytes))
    });
    Ok(names)
}

/// Copies the files that git knows, as they are now.
fn copy_tracked(root: &Path, copy: &Path) -> Result<(), Stop> {
    let listed = run::read(Command::new("git").current_dir(root).args(["ls-files", "-z"]));
    let listed = listed.ok_or_else(|| Stop::failed("This is no checkout of git: what belongs to it cannot be told."))?;
    for name in listed.split('\0').filter(|name| root.join(name).is_file()) {
        let (from, to) = (root.join(name), copy.join(name));
        let copied = fs::create_dir_all(to.parent().unwrap_or(copy)).and_then(|()| fs::copy(&from, &to));
        copied.map_err(|error| failed(&from, &error))?;
    }
    Ok(())
}

/// A folder of cargo's with what is in the one there is.
fn link_crates(home: &Path) -> Result<(), Stop> {
    let own = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let own = own.ok_or_else(|| Stop::failed("Cargo's folder of crates was not found."))?;
    fs::create_dir_all(home).map_err(|error| failed(home, &error))?;
    let entries = fs::read_dir(&own).map_err(|error| failed(&own, &error))?;
    entries.flatten().try_for_each(|entry| link(&entry.path(), &home.join(entry.file_name())))
}

fn link(from: &Path, to: &Path) -> Result<(), Stop> {
    run::run(Command::new("ln").arg("-s").arg(from).arg(to))
}

fn remove(folder: &Path) -> Result<(), Stop> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|error| failed(folder, &error))
}

fn failed(path: &Path, error: &std::io::Error) -> Stop {
    Stop::failed(format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        let around = std::env::temp_dir().join(format!("mingbai-differing-{}", std::process::id()));
        let (first, second) = (around.join("a"), around.join("b"));
        for (folder, names) in [(&first, ["same", "other", "gone"]), (&second, ["same", "other", "new"])] {
            fs::create_dir_all(folder).unwrap();
            for name in names {
                fs::write(folder.join(name), "1").unwrap();
            }
        }
        fs::write(second.join("other"), "2").unwrap();
        assert_eq!(differing(&first, &second).unwrap(), ["gone", "new", "other"]);
        assert!(differing(&first, &first).unwrap().is_empty());
        remove(&around).unwrap();
    }
}
