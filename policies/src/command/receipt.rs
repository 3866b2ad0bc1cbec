//! `policies receipt`: assessments that were kept, made again.

use std::fmt::Write;
use std::fs;

use mingbai_policies::Policies;
use mingbai_policies::receipt::differences;

use super::{Done, Trouble, USAGE};

/// One line for each file in which the same comes out; else the places that differ.
pub(super) fn run(policies: &Policies, files: &[String]) -> Result<Done, Trouble> {
    if files.is_empty() {
        return Err(Trouble::new(format!("a file is needed\n\n{USAGE}")));
    }
    let (mut out, mut same) = (String::new(), true);
    for file in files {
        let kept = fs::read_to_string(file).map_err(|error| Trouble::new(format!("{file}: {error}")))?;
        let found = differences(&policies.library, &kept).map_err(|complaints| {
            let lines: Vec<String> = complaints.iter().map(|complaint| format!("{file}: {complaint}")).collect();
            Trouble::new(lines.join("\n"))
        })?;
        same &= found.is_empty();
        if found.is_empty() {
            _ = writeln!(out, "{file}: the same, byte for byte");
        }
        for one in found {
            _ = writeln!(out, "{file}: {one}");
        }
    }
    Ok(if same { Done::fine(out) } else { Done::refused(out) })
}
