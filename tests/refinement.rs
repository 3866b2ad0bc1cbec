//! More answers only refine: a settled verdict stays, a range only narrows.
#![cfg(test)]

use mingbai_core::answers::Answer;
use mingbai_core::assess::DocumentFinding;
use mingbai_core::combine::Sums;
use mingbai_core::fact::{ColumnId, FactId, FactKind};
use mingbai_core::interval::Interval;
use mingbai_core::library::{Document, Kind};
use mingbai_core::measure::{Estimate, Finding, Outcome};
use mingbai_core::verdict::Verdict;
use mingbai_core::{Answers, Assessment};
use mingbai_tests::strategy::{as_of, cases, firm_and_more};
use mingbai_tests::{assessed, library};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(6_000))]

    #[test]
    fn a_settled_verdict_stays((firm, more) in firm_and_more(), as_of in as_of()) {
        let (before, after) = (assessed(library(), &firm.0, as_of), assessed(library(), &more.0, as_of));
        for (id, old, new) in pairs(&before, &after) {
            match old.outcome {
                Outcome::Qualifies => prop_assert_eq!(new.outcome, Outcome::Qualifies, "{}", id),
                Outcome::DoesNotQualify | Outcome::NotApplicable => prop_assert!(new.is_denied(), "{id} became {:?}", new.outcome),
                Outcome::SubjectToReview | Outcome::NeedsAnswers => {}
            }
        }
    }

    #[test]
    fn a_verdict_under_a_reading_stays((firm, more) in firm_and_more(), as_of in as_of()) {
        let (before, after) = (assessed(library(), &firm.0, as_of), assessed(library(), &more.0, as_of));
        for (id, old, new) in pairs(&before, &after) {
            for (old, new) in old.readings.iter().zip(&new.readings) {
                prop_assert!(old.verdict == Verdict::Unknown || old.verdict == new.verdict, "{id}: {old:?} became {new:?}");
                prop_assert!(narrows(old.estimate, new.estimate), "{id}: {old:?} became {new:?}");
            }
        }
    }

    /// What an agreement settles is not looked into further, so that a later answer may still deny it.
    #[test]
    fn what_waits_for_the_authority_is_not_decided_by_the_firm((firm, more) in firm_and_more(), as_of in as_of()) {
        let more = with_recognitions_of(&firm.0, &more.0);
        let (before, after) = (assessed(library(), &firm.0, as_of), assessed(library(), &more, as_of));
        for (id, old, new) in pairs(&before, &after) {
            let waits = old.outcome == Outcome::SubjectToReview && old.settled_by.is_none();
            prop_assert!(!waits || new.outcome == Outcome::SubjectToReview, "{id} became {:?}", new.outcome);
        }
    }

    #[test]
    fn an_estimate_only_narrows((firm, more) in firm_and_more(), as_of in as_of()) {
        let (before, after) = (assessed(library(), &firm.0, as_of), assessed(library(), &more.0, as_of));
        for (id, old, new) in pairs(&before, &after) {
            let (was, is) = (old.estimate, new.estimate);
            prop_assert!(narrows(was, is), "{id}: {was:?} became {is:?}");
            prop_assert!(was.is_none() || is.is_some() || new.is_denied() || new.settled_by.is_some(), "{id} lost its estimate");
        }
    }

    #[test]
    fn the_three_sums_only_narrow((firm, more) in firm_and_more(), as_of in as_of()) {
        let (before, after) = (assessed(library(), &firm.0, as_of), assessed(library(), &more.0, as_of));
        for (old, new) in before.documents.iter().zip(&after.documents) {
            for kind in Sums::KINDS {
                let (was, is) = (sum(old, kind), sum(new, kind));
                prop_assert!(was.contains(is), "{kind:?}: {was:?} became {is:?}");
            }
        }
    }

    #[test]
    fn what_is_paid_together_only_narrows((firm, more) in firm_and_more(), as_of in as_of()) {
        let (before, after) = (assessed(library(), &firm.0, as_of), assessed(library(), &more.0, as_of));
        for (old, new) in before.documents.iter().zip(&after.documents) {
            for was in &old.combined {
                if let Some(is) = new.combined.iter().find(|is| is.combine == was.combine) {
                    prop_assert!(was.together.most.contains(is.together.most), "{was:?} became {is:?}");
                }
            }
        }
    }
}

fn pairs<'a>(before: &'a Assessment, after: &'a Assessment) -> impl Iterator<Item = (&'static str, &'a Finding, &'a Finding)> {
    before.documents.iter().zip(&after.documents).flat_map(|(old, new)| {
        let measures = document(old).measures.iter().zip(old.measures.iter().zip(&new.measures));
        measures.map(|(measure, (old, new))| (measure.id.as_str(), old, new))
    })
}

fn document(finding: &DocumentFinding) -> &'static Document {
    &library().documents[usize::from(finding.document)]
}

/// What is paid at least only grows, the most only narrows, and nothing new appears.
fn narrows(was: Option<Estimate>, is: Option<Estimate>) -> bool {
    match (was, is) {
        (Some(was), Some(is)) => was.most.contains(is.most) && was.least <= is.least,
        (None, Some(_)) => false,
        (_, None) => true,
    }
}

/// The sum of a kind. A measure of the issuer's own that has no upper end yet stands beside the sum until it has one.
fn sum(finding: &DocumentFinding, kind: Kind) -> Interval {
    let sum = finding.sums.of(kind).map_or(Interval::ZERO, |sum| sum.most);
    let beside = finding.sums.beside.iter().map(|place| usize::from(*place));
    let unbounded = |place: usize| finding.measures[place].estimate.is_some_and(|estimate| estimate.most.high.is_none());
    let own =
        |place: usize| document(finding).measures[place].paid_by.is_none() && finding.measures[place].kind == kind && unbounded(place);
    if beside.into_iter().any(own) { Interval { low: sum.low, high: None } } else { sum }
}

/// The answers with the authority's decisions as in the first; on rows that the first does not have nothing is decided.
fn with_recognitions_of(first: &Answers, answers: &Answers) -> Answers {
    let mut answers = answers.clone();
    for (place, fact) in (0_u16..).map(FactId).zip(&library().facts) {
        match &fact.kind {
            FactKind::Recognition => answers.set(place, first.get(place).cloned()),
            FactKind::List(list) => {
                let Some(Answer::List(mut rows)) = answers.get(place).cloned() else { continue };
                for (number, row) in rows.rows.iter_mut().enumerate() {
                    let columns = (0_u8..).map(ColumnId).zip(&list.columns).filter(|(_, column)| column.kind == FactKind::Recognition);
                    for (column, _) in columns {
                        row.set(column, first.rows(place).0.get(number).and_then(|row| row.get(column)).cloned());
                    }
                }
                answers.set(place, Some(Answer::List(rows)));
            }
            _ => {}
        }
    }
    answers
}
