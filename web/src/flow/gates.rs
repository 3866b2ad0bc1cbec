//! Questions that wait for a yes or no: who has no warehouse is not asked how large it is.

use mingbai_core::answers::Answer;
use mingbai_core::fact::{FactId, FactKind};
use mingbai_core::{Answers, Library};

use super::Scope;

/// Of the questions worth asking, those an earlier open yes/no question of the same page may still make pointless, with that question.
#[must_use]
pub fn gated(scope: Scope<'_>, answers: &Answers, open: &[FactId]) -> Vec<(FactId, FactId)> {
    let mut waiting = Vec::new();
    for gate in open {
        let followers = followers(scope.library, open, *gate);
        for answer in [true, false].into_iter().filter(|_| !followers.is_empty()) {
            let left = questions_if(scope, answers, (*gate, answer));
            waiting.extend(followers.iter().filter(|follower| !left.contains(follower)).map(|follower| (*follower, *gate)));
        }
    }
    waiting
}

/// The questions after a yes/no question on its page.
fn followers(library: &Library, open: &[FactId], gate: FactId) -> Vec<FactId> {
    let page = library.fact(gate).filter(|fact| matches!(fact.kind, FactKind::YesNo)).map(|fact| fact.page);
    let follows = |fact: &&FactId| **fact > gate && page.is_some() && library.fact(**fact).map(|fact| fact.page) == page;
    open.iter().filter(follows).copied().collect()
}

fn questions_if(scope: Scope<'_>, answers: &Answers, (gate, answer): (FactId, bool)) -> Vec<FactId> {
    let mut answers = answers.clone();
    answers.set(gate, Some(Answer::YesNo(answer)));
    scope.questions(&answers, &scope.assessed(&answers))
}
