use std::rc::Rc;

use mingbai_core::Date;
use mingbai_core::answers::Answer;
use mingbai_core::expression::{Amount, Comparison, Condition, Place, Sign};
use mingbai_core::fact::{FactKind, Quantity, Text};
use mingbai_core::interval::Interval;
use mingbai_core::library::UsdRate;
use mingbai_core::quantity::{QuantityError, Unit};
use rust_decimal::Decimal;

use super::library::{AD_COST, COST, FEES, TURNOVER, library};
use super::{Action, Field, LIST, Session};
use crate::clock::Today;
use crate::input::InputError;
use crate::session::NoDollars;
use crate::text::Lang;

const SPENT: Field = Field::fact(AD_COST);

fn range(low: &str, high: &str) -> Interval {
    Interval { low: low.parse().unwrap(), high: Some(high.parse().unwrap()) }
}

/// Advertising is asked in dollars, and must be above 300万美元 for the second measure; a dollar is worth 7 to 8 yuan.
fn session() -> Session {
    let mut library = library();
    let dollars = FactKind::Quantity(Quantity { unit: Unit::Dollar, plausible: None, most: None });
    library.facts[usize::from(AD_COST.0)].kind = dollars.clone();
    let line = Amount::Literal(3_000_000.into(), Unit::Dollar);
    let compared = Comparison { left: Amount::Place(Place::Fact(AD_COST)), sign: Sign::MoreThan, right: line };
    library.documents[0].measures[1].when = Some(Condition::Compare(Box::new(compared)));
    if let FactKind::List(list) = &mut library.facts[usize::from(FEES.0)].kind {
        list.columns[usize::from(COST.0)].kind = dollars;
    }
    let checked = Date::new(2026, 11, 21).unwrap();
    library.usd_rate = Some(UsdRate { yuan: range("7", "8"), source: Text::default(), checked });
    let mut session = Session::new(Rc::new(library), Today::of(checked, None), Lang::Zh);
    session.apply(Action::ChooseRegion(0));
    session
}

fn yuan(session: &mut Session, field: Field, text: &str) {
    session.apply(Action::TypeYuan(field, text.to_owned()));
}

/// 2,240万 ÷ 8 = 280万, ÷ 7 = 320万.
#[test]
fn renminbi_are_a_range_of_dollars_and_become_an_answer_only_when_taken_over() {
    let mut session = session();
    assert_eq!(session.in_dollars(SPENT), Ok(None));
    yuan(&mut session, SPENT, "2240万");
    let found = session.in_dollars(SPENT).unwrap().unwrap();
    assert_eq!((found.range, found.lines), (range("2800000", "3200000"), vec![Decimal::from(3_000_000)]));
    assert_eq!(session.answer(SPENT), None, "dollars never silently come from renminbi");

    let text = crate::input::quantity_text(found.range, Unit::Dollar);
    session.apply(Action::Type(SPENT, text));
    assert_eq!(session.answer(SPENT), Some(&Answer::Quantity(range("2800000", "3200000"))));
}

/// 2,100万 ÷ 7 = 300万, which is not above it.
#[test]
fn a_range_beside_the_line_is_not_said_to_lie_across_it() {
    let mut session = session();
    yuan(&mut session, SPENT, "2100万");
    assert_eq!(session.in_dollars(SPENT).unwrap().unwrap().lines, []);
    yuan(&mut session, SPENT, "2100.01万");
    assert_eq!(session.in_dollars(SPENT).unwrap().unwrap().lines, [Decimal::from(3_000_000)]);
    session.apply(Action::ChooseRegion(0));
    assert_eq!(session.in_dollars(SPENT).unwrap().unwrap().lines, [], "only the documents of the regions count");
}

#[test]
fn the_rate_can_be_overwritten_and_stays_so_for_the_next_field() {
    let mut session = session();
    assert_eq!(session.rate_text(), "7元–8元");
    session.apply(Action::TypeRate("7.5".to_owned()));
    yuan(&mut session, SPENT, "75");
    assert_eq!(session.in_dollars(SPENT).unwrap().unwrap().range, range("10", "10"));
    session.apply(Action::AddRow(LIST));
    let cell = LIST.cell(session.row_keys(LIST)[0], COST);
    yuan(&mut session, cell, "15–30");
    assert_eq!(session.in_dollars(cell).unwrap().unwrap().range, range("2", "4"));
    assert_eq!(session.yuan_text(SPENT), "", "what was typed beside one field is not beside another");
    session.apply(Action::Clear);
    assert_eq!((session.rate_text().as_str(), session.yuan_text(cell)), ("7元–8元", ""));
}

#[test]
fn what_is_no_sum_and_no_rate_is_said() {
    let mut session = session();
    yuan(&mut session, SPENT, "很多");
    assert_eq!(session.in_dollars(SPENT), Err(NoDollars::Sum(InputError::Quantity(QuantityError::NotANumber))));
    yuan(&mut session, SPENT, "100");
    for rate in ["", "0", "0.14", "七", "7以上", "8–7", "700"] {
        session.apply(Action::TypeRate(rate.to_owned()));
        assert_eq!(session.in_dollars(SPENT), Err(NoDollars::Rate), "{rate}");
    }
    assert!(!session.yuan_settled());
    session.apply(Action::SettleYuan);
    assert!(session.yuan_settled());
    yuan(&mut session, SPENT, "10");
    assert!(!session.yuan_settled());
}

#[test]
fn a_rate_is_offered_for_dollars_alone() {
    let session = session();
    assert!(session.offered_rate(SPENT).is_some());
    assert!(session.offered_rate(Field::fact(TURNOVER)).is_none());
}
