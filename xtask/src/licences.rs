//! `LICENSES.txt`: the licence of every part of what is shipped, each text once.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use spdx::Expression;

use crate::assemble::{VERSION, read};
use crate::parts::Parts;
use crate::stop::Stop;

/// The file in `dist/`.
pub(crate) const FILE: &str = "LICENSES.txt";

/// What a part may be under. One of several that it offers is enough.
const ALLOWED: [&str; 4] = ["Apache-2.0", "Apache-2.0 WITH LLVM-exception", "MIT", "Unicode-3.0"];

/// How the names of files begin that hold a licence or belong to one.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// The licence a crate's manifest states, as an SPDX expression; older crates write `/` for `OR`.
pub(crate) fn of_crate(manifest: &str) -> Option<String> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("license = \"")?.strip_suffix('"'))?;
    Some(line.split('/').map(str::trim).collect::<Vec<_>>().join(" OR "))
}

/// The names of all licences and exceptions in an expression, if it can be met by allowed ones; otherwise why not.
pub(crate) fn allowed(licence: &str) -> Result<BTreeSet<String>, String> {
    let expression = Expression::parse(licence).map_err(|_| format!("`{licence}` names no known licence."))?;
    if !expression.evaluate(|licence| ALLOWED.contains(&licence.to_string().as_str())) {
        return Err(format!("`{licence}` is not among the licences allowed: {}.", ALLOWED.join(", ")));
    }
    let names = expression.requirements().map(|part| part.req.to_string());
    Ok(names.flat_map(|name| name.split(" WITH ").map(str::to_owned).collect::<Vec<_>>()).collect())
}

/// The texts of licences in a folder, in the order of the names of their files.
pub(crate) fn texts_in(folder: &Path) -> Result<Vec<String>, Stop> {
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        path.is_file() && NAMES.iter().any(|begin| name.starts_with(begin))
    };
    let entries = fs::read_dir(folder).map_err(|error| Stop::failed(format!("{}: {error}", folder.display())))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_one).collect();
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

/// The whole file: a list of the parts with the numbers of their texts, and the texts.
pub(crate) fn file(parts: &Parts) -> String {
    let mut texts: Vec<&str> = Vec::new();
    let mut list = String::new();
    for (name, part) in parts {
        let mut numbers = Vec::new();
        for text in &part.texts {
            let at = texts.iter().position(|known| words(known).eq(words(text))).unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            });
            numbers.push(format!("[{}]", at + 1));
        }
        _ = writeln!(list, "{name}: {}  {}", part.licence, numbers.join(" "));
    }
    let mut file = format!(
        "mingbai {VERSION} and everything that is part of mingbai.wasm, and so of mingbai-offline.html and of the npm package,\n\
         with its licence and the numbers of the texts below. rust-std is the standard library of Rust. The script around the\n\
         program is our own and that of wasm-bindgen.\n\n{list}"
    );
    for (at, text) in texts.iter().enumerate() {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        _ = write!(file, "\n\n{} [{}]\n\n{}\n", "=".repeat(72), at + 1, lines.join("\n").trim_matches('\n'));
    }
    file
}

/// A text without how it is broken into lines: so the same licence is known again.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::Part;

    #[test]
    fn a_licence_that_is_not_allowed_is_refused_by_name() {
        for licence in ["MIT", "MIT OR GPL-3.0-only", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"] {
            assert!(allowed(licence).is_ok(), "{licence}");
        }
        for licence in ["GPL-3.0-only", "MIT AND MPL-2.0", "Apache-2.0 WITH Classpath-exception-2.0"] {
            let why = allowed(licence).expect_err(licence);
            assert!(why.contains(licence) && why.contains("not among the licences allowed"), "{why}");
        }
        for licence in ["", "Proprietary"] {
            assert!(allowed(licence).expect_err(licence).contains("no known licence"));
        }
    }

    #[test]
    fn the_licence_of_a_manifest_is_read() {
        assert_eq!(of_crate("[package]\nname = \"a\"\nlicense = \"Apache-2.0 / MIT\"\n").as_deref(), Some("Apache-2.0 OR MIT"));
        assert_eq!(of_crate("[package]\nlicense-file = \"LICENSE\"\n"), None);
    }

    #[test]
    fn a_text_stands_once_and_every_part_names_it() {
        let part = |texts: &[&str]| Part {
            name: String::new(),
            version: String::new(),
            address: String::new(),
            licence: "MIT".to_owned(),
            checksum: None,
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
            needs: BTreeSet::new(),
        };
        let parts = Parts::from([("a 1".to_owned(), part(&["One\ntwo", "Three"])), ("b 2".to_owned(), part(&["One two\n"]))]);
        let file = file(&parts);
        assert!(file.contains("\na 1: MIT  [1] [2]\nb 2: MIT  [1]\n"), "{file}");
        assert_eq!((file.matches("One").count(), file.matches("Three").count()), (1, 1), "{file}");
    }
}
