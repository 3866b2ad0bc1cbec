//! Combines that share measures form a group; groups are independent of each other.

use crate::evaluate::{Scope, condition};
use crate::library::{CombineRule, Document};
use crate::measure::Finding;
use crate::order::each_once;
use crate::trace::Trace;
use crate::verdict::{Judged, Verdict};

/// Combines of a document that share measures.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The combines: place, and whether each applies.
    pub(super) combines: Vec<(u16, Judged)>,
    /// The measures they speak of that may pay.
    pub(super) measures: Vec<u16>,
}

/// The groups in which at least two measures may pay, so that there is something to choose, or one whose sum is capped.
pub(super) fn live(scope: Scope<'_>, document: &Document, findings: &[Finding]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, combine) in (0_u16..).zip(&document.combines) {
        if matches!(combine.rule, CombineRule::NamedIn(..)) {
            continue;
        }
        let measures: Vec<u16> = combine.among.iter().copied().filter(|place| may_pay(findings, *place)).collect();
        let when = combine.when.as_ref();
        let applies = when.map_or(Judged::settled(true), |when| condition(scope, when, None, &mut Trace::default()));
        let least = if matches!(combine.rule, CombineRule::AtMost(_)) { 1 } else { 2 };
        if measures.len() < least || applies.verdict == Verdict::No {
            continue;
        }
        let mut merged = Group { combines: vec![(place, applies)], measures };
        groups.retain(|group| {
            let shared = group.measures.iter().any(|one| merged.measures.contains(one));
            if shared {
                merged.combines.extend(group.combines.iter().copied());
                merged.measures.extend(group.measures.iter().copied());
            }
            !shared
        });
        merged.measures = each_once(merged.measures);
        groups.push(merged);
    }
    groups
}

fn may_pay(findings: &[Finding], place: u16) -> bool {
    findings.get(usize::from(place)).is_some_and(|finding| !finding.is_denied() && finding.estimate.is_some())
}
