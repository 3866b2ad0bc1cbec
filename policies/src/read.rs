//! Markdown in, runs of quotes with their blocks out. The words of the law stay as they are.
//!
//! A line that begins with `>` is official text; a line that begins with `#` is navigation; a fenced block whose
//! info string begins with `toml` holds rules and belongs to the quotes above it. Other lines are remarks.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source, Span};

/// A policy file in parts.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file.
    pub source: Arc<Source>,
    /// The runs in order.
    pub runs: Vec<Run>,
}

/// Quotes that follow one another, with the blocks beneath them.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The quotes, at least one except before the first quote of the file.
    pub quotes: Vec<Quoted>,
    /// The blocks.
    pub fences: Vec<Fence>,
}

/// One line of official text.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Where its words stand, without the mark.
    pub span: Span,
    /// The last Markdown heading above it.
    pub heading: String,
}

/// A fenced block of TOML.
#[derive(Clone, Debug)]
pub struct Fence {
    /// What follows `toml` on its first line: `measure lhasa-02`.
    pub info: Span,
    /// What stands between the fences.
    pub body: Span,
}

/// Takes a policy file apart.
pub fn read(source: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> Page {
    let mut reader = Reader { source, runs: vec![Run::default()], heading: String::new(), open: None };
    for (span, line) in lines(&source.text) {
        reader.line(span, line, diagnostics);
    }
    if let Some(open) = reader.open {
        diagnostics.push(
            Diagnostic::new("read::open_block", "a fenced block is not closed", source, open.first_line, "opened here")
                .help("end it with a line of three backticks"),
        );
    }
    Page { source: Arc::clone(source), runs: reader.runs }
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    runs: Vec<Run>,
    heading: String,
    open: Option<Open>,
}

/// A fence of which the end has not been seen.
struct Open {
    first_line: Span,
    /// Absent for blocks that are not TOML, which are remarks.
    info: Option<Span>,
    body_start: usize,
}

impl Reader<'_> {
    fn line(&mut self, span: Span, line: &str, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(open) = self.open.take() {
            if line.trim_end() == "```" {
                self.close(&open, span.start);
            } else {
                self.open = Some(open);
            }
        } else if let Some(words) = line.strip_prefix('>') {
            self.quote(span, words);
        } else if line.starts_with("```") {
            self.open(span, line, diagnostics);
        } else if line.starts_with('#') {
            line.trim_start_matches('#').trim().clone_into(&mut self.heading);
        }
    }

    fn quote(&mut self, span: Span, words: &str) {
        let trimmed = words.trim();
        if trimmed.is_empty() {
            return;
        }
        let start = span.start.saturating_add(1).saturating_add(words.len().saturating_sub(words.trim_start().len()));
        let quoted = Quoted { span: (start..start.saturating_add(trimmed.len())).into(), heading: self.heading.clone() };
        match self.runs.last_mut() {
            Some(run) if run.fences.is_empty() => run.quotes.push(quoted),
            _ => self.runs.push(Run { quotes: vec![quoted], fences: Vec::new() }),
        }
    }

    fn open(&mut self, span: Span, line: &str, diagnostics: &mut Vec<Diagnostic>) {
        let info = line.trim_start_matches('`').trim();
        let end = span.start.saturating_add(line.trim_end().len());
        let rules = info.strip_prefix("toml").map(|rest| Span::from(end.saturating_sub(rest.trim_start().len())..end));
        if rules.is_none() && !info.is_empty() {
            diagnostics.push(
                Diagnostic::new(
                    "read::unknown_block",
                    format!("a block of `{info}` says nothing"),
                    self.source,
                    span,
                    "not a block of rules",
                )
                .help("begin it with ```toml and the kind of block: document, measure, define, combine, note or example"),
            );
        }
        self.open = Some(Open { first_line: span, info: rules, body_start: span.end.saturating_add(1) });
    }

    fn close(&mut self, open: &Open, body_end: usize) {
        let Some(info) = open.info else { return };
        let body = Span::from(open.body_start.min(body_end)..body_end);
        if let Some(run) = self.runs.last_mut() {
            run.fences.push(Fence { info, body });
        }
    }
}

/// The lines of a text with their places, line ends left out.
fn lines(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.split('\n').scan(0_usize, |start, line| {
        let span = Span::from(*start..start.saturating_add(line.len()));
        *start = span.end.saturating_add(1);
        Some((span, line))
    })
}

#[cfg(test)]
mod tests {
    use super::{Page, read};
    use crate::diagnostic::{Diagnostic, Source};

    fn page(text: &str) -> (Page, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let page = read(&Source::new("policy.md", text), &mut diagnostics);
        (page, diagnostics)
    }

    #[test]
    fn a_block_belongs_to_the_quotes_above_it() {
        let (page, diagnostics) = page("# 第一条\n> 甲\n\n> 乙\n\n```toml note\nkind = \"form\"\n```\n## 第二条\n>丙\n");
        assert!(diagnostics.is_empty());
        let words: Vec<Vec<&str>> =
            page.runs.iter().map(|run| run.quotes.iter().map(|quoted| page.source.slice(quoted.span)).collect()).collect();
        assert_eq!(words, [vec!["甲", "乙"], vec!["丙"]]);
        let fence = &page.runs[0].fences[0];
        assert_eq!((page.source.slice(fence.info), page.source.slice(fence.body)), ("note", "kind = \"form\"\n"));
        assert_eq!(page.runs[1].quotes[0].heading, "第二条");
    }

    #[test]
    fn an_open_block_is_refused_where_it_opens() {
        let (_, diagnostics) = page("> 甲\n```toml note\nkind = \"form\"\n");
        assert!(diagnostics[0].render().contains("policy.md:2:1"));
    }
}
