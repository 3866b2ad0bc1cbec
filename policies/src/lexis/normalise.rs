//! Official text as one run of plain characters, each with its place in the text it came from.

use std::ops::Range;

use mingbai_core::quantity::half_width;

/// Text without white space and Markdown marks, with half-width digits, letters and brackets.
///
/// Texts taken from print break lines anywhere, even inside `单家企业` or `一带一路`; numbers and phrases are looked for here.
#[derive(Debug)]
pub(super) struct Plain {
    text: String,
    /// For each byte of `text`, where its character stands in the source.
    origins: Vec<Range<usize>>,
    /// Places in `text` where a line of the source begins.
    lines: Vec<usize>,
}

impl Plain {
    pub(super) fn of(source: &str) -> Self {
        let mut plain = Self { text: String::new(), origins: Vec::new(), lines: Vec::new() };
        let mut begins_line = true;
        for (start, written) in source.char_indices() {
            if written.is_whitespace() || matches!(written, '#' | '*' | '_' | '`' | '\\') {
                begins_line |= written == '\n';
                continue;
            }
            if begins_line {
                plain.lines.push(plain.text.len());
                begins_line = false;
            }
            plain.text.push(unify(written));
            plain.origins.resize(plain.text.len(), start..start + written.len_utf8());
        }
        plain
    }

    /// What follows a place; empty when there is none.
    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    pub(super) fn between(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.between(0..at).chars().next_back()
    }

    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.lines.binary_search(&at).is_ok()
    }

    /// Whether nothing was left out between two neighbouring bytes: `1 210` is not one number.
    pub(super) fn joined(&self, at: usize) -> bool {
        let end = at.checked_sub(1).and_then(|before| self.origins.get(before)).map(|origin| origin.end);
        end.is_some() && end == self.origins.get(at).map(|origin| origin.start)
    }

    /// The span of the source that a span of the plain text came from.
    pub(super) fn source(&self, span: Range<usize>) -> Range<usize> {
        let start = self.origins.get(span.start).map_or(0, |origin| origin.start);
        let end = span.end.checked_sub(1).and_then(|last| self.origins.get(last)).map_or(start, |origin| origin.end);
        start..end
    }
}

/// One character for the many ways of writing it. Commas and full stops stay as they are: `9710、9810` are two numbers.
fn unify(written: char) -> char {
    match written {
        '，' | '、' | '。' => written,
        '【' | '〔' | '［' => '[',
        '】' | '〕' | '］' => ']',
        '—' | '–' | '～' | '~' => '-',
        other => half_width(other),
    }
}
