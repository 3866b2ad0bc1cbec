//! Measures: conditions, amounts and readings.

use mingbai_core::expression::{Amount, Certainty, Condition};
use mingbai_core::fact::{FactId, Text};
use mingbai_core::library::{Kind, Measure, Pays, Reading};
use mingbai_core::quantity::Unit;

use super::document::Context;
use super::names::{option, refuse_duplicates};
use super::uses::{parts_of_amount, uses_of_condition};
use crate::diagnostic::{Diagnostic, Span};
use crate::doc::{DocumentDoc, MeasureDoc, Name, ReadingDoc};
use crate::expr;

/// Resolves a measure that rests on the quotes in the range.
pub(super) fn measure(context: &mut Context<'_>, id: &Name, doc: &MeasureDoc, quotes: (u32, u32)) -> Measure {
    let document = context.document;
    let when = doc.when.as_ref().and_then(|when| context.condition(when));
    let mut readings: Vec<Reading> = doc.reading.iter().map(|reading| own_reading(context, reading)).collect();
    readings.extend(document.reading.iter().filter_map(|reading| document_reading(context, reading, when.as_ref())));
    let ids = document.reading.iter().chain(&doc.reading).map(|reading| (context.source, &reading.id));
    refuse_duplicates("readings", ids, context.diagnostics);
    Measure {
        id: id.text.clone(),
        title: doc.title.0.clone(),
        quotes,
        applicants: applicants(context, document, doc),
        when,
        pays: doc.pays.as_ref().map_or(Pays::None, |pays| self::pays(context, pays)),
        paid_by: doc.paid_by.as_ref().map(|text| text.0.clone()),
        apply: doc.apply.as_ref().map(|text| text.0.clone()),
        readings,
    }
}

/// The kinds of applicant, as bits of the options of the fact `applicant`.
fn applicants(context: &mut Context<'_>, document: &DocumentDoc, doc: &MeasureDoc) -> u64 {
    let options = context.facts.named("applicant").map(|(_, fact)| fact.kind.options()).unwrap_or_default();
    let names = doc.applicants.as_ref().unwrap_or(&document.applicants);
    names.iter().fold(0, |bits, name| {
        let place = option("kind of applicant", context.source, options, name)
            .map_err(|refusal| refusal.also("a kind that is new is an option of `applicant` in facts/applicant.toml"));
        bits | context.keep(place).and_then(|place| 1_u64.checked_shl(place.into())).unwrap_or(0)
    })
}

fn pays(context: &mut Context<'_>, written: &Name) -> Pays {
    match written.text.as_str() {
        "none" => Pays::None,
        "unstated" => Pays::Unstated,
        "elsewhere" => Pays::Elsewhere,
        _ => match money(context, written) {
            Some(amount) => {
                let kind = kind(&amount);
                Pays::Amount(amount, kind)
            }
            None => Pays::None,
        },
    }
}

/// An amount of money in yuan.
pub(super) fn money(context: &mut Context<'_>, written: &Name) -> Option<Amount> {
    let node = context.parsed(written)?;
    let priced = context.scope().amount(&node);
    let priced = context.keep(priced)?;
    if priced.unit != Unit::Yuan {
        let message = format!("money is paid in 元, not in {}", priced.unit.name());
        context.diagnostics.push(Diagnostic::new(
            "types::pays",
            message,
            context.source,
            node.span,
            format!("is in {}", priced.unit.name()),
        ));
        return None;
    }
    Some(priced.amount)
}

/// The least certain word in an amount.
fn kind(amount: &Amount) -> Kind {
    parts_of_amount(amount)
        .into_iter()
        .map(|part| match part {
            Amount::UpTo(_, Certainty::Assessed) => Kind::Assessed,
            Amount::UpTo(_, Certainty::Ceiling) => Kind::Ceiling,
            _ => Kind::Exact,
        })
        .max()
        .unwrap_or(Kind::Exact)
}

fn own_reading(context: &mut Context<'_>, reading: &ReadingDoc) -> Reading {
    Reading {
        id: reading.id.text.clone(),
        text: words(reading),
        when: reading.when.as_ref().and_then(|when| context.condition(when)),
        besides: false,
        pays: reading.pays.as_ref().and_then(|pays| money(context, pays)),
    }
}

/// A reading of the whole document: one more condition, unless the measure asks for the same facts by itself.
fn document_reading(context: &mut Context<'_>, reading: &ReadingDoc, when: Option<&Condition>) -> Option<Reading> {
    let more = context.condition(reading.when.as_ref()?)?;
    let own: Vec<FactId> = when.map(uses_of_condition).unwrap_or_default();
    if uses_of_condition(&more).iter().any(|fact| own.contains(fact)) {
        return None;
    }
    Some(Reading { id: reading.id.text.clone(), text: words(reading), when: Some(more), besides: true, pays: None })
}

/// Refuses readings of the whole document that are more than a condition.
pub(super) fn refuse_document_readings(context: &mut Context<'_>) {
    for reading in &context.document.reading {
        let (span, label): (Span, _) = match (&reading.pays, &reading.when) {
            (Some(pays), _) => (pays.span, "not here"),
            (None, None) => (reading.id.span, "has no `when`"),
            _ => continue,
        };
        let refusal = Diagnostic::new("readings::document", "a reading of the whole document is a condition", context.source, span, label);
        context.diagnostics.push(refusal.help("give it `when`, which every measure must then meet as well"));
    }
}

fn words(reading: &ReadingDoc) -> Text {
    Text { zh: reading.zh.0.clone(), en: reading.en.0.clone() }
}

impl Context<'_> {
    /// The expression as a condition, unless it is refused or under test says nothing.
    pub(super) fn condition(&mut self, written: &Name) -> Option<Condition> {
        if self.change.is_some_and(|change| change.silences(written.span)) {
            return None;
        }
        let node = self.parsed(written)?;
        let resolved = self.scope().condition(&node);
        self.keep(resolved)
    }

    /// The syntax tree, unless it is refused.
    fn parsed(&mut self, written: &Name) -> Option<expr::Node> {
        let parsed = expr::parse(self.source, written);
        self.keep(parsed)
    }
}
