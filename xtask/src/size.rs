//! The size gate: what a visitor loads, compressed as a web server would.

use std::fs;
use std::process::Command;

use crate::bundle::{GLUE, PACK, WASM};
use crate::place::Place;
use crate::run;
use crate::stop::Stop;

/// The most that all files together may weigh, in bytes after brotli.
const BUDGET: u64 = 250_000;

const FILES: [&str; 5] = [WASM, GLUE, "start.js", "style.css", PACK];

const BROTLI: &str = "const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 };
for (const file of process.argv.slice(1))
    console.log(zlib.brotliCompressSync(fs.readFileSync(file), { params: quality }).length);";

/// Prints the sizes of the page's files; fails when they are over the budget.
pub(crate) fn check(place: &Place) -> Result<(), Stop> {
    let dist = place.dist();
    let mut node = Command::new("node");
    node.current_dir(&dist).args(["-e", BROTLI, "--"]).args(FILES);
    let printed = run::read(&mut node).unwrap_or_default();
    let compressed: Vec<u64> = printed.lines().flat_map(str::parse).collect();
    if compressed.len() != FILES.len() {
        return Err(Stop::failed("The sizes of dist/ could not be read."));
    }
    println!("   {:>9} {:>9}  file", "bytes", "brotli");
    for (name, small) in FILES.iter().zip(&compressed) {
        let large = fs::metadata(dist.join(name)).map_or(0, |data| data.len());
        println!("   {large:>9} {small:>9}  {name}");
    }
    let sum: u64 = compressed.iter().sum();
    println!("   {:>9} {sum:>9}  together, of {BUDGET} allowed", "");
    if sum > BUDGET {
        return Err(Stop::failed(format!("The page is {} bytes over its budget of {BUDGET}.", sum - BUDGET)));
    }
    Ok(())
}
