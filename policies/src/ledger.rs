//! What became of every sentence and every number of a document, for the officers who keep it.

use std::fmt;

use mingbai_core::expression::Certainty;

use crate::check::numbers;
use crate::diagnostic::{Source, Span};
use crate::doc::{Block, Content, MeasureDoc, PolicyDoc};
use crate::expr::{self, NodeKind};
use crate::lexis::Class;
use crate::mutate;
use crate::passages::{self, Passage};

/// The account of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// The name of the document.
    pub id: String,
    /// Each run of quotes, in order.
    pub entries: Vec<Entry>,
    /// How many numbers of the text rules, wordings and document keys account for.
    pub numbers: usize,
    /// The numbers that no rule is asked for, by class and in order.
    pub dropped: Vec<(Class, Line)>,
    /// The exceptions written by hand.
    pub exceptions: Vec<Exception>,
}

/// A run of quotes and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its longest quote, the beginning of it.
    pub line: Line,
    /// How many sentences it has; a heading or a part of a sentence counts as one.
    pub sentences: usize,
    /// What became of it.
    pub fate: Fate,
    /// The measures and combines beneath it.
    pub ids: Vec<String>,
}

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// A rule computes an amount or decides a condition.
    Computed,
    /// The authority weighs it, or the text names no figure.
    NeedsReview,
    /// It says how measures combine.
    Combination,
    /// Support without money, or a direction of work.
    Direction,
    /// A task of a department.
    Task,
    /// How to apply, who interprets, when it begins.
    Procedure,
    /// Addressed to governments.
    Addressed,
    /// Refers to another policy.
    Refers,
    /// Headings, addressees, signatures, purpose.
    Form,
    /// Nothing beneath it speaks of it.
    Unread,
}

/// Words with the line on which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line of the file, from 1.
    pub number: usize,
    /// The words.
    pub words: String,
}

/// Where a person decided that a check does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What it concerns: `word`, `numbers` or `equivalent`.
    pub key: &'static str,
    /// The words of the text.
    pub line: Line,
    /// Why.
    pub reason: String,
}

/// The account of a document.
#[must_use]
pub fn ledger(policy: &PolicyDoc) -> Ledger {
    let passages: Vec<Passage<'_>> = passages::passages(policy).into_iter().filter(|passage| !passage.run.quotes.is_empty()).collect();
    let exceptions: Vec<Exception> = passages.iter().flat_map(|passage| exceptions(&policy.source, passage)).collect();
    let mut dropped: Vec<(Class, Line)> = passages
        .iter()
        .flat_map(|passage| &passage.dropped)
        .map(|(class, span)| (*class, line(&policy.source, *span, policy.source.slice(*span))))
        .collect();
    dropped.sort_by_key(|(class, _)| *class);
    let id = policy
        .blocks()
        .find_map(|block| if let Content::Document(document) = &block.content { Some(document.id.text.clone()) } else { None });
    Ledger {
        id: id.unwrap_or_else(|| policy.source.name.clone()),
        entries: passages.iter().map(|passage| entry(policy, passage)).collect(),
        numbers: passages.iter().map(|passage| passage.numbers.len()).sum(),
        dropped,
        exceptions,
    }
}

impl Fate {
    const ALL: [Self; 10] = [
        Self::Computed,
        Self::NeedsReview,
        Self::Combination,
        Self::Direction,
        Self::Task,
        Self::Procedure,
        Self::Addressed,
        Self::Refers,
        Self::Form,
        Self::Unread,
    ];

    /// What it is, in a word or two.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::NeedsReview => "needs review",
            Self::Combination => "combination",
            Self::Direction => "direction",
            Self::Task => "task",
            Self::Procedure => "procedure",
            Self::Addressed => "addressed",
            Self::Refers => "refers",
            Self::Form => "form",
            Self::Unread => "unread",
        }
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences: usize = self.entries.iter().map(|entry| entry.sentences).sum();
        writeln!(f, "{}", self.id)?;
        writeln!(f, "  {sentences} sentences")?;
        for fate in Fate::ALL {
            let count: usize = self.entries.iter().filter(|entry| entry.fate == fate).map(|entry| entry.sentences).sum();
            if count > 0 {
                writeln!(f, "    {count:4} {}", fate.name())?;
            }
        }
        writeln!(
            f,
            "  {} numbers kept, {} dropped by class, {} exceptions written by hand",
            self.numbers,
            self.dropped.len(),
            self.exceptions.len()
        )?;
        writeln!(f, "\n  every passage")?;
        for entry in &self.entries {
            writeln!(f, "    line {:4}  {:12}  {}  {}", entry.line.number, entry.fate.name(), entry.line.words, entry.ids.join(" "))?;
        }
        writeln!(f, "\n  numbers dropped")?;
        for (class, line) in &self.dropped {
            writeln!(f, "    line {:4}  {:19}  {}", line.number, class.name(), line.words)?;
        }
        writeln!(f, "\n  exceptions")?;
        for exception in &self.exceptions {
            writeln!(f, "    line {:4}  {:10}  {}  {}", exception.line.number, exception.key, exception.line.words, exception.reason)?;
        }
        Ok(())
    }
}

