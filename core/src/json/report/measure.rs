//! One measure in the one JSON form.

use serde::Serialize;

use super::{EstimateReport, fact_names, money};
use crate::advise::{Margin, margins};
use crate::explain::{self, Line, Reason, RowFate, Test, Token};
use crate::expression::{Amount, Place};
use crate::fact::{ColumnId, FactId, ListId};
use crate::json::write::quantity;
use crate::library::{Document, Library, Measure};
use crate::measure::{Finding, ReadingFinding};
use crate::quantity::Shown;
use crate::trace::{Fate, Step};
use crate::verdict::Verdict;

/// One measure.
#[derive(Serialize)]
pub(super) struct MeasureReport<'a> {
    id: &'a str,
    clause: &'a str,
    outcome: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<EstimateReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid_by: Option<&'a str>,
    missing: Vec<&'a str>,
    authority: bool,
    text: bool,
    list: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    settled_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<ReasonReport<'a>>,
    arithmetic: Vec<LineReport<'a>>,
    rows: Vec<RowReport<'a>>,
    readings: Vec<ReadingReport<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    margins: Vec<MarginReport<'a>>,
}

#[derive(Serialize)]
struct ReasonReport<'a> {
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    test: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<ReasonReport<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any: Option<Vec<ReasonReport<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<ReasonReport<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<&'a str>,
}

/// How far what is known is from a line.
#[derive(Serialize)]
struct MarginReport<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<&'a str>,
    test: String,
    known: String,
    met: bool,
    by: String,
    decisive: bool,
}

#[derive(Serialize)]
pub(super) struct LineReport<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inner_list: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inner_row: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    formula: String,
    comes_to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<String>,
    result: String,
}

#[derive(Serialize)]
struct RowReport<'a> {
    list: &'a str,
    row: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    inner_list: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inner_row: Option<u16>,
    fate: &'static str,
}

#[derive(Serialize)]
struct ReadingReport<'a> {
    id: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<EstimateReport>,
}

pub(super) fn report<'a>(
    library: &'a Library,
    document: &'a Document,
    rule: &'a Measure,
    finding: &Finding,
    steps: &[Step],
) -> MeasureReport<'a> {
    let reason = rule.when.as_ref().and_then(|when| explain::reasons(library, when, steps, &finding.when_steps));
    let amount = rule.pays.amount();
    let lines =
        amount.filter(|_| finding.estimate.is_some()).map(|amount| explain::arithmetic(library, amount, steps, &finding.pays_steps));
    let rows = amount.map(|amount| explain::row_fates(amount, steps, &finding.pays_steps));
    MeasureReport {
        id: &rule.id,
        clause: document.quotes_in(rule.quotes).first().map_or("", |quote| quote.heading.as_str()),
        outcome: finding.outcome.name(),
        kind: finding.kind.name(),
        estimate: finding.estimate.map(Into::into),
        paid_by: rule.paid_by.as_ref().map(|text| text.zh.as_str()),
        missing: fact_names(library, finding.causes.facts),
        authority: finding.causes.authority(),
        text: finding.causes.text(),
        list: finding.causes.list(),
        settled_by: finding.settled_by.and_then(|place| document.combines.get(usize::from(place))).map(|combine| combine.id.as_str()),
        margins: reason.as_ref().map_or_else(Vec::new, |reason| margins(reason).iter().map(|one| margin_report(library, one)).collect()),
        why: reason.map(|reason| reason_report(library, &reason)),
        arithmetic: lines.unwrap_or_default().iter().map(|line| line_report(library, line)).collect(),
        rows: rows.unwrap_or_default().iter().map(|row| row_report(library, *row)).collect(),
        readings: rule.readings.iter().zip(&finding.readings).map(|(reading, found)| reading_report(&reading.id, *found)).collect(),
    }
}

