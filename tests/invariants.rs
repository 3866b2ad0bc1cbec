//! What the sources and the dependencies themselves must keep to.
#![cfg(test)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mingbai_tests::library::repository;
use serde_json::Value;

/// Everything `core` is made of: numbers, serialisation. None of it opens a file, a socket or a clock.
const CORE_IS_MADE_OF: [&str; 6] = ["arrayvec", "mingbai-core", "num-traits", "rust_decimal", "serde", "serde_core"];

/// Words with which Rust code reaches the outside or a clock.
const OUTSIDE: [&str; 18] = [
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time",
    "std::path",
    "Instant",
    "SystemTime",
    "println!",
    "eprintln!",
    "include_str!",
    "include_bytes!",
    "js_sys",
    "web_sys",
    "wasm_bindgen",
    "extern \"C\"",
];

#[test]
fn core_is_made_of_nothing_that_reaches_outside() {
    let tree = cargo(&[
        "tree",
        "--package",
        "mingbai-core",
        "--all-features",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        "all",
        "--prefix",
        "none",
    ]);
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"rust_decimal"), "{tree}");
    for name in names {
        assert!(
            CORE_IS_MADE_OF.contains(&name),
            "core now depends on {name}: see that it does no I/O and reads no clock, then name it here"
        );
    }
}

#[test]
fn core_reaches_nothing_outside() {
    for line in code("core/src") {
        for word in OUTSIDE {
            assert!(!line.text.contains(word), "{line} uses {word}");
        }
    }
}

#[test]
fn core_holds_no_float() {
    for line in code("core/src") {
        // The one place that sees a float refuses it.
        let refused = line.text.contains("fn visit_f64<E>(self, _: f64)");
        assert!(refused || !(line.text.contains("f64") || line.text.contains("f32")), "{line} holds a float");
    }
}

#[test]
fn nothing_is_unsafe() {
    for folder in ["core/src", "policies/src", "web/src", "web/words/src", "xtask/src", "tests/src", "tests/bench"] {
        for line in code(folder) {
            // A word of the policy of pages, which is no code.
            let text = line.text.replace("'wasm-unsafe-eval'", "");
            assert!(!text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "unsafe"), "{line} is unsafe");
        }
    }
}

#[test]
fn the_lints_forbid_unsafe_code_and_floats_and_every_shipped_crate_keeps_to_them() {
    let workspace = read(&repository().join("Cargo.toml"));
    for lint in [
        "unsafe_code = \"forbid\"",
        "float_arithmetic = \"deny\"",
        "unwrap_used = \"deny\"",
        "panic = \"deny\"",
        "indexing_slicing = \"deny\"",
    ] {
        assert!(workspace.contains(lint), "{lint} is gone");
    }
    for package in ["core", "policies", "web", "web/words"] {
        let manifest = read(&repository().join(package).join("Cargo.toml"));
        assert!(manifest.contains("[lints]\nworkspace = true"), "{package} does not keep to the lints of the workspace");
    }
}

#[test]
fn dependencies_point_one_way() {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--no-deps"])).expect("metadata is JSON");
    let ours = |package: &Value| -> Vec<String> {
        let all = package["dependencies"].as_array().into_iter().flatten().filter(|one| one["kind"].is_null());
        all.filter_map(|one| one["name"].as_str()).filter(|name| name.starts_with("mingbai-")).map(str::to_owned).collect()
    };
    let found: BTreeMap<&str, Vec<String>> =
        metadata["packages"].as_array().into_iter().flatten().map(|one| (one["name"].as_str().unwrap_or(""), ours(one))).collect();
    assert_eq!(found["mingbai-core"], Vec::<String>::new());
    assert_eq!(found["mingbai-policies"], ["mingbai-core"]);
    assert_eq!(found["mingbai-words"], Vec::<String>::new());
    assert_eq!(found["mingbai-web"], ["mingbai-core", "mingbai-words"]);
    assert_eq!(found["xtask"], ["mingbai-words"]);
}

#[test]
fn only_the_boundary_touches_javascript_values() {
    let touches = |line: &Line| ["JsValue", "js_sys", "serde_wasm_bindgen", "#[wasm_bindgen"].iter().any(|word| line.text.contains(word));
    let (boundary, others): (Vec<Line>, Vec<Line>) = code("web/src").into_iter().partition(|line| line.file == "web/src/boundary.rs");
    assert!(boundary.iter().any(touches), "the boundary does not touch JavaScript values: is it another file now?");
    for line in others {
        assert!(!touches(&line), "{line} touches a JavaScript value");
    }
}

#[test]
fn a_module_of_core_uses_only_those_above_it() {
    let root = code_of(&repository().join("core/src/lib.rs"));
    let order: Vec<&str> = root.iter().filter_map(|line| line.text.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(order.len() > 10, "{order:?}");
    let from = |name: &str| root.iter().filter_map(|line| line.text.strip_prefix("pub use ")).find(|path| named_in(path, name));
    for line in code("core/src").iter().filter(|line| line.file != "core/src/lib.rs") {
        assert!(!line.text.contains("crate::{"), "{line}: one `use` for each module, so that this test can read it");
        let of = line.file.trim_start_matches("core/src/").split(['/', '.']).next().unwrap_or("");
        for used in line.text.split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let module = if order.contains(&used.as_str()) { used } else { from(&used).map_or(used, module_of) };
            let place = |name: &str| order.iter().position(|one| *one == name).unwrap_or_else(|| panic!("{line}: {name} is no module"));
            assert!(module == of || place(&module) < place(of), "{line}: {of} stands above {module}");
        }
    }
}

/// Whether `answers::{Answer, Answers};` brings in the name.
fn named_in(path: &str, name: &str) -> bool {
    path.split(|c: char| !c.is_alphanumeric() && c != '_').skip(1).any(|one| one == name)
}

fn module_of(path: &str) -> String {
    path.split("::").next().unwrap_or("").to_owned()
}

/// One line of code, without remarks and tests.
struct Line {
    file: String,
    number: usize,
    text: String,
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.number)
    }
}

/// The code of a folder of the repository.
fn code(folder: &str) -> Vec<Line> {
    let mut files = Vec::new();
    rust_files(&repository().join(folder), &mut files);
    assert!(!files.is_empty(), "{folder} holds no code");
    files.iter().flat_map(|file| code_of(file)).collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") && path.file_stem().is_some_and(|name| name != "tests") {
            files.push(path);
        }
    }
}

/// The lines up to the tests of a file.
fn code_of(file: &Path) -> Vec<Line> {
    let name = file.strip_prefix(repository()).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let text = read(file);
    let lines = text.lines().zip(1..).take_while(|(line, _)| line.trim() != "#[cfg(test)]");
    let code = lines.filter(|(line, _)| !line.trim_start().starts_with("//"));
    code.map(|(line, number)| Line { file: name.clone(), number, text: line.split(" // ").next().unwrap_or("").trim().to_owned() })
        .collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What cargo prints about this workspace.
fn cargo(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO")).args(arguments).args(["--offline", "--locked"]).current_dir(repository()).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
