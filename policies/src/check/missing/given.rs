//! What an example gives, changed and written out as TOML.

use std::collections::BTreeMap;

use mingbai_core::json::Raw;
use mingbai_core::quantity::{Shown, Unit};
use rust_decimal::Decimal;

use super::target::Target;

/// Facts with what is known of them.
pub(super) type Values = BTreeMap<String, Raw>;

/// Sets an answer to a quantity. In a list one row remains.
pub(super) fn set(values: &mut Values, target: &Target, value: Decimal, unit: Unit) {
    let text = Raw::Text(Shown(value, unit).to_string());
    match target {
        Target::Fact(name) => _ = values.insert(name.clone(), text),
        Target::Column(list, column) => {
            let mut row = first_row(values, list);
            row.retain(|(name, _)| name != column);
            row.push((column.clone(), text));
            values.insert(list.clone(), Raw::Array(vec![Raw::Object(row)]));
        }
        Target::List(_) => {}
    }
}

/// Sets an answer to nothing. In a list one row remains, in which all other columns stay.
pub(super) fn clear(values: &mut Values, target: &Target, unit: Unit) {
    match target {
        Target::List(list) => {
            let row = first_row(values, list);
            let none = Raw::Text("none".to_owned());
            values.insert(list.clone(), if row.is_empty() { none } else { Raw::Array(vec![Raw::Object(row)]) });
        }
        Target::Fact(_) | Target::Column(..) => set(values, target, Decimal::ZERO, unit),
    }
}

/// Gives the list so many rows, all like its first.
pub(super) fn repeat(values: &mut Values, list: &str, rows: u16) {
    let row = Raw::Object(first_row(values, list));
    values.insert(list.to_owned(), Raw::Array(vec![row; usize::from(rows)]));
}

fn first_row(values: &Values, list: &str) -> Vec<(String, Raw)> {
    let rows = match values.get(list) {
        Some(Raw::Object(open)) => open.iter().find(|(name, _)| name == "rows").map(|(_, rows)| rows),
        rows => rows,
    };
    match rows {
        Some(Raw::Array(rows)) => match rows.first() {
            Some(Raw::Object(row)) => row.clone(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The value in one line of TOML.
pub(super) fn written(value: &Raw) -> String {
    match value {
        Raw::Text(text) => string(text),
        Raw::Array(items) => bracketed("[", items.chunk_by(|a, b| a == b).map(rows), "]"),
        Raw::Object(entries) => bracketed("{", entries.iter().map(|(name, value)| format!("{name} = {}", written(value))), "}"),
        Raw::Integer(integer) => integer.to_string(),
        Raw::Bool(yes) => yes.to_string(),
        Raw::Null | Raw::OtherNumber => "\"\"".to_owned(),
    }
}

/// Rows that are all alike.
fn rows(alike: &[Raw]) -> String {
    match alike {
        [Raw::Object(entries), _, ..] => {
            let entries = entries.iter().map(|(name, value)| format!("{name} = {}", written(value)));
            bracketed("{", entries.chain([format!("times = {}", alike.len())]), "}")
        }
        _ => alike.iter().map(written).collect::<Vec<_>>().join(", "),
    }
}

/// A text in quotation marks.
pub(super) fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn bracketed(open: &str, parts: impl Iterator<Item = String>, close: &str) -> String {
    format!("{open} {} {close}", parts.collect::<Vec<_>>().join(", "))
}
