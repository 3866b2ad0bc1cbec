//! Every lawful alternative of a cluster is tried; no optimiser.

use rust_decimal::Decimal;

use super::caps::{Block, Capped, Capping, apply, cappings};
use super::groups::Cluster;
use super::settle::{join, settle};
use super::{Combined, Contribution, Sums, stands_beside};
use crate::evaluate::{ROWS_ALONE, Scope};
use crate::fact::FactId;
use crate::interval::Interval;
use crate::library::{CombineRule, Document, Measure};
use crate::measure::{Finding, Outcome, measure};
use crate::trace::Trace;
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
}

/// Who uses the rows of a list.
pub(super) struct Use {
    pub(super) combine: u16,
    list: FactId,
    /// The measure each row, or block of rows, goes to.
    pub(super) rows: Vec<u16>,
}

/// The combines of the cluster as they come out, and the sums of its measures.
pub(super) fn best(scope: Scope<'_>, document: &Document, findings: &[Finding], cluster: &Cluster) -> (Vec<Combined>, Sums) {
    let sets = applying(cluster);
    sets.iter().map(|applied| best_of(scope, document, findings, cluster, applied)).reduce(join).unwrap_or_default()
}

/// How many ways to combine there are, where every combine applies.
pub(super) fn ways(scope: Scope<'_>, document: &Document, cluster: &Cluster) -> usize {
    let choices = cluster.combines.iter().filter_map(|(place, _)| Choice::of(scope, document, cluster, *place));
    choices.fold(1, |ways, choice| {
        let each = u32::try_from(choice.len()).map_or(usize::MAX, |count| choice.measures.len().saturating_pow(count));
        ways.saturating_mul(each)
    })
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
    let choices: Vec<Choice> = applied.iter().filter_map(|place| Choice::of(scope, document, cluster, *place)).collect();
    let cappings = cappings(scope, document, applied);
    let mut alternatives = Vec::new();
    let mut picked = vec![0_usize; choices.iter().map(Choice::len).sum()];
    loop {
        alternatives.push(alternative(scope, document, findings, cluster, (&choices, &picked), &cappings));
        if !advance(&choices, &mut picked) {
            break;
        }
    }
    let mut known: Vec<((u16, u16, u16), bool)> = Vec::new();
    settle(document, cluster, &alternatives, &mut |one, row, place| {
        let asked = (one.combine, row, place);
        if let Some((_, counts)) = known.iter().find(|(other, _)| *other == asked) {
            return *counts;
        }
        let rule = document.measures.get(usize::from(place));
        let counts = rule.is_some_and(|rule| lost(scope, rule, one.list, !0, row).high != Some(Decimal::ZERO));
        known.push((asked, counts));
        counts
    })
}

/// How much more a measure would give with a row that is used elsewhere, of the rows given as bits.
pub(super) fn lost(scope: Scope<'_>, rule: &Measure, list: FactId, elsewhere: u64, row: u16) -> Interval {
    let most = |elsewhere| {
        let found = measure(Scope { used_elsewhere: &[(list, elsewhere)], ..scope }, rule, &mut Trace::aside());
        found.estimate.map_or(Interval::ZERO, |estimate| estimate.most)
    };
    Interval::ZERO.max(most(elsewhere & !(1 << row.min(63))).minus(most(elsewhere)))
}

/// What is to be chosen under one combine.
struct Choice {
    combine: u16,
    measures: Vec<u16>,
    /// The list and how many of its rows, or blocks of rows, go to one of the measures each; absent: one measure is paid.
    rows: Option<(FactId, usize)>,
}

impl Choice {
    fn of(scope: Scope<'_>, document: &Document, cluster: &Cluster, place: u16) -> Option<Self> {
        let combine = document.combines.get(usize::from(place))?;
        let measures: Vec<u16> = combine.among.iter().copied().filter(|one| cluster.measures.contains(one)).collect();
        let rows = match combine.rule {
            CombineRule::Highest => None,
            CombineRule::Once(list) => Some((list, scope.answers.rows(list).0.len().min(ROWS_ALONE.saturating_add(1)))),
            CombineRule::AtMost(_) | CombineRule::NamedIn(..) => return None,
        };
        Some(Self { combine: place, measures, rows })
    }

