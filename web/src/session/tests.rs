mod dollars;
mod library;
mod preset;
mod regions;
mod shops;
mod undo;

use std::rc::Rc;

use mingbai_core::Date;
use mingbai_core::answers::Answer;
use mingbai_core::fact::FactId;
use mingbai_core::interval::Interval;
use mingbai_core::measure::Outcome;
use rust_decimal::Decimal;

use self::library::{AD_COST, APPLICANT, COST, EXPORTER, FEES, HAS_SITE, REGION, SITE_COST, TURNOVER};
use super::{Action, Field, Focus, Problem, Session};
use crate::clock::Today;
use crate::flow::Page;
use crate::input::{Doubt, InputError};
use crate::text::Lang;

/// Where the fees are listed.
const LIST: Field = Field::fact(FEES);

fn session() -> Session {
    let today = Today::of(Date::new(2026, 11, 21).unwrap(), None);
    Session::new(Rc::new(library::library()), today, Lang::Zh)
}

fn firm() -> Session {
    let mut session = session();
    session.apply(Action::ChooseRegion(0));
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::Choices(1))));
    session.apply(Action::Choose(Field::fact(REGION), Some(Answer::Choices(1))));
    session
}

fn typed(session: &mut Session, fact: FactId, text: &str) {
    session.apply(Action::Type(Field::fact(fact), text.to_owned()));
}

fn yuan(value: i64) -> Answer {
    Answer::Quantity(Interval::point(value.into()))
}

fn outcome(session: &Session) -> Outcome {
    session.assessment().documents[0].measures[0].outcome
}

fn row_with_cost(session: &mut Session, cost: &str) -> super::RowKey {
    session.apply(Action::AddRow(LIST));
    let key = *session.row_keys(LIST).last().unwrap();
    session.apply(Action::Type(LIST.cell(key, COST), cost.to_owned()));
    key
}

#[test]
fn a_firm_is_led_from_the_applicant_to_its_result() {
    let mut session = firm();
    assert_eq!(session.page(), Page::Questions(0));
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(1));
    typed(&mut session, TURNOVER, "１２０万");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(2));
    typed(&mut session, AD_COST, "40万元");
    row_with_cost(&mut session, "10万");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Result);
    assert_eq!(outcome(&session), Outcome::Qualifies);
    let estimate = session.assessment().documents[0].measures[0].estimate.unwrap();
    assert_eq!(estimate.most.value(), Some(Decimal::from(150_000)));
}

#[test]
fn a_firm_below_the_line_is_not_asked_for_its_costs() {
    let mut session = firm();
    session.apply(Action::GoOn);
    typed(&mut session, TURNOVER, "999999元");
    session.apply(Action::Settle(Field::fact(TURNOVER)));
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    assert_eq!(outcome(&session), Outcome::DoesNotQualify);
}

#[test]
fn nothing_is_said_before_it_is_known_who_applies() {
    let mut session = session();
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(0));
    let missing = [Field::REGIONS, Field::fact(APPLICANT), Field::fact(REGION)].map(|field| (field, Problem::Missing));
    assert_eq!(session.problems(), missing);
    assert_eq!(session.focus().1, Focus::Errors);
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::NotSure)));
    session.apply(Action::ChooseRegion(0));
    assert_eq!(session.problems(), [(Field::fact(REGION), Problem::Missing)]);
}

#[test]
fn not_sure_and_left_open_are_not_asked_again() {
    let mut session = firm();
    session.apply(Action::GoOn);
    session.apply(Action::Choose(Field::fact(TURNOVER), Some(Answer::NotSure)));
    session.apply(Action::GoOn);
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    assert_eq!(session.new_questions(), 0);
}

/// The costs on page 2 wait behind the trade of page 1; the site on page 3 decides an amount without an upper end.
#[test]
fn from_the_check_one_goes_to_the_question_that_settles_most() {
    let mut session = firm();
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::Choices(3))));
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(1));
    session.apply(Action::Go(Page::Check));
    session.apply(Action::GoToNew);
    assert_eq!(session.page(), Page::Questions(3));
}

#[test]
fn a_question_does_not_vanish_while_one_types() {
    let mut session = firm();
    session.apply(Action::GoOn);
    session.apply(Action::GoOn);
    typed(&mut session, TURNOVER, "100万");
    typed(&mut session, AD_COST, "500万");
    assert!(session.shown().contains(FEES), "the amount at its cap needs no fees, but 500万 may be half of what is typed");
    session.apply(Action::Choose(Field::fact(EXPORTER), Some(Answer::YesNo(false))));
    assert!(!session.shown().contains(FEES), "what is chosen is meant");
}

fn bank() -> Session {
    let mut session = firm();
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::Choices(2))));
    session.apply(Action::GoOn);
    session
}

#[test]
fn who_has_none_is_not_asked_how_large_it_is() {
    let mut session = bank();
    assert_eq!((session.page(), session.questions_left()), (Page::Questions(3), 2));
    assert!(session.shown().contains(HAS_SITE) && !session.shown().contains(SITE_COST));
    session.apply(Action::Choose(Field::fact(HAS_SITE), Some(Answer::YesNo(true))));
    assert!(session.shown().contains(SITE_COST));
    session.apply(Action::Choose(Field::fact(HAS_SITE), Some(Answer::YesNo(false))));
    assert!(!session.shown().contains(SITE_COST));
    session.apply(Action::GoOn);
    assert_eq!((session.page(), session.asked()), (Page::Check, vec![APPLICANT, REGION, HAS_SITE]));
}

