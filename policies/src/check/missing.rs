//! Worked cases that are wanting, begun for the person who works them: what is given, with an empty expectation.

mod given;
mod target;

use std::collections::BTreeMap;
use std::fmt::Write;

use mingbai_core::json::Raw;
use mingbai_core::measure::Outcome;
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use super::boundaries::{Gap, Point, PointKind, Want, gaps};
use super::examples::{Case, Expect, Expectation, cases, raw};
use crate::expr::NodeKind;
use crate::resolve::{Policies, Zone};
use given::{Values, string, written};
use target::Target;

/// An example block for everything that no example shows yet, with an empty expectation; empty if nothing is wanting.
#[must_use]
pub fn skeletons(policies: &Policies) -> String {
    let cases = cases(policies, &mut Vec::new());
    let mut out = String::new();
    for gap in gaps(policies, &cases) {
        let source = policies.written.policies.get(gap.file).map_or("", |(policy, _)| policy.source.name.as_str());
        _ = writeln!(out, "{source}, {}: {}\n", gap.point.measure.as_deref().unwrap_or("a definition"), gap.point.text);
        let base = base(&cases, &gap);
        for want in &gap.wanting {
            out.push_str(&skeleton(policies, &gap.point, base, *want));
        }
    }
    out
}

/// The example to begin from: one in which the measure is met and the fact known, else one in which it is met, else any on it.
/// Without a measure any that knows the fact.
fn base<'a, 'b>(cases: &'b [Case<'a>], gap: &Gap) -> Option<&'b Case<'a>> {
    let fact = Target::of_point(&gap.point.kind).map(|target| target.fact().to_owned());
    let knows = |case: &Case<'_>| case.written.given.keys().any(|name| Some(&name.text) == fact.as_ref());
    let on = |expect: &&Expect<'_>| gap.point.measure.as_ref().is_none_or(|measure| expect.name.text == *measure);
    let met = |case: &Case<'_>| case.expected.iter().filter(on).any(|expect| qualifies(&expect.expectation));
    let here = cases.iter().filter(|case| case.file == gap.file && case.expected.iter().any(|expect| on(&expect)));
    let here = here.filter(|case| gap.point.measure.is_some() || knows(case));
    here.min_by_key(|case| (!met(case), !knows(case)))
}

fn qualifies(expectation: &Expectation) -> bool {
    matches!(expectation, Expectation::Measure(expected) if expected.outcome == Outcome::Qualifies)
}

fn skeleton(policies: &Policies, point: &Point, base: Option<&Case<'_>>, want: Want) -> String {
    let mut values: Values =
        base.map_or_else(BTreeMap::new, |case| case.written.given.iter().map(|(name, value)| (name.text.clone(), raw(value))).collect());
    let proposed = propose(policies, &point.kind, want, &mut values);
    let mut out = "```toml example\n".to_owned();
    _ = writeln!(out, "name = {}", string(&format!("{}: {}", point.text, want.in_words())));
    if proposed.is_none() {
        out.push_str("# choose the numbers\n");
    }
    if let Some(as_of) = base.and_then(|case| case.written.as_of) {
        _ = writeln!(out, "as_of = {}", as_of.0);
    }
    _ = writeln!(out, "given = {}", written(&Raw::Object(values.into_iter().collect())));
    let expected: Vec<&str> = match (&point.measure, base) {
        (Some(measure), _) => vec![measure.as_str()],
        (None, Some(case)) => case.written.expect.get_ref().keys().map(|name| name.text.as_str()).collect(),
        (None, None) => Vec::new(),
    };
    let expected: Vec<String> = expected.into_iter().map(|name| format!("{name} = \"\"")).collect();
    _ = writeln!(out, "expect = {{ {} }}\n```\n", expected.join(", "));
    out
}

/// Sets what is given so that the point is met as wanted, where that is simple; else nothing is changed.
fn propose(policies: &Policies, kind: &PointKind, want: Want, values: &mut Values) -> Option<()> {
    match (kind, want) {
        (PointKind::Threshold { right, .. }, Want::Zone(zone)) => {
            let NodeKind::Number(limit, unit) = right.kind else { return None };
            let target = Target::of_point(kind).filter(|target| target.is_asked(&policies.library))?;
            given::set(values, &target, beside(limit, unit, zone)?, unit);
        }
        (PointKind::Cap { inner, limit, list }, _) => {
            let NodeKind::Number(limit, unit) = limit.kind else { return None };
            let path = target::path(inner, list.as_deref()).filter(|path| path.target.is_asked(&policies.library))?;
            let meets = limit.checked_div(path.factor)?;
            let value = match want {
                Want::Binding => meets.checked_add(meets)?,
                Want::NotBinding => meets.checked_div(Decimal::TWO)?,
                _ => meets,
            };
            let places = target::places(inner, list.as_deref());
            if places.iter().any(Target::is_nested) {
                return None;
            }
            for place in places {
                given::clear(values, &place, unit);
            }
            given::set(values, &path.target, value.trunc_with_scale(unit.step().scale()).normalize(), unit);
        }
        (PointKind::Largest { list, .. }, Want::Rows(rows)) if !list.contains('.') => given::repeat(values, list, rows),
        _ => return None,
    }
    Some(())
}

fn beside(limit: Decimal, unit: Unit, zone: Zone) -> Option<Decimal> {
    match zone {
        Zone::JustBelow => limit.checked_sub(unit.step()),
        Zone::At => Some(limit),
        Zone::JustAbove => limit.checked_add(unit.step()),
    }
}
