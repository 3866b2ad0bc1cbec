//! Every lawful alternative of a group is tried; no optimiser.

use super::caps::{Capped, Capping, apply, cappings};
use super::groups::Group;
use super::{Cap, Combined, Contribution, Sums};
use crate::evaluate::{ROWS_ALONE, Scope};
use crate::fact::FactId;
use crate::interval::Interval;
use crate::library::{Combine, CombineRule, Document};
use crate::measure::{Estimate, Finding, measure};
use crate::trace::Trace;
use crate::verdict::{Causes, Verdict};

/// One lawful way to combine: what each measure adds.
struct Alternative {
    shares: Vec<(u16, Contribution)>,
    rows: Vec<u16>,
    sums: Sums,
    total: Estimate,
    capped: Vec<Capped>,
    /// Its measures that have no upper end yet, and so no share.
    open: Vec<u16>,
    /// What to learn to know better what is left to a measure without the rows given to others, or under a cap.
    causes: Causes,
}

/// The combines of the group as they come out, and the sums of its measures.
pub(super) fn best(scope: Scope<'_>, document: &Document, findings: &[Finding], group: &Group<'_>) -> (Vec<Combined>, Sums) {
    let sets = applying(group);
    sets.iter().map(|applied| best_of(scope, document, findings, group, applied)).reduce(join).unwrap_or_default()
}

/// How many ways to combine there are, where every combine applies.
pub(super) fn ways(scope: Scope<'_>, document: &Document, group: &Group<'_>) -> usize {
    let choices = group.combines.iter().filter_map(|(place, _)| Choice::of(scope, document, group, *place));
    choices.fold(1, |ways, choice| {
        let each = u32::try_from(choice.len()).map_or(usize::MAX, |count| choice.measures().len().saturating_pow(count));
        ways.saturating_mul(each)
    })
}

/// Which combines apply; several sets where that is not known of some.
fn applying(group: &Group<'_>) -> Vec<Vec<u16>> {
    group.combines.iter().fold(vec![Vec::new()], |sets, (place, applies)| {
        let with = sets.iter().map(|set: &Vec<u16>| set.iter().copied().chain([*place]).collect());
        match applies.verdict {
            Verdict::Yes => with.collect(),
            Verdict::No => sets,
            Verdict::Unknown => with.chain(sets.iter().cloned()).collect(),
        }
    })
}

/// Of two ways in which what is unknown may turn out, what is known all the same.
pub(super) fn join((mut combined, sums): (Vec<Combined>, Sums), (others, other_sums): (Vec<Combined>, Sums)) -> (Vec<Combined>, Sums) {
    for (one, that) in combined.iter_mut().zip(others) {
        one.together = one.together.hull(that.together);
        let chosen = |one: &Combined| one.shares.iter().map(|(place, _)| *place).collect::<Vec<_>>();
        one.decided = one.decided && that.decided && one.rows == that.rows && chosen(one) == chosen(&that);
        one.cap = match (one.cap.take(), that.cap) {
            (Some(cap), Some(other)) => Some(Cap { before: cap.before.hull(other.before), ..cap }),
            (cap, other) => cap.or(other),
        };
        one.causes = one.causes.union(that.causes);
    }
    (combined, sums.hull(&other_sums))
}

fn best_of(scope: Scope<'_>, document: &Document, findings: &[Finding], group: &Group<'_>, applied: &[u16]) -> (Vec<Combined>, Sums) {
    let choices: Vec<Choice> = applied.iter().filter_map(|place| Choice::of(scope, document, group, *place)).collect();
    let cappings = cappings(scope, document, applied);
    let mut alternatives = Vec::new();
    let mut picked = vec![0_usize; choices.iter().map(Choice::len).sum()];
    loop {
        alternatives.push(alternative(scope, document, findings, group, (&choices, &picked), &cappings));
        if !advance(&choices, &mut picked) {
            break;
        }
    }
    settle(document, group, &alternatives)
}

/// What is to be chosen under one combine.
enum Choice {
    /// Which measure is paid.
    Pick(Vec<u16>),
    /// Which measure uses each row, or block of rows, of the list.
    Rows(FactId, Vec<u16>, usize),
}

