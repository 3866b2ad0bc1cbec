//! The regions whose documents are checked.

use mingbai_core::Library;
use mingbai_core::fact::{ColumnId, ListId};
use mingbai_core::library::{Document, Standing};

/// Some regions: options of [`Library::registered_in`], as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions(pub u64);

impl Regions {
    /// Just this region.
    #[must_use]
    pub fn of(region: u8) -> Self {
        Self(1_u64.checked_shl(region.into()).unwrap_or(0))
    }

    /// Whether the region is among them.
    #[must_use]
    pub fn contains(self, region: u8) -> bool {
        self.0 & Self::of(region).0 != 0
    }

    /// Whether the document is one of theirs.
    #[must_use]
    pub fn have(self, document: &Document) -> bool {
        self.contains(document.region)
    }

    /// Whether their documents speak of a column of a list.
    #[must_use]
    pub fn ask(self, library: &Library, list: ListId, column: ColumnId) -> bool {
        library.documents.iter().any(|document| self.have(document) && document.columns.contains(&(list, column)))
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The kinds of applicant their documents grant something, as bits of the options of [`Library::applicant`]; with no
    /// region chosen, those of all documents.
    #[must_use]
    pub fn applicants(self, library: &Library) -> u64 {
        let documents =
            library.documents.iter().filter(|document| document.standing != Standing::Background && (self.0 == 0 || self.have(document)));
        documents.flat_map(|document| &document.measures).fold(0, |kinds, measure| kinds | measure.applicants)
    }
}

/// The regions that have documents, in the order of the options: each with its place among them.
pub fn offered(library: &Library) -> impl Iterator<Item = u8> {
    let options = library.registered_in.and_then(|fact| library.fact(fact)).map_or(0, |fact| fact.kind.options().len());
    (0_u8..).take(options).filter(|region| library.documents.iter().any(|document| document.region == *region))
}
