//! Small sound policies, broken in one respect.

use std::fs;
use std::path::{Path, PathBuf};

use mingbai_policies::{check, load};

/// What is changed: a file, a passage that stands in it once, and what stands there instead.
pub(crate) type Edit<'a> = (&'a str, &'a str, &'a str);

/// The files of the sound policy of that name in a folder of their own, with those changes.
pub(crate) fn broken(sound: &str, files: &[&str], name: &str, edits: &[Edit<'_>]) -> PathBuf {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(sound);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(sound).join(name);
    for file in files {
        let mut words = fs::read_to_string(base.join(file)).unwrap();
        for (_, from, to) in edits.iter().filter(|(edited, ..)| edited == file) {
            assert_eq!(words.matches(from).count(), 1, "`{from}` stands once in {file}");
            words = words.replacen(from, to, 1);
        }
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, words).unwrap();
    }
    folder
}

/// Everything an officer reads about the policies in the folder.
pub(crate) fn refusals(folder: &Path) -> String {
    let (policies, mut diagnostics) = load(folder).unwrap();
    if diagnostics.is_empty() {
        diagnostics = check::check(&policies);
    }
    diagnostics.iter().map(|diagnostic| diagnostic.render() + "\n").collect()
}
