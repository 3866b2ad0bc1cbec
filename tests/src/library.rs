//! The real library, compiled from the policy files once, and the shortest ways to ask it.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use mingbai_core::json::{self, Raw};
use mingbai_core::library::{Combine, Document, Measure};
use mingbai_core::measure::Finding;
use mingbai_core::{Answers, Assessment, Date, Library, assess};
use serde_json::Value;

/// The top folder of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The library of a folder of policies, named from the top of the repository.
///
/// # Panics
/// When it cannot be read, or the compiler refuses it.
#[must_use]
pub fn compiled(folder: &str) -> Library {
    let (policies, refused) = mingbai_policies::load(&repository().join(folder)).expect("the folder can be read");
    let refused: String = refused.iter().map(mingbai_policies::Diagnostic::render).collect();
    assert!(refused.is_empty(), "{refused}");
    policies.library
}

/// The library of the policies folder.
///
/// # Panics
/// When the compiler refuses it.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| compiled("policies"))
}

/// The notice 拉政发〔2024〕17号.
///
/// # Panics
/// When it is not loaded.
#[must_use]
pub fn notice() -> &'static Document {
    library().document("lhasa-2024-17").expect("the notice is loaded")
}

/// The day of that text: `2026-11-21`.
///
/// # Panics
/// When there is no such day.
#[must_use]
pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("no day: {text}"))
}

/// Everything the rules give.
#[must_use]
pub fn assessed(library: &Library, answers: &Answers, as_of: Date) -> Assessment {
    assess(library, answers, as_of, |_| true)
}

/// What was found for a measure, with where the measure stands.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The place of its document in the library.
    pub document: u16,
    /// Its place in the document.
    pub place: u16,
    /// The measure.
    pub measure: &'static Measure,
    /// What was found.
    pub finding: &'a Finding,
}

impl Found<'_> {
    /// The combines of its document.
    #[must_use]
    pub fn combines(&self) -> &'static [Combine] {
        library().documents.get(usize::from(self.document)).map_or(&[], |document| &document.combines)
    }
}

/// What was found for every measure of every document assessed.
pub fn findings(assessment: &Assessment) -> impl Iterator<Item = Found<'_>> {
    assessment.documents.iter().flat_map(|found| {
        let measures = library().documents.get(usize::from(found.document)).map_or(&[][..], |document| &document.measures);
        let all = (0_u16..).zip(measures.iter().zip(&found.measures));
        all.map(|(place, (measure, finding))| Found { document: found.document, place, measure, finding })
    })
}

/// The assessment in the one JSON form, as it is printed.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn printed(library: &Library, answers: &Answers, as_of: Date) -> String {
    let assessment = assessed(library, answers, as_of);
    serde_json::to_string(&json::report(library, answers, &assessment)).expect("a report can be written")
}

/// The assessment in the one JSON form, read back.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn report(library: &Library, answers: &Answers, as_of: Date) -> Value {
    serde_json::from_str(&printed(library, answers, as_of)).expect("a report is JSON")
}

/// The answers as they are printed.
///
/// # Panics
/// When they cannot be written.
#[must_use]
pub fn written(library: &Library, answers: &Answers) -> String {
    serde_json::to_string(&json::written(library, answers)).expect("answers can be written")
}

/// The answers in a JSON text.
///
/// # Errors
/// Every complaint in one line each.
pub fn read(library: &Library, text: &str) -> Result<Answers, Vec<String>> {
    let raw: Raw = serde_json::from_str(text).map_err(|error| vec![error.to_string()])?;
    json::read(library, &raw).map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

/// The answers in a JSON text that is known to be right.
///
/// # Panics
/// When it is not.
#[must_use]
pub fn answers(text: &str) -> Answers {
    read(library(), text).unwrap_or_else(|errors| panic!("{}", errors.join("\n")))
}
