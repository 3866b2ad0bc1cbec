mod advice;
pub(crate) mod library;
mod review;
mod words;
mod years;

use mingbai_core::answers::{Answer, Answers, Recognition, Row, Rows};
use mingbai_core::expression::{Condition, Place, Sign};
use mingbai_core::fact::{ColumnId, FactId};
use mingbai_core::interval::Interval;
use mingbai_core::measure::Outcome;
use mingbai_core::{Library, assess};
use rust_decimal::Decimal;

use self::library::{ADS, AGREEMENT, APPLICANT, EXPORT, FEES, PREMIUM, SHOWS, TITLE, TURNOVER, day, library};
use super::{Card, DocumentShown, Mark, Subject, documents};
use crate::text::Lang;

pub(crate) fn amount(value: &str) -> Answer {
    let ends: Vec<Decimal> = value.split("..").map(|end| end.parse().unwrap()).collect();
    Answer::Quantity(Interval { low: ends[0], high: ends.last().copied() })
}

fn row(cells: &[Option<Answer>]) -> Row {
    let mut row = Row::default();
    for (place, cell) in (0_u8..).zip(cells) {
        row.set(ColumnId(place), cell.clone());
    }
    row
}

pub(crate) fn show(way: u8, date: &str, booth: &str, travel: &str) -> Row {
    let travel = (!travel.is_empty()).then(|| amount(travel));
    row(&[Some(Answer::Choice(way)), Some(Answer::Date(day(date))), Some(amount(booth)), travel])
}

pub(crate) fn fee(cost: &str, for_outlet: bool) -> Row {
    row(&[Some(amount(cost)), Some(Answer::YesNo(for_outlet))])
}

pub(crate) fn rows(rows: &[Row]) -> Answer {
    Answer::List(Rows { rows: rows.to_vec(), more: false })
}

/// A trader: turnover 120万元, advertising 40万元, a platform fee of 10万元, two exhibitions, exports of 240万美元, premium 6万元.
pub(crate) fn trader() -> Answers {
    let mut answers = Answers::default();
    for (fact, answer) in [
        (APPLICANT, Answer::Choices(1)),
        (TURNOVER, amount("1200000")),
        (ADS, amount("400000")),
        (FEES, rows(&[fee("100000", false)])),
        (SHOWS, rows(&[show(0, "2026-03-01", "100000", "30000"), show(0, "2026-09-01", "160000", "20000")])),
        (EXPORT, amount("2400000")),
        (PREMIUM, amount("60000")),
        (TITLE, Answer::Recognition(Recognition::Refused)),
        (AGREEMENT, Answer::Measures(Vec::new())),
    ] {
        answers.set(fact, Some(answer));
    }
    answers
}

pub(crate) fn with(fact: FactId, answer: Option<Answer>) -> Answers {
    let mut answers = trader();
    answers.set(fact, answer);
    answers
}

fn shown_by(library: &Library, answers: &Answers, as_of: &str, lang: Lang) -> DocumentShown {
    let assessment = assess(library, answers, day(as_of), |_| true);
    documents(Subject { library, answers, assessment: &assessment, lang, only: None }).remove(0)
}

fn shown(answers: &Answers) -> DocumentShown {
    shown_by(&library(), answers, "2026-11-21", Lang::Zh)
}

fn cards(document: &DocumentShown) -> Vec<&Card> {
    document.groups.iter().flat_map(|group| group.clauses.iter().flat_map(|clause| &clause.cards).chain(&group.directions)).collect()
}

fn card(document: &DocumentShown, id: &str) -> Card {
    cards(document).into_iter().find(|card| card.id == id).unwrap().clone()
}

fn amount_of(card: &Card) -> &str {
    &card.amount.as_ref().unwrap().text
}

#[test]
fn a_rate_is_written_out_and_the_cap_that_does_not_bind_is_named() {
    let ads = card(&shown(&trader()), "ads");
    assert_eq!((ads.outcome, amount_of(&ads)), (Outcome::Qualifies, "15万元"));
    assert_eq!(ads.arithmetic[0].formula, "30% × (40万元 + 10万元) = 15万元");
    assert_eq!((ads.arithmetic[0].cap.as_str(), ads.arithmetic[0].capped), ("最高50万元，没有超过", false));
    assert_eq!(ads.terms.as_deref(), Some("算式里的数：网络广告 40万元；“平台费用”各行的平台费。"));
    assert_eq!(ads.reasons[0].mark, Mark::Met);
}

#[test]
fn events_are_capped_one_by_one_before_the_year() {
    let shows = card(&shown(&trader()), "shows");
    assert_eq!(amount_of(&shows), "最高19.1万元");
    let lines: Vec<(&str, &str, &str)> =
        shows.arithmetic.iter().map(|line| (line.about.as_str(), line.formula.as_str(), line.cap.as_str())).collect();
    assert_eq!(
        lines,
        [
            ("第1行（2026年3月1日）", "70% × (10万元 + 3万元) = 9.1万元", "每次最高10万元，没有超过"),
            ("第2行（2026年9月1日）", "70% × (16万元 + 2万元) = 12.6万元", "每次最高10万元，按10万元计"),
            ("2026年合计", "19.1万元", "每年最高20万元，没有超过"),
        ]
    );
}

