//! A library with its documents several times over.

use mingbai_core::Library;
use mingbai_core::library::Document;

/// The library with every document `times` times, copy by copy; from the second copy on, ids end in `_r1`, `_r2` and so on.
/// The facts are those of the first.
#[must_use]
pub fn copies(library: &Library, times: usize) -> Library {
    let documents = (0..times).flat_map(|number| library.documents.iter().map(move |document| copy(document, number))).collect();
    Library { documents, ..library.clone() }
}

fn copy(document: &Document, number: usize) -> Document {
    let mut document = document.clone();
    if number > 0 {
        let ids = document.measures.iter_mut().map(|measure| &mut measure.id);
        let ids = ids.chain(document.combines.iter_mut().map(|combine| &mut combine.id));
        for id in ids.chain([&mut document.id]) {
            *id = format!("{id}_r{number}");
        }
    }
    document
}
