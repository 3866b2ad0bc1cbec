//! Boundary cases: a threshold needs examples just below, at and just above it; a cap one where it binds, one where it is
//! met exactly (unless equal sums leap over it) and one where it does not bind; `largest n` n−1, n and n+1 rows.
//!
//! An example counts only if its expectations fail once the rule is changed in that one respect.

mod points;
mod values;

use mingbai_core::Library;
use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::doc::PolicyDoc;
use crate::expr::{Node, NodeKind};
use crate::resolve::{Change, How, Policies, Zone};

use super::examples::{Case, cases};
pub use points::{Point, PointKind, is_zero};

/// Less than a smallest step, and more than the part of one by which an amount misses a cap that no answer meets.
const NEARLY_A_STEP: Decimal = Decimal::from_parts(99, 0, 0, false, 2);
/// Less than any part of a step that an amount can have.
const HARDLY_A_STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// What an example should show about a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// What holds beside a threshold or on it.
    Zone(Zone),
    /// That a cap takes something away.
    Binding,
    /// That a cap is met exactly, or missed by less than the smallest step where no answer meets it.
    Exactly,
    /// That a cap takes nothing away.
    NotBinding,
    /// That so many rows count.
    Rows(u16),
    /// That only one row of a key counts.
    SecondOfKey,
}

/// A point with what no example shows about it.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The place of its document among the files.
    pub file: usize,
    /// The point.
    pub point: Point,
    /// What is wanting.
    pub wanting: Vec<Want>,
}

/// Refuses points that lack examples.
pub fn check(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    let cases = cases(policies, &mut Vec::new());
    for gap in gaps(policies, &cases) {
        let Some((policy, _)) = policies.written.policies.get(gap.file) else { continue };
        let wanting: Vec<String> = gap.wanting.iter().map(|want| want.in_words()).collect();
        let message = format!("no example shows what comes out {}", wanting.join(", "));
        diagnostics.push(
            Diagnostic::new("boundaries::wanting", message, &policy.source, gap.point.span, gap.point.kind.word()).help(help(policy, &gap)),
        );
    }
}

fn help(policy: &PolicyDoc, gap: &Gap) -> String {
    let values: Vec<String> = gap.wanting.iter().filter_map(|want| values::value(&policy.source, &gap.point.kind, *want)).collect();
    let give = if values.is_empty() { String::new() } else { format!("give {}; ", values.join("; ")) };
    format!("{give}an example counts if its expectations fail once this is changed; `policies check --missing` prints a beginning")
}

/// The points that lack examples among the cases.
#[must_use]
pub fn gaps(policies: &Policies, cases: &[Case<'_>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (file, (policy, _)) in policies.written.policies.iter().enumerate() {
        let cases: Vec<(&Case<'_>, Case<'_>)> =
            cases.iter().filter(|case| case.file == file).map(|case| (case, case.settled(&policies.library))).collect();
        for point in points::points(policy) {
            let probe = Probe { policies, file, point: &point, cases: &cases };
            let wanting = probe.wanting();
            if !wanting.is_empty() {
                gaps.push(Gap { file, point, wanting });
            }
        }
    }
    gaps
}

impl Want {
    /// As a part of a sentence: `just below it`.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Zone(Zone::JustBelow) => "just below it".to_owned(),
            Self::Zone(Zone::At) => "exactly at it".to_owned(),
            Self::Zone(Zone::JustAbove) => "just above it".to_owned(),
            Self::Binding => "where it takes something away".to_owned(),
            Self::Exactly => "where it is met exactly".to_owned(),
            Self::NotBinding => "where it takes nothing away".to_owned(),
            Self::Rows(rows) => format!("with {rows} rows"),
            Self::SecondOfKey => "with a second row of the same key".to_owned(),
        }
    }
}

impl PointKind {
    fn word(&self) -> &'static str {
        match self {
            Self::Threshold { .. } => "this threshold",
            Self::Cap { .. } => "this cap",
            Self::OnePer { .. } => "this key",
            Self::Largest { .. } => "this number of rows",
        }
    }
}

/// One point with the examples that may show something about it.
struct Probe<'a> {
    policies: &'a Policies,
    file: usize,
    point: &'a Point,
    /// The examples, and each with only what is settled in it.
    cases: &'a [(&'a Case<'a>, Case<'a>)],
}

