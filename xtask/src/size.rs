//! The size gates: what a visitor loads, compressed as a web server would, and the files that have a limit of their own.

use std::process::Command;

use crate::assemble::{ENGLISH, PACK, WASM};
use crate::place::Place;
use crate::run;
use crate::stop::Stop;

/// The questionnaire: program, script with looks, all documents. Only those who read English load the English words as well.
const PAGE: [&str; 3] = [WASM, "mingbai.js", PACK];

/// What the questionnaire may weigh, in bytes after brotli; and with its English words.
const BUDGET: u64 = 250_000;
const BUDGET_IN_ENGLISH: u64 = 275_000;

/// The most that a file may weigh as it is, in bytes.
const LIMITS: [(&str, u64); 2] = [("embed.js", 3_000), ("mingbai-offline.html", 500_000)];

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
    let sum = weight(&files)?;
    let english = sum + row(&files, ENGLISH)?.1;
    println!("   {:>9} {sum:>9}  {}, of {BUDGET} allowed", "", PAGE.join(" + "));
    println!("   {:>9} {english:>9}  the same and {ENGLISH}, of {BUDGET_IN_ENGLISH} allowed", "");
    within("The questionnaire", sum, BUDGET)?;
    within("The questionnaire in English", english, BUDGET_IN_ENGLISH)?;
    LIMITS.iter().try_for_each(|(name, limit)| within(name, row(&files, name)?.0, *limit))
}

/// A file of `dist/`, in bytes and in bytes after brotli.
type Row<'a> = (u64, u64, &'a str);

/// What the questionnaire weighs after brotli.
fn weight(files: &[Row<'_>]) -> Result<u64, Stop> {
    PAGE.iter().map(|name| row(files, name).map(|(_, small, _)| small)).sum()
}

fn row<'a>(files: &[Row<'a>], name: &str) -> Result<Row<'a>, Stop> {
    files.iter().find(|(.., file)| *file == name).copied().ok_or_else(|| Stop::failed(format!("There is no {name} in dist/.")))
}

/// The lines of [`WEIGH`]; nothing when there are none or one reads otherwise.
fn rows(printed: &str) -> Option<Vec<Row<'_>>> {
    let row = |line| {
        let mut words = str::splitn(line, 3, ' ');
        Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?))
    };
    let rows: Vec<_> = printed.lines().map(row).collect::<Option<_>>()?;
    (!rows.is_empty()).then_some(rows)
}

fn within(name: &str, size: u64, limit: u64) -> Result<(), Stop> {
    match size.checked_sub(limit) {
        None | Some(0) => Ok(()),
        Some(over) => Err(Stop::failed(format!("{name}: {over} bytes over the {limit} it may weigh."))),
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
    fn the_questionnaire_is_weighed_whole_or_not_at_all() {
        let files = [(9, 1, "mingbai.js"), (9, 2, "mingbai.pack"), (9, 4, "mingbai.wasm"), (9, 8, "index.html")];
        assert_eq!(weight(&files).expect("all are there"), 7);
        assert!(weight(&files[1..]).is_err());
    }

    #[test]
    fn the_limit_is_the_last_size_that_passes() {
        assert!(within("a.js", 5, 5).is_ok());
        let message = within("a.js", 6, 5).expect_err("one byte too many").message().to_owned();
        assert!(message.contains("a.js: 1 bytes over"), "{message}");
    }
}
