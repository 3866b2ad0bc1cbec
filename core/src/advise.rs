//! The least change with which a measure that is not met would be met, and how far the firm is from each line.

mod change;
mod margin;
mod reach;

use crate::answers::{Answer, Answers, Recognition};
use crate::assess::{Assessment, DocumentFinding, assess};
use crate::claim::Claimable;
use crate::combine::{Sums, apply_named};
use crate::evaluate::{Scope, condition};
use crate::expression::{Condition, Place};
use crate::fact::FactId;
use crate::library::{Document, Kind, Library, Measure};
use crate::measure::{Estimate, Outcome, measure};
use crate::order::insert_once;
use crate::trace::Trace;
use crate::verdict::Verdict;

pub use change::{Change, Target};
pub use margin::{Margin, margins};

/// The most changes that one way may ask for.
pub const MAX_CHANGES: usize = 3;

/// The most ways that are named for one measure.
pub const MAX_WAYS: usize = 16;

/// What would make a measure met that is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// The ways with the fewest changes, at most [`MAX_WAYS`]; none where no change in reach is enough.
    pub ways: Vec<Way>,
    /// What the authority would have to recognise besides; without a way, what is enough if the authority recognises it.
    /// It is not the applicant's to change.
    pub recognitions: Vec<FactId>,
}

/// Changes that together are enough, and what they bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The changes, at most [`MAX_CHANGES`]; none can be left out or made smaller.
    pub changes: Vec<Change>,
    /// What then comes out for the measure.
    pub outcome: Outcome,
    /// How certain its amount then is.
    pub kind: Kind,
    /// How much it then pays, before it is combined with others.
    pub estimate: Option<Estimate>,
    /// The sums of the document then.
    pub sums: Sums,
    /// Other measures of the document that are denied now and no longer then, as places.
    pub gained: Vec<u16>,
    /// Other measures of the document that are denied then and not yet now, as places.
    pub lost: Vec<u16>,
}

/// What would make the measure at `place` of an assessed document met. Nothing for a measure that is not denied, is for others, is
/// settled by another arrangement, or whose time is over.
#[must_use]
pub fn advise(library: &Library, answers: &Answers, assessment: &Assessment, found: &DocumentFinding, place: u16) -> Advice {
    let adviser = Adviser::of(library, answers, assessment, found, place);
    adviser.map_or_else(Advice::default, Adviser::advice)
}

/// The measure that is advised on.
#[derive(Clone, Copy)]
struct Adviser<'a> {
    scope: Scope<'a>,
    document: &'a Document,
    found: &'a DocumentFinding,
    place: u16,
    rule: &'a Measure,
}

impl<'a> Adviser<'a> {
    fn of(library: &'a Library, answers: &'a Answers, assessment: &Assessment, found: &'a DocumentFinding, place: u16) -> Option<Self> {
        let document = library.documents.get(usize::from(found.document))?;
        let rule = document.measures.get(usize::from(place))?;
        let finding = found.measures.get(usize::from(place))?;
        let over = matches!(found.claimable, Claimable::Expired | Claimable::Background)
            || document.events.is_some_and(|events| events.until < assessment.as_of);
        let scope = Scope { library, answers, as_of: assessment.as_of, events: document.events, used_elsewhere: &[], assumed: &[] };
        let advised = !over && finding.outcome == Outcome::DoesNotQualify && finding.settled_by.is_none();
        advised.then_some(Self { scope, document, found, place, rule })
    }

    fn advice(self) -> Advice {
        let mut enough: Vec<Vec<Change>> = Vec::new();
        for changes in reach::ways(self.scope, self.rule) {
            let more = enough.first().is_some_and(|first| changes.len() > first.len());
            if more || enough.len() == MAX_WAYS {
                break;
            }
            if !self.denied(&change::changed(self.scope.answers, &changes)) {
                change::keep_least(self.scope.answers, &mut enough, changes);
            }
        }
        let ways: Vec<Way> = enough.into_iter().filter_map(|changes| self.way(changes)).collect();
        Advice { recognitions: self.recognitions(!ways.is_empty()), ways }
    }

    /// Whether the measure is denied under other answers.
    fn denied(self, answers: &Answers) -> bool {
        let finding = measure(Scope { answers, ..self.scope }, self.rule, &mut Trace::aside());
        apply_named(answers, self.document, self.found.document, self.place, finding).is_denied()
    }

    fn way(self, changes: Vec<Change>) -> Option<Way> {
        let answers = change::changed(self.scope.answers, &changes);
        let then = assess(self.scope.library, &answers, self.scope.as_of, |document| document.id == self.document.id);
        let then = then.documents.into_iter().next()?;
        let (mut gained, mut lost) = (Vec::new(), Vec::new());
        for (place, (before, after)) in (0_u16..).zip(self.found.measures.iter().zip(&then.measures)) {
            match (before.is_denied(), after.is_denied()) {
                (true, false) if place != self.place => gained.push(place),
                (false, true) => lost.push(place),
                _ => {}
            }
        }
        let finding = then.measures.get(usize::from(self.place))?;
        let (outcome, kind, estimate) = (finding.outcome, finding.kind, finding.estimate);
        Some(Way { changes, outcome, kind, estimate, sums: then.sums, gained, lost })
    }

    /// What the authority has not recognised: beside a way what is still open, otherwise all of it if that would be enough.
    fn recognitions(self, way: bool) -> Vec<FactId> {
        let mut open = Vec::new();
        if let Some(when) = &self.rule.when {
            unrecognised(self.scope, when, &mut open);
        }
        let refused = |fact: &FactId| self.scope.answers.get(*fact) == Some(&Answer::Recognition(Recognition::Refused));
        if way {
            open.retain(|fact| !refused(fact));
            return open;
        }
        let mut granted = self.scope.answers.clone();
        for fact in &open {
            granted.set(*fact, Some(Answer::Recognition(Recognition::Granted)));
        }
        if self.denied(&granted) { Vec::new() } else { open }
    }
}

/// The recognitions that a condition which does not hold for sure still asks for.
fn unrecognised(scope: Scope<'_>, when: &Condition, open: &mut Vec<FactId>) {
    if condition(scope, when, None, &mut Trace::aside()).verdict == Verdict::Yes {
        return;
    }
    match when {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| unrecognised(scope, part, open)),
        Condition::Recognised(Place::Fact(fact)) => insert_once(open, *fact),
        _ => {}
    }
}
