//! Reference tables that sort firms into sizes by industry.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::fact::{Opt, SizeTable, Tier};

use super::facts::{Facts, amount};
use super::names::{option, unknown, unknown_fact};
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Name, TableDoc};

/// Resolves the table for a choice among `sizes`.
pub(super) fn table(
    facts: &Facts,
    sizes: &[Opt],
    source: &Arc<Source>,
    doc: &TableDoc,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<SizeTable> {
    let Some((industry, fact)) = facts.named(&doc.industry.text) else {
        diagnostics.push(unknown_fact(source, &doc.industry, facts.names()));
        return None;
    };
    let industries = fact.kind.options();
    diagnostics.extend(doc.rows.keys().filter_map(|name| option("option", source, industries, name).err()));
    let rows = industries.iter().map(|industry| {
        let row = doc.rows.iter().find(|(name, _)| name.text == industry.name);
        if row.is_none() {
            let message = format!("the table has no row for `{}`", industry.name);
            diagnostics.push(Diagnostic::new("facts::missing_row", message, source, doc.industry.span, "every option needs a row"));
        }
        row.map(|(_, row)| tiers(facts, sizes, source, doc, row, diagnostics)).unwrap_or_default()
    });
    let rows = rows.collect();
    let below = size(sizes, source, &doc.below, diagnostics)?;
    Some(SizeTable { title: doc.title.0.clone(), industry, rows, below })
}

fn tiers(
    facts: &Facts,
    sizes: &[Opt],
    source: &Arc<Source>,
    doc: &TableDoc,
    row: &BTreeMap<Name, BTreeMap<Name, Name>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Tier> {
    for name in row.keys().filter(|name| !doc.tiers.iter().any(|tier| tier.text == name.text)) {
        diagnostics.push(unknown("facts::unknown_option", "size", source, name, doc.tiers.iter().map(|tier| tier.text.as_str())));
    }
    let mut resolved = Vec::new();
    for tier in &doc.tiers {
        let Some(option) = size(sizes, source, tier, diagnostics) else { continue };
        let Some((_, limits)) = row.iter().find(|(name, _)| name.text == tier.text) else { continue };
        let limits = limits.iter().filter_map(|(name, limit)| {
            let Some((id, fact)) = facts.named(&name.text) else {
                diagnostics.push(unknown_fact(source, name, facts.names()));
                return None;
            };
            let Some(unit) = fact.kind.unit() else {
                diagnostics.push(Diagnostic::new(
                    "types::not_amount",
                    format!("`{}` is no quantity", name.text),
                    source,
                    name.span,
                    "needs a quantity",
                ));
                return None;
            };
            Some((id, amount(source, limit, unit, diagnostics)?))
        });
        resolved.push(Tier { option, limits: limits.collect() });
    }
    resolved
}

fn size(sizes: &[Opt], source: &Arc<Source>, name: &Name, diagnostics: &mut Vec<Diagnostic>) -> Option<u8> {
    option("size", source, sizes, name).map_err(|refusal| diagnostics.push(refusal)).ok()
}
