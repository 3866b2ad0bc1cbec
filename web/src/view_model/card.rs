//! One measure in words: what comes out, how much, why, on which sentence of the text.

use mingbai_core::assess::DocumentFinding;
use mingbai_core::claim::Claimable;
use mingbai_core::evaluate::RowState;
use mingbai_core::explain::reasons;
use mingbai_core::expression::{Amount, Condition, Place};
use mingbai_core::fact::FactId;
use mingbai_core::interval::Interval;
use mingbai_core::library::{Document, Kind, Measure, Pays};
use mingbai_core::measure::{Estimate, Finding, Outcome};
use mingbai_core::verdict::Verdict;

use super::Subject;
use super::advice::{AdviceShown, advice, lines_met};
use super::amount::{estimate_words, kind_note};
use super::arithmetic::{ArithmeticLine, lines, terms};
use super::clause::{Span, paragraphs};
use super::combined::{bearing, rule};
use super::document::claim_words;
use super::glossary::{TermShown, terms_in};
use super::reasons::{Mark, ReasonItem, Teller};
use super::rows::{DroppedRow, dropped};
use super::years::{YearShown, years};

/// One measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The heading of the text it stands under.
    pub heading: String,
    /// What comes out.
    pub outcome: Outcome,
    /// Whether the text only gives a direction, and the applicant is of the right kind.
    pub direction: bool,
    /// What that rests on, in a sentence or two.
    pub summary: Vec<String>,
    /// Why nobody can apply now; nothing while the document is in force.
    pub not_claimable: Option<String>,
    /// How much; nothing where the measure is denied.
    pub amount: Option<AmountShown>,
    /// The facts still to be answered.
    pub missing: Vec<Missing>,
    /// The conditions with what was found.
    pub reasons: Vec<ReasonItem>,
    /// What would change the outcome.
    pub advice: Option<AdviceShown>,
    /// How far above the lines that decide it what was entered is.
    pub lines_met: Vec<String>,
    /// The amount written out.
    pub arithmetic: Vec<ArithmeticLine>,
    /// What the numbers in it are.
    pub terms: Option<String>,
    /// The years with a cap each, where there are several.
    pub years: Vec<YearShown>,
    /// What the measures give of which this is one year, each in a sentence, and all together.
    pub ladder: Vec<String>,
    /// Rows that were not counted.
    pub dropped: Vec<DroppedRow>,
    /// What it was combined with.
    pub together: Vec<String>,
    /// Other readings of the text.
    pub readings: Vec<ReadingShown>,
    /// The paragraphs of the text it rests on.
    pub clause: Vec<Vec<Span>>,
    /// The words in them that are explained.
    pub explained: Vec<TermShown>,
    /// Where to apply.
    pub apply: String,
}

/// How much a measure gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountShown {
    /// The amount as it counts in the sums: `15万元`, `最高19.1万元`.
    pub text: String,
    /// How certain it is.
    pub note: Option<&'static str>,
    /// Who pays, when it is not the issuer.
    pub paid_by: Option<String>,
    /// Whether it comes to exactly nothing.
    pub nothing: bool,
}

/// A fact still to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The fact.
    pub fact: FactId,
    /// What a person clicks to go and answer it.
    pub label: String,
}

/// Another reading of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingShown {
    /// What it says.
    pub text: String,
    /// What comes out under it; nothing where it is only a remark on what the text leaves open.
    pub gives: Option<String>,
}

/// The card of the measure at `place`.
pub(super) fn card(
    subject: Subject<'_>,
    document: &Document,
    place: u16,
    (rule, finding): (&Measure, &Finding),
    context: &DocumentFinding,
) -> Card {
    let (claimable, combined) = (context.claimable, &context.combined);
    let estimate = finding.estimate;
    let bearing = estimate.map(|alone| bearing(subject, document, combined, place, (finding.kind, alone)));
    let (together, share) = bearing.map_or_else(Default::default, |bearing| (bearing.sentences, bearing.share));
    let amount = amount_of(rule);
    let direction = finding.outcome == Outcome::SubjectToReview && is_direction(rule);
    let asked = finding.settled_by.is_none() && finding.outcome != Outcome::NotApplicable;
    let written = amount.filter(|_| estimate.is_some());
    let dropped = amount.filter(|_| asked).map_or_else(Vec::new, |amount| dropped(subject, document, amount, finding));
    Card {
        id: rule.id.clone(),
        title: subject.say(&rule.title),
        heading: document.quotes_in(rule.quotes).first().map_or_else(String::new, |quote| quote.heading.clone()),
        outcome: finding.outcome,
        direction,
        summary: summary(subject, document, (rule, finding), &dropped),
        not_claimable: not_claimable(subject, claimable).map(str::to_owned),
        amount: (!finding.is_denied()).then(|| amount_shown(subject, rule, finding, share.or(estimate))),
        missing: missing(subject, finding),
        reasons: if asked && !direction { conditions(subject, rule, finding) } else { Vec::new() },
        advice: advice(subject, document, place, context),
        lines_met: lines_met(subject, rule, finding),
        arithmetic: written.map_or_else(Vec::new, |amount| lines(subject, amount, finding)),
        terms: written.and_then(|amount| terms(subject, amount)),
        years: written.map_or_else(Vec::new, |_| years(subject, finding)),
        ladder: Vec::new(),
        dropped,
        together,
        readings: if asked { readings(subject, rule, finding) } else { Vec::new() },
        clause: paragraphs(document.quotes_in(rule.quotes)),
        explained: terms_in(subject, document.quotes_in(rule.quotes)),
        apply: subject.say(rule.apply.as_ref().unwrap_or(&document.apply)),
    }
}

