//! Whether two documents give the same: tried on answers at, just below and just above every number of the rules.

mod answer;

use mingbai_core::answers::Answers;
use mingbai_core::assess::{DocumentFinding, assess};
use mingbai_core::fact::FactId;
use mingbai_core::library::Document;
use mingbai_core::{Library, json};

use super::trial::changed_measures;
use crate::resolve::Policies;
use crate::resolve::uses::{uses_of_combine, uses_of_measure, with_table};
use answer::{Pick, Values};

/// How many sets of answers are tried where there are more than can all be tried.
const TRIED: u64 = 4_000;

/// Answers for which the changed document gives something else, as JSON.
pub(super) fn told_apart(policies: &Policies, place: usize, changed: &Document) -> Option<String> {
    let written = policies.library.documents.get(place)?;
    let mut other = policies.library.clone();
    *other.documents.get_mut(place)? = changed.clone();
    let facts = facts(&policies.library, written, changed);
    let values = Values::of(&policies.library, written, changed);
    let all = facts.iter().try_fold(1_u64, |all, fact| all.checked_mul(values.ways(*fact)?)).filter(|all| *all <= TRIED);
    let tried = all.map_or(TRIED, |all| all);
    (0..tried).find_map(|number| {
        let mut pick = if all.is_some() { Pick::Each(number) } else { Pick::Chance(number) };
        let mut answers = Answers::default();
        for fact in &facts {
            answers.set(*fact, Some(values.answer(*fact, &mut pick)));
        }
        (given(&policies.library, &answers, place) != given(&other, &answers, place)).then(|| shown(&policies.library, &answers))
    })
}

/// What comes out, without how it came about.
fn given(library: &Library, answers: &Answers, place: usize) -> Option<impl PartialEq + use<>> {
    let document = library.documents.get(place)?;
    let found = assess(library, answers, document.checked, |one| one.id == document.id);
    let DocumentFinding { measures, combined, sums, .. } = found.documents.into_iter().next()?;
    let measures: Vec<_> = measures.into_iter().map(|one| (one.outcome, one.kind, one.estimate, one.readings)).collect();
    let combined: Vec<_> = combined.into_iter().map(|one| (one.combine, one.together)).collect();
    Some((measures, combined, sums))
}

fn shown(library: &Library, answers: &Answers) -> String {
    serde_json::to_string(&json::written(library, answers)).unwrap_or_default()
}

/// The facts that the changed rules look at, and who applies.
fn facts(library: &Library, written: &Document, changed: &Document) -> Vec<FactId> {
    let mut measures = changed_measures(written, changed);
    let mut facts: Vec<FactId> = library.applicant.into_iter().collect();
    for (one, other) in written.combines.iter().zip(&changed.combines) {
        if one != other {
            measures.extend(one.among.iter().chain(&other.among));
            facts.extend([one, other].into_iter().flat_map(uses_of_combine));
        }
    }
    for place in measures.into_iter().map(usize::from) {
        let both = [written.measures.get(place), changed.measures.get(place)];
        facts.extend(both.into_iter().flatten().flat_map(|measure| uses_of_measure(measure, true)));
        let combines = written.combines.iter().filter(|one| one.among.iter().any(|among| usize::from(*among) == place));
        facts.extend(combines.flat_map(uses_of_combine));
    }
    let mut facts: Vec<FactId> = facts.into_iter().flat_map(|fact| with_table(library, fact)).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}
