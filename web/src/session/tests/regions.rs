//! Regions chosen, and what follows for what is asked.

use std::rc::Rc;

use mingbai_core::answers::Answer;
use mingbai_core::{Date, Library};

use super::library::{APPLICANT, EXPORTER, FEES, HAS_SITE, REGION, TURNOVER, library};
use crate::clock::Today;
use crate::flow::{Regions, offered};
use crate::saved;
use crate::session::{Action, Field, Session};
use crate::text::Lang;

/// A second region, whose only measure is for exporters.
fn two_regions() -> Library {
    let mut library = library();
    let mut other = library.documents[0].clone();
    other.id = "other".to_owned();
    other.region = 1;
    other.measures.drain(..2);
    other.measures[0].applicants = 1;
    library.documents.push(other);
    library
}

fn session(regions: &[u8]) -> Session {
    let today = Today::of(Date::new(2026, 11, 21).unwrap(), None);
    let mut session = Session::new(Rc::new(two_regions()), today, Lang::Zh);
    for region in regions {
        session.apply(Action::ChooseRegion(*region));
    }
    session
}

fn assessed(session: &Session) -> Vec<u16> {
    session.assessment().documents.iter().map(|found| found.document).collect()
}

#[test]
fn only_the_documents_of_the_regions_chosen_are_assessed_and_asked_for() {
    assert!(assessed(&session(&[])).is_empty());
    assert_eq!(session(&[]).questions_left(), 0);
    assert_eq!(assessed(&session(&[1])), [1]);
    assert_eq!(assessed(&session(&[1, 0])), [0, 1]);
    assert_eq!(assessed(&session(&[1, 0, 1])), [0], "chosen twice is not chosen");
    let mut session = session(&[1]);
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::Choices(1))));
    session.apply(Action::Choose(Field::fact(REGION), Some(Answer::Choices(2))));
    session.apply(Action::GoOn);
    assert!(session.shown().contains(EXPORTER) && !session.shown().contains(TURNOVER));
    let asked = |session: &Session, fact| session.waiting_for(fact).len();
    assert_eq!((asked(&session, EXPORTER), asked(&session, HAS_SITE), asked(&session, FEES)), (1, 0, 0));
}

#[test]
fn side_by_side_the_firm_is_taken_to_be_registered_in_each_until_it_says_where() {
    let registered = |session: &Session| session.answers().get(REGION).cloned();
    let mut session = session(&[0]);
    assert_eq!((registered(&session), session.assumes_local()), (None, false), "one region: it is asked");
    session.apply(Action::ChooseRegion(1));
    assert_eq!((registered(&session), session.assumes_local()), (Some(Answer::Choices(3)), true));
    session.apply(Action::ChooseRegion(1));
    assert_eq!((registered(&session), session.assumes_local()), (None, false));
    session.apply(Action::Choose(Field::fact(REGION), Some(Answer::Choices(2))));
    session.apply(Action::ChooseRegion(1));
    assert_eq!((registered(&session), session.assumes_local()), (Some(Answer::Choices(2)), false), "what was said stays");
}

#[test]
fn kinds_of_applicant_are_those_the_documents_chosen_speak_of() {
    let library = two_regions();
    assert_eq!(Regions::of(1).applicants(&library), 1);
    assert_eq!(Regions::of(0).applicants(&library), 3);
    assert_eq!(Regions::default().applicants(&library), 3);
    assert_eq!(offered(&library).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(offered(&super::library::library()).collect::<Vec<_>>(), [0], "a region without documents is not offered");
}

#[test]
fn a_saved_file_brings_its_regions_back() {
    let library = two_regions();
    let mut session = session(&[]);
    let regions = |session: &Session, ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        saved::regions(&library, session.answers(), &ids)
    };
    assert_eq!(regions(&session, &["other", "gone"]), Regions::of(1));
    assert_eq!(regions(&session, &[]), Regions(3), "nothing said: all");
    session.apply(Action::Choose(Field::fact(REGION), Some(Answer::Choices(1))));
    assert_eq!(regions(&session, &[]), Regions::of(0), "those of registration");
}