impl Card {
    /// Whether what one may get comes to exactly nothing.
    pub(super) fn gives_nothing(&self) -> bool {
        self.amount.as_ref().is_some_and(|amount| amount.nothing)
    }
}

/// Why one cannot simply apply; under a draft, by what the card was worked out.
fn not_claimable(subject: Subject<'_>, claimable: Claimable) -> Option<&'static str> {
    if claimable == Claimable::Draft { Some(subject.words().claim.draft_card) } else { claim_words(subject, claimable).1 }
}

fn amount_of(rule: &Measure) -> Option<&Amount> {
    match &rule.pays {
        Pays::Amount(amount, _) => Some(amount),
        Pays::None | Pays::Unstated | Pays::Elsewhere => None,
    }
}

fn amount_shown(subject: Subject<'_>, rule: &Measure, finding: &Finding, counted: Option<Estimate>) -> AmountShown {
    let words = &subject.words().amount;
    AmountShown {
        text: estimate_words(subject, finding.kind, counted),
        note: kind_note(subject, finding.kind),
        nothing: counted.is_some_and(|counted| counted.most == Interval::ZERO),
        paid_by: rule.paid_by.as_ref().filter(|_| finding.settled_by.is_none()).map(|who| words.paid_by.with([subject.lang.of(who)])),
    }
}

fn missing(subject: Subject<'_>, finding: &Finding) -> Vec<Missing> {
    let facts = finding.causes.facts.iter();
    facts.map(|fact| Missing { fact, label: subject.words().card.go_and_answer.with([&subject.name(fact)]) }).collect()
}

/// The kind of applicant where it says something, then what must hold. Once a condition is not met, open ones do not matter.
fn conditions(subject: Subject<'_>, rule: &Measure, finding: &Finding) -> Vec<ReasonItem> {
    let words = &subject.words().reason;
    let teller = Teller { subject, row: None };
    let applicant = subject.library.applicant.map(|fact| ReasonItem {
        mark: finding.applicant.into(),
        text: words.needs.with([&subject.name(fact), &words.one_of.with([&kinds(subject, rule)])]),
        yours: teller.answered(Place::Fact(fact)),
        by_list: false,
        parts: Vec::new(),
    });
    let found = |when: &Condition| {
        let reason = reasons(subject.library, when, &subject.assessment.steps, &finding.when_steps)?;
        Some(teller.items(&reason))
    };
    let conditions = rule.when.as_ref().and_then(found).unwrap_or_default();
    let plain = finding.applicant == Verdict::Yes && (!conditions.is_empty() || finding.outcome != Outcome::Qualifies);
    let all = applicant.into_iter().filter(|_| !plain).chain(conditions);
    let denied = finding.outcome == Outcome::DoesNotQualify;
    all.filter(|item| !denied || item.mark != Mark::Open).collect()
}

/// The kinds of applicant a measure is for.
fn kinds(subject: Subject<'_>, rule: &Measure) -> String {
    let kind = subject.library.applicant.and_then(|fact| subject.library.fact(fact));
    kind.map_or_else(String::new, |fact| subject.options(&fact.kind, rule.applicants))
}

fn summary(subject: Subject<'_>, document: &Document, (measure, finding): (&Measure, &Finding), dropped: &[DroppedRow]) -> Vec<String> {
    let words = &subject.words().summary;
    if let Some(combine) = finding.settled_by.and_then(|place| document.combines.get(usize::from(place))) {
        return vec![words.settled.with([&rule(subject, document, combine)])];
    }
    let one = match finding.outcome {
        Outcome::Qualifies if measure.when.is_none() => words.no_condition.to_owned(),
        Outcome::Qualifies => words.qualifies.to_owned(),
        Outcome::SubjectToReview => review(subject, measure, finding),
        Outcome::NeedsAnswers => words.needs.with([&subject.names(finding.causes.facts)]),
        Outcome::DoesNotQualify if finding.rows == RowState::Denied => words.not_by_rows.to_owned(),
        Outcome::DoesNotQualify => words.not.to_owned(),
        Outcome::NotApplicable if finding.applicant == Verdict::No => words.other_applicant.with([&kinds(subject, measure)]),
        Outcome::NotApplicable => words.no_rows.with([&lists(subject, measure)]),
    };
    let review = finding.outcome == Outcome::SubjectToReview;
    let mut told = Vec::new();
    let only_listed = review && finding.causes.list() && !finding.causes.text() && !finding.causes.authority();
    if !only_listed {
        told.push(one);
    }
    for (reading, found) in measure.readings.iter().zip(&finding.readings) {
        if review && found.verdict == Verdict::No {
            told.push(words.denied_by.with([subject.lang.of(&reading.text)]));
        }
    }
    if review && finding.causes.list() {
        told.push(words.list.to_owned());
        for row in dropped {
            listed(subject, &row.reasons, &mut told);
        }
    }
    if !finding.is_denied() && finding.estimate.is_some_and(|estimate| estimate.most == Interval::ZERO) {
        told.push(words.nothing.to_owned());
    }
    let closer = !finding.causes.facts.is_empty() && finding.outcome != Outcome::NeedsAnswers;
    let closer = closer.then(|| words.closer.with([&subject.names(finding.causes.facts)]));
    told.extend(closer);
    told
}

/// What is required of the countries entered of which it is not sure whether a list holds them, each once.
fn listed(subject: Subject<'_>, items: &[ReasonItem], told: &mut Vec<String>) {
    for item in items {
        if item.by_list {
            let sentence = Teller { subject, row: None }.joined(item.text.clone(), Some(item.yours.clone()));
            if !told.contains(&sentence) {
                told.push(sentence);
            }
        }
        listed(subject, &item.parts, told);
    }
}

/// Neither condition nor money.
fn is_direction(rule: &Measure) -> bool {
    rule.when.is_none() && rule.pays == Pays::None
}

fn review(subject: Subject<'_>, rule: &Measure, finding: &Finding) -> String {
    let words = &subject.words().summary;
    let (text, authority) = (finding.causes.text(), finding.causes.authority());
    match (is_direction(rule), text, authority) {
        (true, ..) => words.direction,
        (_, true, true) => words.text_and_authority,
        (_, true, false) => words.text,
        (_, false, _) => words.authority,
    }
    .to_owned()
}

/// The lists a measure pays over.
fn lists(subject: Subject<'_>, rule: &Measure) -> String {
    let mut lists = Vec::new();
    if let Some(amount) = amount_of(rule) {
        collect_lists(amount, &mut lists);
    }
    lists.into_iter().map(|list| subject.name(list)).collect::<Vec<_>>().join(subject.words().comma)
}

fn collect_lists(amount: &Amount, lists: &mut Vec<FactId>) {
    match amount {
        Amount::Literal(..) | Amount::Place(_) => {}
        Amount::Sum(parts) | Amount::Product(parts) => parts.iter().for_each(|part| collect_lists(part, lists)),
        Amount::AtMost(inner, _) | Amount::UpTo(inner, _) | Amount::Minus(inner, _) => collect_lists(inner, lists),
        Amount::BetterOf(one, other) => [one, other].into_iter().for_each(|part| collect_lists(part, lists)),
        Amount::Total(total) => lists.extend(total.list.fact().filter(|list| !lists.contains(list))),
    }
}

/// A reading may make sure what is a ceiling by default.
fn kind_under(kind: Kind, estimate: Option<Estimate>) -> Kind {
    let sure = estimate.is_some_and(|estimate| estimate.least == estimate.most.low);
    if kind == Kind::Ceiling && sure { Kind::Exact } else { kind }
}

fn readings(subject: Subject<'_>, rule: &Measure, finding: &Finding) -> Vec<ReadingShown> {
    let words = &subject.words().card;
    let shown = rule.readings.iter().zip(&finding.readings).map(|(reading, found)| {
        let gives = match found.verdict {
            Verdict::No => words.reading_denies.to_owned(),
            Verdict::Unknown => words.reading_open.to_owned(),
            Verdict::Yes if found.estimate == finding.estimate && !finding.is_denied() => words.reading_same.to_owned(),
            Verdict::Yes => words.reading_gives.with([&estimate_words(subject, kind_under(finding.kind, found.estimate), found.estimate)]),
        };
        let computed = reading.when.is_some() || reading.pays.is_some();
        ReadingShown { text: subject.say(&reading.text), gives: computed.then_some(gives) }
    });
    shown.collect()
}
