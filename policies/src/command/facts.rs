//! `policies facts`: the catalogue of facts as JSON.

use mingbai_core::Library;
use mingbai_core::fact::FactId;
use mingbai_core::json::catalogue;
use mingbai_policies::Policies;
use mingbai_policies::resolve::uses::{uses_of_combine, uses_of_measure, with_table};

use super::{Done, Trouble, nothing_more};

pub(super) fn run(policies: &Policies, rest: &[String]) -> Result<Done, Trouble> {
    nothing_more(rest)?;
    let library = &policies.library;
    let mut entries = catalogue(library);
    for (id, entry) in (0_u16..).map(FactId).zip(&mut entries) {
        entry.measures = measures(library, id);
    }
    let text = serde_json::to_string_pretty(&entries).map_err(|error| Trouble::new(error.to_string()))?;
    Ok(Done::fine(text + "\n"))
}

/// The measures that look at the fact: by themselves, through a size table, or through a combine that speaks of them.
fn measures(library: &Library, id: FactId) -> Vec<&str> {
    if library.applicant == Some(id) {
        return library.measures().map(|(_, measure)| measure.id.as_str()).collect();
    }
    let mut using = Vec::new();
    for document in &library.documents {
        for (place, measure) in (0_u16..).zip(&document.measures) {
            let combines = document.combines.iter().filter(|combine| combine.among.contains(&place));
            let uses = uses_of_measure(measure, true).into_iter().chain(combines.flat_map(uses_of_combine));
            if uses.flat_map(|fact| with_table(library, fact)).any(|fact| fact == id) {
                using.push(measure.id.as_str());
            }
        }
    }
    using
}
