//! One document in words: whether it can be claimed under, its sums, its measures by outcome.

use mingbai_core::assess::DocumentFinding;
use mingbai_core::claim::Claimable;
use mingbai_core::combine::Sums;
use mingbai_core::library::{Document, InForce, Kind};
use mingbai_core::measure::{Estimate, Outcome};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Subject;
use super::amount::estimate_words;
use super::card::{Card, card};
use super::combined::combinations;
use super::regions::region_name;
use super::years::tell_ladders;
use crate::format;

/// One document with what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentShown {
    /// The region whose document it is.
    pub region: String,
    /// Its status.
    pub banner: Banner,
    /// What to know before reading the amounts.
    pub caveats: Vec<String>,
    /// Exact, ceiling, assessed: never added up.
    pub sums: [SumShown; 3],
    /// How measures combine, a rule each in sentences: the rule, then what came of it or what that depends on.
    pub together: Vec<Vec<String>>,
    /// That the sums are wider than they need be, where they are.
    pub wide: Option<&'static str>,
    /// Measures in none of the three sums.
    pub beside: Vec<Beside>,
    /// The measures by outcome, in the order in which they are shown; no group is empty.
    pub groups: Vec<Group>,
    /// Documents it refers to that are not loaded.
    pub not_loaded: Vec<String>,
    /// Whether only one of its measures is told of.
    pub only: bool,
}

/// The status of a document on the day of assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// Whether one can apply now.
    pub claimable: Claimable,
    /// The status in a word or two.
    pub status: &'static str,
    /// What the status means, where it is not in force.
    pub means: Option<&'static str>,
    /// The title of the document.
    pub title: String,
    /// Its number and issuer.
    pub source: String,
    /// One sentence of the document's keeper on its status; left out outside the period it speaks of.
    pub note: Option<String>,
    /// When it is in force, if that is known.
    pub period: Option<String>,
    /// When the rules were checked.
    pub checked: String,
}

/// One of the three sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumShown {
    /// Which sum.
    pub name: &'static str,
    /// What it holds.
    pub help: &'static str,
    /// The amount; or that there is nothing of the kind.
    pub text: String,
    /// The sure part and the whole, each in thousandths of the largest of the three sums.
    pub bar: (u16, u16),
}

/// A measure in no sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The measure.
    pub title: String,
    /// How much.
    pub amount: String,
    /// Who pays, when it is not the issuer.
    pub paid_by: Option<String>,
}

/// The measures of one outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The outcome.
    pub outcome: Outcome,
    /// The outcome in words.
    pub name: &'static str,
    /// How many measures it holds: `3项`.
    pub count: String,
    /// The measures in the order of the text, those of one clause together, and last those that come to exactly nothing.
    pub clauses: Vec<Clause>,
    /// Those among them of which the text only gives a direction, with neither condition nor money.
    pub directions: Vec<Card>,
}

/// Measures of one outcome that stand under the same heading of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The heading.
    pub heading: String,
    /// The measures.
    pub cards: Vec<Card>,
}

/// The outcomes in the order in which they are shown.
pub(super) const OUTCOMES: [Outcome; 5] =
    [Outcome::Qualifies, Outcome::SubjectToReview, Outcome::NeedsAnswers, Outcome::DoesNotQualify, Outcome::NotApplicable];

/// The document with what was found.
pub(super) fn shown(subject: Subject<'_>, document: &Document, finding: &DocumentFinding) -> DocumentShown {
    DocumentShown {
        region: region_name(subject, document.region),
        banner: banner(subject, document, finding.claimable),
        caveats: document.caveats.iter().map(|text| subject.say(text)).collect(),
        sums: sums(subject, &finding.sums),
        together: combinations(subject, document, &finding.combined),
        wide: finding.sums.wide.then_some(subject.words().sums.wide),
        beside: beside(subject, document, finding),
        groups: groups(subject, document, finding),
        not_loaded: document.not_loaded.iter().map(|text| subject.say(text)).collect(),
        only: subject.only.is_some(),
    }
}

/// The status in a word or two, and what it means where one cannot simply apply.
pub(super) fn claim_words(subject: Subject<'_>, claimable: Claimable) -> (&'static str, Option<&'static str>) {
    let words = &subject.words().claim;
    match claimable {
        Claimable::InForce => (words.in_force, None),
        Claimable::Check => (words.check, Some(words.check_means)),
        Claimable::Expired => (words.expired, Some(words.expired_means)),
        Claimable::NotYet => (words.not_yet, Some(words.not_yet_means)),
        Claimable::Draft => (words.draft, Some(words.draft_means)),
        Claimable::NotStated => (words.not_stated, Some(words.not_stated_means)),
        Claimable::Background => (words.background, Some(words.background_means)),
    }
}

