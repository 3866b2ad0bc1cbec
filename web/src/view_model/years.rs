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
    let steps = subject.assessment.steps.get(finding.pays_steps.clone()).unwrap_or_default();
    let mut found: Vec<(u16, Interval, Interval)> = Vec::new();
    for step in steps {
        if let Found::Year { year, before, after } = step.finding {
            found.push((year, before.most, after.most));
        }
    }
    found.sort_by_key(|(year, ..)| *year);
    let once = found.windows(2).all(|pair| matches!(pair, [(one, ..), (other, ..)] if one != other));
    if found.len() < 2 || !once {
        return Vec::new();
    }
    let words = &subject.words().rows;
    let said = |sum| if sum == Interval::ANY { words.unknown.to_owned() } else { format::money_range(sum, subject.lang) };
    found.into_iter().map(|(year, before, after)| YearShown { year: year.to_string(), before: said(before), after: said(after) }).collect()
}

/// Tells every card of measures that follow one another year after year what each of them gives, and all together.
///
/// Nothing is told where all are denied. They are those whose titles say the same before “：第二年”, “（第一年）” or “：首年”.
pub(super) fn tell_ladders(subject: Subject<'_>, document: &Document, findings: &[Finding], cards: &mut [Card]) {
    let stems: Vec<&str> = document.measures.iter().map(|measure| stem(&measure.title.zh)).collect();
    for place in 0..cards.len() {
        let Some(stem) = stems.get(place).filter(|stem| !stem.is_empty()) else { continue };
        let rungs: Vec<usize> = (0..stems.len()).filter(|other| stems.get(*other) == Some(stem)).collect();
        let all_denied = rungs.iter().filter_map(|rung| findings.get(*rung)).all(Finding::is_denied);
        if rungs.len() < 2 || all_denied {
            continue;
        }
        let mut ladder: Vec<String> = rungs.iter().filter_map(|rung| cards.get(*rung)).map(|card| said(subject, card)).collect();
        ladder.extend(total(subject, document, findings, &rungs));
        if let Some(card) = cards.get_mut(place) {
            card.ladder = ladder;
        }
    }
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

/// What the rungs of a ladder that are not denied give together. Where a rule of the text limits them together, the cards tell it and no sum is made here.
fn total(subject: Subject<'_>, document: &Document, findings: &[Finding], rungs: &[usize]) -> Option<String> {
    let limits = document.combines.iter().filter(|combine| matches!(combine.rule, CombineRule::Highest | CombineRule::AtMost(_)));
    let limited = limits.flat_map(|combine| &combine.among).any(|place| rungs.contains(&usize::from(*place)));
    let paid: Vec<&Finding> = rungs.iter().filter_map(|rung| findings.get(*rung)).filter(|found| !found.is_denied()).collect();
    let kind = paid.first()?.kind;
    let alike = paid.iter().all(|found| found.kind == kind && found.estimate.is_some());
    if limited || paid.len() < 2 || !alike {
        return None;
    }
    let sum = paid.iter().filter_map(|found| found.estimate).fold(Estimate::ZERO, Estimate::plus);
    Some((subject.words().card.ladder_total)(&estimate_words(subject, kind, Some(sum))))
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
