//! One measure: verdict, amount, why, how it is worked out, and the text it rests on.

use mingbai_core::fact::FactId;
use mingbai_core::measure::Outcome;
use yew::Callback;

use super::advice::advice;
use super::clause::quotation;
use super::element::{El, button, el, fragment, said};
use super::glossary::glossary;
use super::icon::{Sign, icon};
use super::reasons::reason_list;
use super::working::{dropped_rows, working};
use super::years::years;
use crate::text::Lang;
use crate::text::results;
use crate::view_model::{AmountShown, Card, Missing, ReadingShown};

/// The card of a measure, with its outcome in words, and `headed` where it stands alone under the heading of its clause. `on_change` is called to go and answer a fact.
pub(super) fn measure_card(card: &Card, headed: bool, outcome: &'static str, lang: Lang, on_change: &Callback<FactId>) -> El {
    let words = &results(lang).card;
    let title = ["measure-", &card.id].concat();
    let tone = tone(card.outcome);
    let denied = card.outcome == Outcome::DoesNotQualify;
    el("article", "card")
        .class(tone)
        .key(&card.id)
        .attr("aria-labelledby", &title)
        .attr("data-measure", &card.id)
        .with(el("p", "badge").class(tone).with(icon(Sign::from(card.outcome))).text(outcome))
        .with(said("h4", "card-title", &card.title).id(&title))
        .maybe(headed.then(|| said("p", "small", &card.heading).attr("lang", "zh-CN")))
        .maybe(card.amount.as_ref().filter(|_| !card.direction).map(amount))
        .maybe(card.not_claimable.as_ref().map(|told| said("p", "notice warn", told)))
        .all("p", "card-summary", &card.summary)
        .maybe((!card.missing.is_empty()).then(|| missing(&card.missing, on_change)))
        .maybe((!card.reasons.is_empty()).then(|| headed_by(words.why, reason_list(&card.reasons, lang))))
        .maybe(denied.then(|| dropped_rows(&card.dropped, lang)))
        .maybe(card.advice.as_ref().map(|shown| advice(shown, lang)))
        .with(
            el("details", "more")
                .flag("open", card.outcome == Outcome::Qualifies)
                .with(said("summary", "", words.more))
                .with(more(card, denied, lang)),
        )
}

fn headed_by(heading: &str, one: El) -> El {
    fragment().with(said("h5", "part-title", heading)).with(one)
}

fn tone(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Qualifies => "tone-qualifies",
        Outcome::SubjectToReview => "tone-review",
        Outcome::NeedsAnswers => "tone-needs",
        Outcome::DoesNotQualify => "tone-not",
        Outcome::NotApplicable => "tone-none",
    }
}

fn amount(amount: &AmountShown) -> El {
    let class = if amount.note.is_some() { "card-amount" } else { "card-no-amount" };
    fragment()
        .with(said("p", class, &amount.text))
        .maybe(amount.paid_by.as_ref().map(|paid_by| said("p", "card-payer", paid_by)))
        .maybe(amount.note.map(|note| said("p", "small", note)))
}

fn missing(missing: &[Missing], on_change: &Callback<FactId>) -> El {
    let one = |one: &Missing| {
        let (go, fact) = (on_change.clone(), one.fact);
        el("li", "").with(button("quiet", &one.label, Callback::from(move |_| go.emit(fact))))
    };
    el("ul", "missing no-print").each(missing.iter().map(one))
}

fn more(card: &Card, denied: bool, lang: Lang) -> El {
    let words = &results(lang).card;
    fragment()
        .with(working(&card.arithmetic, card.terms.as_ref(), lang))
        .with(years(card, lang))
        .maybe((!denied).then(|| dropped_rows(&card.dropped, lang)))
        .maybe(
            (!card.lines_met.is_empty())
                .then(|| headed_by(results(lang).advice.lines_met, el("ul", "plain").all("li", "", &card.lines_met))),
        )
        .maybe((!card.together.is_empty()).then(|| headed_by(words.together, el("ul", "plain").all("li", "", &card.together))))
        .with(headed_by(words.clause, quotation(&card.clause, lang)))
        .with(glossary(&card.explained, lang).class("no-print"))
        .maybe((!card.readings.is_empty()).then(|| headed_by(words.readings, el("ul", "plain").each(card.readings.iter().map(reading)))))
        .with(headed_by(words.apply, said("p", "", &card.apply)))
}

fn reading(reading: &ReadingShown) -> El {
    el("li", "").text(&reading.text).maybe(reading.gives.as_ref().map(|gives| said("strong", "reading-gives", gives)))
}
