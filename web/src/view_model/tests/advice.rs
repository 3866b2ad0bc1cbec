//! What is lacking and how far the lines are, in words.

use super::library::{TURNOVER, library};
use super::{amount, card, shown, shown_by, trader, with};
use crate::text::Lang;

#[test]
fn what_is_lacking_is_said_with_what_it_would_bring() {
    let below = with(TURNOVER, Some(amount("800000")));
    let advice = card(&shown(&below), "ads").advice.unwrap();
    assert_eq!(advice.ways, ["年交易额从80万元增加到100万元（多20万元），其他不变，这一项就是“可能符合”，15万元。"]);
    assert_eq!(advice.recognitions, None);
    let english = card(&shown_by(&library(), &below, "2026-11-21", Lang::En), "ads").advice.unwrap();
    assert!(english.ways[0].starts_with("Turnover: "), "{:?}", english.ways);
    // A range: from its upper end it is not so far.
    let range = card(&shown(&with(TURNOVER, Some(amount("800000..900000")))), "ads").advice.unwrap();
    assert!(range.ways[0].starts_with("年交易额从80万–90万元增加到100万元（多10万元）"), "{:?}", range.ways);
}

#[test]
fn how_far_a_line_is_that_decides_is_said() {
    let ads = card(&shown(&trader()), "ads");
    assert_eq!(ads.advice, None);
    assert_eq!(ads.lines_met, ["年交易额：要求不少于100万元，现在高出20万元；达不到这一条，这一项就不符合"]);
    let at = card(&shown(&with(TURNOVER, Some(amount("1000000")))), "ads");
    assert_eq!(at.lines_met, ["年交易额：要求不少于100万元，现在正好；达不到这一条，这一项就不符合"]);
    let open = card(&shown(&with(TURNOVER, Some(amount("800000..1200000")))), "ads");
    assert_eq!(open.lines_met, [""; 0]);
}
