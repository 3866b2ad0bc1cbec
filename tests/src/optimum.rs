//! The fewest questions a small library can do with: every order is tried, for every firm.

use std::collections::BTreeMap;

use mingbai_core::answers::{Answer, Answers};
use mingbai_core::fact::FactId;
use mingbai_core::library::{Document, Library};
use mingbai_core::{Date, assess};
use mingbai_policies::resolve::uses::{uses_of_combine, uses_of_measure, with_table};

use crate::generate::{Generator, Mood};
use crate::interview::{Order, wanted};
use crate::landmarks::Asked;
use crate::seed::Seed;

/// A library with so few facts that every order can be tried.
#[derive(Debug)]
pub struct Small {
    library: Library,
    as_of: Date,
    /// The facts, each with the answers tried.
    facts: Vec<(FactId, Vec<Answer>)>,
}

/// The questions of all firms together, and of the one that is asked most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The questions of all firms added up.
    pub all: u64,
    /// The questions of the firm that is asked most.
    pub worst: u64,
}

/// What of each fact is known: the place of an answer.
type Known = Vec<Option<usize>>;

impl Small {
    /// The library with at most so many answers tried of each fact, if it has at most so many facts.
    #[must_use]
    pub fn of(library: Library, as_of: Date, facts: usize, answers: usize) -> Option<Self> {
        let used = facts_of(&library);
        let generator = Generator::new(&library);
        let tried = used.iter().map(|fact| (*fact, answers_of(&generator, *fact, answers))).collect();
        (used.len() <= facts).then_some(Self { facts: tried, as_of, library })
    }

    /// How many facts it has.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.facts.len()
    }

    /// How many firms are tried.
    #[must_use]
    pub fn firms(&self) -> u64 {
        self.firms_like(&vec![None; self.facts.len()])
    }

    /// Every firm.
    #[must_use]
    pub fn every_firm(&self) -> Vec<Answers> {
        let none = vec![Answers::default()];
        self.facts.iter().fold(none, |firms, (fact, answers)| {
            let with = |firm: &Answers, answer: &Answer| {
                let mut firm = firm.clone();
                firm.set(*fact, Some(answer.clone()));
                firm
            };
            firms.iter().flat_map(|firm| answers.iter().map(move |answer| with(firm, answer))).collect()
        })
    }

    /// The rules.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The questions asked in that order.
    #[must_use]
    pub fn count(&self, order: Order) -> Count {
        self.from(&mut BTreeMap::new(), &vec![None; self.facts.len()], Some(order))
    }

    /// The fewest questions that any order can do with: for all firms together, and for the one that is asked most.
    #[must_use]
    pub fn fewest(&self) -> Count {
        self.from(&mut BTreeMap::new(), &vec![None; self.facts.len()], None)
    }

    fn from(&self, seen: &mut BTreeMap<Known, Count>, known: &Known, order: Option<Order>) -> Count {
        if let Some(count) = seen.get(known) {
            return *count;
        }
        let mut answers = Answers::default();
        for ((fact, tried), known) in self.facts.iter().zip(known) {
            answers.set(*fact, known.map(|place| tried[place].clone()));
        }
        let assessment = assess(&self.library, &answers, self.as_of, |_| true);
        let next: Vec<FactId> = match order {
            Some(order) => order(&self.library, &answers, &assessment).into_iter().collect(),
            None => wanted(&answers, &assessment).into_iter().collect(),
        };
        let counts: Vec<Count> = next.iter().map(|fact| self.asking(seen, known, *fact, order)).collect();
        let fewest = |one: Count, other: Count| Count { all: one.all.min(other.all), worst: one.worst.min(other.worst) };
        let count = counts.into_iter().reduce(fewest).unwrap_or(Count { all: 0, worst: 0 });
        seen.insert(known.clone(), count);
        count
    }

    fn asking(&self, seen: &mut BTreeMap<Known, Count>, known: &Known, fact: FactId, order: Option<Order>) -> Count {
        let place = self.facts.iter().position(|(one, _)| *one == fact).expect("a fact that is asked is one of the library");
        let mut count = Count { all: self.firms_like(known), worst: 0 };
        for answer in 0..self.facts[place].1.len() {
            let mut more = known.clone();
            more[place] = Some(answer);
            let rest = self.from(seen, &more, order);
            count = Count { all: count.all + rest.all, worst: count.worst.max(rest.worst + 1) };
        }
        count
    }

    fn firms_like(&self, known: &Known) -> u64 {
        self.facts.iter().zip(known).filter(|(_, known)| known.is_none()).map(|((_, answers), _)| answers.len() as u64).product()
    }
}

/// The facts the rules of a library look at.
#[must_use]
pub fn facts_of(library: &Library) -> Vec<FactId> {
    let of_document = |document: &Document| {
        let measures = document.measures.iter().flat_map(|measure| uses_of_measure(measure, true));
        measures.chain(document.combines.iter().flat_map(uses_of_combine)).collect::<Vec<_>>()
    };
    let used = library.documents.iter().flat_map(of_document).flat_map(|fact| with_table(library, fact));
    let mut facts: Vec<FactId> = library.applicant.into_iter().chain(used).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}

/// Different answers to a fact, mostly at the lines of the rules.
fn answers_of(generator: &Generator<'_>, fact: FactId, most: usize) -> Vec<Answer> {
    let kind = &generator.library().fact(fact).expect("a fact of the library").kind;
    let mut chance = Seed::new(u64::from(fact.0));
    let mut answers = Vec::new();
    for draw in 0..40 {
        let favour = if draw % 2 == 0 { 100 } else { 0 };
        let answer = generator.answer(&mut chance, Asked::Fact(fact), kind, Mood { favour, ..Mood::SETTLED });
        if !answers.contains(&answer) && answers.len() < most {
            answers.push(answer);
        }
    }
    answers
}

/// Every small library that a run of measures of one document makes, each measure in one of them; its combines are left out.
#[must_use]
pub fn small_parts(library: &Library, facts: usize) -> Vec<(String, Library)> {
    let mut parts: Vec<(String, Library)> = Vec::new();
    for document in &library.documents {
        let mut from = 0;
        while from < document.measures.len() {
            let lengths = 1..=document.measures.len() - from;
            let small = lengths.map(|length| part(library, document, from, length)).take_while(|part| facts_of(part).len() <= facts).last();
            let length = small.as_ref().map_or(1, |part| part.documents[0].measures.len());
            parts.extend(small.map(|part| (document.measures[from].id.clone(), part)));
            from += length;
        }
    }
    parts
}

fn part(library: &Library, document: &Document, from: usize, length: usize) -> Library {
    let measures = document.measures[from..from + length].to_vec();
    Library { documents: vec![Document { measures, combines: Vec::new(), ..document.clone() }], ..library.clone() }
}
