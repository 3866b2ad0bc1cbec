//! `cargo xtask test`: every check and test of the repository, counted.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::again;
use crate::bundle;
use crate::deny;
use crate::node;
use crate::place::Place;
use crate::privacy;
use crate::run;
use crate::size;
use crate::stop::Stop;
use crate::system;
use crate::tally::{self, Tally};
use crate::tools;

/// Runs everything, also after a failure, and closes with a line
/// `N passed, N failed`. What has to be installed by hand is said first,
/// before anything is built.
pub(crate) fn test(place: &Place) -> Result<(), Stop> {
    let node_modules = prepare(place)?;
    let mut suite = Suite::default();
    lints(&mut suite, place);
    tests(&mut suite, place, &node_modules);
    suite.close()
}

/// The steps done so far.
#[derive(Default)]
struct Suite {
    sum: Tally,
    failed: Vec<String>,
}

impl Suite {
    /// Does one step and counts it; returns whether all of it passed. A step
    /// that could not finish counts as one failure.
    fn step(&mut self, heading: &str, work: impl FnOnce() -> Result<Tally, Stop>) -> bool {
        let tally = run::timed(heading, work).unwrap_or_else(|stop| {
            println!("   {}", stop.message());
            Tally::FAILED
        });
        println!("   {} passed, {} failed", tally.passed, tally.failed);
        self.sum += tally;
        if tally.failed > 0 {
            self.failed.push(heading.to_owned());
        }
        tally.failed == 0
    }

    /// One command that counts as one test.
    fn check(&mut self, heading: &str, command: &mut Command) {
        self.step(heading, || run::run(command).map(|()| Tally::PASSED));
    }

    /// Says the result.
    fn close(&self) -> Result<(), Stop> {
        println!();
        for heading in &self.failed {
            println!("FAILED: {heading}");
        }
        println!("{} passed, {} failed", self.sum.passed, self.sum.failed);
        if self.failed.is_empty() {
            return Ok(());
        }
        Err(Stop::told())
    }
}

/// All that is missing is named at once, so that one round of installing does.
fn prepare(place: &Place) -> Result<PathBuf, Stop> {
    let found = [node::check(), system::prepare(), tools::prepare_lints(place)];
    let missing: Vec<String> = found.into_iter().filter_map(|result| Some(result.err()?.message().to_owned())).collect();
    if !missing.is_empty() {
        return Err(Stop::by_hand(missing.join("\n")));
    }
    tools::prepare(place)?;
    tools::prepare_engines(place)?;
    tools::prepare_deny(place)?;
    node::prepare(place)
}

fn lints(suite: &mut Suite, place: &Place) {
    let deny = ["--", "-D", "warnings"];
    let mut native = run::cargo(place);
    native.args(["clippy", "--workspace", "--all-targets"]);
    let mut wasm = run::cargo(place);
    wasm.args(["clippy", "-p", "mingbai-web", "--target", tools::WASM]);
    let mut docs = run::cargo(place);
    docs.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    let policies = |command: &str| {
        let mut policies = run::cargo(place);
        policies.args(["run", "-p", "mingbai-policies", "--bin", "policies", "--", command]);
        policies
    };

    suite.check("cargo fmt --check", run::cargo(place).args(["fmt", "--check"]));
    suite.check("cargo clippy", native.args(deny));
    suite.check("cargo clippy for WebAssembly", wasm.args(deny));
    suite.check("cargo doc", &mut docs);
    suite.check("cargo deny, all but the advisories", &mut deny::at_hand(place));
    suite.check("policies check", &mut policies("check"));
    suite.check("policies mutate", &mut policies("mutate"));
}

