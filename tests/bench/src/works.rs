//! The works that are timed, each for one firm of a file.

use std::hint::black_box;

use mingbai_core::advise::advise;
use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::combine;
use mingbai_core::evaluate::Scope;
use mingbai_core::interview::questions;
use mingbai_core::json::{Raw, read};
use mingbai_core::library::Document;
use mingbai_core::pack::decode;
use mingbai_core::trace::Trace;
use mingbai_core::{Answers, Assessment, Library, assess};

use crate::by_hand::{Facts, by_hand};
use crate::host::Host;

/// A library, and firms with what the rules give for them.
#[derive(Debug)]
pub struct Works {
    pack: Vec<u8>,
    host: Host,
    tenfold: Library,
    hundredfold: Library,
    firms: Vec<(Answers, Assessment)>,
    /// The same firms as plain code takes them; none where something is not known.
    facts: Vec<Facts>,
}

/// What is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The Lhasa notice, with its whole trace.
    Lhasa,
    /// All documents, with their whole trace.
    All,
    /// All documents ten times.
    Tenfold,
    /// All documents a hundred times.
    Hundredfold,
    /// The Lhasa notice, with all documents loaded a hundred times.
    LhasaOfHundredfold,
    /// How the measures of all documents combine.
    Combine,
    /// What is still worth asking.
    Questions,
    /// The least change for every measure of the Lhasa notice that is denied.
    Advise,
    /// Reading the data pack.
    Decode,
    /// The Lhasa notice in plain code, without rules and without a trace.
    ByHand,
}

impl Work {
    /// All works with their names.
    pub const NAMED: [(&'static str, Self); 10] = [
        ("the Lhasa notice by hand", Self::ByHand),
        ("the Lhasa notice", Self::Lhasa),
        ("all documents", Self::All),
        ("all documents × 10", Self::Tenfold),
        ("all documents × 100", Self::Hundredfold),
        ("the Lhasa notice, × 100 loaded", Self::LhasaOfHundredfold),
        ("combining, all documents", Self::Combine),
        ("the next questions", Self::Questions),
        ("advice, the Lhasa notice", Self::Advise),
        ("reading the data pack", Self::Decode),
    ];
}

impl Works {
    /// Takes the data pack, firms as lines of JSON, and whether everything is known of them.
    ///
    /// # Panics
    /// Where one of them cannot be read.
    #[must_use]
    pub fn new(pack: &[u8], firms: &str, complete: bool) -> Self {
        let host = Host::new(pack).expect("the pack is sound");
        let firm = |line: &str| {
            let raw: Raw = serde_json::from_str(line).expect("a line is JSON");
            let answers = read(&host.library, &raw).expect("the answers are right");
            let assessment = host.assess(&answers);
            (answers, assessment)
        };
        let firms: Vec<(Answers, Assessment)> = firms.lines().map(firm).collect();
        let known = firms.iter().filter(|_| complete);
        let facts = known.map(|(answers, _)| Facts::of(&host.library, answers)).collect();
        let [tenfold, hundredfold] = [10, 100].map(|times| crate::copies(&host.library, times));
        Self { pack: pack.to_vec(), tenfold, hundredfold, host, firms, facts }
    }

    /// The works that can be done for these firms, with their names.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, Work)> {
        Work::NAMED.into_iter().filter(|(_, work)| *work != Work::ByHand || !self.facts.is_empty())
    }

    /// Does the work for one firm so many times.
    pub fn run(&self, work: Work, firm: usize, times: u32) {
        for _ in 0..times {
            self.once(work, firm);
        }
    }

    fn once(&self, work: Work, firm: usize) {
        let (answers, assessment) = &self.firms[firm % self.firms.len()];
        let of = |library: &Library, chosen: fn(&Document) -> bool| {
            drop(black_box(assess(library, black_box(answers), self.host.as_of, chosen)));
        };
        match work {
            Work::Lhasa => of(&self.host.library, lhasa),
            Work::All => of(&self.host.library, |_| true),
            Work::Tenfold => of(&self.tenfold, |_| true),
            Work::Hundredfold => of(&self.hundredfold, |_| true),
            Work::LhasaOfHundredfold => of(&self.hundredfold, lhasa),
            Work::Combine => self.combine(answers, assessment),
            Work::Questions => drop(black_box(questions(&self.host.library, black_box(answers), assessment))),
            Work::Advise => self.advise(answers, assessment),
            Work::Decode => drop(black_box(decode(black_box(&self.pack)))),
            Work::ByHand => drop(black_box(by_hand(black_box(&self.facts[firm % self.facts.len()]), self.host.as_of))),
        }
    }

    fn advise(&self, answers: &Answers, assessment: &Assessment) {
        let library = &self.host.library;
        let of_lhasa = |found: &&DocumentFinding| library.documents.get(usize::from(found.document)).is_some_and(lhasa);
        for found in assessment.documents.iter().filter(of_lhasa) {
            for (place, _) in (0_u16..).zip(&found.measures) {
                drop(black_box(advise(library, black_box(answers), assessment, found, place)));
            }
        }
    }

    fn combine(&self, answers: &Answers, assessment: &Assessment) {
        let Host { library, as_of, .. } = &self.host;
        let mut trace = Trace::default();
        for found in &assessment.documents {
            let Some(document) = library.documents.get(usize::from(found.document)) else { continue };
            let scope = Scope { library, answers, as_of: *as_of, events: document.events, used_elsewhere: &[], assumed: &[] };
            drop(black_box(combine(scope, (document, found.document), &found.measures, &mut trace)));
        }
    }
}

fn lhasa(document: &Document) -> bool {
    document.id == "lhasa-2024-17"
}
