//! What a card says outside its fold of why it is 待认定, and what comes to exactly nothing.

use mingbai_core::answers::Answer;
use mingbai_core::expression::{Condition, CountryListId, Listed, Place, Sign};
use mingbai_core::fact::{ColumnId, FactKind};
use mingbai_core::library::{CountryList, Member, Pays};
use mingbai_core::measure::Outcome;

use super::library::{ADS, FEES, SHOWS, TURNOVER, compare, day, library, place, text, yuan};
use super::{amount, card, cards, fee, row, rows, shown, shown_by, trader, with};
use crate::text::Lang;
use crate::view_model::DocumentShown;

#[test]
fn the_reading_that_would_deny_a_measure_is_told_in_its_own_words_and_no_other() {
    let mut library = library();
    library.documents[0].measures[0].readings[0].when = Some(compare(place(TURNOVER), Sign::AtLeast, yuan(2_000_000)));
    let summary = |answers| card(&shown_by(&library, &answers, "2026-11-21", Lang::Zh), "ads").summary;
    assert_eq!(summary(trader()), ["条文有不同的理解，以主管部门的解释为准。", "按另一种理解，不符合：不封顶"]);
    let above = summary(with(TURNOVER, Some(amount("2000000"))));
    assert!(above.iter().all(|told| !told.contains("另一种理解")), "{above:?}");
}

/// The fee of each row counts in the countries of a list, on which the country entered may stand or not.
fn in_doubt(countries: &[u16]) -> DocumentShown {
    let mut library = library();
    library.countries = vec![text("意大利", "Italy"), text("越南", "Vietnam")];
    let member = |country, certain| Member { country, from: None, until: None, certain };
    library.country_lists = vec![CountryList {
        id: "partners".to_owned(),
        title: text("伙伴国家", "Partners"),
        source: String::new(),
        checked: day("2026-11-21"),
        members: vec![member(0, false), member(1, true)],
    }];
    let FactKind::List(list) = &mut library.facts[usize::from(SHOWS.0)].kind else { unreachable!() };
    list.columns[0].kind = FactKind::Country;
    list.columns[0].wording.short = text("国家", "Country");
    let held = Listed { country: Place::Column(ColumnId(0)), list: CountryListId(0), on: Place::Column(ColumnId(1)) };
    let Pays::Amount(pays, _) = &mut library.documents[0].measures[2].pays else { unreachable!() };
    set_filter(pays, Condition::Listed(Box::new(held)));
    let booth = |country: &u16| {
        row(&[Some(Answer::Country(*country)), Some(Answer::Date(day("2026-03-01"))), Some(amount("10000")), Some(amount("0"))])
    };
    let shows: Vec<_> = countries.iter().map(booth).collect();
    shown_by(&library, &with(SHOWS, Some(rows(&shows))), "2026-11-21", Lang::Zh)
}

fn set_filter(pays: &mut mingbai_core::expression::Amount, filter: Condition) {
    use mingbai_core::expression::Amount::{Total, UpTo};
    match pays {
        UpTo(inner, _) => set_filter(inner, filter),
        Total(total) => total.filter = Some(filter),
        _ => unreachable!("a total"),
    }
}

#[test]
fn a_country_in_doubt_is_named_with_its_list_once_and_one_that_stands_on_it_is_not() {
    let told = "国家：要求是“伙伴国家”，您填“意大利”，该国是否属于“伙伴国家”，以申报当年的官方名单为准";
    let review = card(&in_doubt(&[0, 0]), "shows");
    assert_eq!(
        (review.outcome, review.summary.iter().filter(|one| *one == told).count()),
        (Outcome::SubjectToReview, 1),
        "{:?}",
        review.summary
    );
    let sure = card(&in_doubt(&[1]), "shows");
    assert!(sure.summary.iter().all(|one| !one.contains("名单")), "{:?}", sure.summary);
}

/// 30% × (0 + 0) is 0元, which is still met; exhibitions and the premium do bring money.
#[test]
fn what_comes_to_nothing_says_so_and_stands_after_what_brings_money() {
    let mut answers = with(ADS, Some(amount("0")));
    answers.set(FEES, Some(rows(&[fee("0", false)])));
    let document = shown(&answers);
    let qualifying = document.groups.iter().find(|group| group.outcome == Outcome::Qualifies).unwrap();
    let order: Vec<&str> = qualifying.clauses.iter().flat_map(|clause| &clause.cards).map(|card| card.id.as_str()).collect();
    assert_eq!(order, ["shows", "premium", "ads"]);
    let nothing = |card: &super::Card| card.summary.iter().any(|told| told.contains("算下来是0元"));
    let told: Vec<String> = cards(&document).into_iter().filter(|card| nothing(card)).map(|card| card.id.clone()).collect();
    assert_eq!(told, ["ads"]);
    assert_eq!(card(&document, "ads").amount.unwrap().text, "0元");
}