/// An outcome in words.
pub(super) fn outcome_words(subject: Subject<'_>, outcome: Outcome) -> &'static str {
    let words = &subject.words().outcome;
    match outcome {
        Outcome::Qualifies => words.qualifies,
        Outcome::SubjectToReview => words.review,
        Outcome::NeedsAnswers => words.needs,
        Outcome::DoesNotQualify => words.not,
        Outcome::NotApplicable => words.not_applicable,
    }
}

fn banner(subject: Subject<'_>, document: &Document, claimable: Claimable) -> Banner {
    let words = &subject.words().claim;
    let (status, means) = claim_words(subject, claimable);
    let day = |date| format::date(date, subject.lang);
    let dated = matches!(claimable, Claimable::NotYet | Claimable::Check | Claimable::Expired);
    Banner {
        claimable,
        status,
        means,
        title: subject.say(&document.title),
        source: format!("{} · {}", subject.lang.of(&document.issuer), document.number),
        note: (!dated).then(|| subject.say(&document.status_note)),
        period: document.standing.in_force().map(|InForce { window, .. }| words.period.with([&day(window.from), &day(window.until)])),
        checked: words.checked.with([&day(document.checked)]),
    }
}

/// The three sums in words.
pub(super) fn sums(subject: Subject<'_>, sums: &Sums) -> [SumShown; 3] {
    let words = &subject.words().sums;
    let highs = Sums::KINDS.into_iter().filter_map(|kind| sums.of(kind)?.most.high);
    let largest = highs.max().unwrap_or_default();
    let one = |kind, name, help| {
        let estimate = sums.of(kind);
        let text = estimate.map_or_else(|| words.nothing.to_owned(), |_| estimate_words(subject, kind, estimate));
        SumShown { name, help, text, bar: estimate.map_or((0, 0), |estimate| bar(estimate, largest)) }
    };
    [
        one(Kind::Exact, words.exact, words.exact_help),
        one(Kind::Ceiling, words.ceiling, words.ceiling_help),
        one(Kind::Assessed, words.assessed, words.assessed_help),
    ]
}

fn bar(estimate: Estimate, largest: Decimal) -> (u16, u16) {
    let part = |value: Decimal| -> u16 {
        let share = value.checked_mul(Decimal::ONE_THOUSAND).and_then(|value| value.checked_div(largest));
        share.and_then(|share| share.to_u16()).unwrap_or(0)
    };
    (part(estimate.most.low), part(estimate.most.high.unwrap_or(largest)))
}

fn beside(subject: Subject<'_>, document: &Document, finding: &DocumentFinding) -> Vec<Beside> {
    let listed = finding.sums.beside.iter().filter_map(|place| {
        let rule = document.measures.get(usize::from(*place))?;
        let found = finding.measures.get(usize::from(*place))?;
        let paid_by = rule.paid_by.as_ref().map(|who| subject.words().amount.paid_by.with([subject.lang.of(who)]));
        Some(Beside { title: subject.say(&rule.title), amount: estimate_words(subject, found.kind, found.estimate), paid_by })
    });
    listed.collect()
}

fn groups(subject: Subject<'_>, document: &Document, finding: &DocumentFinding) -> Vec<Group> {
    let mut all: Vec<Card> = (0_u16..)
        .zip(document.measures.iter().zip(&finding.measures))
        .map(|(place, (rule, found))| card(subject, document, place, (rule, found), finding))
        .collect();
    tell_ladders(subject, document, &finding.measures, &mut all);
    if let Some((_, only)) = subject.only {
        all = all.into_iter().skip(usize::from(only)).take(1).collect();
    }
    let group = |outcome: Outcome| {
        let (mut directions, mut cards) = (Vec::new(), Vec::new());
        for nothing in [false, true] {
            for card in all.iter().filter(|card| card.outcome == outcome && card.gives_nothing() == nothing) {
                if card.direction { &mut directions } else { &mut cards }.push(card.clone());
            }
        }
        let count = directions.len().saturating_add(cards.len());
        let name = outcome_words(subject, outcome);
        (count > 0).then(|| Group { outcome, name, count: subject.words().outcome.count.with(count), clauses: clauses(cards), directions })
    };
    OUTCOMES.into_iter().filter_map(group).collect()
}

/// Neighbours under the same heading belong together.
fn clauses(cards: Vec<Card>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for card in cards {
        match clauses.last_mut().filter(|clause| clause.heading == card.heading) {
            Some(clause) => clause.cards.push(card),
            None => clauses.push(Clause { heading: card.heading.clone(), cards: vec![card] }),
        }
    }
    clauses
}
