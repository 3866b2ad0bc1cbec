//! Puts `dist/` together from what was compiled and from `www/`.

use std::fs;
use std::io;
use std::path::Path;

use crate::hash;
use crate::licences;
use crate::onefile;
use crate::package;
use crate::parts;
use crate::place::Place;
use crate::privacy;
use crate::release;
use crate::sbom;
use crate::scripts;
use crate::stop::Stop;
use crate::worker;

/// The version of all that is shipped.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The compiled page, as named inside `dist/`.
pub(crate) const WASM: &str = "mingbai.wasm";
/// The compiled policies.
pub(crate) const PACK: &str = "mingbai.pack";
/// The English words, of the interface and of the rules.
pub(crate) const ENGLISH: &str = "mingbai.en.pack";
/// What the rules are known by, as JSON.
pub(crate) const ABOUT: &str = "about.json";
/// Every measure with its clause, as HTML.
pub(crate) const LIST: &str = "list.html";
/// The folder of the script that wasm-bindgen makes.
pub(crate) const GLUE: &str = "pkg";

/// Where the list of all measures goes in `index.html`.
const LIST_MARK: &str = "<!-- list -->";
/// What becomes part of other scripts where esbuild is at hand.
const PARTS: [&str; 14] = [
    "release.js",
    "style.js",
    "style.css",
    "program.js",
    "questionnaire.js",
    "element.js",
    "bilingual.js",
    "copy.js",
    "snippets.js",
    "sent.js",
    "outcome.js",
    "checks-server.js",
    "checks-browser.js",
    "checks-program.js",
];
/// What becomes part of the one file.
const PARTS_OF_FILE: [&str; 2] = ["offline.html", "offline.js"];

/// Puts `dist/` together in place of what was there. Without the Node packages the page is larger and works the same, and
/// there is no one file that opens from a folder.
pub(crate) fn assemble(place: &Place, node_modules: Option<&Path>) -> Result<(), Stop> {
    let (made, dist) = (place.made(), place.dist());
    written(lay_out(place))?;
    let parts = parts::parts(place)?;
    written(fs::write(dist.join(licences::FILE), licences::file(&parts)))?;
    written(fs::write(dist.join(sbom::FILE), sbom::file(&parts)))?;
    if let Some(modules) = node_modules {
        scripts::minify(modules, &dist)?;
    }
    written(describe(&made, &dist))?;
    written(fill_list(&made, &dist))?;
    if let Some(modules) = node_modules {
        scripts::one_module(modules, &dist)?;
        onefile::write(modules, &made, &dist)?;
        written(package::write(place))?;
        written(remove(&dist, &PARTS))?;
        written(fs::remove_dir_all(dist.join(GLUE)))?;
    } else {
        written(fs::remove_dir_all(dist.join(package::PACKAGE)))?;
    }
    written(remove(&dist, &PARTS_OF_FILE))?;
    written(fill_hashes(&dist))?;
    written(worker::write(&dist))?;
    privacy::report(&dist)?;
    written(state_release(&made, &dist))?;
    written(release::sum(&dist))?;
    node_modules.map_or(Ok(()), |modules| release::pack(modules, &dist))
}

/// An empty folder, whatever was there before.
pub(crate) fn clear(folder: &Path) -> Result<(), Stop> {
    emptied(folder).map_err(|error| Stop::failed(format!("{}: {error}", folder.display())))
}

/// A file of the build, and what to say where it cannot be read.
pub(crate) fn read(path: &Path) -> Result<String, Stop> {
    fs::read_to_string(path).map_err(|error| Stop::failed(format!("{}: {error}", path.display())))
}

fn written<T>(result: io::Result<T>) -> Result<T, Stop> {
    result.map_err(|error| Stop::failed(format!("dist/ could not be written: {error}")))
}

fn emptied(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// What is written by hand and what was compiled, beside each other.
fn lay_out(place: &Place) -> io::Result<()> {
    let (made, dist) = (place.made(), place.dist());
    emptied(&dist)?;
    copy_folder(&place.root().join("www"), &dist)?;
    fs::create_dir_all(dist.join(GLUE))?;
    let glue = Path::new(GLUE).join("mingbai.js");
    fs::copy(made.join(&glue), dist.join(&glue))?;
    for name in [PACK, ENGLISH] {
        fs::copy(made.join(name), dist.join(name))?;
    }
    fs::copy(made.join(GLUE).join("mingbai_bg.wasm"), dist.join(WASM)).map(drop)
}

/// Writes the modules that hold the looks, and the version with what the files beside the module must be.
fn describe(made: &Path, dist: &Path) -> io::Result<()> {
    let style = fs::read_to_string(dist.join("style.css"))?;
    fs::write(dist.join("style.js"), format!("export default {};\n", text(&style)))?;
    let about = fs::read_to_string(made.join(ABOUT))?;
    let integrity = hash::integrities(dist, &[WASM, PACK, ENGLISH])?;
    let release = format!("{{ version: {}, integrity: {integrity}, about: {} }}", text(VERSION), about.trim());
    fs::write(dist.join("release.js"), format!("export default {release};\n"))
}

/// Writes what was released: the version, what the rules are known by, and every file with its hash. The signpost is not among
/// them: it is for people, and not every program that unpacks an archive keeps its name.
fn state_release(made: &Path, dist: &Path) -> io::Result<()> {
    let about = fs::read_to_string(made.join(ABOUT))?;
    let mut names = fs::read_dir(dist)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    let files: Vec<&str> =
        names.iter().filter_map(|name| name.to_str()).filter(|name| name.is_ascii() && dist.join(name).is_file()).collect();
    let files = hash::integrities(dist, &files)?;
    let release = format!("{{ \"version\": \"{VERSION}\", \"about\": {}, \"files\": {files} }}\n", about.trim());
    fs::write(dist.join("release.json"), release)
}

fn fill_list(made: &Path, dist: &Path) -> io::Result<()> {
    let list = fs::read_to_string(made.join(LIST))?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    fs::write(dist.join("index.html"), page.replace(LIST_MARK, list.trim()))
}

/// Writes into the page for webmasters what the pages of others can check the two scripts by.
fn fill_hashes(dist: &Path) -> io::Result<()> {
    let mut page = fs::read_to_string(dist.join("integrate.html"))?;
    for name in ["mingbai.js", "embed.js"] {
        page = page.replace(&format!("{{{name}}}"), &hash::strong(&fs::read(dist.join(name))?));
    }
    fs::write(dist.join("integrate.html"), page)
}

fn remove(dist: &Path, names: &[&str]) -> io::Result<()> {
    names.iter().try_for_each(|name| fs::remove_file(dist.join(name)))
}

/// A text as JavaScript writes it. (Rust escapes a subset of what JavaScript understands.)
fn text(text: &str) -> String {
    format!("{text:?}")
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
