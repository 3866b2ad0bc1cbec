//! `npm/`: the questionnaire as a package, made of what `www/npm/` holds and of the built files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::assemble::{ENGLISH, PACK, WASM};
use crate::licences;
use crate::place::Place;

/// The folder of the package, in `www/` and in `dist/`.
pub(crate) const PACKAGE: &str = "npm";

/// Puts the built files, and what readers of the package are told, beside what stands there already.
pub(crate) fn write(place: &Place) -> io::Result<()> {
    let package = place.dist().join(PACKAGE);
    for name in ["mingbai.js", WASM, PACK, ENGLISH, licences::FILE] {
        fs::copy(place.dist().join(name), package.join(name))?;
    }
    fs::copy(source(place.root()).join("README.md"), package.join("README.md")).map(drop)
}

fn source(root: &Path) -> PathBuf {
    root.join("www").join(PACKAGE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::VERSION;

    #[test]
    fn the_package_is_of_the_version_of_everything() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = fs::read_to_string(source(root).join("package.json")).unwrap();
        assert!(text.contains(&format!("\"version\": \"{VERSION}\",")), "{text}");
    }
}
