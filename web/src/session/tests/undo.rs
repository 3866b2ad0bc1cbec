//! Rows, files and clearing: what is taken away can be brought back.

use std::rc::Rc;

use mingbai_core::Answers;
use mingbai_core::answers::{Answer, Rows};
use mingbai_core::fact::ColumnId;

use super::library::{AD_COST, APPLICANT, COST, FEES, TURNOVER};
use super::{LIST, firm, row_with_cost, typed, yuan};
use crate::flow::{Page, Regions};
use crate::session::{Action, Field, Focus, Message, Removed, Spot};

#[test]
fn a_removed_row_comes_back_as_it_was() {
    let mut session = firm();
    typed(&mut session, TURNOVER, "120万");
    let (first, second) = (row_with_cost(&mut session, "10万"), row_with_cost(&mut session, "20万元"));
    let before = (Rc::clone(session.answers()), Rc::clone(session.assessment()));
    session.apply(Action::RemoveRow(LIST, first));
    assert_ne!(session.assessment(), &before.1);
    assert_eq!((session.removed(), session.focus().1), (Some(Removed::Row(LIST)), Focus::AddRow(LIST)));
    session.apply(Action::RemoveRow(LIST, second));
    assert_eq!(session.answers().get(FEES), None, "no rows left is not the same as none");
    session.apply(Action::Undo);
    session.apply(Action::Undo);
    assert_eq!((Rc::clone(session.answers()), Rc::clone(session.assessment())), before);
    assert_eq!(session.row_keys(LIST), [first, second]);
    assert_eq!(session.text(LIST.cell(first, COST)), "10万");
    assert_eq!(session.removed(), None);
}

#[test]
fn the_only_row_comes_back_with_the_word_that_there_are_others() {
    let mut session = firm();
    let key = row_with_cost(&mut session, "10万");
    session.apply(Action::SayMore(LIST, true));
    let before = Rc::clone(session.answers());
    session.apply(Action::RemoveRow(LIST, key));
    session.apply(Action::Undo);
    assert_eq!(session.answers(), &before);
}

#[test]
fn what_was_typed_elsewhere_survives_an_undo() {
    let mut session = firm();
    let first = row_with_cost(&mut session, "10万");
    session.apply(Action::RemoveRow(LIST, first));
    typed(&mut session, AD_COST, "40万");
    session.apply(Action::Undo);
    assert_eq!(session.answers().get(AD_COST), Some(&yuan(400_000)));
    assert_eq!(session.answers().rows(FEES).0.len(), 1);
}

#[test]
fn saying_none_over_rows_can_be_undone() {
    let mut session = firm();
    row_with_cost(&mut session, "10万");
    session.apply(Action::SayMore(LIST, true));
    let before = Rc::clone(session.answers());
    session.apply(Action::Choose(Field::fact(FEES), Some(Answer::List(Rows::default()))));
    assert_eq!(session.removed(), Some(Removed::Rows(LIST)));
    session.apply(Action::Undo);
    assert_eq!(session.answers(), &before);
}

#[test]
fn a_row_with_a_slip_stays_open() {
    let mut session = firm();
    let key = row_with_cost(&mut session, "abc");
    session.apply(Action::CloseRow(LIST, key));
    let field = LIST.cell(key, COST);
    assert!(session.is_open(key) && session.problem(field).is_some());
    session.apply(Action::Type(field, "10万".to_owned()));
    session.apply(Action::CloseRow(LIST, key));
    assert!(!session.is_open(key));
}

#[test]
fn clearing_everything_can_be_undone() {
    let mut session = firm();
    typed(&mut session, TURNOVER, "１２０万");
    row_with_cost(&mut session, "10万");
    let before = Rc::clone(session.answers());
    session.apply(Action::Clear);
    assert!(session.answers().is_empty() && !session.has_entries());
    assert_eq!((session.page(), session.removed()), (Page::Questions(0), Some(Removed::All)));
    session.apply(Action::Undo);
    assert_eq!((session.answers(), session.regions()), (&before, Regions::of(0)));
    assert_eq!(session.text(Field::fact(TURNOVER)), "１２０万");
    session.apply(Action::Clear);
    session.apply(Action::Choose(Field::fact(APPLICANT), Some(Answer::Choices(2))));
    assert_eq!(session.removed(), None, "an undo never overwrites what was entered since");
}

#[test]
fn a_file_is_taken_over_and_can_be_given_back() {
    let mut session = firm();
    let before = Rc::clone(session.answers());
    let mut saved = Answers::default();
    saved.set(APPLICANT, Some(Answer::Choices(1)));
    saved.set(TURNOVER, Some(yuan(1_200_000)));
    session.apply(Action::Load(saved.clone(), Regions::of(0), Message::Loaded));
    assert_eq!((session.page(), session.message(Spot::Top)), (Page::Check, Some(&Message::Loaded)));
    assert_eq!(**session.answers(), saved);
    assert_eq!(session.text(Field::fact(TURNOVER)), "120万元");
    session.apply(Action::Undo);
    assert_eq!(session.answers(), &before);
}

#[test]
fn a_bad_file_changes_nothing_but_the_message() {
    let mut session = firm();
    let before = session.clone();
    session.apply(Action::Tell(Spot::Foot, Message::NotLoaded(mingbai_core::fact::Text::default())));
    assert!(matches!(session.message(Spot::Foot), Some(Message::NotLoaded(_))));
    assert_eq!((session.answers(), session.page(), session.shown()), (before.answers(), before.page(), before.shown()));
}

#[test]
fn a_choice_in_a_row_is_kept_beside_the_texts() {
    let mut session = firm();
    let key = row_with_cost(&mut session, "10万");
    let outlet = LIST.cell(key, ColumnId(1));
    session.apply(Action::Choose(outlet, Some(Answer::YesNo(true))));
    assert_eq!(session.answer(outlet), Some(&Answer::YesNo(true)));
    session.apply(Action::Choose(outlet, None));
    assert_eq!(session.answer(outlet), None);
    assert_eq!(session.answer(LIST.cell(key, COST)), Some(&yuan(100_000)));
}

#[test]
fn what_was_saved_or_linked_is_told_where_it_was_asked_for_until_an_answer_changes() {
    let mut session = firm();
    for (action, at, message) in [
        (Action::Tell(Spot::Result, Message::Saved("a.json".to_owned())), Spot::Result, Message::Saved("a.json".to_owned())),
        (Action::Tell(Spot::Foot, Message::Linked), Spot::Foot, Message::Linked),
    ] {
        session.apply(action);
        let told = [Spot::Top, Spot::Result, Spot::Foot].map(|spot| session.message(spot).cloned());
        assert_eq!(told.into_iter().flatten().collect::<Vec<_>>(), [message]);
        assert!(session.message(at).is_some());
        session.apply(Action::Enlarge(true));
        assert!(session.message(at).is_some(), "the answers are those that were saved");
        typed(&mut session, TURNOVER, if at == Spot::Foot { "90万" } else { "80万" });
        assert_eq!(session.message(at), None);
    }
}

#[test]
fn an_address_that_cannot_be_used_is_told_at_the_head_where_the_keyboard_goes() {
    let mut session = firm();
    session.apply(Action::GoToField(Field::fact(TURNOVER)));
    session.apply(Action::Tell(Spot::Top, Message::NotLoaded(mingbai_core::fact::Text::default())));
    assert!(session.message(Spot::Top).is_some() && session.message(Spot::Foot).is_none());
    assert_eq!(session.focus().1, Focus::Heading);
}
