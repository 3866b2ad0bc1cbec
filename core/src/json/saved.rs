//! Answers that were kept: in a saved file, which is an assessment, or in a link, which names the documents instead.

use serde::Serialize;

use super::{AnswerError, FORM, Raw, Written, read, written};
use crate::answers::Answers;
use crate::library::{Document, Library};

/// The longest text taken, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// The deepest nesting of a saved file; deeper texts are not even parsed.
const MAX_DEPTH: usize = 32;

/// Why a text cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// It was not saved by us, or is damaged.
    NotOurs,
    /// It is of another version of the form.
    OtherForm(u64),
    /// Some answers are wrong.
    Answers(Vec<AnswerError>),
}

/// Whether a text is short and shallow enough to be parsed as JSON.
#[must_use]
pub fn can_be_parsed(text: &str) -> bool {
    text.len() <= MAX_BYTES && depth(text) <= MAX_DEPTH
}

/// The answers in a text that was kept, from its entries `form` and `answers`; the rest of it is not read.
///
/// # Errors
/// What is wrong with it.
pub fn saved(library: &Library, form: &Raw, answers: &Raw) -> Result<Answers, SavedError> {
    match form {
        Raw::Integer(form) if *form == u64::from(FORM) => read(library, answers).map_err(SavedError::Answers),
        Raw::Integer(form) => Err(SavedError::OtherForm(*form)),
        _ => Err(SavedError::NotOurs),
    }
}

/// What a link carries: as much of an assessment as is needed to make it again.
#[derive(Serialize)]
pub struct Link<'a> {
    form: u32,
    answers: Written<'a>,
    documents: Vec<LinkedDocument<'a>>,
}

#[derive(Serialize)]
struct LinkedDocument<'a> {
    id: &'a str,
}

/// The answers with the documents `chosen` picks, ready to be written into a link.
#[must_use]
pub fn link<'a>(library: &'a Library, answers: &'a Answers, chosen: impl Fn(&Document) -> bool) -> Link<'a> {
    let documents = library.documents.iter().filter(|document| chosen(document)).map(|document| LinkedDocument { id: &document.id });
    Link { form: FORM, answers: written(library, answers), documents: documents.collect() }
}

/// How deep the brackets of a JSON text nest.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth = depth.saturating_add(1);
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, SavedError, can_be_parsed, saved};
    use crate::Library;
    use crate::json::Raw;

    #[test]
    fn what_was_saved_in_this_form_is_read_and_nothing_else() {
        let library = Library::default();
        let empty = Raw::Object(Vec::new());
        assert!(saved(&library, &Raw::Integer(1), &empty).is_ok());
        assert_eq!(saved(&library, &Raw::Integer(2), &empty), Err(SavedError::OtherForm(2)));
        for form in [Raw::Null, Raw::OtherNumber, Raw::Text("1".to_owned())] {
            assert_eq!(saved(&library, &form, &empty), Err(SavedError::NotOurs));
        }
    }

    #[test]
    fn a_text_that_would_nest_without_end_is_not_parsed() {
        let brackets = "[".repeat(40);
        assert!(can_be_parsed(&format!(r#"{{"a": ["{brackets}", "\"{brackets}", "\\"]}}"#)));
        assert!(can_be_parsed(&format!("[{}{{}}]", "[],{},".repeat(40))));
        assert!(can_be_parsed(&"[".repeat(32)));
        assert!(!can_be_parsed(&"[".repeat(33)));
        assert!(!can_be_parsed(&format!(r#"["{}",{}"#, "]".repeat(40), "[".repeat(32))));
        assert!(!can_be_parsed(&" ".repeat(MAX_BYTES + 1)));
    }
}
