//! Writes files of answers for tests outside Rust: `answer-files FOLDER COUNT` gives `0001.json` and so on, the same on every run.

use std::path::Path;
use std::{env, fs};

use mingbai_tests::library;
use mingbai_tests::library::written;
use mingbai_tests::seed::Seed;
use mingbai_tests::strategy::generator;
use serde_json::Value;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, count] = arguments.as_slice() else { panic!("usage: answer-files FOLDER COUNT") };
    let count: u64 = count.parse().expect("COUNT is a number");
    fs::create_dir_all(folder).expect("the folder can be made");
    for number in 1..=count {
        let text = written(library(), &generator().firm(number));
        let path = Path::new(folder).join(format!("{number:04}.json"));
        fs::write(path, in_other_words(&text, number)).expect("a file can be written");
    }
}

/// The same answers as people and programs may write them: facts in another order, laid out over lines, plain numbers.
fn in_other_words(text: &str, number: u64) -> String {
    let mut answers: Value = serde_json::from_str(text).expect("answers are JSON");
    let mut chance = Seed::new(number);
    if chance.percent(30) {
        with_plain_numbers(&mut answers);
    }
    match chance.below(3) {
        0 => text.to_owned(),
        1 => answers.to_string(),
        _ => serde_json::to_string_pretty(&answers).expect("answers can be written"),
    }
}

/// `12人` as 12: whole counts may be numbers.
fn with_plain_numbers(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(with_plain_numbers),
        Value::Object(entries) => entries.values_mut().for_each(with_plain_numbers),
        Value::String(text) => {
            let count = ["人", "家", "天", "个月", "元"].iter().find_map(|unit| text.strip_suffix(unit)?.parse::<u64>().ok());
            if let Some(count) = count {
                *value = count.into();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
