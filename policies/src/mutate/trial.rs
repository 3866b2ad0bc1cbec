//! The trial of changed rules by the examples, on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use mingbai_core::Library;
use mingbai_core::library::Document;

use super::change::Mutant;
use crate::check::examples::{Case, Subject};
use crate::resolve::Policies;

/// What became of a change.
pub(super) enum Fate {
    /// An example fails.
    Noticed,
    /// No example fails with this document.
    Unnoticed(Box<Document>),
}

/// Every change that changes the rules, with what became of it.
pub(super) fn all<'a>(policies: &Policies, place: usize, cases: &[&Case<'_>], mutants: &'a [Mutant]) -> Vec<(&'a Mutant, Fate)> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut bench = Bench { library: policies.library.clone(), written: policies, place, cases };
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = mutants.get(number) else { return done };
            done.extend(bench.tried(mutant).map(|fate| (number, mutant, fate)));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut trials: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    trials.sort_by_key(|(number, ..)| *number);
    trials.into_iter().map(|(_, mutant, fate)| (mutant, fate)).collect()
}

/// A library of its own for each core.
struct Bench<'a> {
    library: Library,
    written: &'a Policies,
    place: usize,
    cases: &'a [&'a Case<'a>],
}

impl Bench<'_> {
    /// What becomes of the change, unless the rules stay the same.
    fn tried(&mut self, mutant: &Mutant) -> Option<Fate> {
        let changed = mutant.edit.document(self.written, self.place)?;
        let cases = concerned(self.written.library.documents.get(self.place)?, &changed, self.cases);
        if let Some(document) = self.library.documents.get_mut(self.place) {
            *document = changed;
        }
        if cases.iter().any(|case| case.fails(&self.library)) {
            return Some(Fate::Noticed);
        }
        let document = self.library.documents.get(self.place)?;
        Some(Fate::Unnoticed(Box::new(document.clone())))
    }
}

/// The examples that can fail: those that speak of a changed measure first, then those that speak of several measures.
fn concerned<'a>(written: &Document, changed: &Document, cases: &[&'a Case<'a>]) -> Vec<&'a Case<'a>> {
    if written.combines != changed.combines {
        return cases.to_vec();
    }
    let differs = changed_measures(written, changed);
    let speaks = |case: &Case<'_>| {
        let subjects = || case.expected.iter().map(|expect| expect.subject);
        let directly = subjects().any(|subject| matches!(subject, Subject::Measure(place) if differs.contains(&place)));
        let together = subjects().any(|subject| matches!(subject, Subject::Combine(_) | Subject::Sum));
        (directly, together)
    };
    let mut concerned: Vec<&Case<'_>> = cases.iter().copied().filter(|case| speaks(case) != (false, false)).collect();
    concerned.sort_by_key(|case| !speaks(case).0);
    concerned
}

/// The places of the measures that differ.
pub(super) fn changed_measures(written: &Document, changed: &Document) -> Vec<u16> {
    let pairs = (0_u16..).zip(written.measures.iter().zip(&changed.measures));
    pairs.filter(|(_, (one, other))| one != other).map(|(place, _)| place).collect()
}
