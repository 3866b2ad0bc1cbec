//! The least change with which a measure would be met: by hand, and against every small change there is.
#![cfg(test)]

#[path = "advise/forced.rs"]
mod forced;
#[path = "advise/lines.rs"]
mod lines;
#[path = "advise/printed.rs"]
mod printed;
#[path = "advise/worked.rs"]
mod worked;

use mingbai_core::advise::{Advice, Change, MAX_CHANGES, MAX_WAYS, Target, advise};
use mingbai_core::answers::Answer;
use mingbai_core::fact::{Changeable, ListId};
use mingbai_core::measure::Outcome;
use mingbai_core::{Answers, Date, assess};
use mingbai_tests::strategy::{as_of, cases, firm};
use mingbai_tests::{Found, assessed, findings, library};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(250))]

    /// Whatever is known, on any day: what is advised is enough, and of nothing but what is known and can be changed.
    #[test]
    fn what_is_advised_is_enough_and_can_be_done(firm in firm(), as_of in as_of()) {
        for (found, advice) in advised(&firm.0, as_of) {
            prop_assert!(advice.ways.is_empty() || found.finding.outcome == Outcome::DoesNotQualify);
            prop_assert!(advice.ways.len() <= MAX_WAYS);
            for way in &advice.ways {
                prop_assert!((1..=MAX_CHANGES).contains(&way.changes.len()));
                prop_assert_eq!(way.changes.len(), advice.ways[0].changes.len(), "{} has ways of several lengths", found.measure.id);
                for change in &way.changes {
                    prop_assert!(can_be_changed(&firm.0, change, as_of), "{}: {change:?}", found.measure.id);
                }
                let then = with(&firm.0, &way.changes);
                let document = &library().documents[usize::from(found.document)];
                let then = assess(library(), &then, as_of, |one| one.id == document.id);
                let after = &then.documents[0].measures[usize::from(found.place)];
                prop_assert!(!after.is_denied(), "{} is still denied after {:?}", found.measure.id, way.changes);
                prop_assert_eq!((after.outcome, after.estimate), (way.outcome, way.estimate));
                prop_assert_eq!(&then.documents[0].sums, &way.sums);
            }
        }
    }
}

/// The advice on every measure of every document.
fn advised(firm: &Answers, as_of: Date) -> Vec<(Found<'static>, Advice)> {
    // Kept for the length of the test, so that findings can be handed on.
    let assessment = Box::leak(Box::new(assessed(library(), firm, as_of)));
    let documents = assessment.documents.iter();
    let of = |found: &Found<'_>| documents.clone().find(|one| one.document == found.document);
    findings(assessment)
        .filter_map(|found| Some((advise(library(), firm, assessment, of(&found)?, found.place), found)))
        .map(|(advice, found)| (found, advice))
        .collect()
}

/// The answers once the changes are made.
fn with(firm: &Answers, changes: &[Change]) -> Answers {
    let mut then = firm.clone();
    for change in changes {
        match change.target {
            Target::Fact(fact) => then.set(fact, Some(change.to.clone())),
            Target::Cell(list, row, column) => {
                let Some(Answer::List(mut rows)) = then.get(list).cloned() else { panic!("a cell of no list") };
                rows.rows[usize::from(row)].set(column, Some(change.to.clone()));
                then.set(list, Some(Answer::List(rows)));
            }
        }
    }
    then
}

/// Known, changeable as the fact files say, not past, and really another answer.
fn can_be_changed(firm: &Answers, change: &Change, as_of: Date) -> bool {
    let known = change.target.known(firm);
    let (changeable, past) = match change.target {
        Target::Fact(fact) => (library().facts[usize::from(fact.0)].changeable, false),
        Target::Cell(fact, row, column) => {
            let list = library().list(ListId { fact, inner: None }).expect("a list");
            let row = &firm.rows(fact).0[usize::from(row)];
            (list.column(column).expect("a column").changeable, list.date.is_some_and(|date| row.date(date).is_none_or(|day| day <= as_of)))
        }
    };
    let reached = match (changeable, &change.to) {
        (Changeable::Freely, Answer::YesNo(_) | Answer::Quantity(_)) => true,
        (Changeable::To(options), Answer::Choice(option)) => options >> option & 1 == 1,
        _ => false,
    };
    reached && !past && known.is_some_and(|known| *known != Answer::NotSure && *known != change.to)
}
