//! The files of the policies folder.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{self, CountriesDoc, FactFileDoc, GlossaryDoc, ListDoc, PolicyDoc, RateDoc, TableDoc};
use crate::read;

/// All files as written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The fact files.
    pub facts: Vec<(Arc<Source>, FactFileDoc)>,
    /// The reference tables.
    pub tables: Vec<(Arc<Source>, TableDoc)>,
    /// The countries, in one file or none.
    pub countries: Vec<(Arc<Source>, CountriesDoc)>,
    /// The lists of countries.
    pub lists: Vec<(Arc<Source>, ListDoc)>,
    /// The words that are explained.
    pub glossaries: Vec<(Arc<Source>, GlossaryDoc)>,
    /// The rate of the dollar, in one file or none.
    pub rates: Vec<(Arc<Source>, RateDoc)>,
    /// The policy files, each with the official text beside it.
    pub policies: Vec<(PolicyDoc, Arc<Source>)>,
}

/// Reads `facts/*.toml`, `reference/*.toml` and, in every other folder that has one, `policy.md` with `source.txt`.
///
/// # Errors
/// When a file or folder cannot be read.
pub fn read_folder(folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> io::Result<Written> {
    let mut policies = Vec::new();
    for name in entries(folder)?.into_iter().filter(|name| folder.join(name).join("policy.md").is_file()) {
        let policy = source(folder, &format!("{name}/policy.md"))?;
        let text = source(folder, &format!("{name}/source.txt"))?;
        policies.push((doc::policy(read::read(&policy, diagnostics), diagnostics), text));
    }
    let mut written = Written { policies, ..Written::default() };
    for source in toml_files(folder, "facts")? {
        written.facts.extend(doc::file(&source, diagnostics).map(|doc| (source, doc)));
    }
    for source in toml_files(folder, "reference")? {
        written.reference(source, diagnostics);
    }
    Ok(written)
}

impl Written {
    /// What a file of `reference/` holds is seen from its keys.
    fn reference(&mut self, source: Arc<Source>, diagnostics: &mut Vec<Diagnostic>) {
        let keys: toml::Table = toml::from_str(&source.text).unwrap_or_default();
        if keys.contains_key("countries") {
            self.countries.extend(doc::file(&source, diagnostics).map(|doc| (source, doc)));
        } else if keys.contains_key("members") {
            self.lists.extend(doc::file(&source, diagnostics).map(|doc| (source, doc)));
        } else if keys.contains_key("terms") {
            self.glossaries.extend(doc::file(&source, diagnostics).map(|doc| (source, doc)));
        } else if keys.contains_key("low") || keys.contains_key("high") {
            self.rates.extend(doc::file(&source, diagnostics).map(|doc| (source, doc)));
        } else {
            self.tables.extend(doc::file(&source, diagnostics).map(|doc| (source, doc)));
        }
    }
}

fn toml_files(folder: &Path, within: &str) -> io::Result<Vec<Arc<Source>>> {
    if !folder.join(within).is_dir() {
        return Ok(Vec::new());
    }
    let names = entries(&folder.join(within))?.into_iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "toml"));
    names.map(|name| source(folder, &format!("{within}/{name}"))).collect()
}

/// The names in a folder, in order.
fn entries(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn source(folder: &Path, name: &str) -> io::Result<Arc<Source>> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).map_err(|error| named(&path, &error))?;
    Ok(Source::new(name, text))
}

/// The error with the file it is about.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