#[test]
fn a_gate_left_open_or_not_known_does_not_hold_one_up() {
    let mut session = bank();
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    session.apply(Action::Edit(SITE_COST));
    assert!(session.shown().contains(SITE_COST), "a result may lead straight to it");
    session.apply(Action::Choose(Field::fact(HAS_SITE), Some(Answer::NotSure)));
    assert!(session.shown().contains(SITE_COST));
}

#[test]
fn an_answer_changed_from_the_check_leads_back_to_it() {
    let mut session = firm();
    session.apply(Action::GoOn);
    typed(&mut session, TURNOVER, "50万");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    session.apply(Action::Edit(APPLICANT));
    assert_eq!((session.page(), session.focus().1), (Page::Questions(0), Focus::Field(Field::fact(APPLICANT))));
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    session.apply(Action::Edit(TURNOVER));
    typed(&mut session, TURNOVER, "500万");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(2), "what this opens is asked first");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
    session.apply(Action::GoBack);
    assert_eq!(session.page(), Page::Questions(1), "back leads the way one first came");
}

#[test]
fn many_spellings_are_one_answer() {
    let mut session = firm();
    let assessed = |text: &str, session: &mut Session| {
        typed(session, TURNOVER, text);
        (Rc::clone(session.answers()), Rc::clone(session.assessment()))
    };
    let first = assessed("1200000", &mut session);
    for text in ["１２０万", "1,200,000", "120万元", "0.012亿元"] {
        assert_eq!(assessed(text, &mut session), first);
        assert_eq!(session.text(Field::fact(TURNOVER)), text);
    }
}

#[test]
fn a_text_that_cannot_be_read_is_kept_and_holds_one_back() {
    let mut session = firm();
    session.apply(Action::GoOn);
    typed(&mut session, TURNOVER, "很多");
    assert_eq!(session.problems(), [], "not while typing");
    session.apply(Action::GoOn);
    let field = Field::fact(TURNOVER);
    assert!(matches!(session.problem(field), Some(Problem::Input(InputError::Quantity(_)))));
    assert_eq!((session.page(), session.text(field)), (Page::Questions(1), "很多".to_owned()));
    assert_eq!(session.answers().get(TURNOVER), None);
    typed(&mut session, TURNOVER, "100万");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(2));
}

#[test]
fn a_mistaken_unit_is_asked_about_once() {
    let mut session = firm();
    session.apply(Action::GoOn);
    let field = Field::fact(TURNOVER);
    typed(&mut session, TURNOVER, "5000");
    assert_eq!(session.doubt(field), None, "not while typing");
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Questions(1), "the question has to be seen");
    assert_eq!(session.doubt(field), Some(Doubt::Unit(50_000_000.into())));
    session.apply(Action::Confirm(field));
    assert_eq!(session.doubt(field), None);
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
}

#[test]
fn clearing_an_answer_gives_back_what_was_before() {
    let mut session = firm();
    let before = (Rc::clone(session.answers()), Rc::clone(session.assessment()));
    typed(&mut session, TURNOVER, "120万");
    session.apply(Action::Choose(Field::fact(EXPORTER), Some(Answer::YesNo(true))));
    assert_ne!(session.assessment(), &before.1);
    typed(&mut session, TURNOVER, "");
    session.apply(Action::Choose(Field::fact(EXPORTER), None));
    assert_eq!((Rc::clone(session.answers()), Rc::clone(session.assessment())), before);
}

#[test]
fn a_slip_in_a_question_that_has_gone_holds_nobody_back() {
    let mut session = bank();
    session.apply(Action::Choose(Field::fact(HAS_SITE), Some(Answer::YesNo(true))));
    typed(&mut session, SITE_COST, "abc");
    session.apply(Action::Choose(Field::fact(HAS_SITE), Some(Answer::YesNo(false))));
    session.apply(Action::GoOn);
    assert_eq!(session.page(), Page::Check);
}

#[test]
fn the_measures_that_wait_for_a_question_are_named() {
    let mut session = firm();
    let titles = |session: &Session, fact| session.waiting_for(fact).iter().map(|(_, measure)| measure.id.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&session, TURNOVER), ["lhasa-02"]);
    typed(&mut session, TURNOVER, "120万");
    assert_eq!(titles(&session, TURNOVER), ["lhasa-02"], "also once it is answered");
}

#[test]
fn the_way_can_be_gone_back_in_one_go() {
    let mut session = firm();
    session.apply(Action::GoOn);
    session.apply(Action::GoOn);
    assert_eq!((session.page(), session.depth()), (Page::Questions(2), 2));
    session.apply(Action::GoBackTo(0));
    assert_eq!((session.page(), session.depth()), (Page::Questions(0), 0));
}

#[test]
fn another_day_is_another_assessment() {
    let mut session = firm();
    let day = Date::new(2028, 1, 1).unwrap();
    session.apply(Action::AsOf(Some(day)));
    assert_eq!((session.assessment().as_of, session.is_day_wrong()), (day, false));
    session.apply(Action::AsOf(None));
    assert_eq!((session.assessment().as_of, session.is_day_wrong()), (day, true), "the day stays");
    session.apply(Action::GoOn);
    assert!(!session.is_day_wrong(), "another page begins anew");
}

#[test]
fn measures_are_open_to_be_named_until_the_page_is_left() {
    let mut session = firm();
    let field = Field::fact(TURNOVER);
    assert!(!session.is_naming(field));
    session.apply(Action::Name(field));
    assert!(session.is_naming(field) && session.answer(field).is_none());
    session.apply(Action::GoOn);
    assert!(!session.is_naming(field));
}
