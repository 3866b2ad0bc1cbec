//! The changes to the rules of a document, block by block.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::expression::{Amount, Condition};
use mingbai_core::library::{CombineRule, Document, Gives};
use mingbai_core::quantity::{Shown, Unit};
use rust_decimal::Decimal;

use super::change::{Edit, Mutant, words};
use super::parts::Parts;
use crate::diagnostic::{Source, Span};
use crate::doc::{CombineDoc, Content, Defined, DocumentDoc, MeasureDoc, Name, PolicyDoc, ReadingDoc, RunDoc};
use crate::expr::{self, Node, NodeKind};
use crate::resolve::Policies;

/// Every change to the rules of the document at that place, in the order of the file.
pub(super) fn mutants(policies: &Policies, place: usize, policy: &PolicyDoc, rules: &Document) -> Vec<Mutant> {
    let applicants = policies.library.documents.get(place).and(policies.library.applicant).and_then(|id| policies.library.fact(id));
    let kinds = applicants.map(|fact| fact.kind.options().iter().map(|option| option.name.clone()).collect()).unwrap_or_default();
    let mut rules = Rules { policies, source: &policy.source, document: rules, kinds, run: 0, measure: 0, combine: 0, found: Vec::new() };
    for (number, run) in policy.runs.iter().enumerate() {
        rules.run = number;
        rules.of_run(policy, run);
    }
    rules.found
}

/// Collects the changes to a document.
struct Rules<'a> {
    policies: &'a Policies,
    source: &'a Arc<Source>,
    document: &'a Document,
    /// The kinds of applicant, in the order of their bits.
    kinds: Vec<String>,
    run: usize,
    /// How many measures and combines stand before.
    measure: usize,
    combine: usize,
    found: Vec<Mutant>,
}

