//! One document of an assessment, read as a person reads it, and firms to ask it for.

use std::collections::BTreeMap;

use mingbai_core::fact::FactKind;
use mingbai_core::json;
use mingbai_core::library::Document;
use mingbai_core::{Answers, Date, Library, assess};
use serde_json::{Value, json};

use crate::library::{answers, day, library};

/// A firm that has nothing to do with any measure of any document, save what is given.
///
/// It is an enterprise; every quantity is 0, every list without rows, every recognition refused, every other yes-or-no a no.
///
/// # Panics
/// When `given` is no JSON object.
#[must_use]
pub fn firm(given: &Value) -> Value {
    let nothing = library().facts.iter().filter_map(|fact| Some((fact.name.clone(), nothing(&fact.kind)?)));
    let mut answers = Value::Object(nothing.collect());
    let choices = json!({
        "applicant": ["enterprise"], "yuncheng_county": "yanhu", "nmg_establishment": "neither", "support_actual_trade": "neither",
        "export_rebate_class": "unrated", "sme_size": "large", "training_base_years": ["year_1"],
    });
    for more in [&choices, given] {
        for (name, answer) in more.as_object().expect("answers are an object") {
            answers[name] = answer.clone();
        }
    }
    answers
}

/// The firm with other answers to some questions.
///
/// # Panics
/// When one of them is no JSON object.
#[must_use]
pub fn but(firm: &Value, other: &Value) -> Value {
    let mut answers = firm.clone();
    for (name, answer) in other.as_object().expect("answers are an object") {
        answers[name] = answer.clone();
    }
    answers
}

fn nothing(kind: &FactKind) -> Option<Value> {
    match kind {
        FactKind::YesNo => Some("no".into()),
        FactKind::Quantity(_) => Some(0.into()),
        FactKind::Recognition => Some("refused".into()),
        FactKind::List(_) | FactKind::Measures => Some("none".into()),
        FactKind::Choice(_) | FactKind::Choices(_) | FactKind::Date | FactKind::Text | FactKind::Country => None,
    }
}

/// What the chosen documents give the firm on that day, by the id of the document; each measure with its `advice`, if there is any.
///
/// # Panics
/// When the answers are refused.
#[must_use]
pub fn sheets(firm: &Value, as_of: Date, chosen: &[&str]) -> BTreeMap<String, Sheet> {
    let (library, answers) = (library(), answers(&firm.to_string()));
    let documents = documents(library, &answers, as_of, |document| chosen.contains(&document.id.as_str()));
    documents.into_iter().map(|one| (text(&one["id"]), Sheet(one))).collect()
}

/// The chosen documents of an assessment in the one JSON form; each measure with its `advice`, if there is any.
pub(crate) fn documents(library: &Library, answers: &Answers, as_of: Date, chosen: impl Fn(&Document) -> bool) -> Vec<Value> {
    let assessment = assess(library, answers, as_of, chosen);
    let mut report = serde_json::to_value(json::report(library, answers, &assessment)).expect("a report can be written");
    let advised = serde_json::to_value(json::advised(library, answers, &assessment)).expect("advice can be written");
    let mut documents = report["documents"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let measures = documents.iter_mut().filter_map(|one| one["measures"].as_array_mut()).flatten();
    for measure in measures {
        let advice = advised["measures"].as_array().and_then(|all| all.iter().find(|one| one["measure"] == measure["id"]));
        if let Some(advice) = advice {
            measure["advice"] = advice.clone();
        }
    }
    documents
}

/// What the document gives the firm on 21 November 2026, the day on which it was checked.
///
/// # Panics
/// When the answers are refused or there is no such document.
#[must_use]
pub fn sheet(document: &str, firm: &Value) -> Sheet {
    sheet_on("2026-11-21", document, firm)
}

/// What the document gives the firm on that day.
///
/// # Panics
/// When the answers are refused or there is no such document.
#[must_use]
pub fn sheet_on(as_of: &str, document: &str, firm: &Value) -> Sheet {
    sheets(firm, day(as_of), &[document]).remove(document).unwrap_or_else(|| panic!("no {document}"))
}

/// An estimate as it is printed.
#[must_use]
pub fn estimate(least: &str, most: &str) -> Value {
    json!({ "least": least, "most": most })
}

/// One document of an assessment in the one JSON form.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet(pub Value);

impl Sheet {
    /// The measure of that id.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn measure(&self, id: &str) -> &Value {
        self.measures().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
    }

    /// Outcome, kind and estimate in one line: `qualifies exact, at least 15万元, at most 15万元`; without an estimate the outcome alone.
    ///
    /// # Panics
    /// When there is no such measure.
    #[must_use]
    pub fn short(&self, id: &str) -> String {
        let measure = self.measure(id);
        let [outcome, kind] = ["outcome", "kind"].map(|key| text(&measure[key]));
        let [least, most] = ["least", "most"].map(|key| text(&measure["estimate"][key]));
        if measure.get("estimate").is_some() { format!("{outcome} {kind}, at least {least}, at most {most}") } else { outcome }
    }

    /// Every measure that gives or may give the firm money, in the order of the document, as in [`Sheet::short`] with its id before it.
    #[must_use]
    pub fn paying(&self) -> Vec<String> {
        let refused = |one: &&Value| ["does_not_qualify", "not_applicable"].iter().any(|outcome| one["outcome"] == *outcome);
        let money = |one: &&Value| one.get("estimate").is_some_and(|estimate| estimate["most"] != "0元");
        let paying = self.measures().filter(money).filter(|one| !refused(one));
        paying.map(|one| text(&one["id"])).map(|id| format!("{id} {}", self.short(&id))).collect()
    }

    /// The measures that are for applicants like this one, whatever comes of them.
    #[must_use]
    pub fn addressed(&self) -> Vec<String> {
        self.measures().filter(|one| one["outcome"] != "not_applicable").map(|one| text(&one["id"])).collect()
    }

    /// Formula, what it comes to, and what remains, of each line.
    ///
    /// # Panics
    /// When there is no such measure.
    #[must_use]
    pub fn arithmetic(&self, id: &str) -> Vec<String> {
        let lines = self.measure(id)["arithmetic"].as_array().into_iter().flatten();
        lines.map(|line| format!("{} = {} → {}", text(&line["formula"]), text(&line["comes_to"]), text(&line["result"]))).collect()
    }

    /// What becomes of each row that was entered, the rows inside it left aside.
    ///
    /// # Panics
    /// When there is no such measure.
    #[must_use]
    pub fn fates(&self, id: &str) -> Vec<String> {
        let rows = self.measure(id)["rows"].as_array().into_iter().flatten();
        rows.filter(|row| row.get("inner_row").is_none()).map(|row| text(&row["fate"])).collect()
    }

    /// Whether one can apply, as it is printed.
    #[must_use]
    pub fn claimable(&self) -> String {
        text(&self.0["claimable"])
    }

    /// The three sums and what stands beside them.
    #[must_use]
    pub fn sums(&self) -> &Value {
        &self.0["sums"]
    }

    fn measures(&self) -> impl Iterator<Item = &Value> {
        self.0["measures"].as_array().into_iter().flatten()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or("").to_owned()
}
