//! Renminbi beside dollars, the words that are explained, the years.

use std::rc::Rc;

use mingbai_core::answers::{Answer, Rows};
use mingbai_core::fact::Text;
use mingbai_core::interval::Interval;
use mingbai_core::library::{Term, UsdRate};
use yew::Callback;

use super::{library_html, page_html, rendered, without};
use crate::clock::Today;
use crate::session::{Action, Field, Session};
use crate::text::Lang;
use crate::view::dollars::renminbi;
use crate::view::live::live_result;
use crate::view::visit::Visit;
use crate::view_model::tests::library::{ADS, APPLICANT, EXPORT, FEES, SHOWS, TURNOVER, day, library};
use crate::view_model::tests::{rows, show, trader, with};

/// A dollar is worth 7 to 8 yuan.
fn visit(actions: Vec<Action>) -> Visit {
    let mut library = library();
    let source = Text { zh: "大致范围".to_owned(), en: "a rough range".to_owned() };
    let yuan = Interval { low: 7.into(), high: Some(8.into()) };
    library.usd_rate = Some(UsdRate { yuan, source, checked: day("2026-11-20") });
    let mut session = Session::new(Rc::new(library), Today::of(day("2026-11-21"), None), Lang::Zh);
    session.apply(Action::ChooseRegion(0));
    for action in actions {
        session.apply(action);
    }
    Visit { session: Rc::new(session), act: Callback::noop() }
}

async fn dollars_html(actions: Vec<Action>) -> String {
    rendered(renminbi(&visit(actions), Field::fact(EXPORT)).unwrap().into()).await
}

fn yuan(text: &str) -> Action {
    Action::TypeYuan(Field::fact(EXPORT), text.to_owned())
}

#[tokio::test]
async fn beside_dollars_stand_the_rate_its_source_and_its_day() {
    let html = dollars_html(Vec::new()).await;
    for told in ["只知道人民币金额", "value=\"7元–8元\"", "大致范围", "2026年11月20日"] {
        assert!(html.contains(told), "{told}: {html}");
    }
    assert!(!html.contains("约合") && !html.contains("<button"));
    assert!(renminbi(&visit(Vec::new()), Field::fact(TURNOVER)).is_none());
}

/// 2,240万 ÷ 8 = 280万, ÷ 7 = 320万; 2,100万 ÷ 7 = 300万, which is still not above.
#[tokio::test]
async fn what_lies_across_a_line_says_so_before_it_is_taken_over() {
    let across = dollars_html(vec![yuan("2240万")]).await;
    assert!(across.contains("约合280万–320万美元") && across.contains("填入这个范围"), "{across}");
    assert!(across.contains("跨过了300万美元这条线，结果要看实际美元金额"), "{across}");
    let below = dollars_html(vec![yuan("2100万")]).await;
    assert!(below.contains("填入这个范围") && !below.contains("这条线"), "{below}");
}

#[tokio::test]
async fn errors_wait_until_one_has_left_the_field() {
    assert!(!dollars_html(vec![yuan("很多")]).await.contains("class=\"error\""));
    assert!(dollars_html(vec![yuan("很多"), Action::SettleYuan]).await.contains("看不懂这个金额"));
    let rate = Action::TypeRate("0.14".to_owned());
    assert!(dollars_html(vec![yuan("100万"), rate, Action::SettleYuan]).await.contains("看不懂这个汇率"));
}

#[tokio::test]
async fn words_are_explained_under_the_clause_and_all_of_them_at_the_end() {
    let mut library = library();
    let term = |name: &str, zh: &str, en: &str| Term {
        name: name.to_owned(),
        text: Text { zh: zh.to_owned(), en: en.to_owned() },
        source: "通常理解".to_owned(),
    };
    library.glossary =
        vec![term("海外仓", "设在境外的仓库。", "A warehouse abroad."), term("独立站", "自己的网店。", "A shop of one's own.")];
    library.documents[0].quotes[0].terms = vec![0];
    let html = library_html(&library, &trader(), "2026-11-21", Lang::Zh).await;
    let card = html.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    assert!(
        card.contains("名词解释") && card.contains("设在境外的仓库。") && card.contains("通常理解") && !card.contains("独立站"),
        "{card}"
    );
    let end = html.rsplit("</article>").next().unwrap();
    assert!(end.contains("名词解释") && end.contains("设在境外的仓库。") && end.contains("自己的网店。"), "{end}");

    let english = library_html(&library, &trader(), "2026-11-21", Lang::En).await;
    let end = english.rsplit("</article>").next().unwrap().split("print-only").next().unwrap();
    let ours = without(&without(end, "<dt lang=\"zh-CN\"", "</dt>"), "<p lang=\"zh-CN\"", "</p>");
    assert!(ours.contains("Words explained") && ours.contains("A warehouse abroad."));
    assert!(!ours.contains(|c: char| ('\u{2E80}'..'\u{A000}').contains(&c)), "{ours}");
}

/// 2025: 70% × 20万 = 14万, each event at most 10万; 2026 the same.
#[tokio::test]
async fn several_years_stand_in_a_table() {
    let events = ["2025-03-01", "2025-06-01", "2025-09-01", "2026-03-01"].map(|date| show(0, date, "200000", "0"));
    let html = page_html(with(SHOWS, Some(rows(&events))), "2026-11-21", Lang::Zh).await;
    let table = html.split("<table class=\"years\"").nth(1).expect("a table").split("</table>").next().unwrap();
    assert!(table.contains("<th scope=\"row\">2025</th><td>30万元</td><td>20万元</td>"), "{table}");
    assert!(table.contains("<th scope=\"row\">2026</th><td>10万元</td><td>10万元</td>"), "{table}");
}

/// 30% × (0 to 30万元) is at most 9万元, of which nothing is sure.
#[tokio::test]
async fn beside_the_questions_stands_what_the_result_says_of_a_sum_of_which_nothing_is_sure() {
    let choose = |fact, answer| Action::Choose(Field::fact(fact), Some(answer));
    let visit = visit(vec![
        choose(APPLICANT, Answer::Choices(1)),
        Action::Type(Field::fact(TURNOVER), "120万".to_owned()),
        Action::Type(Field::fact(ADS), "0–30万".to_owned()),
        choose(FEES, Answer::List(Rows::default())),
    ]);
    let side = rendered(live_result(&visit.session).into()).await;
    let sum = side.split("按公式可得").nth(1).unwrap().split("按公式上限").next().unwrap();
    assert!(sum.contains(">不超过9万元<") && sum.contains("<svg"), "{sum}");
    assert!(!side.contains("还不能确定"), "{side}");
}
