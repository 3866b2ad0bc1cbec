//! Every lawful alternative of a cluster is tried; no optimiser.

use super::adding::Adding;
use super::caps::{Block, Capped, Capping, apply, cappings};
use super::giving::{Giving, Others, give};
use super::groups::Cluster;
use super::settle::{join, settle};
use super::{Combined, Contribution, Sums, stands_beside};
use crate::evaluate::Scope;
use crate::library::{CombineRule, Document};
use crate::measure::Finding;
use crate::verdict::{Causes, Verdict};

/// One lawful way to combine: what each measure adds.
pub(super) struct Alternative {
    pub(super) shares: Vec<(u16, Contribution)>,
    /// Who uses the rows of the lists whose rows are used once.
    pub(super) uses: Vec<Use>,
    /// All shares together, under the caps.
    pub(super) whole: Block,
    pub(super) capped: Vec<Capped>,
    /// Its measures that have no upper end yet, and so no share.
    pub(super) open: Vec<u16>,
    /// What to learn to know better what is left to a measure without the rows given to others, or under a cap.
    pub(super) causes: Causes,
    /// Whether another, left out here, gives the same.
    pub(super) twin: bool,
    /// Absent: it is lawful. Else it stands for all that were left out, and each of its shares is the most there can be.
    pub(super) others: Option<Others>,
}

/// Who uses the rows of a list.
pub(super) struct Use {
    pub(super) combine: u16,
    /// The measure each row goes to; nothing where each goes to all.
    pub(super) rows: Vec<u16>,
}

/// The combines of the cluster as they come out, and the sums of its measures.
pub(super) fn best(scope: Scope<'_>, document: &Document, findings: &[Finding], cluster: &Cluster) -> (Vec<Combined>, Sums) {
    let sets = applying(cluster);
    sets.iter().map(|applied| best_of(scope, document, findings, cluster, applied)).reduce(join).unwrap_or_default()
}

/// How many ways to combine there are, where every combine applies.
pub(super) fn ways(scope: Scope<'_>, document: &Document, findings: &[Finding], cluster: &Cluster) -> usize {
    let applied: Vec<u16> = cluster.combines.iter().map(|(place, _)| *place).collect();
    choices(scope, document, findings, cluster, &applied).iter().fold(1, |ways, choice| ways.saturating_mul(choice.len()))
}

/// Which combines apply; several sets where that is not known of some.
fn applying(cluster: &Cluster) -> Vec<Vec<u16>> {
    cluster.combines.iter().fold(vec![Vec::new()], |sets, (place, applies)| {
        let with = sets.iter().map(|set: &Vec<u16>| set.iter().copied().chain([*place]).collect());
        match applies.verdict {
            Verdict::Yes => with.collect(),
            Verdict::No => sets,
            Verdict::Unknown => with.chain(sets.iter().cloned()).collect(),
        }
    })
}

fn best_of(scope: Scope<'_>, document: &Document, findings: &[Finding], cluster: &Cluster, applied: &[u16]) -> (Vec<Combined>, Sums) {
    let choices = choices(scope, document, findings, cluster, applied);
    let cappings = cappings(scope, document, applied);
    let mut alternatives = Vec::new();
    let mut picked = vec![0_usize; choices.len()];
    loop {
        alternatives.push(alternative(scope, document, findings, cluster, (&choices, &picked), &cappings));
        if !advance(&choices, &mut picked) {
            break;
        }
    }
    settle(document, cluster, alternatives)
}

/// What is to be chosen under one combine.
struct Choice {
    combine: u16,
    options: Options,
}

enum Options {
    /// Of these measures one is paid.
    One(Vec<u16>),
    /// Of a list each row goes to one of the measures.
    Rows(Vec<Adding>, Giving),
}

