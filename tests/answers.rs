//! Answers from outside: what is wrong is named with its field, nothing is taken over, nothing does harm.
#![cfg(test)]

use mingbai_tests::strategy::{as_of, cases, settled_firm};
use mingbai_tests::{answers, library, printed, read, written};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

/// The complaints about a JSON text, without their Chinese words.
fn complaints(text: &str) -> Vec<String> {
    let errors = read(library(), text).expect_err(text);
    errors
        .iter()
        .map(|error| {
            let field = error.split_once(": ").map_or("", |(field, _)| field);
            let english = error.rsplit_once(" (").map_or("", |(_, english)| english.trim_end_matches(')'));
            format!("{field}: {english}")
        })
        .collect()
}

#[test]
fn each_wrong_answer_is_named_with_its_field() {
    let cases = [
        (r#"{"turnover":"120万元"}"#, "turnover: nothing is named `turnover`"),
        (r#"{"":"1"}"#, ": nothing is named ``"),
        (r#"{"revenue":"1元","revenue":"2元"}"#, "revenue: the same name stands twice"),
        (r#"{"does_cbec_business":true}"#, "does_cbec_business: must be yes, no or not_sure"),
        (r#"{"does_cbec_business":"maybe"}"#, "does_cbec_business: must be yes, no or not_sure"),
        (r#"{"does_cbec_business":null}"#, "does_cbec_business: must be yes, no or not_sure"),
        (r#"{"industry":"banking"}"#, "industry: nothing is named `banking`"),
        (r#"{"industry":3}"#, "industry: must be the name of an option"),
        (r#"{"registered_in":"lhasa"}"#, "registered_in: must be a list of names of options"),
        (r#"{"registered_in":["lhasa","paris"]}"#, "registered_in[1]: nothing is named `paris`"),
        (r#"{"lhasa_demo_enterprise":"yes"}"#, "lhasa_demo_enterprise: must be granted, refused, applied, not_applied or not_sure"),
        (r#"{"already_supported":"lhasa-02"}"#, "already_supported: must be none or a list of ids of measures"),
        (r#"{"already_supported":["lhasa-02","lhasa-99"]}"#, "already_supported[1]: nothing is named `lhasa-99`"),
        (r#"{"already_supported":[2]}"#, "already_supported[0]: must be the id of a measure"),
        (r#"{"exhibitions":true}"#, "exhibitions: must be none, a list of rows, or an object with rows and more"),
        (r#"{"exhibitions":"all"}"#, "exhibitions: must be none, a list of rows, or an object with rows and more"),
        (r#"{"exhibitions":{"rows":[]}}"#, "exhibitions: must be none, a list of rows, or an object with rows and more"),
        (r#"{"exhibitions":{"rows":[],"more":"yes"}}"#, "exhibitions: must be none, a list of rows, or an object with rows and more"),
        (r#"{"exhibitions":["self"]}"#, "exhibitions[0]: must be a row"),
        (r#"{"exhibitions":[{},{"booth":"abc"}]}"#, "exhibitions[1].booth: not a number; write it as 120万元 or 1200000"),
        (r#"{"exhibitions":[{},{"stand":"1元"}]}"#, "exhibitions[1].stand: nothing is named `stand`"),
        (r#"{"exhibitions":[{"booth":"1元","booth":"2元"}]}"#, "exhibitions[0].booth: the same name stands twice"),
        (r#"{"exhibitions":[{"date":"2026-02-29"}]}"#, "exhibitions[0].date: must be a day such as 2026-03-01"),
        (r#"{"exhibitions":[{"date":20260301}]}"#, "exhibitions[0].date: must be a day such as 2026-03-01"),
        (r#"{"exhibitions":{"rows":[{"channel":"alone"}],"more":true}}"#, "exhibitions[0].channel: nothing is named `alone`"),
    ];
    for (text, complaint) in cases {
        assert_eq!(complaints(text), [complaint], "{text}");
    }
}

#[test]
fn each_wrong_quantity_says_what_is_wrong_with_it() {
    let cases = [
        (r#""""#, "enter a number"),
        (r#""  ""#, "enter a number"),
        (r#""many""#, "not a number; write it as 120万元 or 1200000"),
        (r#""1,20元""#, "not a number; write it as 120万元 or 1200000"),
        (r#""NaN""#, "not a number; write it as 120万元 or 1200000"),
        (r#""∞""#, "not a number; write it as 120万元 or 1200000"),
        (r#""120万美元""#, "another unit is needed"),
        (r#""1e30""#, ""),
        (r#""-1元""#, "must not be below zero"),
        (r#""10.0001万亿元""#, "the number is too large"),
        (r#""99999999999999999999999999999999元""#, "the number is too large"),
        (r#""0.00001元""#, "too many decimal places"),
        (r#""120万元..80万元""#, "the low end of the range is above the upper end"),
        (r#""80万元..120万元..200万元""#, ""),
        (r#""..120万元""#, "enter a number"),
        ("1.5", "must be a quantity such as 120万元"),
        ("-1", "must be a quantity such as 120万元"),
        ("9007199254740992", "must be a quantity such as 120万元"),
        ("1e400", ""),
        ("true", "must be a quantity such as 120万元"),
        ("null", "must be a quantity such as 120万元"),
        (r#"["120万元"]"#, "must be a quantity such as 120万元"),
    ];
    for (value, complaint) in cases {
        let text = format!(r#"{{"revenue":{value}}}"#);
        if complaint.is_empty() {
            assert!(read(library(), &text).is_err(), "{text}");
        } else {
            assert_eq!(complaints(&text), [format!("revenue: {complaint}")], "{text}");
        }
    }
}

#[test]
fn answers_that_are_no_object_are_refused() {
    for text in ["[]", "null", "true", "7", "\"none\"", "[{}]"] {
        assert_eq!(complaints(text), [": must be an object with the names of facts as keys"], "{text}");
    }
    for text in ["", "{", "{\"revenue\"", "{'revenue':'1元'}", "\u{FEFF}{}", "{}{}"] {
        assert!(read(library(), text).is_err(), "{text}");
    }
}

#[test]
fn a_list_takes_two_hundred_rows_one_inside_a_row_fifty_and_not_one_more() {
    let rows = |count: usize| json!({ "exhibitions": vec![json!({ "booth": "1元" }); count] }).to_string();
    assert!(read(library(), &rows(200)).is_ok());
    assert_eq!(complaints(&rows(201)), ["exhibitions: at most 200 rows"]);
    let booths = |count: usize| json!({ "exhibitions": [{ "booths": vec![json!({ "fee": "1元" }); count] }] }).to_string();
    assert!(read(library(), &booths(50)).is_ok());
    assert_eq!(complaints(&booths(51)), ["exhibitions[0].booths: at most 50 rows"]);
}

#[test]
fn a_name_has_a_character_at_least_and_two_hundred_at_most() {
    let name = |name: &str| json!({ "platform_stores": [{ "platform": name }] }).to_string();
    for within in ["甲".to_owned(), " 甲 ".to_owned(), "店".repeat(200)] {
        assert!(read(library(), &name(&within)).is_ok(), "{within}");
    }
    for refused in [String::new(), "  ".to_owned(), "店".repeat(201)] {
        assert_eq!(complaints(&name(&refused)), ["platform_stores[0].platform: must be a text of 1 to 200 characters"], "{refused}");
    }
}

#[test]
fn a_range_may_end_where_it_begins() {
    assert_eq!(answers(r#"{"revenue":"80万元..80万元"}"#), answers(r#"{"revenue":"80万元"}"#));
}

#[test]
fn that_there_is_nothing_or_one_is_not_sure_is_written_as_it_is_read() {
    for text in [r#"{"already_supported":"none"}"#, r#"{"exhibitions":[{"booths":"not_sure"}]}"#, r#"{"exhibitions":"not_sure"}"#] {
        assert_eq!(written(library(), &answers(text)), text);
    }
}

#[test]
fn a_year_has_twelve_months_and_not_one_more() {
    let months = |value: &str| format!(r#"{{"park_months_in_year_1":"{value}"}}"#);
    for within in ["12个月", "1年", "6个月..", "6个月..12个月"] {
        assert!(read(library(), &months(within)).is_ok(), "{within}");
    }
    for above in ["13个月", "2年", "10个月..13个月", "13个月.."] {
        assert_eq!(complaints(&months(above)), ["park_months_in_year_1: at most 12个月"], "{above}");
    }
}

#[test]
fn all_complaints_come_at_once_in_the_order_of_the_fields() {
    let text = r#"{"revenue":"x","exhibitions":[{"booth":"-1","travel":"1㎡"},{"date":"soon"}],"turnover":1,"employees":"1.5人"}"#;
    let fields: Vec<String> = complaints(text).iter().map(|complaint| complaint.split(": ").next().unwrap_or("").to_owned()).collect();
    assert_eq!(fields, ["revenue", "exhibitions[0].booth", "exhibitions[0].travel", "exhibitions[1].date", "turnover", "employees"]);
}

#[test]
fn one_quantity_written_in_many_ways_is_one_fact() {
    let one = answers(r#"{"annual_cbec_transaction":"120万元"}"#);
    for way in ["１２０万", "1,200,000", "1200000元", "0.012亿元", "120万", " 120 万元 ", "¥1,200,000.00", "一"] {
        let text = json!({ "annual_cbec_transaction": way }).to_string();
        assert_eq!(read(library(), &text).ok().as_ref() == Some(&one), way != "一", "{way}");
    }
    assert_eq!(answers(r#"{"annual_cbec_transaction":1200000}"#), one);
    assert_eq!(written(library(), &one), r#"{"annual_cbec_transaction":"120万元"}"#);
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn any_json_at_all_is_read_or_refused(value in any_json()) {
        read_or_refused(&value.to_string())?;
    }

    #[test]
    fn any_json_in_the_place_of_a_good_answer_is_read_or_refused(firm in settled_firm(), place in any::<prop::sample::Index>(), value in any_json(), as_of in as_of()) {
        let mut whole: Value = serde_json::from_str(&written(library(), &firm.0)).expect("answers are JSON");
        let pointer = place.get(&pointers(&whole)).clone();
        *whole.pointer_mut(&pointer).expect("a value") = value;
        let fact = pointer.split('/').nth(1).unwrap_or("");
        match read(library(), &whole.to_string()) {
            Ok(answers) => prop_assert!(!printed(library(), &answers, as_of).is_empty()),
            Err(errors) => {
                let about = errors.iter().all(|error| error.starts_with(fact) || error.contains("nested too deeply"));
                prop_assert!(about, "{fact}: {errors:?}");
            }
        }
    }
}

/// Every complaint says something, and what is taken over can be written and read again.
fn read_or_refused(text: &str) -> Result<(), TestCaseError> {
    match read(library(), text) {
        Ok(answers) => prop_assert_eq!(read(library(), &written(library(), &answers)), Ok(answers)),
        Err(errors) => {
            prop_assert!(!errors.is_empty() && errors.iter().all(|error| !error.is_empty()), "{text}");
        }
    }
    Ok(())
}

/// Words that mean something in answers.
const WORDS: &[&str] = &[
    "not_sure",
    "none",
    "yes",
    "granted",
    "rows",
    "more",
    "booth",
    "date",
    "lhasa",
    "2026-03-01",
    "80万元..120万元",
    "1元",
    "..",
    "-0",
    "\u{0}",
];

/// Any JSON, often with the names and words of the library in it.
fn any_json() -> impl Strategy<Value = Value> {
    let names: Vec<String> = library().facts.iter().map(|fact| fact.name.clone()).collect();
    let text =
        prop_oneof![prop::sample::select(names), prop::sample::select(WORDS).prop_map(str::to_owned), ".{0,12}", "[0-9.,万亿元%-]{0,12}",];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|number| Value::Number(number.into())),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        text.clone().prop_map(Value::String),
    ];
    leaf.prop_recursive(8, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((text.clone(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The pointers of all values in the answers.
fn pointers(value: &Value) -> Vec<String> {
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect(),
        Value::Object(entries) => entries.iter().map(|(name, item)| (name.clone(), item)).collect(),
        _ => Vec::new(),
    };
    let below = |(name, part): (String, &Value)| {
        let deeper: Vec<String> = pointers(part).iter().map(|rest| format!("/{name}{rest}")).collect();
        std::iter::once(format!("/{name}")).chain(deeper)
    };
    parts.into_iter().flat_map(below).collect()
}
