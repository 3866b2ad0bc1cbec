//! The files as written: one structure for each block, no meaning yet. Every place is an offset in the file.

mod block;
mod fact;
mod reference;
mod value;

use std::sync::Arc;

use serde::de::DeserializeOwned;

pub use block::{CombineDoc, DefineDoc, Defined, DocumentDoc, ExampleDoc, MeasureDoc, NoteDoc, ReadingDoc};
pub use fact::{FactDoc, FactFileDoc, OptionDoc};
pub use reference::{CountriesDoc, CountryDoc, GlossaryDoc, ListDoc, MemberDoc, RateDoc, TableDoc, TermDoc};
pub use value::{DateDoc, DayDoc, Name, TextDoc, WindowDoc};

use crate::diagnostic::{Diagnostic, Source, Span};
use crate::read::{Fence, Page, Quoted};

/// A policy file as written.
#[derive(Clone, Debug)]
pub struct PolicyDoc {
    /// The file.
    pub source: Arc<Source>,
    /// Its runs in order.
    pub runs: Vec<RunDoc>,
}

/// Quotes that follow one another, with the blocks beneath them.
#[derive(Clone, Debug)]
pub struct RunDoc {
    /// The quotes.
    pub quotes: Vec<Quoted>,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// A block of rules.
#[derive(Clone, Debug)]
pub struct Block {
    /// The words after `toml` on its first line.
    pub info: Span,
    /// What it says.
    pub content: Content,
}

/// What a block says.
#[derive(Clone, Debug)]
pub enum Content {
    /// On the document as a whole.
    Document(Box<DocumentDoc>),
    /// One thing the document offers.
    Measure(Name, Box<MeasureDoc>),
    /// Names for conditions and amounts.
    Define(DefineDoc),
    /// How measures combine.
    Combine(Name, Box<CombineDoc>),
    /// What a sentence is that grants nothing.
    Note(NoteDoc),
    /// A worked case.
    Example(Box<ExampleDoc>),
}

/// Reads the blocks of a policy file. Blocks that cannot be read are left out and reported.
pub fn policy(page: Page, diagnostics: &mut Vec<Diagnostic>) -> PolicyDoc {
    let Page { source, runs } = page;
    let runs = runs
        .into_iter()
        .map(|run| {
            let blocks = run.fences.iter().filter_map(|fence| block(&source, fence, diagnostics)).collect();
            RunDoc { quotes: run.quotes, blocks }
        })
        .collect();
    PolicyDoc { source, runs }
}

/// Reads a whole TOML file.
pub fn file<T: DeserializeOwned>(source: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    let whole = Span::from(0..source.text.len());
    toml_at(source, whole, Span::from(0..source.text.find('\n').unwrap_or(0)), diagnostics)
}

impl PolicyDoc {
    /// Its blocks in order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.runs.iter().flat_map(|run| &run.blocks)
    }
}

impl Content {
    /// Its expressions as written; `none`, `unstated` and `elsewhere` are none.
    #[must_use]
    pub fn expressions(&self) -> Vec<&Name> {
        let is_expression = |pays: &&Name| !matches!(pays.text.as_str(), "none" | "unstated" | "elsewhere");
        match self {
            Self::Document(document) => expressions_of_readings(&document.reading).collect(),
            Self::Measure(_, measure) => {
                let pays = measure.pays.iter().filter(is_expression);
                measure.when.iter().chain(pays).chain(expressions_of_readings(&measure.reading)).collect()
            }
            Self::Define(define) => define.names.values().flat_map(Defined::expressions).collect(),
            Self::Combine(_, combine) => combine.when.iter().chain(&combine.at_most).collect(),
            Self::Note(_) | Self::Example(_) => Vec::new(),
        }
    }
}

fn expressions_of_readings(readings: &[ReadingDoc]) -> impl Iterator<Item = &Name> {
    readings.iter().flat_map(|reading| reading.when.iter().chain(&reading.pays))
}

fn block(source: &Arc<Source>, fence: &Fence, diagnostics: &mut Vec<Diagnostic>) -> Option<Block> {
    let mut words = source.slice(fence.info).split_whitespace();
    let kind = words.next().unwrap_or("");
    let id = words.next();
    let named = matches!(kind, "measure" | "combine");
    if words.next().is_some() || named != id.is_some() {
        diagnostics.push(unclear_block(source, fence, kind));
        return None;
    }
    let id = Name { text: id.unwrap_or("").to_owned(), span: fence.info };
    let content = match kind {
        "document" => Content::Document(Box::new(toml_at(source, fence.body, fence.info, diagnostics)?)),
        "measure" => Content::Measure(id, Box::new(toml_at(source, fence.body, fence.info, diagnostics)?)),
        "define" => Content::Define(toml_at(source, fence.body, fence.info, diagnostics)?),
        "combine" => Content::Combine(id, Box::new(toml_at(source, fence.body, fence.info, diagnostics)?)),
        "note" => Content::Note(toml_at(source, fence.body, fence.info, diagnostics)?),
        "example" => Content::Example(Box::new(toml_at(source, fence.body, fence.info, diagnostics)?)),
        _ => {
            diagnostics.push(unclear_block(source, fence, kind));
            return None;
        }
    };
    Some(Block { info: fence.info, content })
}

fn unclear_block(source: &Arc<Source>, fence: &Fence, kind: &str) -> Diagnostic {
    Diagnostic::new(
        "read::unknown_block",
        format!("`{}` is no kind of block", source.slice(fence.info)),
        source,
        fence.info,
        "not understood",
    )
    .help(match kind {
        "measure" | "combine" => format!("write ```toml {kind} and its id"),
        _ => "the kinds are document, measure ID, define, combine ID, note and example".to_owned(),
    })
}

/// Reads the TOML at a place. Spaces stand for what comes before it, so that places are offsets in the file.
fn toml_at<T: DeserializeOwned>(source: &Arc<Source>, body: Span, head: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    let mut text = " ".repeat(body.start);
    text.push_str(source.slice(body));
    match toml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            diagnostics.push(refusal(source, body, head, &error));
            None
        }
    }
}

fn refusal(source: &Arc<Source>, body: Span, head: Span, error: &toml::de::Error) -> Diagnostic {
    let message = error.message().trim().replace('\n', ", ");
    let span = error.span().map(Span::from).filter(|span| span.start >= body.start && *span != body).unwrap_or(head);
    if message.starts_with("missing field") {
        let message = message.replace("field", "key");
        return Diagnostic::new("toml::missing_key", message, source, span, "it is needed here");
    }
    if let Some((key, known)) = message.split_once(", expected ").filter(|(key, _)| key.starts_with("unknown field")) {
        let known = known.trim_start_matches("one of ");
        return Diagnostic::new("toml::unknown_key", key.replace("field", "key"), source, span, "no such key")
            .help(format!("the keys are {known}"));
    }
    Diagnostic::new("toml::syntax", message, source, span, "here")
}