impl Choice {
    fn of(scope: Scope<'_>, document: &Document, group: &Group<'_>, place: u16) -> Option<Self> {
        let combine = document.combines.get(usize::from(place))?;
        let measures: Vec<u16> = combine.among.iter().copied().filter(|one| group.measures.contains(one)).collect();
        match combine.rule {
            CombineRule::Highest => Some(Self::Pick(measures)),
            CombineRule::Once(list) => Some(Self::Rows(list, measures, scope.answers.rows(list).0.len().min(ROWS_ALONE.saturating_add(1)))),
            CombineRule::AtMost(_) | CombineRule::NamedIn(..) => None,
        }
    }

    /// How many single choices it takes.
    fn len(&self) -> usize {
        match self {
            Self::Pick(_) => 1,
            Self::Rows(_, _, rows) => *rows,
        }
    }

    fn measures(&self) -> &[u16] {
        match self {
            Self::Pick(measures) | Self::Rows(_, measures, _) => measures,
        }
    }
}

/// The next combination of single choices, the last one turning fastest; none after the last.
fn advance(choices: &[Choice], picked: &mut [usize]) -> bool {
    let ends: Vec<usize> = choices.iter().flat_map(|choice| core::iter::repeat_n(choice.measures().len(), choice.len())).collect();
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
    group: &Group<'_>,
    (choices, picked): (&[Choice], &[usize]),
    cappings: &[Capping<'_>],
) -> Alternative {
    let mut rest = picked;
    let mut out = Vec::new();
    let mut used: Option<(FactId, Vec<u16>)> = None;
    for choice in choices {
        let (now, later) = rest.split_at_checked(choice.len()).unwrap_or((rest, &[]));
        rest = later;
        let winners: Vec<u16> = now.iter().filter_map(|pick| choice.measures().get(*pick).copied()).collect();
        match choice {
            Choice::Pick(measures) => out.extend(measures.iter().copied().filter(|one| !winners.contains(one))),
            Choice::Rows(list, ..) => used = Some((*list, winners)),
        }
    }
    let (mut shares, mut open, mut causes) = (Vec::new(), Vec::new(), Causes::default());
    for place in group.measures.iter().filter(|place| !out.contains(place)) {
        if let Some((share, unknown)) = share(scope, document, findings, *place, used.as_ref()) {
            shares.push((*place, share));
            causes = causes.union(unknown);
        } else if is_open(document, findings, *place) {
            open.push(*place);
        }
    }
    let (sums, total, capped) = apply(cappings, &mut shares);
    let causes = capped.iter().fold(causes, |causes, one| causes.union(one.causes));
    Alternative { shares, rows: used.map(|(_, winners)| winners).unwrap_or_default(), sums, total, capped, open, causes }
}

/// Whether the measure may be paid by the issuer and has no upper end yet.
fn is_open(document: &Document, findings: &[Finding], place: u16) -> bool {
    let place = usize::from(place);
    let own = document.measures.get(place).is_some_and(|rule| rule.paid_by.is_none());
    own && findings.get(place).is_some_and(|found| !found.is_denied() && found.estimate.is_some_and(|one| one.most.high.is_none()))
}

impl Alternative {
    /// What the measures of a combine give together.
    fn together(&self, place: u16, combine: &Combine) -> Estimate {
        let bounded = self.bounded(place, combine);
        if !self.open.iter().any(|one| combine.among.contains(one)) {
            return bounded;
        }
        let high = self.capped(place).and_then(|capped| capped.limit);
        Estimate { most: Interval { high, ..bounded.most }, ..bounded }
    }

    fn bounded(&self, place: u16, combine: &Combine) -> Estimate {
        if let Some(capped) = self.capped(place) {
            return capped.after;
        }
        let among = |(place, _): &&(u16, Contribution)| combine.among.contains(place);
        if self.shares.iter().all(|share| among(&share)) {
            return self.total;
        }
        self.shares.iter().filter(among).map(|(_, share)| share.estimate).fold(Estimate::ZERO, Estimate::plus)
    }

    fn capped(&self, place: u16) -> Option<&Capped> {
        self.capped.iter().find(|one| one.combine == place)
    }
}

/// What the measure adds when rows given to others do not count for it, and what to learn to know that better.
fn share(
    scope: Scope<'_>,
    document: &Document,
    findings: &[Finding],
    place: u16,
    used: Option<&(FactId, Vec<u16>)>,
) -> Option<(Contribution, Causes)> {
    let rule = document.measures.get(usize::from(place))?;
    let alone = findings.get(usize::from(place))?;
    let Some((list, winners)) = used.filter(|(_, winners)| winners.iter().any(|winner| *winner != place)) else {
        return Some((Contribution::of(rule, alone)?, Causes::default()));
    };
    let taken = winners.iter().enumerate().filter(|(_, winner)| **winner != place).fold(0_u64, |bits, (row, _)| bits | 1 << row.min(63));
    let mut finding = measure(Scope { used_elsewhere: Some((*list, taken)), ..scope }, rule, &mut Trace::default());
    if alone.outcome != crate::measure::Outcome::Qualifies && !finding.is_denied() {
        finding.outcome = alone.outcome;
    }
    Some((Contribution::of(rule, &finding)?, Causes { facts: finding.causes.facts, ..Causes::default() }))
}

/// Best = highest upper end, then most exact, then highest low end, then first; the low end is the highest low, the upper end
/// the highest upper end.
fn settle(document: &Document, group: &Group<'_>, alternatives: &[Alternative]) -> (Vec<Combined>, Sums) {
    let Some(best) = alternatives.iter().reduce(|best, one| if rank(one) > rank(best) { one } else { best }) else {
        return Default::default();
    };
    let lowest = alternatives.iter().map(|one| one.total.most.low).max().unwrap_or_default();
    let possible: Vec<&Alternative> =
        alternatives.iter().filter(|one| !one.open.is_empty() || one.total.most.high >= Some(lowest)).collect();
    let decided = possible.iter().all(|one| one.open.is_empty() && one.total.most.high.is_some_and(|high| high <= best.total.most.low));
    let together = alternatives.iter().map(|one| one.total).fold(Estimate::ZERO, Estimate::better);
    let open = possible.iter().filter(|_| together.most.value().is_none());
    let causes = open.fold(Causes::default(), |causes, one| causes.union(one.causes));
    let combined = group.combines.iter().filter_map(|(place, applies)| {
        let combine = document.combines.get(usize::from(*place))?;
        let whole = group.measures.iter().all(|one| combine.among.contains(one));
        let of_them = |one: &&Alternative| one.together(*place, combine);
        let each = possible.iter().map(of_them);
        let share = |(place, share): &(u16, Contribution)| combine.among.contains(place).then_some((*place, share.estimate));
        Some(Combined {
            combine: *place,
            together: if whole {
                each.fold(Estimate::ZERO, Estimate::better)
            } else {
                each.reduce(Estimate::hull).unwrap_or(Estimate::ZERO)
            },
            cap: best.capped(*place).map(|capped| Cap { before: capped.before, steps: 0..0 }),
            shares: best.shares.iter().filter_map(share).collect(),
            rows: best.rows.clone(),
            decided,
            causes: if applies.verdict == Verdict::Unknown { causes.union(applies.causes) } else { causes },
        })
    });
    (combined.collect(), joint_sums(&possible, together))
}

/// Where the alternatives differ in one kind only, that kind is bounded as tightly as the whole; else each kind by its hull.
fn joint_sums(possible: &[&Alternative], together: Estimate) -> Sums {
    let kinds = |one: &Alternative| Sums::KINDS.map(|kind| one.sums.of(kind).is_some());
    let used =
        possible.iter().map(|one| kinds(one)).reduce(|a, b| core::array::from_fn(|i| a.get(i) == Some(&true) || b.get(i) == Some(&true)));
    let used: Vec<_> = Sums::KINDS.into_iter().zip(used.unwrap_or_default()).filter_map(|(kind, used)| used.then_some(kind)).collect();
    let mut sums = Sums::default();
    if let ([only], true) = (used.as_slice(), possible.iter().all(|one| one.open.is_empty())) {
        sums.add_estimate(*only, together);
        return sums;
    }
    possible.iter().map(|one| one.sums.clone()).reduce(|a, b| a.hull(&b)).unwrap_or_default()
}

fn rank(alternative: &Alternative) -> [rust_decimal::Decimal; 3] {
    let high = |estimate: Option<Estimate>| estimate.and_then(|estimate| estimate.most.high).unwrap_or_default();
    [high(Some(alternative.total)), high(alternative.sums.exact), alternative.total.most.low]
}
