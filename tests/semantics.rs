//! What others have settled about the unknown, in our own rules: the three-valued logic of DMN, and which unknowns publicodes names.
#![cfg(test)]

use std::sync::OnceLock;

use mingbai_core::Library;
use mingbai_tests::library::compiled;
use mingbai_tests::{day, read, report};
use serde_json::{Value, json};

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| compiled("tests/semantics"))
}

/// The card of a measure, for an enterprise of the city of which nothing else is known.
fn card(measure: &str, given: &Value) -> Value {
    let answers = read(library(), &known(given)).expect("these are answers");
    let report = report(library(), &answers, day("2026-11-21"));
    let measures = report["documents"][0]["measures"].as_array().expect("a list");
    measures.iter().find(|one| one["id"] == measure).unwrap_or_else(|| panic!("no {measure}")).clone()
}

fn known(given: &Value) -> String {
    let mut answers = json!({ "applicant": ["enterprise"], "registered_in": ["here"] });
    for (name, answer) in given.as_object().expect("answers are an object") {
        answers[name] = answer.clone();
    }
    answers.to_string()
}

/// True, false, or unknown.
type Truth = Option<bool>;

/// The answer by which a truth value of the tables is told: true, false, or null, which is no answer.
fn told(given: &mut Value, name: &str, value: Truth) {
    if let Some(value) = value {
        given[name] = json!(if value { "yes" } else { "no" });
    }
}

/// Whether the condition of a measure holds.
fn holds(measure: &str, given: &Value) -> Truth {
    match card(measure, given)["outcome"].as_str() {
        Some("qualifies") => Some(true),
        Some("does_not_qualify") => Some(false),
        Some("needs_answers") => None,
        other => panic!("{measure}: {other:?}"),
    }
}

const T: Truth = Some(true);
const F: Truth = Some(false);
const N: Truth = None;

/// Decision Model and Notation 1.5 (Object Management Group), 10.3.2: conjunction and disjunction in FEEL.
const TABLE: [(Truth, Truth, Truth, Truth); 9] = [
    // p, q, p and q, p or q
    (T, T, T, T),
    (T, F, F, T),
    (T, N, N, T),
    (F, T, F, T),
    (F, F, F, F),
    (F, N, F, N),
    (N, T, N, T),
    (N, F, F, N),
    (N, N, N, N),
];

#[test]
fn and_or_and_not_are_those_of_dmn() {
    for (p, q, both, either) in TABLE {
        let mut given = json!({});
        told(&mut given, "p", p);
        told(&mut given, "q", q);
        assert_eq!(holds("both", &given), both, "{p:?} and {q:?}");
        assert_eq!(holds("either", &given), either, "{p:?} or {q:?}");
        assert_eq!(holds("neither", &given), p.map(|p| !p), "not {p:?}");
    }
}

#[test]
fn not_sure_is_as_unknown_as_no_answer() {
    for (p, q, both, either) in TABLE {
        let mut given = json!({ "p": "not_sure", "q": "not_sure" });
        told(&mut given, "p", p);
        told(&mut given, "q", q);
        assert_eq!((holds("both", &given), holds("either", &given)), (both, either), "{given}");
    }
}

#[test]
fn and_binds_more_closely_than_or() {
    let only_r = json!({ "p": "no", "q": "no", "r": "yes" });
    assert_eq!((holds("and-first", &only_r), holds("and-last", &only_r)), (T, F));
    let only_p = json!({ "p": "yes", "q": "no", "r": "no" });
    assert_eq!((holds("or-last", &only_p), holds("or-first", &only_p)), (T, F));
}

/// What a measure still waits for.
fn missing(measure: &str, given: &Value) -> Value {
    card(measure, given)["missing"].clone()
}

// From here on: the cases of publicodes, `packages/core/test/missingVariables.test.js`, as far as our rules have what they speak of.

#[test]
fn what_decides_or_amounts_to_something_is_missing() {
    let nothing = json!({});
    assert_eq!(missing("gate", &nothing), json!(["p"]), "in applicability");
    assert_eq!(missing("formula", &nothing), json!(["x"]), "in a formula");
    assert_eq!(missing("option", &nothing), json!(["kind"]), "of an option its question");
    assert_eq!(missing("compared", &nothing), json!(["x", "y"]), "in an expression");
    assert_eq!(missing("sum-above", &nothing), json!(["x"]), "in a sum that decides");
}

#[test]
fn what_a_known_answer_makes_idle_is_not_missing() {
    assert_eq!(missing("gated-formula", &json!({ "p": "no" })), json!([]), "the formula of what does not apply");
    assert_eq!(missing("short-circuit", &json!({ "p": "yes" })), json!([]), "one of these is met already");
    assert_eq!(missing("gated-option", &json!({ "p": "no" })), json!([]), "an option that does not matter");
    assert_eq!(missing("option", &json!({ "kind": "ki" })), json!([]), "an option that was chosen");
    let other_kind = json!({ "costs": [{ "kind": "ki" }] });
    assert_eq!(missing("rows", &other_kind), json!([]), "the branch that is not taken");
    assert_eq!(missing("rows", &json!({ "costs": [{ "kind": "ko" }] })), json!(["costs"]), "the branch that is taken");
}

#[test]
fn of_other_measures_nothing_is_missing() {
    // There the descendants of a common parent; here all measures of one document.
    assert_eq!(missing("both", &json!({ "p": "yes" })), json!(["q"]));
    assert_eq!(missing("formula", &json!({ "x": "1元" })), json!([]));
}

#[test]
fn what_no_amount_can_change_is_not_missing() {
    // Where publicodes still asks for the addend, ours knows that no cost is below nothing: 0 + 8万 > 3万.
    assert_eq!(holds("sum-always", &json!({})), T);
    assert_eq!(missing("sum-always", &json!({})), json!([]));
}