fn entry(policy: &PolicyDoc, passage: &Passage<'_>) -> Entry {
    let quotes = &passage.run.quotes;
    let longest = quotes.iter().map(|quoted| quoted.span).max_by_key(|span| span.end - span.start).unwrap_or_default();
    let fate = passage.run.blocks.iter().filter_map(|block| fate(&policy.source, block)).min().unwrap_or(Fate::Unread);
    let ids = passage.run.blocks.iter().filter_map(|block| match &block.content {
        Content::Measure(name, _) | Content::Combine(name, _) => {
            policy.source.slice(name.span).split_whitespace().last().map(str::to_owned)
        }
        _ => None,
    });
    Entry {
        line: line(&policy.source, longest, &beginning(policy.source.slice(longest))),
        sentences: quotes.iter().map(|quoted| sentences(policy.source.slice(quoted.span))).sum(),
        fate,
        ids: ids.collect(),
    }
}

/// What a block makes of the sentences above it; an example makes nothing of them.
fn fate(source: &std::sync::Arc<Source>, block: &Block) -> Option<Fate> {
    match &block.content {
        Content::Measure(_, measure) => Some(fate_of_measure(source, measure)),
        Content::Define(_) => Some(Fate::Computed),
        Content::Combine(..) => Some(Fate::Combination),
        Content::Note(note) => match note.kind.as_ref()?.text.as_str() {
            "direction" => Some(Fate::Direction),
            "task" => Some(Fate::Task),
            "procedure" => Some(Fate::Procedure),
            "addressed" => Some(Fate::Addressed),
            "refers" => Some(Fate::Refers),
            "form" => Some(Fate::Form),
            _ => None,
        },
        Content::Document(_) | Content::Example(_) => None,
    }
}

fn fate_of_measure(source: &std::sync::Arc<Source>, measure: &MeasureDoc) -> Fate {
    let Some(pays) = &measure.pays else { return Fate::Direction };
    match pays.text.as_str() {
        "none" => return Fate::Direction,
        "unstated" | "elsewhere" => return Fate::NeedsReview,
        _ => {}
    }
    let weighed = expr::parse(source, pays)
        .is_ok_and(|amount| amount.all().iter().any(|node| matches!(node.kind, NodeKind::UpTo(_, Certainty::Assessed))));
    if weighed { Fate::NeedsReview } else { Fate::Computed }
}

fn exceptions(source: &Source, passage: &Passage<'_>) -> Vec<Exception> {
    let numbers = numbers::reasons(passage).map(|(key, reason)| ("numbers", key, reason));
    let words = passage.rules.iter().filter_map(|rule| rule.departures()).flatten().map(|(key, reason)| ("word", key, reason));
    let equivalent = mutate::reasons(passage.run).map(|(key, reason)| ("equivalent", key, reason));
    let all = numbers.chain(words).chain(equivalent);
    all.map(|(kind, key, reason)| Exception { key: kind, line: line(source, key.span, &key.text), reason: reason.clone() }).collect()
}

fn line(source: &Source, span: Span, words: &str) -> Line {
    let before = source.text.get(..span.start).unwrap_or_default();
    Line { number: before.matches('\n').count() + 1, words: words.to_owned() }
}

fn beginning(words: &str) -> String {
    let mut beginning: String = words.chars().take(24).collect();
    if words.chars().nth(24).is_some() {
        beginning.push('…');
    }
    beginning
}

/// Sentences end with `。`; what follows the last one counts too.
fn sentences(words: &str) -> usize {
    words.split('。').filter(|part| !part.trim_matches(['”', '）', ' ']).is_empty()).count()
}

#[cfg(test)]
mod tests;
