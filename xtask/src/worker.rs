//! The service worker knows its release: the names and hashes of the files it keeps.

use std::fs;
use std::io;
use std::path::Path;

use crate::hash;

/// What the full page is made of; the last ones only where no esbuild made one module of them.
const FILES: [&str; 14] = [
    "index.html",
    "page.css",
    "opening.js",
    "start.js",
    "mingbai.js",
    "mingbai.wasm",
    "mingbai.pack",
    "mingbai.en.pack",
    "program.js",
    "questionnaire.js",
    "element.js",
    "release.js",
    "style.js",
    "pkg/mingbai.js",
];

/// Puts the release above what is written by hand.
pub(crate) fn write(dist: &Path) -> io::Result<()> {
    let there: Vec<&str> = FILES.into_iter().filter(|name| dist.join(name).exists()).collect();
    let files = hash::integrities(dist, &there)?;
    let name = format!("mingbai-{}", &hash::hex(files.as_bytes())[..16]);
    let script = fs::read_to_string(dist.join("sw.js"))?;
    fs::write(dist.join("sw.js"), format!("const RELEASE = {{ name: \"{name}\", files: {files} }};\n{script}"))
}
