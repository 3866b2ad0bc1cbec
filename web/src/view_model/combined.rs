//! What measures were combined with: which row was used where, what only the highest of several leaves over, what a cap takes away.

use mingbai_core::combine::{Cap, Combined, Dropped};
use mingbai_core::fact::FactId;
use mingbai_core::interval::Interval;
use mingbai_core::library::{Combine, CombineRule, Document, Kind};
use mingbai_core::measure::Estimate;
use mingbai_core::order::each_once;
use mingbai_core::trace::Finding;
use mingbai_core::verdict::{Causes, Verdict};

use super::amount::estimate_words;
use super::{Subject, rows};

/// The rules on how measures combine, as they bear on a measure.
pub(super) struct Bearing {
    /// What the rules are and what came of them, in sentences.
    pub(super) sentences: Vec<String>,
    /// What of the measure's amount counts in the sums, where that is less than it gives alone.
    pub(super) share: Option<Estimate>,
}

/// What the combines of a document mean for the measure at `place`.
pub(super) fn bearing(subject: Subject<'_>, document: &Document, combined: &[Combined], place: u16, alone: (Kind, Estimate)) -> Bearing {
    let mut bearing = Bearing { sentences: Vec::new(), share: None };
    for one in combined {
        let combine = document.combines.get(usize::from(one.combine)).filter(|combine| combine.among.contains(&place));
        let Some(told) = combine.map(|combine| told(subject, document, one, combine)).filter(|told| !told.is_empty()) else { continue };
        bearing.sentences.extend(told);
        if bearing.share.is_none() {
            bearing.tell_share(subject, one, place, alone);
        }
    }
    bearing
}

/// The combines of a document that matter, each in sentences.
pub(super) fn combinations(subject: Subject<'_>, document: &Document, combined: &[Combined]) -> Vec<Vec<String>> {
    let told = |one: &Combined| document.combines.get(usize::from(one.combine)).map(|combine| told(subject, document, one, combine));
    combined.iter().filter_map(told).filter(|told| !told.is_empty()).collect()
}

impl Bearing {
    fn tell_share(&mut self, subject: Subject<'_>, one: &Combined, place: u16, (kind, alone): (Kind, Estimate)) {
        let share = one.shares.iter().find(|(measure, _)| *measure == place).map_or(Estimate::ZERO, |(_, share)| *share);
        if share.most.high == alone.most.high {
            return;
        }
        let counted = Estimate { most: Interval { low: share.most.low.min(alone.most.low), ..share.most }, ..share };
        let said = |estimate| estimate_words(subject, kind, Some(estimate));
        self.sentences.push(subject.words().together.alone.with([&said(alone), &said(counted)]));
        self.share = Some(counted);
    }
}

/// The rule, and what came of it or what that depends on. A list without rows leaves nothing to share out.
fn told(subject: Subject<'_>, document: &Document, one: &Combined, combine: &Combine) -> Vec<String> {
    let words = &subject.words().together;
    let list = if let CombineRule::Once(list) = combine.rule { Some(list) } else { None };
    if list.is_some_and(|list| subject.answers.rows(list).0.is_empty()) {
        return Vec::new();
    }
    let mut sentences = vec![rule(subject, document, combine)];
    if one.applies.verdict != Verdict::Yes {
        sentences.push(words.depends.with([&deciding(subject, one.applies.causes)]));
        return sentences;
    }
    if !one.decided {
        let deciding = deciding(subject, one.causes);
        sentences.extend((!deciding.is_empty()).then(|| words.undecided.with([&deciding])));
        return sentences;
    }
    match (list, &one.cap) {
        (Some(list), _) => row_uses(subject, document, one, list, &mut sentences),
        (None, Some(cap)) => sentences.extend(capped(subject, cap)),
        (None, None) => {
            sentences.extend(one.shares.first().map(|(winner, _)| words.only.with([&subject.measure_title(document, *winner)])));
        }
    }
    for lost in &one.dropped {
        sentences.push(dropped(subject, document, list, *lost));
    }
    if one.tied {
        sentences.push(words.tied.to_owned());
    }
    sentences
}

/// What decides: answers, the authority, a list, or a reading.
fn deciding(subject: Subject<'_>, causes: Causes) -> String {
    let words = &subject.words().together;
    let mut deciding = vec![subject.names(causes.facts)];
    for (decides, word) in [(causes.authority(), words.authority), (causes.list(), words.lists), (causes.text(), words.reading)] {
        if decides {
            deciding.push(word.to_owned());
        }
    }
    deciding.retain(|one| !one.is_empty());
    deciding.join(subject.words().comma)
}

/// The rule with the words of the text it rests on.
pub(super) fn rule(subject: Subject<'_>, document: &Document, combine: &Combine) -> String {
    let quote: String = document.quotes_in(combine.quotes).iter().map(|quote| quote.text.as_str()).collect();
    subject.words().together.rule.with([subject.lang.of(&combine.title), &quote])
}

/// Which rows are used for which measure.
fn row_uses(subject: Subject<'_>, document: &Document, one: &Combined, list: FactId, sentences: &mut Vec<String>) {
    for user in each_once(one.rows.iter().copied()) {
        let mut names = Vec::new();
        for (row, _) in one.rows.iter().enumerate().filter(|(_, winner)| **winner == user) {
            names.push(rows::row_name(subject, list, row));
        }
        let names = names.join(subject.words().comma);
        sentences.push(subject.words().together.used.with([&names, &subject.measure_title(document, user)]));
    }
}

/// What is not paid, and how much that is.
fn dropped(subject: Subject<'_>, document: &Document, list: Option<FactId>, one: Dropped) -> String {
    let words = &subject.words().together;
    let measure = subject.measure_title(document, one.measure);
    if let (Some(list), Some(row)) = (list, one.row) {
        return words.dropped_row.with([
            &rows::row_name(subject, list, usize::from(row)),
            &measure,
            &money(subject, Kind::Exact, one.gives),
        ]);
    }
    let kind = document.measures.get(usize::from(one.measure)).map_or(Kind::Exact, |rule| rule.pays.kind());
    words.dropped.with([&measure, &money(subject, kind, one.gives)])
}

fn money(subject: Subject<'_>, kind: Kind, most: Interval) -> String {
    estimate_words(subject, kind, Some(Estimate { least: most.low, most }))
}

/// What a cap takes away; nothing where it takes nothing.
fn capped(subject: Subject<'_>, cap: &Cap) -> Option<String> {
    let Finding::Value(at) = subject.assessment.steps.get(cap.steps.start)?.finding else { return None };
    let said = |interval: Interval| money(subject, Kind::Exact, interval);
    (cap.taken != Interval::ZERO).then(|| subject.words().together.capped.with([&said(cap.before.most), &said(at.most), &said(cap.taken)]))
}