fn tests(suite: &mut Suite, place: &Place, node_modules: &Path) {
    suite.step("cargo test", || cargo_test(place));
    let built = suite.step("The release build", || bundle::bundle(place, Some(node_modules)).map(|()| Tally::PASSED));
    // Without a new build the old one would be measured and clicked through.
    let after_build = |work: &dyn Fn() -> Result<Tally, Stop>| {
        if !built {
            return Err(Stop::failed("Not run: there is no release build."));
        }
        work()
    };
    suite.step("Built again in another folder: the same files", || {
        after_build(&|| again::check(place, node_modules).map(|()| Tally::PASSED))
    });
    suite.step("The size of the page", || after_build(&|| size::check(place).map(|()| Tally::PASSED)));
    suite.step("What the page could reach", || after_build(&|| privacy::check(place).map(|()| Tally::PASSED)));
    for folder in ["tests/node", "tests/browser"] {
        suite.step(&format!("node --test {folder}"), || after_build(&|| node_test(place, folder)));
    }
    suite.step("Firefox and WebKit beside Chromium: node --test tests/engines", || after_build(&|| node_test(place, "tests/engines")));
}

fn cargo_test(place: &Place) -> Result<Tally, Stop> {
    let mut sum = Tally::default();
    let mut command = run::cargo(place);
    command.args(["test", "--workspace", "--no-fail-fast"]);
    let result = run::run_seeing(&mut command, |line| {
        sum += tally::of_cargo_line(line).unwrap_or_default();
    });
    settle(result, sum)
}

fn node_test(place: &Place, folder: &str) -> Result<Tally, Stop> {
    let files = test_files(&place.root().join(folder))?;
    let report = place.target().join("node-test.tap");
    // A report of an earlier run must not be counted for this one.
    fs::write(&report, "").map_err(|error| Stop::failed(format!("{}: {error}", report.display())))?;
    let mut command = Command::new("node");
    command
        .current_dir(place.root())
        .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=tap", "--test-reporter-destination"])
        .arg(&report)
        .args(files);
    let result = run::run(&mut command);
    let text = fs::read_to_string(&report).unwrap_or_default();
    settle(result, tally::of_tap(&text).unwrap_or_default())
}

/// The `*.test.mjs` of a folder in the order of their names; to have none is
/// an error, since nothing would be tested.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().and_then(OsStr::to_str);
            name.is_some_and(|name| name.ends_with(".test.mjs"))
        })
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Stop::failed("There is no *.test.mjs in this folder."));
    }
    Ok(files)
}

/// The runner's own counts, unless it failed in a way they do not show (a
/// test that does not compile, a crash) or counted nothing at all.
fn settle(result: Result<(), Stop>, mut sum: Tally) -> Result<Tally, Stop> {
    if result.is_ok() && sum == Tally::default() {
        return Err(Stop::failed("No test was run."));
    }
    if let Err(stop) = result {
        println!("   {}", stop.message());
        if sum.failed == 0 {
            sum += Tally::FAILED;
        }
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_breaks_off_is_counted_and_named() {
        let mut suite = Suite::default();
        assert!(suite.step("good", || Ok(Tally::PASSED)));
        assert!(suite.close().is_ok());
        assert!(!suite.step("bad", || Err(Stop::failed("no such program"))));
        assert_eq!(suite.sum, Tally { passed: 1, failed: 1 });
        assert_eq!(suite.failed, ["bad"]);
        assert_eq!(suite.close().expect_err("a failure").status(), 1);
    }

    #[test]
    fn a_crash_without_counts_is_a_failure() {
        let sum = settle(Err(Stop::failed("crash")), Tally { passed: 3, failed: 0 });
        assert_eq!(sum.expect("counts"), Tally { passed: 3, failed: 1 });
    }

    #[test]
    fn failures_are_not_counted_twice() {
        let sum = settle(Err(Stop::failed("exit 1")), Tally { passed: 3, failed: 2 });
        assert_eq!(sum.expect("counts"), Tally { passed: 3, failed: 2 });
    }

    #[test]
    fn a_runner_that_ran_nothing_has_not_passed() {
        assert!(settle(Ok(()), Tally::default()).is_err());
    }

    #[test]
    fn a_folder_without_tests_is_an_error() {
        assert!(test_files(Path::new("http")).is_err());
        assert!(test_files(Path::new("no such folder")).is_err());
    }
}
