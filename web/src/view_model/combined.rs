//! What a measure was combined with: which row was used where, what only the highest of several leaves over.

use mingbai_core::combine::{Cap, Combined};
use mingbai_core::evaluate::ROWS_ALONE;
use mingbai_core::fact::FactId;
use mingbai_core::interval::Interval;
use mingbai_core::library::{Combine, CombineRule, Document, Kind};
use mingbai_core::measure::Estimate;
use mingbai_core::order::each_once;
use mingbai_core::trace::Finding;

use super::amount::estimate_words;
use super::{Subject, rows};

/// One rule on how measures combine, as it bears on a measure.
pub(super) struct Bearing {
    /// What the rule is and what came of it, in sentences.
    pub(super) sentences: Vec<String>,
    /// What of the measure's amount counts in the sums, where that is less than it gives alone.
    pub(super) share: Option<Estimate>,
}

/// What the combines of a document mean for the measure at `place`.
pub(super) fn bearing(subject: Subject<'_>, document: &Document, combined: &[Combined], place: u16, alone: (Kind, Estimate)) -> Bearing {
    let mut bearing = Bearing { sentences: Vec::new(), share: None };
    for one in combined {
        let combine = document.combines.get(usize::from(one.combine)).filter(|combine| combine.among.contains(&place));
        let Some(combine) = combine.filter(|combine| matters(combine, one)) else { continue };
        bearing.sentences.push(rule(subject, document, combine));
        bearing.sentences.extend(came_of_it(subject, document, one, combine, place));
        if bearing.share.is_none() {
            bearing.tell_share(subject, one, place, alone);
        }
    }
    bearing
}

/// A list without rows leaves nothing to share out.
fn matters(combine: &Combine, one: &Combined) -> bool {
    !matches!(combine.rule, CombineRule::Once(_)) || !one.rows.is_empty()
}

impl Bearing {
    fn tell_share(&mut self, subject: Subject<'_>, one: &Combined, place: u16, (kind, alone): (Kind, Estimate)) {
        let share = one.shares.iter().find(|(measure, _)| *measure == place).map_or(Estimate::ZERO, |(_, share)| *share);
        if share.most.high == alone.most.high {
            return;
        }
        let counted = Estimate { most: Interval { low: share.most.low.min(alone.most.low), ..share.most }, ..share };
        let said = |estimate| estimate_words(subject, kind, Some(estimate));
        self.sentences.push((subject.words().together.alone)(&said(alone), &said(counted)));
        self.share = Some(counted);
    }
}

/// Which measure uses what; or what it depends on.
fn came_of_it(subject: Subject<'_>, document: &Document, one: &Combined, combine: &Combine, place: u16) -> Vec<String> {
    let words = &subject.words().together;
    if !one.causes.facts.is_empty() {
        return vec![(words.depends)(&subject.names(one.causes.facts))];
    }
    let mut sentences = match combine.rule {
        CombineRule::Once(list) => row_uses(subject, document, one, list, place),
        CombineRule::Highest => vec![highest(subject, document, one, combine, place)],
        CombineRule::AtMost(_) => one.cap.iter().filter_map(|cap| capped(subject, one, cap)).collect(),
        CombineRule::NamedIn(..) => Vec::new(),
    };
    if !one.decided {
        sentences.push(words.undecided.to_owned());
    }
    sentences
}

/// The rule with the words of the text it rests on.
pub(super) fn rule(subject: Subject<'_>, document: &Document, combine: &Combine) -> String {
    let quote: String = document.quotes_in(combine.quotes).iter().map(|quote| quote.text.as_str()).collect();
    (subject.words().together.rule)(subject.lang.of(&combine.title), &quote)
}

/// Which rows are used here, and which for another measure.
fn row_uses(subject: Subject<'_>, document: &Document, one: &Combined, list: FactId, place: u16) -> Vec<String> {
    let words = &subject.words().together;
    let named = |measure: u16| -> String {
        let rows = one.rows.iter().enumerate().filter(|(_, user)| **user == measure);
        rows.map(|(row, _)| name_of(subject, list, row)).collect::<Vec<_>>().join(subject.words().comma)
    };
    let users = each_once(one.rows.iter().copied());
    let told = users.into_iter().map(|user| {
        if user == place {
            (words.used_here)(&subject.name(list), &named(user))
        } else {
            (words.used_there)(&named(user), &subject.measure_title(document, user))
        }
    });
    told.collect()
}

/// The last place of a long list stands for all rows from there on.
fn name_of(subject: Subject<'_>, list: FactId, row: usize) -> String {
    let count = subject.answers.rows(list).0.len();
    if row == ROWS_ALONE && count > ROWS_ALONE.saturating_add(1) {
        (subject.words().rows.rows_from)(row.saturating_add(1))
    } else {
        rows::row_name(subject, list, row)
    }
}

/// What a cap took away; nothing where it takes nothing.
fn capped(subject: Subject<'_>, one: &Combined, cap: &Cap) -> Option<String> {
    let said = |interval: Interval| estimate_words(subject, Kind::Exact, Some(Estimate { least: interval.low, most: interval }));
    let Finding::Value(at) = subject.assessment.steps.get(cap.steps.start)?.finding else { return None };
    (one.together != cap.before).then(|| (subject.words().together.capped)(&said(cap.before.most), &said(at.most)))
}

fn highest(subject: Subject<'_>, document: &Document, one: &Combined, combine: &Combine, place: u16) -> String {
    let words = &subject.words().together;
    let winner = one.shares.iter().map(|(measure, _)| *measure).find(|measure| combine.among.contains(measure));
    match winner {
        Some(winner) if winner != place => (words.not_counted)(&subject.measure_title(document, winner)),
        _ => words.counted.to_owned(),
    }
}
