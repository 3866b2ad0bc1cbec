use mingbai_core::Library;
use mingbai_core::library::{Combine, CombineRule};

use super::library::{SHOWS, TURNOVER, library, yuan};
use super::{amount, card, rows, show, shown, shown_by, trader, with};
use crate::text::Lang;

/// 2025: 10万 + 10万 + 70% × 5万 = 23.5万, kept at 20万; 2026: 70% × 10万 = 7万.
#[test]
fn each_calendar_year_is_shown_before_and_after_its_cap() {
    let events = ["2025-03-01", "2025-06-01"].map(|date| show(0, date, "200000", "0"));
    let more = [show(0, "2026-03-01", "100000", "0"), show(0, "2025-09-01", "50000", "0")];
    let shows = card(&shown(&with(SHOWS, Some(rows(&[events.as_slice(), &more].concat())))), "shows");
    let years: Vec<(&str, &str, &str)> =
        shows.years.iter().map(|one| (one.year.as_str(), one.before.as_str(), one.after.as_str())).collect();
    assert_eq!(years, [("2025", "23.5万元", "20万元"), ("2026", "7万元", "7万元")]);
}

#[test]
fn a_single_year_needs_no_table() {
    assert_eq!(card(&shown(&trader()), "shows").years, []);
}

/// The measure on advertising for two years, with all else as it is.
fn two_years() -> Library {
    let mut library = library();
    let document = &mut library.documents[0];
    let mut second = document.measures[0].clone();
    second.id = "ads-2".to_owned();
    for (measure, zh, en) in
        [(&mut document.measures[0], "补助：首年", "Aid: first year"), (&mut second, "补助：第二年", "Aid: second year")]
    {
        (measure.title.zh, measure.title.en) = (zh.to_owned(), en.to_owned());
    }
    document.measures.push(second);
    library
}

/// 30% × (40万 + 10万) = 15万 each year.
#[test]
fn each_card_of_a_ladder_tells_every_year_and_all_together() {
    let document = shown_by(&two_years(), &trader(), "2026-11-21", Lang::Zh);
    let told = ["补助：首年：可能符合、15万元", "补助：第二年：可能符合、15万元", "合计：30万元"];
    assert_eq!(card(&document, "ads").ladder, told);
    assert_eq!(card(&document, "ads-2").ladder, told);
    assert!(card(&document, "shows").ladder.is_empty());
    let english = shown_by(&two_years(), &trader(), "2026-11-21", Lang::En);
    assert_eq!(card(&english, "ads").ladder[2], "Together: RMB 300,000");
}

#[test]
fn a_ladder_that_is_denied_is_not_told() {
    let below = with(TURNOVER, Some(amount("999999")));
    assert!(card(&shown_by(&two_years(), &below, "2026-11-21", Lang::Zh), "ads").ladder.is_empty());
}

/// Both together at most 20万: 15万 + 15万 would be wrong.
#[test]
fn where_the_text_limits_the_years_together_no_sum_is_made() {
    let mut library = two_years();
    let document = &mut library.documents[0];
    let both = vec![0, 6];
    let limit =
        Combine { id: "three-years".to_owned(), among: both, rule: CombineRule::AtMost(yuan(200_000)), ..document.combines[0].clone() };
    document.combines.push(limit);
    let ladder = card(&shown_by(&library, &trader(), "2026-11-21", Lang::Zh), "ads").ladder;
    assert!(ladder.len() == 2 && !ladder.iter().any(|told| told.contains("合计")), "{ladder:?}");
}
