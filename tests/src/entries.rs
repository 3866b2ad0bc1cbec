//! Where things from outside enter, each entry tried with any bytes at all: it returns, and what it says can be read. Tests call
//! them by chance, the fuzzer of `tests/fuzz` for as long as one lets it.

use std::sync::{Arc, OnceLock};

use mingbai_core::json::{Raw, SavedError, can_be_parsed, saved};
use mingbai_core::pack::{decode, encode};
use mingbai_core::{Answers, Library, assess, json};
use mingbai_policies::files::{Written, read_folder};
use mingbai_policies::{Diagnostic, Source, check, doc, read, resolve};

use crate::library::{day, library, printed, repository, written};

/// A policy file, with its quotes as the official text, among the facts of `tests/language`.
///
/// # Panics
/// When the compiler does, or says nothing of what it refuses.
pub fn policy(text: &str) {
    let mut files = language().clone();
    let mut diagnostics = Vec::new();
    let source = Source::new("fuzzed/policy.md", text);
    let policy = doc::policy(read::read(&source, &mut diagnostics), &mut diagnostics);
    let quoted: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('>')).collect();
    files.policies = vec![(policy, Source::new("fuzzed/source.txt", quoted.join("\n")))];
    compiled(files, diagnostics);
}

/// A file of facts, in the place of those of `tests/language`.
///
/// # Panics
/// When the compiler does, or says nothing of what it refuses.
pub fn facts(text: &str) {
    let mut files = language().clone();
    let mut diagnostics = Vec::new();
    let source: Arc<Source> = Source::new("facts/fuzzed.toml", text);
    files.facts = doc::file(&source, &mut diagnostics).map(|facts| (source, facts)).into_iter().collect();
    compiled(files, diagnostics);
}

/// A data pack; one that is taken can be assessed and packed again.
///
/// # Panics
/// When the decoder does, or takes what it cannot give back.
pub fn pack(bytes: &[u8]) {
    match decode(bytes) {
        Ok(library) => {
            assessed(&library);
            assert!(encode(&library).is_ok(), "what was taken cannot be packed again");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// A text of answers; what is taken can be assessed, written, and read again.
///
/// # Panics
/// When reading does, or takes what it cannot give back.
pub fn answers(text: &str) {
    let Ok(raw) = serde_json::from_str::<Raw>(text) else { return };
    match json::read(library(), &raw) {
        Ok(answers) => can_be_given_back(&answers),
        Err(errors) => complaints(&errors),
    }
}

/// The text of a saved file or of a link.
///
/// # Panics
/// When reading does, or takes what it cannot give back.
pub fn kept(text: &str) {
    if !can_be_parsed(text) {
        return;
    }
    let Ok(Raw::Object(entries)) = serde_json::from_str::<Raw>(text) else { return };
    let entry = |name: &str| entries.iter().find(|(key, _)| key == name).map_or(&Raw::Null, |(_, value)| value);
    match saved(library(), entry("form"), entry("answers")) {
        Ok(answers) => can_be_given_back(&answers),
        Err(SavedError::Answers(errors)) => complaints(&errors),
        Err(SavedError::NotOurs | SavedError::OtherForm(_)) => {}
    }
}

fn language() -> &'static Written {
    static FILES: OnceLock<Written> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut diagnostics = Vec::new();
        let files = read_folder(&repository().join("tests/language"), &mut diagnostics).expect("the folder can be read");
        assert!(diagnostics.is_empty());
        files
    })
}

fn compiled(files: Written, mut diagnostics: Vec<Diagnostic>) {
    let policies = resolve::resolve(files, &mut diagnostics);
    if diagnostics.is_empty() {
        diagnostics = check::check(&policies);
        assessed(&policies.library);
    }
    for one in diagnostics {
        assert!(!one.message.is_empty() && one.render().contains(&one.source.name), "{one:?}");
    }
}

fn assessed(library: &Library) {
    let assessment = assess(library, &Answers::default(), day("2026-11-21"), |_| true);
    assert_eq!(assessment.documents.len(), library.documents.len());
}

fn complaints(errors: &[json::AnswerError]) {
    assert!(!errors.is_empty() && errors.iter().all(|error| !error.to_string().is_empty()));
}

fn can_be_given_back(answers: &Answers) {
    assert!(!printed(library(), answers, day("2026-11-21")).is_empty());
    let again = crate::library::read(library(), &written(library(), answers));
    assert_eq!(again.as_ref(), Ok(answers));
}
