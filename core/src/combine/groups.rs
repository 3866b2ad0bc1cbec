//! Combines that share measures form a group, with what is unknown and decides several of them; groups are independent of each other.

use super::atoms::Owner;
use super::splits::{Split, splits};
use crate::evaluate::{Scope, condition};
use crate::library::{CombineRule, Document};
use crate::measure::Finding;
use crate::order::{each_once, insert_by};
use crate::trace::Trace;
use crate::verdict::{Judged, Verdict};

/// Combines of a document that share measures.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// The combines in the order of the text: place, and whether each applies.
    pub(super) combines: Vec<(u16, Judged)>,
    /// The measures they speak of that may pay.
    pub(super) measures: Vec<u16>,
}

/// Clusters and other measures that something unknown holds together.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    /// The clusters.
    pub(super) clusters: Vec<Cluster>,
    /// The measures of the clusters, and others.
    pub(super) measures: Vec<u16>,
    /// What is unknown and has one value for all of them.
    pub(super) splits: Vec<Split<'a>>,
}

/// The groups in which at least two measures may pay, so that there is something to choose, or one whose sum is capped; and those
/// of which something unknown decides several.
pub(super) fn live<'a>(scope: Scope<'a>, document: &'a Document, findings: &[Finding]) -> Vec<Group<'a>> {
    let mut clusters = Vec::new();
    for (place, combine) in (0_u16..).zip(&document.combines) {
        if matches!(combine.rule, CombineRule::NamedIn(..)) {
            continue;
        }
        let measures: Vec<u16> = combine.among.iter().copied().filter(|place| may_pay(findings, *place)).collect();
        let least = if matches!(combine.rule, CombineRule::AtMost(_)) { 1 } else { 2 };
        if measures.len() < least {
            continue;
        }
        let applies = applies(scope, document, place);
        if applies.verdict != Verdict::No {
            cluster(&mut clusters, Cluster { combines: vec![(place, applies)], measures });
        }
    }
    let alone = |one: Cluster| Group { measures: one.measures.clone(), clusters: vec![one], splits: Vec::new() };
    let mut groups: Vec<Group<'a>> = clusters.into_iter().map(alone).collect();
    for split in splits(scope, document, findings) {
        let of_combine = |place: &u16| split.owners.contains(&Owner::Combine(*place));
        let combines = |group: &Group<'_>| group.clusters.iter().any(|one| one.combines.iter().any(|(place, _)| of_combine(place)));
        let through = groups.iter().filter(|group| combines(group));
        let mut measures: Vec<u16> = through.flat_map(|group| group.measures.iter().copied()).collect();
        measures.extend(split.measures());
        merge(&mut groups, Group { clusters: Vec::new(), measures: each_once(measures), splits: vec![split] });
    }
    groups
}

/// Whether the combine applies.
pub(super) fn applies(scope: Scope<'_>, document: &Document, place: u16) -> Judged {
    let when = document.combines.get(usize::from(place)).and_then(|combine| combine.when.as_ref());
    when.map_or(Judged::settled(true), |when| condition(scope, when, None, &mut Trace::aside()))
}

/// Adds a combine to the clusters it shares measures with, which become one.
fn cluster(clusters: &mut Vec<Cluster>, mut one: Cluster) {
    clusters.retain(|other| {
        let shared = other.measures.iter().any(|place| one.measures.contains(place));
        if shared {
            for combine in &other.combines {
                insert_by(&mut one.combines, *combine, |(one, _), (other, _)| one < other);
            }
            one.measures.extend(&other.measures);
        }
        !shared
    });
    one.measures = each_once(one.measures);
    clusters.push(one);
}

fn merge<'a>(groups: &mut Vec<Group<'a>>, mut merged: Group<'a>) {
    groups.retain(|group| {
        let shared = group.measures.iter().any(|one| merged.measures.contains(one));
        if shared {
            merged.clusters.extend(group.clusters.iter().cloned());
            merged.measures.extend(group.measures.iter().copied());
            merged.splits.extend(group.splits.iter().cloned());
        }
        !shared
    });
    merged.measures = each_once(merged.measures);
    groups.push(merged);
}

fn may_pay(findings: &[Finding], place: u16) -> bool {
    findings.get(usize::from(place)).is_some_and(|finding| !finding.is_denied() && finding.estimate.is_some())
}