fn choices(scope: Scope<'_>, document: &Document, findings: &[Finding], cluster: &Cluster, applied: &[u16]) -> Vec<Choice> {
    let choice = |place: &u16| {
        let combine = document.combines.get(usize::from(*place))?;
        let measures: Vec<u16> = combine.among.iter().copied().filter(|one| cluster.measures.contains(one)).collect();
        let options = match combine.rule {
            CombineRule::Highest => Options::One(measures),
            CombineRule::Once(list) => {
                let all: Vec<Adding> = measures.iter().filter_map(|one| Adding::of(scope, document, findings, *one, list)).collect();
                let mut giving = give(&all, scope.answers.rows(list).0.len(), applied.len() == 1);
                if all.len() < measures.len() {
                    giving.others = giving.others.or(Some(Others::NoBetter));
                }
                Options::Rows(all, giving)
            }
            CombineRule::AtMost(_) | CombineRule::NamedIn(..) => return None,
        };
        Some(Choice { combine: *place, options })
    };
    applied.iter().filter_map(choice).collect()
}

impl Choice {
    fn len(&self) -> usize {
        match &self.options {
            Options::One(measures) => measures.len(),
            Options::Rows(_, giving) => giving.ways.len().saturating_add(usize::from(giving.others.is_some())),
        }
    }
}

/// The next combination of single choices, the last one turning fastest; none after the last.
fn advance(choices: &[Choice], picked: &mut [usize]) -> bool {
    for (pick, choice) in picked.iter_mut().zip(choices).rev() {
        *pick = pick.saturating_add(1);
        if *pick < choice.len() {
            return true;
        }
        *pick = 0;
    }
    false
}

fn alternative(
    scope: Scope<'_>,
    document: &Document,
    findings: &[Finding],
    cluster: &Cluster,
    (choices, picked): (&[Choice], &[usize]),
    cappings: &[Capping<'_>],
) -> Alternative {
    let (mut out, mut uses, mut adding) = (Vec::new(), Vec::new(), Vec::new());
    let (mut twin, mut others) = (false, None);
    for (choice, pick) in choices.iter().zip(picked) {
        match &choice.options {
            Options::One(measures) => out.extend(measures.iter().enumerate().filter(|(place, _)| place != pick).map(|(_, one)| *one)),
            Options::Rows(all, giving) => {
                let way = giving.ways.get(*pick);
                twin |= way.is_some_and(|way| way.twin);
                others = if way.is_none() { giving.others } else { others };
                let rows = way.map(|way| way.users.as_slice());
                adding.extend(all.iter().map(|one| (one, rows)));
                uses.push(Use { combine: choice.combine, rows: rows.unwrap_or_default().to_vec() });
            }
        }
    }
    let (mut shares, mut open, mut causes) = (Vec::new(), Vec::new(), Causes::default());
    for place in cluster.measures.iter().filter(|place| !out.contains(place)) {
        let of_rows = adding.iter().find(|(one, _)| one.measure == *place);
        let rule = document.measures.get(usize::from(*place)).zip(findings.get(usize::from(*place)));
        let share = match of_rows {
            Some((one, Some(rows))) => one.share(rows),
            Some((one, None)) => Some(one.all().or_nothing()),
            None => rule.and_then(|(rule, finding)| Contribution::of(scope, rule, finding)),
        };
        causes = of_rows.map_or(causes, |(one, rows)| causes.union(one.causes(rows.unwrap_or_default(), twin)));
        if let Some(share) = share {
            shares.push((*place, share));
        } else if is_open(scope, document, findings, *place) {
            open.push(*place);
        }
    }
    let (whole, capped) = apply(cappings, &mut shares);
    let causes = capped.iter().fold(causes, |causes, one| causes.union(one.causes));
    Alternative { shares, uses, whole, capped, open, causes, twin, others }
}

/// Whether the measure may be paid to the applicant by the issuer and has no upper end yet.
fn is_open(scope: Scope<'_>, document: &Document, findings: &[Finding], place: u16) -> bool {
    let place = usize::from(place);
    let own = document.measures.get(place).is_some_and(|rule| !stands_beside(scope, rule));
    own && findings.get(place).is_some_and(|found| !found.is_denied() && found.estimate.is_some_and(|one| one.most.high.is_none()))
}
