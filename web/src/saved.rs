//! The saved file: what makes a text one, and what to say of one that cannot be used.

use mingbai_core::answers::Answer;
use mingbai_core::fact::{FactKind, Text};
use mingbai_core::json::{AnswerError, FORM, Raw, read};
use mingbai_core::{Answers, Library};

use crate::flow::{Regions, offered};
use crate::text::Lang;
use crate::text::results::results;

/// The longest file taken, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// The deepest nesting of a saved file; deeper texts are not even parsed.
const MAX_DEPTH: usize = 32;

/// So many complaints about a file are shown.
const MAX_COMPLAINTS: usize = 3;

/// Whether a text is short and shallow enough to be parsed.
#[must_use]
pub fn can_be_parsed(text: &str) -> bool {
    text.len() <= MAX_BYTES && depth(text) <= MAX_DEPTH
}

/// The answers in a saved file, from its entries `form` and `answers`; the rest of it is not read.
///
/// # Errors
/// In both languages, what is wrong with the file.
pub fn answers(library: &Library, form: &Raw, answers: &Raw) -> Result<Answers, Text> {
    match form {
        Raw::Integer(form) if *form == u64::from(FORM) => read(library, answers).map_err(|errors| complaints(library, &errors)),
        Raw::Integer(form) => Err(other_version(*form)),
        _ => Err(not_ours()),
    }
}

/// The regions of the documents a saved file assessed; where it names none, those of registration, or all.
#[must_use]
pub fn regions(library: &Library, answers: &Answers, documents: &[String]) -> Regions {
    let all = offered(library).fold(0, |all, region| all | Regions::of(region).0);
    let named = library.documents.iter().filter(|document| documents.contains(&document.id));
    let named = named.fold(0, |named, document| named | Regions::of(document.region).0);
    let registered = match library.registered_in.and_then(|fact| answers.get(fact)) {
        Some(Answer::Choices(bits)) => bits & all,
        _ => 0,
    };
    Regions([named, registered].into_iter().find(|regions| *regions != 0).unwrap_or(all))
}

/// What to say of a file that is no saved file at all.
#[must_use]
pub fn not_ours() -> Text {
    Text {
        zh: "这个文件不是从本页保存的，或者已经损坏。您原来填写的内容没有变。".to_owned(),
        en: "it was not saved from this page, or it is damaged. What you entered before is unchanged.".to_owned(),
    }
}

fn other_version(form: u64) -> Text {
    Text {
        zh: format!("这个文件是第{form}版格式，本页只能读第{FORM}版。您原来填写的内容没有变。"),
        en: format!("its form is version {form}, and this page reads version {FORM}. What you entered before is unchanged."),
    }
}

fn complaints(library: &Library, errors: &[AnswerError]) -> Text {
    let all = |lang: Lang| {
        let told = errors.iter().take(MAX_COMPLAINTS).map(|error| {
            let problem = error.problem.text();
            let label = label(library, &error.field, lang);
            format!("{label}{}{}", results(lang).colon, lang.of(&problem))
        });
        told.collect::<Vec<_>>().join("；").trim_start_matches(results(lang).colon).to_owned()
    };
    Text {
        zh: format!("{}。您原来填写的内容没有变。", all(Lang::Zh)),
        en: format!("{}. What you entered before is unchanged.", all(Lang::En)),
    }
}

/// A field such as `exhibitions[2].booth` as the page calls it: `参加展会 第3行 展位费`. What the page does not know keeps its name.
fn label(library: &Library, field: &str, lang: Lang) -> String {
    let mut asked: Option<&FactKind> = None;
    let parts = field.split(['.', '[']).map(|part| {
        if let Some(row) = part.strip_suffix(']').and_then(|row| row.parse::<usize>().ok()) {
            return (results(lang).rows.row)(row.saturating_add(1));
        }
        let found = match asked {
            None => library.facts.iter().find(|fact| fact.name == part).map(|fact| (&fact.wording, &fact.kind)),
            Some(kind) => kind
                .list()
                .and_then(|list| list.columns.iter().find(|column| column.name == part))
                .map(|column| (&column.wording, &column.kind)),
        };
        asked = found.map(|(_, kind)| kind);
        found.map_or_else(|| part.to_owned(), |(wording, _)| lang.of(&wording.short).to_owned())
    });
    parts.collect::<Vec<_>>().join(" ")
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
    use mingbai_core::Library;
    use mingbai_core::json::Raw;

    use super::{MAX_BYTES, answers, can_be_parsed};
    use crate::view_model::tests::library::library;

    #[test]
    fn a_file_of_this_form_is_read() {
        assert!(answers(&Library::default(), &Raw::Integer(1), &Raw::Object(Vec::new())).is_ok());
    }

    #[test]
    fn other_files_are_refused_with_a_reason_in_both_languages() {
        let stray = Raw::Object(vec![("nobody".to_owned(), Raw::Bool(true))]);
        for (form, refused, reason) in [
            (Raw::Null, Raw::Object(Vec::new()), "不是从本页保存的"),
            (Raw::Integer(2), Raw::Object(Vec::new()), "第2版"),
            (Raw::Integer(1), Raw::Null, "没有变"),
            (Raw::Integer(1), stray, "nobody"),
        ] {
            let text = answers(&Library::default(), &form, &refused).unwrap_err();
            assert!(text.zh.contains(reason), "{}", text.zh);
            assert!(text.en.contains("unchanged"), "{}", text.en);
        }
    }

    #[test]
    fn a_complaint_calls_the_field_as_the_page_does() {
        let library = library();
        let row = |name: &str| Raw::Object(vec![(name.to_owned(), Raw::Bool(true))]);
        let shows = Raw::Object(vec![("shows".to_owned(), Raw::Array(vec![Raw::Object(Vec::new()), row("booth")]))]);
        let text = answers(&library, &Raw::Integer(1), &shows).unwrap_err();
        assert!(text.zh.starts_with("参加展会 第2行 展位费："), "{}", text.zh);
        assert!(text.en.starts_with("Exhibitions Row 2 Booth: "), "{}", text.en);
        let premium = Raw::Object(vec![("premium".to_owned(), Raw::Text("3美元".to_owned()))]);
        assert!(answers(&library, &Raw::Integer(1), &premium).unwrap_err().zh.starts_with("保费："));
    }

    #[test]
    fn a_text_that_would_nest_without_end_is_not_parsed() {
        assert!(can_be_parsed(r#"{"a": ["[[[[[[[[[[[[[[[[[[[[[[[[[", "\"[[[[[[[[[[[[[[[[[[[["]}"#));
        assert!(!can_be_parsed(&"[".repeat(33)));
        assert!(!can_be_parsed(&" ".repeat(MAX_BYTES + 1)));
    }
}
