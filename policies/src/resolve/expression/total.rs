//! Amounts added up over the rows of a list.

use mingbai_core::expression::{Amount, Rows, Total};
use mingbai_core::fact::{ColumnId, FactKind};

use super::amount::same_unit;
use super::{Priced, Resolved, Row, Scope};
use crate::diagnostic::Span;
use crate::doc::Name;
use crate::expr::{NodeKind, TotalNode};
use crate::resolve::change::{How, cap};

pub(super) fn resolve(scope: Scope<'_>, total: &TotalNode, span: Span) -> Resolved<Priced> {
    refuse_with_years(scope, total)?;
    let row = row(scope, total, span)?;
    let inside = scope.with(row);
    let each = inside.amount(&total.each)?;
    let filter = total.filter.as_ref().map(|filter| inside.condition(filter)).transpose()?;
    let one_per = one_per(inside, total)?;
    let yearly = yearly(scope, row, total, &each)?;
    let largest = total.largest.map(|(rows, at)| match scope.changed(at) {
        Some(How::Rows(rows)) => *rows,
        _ => rows,
    });
    let (unit, open) = (each.unit, each.open);
    let list = row.list.inner.map_or(Rows::Fact(row.list.fact), Rows::Column);
    let total = Total { list, each: each.amount, filter, one_per, largest, yearly };
    Ok(Priced { amount: Amount::Total(Box::new(total)), unit, open })
}

/// The row at hand inside the total: of a list, or inside a row of one of its columns.
fn row<'a>(scope: Scope<'a>, total: &'a TotalNode, span: Span) -> Resolved<Row<'a>> {
    let variable = &total.variable.text;
    match (&total.list.kind, scope.row) {
        (NodeKind::Field(row, column), _) => scope.inner_row_of(variable, row, column),
        (NodeKind::Name(name), None) => scope.row_of(variable, &Name { text: name.clone(), span: total.list.span }),
        (_, outer) => {
            let of = outer.map_or("a list", |outer| outer.name);
            let refusal = scope.refuse("types::nested_total", format!("a total inside a total over `{of}`"), span, "over another list");
            Err(refusal.help("inside a row, only a list in one of its columns can be added up: `for each b in e.booths`"))
        }
    }
}

/// Years are capped row by row; which rows would be the best of all years is not asked.
fn refuse_with_years(scope: Scope<'_>, total: &TotalNode) -> Resolved<()> {
    let Some((_, yearly)) = &total.yearly else { return Ok(()) };
    let largest = total.largest.map(|(_, at)| ("`largest` and `per year` do not go together", at, "only so many rows"));
    let key = total.one_per.as_ref().map(|(_, at)| ("`one per` and `per year` do not go together", *at, "only one row of a key"));
    match largest.or(key) {
        Some((message, at, label)) => {
            Err(scope.refuse("types::largest_per_year", message, at, label).label(*yearly, "at most so much a year"))
        }
        None => Ok(()),
    }
}

/// The column of which only the best row of each answer counts.
fn one_per(inside: Scope<'_>, total: &TotalNode) -> Resolved<Option<ColumnId>> {
    let Some((key, span)) = &total.one_per else { return Ok(None) };
    let (_, id, column) = inside.column(&total.variable, key)?;
    if !matches!(column.kind, FactKind::Text | FactKind::Choice(_)) {
        let message = format!("`{}` is no key", key.text);
        return Err(inside.refuse("types::not_key", message, key.span, "needs a column of kind `text` or `choice`"));
    }
    Ok(Some(id).filter(|_| !matches!(inside.changed(*span), Some(How::EveryRow))))
}

fn yearly(scope: Scope<'_>, row: Row<'_>, total: &TotalNode, each: &Priced) -> Resolved<Option<Amount>> {
    let Some((limit, span)) = &total.yearly else { return Ok(None) };
    if row.columns.date.is_none() || row.around.is_some() {
        let message = format!("the rows of `{}` have no year", row.name);
        return Err(scope.refuse("types::no_date", message, *span, "needs a list with a column `date` of kind `date`"));
    }
    let resolved = scope.amount(limit)?;
    same_unit(scope, (each.unit, total.each.span), (resolved.unit, limit.span))?;
    Ok(match scope.changed(*span) {
        Some(how) => cap(resolved.amount, resolved.unit, how),
        None => Some(resolved.amount),
    })
}
