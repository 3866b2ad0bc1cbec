//! Lists inside a row: rows of their own, with words and countries in them.

use mingbai_core::answers::Answer;
use mingbai_core::fact::ColumnId;

use super::library::{COST, SHOPS};
use super::{LIST, firm, row_with_cost};
use crate::input::InputError;
use crate::session::{Action, Field, Focus, Message, Problem, RowKey, Session};

const NAME: ColumnId = ColumnId(0);
const COUNTRY: ColumnId = ColumnId(1);

/// A fee with a shop of that name.
fn with_shop(name: &str) -> (Session, Field, RowKey) {
    let mut session = firm();
    let fee = row_with_cost(&mut session, "10万");
    let shops = LIST.cell(fee, SHOPS);
    session.apply(Action::AddRow(shops));
    let shop = session.row_keys(shops)[0];
    session.apply(Action::Type(shops.cell(shop, NAME), name.to_owned()));
    (session, shops, shop)
}

fn names(session: &Session, shops: Field) -> Vec<String> {
    session.row_keys(shops).iter().map(|shop| session.text(shops.cell(*shop, NAME))).collect()
}

#[test]
fn a_row_inside_a_row_is_an_answer_of_it() {
    let (session, shops, shop) = with_shop(" 速卖通 ");
    assert_eq!(session.answer(shops.cell(shop, NAME)), Some(&Answer::Text("速卖通".to_owned())));
    assert_eq!(shops.cell(shop, NAME).to_string(), format!("{shops}-row-{}-column-0", shop.0));
    let (fees, more) = session.answers().rows(LIST.fact);
    assert!(matches!(fees[0].get(SHOPS), Some(Answer::List(rows)) if rows.rows.len() == 1) && !more);
    assert!(fees[0].get(COST).is_some());
}

#[test]
fn a_row_inside_a_row_is_copied_and_removed_and_comes_back() {
    let (mut session, shops, shop) = with_shop("甲");
    session.apply(Action::CopyRow(shops, shop));
    let copy = session.row_keys(shops)[1];
    assert_eq!(session.focus().1, Focus::Field(shops.cell(copy, NAME)));
    session.apply(Action::Type(shops.cell(copy, NAME), "乙".to_owned()));
    assert_eq!(names(&session, shops), ["甲", "乙"]);
    session.apply(Action::RemoveRow(shops, shop));
    assert_eq!((names(&session, shops), session.focus().1), (vec!["乙".to_owned()], Focus::AddRow(shops)));
    session.apply(Action::Undo);
    assert_eq!(names(&session, shops), ["甲", "乙"]);
}

#[test]
fn a_row_comes_back_with_the_rows_inside_it() {
    let (mut session, shops, _) = with_shop("甲");
    let fee = shops.cell.unwrap().0;
    session.apply(Action::RemoveRow(LIST, fee));
    session.apply(Action::Undo);
    assert_eq!(names(&session, shops), ["甲"]);
}

#[test]
fn answers_from_a_file_have_their_inner_rows_too() {
    let (session, ..) = with_shop("甲");
    let mut other = firm();
    other.apply(Action::Load((**session.answers()).clone(), session.regions(), Message::Loaded));
    let fee = other.row_keys(LIST)[0];
    assert_eq!(names(&other, LIST.cell(fee, SHOPS)), ["甲"]);
}

#[test]
fn a_country_is_known_by_its_name_in_either_language_and_another_is_refused() {
    let (mut session, shops, shop) = with_shop("甲");
    let country = shops.cell(shop, COUNTRY);
    for name in ["越南", "vietnam", " Vietnam "] {
        session.apply(Action::Type(country, name.to_owned()));
        assert_eq!(session.answer(country), Some(&Answer::Country(1)), "{name}");
    }
    session.apply(Action::Type(country, "月球".to_owned()));
    session.apply(Action::CloseRow(LIST, shops.cell.unwrap().0));
    assert_eq!((session.answer(country), session.problem(country)), (None, Some(Problem::Input(InputError::NotACountry))));
    assert_eq!(session.focus().1, Focus::Field(country));
}

#[test]
fn a_column_that_no_document_speaks_of_is_not_asked_for() {
    let session = firm();
    assert_eq!(session.columns(LIST), [0, 1, 2, 3].map(ColumnId), "the fifth is for another region");
}
