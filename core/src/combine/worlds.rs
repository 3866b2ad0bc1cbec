//! Every way in which what is unknown may turn out, each assessed by itself and then joined. Where there are too many, facts are
//! looked at before rows, and earlier rows before later ones. What only decides what one row gives is looked at row by row.

use super::alone::Alone;
use super::alternatives::{best, ways};
use super::groups::{Group, applies};
use super::settle::join;
use super::splits::{Split, Way};
use super::{Combined, Contribution, Sums, apply_named};
use crate::answers::Answers;
use crate::evaluate::{Assumed, Scope};
use crate::library::Document;
use crate::measure::{Finding, measure};
use crate::order::ordered;
use crate::trace::Trace;

/// So many worlds are looked at; what is left unknown in them widens the sums.
const WORLDS: usize = 256;
/// So many ways to combine are tried in all worlds together.
const WAYS: usize = 4_096;

/// The combines of the group as they come out, and the sums of its measures.
pub(super) fn best_of_group(
    scope: Scope<'_>,
    (document, place): (&Document, u16),
    findings: &[Finding],
    group: &Group<'_>,
) -> (Vec<Combined>, Sums) {
    if group.splits.is_empty() {
        return best_of_all(scope, document, findings, group);
    }
    let ways = group.clusters.iter().fold(1, |most, cluster| ways(scope, document, findings, cluster).max(most));
    let limit = WAYS.checked_div(ways).unwrap_or(1).clamp(1, WORLDS);
    let alone = Alone::of(group);
    let (mut worlds, mut wide) = (vec![Vec::new()], false);
    let shared = group.splits.iter().filter(|split| alone.as_ref().is_none_or(|alone| !alone.decides(split)));
    for split in ordered(shared, |one, other| one.place < other.place) {
        if worlds.len().saturating_mul(split.ways.len()) <= limit {
            worlds = each_way(&worlds, split);
        } else {
            wide = true;
        }
    }
    let in_world = |world: &Vec<&Way<'_>>| {
        let (combined, mut sums) = in_world(scope, (document, place), findings, group, (world, alone.as_ref()));
        if let Some(alone) = &alone {
            sums.add(&alone.sums(scope, (document, place), world));
        }
        (combined, sums)
    };
    let (combined, mut sums) = worlds.iter().map(in_world).reduce(join).unwrap_or_default();
    sums.wide |= wide;
    (combined, sums)
}

pub(super) fn each_way<'b, 'a>(worlds: &[Vec<&'b Way<'a>>], split: &'b Split<'a>) -> Vec<Vec<&'b Way<'a>>> {
    let each = |world: &Vec<&'b Way<'a>>| -> Vec<Vec<&'b Way<'a>>> {
        split.ways.iter().map(|way| world.iter().copied().chain([way]).collect()).collect()
    };
    worlds.iter().flat_map(each).collect()
}

fn in_world(
    scope: Scope<'_>,
    (document, document_place): (&Document, u16),
    findings: &[Finding],
    group: &Group<'_>,
    (world, alone): (&[&Way<'_>], Option<&Alone<'_>>),
) -> (Vec<Combined>, Sums) {
    within(scope, world, |scope| {
        let rules = (0_u16..).zip(document.measures.iter().zip(findings));
        let findings: Vec<Finding> = rules
            .map(|(place, (rule, finding))| {
                if group.measures.contains(&place) && Contribution::of(scope, rule, finding).is_some() {
                    let found = match alone.filter(|alone| alone.owners.contains(&place)) {
                        Some(alone) => alone.with_rows(scope, (rule, place), |row| !alone.rows.contains(&row)),
                        None => measure(scope, rule, &mut Trace::aside()),
                    };
                    apply_named(scope.answers, document, document_place, place, found)
                } else {
                    finding.clone()
                }
            })
            .collect();
        let mut group = group.clone();
        for (place, judged) in group.clusters.iter_mut().flat_map(|cluster| &mut cluster.combines) {
            *judged = applies(scope, document, *place);
        }
        best_of_all(scope, document, &findings, &group)
    })
}

/// What is found where what is unknown turns out in these ways.
pub(super) fn within<T>(scope: Scope<'_>, world: &[&Way<'_>], find: impl FnOnce(Scope<'_>) -> T) -> T {
    let mut answers: Answers = scope.answers.clone();
    for way in world {
        if let Way::Answered(asked, answer) = way {
            asked.set(&mut answers, answer.clone());
        }
    }
    let assumed = world.iter().filter_map(|way| match way {
        Way::Assumed(atom, holds) => Some(Assumed { condition: atom.leaf, row: atom.row(&answers), holds: *holds }),
        Way::Answered(..) => None,
    });
    let assumed: Vec<Assumed<'_>> = assumed.collect();
    find(Scope { answers: &answers, assumed: &assumed, ..scope })
}

/// The best of each cluster, and what the other measures add.
fn best_of_all(scope: Scope<'_>, document: &Document, findings: &[Finding], group: &Group<'_>) -> (Vec<Combined>, Sums) {
    let (mut combined, mut sums) = (Vec::new(), Sums::default());
    for cluster in &group.clusters {
        let (outcome, of_cluster) = best(scope, document, findings, cluster);
        combined.extend(outcome);
        sums.add(&of_cluster);
    }
    let in_cluster = |place: &u16| group.clusters.iter().any(|cluster| cluster.measures.contains(place));
    for place in group.measures.iter().filter(|place| !in_cluster(place)) {
        let rule = document.measures.get(usize::from(*place)).zip(findings.get(usize::from(*place)));
        rule.and_then(|(rule, finding)| Contribution::of(scope, rule, finding)).into_iter().for_each(|share| sums.add_one(share));
    }
    (combined, sums)
}