impl Probe<'_> {
    /// What no example shows.
    fn wanting(&self) -> Vec<Want> {
        match &self.point.kind {
            PointKind::Threshold { left, right, .. } => {
                let from_zero = is_zero(left) || is_zero(right);
                self.threshold(if from_zero { &[Zone::At, Zone::JustAbove] } else { &[Zone::JustBelow, Zone::At, Zone::JustAbove] })
            }
            PointKind::Cap { inner, limit, .. } => self.cap(inner, limit),
            PointKind::OnePer { .. } => self.key(),
            PointKind::Largest { rows, .. } => self.rows(*rows),
        }
    }

    /// A comparison of a choice with an option is no threshold: turning it changes nothing.
    fn threshold(&self, zones: &[Zone]) -> Vec<Want> {
        let mut wanting = Vec::new();
        for zone in zones {
            let turned = self.changed(How::Turn(*zone));
            if turned == self.policies.library {
                return Vec::new();
            }
            if !self.cases.iter().any(|(case, _)| case.fails(&turned)) {
                wanting.push(Want::Zone(*zone));
            }
        }
        wanting
    }

    /// A cap that adds up rows may have nothing left over whatever the answers, for what it caps pays for the same rows.
    fn cap(&self, inner: &Node, limit: &Node) -> Vec<Want> {
        let moved = |steps| self.changed(How::MoveCap(steps));
        let [without, nothing] = [How::NoCap, How::ZeroCap].map(|how| self.changed(how));
        let [raised, lowered, a_little_lower] = [NEARLY_A_STEP, -Decimal::ONE, -HARDLY_A_STEP].map(moved);
        let shows = |case: &Case<'_>| {
            let binds = case.fails(&without);
            let exactly = if binds { case.outcomes(&without) == case.outcomes(&raised) } else { case.fails(&lowered) };
            let free = !binds && !case.fails(&a_little_lower) && case.fails(&nothing);
            [(Want::Binding, binds), (Want::Exactly, exactly), (Want::NotBinding, free)]
        };
        let mut wanting = self.unless([Want::Binding, Want::Exactly, Want::NotBinding], shows);
        let adds_up_rows = limit.all().into_iter().any(|part| matches!(part.kind, NodeKind::Total(_)));
        wanting.retain(|want| *want != Want::NotBinding || !adds_up_rows);
        wanting.retain(|want| *want != Want::Exactly || !leaps_over(inner, limit));
        wanting
    }

    fn key(&self) -> Vec<Want> {
        let every_row = self.changed(How::EveryRow);
        let shown = self.cases.iter().any(|(_, case)| case.fails(&every_row));
        if shown { Vec::new() } else { vec![Want::SecondOfKey] }
    }

    fn rows(&self, rows: u16) -> Vec<Want> {
        let counting = |rows: u16| self.changed(How::Rows(rows));
        let (one_less, one_more) = (rows.saturating_sub(1), rows.saturating_add(1));
        let [two_less, less, more, two_more] = [one_less.saturating_sub(1), one_less, one_more, one_more.saturating_add(1)].map(counting);
        let shows = |case: &Case<'_>| {
            let (at_least_all, above) = (case.fails(&less), case.fails(&more));
            let one_above = above && case.outcomes(&more) == case.outcomes(&two_more);
            let one_below = !at_least_all && (one_less == 0 || case.fails(&two_less));
            [(Want::Rows(one_less), one_below), (Want::Rows(rows), at_least_all && !above), (Want::Rows(one_more), one_above)]
        };
        self.unless([one_less, rows, one_more].map(Want::Rows), shows)
    }

    fn unless(&self, wanting: [Want; 3], found: impl Fn(&Case<'_>) -> [(Want, bool); 3]) -> Vec<Want> {
        let shown: Vec<Want> =
            self.cases.iter().flat_map(|(_, case)| found(case)).filter_map(|(want, is_shown)| is_shown.then_some(want)).collect();
        wanting.into_iter().filter(|want| !shown.contains(want)).collect()
    }

    fn changed(&self, how: How) -> Library {
        self.policies.changed(&Change { document: self.file, at: self.point.at.clone(), how })
    }
}

/// Whether one and the same sum for each row goes past the cap without meeting it: 2万元 a row, at most 5万元.
fn leaps_over(inner: &Node, limit: &Node) -> bool {
    let NodeKind::Total(total) = &inner.kind else { return false };
    let (NodeKind::Number(each, _), NodeKind::Number(limit, _)) = (&total.each.kind, &limit.kind) else { return false };
    limit.checked_rem(*each).is_some_and(|rest| !rest.is_zero())
}

#[cfg(test)]
mod tests {
    use super::leaps_over;
    use crate::diagnostic::Source;
    use crate::doc::Name;
    use crate::expr::{NodeKind, parse};

    fn is_leapt_over(text: &str) -> bool {
        let source = Source::new("policy.md", format!("'{text}'"));
        let span = (0..source.text.len()).into();
        let node = parse(&source, &Name { text: text.to_owned(), span }).map(|node| node.kind);
        matches!(&node, Ok(NodeKind::AtMost(inner, limit)) if leaps_over(inner, limit))
    }

    #[test]
    fn only_equal_sums_that_do_not_divide_the_cap_are_never_met() {
        assert!(is_leapt_over("(total 2万元 for each p in platforms where p.counts) at most 5万元"));
        assert!(!is_leapt_over("(total 2万元 for each p in platforms) at most 6万元"));
        assert!(!is_leapt_over("(total 70% * p.fee for each p in platforms) at most 5万元"));
        assert!(!is_leapt_over("2万元 at most 5万元"));
    }
}
