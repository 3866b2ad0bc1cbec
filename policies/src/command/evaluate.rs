//! `policies evaluate`: files of answers in, one line of JSON out for each.

use std::fs;

use mingbai_core::date::Date;
use mingbai_core::json::{self, Raw};
use mingbai_core::library::Library;
use mingbai_core::{Answers, assess};
use mingbai_policies::Policies;

use super::{Done, Trouble, USAGE, known_document, take_flag, take_option};

/// Assesses each file as of a day, under all documents or one.
///
/// With `--advice`, instead what would have to change for the measures that are not met.
///
/// Nothing is printed as a result while anything is wrong with any file.
pub(super) fn run(policies: &Policies, mut arguments: Vec<String>) -> Result<Done, Trouble> {
    let as_of = take_option(&mut arguments, "--as-of")?.ok_or_else(|| Trouble::new(format!("--as-of is needed\n\n{USAGE}")))?;
    let as_of = Date::parse(&as_of).ok_or_else(|| Trouble::new(format!("--as-of {as_of}: not a day such as 2026-11-21")))?;
    let document = take_option(&mut arguments, "--document")?;
    let advice = take_flag(&mut arguments, "--advice");
    let library = &policies.library;
    known_document(library, document.as_deref())?;
    if let Some(option) = arguments.iter().find(|argument| argument.starts_with("--")) {
        return Err(Trouble::new(format!("`{option}` is not understood\n\n{USAGE}")));
    }
    if arguments.is_empty() {
        return Err(Trouble::new(format!("a file of answers is needed\n\n{USAGE}")));
    }
    let answers = read_all(library, &arguments)?;
    let lines = answers.iter().map(|answers| line(library, answers, as_of, document.as_deref(), advice)).collect::<Result<_, _>>()?;
    Ok(Done::fine(lines))
}

fn line(library: &Library, answers: &Answers, as_of: Date, document: Option<&str>, advice: bool) -> Result<String, Trouble> {
    let assessment = assess(library, answers, as_of, |one| document.is_none_or(|id| one.id == id));
    let text = if advice {
        serde_json::to_string(&json::advised(library, answers, &assessment))
    } else {
        serde_json::to_string(&json::report(library, answers, &assessment))
    };
    text.map(|text| text + "\n").map_err(|error| Trouble::new(error.to_string()))
}

/// The answers in the files, or every complaint about any of them.
fn read_all(library: &Library, files: &[String]) -> Result<Vec<Answers>, Trouble> {
    let mut all = Vec::new();
    let mut complaints = Vec::new();
    for file in files {
        match read(library, file) {
            Ok(answers) => all.push(answers),
            Err(found) => complaints.extend(found.into_iter().map(|complaint| format!("{file}: {complaint}"))),
        }
    }
    if complaints.is_empty() { Ok(all) } else { Err(Trouble::new(complaints.join("\n"))) }
}

fn read(library: &Library, file: &str) -> Result<Answers, Vec<String>> {
    let text = fs::read_to_string(file).map_err(|error| vec![error.to_string()])?;
    let raw: Raw = serde_json::from_str(&text).map_err(|error| vec![error.to_string()])?;
    json::read(library, &raw).map_err(|errors| errors.iter().map(ToString::to_string).collect())
}
