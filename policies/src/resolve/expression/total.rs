//! Amounts added up over the rows of a list.

use mingbai_core::expression::{Amount, Rows, Total};

use super::amount::same_unit;
use super::{Priced, Resolved, Row, Scope};
use crate::diagnostic::Span;
use crate::expr::TotalNode;
use crate::resolve::change::{How, cap};

pub(super) fn resolve(scope: Scope<'_>, total: &TotalNode, span: Span) -> Resolved<Priced> {
    if let Some(row) = scope.row {
        let message = format!("a total inside a total over `{}`", row.name);
        return Err(scope.refuse("types::nested_total", message, span, "lists do not nest"));
    }
    if let (Some((_, largest)), Some((_, yearly))) = (&total.largest, &total.yearly) {
        let refusal = scope.refuse("types::largest_per_year", "`largest` and `per year` do not go together", *largest, "only so many rows");
        return Err(refusal.label(*yearly, "at most so much a year"));
    }
    let row = scope.row_of(&total.variable.text, &total.list)?;
    let inside = scope.with(row);
    let each = inside.amount(&total.each)?;
    let filter = total.filter.as_ref().map(|filter| inside.condition(filter)).transpose()?;
    let yearly = yearly(scope, row, total, &each)?;
    let largest = total.largest.map(|(rows, at)| match scope.changed(at) {
        Some(How::Rows(rows)) => rows,
        _ => rows,
    });
    let (unit, open) = (each.unit, each.open);
    let total = Total { list: Rows::Fact(row.list), each: each.amount, filter, one_per: None, largest, yearly };
    Ok(Priced { amount: Amount::Total(Box::new(total)), unit, open })
}

fn yearly(scope: Scope<'_>, row: Row<'_>, total: &TotalNode, each: &Priced) -> Resolved<Option<Amount>> {
    let Some((limit, span)) = &total.yearly else { return Ok(None) };
    if row.columns.date.is_none() {
        let message = format!("the rows of `{}` have no year", row.name);
        return Err(scope.refuse("types::no_date", message, *span, "needs a column `date` of kind `date`"));
    }
    let resolved = scope.amount(limit)?;
    same_unit(scope, (each.unit, total.each.span), (resolved.unit, limit.span))?;
    Ok(match scope.changed(*span) {
        Some(how) => cap(resolved.amount, resolved.unit, how),
        None => Some(resolved.amount),
    })
}
