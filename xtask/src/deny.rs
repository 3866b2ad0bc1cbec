//! `cargo xtask deny`: what the crates of this workspace have to be, as `.cargo/deny.toml` says.

use std::process::Command;

use crate::place::Place;
use crate::run;
use crate::stop::Stop;
use crate::tools;

/// What can be looked at without the list of known faults.
const AT_HAND: [&str; 3] = ["licenses", "bans", "sources"];

/// Looks at everything; the list of known faults is fetched from GitHub.
pub(crate) fn deny(place: &Place) -> Result<(), Stop> {
    tools::prepare_deny(place)?;
    run::run(check(place).arg("advisories"))
}

/// The same without the list of known faults.
pub(crate) fn at_hand(place: &Place) -> Command {
    check(place)
}

fn check(place: &Place) -> Command {
    let mut deny = Command::new(place.tools().join("bin").join("cargo-deny"));
    deny.current_dir(place.root()).args(["--locked", "check", "--hide-inclusion-graph"]).args(AT_HAND);
    deny
}
