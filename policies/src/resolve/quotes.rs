//! The quotes of a policy file, held against the official text.

use std::sync::Arc;

use mingbai_core::fact::Text;
use mingbai_core::library::{Note, NoteKind, Quote};

use super::names::unknown;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::{Content, NoteDoc, PolicyDoc, RunDoc};

/// A character that counts, with its place in the file.
type Placed = (char, usize);

/// The quotes in order. They are refused where they are not the official text.
pub(super) fn quotes(policy: &PolicyDoc, text: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Quote> {
    let official = placed(text, (0..text.text.len()).into());
    let mut at = 0_usize;
    let mut quotes = Vec::new();
    let mut same = true;
    for run in &policy.runs {
        let note = note(policy, run, diagnostics);
        for quoted in &run.quotes {
            let words = placed(&policy.source, quoted.span);
            let expected = official.get(at..).unwrap_or(&[]);
            if same && let Some(refusal) = difference(policy, text, &words, expected, quoted.span) {
                diagnostics.push(refusal);
                same = false;
            }
            if same && spans_paragraphs(text, expected.get(..words.len()).unwrap_or(&[])) {
                let refusal =
                    Diagnostic::new("quotes::paragraphs", "a quote runs over two paragraphs", &policy.source, quoted.span, "one quote");
                diagnostics.push(refusal.help("begin a new line with `>` where the official text begins a new paragraph"));
            }
            quotes.push(Quote {
                text: policy.source.slice(quoted.span).to_owned(),
                heading: quoted.heading.clone(),
                begins_paragraph: begins_paragraph(text, &official, at),
                numbers: Vec::new(),
                terms: Vec::new(),
                note: note.clone(),
            });
            at = at.saturating_add(words.len());
        }
    }
    if same && let Some(rest) = official.get(at..).filter(|rest| !rest.is_empty()) {
        diagnostics.push(missing_end(policy, text, rest));
    }
    quotes
}

/// The characters at a place that count: white space and marks of Markdown do not.
fn placed(source: &Source, span: Span) -> Vec<Placed> {
    source
        .slice(span)
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace() && !matches!(c, '#' | '*' | '_' | '`' | '\\'))
        .map(|(at, c)| (c, span.start.saturating_add(at)))
        .collect()
}

fn difference(policy: &PolicyDoc, text: &Arc<Source>, words: &[Placed], official: &[Placed], span: Span) -> Option<Diagnostic> {
    let matching = words.iter().zip(official).take_while(|((a, _), (b, _))| a == b).count();
    let (found, start) = words.get(matching)?;
    let here = Span { start: *start, end: start.saturating_add(found.len_utf8()) };
    let refusal = Diagnostic::new("quotes::source", "the quotes are not the official text", &policy.source, here, "differs from here on");
    Some(match official.get(matching..).filter(|rest| !rest.is_empty()) {
        Some(rest) => refusal.help(format!("{} goes on: {}", line(text, rest), beginning(rest))),
        None => refusal.label(span, "in this quote").help(format!("{} ends before this", text.name)),
    })
}

fn missing_end(policy: &PolicyDoc, text: &Arc<Source>, rest: &[Placed]) -> Diagnostic {
    let last = policy.runs.iter().flat_map(|run| &run.quotes).last().map_or_else(Span::default, |quoted| quoted.span);
    Diagnostic::new("quotes::source", "the end of the official text is not quoted", &policy.source, last, "the last quote").help(format!(
        "{} goes on: {}",
        line(text, rest),
        beginning(rest)
    ))
}

/// The file and line of the first character.
fn line(text: &Source, rest: &[Placed]) -> String {
    let at = rest.first().map_or(0, |(_, at)| *at);
    let number = text.text.get(..at).map_or(0, |before| before.matches('\n').count()).saturating_add(1);
    format!("{}:{number}", text.name)
}

fn beginning(rest: &[Placed]) -> String {
    let words: String = rest.iter().take(16).map(|(c, _)| c).collect();
    if rest.len() > 16 { format!("{words}…") } else { words }
}

/// Whether a new paragraph begins with the character at that place.
fn begins_paragraph(text: &Source, official: &[Placed], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| official.get(before));
    match (before, official.get(at)) {
        (Some((_, from)), Some((_, to))) => new_line_between(text, *from, *to),
        _ => at == 0,
    }
}

fn spans_paragraphs(text: &Source, words: &[Placed]) -> bool {
    words.first().zip(words.last()).is_some_and(|((_, from), (_, to))| new_line_between(text, *from, *to))
}

fn new_line_between(text: &Source, from: usize, to: usize) -> bool {
    text.text.get(from..to).is_some_and(|between| between.contains('\n'))
}

/// The note that says what the run is, if it grants nothing.
fn note(policy: &PolicyDoc, run: &RunDoc, diagnostics: &mut Vec<Diagnostic>) -> Option<Note> {
    let notes = run.blocks.iter().filter_map(|block| match &block.content {
        Content::Note(note) => Some(note),
        _ => None,
    });
    notes.filter_map(|note| resolved(policy, note, diagnostics)).last()
}

const KINDS: [(&str, NoteKind); 6] = [
    ("direction", NoteKind::Direction),
    ("task", NoteKind::Task),
    ("procedure", NoteKind::Procedure),
    ("addressed", NoteKind::Addressed),
    ("refers", NoteKind::Refers),
    ("form", NoteKind::Form),
];

fn resolved(policy: &PolicyDoc, note: &NoteDoc, diagnostics: &mut Vec<Diagnostic>) -> Option<Note> {
    let name = note.kind.as_ref()?;
    let Some((_, kind)) = KINDS.into_iter().find(|(known, _)| *known == name.text) else {
        diagnostics.push(unknown("notes::unknown_kind", "kind of note", &policy.source, name, KINDS.map(|(known, _)| known)));
        return None;
    };
    Some(Note { kind, text: Text { zh: note.zh.clone(), en: note.en.clone() } })
}