#[test]
fn what_another_level_pays_stands_beside_the_sums_and_in_none() {
    let document = shown(&trader());
    let premium = card(&document, "premium");
    assert_eq!(premium.amount.as_ref().unwrap().paid_by.as_deref(), Some("由自治区商务厅补贴"));
    assert_eq!(
        document.beside.iter().map(|one| (one.title.as_str(), one.amount.as_str())).collect::<Vec<_>>(),
        [("保费补贴", "最高6万元")]
    );
    assert_eq!(document.sums.each_ref().map(|sum| sum.text.as_str()), ["15万元", "最高19.1万元", "没有这类项目"]);
    assert_eq!(document.sums.each_ref().map(|sum| sum.bar), [(785, 785), (1000, 1000), (0, 0)]);
}

#[test]
fn one_yuan_below_the_line_is_one_yuan_short() {
    let ads = card(&shown(&with(TURNOVER, Some(amount("999999")))), "ads");
    assert_eq!(ads.outcome, Outcome::DoesNotQualify);
    assert_eq!((ads.reasons[0].mark, ads.reasons[0].text.as_str()), (Mark::NotMet, "年交易额：要求不少于100万元"));
    assert_eq!(ads.reasons[0].yours, "您填 999,999元，差1元");
    assert_eq!(ads.amount, None);
}

#[test]
fn the_distance_is_told_in_the_direction_of_the_line() {
    let over = card(&shown(&with(EXPORT, Some(amount("3000000.01")))), "premium");
    assert_eq!(over.reasons[0].yours, "您填 3,000,000.01美元，多0.01美元");
    let mut strict = library();
    strict.documents[0].measures[0].when = Some(library::compare(library::place(TURNOVER), Sign::MoreThan, library::yuan(1_200_000)));
    let on_the_line = card(&shown_by(&strict, &trader(), "2026-11-21", Lang::Zh), "ads");
    assert_eq!(on_the_line.reasons[0].yours, "您填 120万元，正好在线上，不算达到");
    let range = card(&shown_by(&strict, &with(TURNOVER, Some(amount("800000..900000"))), "2026-11-21", Lang::Zh), "ads");
    assert_eq!(range.reasons[0].yours, "您填 80万–90万元，至少差30万元");
}

#[test]
fn a_range_across_the_line_asks_for_a_closer_figure() {
    let ads = card(&shown(&with(TURNOVER, Some(amount("800000..1200000")))), "ads");
    assert_eq!(ads.outcome, Outcome::NeedsAnswers);
    assert_eq!(ads.summary, ["还要知道：年交易额。"]);
    assert_eq!(ads.missing.iter().map(|one| one.fact).collect::<Vec<_>>(), [TURNOVER]);
    assert!(ads.reasons[0].yours.contains("跨过了这条线"));
}

#[test]
fn an_open_cost_leaves_a_range_and_an_unanswered_one_no_upper_end() {
    let open = with(SHOWS, Some(rows(&[show(0, "2026-03-01", "100000", "30000"), show(0, "2026-09-01", "0", "")])));
    assert_eq!(amount_of(&card(&shown(&open), "shows")), "最高 9.1万–19.1万元");
    let unanswered = shown(&with(PREMIUM, None));
    assert_eq!(amount_of(&card(&unanswered, "premium")), "金额上限未定");
    assert_eq!(amount_of(&card(&shown(&with(ADS, None)), "ads")), "3万–50万元");
    assert_eq!(amount_of(&card(&shown(&Answers::default()), "ads")), "不超过50万元");
}

#[test]
fn an_invoice_is_used_where_it_gives_more_and_the_cards_add_up_to_the_sum() {
    let document = shown(&with(FEES, Some(rows(&[fee("100000", true), fee("20000", false)]))));
    let (ads, outlets) = (card(&document, "ads"), card(&document, "outlets"));
    assert_eq!(amount_of(&outlets), "5万元");
    assert_eq!(amount_of(&ads), "12.6万元");
    assert_eq!(document.sums[0].text, "17.6万元");
    assert!(ads.together.contains(&"第2行用在“广告、平台补助”".to_owned()), "{:?}", ads.together);
    assert!(ads.together.contains(&"第1行用在“网点补助”".to_owned()), "{:?}", ads.together);
    assert!(ads.together.contains(&"单独算是15.6万元，一并计算后计入12.6万元".to_owned()), "{:?}", ads.together);
    assert!(ads.together[0].contains("同一项目就高不就低"), "{:?}", ads.together);
}

#[test]
fn without_invoices_there_is_nothing_to_share_out() {
    assert_eq!(card(&shown(&with(FEES, Some(Answer::List(Rows { rows: Vec::new(), more: true })))), "ads").together, [""; 0]);
}

