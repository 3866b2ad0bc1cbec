//! Every printed line of arithmetic, worked out again from the line alone.
#![cfg(test)]

use std::collections::BTreeMap;

use mingbai_core::{Answers, Date};
use mingbai_tests::formula::{add_up, line_adds_up};
use mingbai_tests::strategy::{as_of, cases, firm, settled_firm};
use mingbai_tests::text::quantity;
use mingbai_tests::{library, report};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn a_formula_gives_what_is_printed_behind_it(firm in settled_firm(), as_of in as_of()) {
        lines_add_up(&firm.0, as_of).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_formula_with_ranges_gives_the_range_printed_behind_it(firm in firm(), as_of in as_of()) {
        lines_add_up(&firm.0, as_of).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn rows_add_up_to_their_years(firm in settled_firm(), as_of in as_of()) {
        let report = report(library(), &firm.0, as_of);
        for measure in measures(&report) {
            years_add_up(&report["answers"], measure).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn a_firm_that_answers_in_numbers_gets_numbers(firm in settled_firm(), as_of in as_of()) {
        // A row may wait for the authority, or for an uncertain list, whatever the firm answers.
        let waits = |measure: &Value| measure["rows"].as_array().into_iter().flatten().any(|row| row["fate"] == "open");
        for measure in measures(&report(library(), &firm.0, as_of)).filter(|measure| !waits(measure)) {
            for line in measure["arithmetic"].as_array().into_iter().flatten() {
                prop_assert!(!line.to_string().contains(".."), "{line}");
            }
        }
    }
}

fn measures(report: &Value) -> impl Iterator<Item = &Value> {
    report["documents"].as_array().into_iter().flatten().flat_map(|document| document["measures"].as_array().into_iter().flatten())
}

/// Every measure's lines add up.
fn lines_add_up(answers: &Answers, as_of: Date) -> Result<(), String> {
    let report = report(library(), answers, as_of);
    measures(&report).try_for_each(add_up)
}

/// The line of a year begins with the sum of the results of that year's rows.
fn years_add_up(answers: &Value, measure: &Value) -> Result<(), String> {
    let mut years: BTreeMap<String, Decimal> = BTreeMap::new();
    for line in measure["arithmetic"].as_array().into_iter().flatten() {
        let value = |key: &str| line[key].as_str().and_then(quantity).map(|printed| printed.low).ok_or_else(|| format!("no {key}"));
        if line.get("inner_row").is_some() {
            continue;
        }
        if let (Some(list), Some(row)) = (line["list"].as_str(), line["row"].as_u64()) {
            let row = &answers[list][usize::try_from(row).unwrap_or(usize::MAX)];
            let year = row["date"].as_str().and_then(|date| date.get(..4)).unwrap_or("undated").to_owned();
            *years.entry(year).or_default() += value("result")?;
        } else if let Some(year) = line["year"].as_u64().filter(|_| !years.is_empty()) {
            // Rows that give just an answer have no lines.
            let rows = years.get(&year.to_string()).copied().unwrap_or_default();
            if rows != value("formula")? {
                return Err(format!("{}: the rows of {year} give {rows}: {line}", measure["id"]));
            }
        }
    }
    Ok(())
}

/// The check of lines would see a wrong one.
#[test]
fn a_line_that_does_not_add_up_is_seen() {
    let line = |formula: &str, comes_to: &str, result: &str| {
        line_adds_up(&serde_json::json!({ "formula": formula, "comes_to": comes_to, "cap": "10万元", "result": result })).is_ok()
    };
    assert!(line("70% × (9万元 + 5万元 + 2万元 + 2万元)", "12.6万元", "10万元"));
    assert!(!line("70% × (9万元 + 5万元 + 2万元)", "12.6万元", "10万元"));
    assert!(!line("70% × 9万元 + 5万元 + 2万元 + 2万元", "12.6万元", "10万元"));
    assert!(!line("70% × (9万元 + 5万元 + 2万元 + 2万元)", "12.6万元", "12.6万元"));
}
