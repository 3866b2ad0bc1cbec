//! What comes out for an example, in the form in which it is expected.

use mingbai_core::assess::DocumentFinding;
use mingbai_core::explain::{Line, Token, arithmetic};
use mingbai_core::interval::Interval;
use mingbai_core::library::{Document, Kind, Measure};
use mingbai_core::measure::{Estimate, Finding, Outcome};
use mingbai_core::quantity::{Shown, Unit};
use mingbai_core::verdict::Verdict;

use super::expect::{Expectation, Expected, Read, is_denied};
use super::{Expect, Run, Subject};

/// What came out, with the readings that the expectation names.
pub(super) fn found(document: &Document, finding: &DocumentFinding, expect: &Expect<'_>) -> Option<Expectation> {
    let Subject::Measure(place) = expect.subject else {
        return together(document, finding, expect.subject).map(range).map(Expectation::Together);
    };
    let (rule, found) = measure(document, finding, place)?;
    let named = if let Expectation::Measure(expected) = &expect.expectation { expected.readings.as_slice() } else { &[] };
    let readings = named.iter().filter_map(|(id, _)| Some((id.clone(), read(rule, found, id)?))).collect();
    let amount = (!is_denied(found.outcome)).then(|| (found.kind, found.estimate.map(range)));
    Some(Expectation::Measure(Expected { outcome: found.outcome, amount, readings }))
}

/// Whether the amount is known to the fen.
pub(super) fn is_settled(document: &Document, finding: &DocumentFinding, subject: Subject) -> bool {
    let estimate = match subject {
        Subject::Measure(place) => measure(document, finding, place).and_then(|(_, found)| found.estimate),
        Subject::Combine(place) if waits_only_for_review(document, finding, place) => None,
        Subject::Combine(_) | Subject::Sum => together(document, finding, subject),
    };
    is_known(estimate)
}

fn is_known(estimate: Option<Estimate>) -> bool {
    estimate.is_none_or(|estimate| estimate.most.value().is_some())
}

/// Whether what a combine gives is open only because others decide whether its measures are paid.
fn waits_only_for_review(document: &Document, finding: &DocumentFinding, place: u16) -> bool {
    let Some(combine) = document.combines.get(usize::from(place)) else { return false };
    let asked = finding.combined.iter().any(|combined| combined.combine == place && !combined.causes.facts.is_empty());
    let mut among = combine.among.iter().filter_map(|one| measure(document, finding, *one));
    !asked && among.all(|(_, found)| found.outcome != Outcome::NeedsAnswers && is_known(found.estimate))
}

fn measure<'a>(document: &'a Document, finding: &'a DocumentFinding, place: u16) -> Option<(&'a Measure, &'a Finding)> {
    document.measures.get(usize::from(place)).zip(finding.measures.get(usize::from(place)))
}

/// What several measures give together.
fn together(document: &Document, finding: &DocumentFinding, subject: Subject) -> Option<Estimate> {
    match subject {
        Subject::Combine(place) => combined(document, finding, place),
        Subject::Measure(_) | Subject::Sum => {
            let sums = [Kind::Exact, Kind::Ceiling].into_iter().filter_map(|kind| finding.sums.of(kind));
            Some(sums.fold(Estimate::ZERO, Estimate::plus))
        }
    }
}

/// From the least to the most.
fn range(estimate: Estimate) -> Interval {
    Interval { low: estimate.least, high: estimate.most.high }
}

fn read(rule: &Measure, finding: &Finding, id: &str) -> Option<Read> {
    let place = rule.readings.iter().position(|reading| reading.id == id)?;
    let reading = finding.readings.get(place)?;
    Some(match (reading.verdict, reading.estimate) {
        (Verdict::No, _) => Read::Denied,
        (_, None) => Read::Granted,
        (_, Some(estimate)) => Read::Amount(range(estimate)),
    })
}

/// What the measures of a combine give together. Where there is nothing to choose, each adds what it adds to the sums.
fn combined(document: &Document, finding: &DocumentFinding, place: u16) -> Option<Estimate> {
    if let Some(combined) = finding.combined.iter().find(|combined| combined.combine == place) {
        return Some(combined.together);
    }
    let among = &document.combines.get(usize::from(place))?.among;
    let alone = among.iter().filter_map(|one| measure(document, finding, *one)).filter_map(|(rule, found)| contribution(rule, found));
    Some(alone.fold(Estimate::ZERO, Estimate::plus))
}

/// What a measure adds to a sum: nothing if another pays or there is no upper end, the low end only if it qualifies.
fn contribution(rule: &Measure, found: &Finding) -> Option<Estimate> {
    let estimate = found.estimate.filter(|estimate| rule.paid_by.is_none() && estimate.most.high.is_some())?;
    match found.outcome {
        Outcome::Qualifies => Some(estimate),
        Outcome::SubjectToReview | Outcome::NeedsAnswers => Some(Estimate { most: estimate.most.from_zero(), ..Estimate::ZERO }),
        Outcome::DoesNotQualify | Outcome::NotApplicable => None,
    }
}

/// How the outcome of a measure came about: what it waits for, or its arithmetic.
pub(super) fn working(run: &Run<'_>, subject: Subject) -> Option<String> {
    let Subject::Measure(place) = subject else { return None };
    let (rule, found) = measure(run.document, run.finding()?, place)?;
    if found.outcome == Outcome::NeedsAnswers {
        let names = found.causes.facts.iter().filter_map(|fact| Some(run.library.fact(fact)?.name.as_str()));
        return Some(format!(
            "it waits for {}; answer it in `given`, or in `assumes` for all examples",
            names.collect::<Vec<_>>().join(", ")
        ));
    }
    let amount = rule.pays.amount().filter(|_| found.estimate.is_some())?;
    let lines = arithmetic(run.library, amount, &run.assessment.steps, &found.pays_steps);
    Some(lines.iter().map(written).collect::<Vec<_>>().join("\n"))
}

fn written(line: &Line) -> String {
    let formula: String = line.formula.iter().map(|token| symbol(*token)).collect();
    let comes_to = quantity(line.comes_to, line.unit);
    match line.cap {
        Some(cap) => format!("{formula} = {comes_to}, at most {} = {}", quantity(cap, line.unit), quantity(line.result, line.unit)),
        None => format!("{formula} = {comes_to}"),
    }
}

fn symbol(token: Token) -> String {
    match token {
        Token::Value(interval, unit) => quantity(interval, unit),
        sign => sign.sign().to_owned(),
    }
}

fn quantity(interval: Interval, unit: Unit) -> String {
    let low = Shown(interval.low, unit);
    match interval.high {
        _ if interval.low == Interval::NO_LOW => {
            format!("..{}", interval.high.map_or_else(|| unit.name().to_owned(), |high| Shown(high, unit).to_string()))
        }
        Some(high) if high == interval.low => low.to_string(),
        Some(high) => format!("{low}..{}", Shown(high, unit)),
        None => format!("{low}.."),
    }
}
