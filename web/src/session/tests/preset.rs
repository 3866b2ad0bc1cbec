//! What the page around asks for.

use std::rc::Rc;

use mingbai_core::Date;
use mingbai_core::answers::Answer;

use super::library::{AD_COST, APPLICANT, EXPORTER, FEES, HAS_SITE, REGION, TURNOVER, library};
use super::{session, typed};
use crate::flow::{Page, Regions};
use crate::session::{Action, Field, Preset, Removed, Session, preset};
use crate::text::Lang;

fn set(session: &mut Session, name: &str, value: &str) {
    session.apply(preset(session.library(), name, value).unwrap_or_else(|| panic!("{name}={value} is refused")));
}

#[test]
fn options_are_read_by_their_names_and_what_cannot_be_used_is_refused() {
    let library = library();
    let read = |name, value| preset(&library, name, value);
    assert_eq!(read("regions", " lhasa, "), Some(Action::Preset(Preset::Regions(Regions(1)))));
    assert_eq!(read("regions", ""), Some(Action::Preset(Preset::Regions(Regions(0)))));
    assert_eq!(read("regions", "lhasa elsewhere"), None, "a region without documents");
    assert_eq!(read("regions", "lhasa;"), None);
    assert_eq!(read("applicant", "bank,enterprise"), Some(Action::Preset(Preset::Applicant(3))));
    assert_eq!(read("applicant", "lhasa"), None);
    assert_eq!(read("measure", "lhasa-11"), Some(Action::Preset(Preset::Only(Some((0, 1))))));
    assert_eq!(read("measure", ""), Some(Action::Preset(Preset::Only(None))));
    assert_eq!(read("measure", "lhasa-1"), None);
    assert_eq!(read("as-of", "2025-06-30"), Some(Action::Preset(Preset::Day(Date::new(2025, 6, 30)))));
    assert_eq!(read("as-of", ""), Some(Action::Preset(Preset::Day(None))));
    assert_eq!(read("as-of", "2025-02-30"), None);
    assert_eq!(read("heading-level", "4"), Some(Action::Preset(Preset::HeadingLevel(4))));
    assert_eq!(read("heading-level", ""), Some(Action::Preset(Preset::HeadingLevel(1))));
    assert_eq!(read("heading-level", "5"), None);
    assert_eq!(read("text-size", "large"), Some(Action::Enlarge(true)));
    assert_eq!(read("text-size", ""), Some(Action::Enlarge(false)));
    assert_eq!(read("text-size", "huge"), None);
    assert_eq!(read("lang", "en-GB"), Some(Action::Speak(Lang::En)));
    assert_eq!(read("colour", "red"), None);
}

#[test]
fn regions_and_applicant_are_chosen_and_neither_page_nor_keyboard_moves() {
    let mut session = session();
    let (page, focus) = (session.page(), session.focus());
    set(&mut session, "regions", "lhasa");
    set(&mut session, "applicant", "bank");
    assert_eq!(session.regions(), Regions::of(0));
    assert_eq!(session.answers().get(APPLICANT), Some(&Answer::Choices(2)));
    assert_eq!((session.page(), session.focus()), (page, focus));
    set(&mut session, "regions", "");
    assert_eq!(session.regions(), Regions::of(0), "an option that is taken away takes nothing away");
}

#[test]
fn whatever_changes_the_answers_stay() {
    let mut session = session();
    typed(&mut session, TURNOVER, "120万");
    let before = Rc::clone(session.answers());
    for (name, value) in [("regions", "lhasa"), ("measure", "lhasa-02"), ("as-of", "2025-06-30"), ("measure", ""), ("heading-level", "3")] {
        set(&mut session, name, value);
        assert_eq!(session.answers(), &before, "{name}");
    }
    set(&mut session, "applicant", "enterprise");
    assert_eq!(session.text(Field::fact(TURNOVER)), "120万");
}

#[test]
fn what_is_asked_for_is_chosen_again_when_everything_was_cleared() {
    let mut session = session();
    set(&mut session, "regions", "lhasa");
    set(&mut session, "applicant", "enterprise");
    typed(&mut session, TURNOVER, "120万");
    session.apply(Action::Clear);
    assert_eq!((session.page(), session.regions()), (Page::Questions(0), Regions::of(0)));
    assert_eq!(session.answers().get(APPLICANT), Some(&Answer::Choices(1)));
    assert_eq!((session.answers().get(TURNOVER), session.removed()), (None, Some(Removed::All)));
    session.apply(Action::Undo);
    assert_eq!(session.text(Field::fact(TURNOVER)), "120万");
}

#[test]
fn of_an_only_measure_nothing_is_asked_that_others_wait_for() {
    let mut session = session();
    set(&mut session, "measure", "lhasa-04c");
    assert_eq!((session.regions(), session.page()), (Regions::of(0), Page::Questions(0)));
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::Choices(1))));
    session.apply(Action::Choose(Field::fact(REGION), Some(Answer::Choices(1))));
    session.apply(Action::GoOn);
    assert_eq!(session.shown().iter().collect::<Vec<_>>(), [EXPORTER]);
    session.apply(Action::Choose(Field::fact(EXPORTER), Some(Answer::YesNo(true))));
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    for fact in [TURNOVER, AD_COST, FEES, HAS_SITE] {
        assert!(!session.asked().contains(&fact));
    }
    session.apply(Action::Clear);
    assert_eq!((session.page(), session.regions()), (Page::Questions(0), Regions::of(0)));
    set(&mut session, "measure", "");
    assert!(session.questions_left() > 3);
}

#[test]
fn the_day_is_that_of_the_visitor_again_when_none_is_asked_for() {
    let mut session = session();
    set(&mut session, "as-of", "2025-06-30");
    assert_eq!(session.assessment().as_of, Date::new(2025, 6, 30).unwrap());
    set(&mut session, "as-of", "");
    assert_eq!(session.assessment().as_of, Date::new(2026, 11, 21).unwrap());
}
