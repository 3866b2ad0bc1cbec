//! What the program is made of: every crate that cargo compiles into it, and the standard library.
//!
//! Cargo's own plan of the build is asked, not the lock file: that one also names what only the tests or the compiler of the
//! policies use, and what is switched off in the page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::assemble::{VERSION, read};
use crate::bundle;
use crate::licences;
use crate::place::Place;
use crate::run;
use crate::stop::Stop;
use crate::tools;

/// Where the source of a unit stands in cargo's plan.
const SOURCE: &str = "/target/src_path";

/// One part of what is shipped.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Where it comes from, as a package URL.
    pub(crate) address: String,
    /// Its licence, as an SPDX expression.
    pub(crate) licence: String,
    /// The SHA-256 of its package, where `Cargo.lock` states one.
    pub(crate) checksum: Option<String>,
    /// The texts of its licences.
    pub(crate) texts: Vec<String>,
    /// The names of the parts it uses, as [`Parts`] has them.
    pub(crate) needs: BTreeSet<String>,
}

/// Every part by its name and version, `yew 0.23.0`.
pub(crate) type Parts = BTreeMap<String, Part>;

/// The name of our own part among the others.
pub(crate) fn own() -> String {
    format!("mingbai {VERSION}")
}

/// All parts of the program. Fails where one has no licence, or one that is not allowed.
pub(crate) fn parts(place: &Place) -> Result<Parts, Stop> {
    let std = Std::find(place)?;
    let plan = plan(place)?;
    let units = list(&plan, "units");
    let checksums = [place.root().join("Cargo.lock"), std.source.join("Cargo.lock")].map(|file| read(&file));
    let checksums: BTreeMap<String, String> =
        checksums.into_iter().collect::<Result<Vec<_>, _>>()?.iter().flat_map(|lock| locked(lock)).collect();
    let mut parts = Parts::new();
    for index in linked(units, indices(list(&plan, "roots").iter())) {
        let Some(unit) = units.get(index) else { continue };
        let (name, origin) = std.origin(unit)?;
        if !parts.contains_key(&name) {
            parts.insert(name.clone(), origin.part(place, &std, unit, checksums.get(&name).cloned())?);
        }
        let needs = linked_to(units, unit).into_iter().filter_map(|index| units.get(index));
        let needs = needs.map(|unit| Ok(std.origin(unit)?.0)).collect::<Result<Vec<_>, Stop>>()?;
        if let Some(part) = parts.get_mut(&name) {
            part.needs.extend(needs.into_iter().filter(|other| *other != name));
        }
    }
    untangle(&mut parts, &std.name());
    Ok(parts)
}

/// What cargo would do to compile the page, as JSON.
fn plan(place: &Place) -> Result<Value, Stop> {
    let mut cargo = run::cargo(place);
    cargo.args(["build", "--locked", "-p", "mingbai-web", "--lib", "--release", "--target", tools::WASM]);
    bundle::small(&mut cargo).args(["-Z", "unstable-options", "--unit-graph"]);
    let text = run::read(&mut cargo).ok_or_else(|| Stop::failed("cargo did not tell what the page is made of."))?;
    serde_json::from_str(&text).map_err(|error| Stop::failed(format!("What cargo tells of the page cannot be read: {error}")))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

fn indices<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<usize> {
    values.filter_map(|value| usize::try_from(value.as_u64()?).ok()).collect()
}

/// Everything that is compiled for the page itself: neither macros, which run in the compiler, nor build scripts.
fn linked(units: &[Value], roots: Vec<usize>) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut ahead = roots;
    while let Some(index) = ahead.pop() {
        if seen.insert(index)
            && let Some(unit) = units.get(index)
        {
            ahead.extend(linked_to(units, unit));
        }
    }
    seen
}

fn linked_to(units: &[Value], unit: &Value) -> Vec<usize> {
    let mut needs = indices(list(unit, "dependencies").iter().filter_map(|edge| edge.get("index")));
    needs.retain(|index| units.get(*index).is_some_and(|unit| text(unit, "/platform") == tools::WASM && text(unit, "/mode") == "build"));
    needs
}

/// The standard library needs what it is made of and not the other way round: its parts are spoken of as one.
fn untangle(parts: &mut Parts, std: &str) {
    let mut inside = BTreeSet::new();
    let mut ahead: Vec<String> = parts.get(std).into_iter().flat_map(|part| part.needs.iter().cloned()).collect();
    while let Some(name) = ahead.pop() {
        if inside.insert(name.clone()) {
            ahead.extend(parts.get(&name).into_iter().flat_map(|part| part.needs.iter().filter(|name| *name != std).cloned()));
        }
    }
    for name in inside {
        if let Some(part) = parts.get_mut(&name) {
            part.needs.remove(std);
        }
    }
}

/// Where a part comes from.
enum Origin {
    Own,
    Std,
    Crate(String, String),
}

