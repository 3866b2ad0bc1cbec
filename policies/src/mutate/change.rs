//! A changed rule, and how it is made.

use std::collections::BTreeMap;
use std::fmt;

use mingbai_core::library::Document;

use crate::diagnostic::{Source, Span};
use crate::expr::Node;
use crate::resolve::{Change, Policies};

/// One rule changed in one respect.
pub(super) struct Mutant {
    /// The place of its run of quotes in the file.
    pub(super) run: usize,
    /// Where it is changed.
    pub(super) span: Span,
    /// What is changed, in one line.
    pub(super) what: String,
    /// How the document becomes the changed one.
    pub(super) edit: Edit,
}

/// What is done to a document.
pub(super) enum Edit {
    /// Parts of expressions say something else; a whole condition may say nothing.
    Parts(BTreeMap<Span, Option<Node>>),
    /// Something beside the expressions is changed.
    Rules(Box<dyn Fn(&mut Document) + Send + Sync>),
}

impl Edit {
    /// One part that says something else.
    pub(super) fn part(at: Span, node: Node) -> Self {
        Self::Parts(BTreeMap::from([(at, Some(node))]))
    }

    /// The changed document, unless it cannot be meant or is the same.
    pub(super) fn document(&self, policies: &Policies, place: usize) -> Option<Document> {
        let written = policies.library.documents.get(place)?;
        let changed = match self {
            Self::Parts(parts) => policies.changed_document(&Change::instead(place, parts.clone()))?,
            Self::Rules(change) => {
                let mut document = written.clone();
                change(&mut document);
                document
            }
        };
        (changed != *written).then_some(changed)
    }
}

impl fmt::Debug for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.span.start, self.what)
    }
}

/// The words at a place in one line.
pub(super) fn words(source: &Source, span: Span) -> String {
    source.slice(span).split_whitespace().collect::<Vec<_>>().join(" ").replace('"', "'")
}
