//! What is still worth asking, and in which order.
//!
//! The *plain order* asks who applies and where, then page by page, and skips what can no longer change anything. Each measure
//! that is open has a *first* question: of its causes the one the plain order comes to first. Such questions come before all
//! others here, that which settles most before the rest.
//!
//! This never asks more than the plain order. Two things hold of the causes of a measure: knowing more only takes causes away,
//! and what is no cause changes nothing. Hence
//! - the plain order asks the first question of an open measure in any case: what it asks before is no cause of the measure,
//!   so the measure waits as before;
//! - whoever knows one answer more has in the plain order no further question: a question skipped for that answer is no cause
//!   any more, and so cannot have spared another one.
//!
//! So to ask a first question and then to go on in the plain order takes no more questions than the plain order alone; and the
//! same holds of every next question.
//!
//! Questions that come into view with an answer (the figures of a size table where there is no certificate, what a row needs)
//! are left out of this argument; a test counts them.

use crate::answers::Answers;
use crate::assess::Assessment;
use crate::fact::FactId;
use crate::library::Library;
use crate::measure::Finding;
use crate::order::ordered;
use crate::verdict::FactSet;

/// A measure that one more answer would settle weighs so much for each digit of its money.
const WHOLE: u32 = 5_040;

/// The digits of money that has no upper end.
const DIGITS: u32 = 9;

/// The facts not yet answered that can still change an outcome, an estimate or a sum, the next question first. A fact answered
/// "not sure" is not asked again.
#[must_use]
pub fn questions(library: &Library, answers: &Answers, assessment: &Assessment) -> Vec<FactId> {
    let mut asked: Vec<Question> =
        in_plain_order(library, answers, assessment).into_iter().map(|fact| Question { fact, first: false, settles: 0 }).collect();
    if let Some(next) = asked.first_mut() {
        next.first = true;
    }
    for finding in assessment.documents.iter().flat_map(|document| &document.measures) {
        weigh(&mut asked, finding);
    }
    let before = |one: &Question, other: &Question| (one.first, one.settles) > (other.first, other.settles) && one.first;
    ordered(asked, before).into_iter().map(|question| question.fact).collect()
}

/// The facts not yet answered that can still change something: the addressee, then by page.
fn in_plain_order(library: &Library, answers: &Answers, assessment: &Assessment) -> Vec<FactId> {
    let wanted = assessment.documents.iter().fold(FactSet::default(), |wanted, document| {
        let measures = document.measures.iter().fold(wanted, |wanted, finding| wanted.union(finding.causes.facts));
        document.combined.iter().fold(measures, |wanted, combined| wanted.union(combined.causes.facts))
    });
    let addressee = [library.applicant, library.registered_in];
    let first = addressee.into_iter().flatten().filter(|fact| wanted.contains(*fact));
    let then = wanted.iter().filter(|fact| !addressee.contains(&Some(*fact)));
    first.chain(then).filter(|fact| answers.get(*fact).is_none()).collect()
}

/// A question, whether it is the first of an open measure, and how much an answer settles.
struct Question {
    fact: FactId,
    first: bool,
    settles: u32,
}

/// A measure weighs as its money has digits, shared out among all that it waits for.
fn weigh(asked: &mut [Question], finding: &Finding) {
    let mut waits: Vec<&mut Question> = asked.iter_mut().filter(|question| finding.causes.facts.contains(question.fact)).collect();
    let count = u32::try_from(waits.len()).unwrap_or(u32::MAX);
    let share = digits(finding).saturating_mul(WHOLE).checked_div(count).unwrap_or(0);
    for question in &mut waits {
        question.settles = question.settles.saturating_add(share);
    }
    if let Some(question) = waits.first_mut() {
        question.first = true;
    }
}

/// How many digits the upper end of the estimate has in yuan; 1 where there is no money.
fn digits(finding: &Finding) -> u32 {
    let Some(estimate) = finding.estimate else { return 1 };
    let whole = |high: rust_decimal::Decimal| high.trunc().mantissa().checked_ilog10().unwrap_or(0);
    estimate.most.high.map_or(DIGITS, whole).saturating_add(1)
}
