//! The size gate: all that `dist/` holds, compressed as a web server would.

use std::process::Command;

use crate::place::Place;
use crate::run;
use crate::stop::Stop;

/// What all files together should weigh at most, in bytes after brotli.
const AIM: u64 = 250_000;

/// What they may weigh today, with five documents: above the aim.
const BUDGET: u64 = 267_000;

/// Prints a line `bytes, bytes after brotli, name` for each file below the
/// working folder.
const WEIGH: &str = "const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 };
for (const name of fs.readdirSync('.', { recursive: true }).sort()) {
    if (!fs.statSync(name).isFile()) continue;
    const bytes = fs.readFileSync(name);
    console.log(bytes.length, zlib.brotliCompressSync(bytes, { params }).length, name);
}";

/// Prints the sizes of the page's files; fails when they are over the budget.
pub(crate) fn check(place: &Place) -> Result<(), Stop> {
    let mut node = Command::new("node");
    node.current_dir(place.dist()).args(["-e", WEIGH]);
    let printed = run::read(&mut node).unwrap_or_default();
    let files = rows(&printed).ok_or_else(|| Stop::failed("The sizes of dist/ could not be read."))?;
    println!("   {:>9} {:>9}  file", "bytes", "brotli");
    for (large, small, name) in &files {
        println!("   {large:>9} {small:>9}  {name}");
    }
    let sum = files.iter().map(|(_, small, _)| small).sum();
    println!("   {:>9} {sum:>9}  together, of {BUDGET} allowed; the aim is {AIM}", "");
    within(sum)
}

/// The lines of [`WEIGH`]; nothing when there are none or one reads otherwise.
fn rows(printed: &str) -> Option<Vec<(u64, u64, &str)>> {
    let row = |line| {
        let mut words = str::splitn(line, 3, ' ');
        Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?))
    };
    let rows: Vec<_> = printed.lines().map(row).collect::<Option<_>>()?;
    (!rows.is_empty()).then_some(rows)
}

fn within(sum: u64) -> Result<(), Stop> {
    match sum.checked_sub(BUDGET) {
        None | Some(0) => Ok(()),
        Some(over) => Err(Stop::failed(format!("The page is {over} bytes over its budget of {BUDGET}."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_row() {
        assert_eq!(rows("12 9 a b.js\n3 4 pkg/c.wasm"), Some(vec![(12, 9, "a b.js"), (3, 4, "pkg/c.wasm")]));
        assert_eq!(rows(""), None);
        assert_eq!(rows("12 9 a.js\nError"), None);
    }

    #[test]
    fn the_budget_is_the_last_size_that_passes() {
        assert!(within(BUDGET).is_ok());
        let message = within(BUDGET + 1).expect_err("one byte too many").message().to_owned();
        assert!(message.contains(" 1 bytes over"), "{message}");
    }
}