fn reason_report<'a>(library: &'a Library, reason: &Reason<'_>) -> ReasonReport<'a> {
    let each = |parts: &[Reason<'_>]| Some(parts.iter().map(|part| reason_report(library, part)).collect());
    let mut report =
        ReasonReport { verdict: verdict(reason.verdict), test: None, known: None, all: None, any: None, not: None, fact: None };
    match &reason.test {
        Test::All(parts) => report.all = each(parts),
        Test::Any(parts) => report.any = each(parts),
        Test::Not(part) => report.not = Some(Box::new(reason_report(library, part))),
        Test::Holds(place) => report.fact = name(library, *place),
        Test::Compare { left, known, sign, bound, unit } => {
            report.fact = if let Amount::Place(place) = left { name(library, *place) } else { None };
            report.test = Some(format!("{} {}", sign.symbol(), quantity(*bound, *unit)));
            report.known = Some(quantity(*known, *unit));
        }
        Test::OneOf(place, options) => {
            report.fact = name(library, *place);
            report.test = Some(option_names(library, *place, *options));
        }
        Test::Recognised(place) => {
            report.fact = name(library, *place);
            report.test = Some("recognised".to_owned());
        }
        Test::FirstReaches { value, known, threshold, known_before, unit, .. } => {
            report.fact = if let Amount::Place(place) = value { name(library, *place) } else { None };
            report.test = Some(format!("first reaches {} after {}", quantity(*threshold, *unit), quantity(*known_before, *unit)));
            report.known = Some(quantity(*known, *unit));
        }
        Test::Listed { country, list, on } => {
            report.fact = name(library, *country);
            let list = library.country_lists.get(usize::from(list.0)).map_or("", |list| list.id.as_str());
            report.test = Some(format!("in {list} at {}", name(library, *on).unwrap_or("")));
        }
    }
    report
}

fn margin_report<'a>(library: &'a Library, margin: &Margin<'_>) -> MarginReport<'a> {
    MarginReport {
        fact: if let Amount::Place(place) = margin.what { name(library, *place) } else { None },
        test: format!("{} {}", margin.sign.symbol(), quantity(margin.line, margin.unit)),
        known: quantity(margin.known, margin.unit),
        met: margin.met,
        by: Shown(margin.by, margin.unit).to_string(),
        decisive: margin.decisive,
    }
}

fn name(library: &Library, place: Place) -> Option<&str> {
    match place {
        Place::Fact(fact) => library.fact(fact).map(|fact| fact.name.as_str()),
        Place::Column(_) => None,
    }
}

fn option_names(library: &Library, place: Place, options: u64) -> String {
    let Place::Fact(fact) = place else { return String::new() };
    let all = library.fact(fact).map_or(&[][..], |fact| fact.kind.options());
    let names: Vec<&str> =
        (0_u32..).zip(all).filter(|(i, _)| options.checked_shr(*i).unwrap_or(0) & 1 == 1).map(|(_, option)| option.name.as_str()).collect();
    format!("in [{}]", names.join(", "))
}

pub(super) fn line_report<'a>(library: &'a Library, line: &Line) -> LineReport<'a> {
    LineReport {
        list: line.row.and_then(|(list, _)| fact_name(library, list)),
        row: line.row.map(|(_, row)| row),
        inner_list: inner_name(library, line.row.map(|(list, _)| list), line.inner),
        inner_row: line.inner.map(|(_, row)| row),
        year: line.year,
        formula: line.formula.iter().map(token).collect(),
        comes_to: quantity(line.comes_to, line.unit),
        cap: line.cap.map(money),
        result: quantity(line.result, line.unit),
    }
}

fn token(token: &Token) -> String {
    match token {
        Token::Value(interval, unit) if interval.value().is_some() => Shown(interval.low, *unit).to_string(),
        Token::Value(interval, unit) => format!("[{}]", quantity(*interval, *unit)),
        sign => sign.sign().to_owned(),
    }
}

fn row_report(library: &Library, row: RowFate) -> RowReport<'_> {
    RowReport {
        list: fact_name(library, row.list).unwrap_or(""),
        row: row.row,
        inner_list: inner_name(library, Some(row.list), row.inner),
        inner_row: row.inner.map(|(_, row)| row),
        fate: fate(row.fate),
    }
}

/// The name of the column that holds the list inside a row.
fn inner_name(library: &Library, fact: Option<FactId>, inner: Option<(ColumnId, u16)>) -> Option<&str> {
    let list = fact.map(|fact| ListId { fact, inner: None });
    library.column(list, inner?.0).map(|column| column.name.as_str())
}

fn reading_report(id: &str, found: ReadingFinding) -> ReadingReport<'_> {
    ReadingReport { id, verdict: verdict(found.verdict), estimate: found.estimate.map(Into::into) }
}

pub(super) fn fact_name(library: &Library, fact: FactId) -> Option<&str> {
    library.fact(fact).map(|fact| fact.name.as_str())
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no",
        Verdict::Unknown => "unknown",
    }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Kept => "kept",
        Fate::Open => "open",
        Fate::NotKept => "not_kept",
        Fate::OutsideWindow => "outside_window",
        Fate::AfterAsOf => "after_as_of",
        Fate::UsedElsewhere => "used_elsewhere",
        Fate::NotAmongLargest => "not_among_largest",
        Fate::NotBestOfKey => "not_best_of_key",
        Fate::Empty => "empty",
    }
}
