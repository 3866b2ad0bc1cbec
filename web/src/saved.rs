//! Saved files and links: whose regions they are of, and what to say of one that cannot be used.

use mingbai_core::answers::Answer;
use mingbai_core::fact::{FactKind, Text};
use mingbai_core::json::{AnswerError, FORM, SavedError};
use mingbai_core::{Answers, Library};

use crate::flow::{Regions, offered};
use crate::session::Message;
use crate::text::Lang;
use crate::text::results;

/// So many complaints about a file are shown.
const MAX_COMPLAINTS: usize = 3;

/// What to say of a file or link that cannot be used, in both languages.
#[must_use]
pub fn refusal(library: &Library, error: &SavedError) -> Text {
    match error {
        SavedError::NotOurs => not_ours(),
        SavedError::OtherForm(form) => other_form(*form),
        SavedError::Answers(errors) => complaints(library, errors),
    }
}

/// The regions of the documents a saved file or a link names; where it names none, those of registration, or all.
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

/// What to tell of a file or link that was taken over. A link does not name the rules it was made under.
#[must_use]
pub fn message(library: &Library, rules: Option<&str>) -> Message {
    if rules.is_some() && rules != library.fingerprint.as_deref() { Message::LoadedOfOtherRules } else { Message::Loaded }
}

fn not_ours() -> Text {
    Text {
        zh: "这个文件或链接不是从本页保存的，或者已经损坏。您原来填写的内容没有变。".to_owned(),
        en: "it was not saved from this page, or it is damaged. What you entered before is unchanged.".to_owned(),
    }
}

fn other_form(form: u64) -> Text {
    Text {
        zh: format!("它是第{form}版格式，本页只能读第{FORM}版。您原来填写的内容没有变。"),
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
            return results(lang).rows.row.with([&row.saturating_add(1).to_string()]);
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

#[cfg(test)]
mod tests {
    use mingbai_core::Library;
    use mingbai_core::fact::Text;
    use mingbai_core::json::{Raw, saved};

    use super::{Message, message, refusal};
    use crate::view_model::tests::library::library;

    fn refused(library: &Library, form: &Raw, answers: &Raw) -> Text {
        refusal(library, &saved(library, form, answers).unwrap_err())
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_a_reason_in_both_languages() {
        let stray = Raw::Object(vec![("nobody".to_owned(), Raw::Bool(true))]);
        for (form, answers, reason) in [
            (Raw::Null, Raw::Object(Vec::new()), "不是从本页保存的"),
            (Raw::Integer(2), Raw::Object(Vec::new()), "第2版"),
            (Raw::Integer(1), Raw::Null, "没有变"),
            (Raw::Integer(1), stray, "nobody"),
        ] {
            let text = refused(&Library::default(), &form, &answers);
            assert!(text.zh.contains(reason), "{}", text.zh);
            assert!(text.en.contains("unchanged"), "{}", text.en);
        }
    }

    #[test]
    fn a_file_of_other_rules_is_told_apart() {
        let library = Library { fingerprint: Some("0123".to_owned()), ..Library::default() };
        assert_eq!(message(&library, Some("0123")), Message::Loaded);
        assert_eq!(message(&library, Some("0124")), Message::LoadedOfOtherRules);
        assert_eq!(message(&library, None), Message::Loaded);
    }

    #[test]
    fn a_complaint_calls_the_field_as_the_page_does() {
        let library = library();
        let row = |name: &str| Raw::Object(vec![(name.to_owned(), Raw::Bool(true))]);
        let shows = Raw::Object(vec![("shows".to_owned(), Raw::Array(vec![Raw::Object(Vec::new()), row("booth")]))]);
        let text = refused(&library, &Raw::Integer(1), &shows);
        assert!(text.zh.starts_with("参加展会 第2行 展位费："), "{}", text.zh);
        assert!(text.en.starts_with("Exhibitions Row 2 Booth: "), "{}", text.en);
        let premium = Raw::Object(vec![("premium".to_owned(), Raw::Text("3美元".to_owned()))]);
        assert!(refused(&library, &Raw::Integer(1), &premium).zh.starts_with("保费："));
    }
}
