use mingbai_core::assess;
use mingbai_core::fact::Text;
use mingbai_core::library::Term;

use super::library::{day, library};
use super::{card, shown_by, trader};
use crate::text::Lang;
use crate::view_model::{Subject, documents, glossary};

fn term(name: &str) -> Term {
    let text = Text { zh: format!("{name}的意思"), en: format!("What {name} means") };
    Term { name: name.to_owned(), text, source: "通常理解".to_owned() }
}

#[test]
fn a_card_explains_the_words_of_its_clause_once_and_no_others() {
    let mut library = library();
    library.glossary = vec![term("海外仓"), term("B2B"), term("独立站")];
    library.documents[0].quotes[0].terms = vec![2, 0];
    library.documents[0].quotes[1].terms = vec![0, 1];
    library.documents[0].measures[0].quotes = (0, 2);
    library.documents[0].measures[1].quotes = (0, 1);
    let document = shown_by(&library, &trader(), "2026-11-21", Lang::En);
    let names = |id| card(&document, id).explained.iter().map(|term| term.name.clone()).collect::<Vec<_>>();
    assert_eq!(names("ads"), ["海外仓", "B2B", "独立站"]);
    assert_eq!(names("outlets"), ["海外仓", "独立站"]);
    assert_eq!(card(&document, "outlets").explained[0].meaning, "What 海外仓 means");
}

#[test]
fn the_whole_list_holds_every_word_with_its_source() {
    let mut library = library();
    library.glossary = vec![term("海外仓"), term("B2B")];
    let answers = trader();
    let assessment = assess(&library, &answers, day("2026-11-21"), |_| true);
    let all = glossary(Subject { library: &library, answers: &answers, assessment: &assessment, lang: Lang::Zh, only: None });
    assert_eq!(
        all.iter().map(|term| (term.name.as_str(), term.source.as_str())).collect::<Vec<_>>(),
        [("海外仓", "通常理解"), ("B2B", "通常理解")]
    );
}

#[test]
fn sums_that_are_wider_than_they_need_be_say_so() {
    let (library, answers) = (library(), trader());
    let mut assessment = assess(&library, &answers, day("2026-11-21"), |_| true);
    let mut wide = |on| {
        assessment.documents[0].sums.wide = on;
        documents(Subject { library: &library, answers: &answers, assessment: &assessment, lang: Lang::Zh, only: None })[0].wide
    };
    assert_eq!(wide(false), None);
    assert!(wide(true).is_some_and(|told| told.contains("更宽")));
}
