//! Complaints about a policy file, for the people who keep it: never about an applicant.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Severity};

/// A file of the policies folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path from the policies folder, with `/`.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// A file of that name and text, ready to be shared.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into() })
    }

    /// The words at a place.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or("")
    }
}

/// A place in a [`Source`]: byte offsets, the end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// From the first byte of this to the last byte of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// One refusal: what is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name of the rule that is broken: `facts::unknown`.
    pub code: &'static str,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// The file.
    pub source: Arc<Source>,
    /// The places to underline, each with a word about it.
    pub labels: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A refusal with one place underlined.
    #[must_use]
    pub fn new(
        code: &'static str,
        message: impl Into<String>,
        source: &Arc<Source>,
        span: impl Into<Span>,
        label: impl Into<String>,
    ) -> Self {
        Self { code, message: message.into(), source: Arc::clone(source), labels: vec![(span.into(), label.into())], help: None }
    }

    /// The same with one more place underlined.
    #[must_use]
    pub fn label(mut self, span: impl Into<Span>, text: impl Into<String>) -> Self {
        self.labels.push((span.into(), text.into()));
        self
    }

    /// The same with a word on what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The same with one more word on what to do.
    #[must_use]
    pub fn also(mut self, text: &str) -> Self {
        self.help = Some(self.help.map_or_else(|| text.to_owned(), |help| format!("{help}\n{text}")));
        self
    }

    /// The refusal as a person reads it in a terminal: code, message, file and line, underline, help.
    #[must_use]
    pub fn render(&self) -> String {
        let mut out = String::new();
        let report = Report { diagnostic: self, source: NamedSource::new(&self.source.name, self.source.text.clone()) };
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(110).with_links(false);
        if handler.render_report(&mut out, &report).is_err() {
            out.clone_from(&self.message);
        }
        out
    }
}

/// A diagnostic in the form that miette draws.
#[derive(Debug)]
struct Report<'a> {
    diagnostic: &'a Diagnostic,
    source: NamedSource<String>,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for Report<'_> {}

impl miette::Diagnostic for Report<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.diagnostic.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let spans = self.diagnostic.labels.iter();
        Some(Box::new(spans.map(|(span, text)| LabeledSpan::new(Some(text.clone()), span.start, span.end.saturating_sub(span.start)))))
    }
}
