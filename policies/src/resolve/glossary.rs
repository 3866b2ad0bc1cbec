//! The words that are explained.

use mingbai_core::fact::Text;
use mingbai_core::library::Term;

use super::names::refuse_duplicates;
use crate::diagnostic::Diagnostic;
use crate::files::Written;

/// Resolves the terms of all files, in their order.
pub(super) fn glossary(written: &Written, diagnostics: &mut Vec<Diagnostic>) -> Vec<Term> {
    let all = || written.glossaries.iter().flat_map(|(source, doc)| doc.terms.iter().map(move |term| (source, doc, term)));
    refuse_duplicates("terms", all().map(|(source, _, term)| (source, &term.name)), diagnostics);
    for (source, _, term) in all().filter(|(_, _, term)| term.name.text.trim().is_empty()) {
        diagnostics.push(Diagnostic::new("glossary::empty", "a term has no name", source, term.name.span, "nothing is named"));
    }
    all()
        .map(|(_, doc, term)| Term {
            name: term.name.text.clone(),
            text: Text { zh: term.zh.0.clone(), en: term.en.0.clone() },
            source: term.source.as_ref().unwrap_or(&doc.source).0.clone(),
        })
        .collect()
}

/// The terms that stand in the words, as places, in the order of the glossary. Of terms that overlap the one that begins first
/// counts, then the longest: 公共海外仓 is no 海外仓. A term of letters or digits is no part of a longer run of them: 1210万元 is no 1210.
pub(super) fn terms_in(glossary: &[Term], words: &str) -> Vec<u16> {
    let mut found = vec![false; glossary.len()];
    let mut rest = words;
    let mut before = None;
    while let Some(next) = rest.chars().next() {
        let here = glossary.iter().enumerate().filter(|(_, term)| stands_here(&term.name, before, rest));
        let step = match here.max_by_key(|(_, term)| term.name.len()) {
            Some((place, term)) => {
                found.iter_mut().skip(place).take(1).for_each(|one| *one = true);
                term.name.len()
            }
            None => next.len_utf8(),
        };
        let (passed, left) = rest.split_at_checked(step).unwrap_or((rest, ""));
        before = passed.chars().next_back();
        rest = left;
    }
    (0_u16..).zip(found).filter_map(|(place, found)| found.then_some(place)).collect()
}

fn stands_here(name: &str, before: Option<char>, rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(name).filter(|_| !name.is_empty()) else { return false };
    let joins = |one: Option<char>, other: Option<char>| [one, other].iter().all(|c| c.is_some_and(|c| c.is_ascii_alphanumeric()));
    !joins(before, name.chars().next()) && !joins(name.chars().next_back(), after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::{Term, Text, terms_in};

    fn found(words: &str) -> Vec<&'static str> {
        const NAMES: [&str; 5] = ["海外仓", "公共海外仓", "1210", "B2B", "仓外"];
        let term = |name: &str| Term { name: name.to_owned(), text: Text::default(), source: String::new() };
        let glossary: Vec<Term> = NAMES.iter().map(|name| term(name)).collect();
        terms_in(&glossary, words).into_iter().map(|place| NAMES[usize::from(place)]).collect()
    }

    #[test]
    fn a_word_is_found_wherever_it_stands_and_told_once() {
        assert_eq!(found("租赁海外仓的，按海外仓面积"), ["海外仓"]);
        assert_eq!(found("B2B出口企业；9710、1210"), ["1210", "B2B"]);
        assert_eq!(found("没有"), [""; 0]);
    }

    #[test]
    fn a_longer_word_is_not_the_shorter_one_in_it() {
        assert_eq!(found("建设公共海外仓"), ["公共海外仓"]);
        assert_eq!(found("公共海外仓或者海外仓"), ["海外仓", "公共海外仓"]);
    }

    #[test]
    fn words_that_overlap_are_read_from_the_left() {
        assert_eq!(found("海外仓外"), ["海外仓"]);
    }

    #[test]
    fn digits_and_letters_are_words_only_by_themselves() {
        assert_eq!(found("按1210申报，共21210单"), ["1210"]);
        assert_eq!(found("共12100单，AB2B"), [""; 0]);
    }
}