    /// How many single choices it takes.
    fn len(&self) -> usize {
        self.rows.map_or(1, |(_, rows)| rows)
    }
}

/// The next combination of single choices, the last one turning fastest; none after the last.
fn advance(choices: &[Choice], picked: &mut [usize]) -> bool {
    let ends: Vec<usize> = choices.iter().flat_map(|choice| core::iter::repeat_n(choice.measures.len(), choice.len())).collect();
    for (pick, end) in picked.iter_mut().zip(&ends).rev() {
        *pick = pick.saturating_add(1);
        if *pick < *end {
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
    let mut rest = picked;
    let (mut out, mut uses) = (Vec::new(), Vec::new());
    for choice in choices {
        let (now, later) = rest.split_at_checked(choice.len()).unwrap_or((rest, &[]));
        rest = later;
        let winners: Vec<u16> = now.iter().filter_map(|pick| choice.measures.get(*pick).copied()).collect();
        match choice.rows {
            None => out.extend(choice.measures.iter().filter(|one| !winners.contains(one))),
            Some((list, _)) => uses.push(Use { combine: choice.combine, list, rows: winners }),
        }
    }
    let (mut shares, mut open, mut causes) = (Vec::new(), Vec::new(), Causes::default());
    for place in cluster.measures.iter().filter(|place| !out.contains(place)) {
        if let Some((share, unknown)) = share(scope, document, findings, *place, &uses) {
            shares.push((*place, share));
            causes = causes.union(unknown);
        } else if is_open(scope, document, findings, *place) {
            open.push(*place);
        }
    }
    let (whole, capped) = apply(cappings, &mut shares);
    let causes = capped.iter().fold(causes, |causes, one| causes.union(one.causes));
    Alternative { shares, uses, whole, capped, open, causes }
}

/// Whether the measure may be paid to the applicant by the issuer and has no upper end yet.
fn is_open(scope: Scope<'_>, document: &Document, findings: &[Finding], place: u16) -> bool {
    let place = usize::from(place);
    let own = document.measures.get(place).is_some_and(|rule| !stands_beside(scope, rule));
    own && findings.get(place).is_some_and(|found| !found.is_denied() && found.estimate.is_some_and(|one| one.most.high.is_none()))
}

/// What the measure adds when rows given to others do not count for it, and what to learn to know that better.
fn share(scope: Scope<'_>, document: &Document, findings: &[Finding], place: u16, uses: &[Use]) -> Option<(Contribution, Causes)> {
    let rule = document.measures.get(usize::from(place))?;
    let alone = findings.get(usize::from(place))?;
    let taken = taken(document, place, uses);
    if taken.is_empty() {
        return Some((Contribution::of(scope, rule, alone)?, Causes::default()));
    }
    let mut finding = measure(Scope { used_elsewhere: &taken, ..scope }, rule, &mut Trace::aside());
    if alone.outcome != Outcome::Qualifies && !finding.is_denied() {
        finding.outcome = alone.outcome;
    }
    Some((Contribution::of(scope, rule, &finding)?, Causes { facts: finding.causes.facts, ..Causes::default() }))
}

/// The rows that others use and the measure therefore does not, as bits for each list.
fn taken(document: &Document, place: u16, uses: &[Use]) -> Vec<(FactId, u64)> {
    let shares = |one: &&Use| document.combines.get(usize::from(one.combine)).is_some_and(|combine| combine.among.contains(&place));
    let of_others = |one: &Use| (one.list, used_elsewhere(&one.rows, place));
    uses.iter().filter(shares).map(of_others).filter(|(_, rows)| *rows != 0).collect()
}

/// The rows, or blocks of rows, that go to another measure, as bits.
pub(super) fn used_elsewhere(rows: &[u16], place: u16) -> u64 {
    rows.iter().zip(0_u32..).filter(|(user, _)| **user != place).fold(0, |bits, (_, row)| bits | 1 << row.min(63))
}