impl Origin {
    fn part(self, place: &Place, std: &Std, unit: &Value, checksum: Option<String>) -> Result<Part, Stop> {
        let needs = BTreeSet::new();
        match self {
            Self::Own => Ok(Part {
                name: "mingbai".to_owned(),
                version: VERSION.to_owned(),
                address: format!("pkg:generic/mingbai@{VERSION}"),
                licence: "MIT OR Apache-2.0".to_owned(),
                checksum: None,
                texts: licences::texts_in(place.root())?,
                needs,
            }),
            Self::Std => Ok(Part {
                name: Std::NAME.to_owned(),
                version: std.version.clone(),
                address: format!("pkg:github/rust-lang/rust@{}", std.version),
                licence: Std::LICENCE.to_owned(),
                checksum: None,
                texts: std.texts()?,
                needs,
            }),
            Self::Crate(name, version) => {
                let folder = folder(unit).ok_or_else(|| Stop::failed(format!("The source of {name} {version} is not there.")))?;
                let licence = licences::of_crate(&read(&folder.join("Cargo.toml"))?).unwrap_or_default();
                let known = licences::allowed(&licence).map_err(|why| Stop::failed(format!("{name} {version}: {why}")))?;
                let mut texts = licences::texts_in(&folder)?;
                if texts.is_empty() {
                    texts = std.standard_texts(&known)?;
                }
                let address = format!("pkg:cargo/{name}@{version}");
                Ok(Part { name, version, address, licence, checksum, texts, needs })
            }
        }
    }
}

/// The folder of a crate, which is the nearest one above its source that has a manifest.
fn folder(unit: &Value) -> Option<PathBuf> {
    let source = Path::new(text(unit, SOURCE));
    source.ancestors().skip(1).find(|folder| folder.join("Cargo.toml").is_file()).map(Path::to_path_buf)
}

/// The standard library of the pinned compiler, and the texts of licences that come with that.
struct Std {
    version: String,
    source: PathBuf,
    documents: PathBuf,
}

impl Std {
    const NAME: &str = "rust-std";
    /// Of itself, of what it took over from LLVM and musl, and of its tables of Unicode.
    const LICENCE: &str = "(MIT OR Apache-2.0) AND Apache-2.0 WITH LLVM-exception AND MIT AND Unicode-3.0";

    fn find(place: &Place) -> Result<Self, Stop> {
        let ask = |words: &[&str]| {
            let mut rustc = Command::new("rustc");
            run::read(rustc.current_dir(place.root()).args(words)).ok_or_else(|| Stop::failed("rustc could not be asked."))
        };
        let version = ask(&["-vV"])?.lines().find_map(|line| line.strip_prefix("release: ").map(str::to_owned)).unwrap_or_default();
        let root = PathBuf::from(ask(&["--print", "sysroot"])?);
        Ok(Self { version, source: root.join("lib/rustlib/src/rust/library"), documents: root.join("share/doc/rust/licenses") })
    }

    fn name(&self) -> String {
        format!("{} {}", Self::NAME, self.version)
    }

    /// To which part a unit belongs, and where that comes from.
    fn origin(&self, unit: &Value) -> Result<(String, Origin), Stop> {
        let id = text(unit, "/pkg_id");
        if let Some((name, version)) = id.strip_prefix("registry+").and_then(|id| id.split_once('#')?.1.split_once('@')) {
            return Ok((format!("{name} {version}"), Origin::Crate(name.to_owned(), version.to_owned())));
        }
        match id.starts_with("path+") {
            true if Path::new(text(unit, SOURCE)).starts_with(&self.source) => Ok((self.name(), Origin::Std)),
            true => Ok((own(), Origin::Own)),
            false => Err(Stop::failed(format!("{id} comes from neither the registry of crates nor this repository."))),
        }
    }

    fn texts(&self) -> Result<Vec<String>, Stop> {
        let known = licences::allowed(Self::LICENCE).map_err(|why| Stop::failed(format!("{}: {why}", Self::NAME)))?;
        let mut texts = self.standard_texts(&known)?;
        texts.extend(licences::texts_in(&self.source.join("compiler-builtins"))?);
        Ok(texts)
    }

    /// The standard texts of licences and exceptions.
    fn standard_texts(&self, names: &BTreeSet<String>) -> Result<Vec<String>, Stop> {
        names.iter().map(|name| read(&self.documents.join(format!("{name}.txt")))).collect()
    }
}

/// The checksums that a lock file states.
fn locked(lock: &str) -> Vec<(String, String)> {
    let value = |package: &str, name: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
        line.and_then(|line| line.strip_suffix('"')).map(str::to_owned)
    };
    let packages = lock.split("[[package]]").skip(1);
    packages.filter_map(|text| Some((format!("{} {}", value(text, "name")?, value(text, "version")?), value(text, "checksum")?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_states_checksums() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"b\"\nversion = \"1.2.3\"\n\
                    source = \"registry\"\nchecksum = \"0f\"\ndependencies = [\n \"a\",\n]\n";
        assert_eq!(locked(lock), [("b 1.2.3".to_owned(), "0f".to_owned())]);
    }

    #[test]
    fn macros_and_build_scripts_are_no_part_of_the_program() {
        let unit = |platform: Value, mode: &str, needs: &[usize]| {
            let edges: Vec<Value> = needs.iter().map(|index| serde_json::json!({ "index": index })).collect();
            serde_json::json!({ "platform": platform, "mode": mode, "dependencies": edges })
        };
        let units = [
            unit(tools::WASM.into(), "build", &[1, 2, 3]),
            unit(Value::Null, "build", &[4]),
            unit(tools::WASM.into(), "run-custom-build", &[4]),
            unit(tools::WASM.into(), "build", &[4]),
            unit(tools::WASM.into(), "build", &[]),
            unit(tools::WASM.into(), "build", &[]),
        ];
        assert_eq!(linked(&units, vec![0]), BTreeSet::from([0, 3, 4]));
    }
}
