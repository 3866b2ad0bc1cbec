//! Amounts year by year: what the cap of each calendar year does, and what measures give that follow one another year after year.

use mingbai_core::interval::Interval;
use mingbai_core::library::{CombineRule, Document};
use mingbai_core::measure::{Estimate, Finding};
use mingbai_core::trace::Finding as Found;

use super::Subject;
use super::amount::estimate_words;
use super::card::Card;
use super::document::outcome_words;
use crate::format;

/// What a calendar year comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearShown {
    /// The year.
    pub year: String,
    /// Before its cap.
    pub before: String,
    /// After it.
    pub after: String,
}

/// The years of what a measure pays, where there are several with a cap each. Where a year is capped more than once, the written-out
/// amount alone is clear.
pub(super) fn years(subject: Subject<'_>, finding: &Finding) -> Vec<YearShown> {
    let words = &subject.words().rows;
    let said = |sum| if sum == Interval::ANY { words.unknown.to_owned() } else { format::money_range(sum, subject.lang) };
    let (mut shown, mut last) = (Vec::new(), 0);
    for step in subject.assessment.steps.get(finding.pays_steps.clone()).unwrap_or_default() {
        let Found::Year { year, before, after } = step.finding else { continue };
        if year <= last {
            return Vec::new();
        }
        last = year;
        shown.push(YearShown { year: year.to_string(), before: said(before), after: said(after) });
    }
    if shown.len() < 2 { Vec::new() } else { shown }
}

/// Tells every card of measures that follow one another year after year what each of them gives, and all together.
///
/// Nothing is told where all are denied. They are those whose titles say the same before “：第二年”, “（第一年）” or “：首年”.
pub(super) fn tell_ladders(subject: Subject<'_>, document: &Document, findings: &[Finding], cards: &mut [Card]) {
    for (place, measure) in document.measures.iter().enumerate() {
        let stem_here = stem(&measure.title.zh);
        if stem_here.is_empty() {
            continue;
        }
        let mut rungs = Vec::new();
        for (rung, other) in document.measures.iter().enumerate() {
            if stem(&other.title.zh) == stem_here {
                rungs.push(rung);
            }
        }
        let told = if rungs.len() < 2 { Vec::new() } else { ladder(subject, document, findings, cards, &rungs) };
        if let Some(card) = cards.get_mut(place) {
            card.ladder = told;
        }
    }
}

/// What each rung gives, and all together. Where a rule of the text limits them together, the cards tell it and no sum is made here.
fn ladder(subject: Subject<'_>, document: &Document, findings: &[Finding], cards: &[Card], rungs: &[usize]) -> Vec<String> {
    let (mut told, mut paid) = (Vec::new(), Vec::new());
    for rung in rungs {
        let (Some(card), Some(finding)) = (cards.get(*rung), findings.get(*rung)) else { continue };
        told.push(said(subject, card));
        if !finding.is_denied() {
            paid.push((finding.kind, finding.estimate));
        }
    }
    let Some((kind, _)) = paid.first().copied() else { return Vec::new() };
    let mut sum = Some(Estimate::ZERO).filter(|_| paid.len() > 1 && !limited(document, rungs));
    for (other, estimate) in paid {
        sum = sum.zip(estimate).filter(|_| other == kind).map(|(sum, more)| sum.plus(more));
    }
    told.extend(sum.map(|sum| subject.words().card.ladder_total.with([&estimate_words(subject, kind, Some(sum))])));
    told
}

/// Whether a rule of the text limits one of the measures together with others.
fn limited(document: &Document, measures: &[usize]) -> bool {
    for combine in &document.combines {
        let limits = matches!(combine.rule, CombineRule::Highest | CombineRule::AtMost(_));
        if limits && combine.among.iter().any(|place| measures.contains(&usize::from(*place))) {
            return true;
        }
    }
    false
}

/// The title before the year it speaks of; empty where it speaks of none.
fn stem(title: &str) -> &str {
    let mut parts = title.split(['：', '（']);
    let (stem, year) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let of_year = year.starts_with("首年") || year.starts_with('第') && year.contains('年');
    if of_year { stem } else { "" }
}

fn said(subject: Subject<'_>, card: &Card) -> String {
    let words = subject.words();
    let amount = card.amount.as_ref().map_or("", |amount| amount.text.as_str());
    let comma = if amount.is_empty() { "" } else { words.comma };
    [&card.title, words.colon, outcome_words(subject, card.outcome), comma, amount].concat()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_title_that_speaks_of_its_year_has_a_stem() {
        assert_eq!(stem("产业园租金扶持（第一年）"), "产业园租金扶持");
        assert_eq!(stem("省级公共海外仓支持：第二年、第三年"), "省级公共海外仓支持");
        assert_eq!(stem("市级培训基地支持：首年"), "市级培训基地支持");
    }

    #[test]
    fn others_have_none() {
        for title in
            ["出口信用保险保费（上年度出口额300万美元及以下）", "首年孵化服务费补贴", "监管查验场所运营费用支持（每年）", "平台（第三方）"]
        {
            assert_eq!(stem(title), "", "{title}");
        }
    }
}
