//! Advice and margins, each in one line.

use mingbai_tests::sheet::Sheet;
use serde_json::Value;

/// Each way in one line: `annual_cbec_transaction 80万元 → 100万元: qualifies exact, at least 15万元, at most 15万元`.
pub(crate) fn ways(sheet: &Sheet, id: &str) -> Vec<String> {
    let ways = sheet.measure(id)["advice"]["ways"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let change = |change: &Value| {
        let row = change["row"].as_u64().map_or_else(String::new, |row| format!("[{row}].{}", text(&change["column"])));
        format!("{}{row} {} → {}", text(&change["fact"]), text(&change["from"]), text(&change["to"]))
    };
    let way = |way: &Value| {
        let changes: Vec<String> = way["changes"].as_array().into_iter().flatten().map(change).collect();
        let [least, most] = ["least", "most"].map(|key| text(&way["estimate"][key]));
        format!("{}: {} {}, at least {least}, at most {most}", changes.join(", "), text(&way["outcome"]), text(&way["kind"]))
    };
    ways.iter().map(way).collect()
}

/// The distance to each line: `annual_cbec_transaction >= 100万元: missed by 20万元`.
pub(crate) fn margins(sheet: &Sheet, id: &str) -> Vec<String> {
    let margins = sheet.measure(id)["margins"].as_array().into_iter().flatten();
    let margin = |one: &Value| {
        let side = if one["met"] == true { "met with" } else { "missed by" };
        let decisive = if one["decisive"] == true { ", decisive" } else { "" };
        let [fact, test, by] = ["fact", "test", "by"].map(|key| one[key].as_str().unwrap_or(""));
        format!("{fact} {test}: {side} {by}{decisive}")
    };
    margins.map(margin).collect()
}
