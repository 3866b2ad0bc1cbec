//! Every way in which what is unknown may turn out, each assessed by itself and then joined. Where there are too many, facts are
//! looked at before rows, and earlier rows before later ones.

use super::alternatives::{best, join};
use super::groups::{Group, applies};
use super::splits::{Split, Way};
use super::{Combined, Contribution, Sums, apply_named};
use crate::answers::Answers;
use crate::evaluate::{Assumed, Scope};
use crate::library::Document;
use crate::measure::{Estimate, Finding, measure};
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
    let limit = WAYS.checked_div(super::alternatives::ways(scope, document, group)).unwrap_or(1).min(WORLDS);
    let (mut worlds, mut wide) = (vec![Vec::new()], false);
    for split in ordered(&group.splits, |one, other| one.place < other.place) {
        if worlds.len().saturating_mul(split.ways.len()) <= limit {
            worlds = each_way(&worlds, split);
        } else {
            wide = true;
        }
    }
    let in_world = |world: &Vec<&Way<'_>>| {
        if world.is_empty() { best(scope, document, findings, group) } else { in_world(scope, (document, place), findings, group, world) }
    };
    let (combined, mut sums) = worlds.iter().map(in_world).reduce(either).unwrap_or_default();
    sums.wide = wide;
    (combined, sums)
}

/// The two joined; of what is chosen that of the better one is told.
fn either(one: (Vec<Combined>, Sums), other: (Vec<Combined>, Sums)) -> (Vec<Combined>, Sums) {
    let high = |(_, sums): &(Vec<Combined>, Sums)| {
        Sums::KINDS.into_iter().filter_map(|kind| sums.of(kind)).fold(Estimate::ZERO, Estimate::plus).most.high
    };
    if high(&other) > high(&one) { join(other, one) } else { join(one, other) }
}

fn each_way<'b, 'a>(worlds: &[Vec<&'b Way<'a>>], split: &'b Split<'a>) -> Vec<Vec<&'b Way<'a>>> {
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
    world: &[&Way<'_>],
) -> (Vec<Combined>, Sums) {
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
    let scope = Scope { answers: &answers, assumed: &assumed, ..scope };
    let rules = (0_u16..).zip(document.measures.iter().zip(findings));
    let findings: Vec<Finding> = rules
        .map(|(place, (rule, finding))| {
            if group.measures.contains(&place) && Contribution::of(rule, finding).is_some() {
                let found = measure(scope, rule, &mut Trace::default());
                apply_named(&answers, document, document_place, place, found)
            } else {
                finding.clone()
            }
        })
        .collect();
    let combines = group.combines.iter().map(|(place, _)| (*place, applies(scope, document, *place))).collect();
    best(scope, document, &findings, &Group { combines, ..group.clone() })
}