#[test]
fn once_a_condition_is_not_met_open_ones_are_left_out() {
    let mut both = library();
    let recognised = Condition::Recognised(Place::Fact(TITLE));
    both.documents[0].measures[0].when = Some(Condition::All(vec![library::turnover(), recognised]));
    let mut answers = with(TITLE, None);
    let marks = |answers: &Answers| -> Vec<Mark> {
        card(&shown_by(&both, answers, "2026-11-21", Lang::Zh), "ads").reasons.iter().map(|reason| reason.mark).collect()
    };
    assert_eq!(marks(&answers), [Mark::Met, Mark::Open]);
    answers.set(TURNOVER, Some(amount("999999")));
    assert_eq!(marks(&answers), [Mark::NotMet]);
}

#[test]
fn a_row_that_is_not_counted_says_why() {
    let answers = with(
        SHOWS,
        Some(rows(&[show(0, "2024-08-21", "100000", "0"), show(1, "2026-03-01", "100000", "0"), show(0, "2026-12-01", "100000", "0")])),
    );
    let shows = card(&shown(&answers), "shows");
    assert_eq!(shows.outcome, Outcome::DoesNotQualify);
    let told: Vec<(&str, &str)> = shows.dropped.iter().map(|row| (row.name.as_str(), row.why.as_str())).collect();
    assert_eq!(told[0], ("参加展会：第1行（2024年8月21日）", "日期不在文件的有效期内（2024年8月22日至2027年8月21日）"));
    assert_eq!(told[2], ("参加展会：第3行（2026年12月1日）", "日期在测算日（2026年11月21日）之后"));
    let delegation = &shows.dropped[1];
    assert_eq!(delegation.reasons.len(), 1, "what the row does meet is no reason");
    assert_eq!(delegation.reasons[0].text, "参展方式：要求是“自主”");
    assert_eq!(delegation.reasons[0].yours, "您填“团体”");
}

#[test]
fn no_rows_and_another_applicant_are_not_applicable_with_the_reason() {
    assert_eq!(card(&shown(&with(SHOWS, Some(rows(&[])))), "shows").summary, ["您没有填写“参加展会”，所以不涉及。"]);
    let other = card(&shown(&with(APPLICANT, Some(Answer::Choices(2)))), "ads");
    assert_eq!((other.outcome, other.summary[0].as_str()), (Outcome::NotApplicable, "这一项支持的对象是：企业。"));
}

#[test]
fn a_title_waits_for_the_authority_and_a_direction_is_only_a_direction() {
    let document = shown(&with(TITLE, Some(Answer::Recognition(Recognition::Applied))));
    let title = card(&document, "title");
    assert_eq!((title.outcome, amount_of(&title)), (Outcome::SubjectToReview, "最高300万元"));
    assert_eq!(title.summary, ["能否得到，由主管部门认定或评定。"]);
    assert_eq!(title.reasons[0].yours, "您填“已申请，还没有结果”");
    assert!(title.arithmetic.is_empty(), "a number of the text needs no working");
    let review = document.groups.iter().find(|group| group.outcome == Outcome::SubjectToReview).unwrap();
    assert_eq!(review.directions.iter().map(|card| card.id.as_str()).collect::<Vec<_>>(), ["direction"]);
    assert_eq!(review.count, "2项");
}

#[test]
fn a_reading_says_what_it_gives_and_a_remark_claims_nothing() {
    let ads = card(&shown(&trader()), "ads");
    let told: Vec<(&str, Option<&str>)> = ads.readings.iter().map(|one| (one.text.as_str(), one.gives.as_deref())).collect();
    assert_eq!(told, [("不封顶", Some("按这种理解：40万元")), ("没有写年限", None)]);
    let shows = card(&shown(&trader()), "shows");
    assert_eq!(shows.readings[0].gives.as_deref(), Some("按这种理解：19.1万元"), "a full rate is no longer a ceiling");
}

#[test]
fn what_an_agreement_covers_shows_no_amount_of_this_text() {
    let ads = card(&shown(&with(AGREEMENT, Some(Answer::Measures(vec![(0, 0)])))), "ads");
    assert_eq!(amount_of(&ads), "按其他文件或协议办理");
    assert!(ads.summary[0].contains("以协议为准"), "{:?}", ads.summary);
    assert!(ads.reasons.is_empty() && ads.arithmetic.is_empty());
}

#[test]
fn the_status_is_on_the_banner_and_on_every_card() {
    for (as_of, status) in
        [("2024-08-21", "尚未施行"), ("2027-08-21", "现行有效"), ("2027-08-22", "请核实是否有效"), ("2027-08-23", "已到期")]
    {
        let document = shown_by(&library(), &trader(), as_of, Lang::Zh);
        assert_eq!(document.banner.status, status, "{as_of}");
        let in_force = status == "现行有效";
        assert_eq!(document.banner.note.is_some(), in_force, "the keeper's note speaks of a document in force");
        assert!(cards(&document).iter().all(|card| card.not_claimable.is_some() != in_force), "{as_of}");
    }
}