impl Rules<'_> {
    fn of_run(&mut self, policy: &PolicyDoc, run: &RunDoc) {
        let mut numbers = Vec::new();
        for block in &run.blocks {
            match &block.content {
                Content::Document(head) => self.head(policy, head),
                Content::Measure(id, measure) => self.measure(id, measure),
                Content::Define(define) => define.names.iter().for_each(|(name, defined)| self.defined(name, defined)),
                Content::Combine(id, combine) => self.combine(id, combine),
                Content::Note(_) | Content::Example(_) => continue,
            }
            let readings: Vec<Span> =
                readings_of(&block.content).iter().flat_map(|one| one.when.iter().chain(&one.pays)).map(|one| one.span).collect();
            let own = block.content.expressions().into_iter().filter(|written| !readings.contains(&written.span));
            numbers.extend(own.filter_map(|written| expr::parse(self.source, written).ok()).flat_map(|node| numbers_of(&node)));
        }
        self.swaps(&numbers);
    }

    fn add(&mut self, span: Span, what: impl Into<String>, edit: Edit) {
        self.found.push(Mutant { run: self.run, span, what: what.into(), edit });
    }

    fn change(&mut self, span: Span, what: impl Into<String>, change: impl Fn(&mut Document) + Send + Sync + 'static) {
        self.add(span, what, Edit::Rules(Box::new(change)));
    }

    fn expression(&mut self, written: &Name, list: Option<&str>) -> Option<Node> {
        let parts = Parts { source: self.source, facts: &self.policies.facts, in_reading: false, found: Vec::new() };
        self.parts(written, list, parts)
    }

    fn expression_of_reading(&mut self, written: &Name) {
        let parts = Parts { source: self.source, facts: &self.policies.facts, in_reading: true, found: Vec::new() };
        self.parts(written, None, parts);
    }

    fn parts(&mut self, written: &Name, list: Option<&str>, mut parts: Parts<'_>) -> Option<Node> {
        let node = expr::parse(self.source, written).ok()?;
        parts.node(&node, list);
        for part in parts.found {
            self.add(part.at, part.what, Edit::part(part.at, part.node));
        }
        Some(node)
    }

    /// A whole condition: its parts, and without it.
    fn condition(&mut self, written: &Name) {
        self.expression(written, None);
        let without = Edit::Parts(BTreeMap::from([(written.span, None)]));
        self.add(written.span, format!("without when {}", words(self.source, written.span)), without);
    }

    fn head(&mut self, policy: &PolicyDoc, head: &DocumentDoc) {
        self.readings(&head.reading, None);
        let by_default: Vec<usize> =
            measures(policy).enumerate().filter(|(_, doc)| doc.applicants.is_none()).map(|(place, _)| place).collect();
        for name in head.applicants.iter().filter(|_| head.applicants.len() > 1) {
            let (bit, places) = (self.bit(&name.text), by_default.clone());
            self.change(name.span, format!("not for {}", name.text), move |document| {
                let measures = document.measures.iter_mut().enumerate().filter(|(place, _)| places.contains(place));
                measures.for_each(|(_, measure)| measure.applicants &= !bit);
            });
        }
    }

    fn bit(&self, kind: &str) -> u64 {
        let place = self.kinds.iter().position(|one| one == kind).and_then(|place| u32::try_from(place).ok());
        place.and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
    }

    fn measure(&mut self, id: &Name, doc: &MeasureDoc) {
        let place = self.measure;
        self.measure = place.saturating_add(1);
        doc.when.iter().for_each(|when| self.condition(when));
        let pays = doc.pays.as_ref().filter(|pays| !matches!(pays.text.as_str(), "none" | "unstated" | "elsewhere"));
        if let Some((node, pays)) = pays.and_then(|pays| Some((self.expression(pays, None)?, pays))) {
            self.opened(pays, node);
        }
        self.readings(&doc.reading, Some(place));
        self.applicants(id, doc, place);
    }

    /// What is paid for certain as a ceiling.
    fn opened(&mut self, pays: &Name, node: Node) {
        if node.all().iter().all(|part| !matches!(part.kind, NodeKind::UpTo(..))) {
            let span = node.span;
            let inner = Node { span: Span { start: span.start, end: span.start }, kind: node.kind };
            let kind = NodeKind::UpTo(Box::new(inner), mingbai_core::expression::Certainty::Ceiling);
            self.add(pays.span, format!("{}: with up to", words(self.source, span)), Edit::part(span, Node { span, kind }));
        }
    }

    /// All other kinds of applicant let in, and each that the measure itself names left out.
    fn applicants(&mut self, id: &Name, doc: &MeasureDoc, place: usize) {
        self.change(id.span, format!("{}: for every kind of applicant", id.text), move |document| {
            document.measures.get_mut(place).into_iter().for_each(|measure| measure.applicants = u64::MAX);
        });
        for name in doc.applicants.iter().filter(|names| names.len() > 1).flatten() {
            let bit = self.bit(&name.text);
            self.change(name.span, format!("{}: not for {}", id.text, name.text), move |document| {
                document.measures.get_mut(place).into_iter().for_each(|measure| measure.applicants &= !bit);
            });
        }
    }

    /// The readings of a measure, or without one of the whole document. What is only said of a reading changes nothing.
    fn readings(&mut self, readings: &[ReadingDoc], of: Option<usize>) {
        for reading in readings {
            reading.when.iter().chain(&reading.pays).for_each(|written| self.expression_of_reading(written));
            if reading.when.is_none() && reading.pays.is_none() {
                continue;
            }
            let id = reading.id.text.clone();
            self.change(reading.id.span, format!("without the reading {id}"), move |document| {
                let measures = document.measures.iter_mut().enumerate().filter(|(place, _)| of.is_none_or(|of| of == *place));
                measures.for_each(|(_, measure)| measure.readings.retain(|reading| reading.id != id));
            });
        }
    }

    fn defined(&mut self, name: &Name, defined: &Defined) {
        match defined {
            Defined::Expression(written) => _ = self.expression(written, None),
            Defined::OfRows(rows) => rows.values().for_each(|written| _ = self.expression(written, Some(&name.text))),
        }
    }

    fn combine(&mut self, id: &Name, doc: &CombineDoc) {
        let place = self.combine;
        self.combine = place.saturating_add(1);
        doc.when.iter().for_each(|when| self.condition(when));
        doc.at_most.iter().for_each(|limit| _ = self.expression(limit, None));
        self.change(id.span, format!("without {}", id.text), move |document| {
            document.combines.get_mut(place).into_iter().for_each(|combine| {
                combine.rule = CombineRule::AtMost(Amount::Literal(Decimal::MAX, Unit::Yuan));
                combine.when = Some(Condition::Any(Vec::new()));
            });
        });
        if doc.gives.is_some() {
            self.change(id.span, format!("{}: nothing ↔ elsewhere", id.text), move |document| {
                document.combines.get_mut(place).into_iter().for_each(|combine| turn_gives(&mut combine.rule));
            });
        }
        self.among(doc, place);
    }

    fn among(&mut self, doc: &CombineDoc, place: usize) {
        for name in doc.among.iter().filter(|names| names.len() > 1).flatten() {
            let measure = self.document.measures.iter().position(|measure| measure.id == name.text);
            self.change(name.span, format!("without {}", name.text), move |document| {
                let left_out = |one: u16| Some(usize::from(one)) == measure;
                document.combines.get_mut(place).into_iter().for_each(|combine| combine.among.retain(|one| !left_out(*one)));
            });
        }
    }

    /// Each two numbers of one unit exchanged.
    fn swaps(&mut self, numbers: &[(Span, Decimal, Unit)]) {
        for (place, (at, value, unit)) in numbers.iter().enumerate() {
            for (other_at, other, _) in numbers.iter().take(place).filter(|(_, other, of)| of == unit && other != value) {
                let number = |span: Span, value: Decimal| (span, Some(Node { span, kind: NodeKind::Number(value, *unit) }));
                let edit = Edit::Parts(BTreeMap::from([number(*at, *other), number(*other_at, *value)]));
                self.add(other_at.to(*at), format!("{} ↔ {}", Shown(*other, *unit), Shown(*value, *unit)), edit);
            }
        }
    }
}

fn turn_gives(rule: &mut CombineRule) {
    if let CombineRule::NamedIn(_, gives) = rule {
        *gives = match gives {
            Gives::Nothing => Gives::Elsewhere,
            Gives::Elsewhere => Gives::Nothing,
        };
    }
}

fn measures(policy: &PolicyDoc) -> impl Iterator<Item = &MeasureDoc> {
    policy.blocks().filter_map(|block| if let Content::Measure(_, doc) = &block.content { Some(&**doc) } else { None })
}

fn readings_of(content: &Content) -> &[ReadingDoc] {
    match content {
        Content::Document(document) => &document.reading,
        Content::Measure(_, measure) => &measure.reading,
        _ => &[],
    }
}

fn numbers_of(node: &Node) -> Vec<(Span, Decimal, Unit)> {
    let number = |node: &Node| if let NodeKind::Number(value, unit) = node.kind { Some((node.span, value, unit)) } else { None };
    node.all().into_iter().filter_map(number).collect()
}
