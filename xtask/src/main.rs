//! The commands of this repository, started as `cargo xtask <command>`.
//!
//! Exit status: 0 done, 1 something failed, 2 a wrong command line or a
//! missing program that has to be installed by hand.

mod again;
mod assemble;
mod bench;
mod bundle;
mod deny;
mod hash;
mod http;
mod licences;
mod names;
mod node;
mod onefile;
mod package;
mod parts;
mod place;
mod privacy;
mod release;
mod run;
mod sbom;
mod scripts;
mod serve;
mod size;
mod stop;
mod system;
mod tally;
mod test;
mod tools;
mod worker;

use std::process::ExitCode;

use place::Place;
use stop::Stop;

const HELP: &str = "\
cargo xtask serve [--port N]   build the page and show it at a local address
                               (needs cargo only; the first run takes some minutes)
cargo xtask build              build the page into dist/, at its smallest (needs Node)
cargo xtask assemble           put dist/ together again from what the last build compiled:
                               after a change in www/ alone (needs Node)
cargo xtask privacy            what dist/ could reach, and whether all of it is allowed
cargo xtask size               what dist/ weighs, and whether that is within its limits
cargo xtask again              build once more in another folder, and whether the same files come out
cargo xtask deny               whether the crates used are such as .cargo/deny.toml wants them
                               (fetches the list of known faults)
cargo xtask test               run every check and test (needs Node and three browsers)
cargo xtask bench              time the engine, natively and in Chromium (tests/bench/)
cargo xtask bench-job native|wasm results FIRMS SCALE
cargo xtask bench-job native|wasm bench FIRMS SCALE WARM MEASURE
                               answer the job by which engines are compared (tests/bench/)
cargo xtask help               show this text

What these commands install goes into .tools/ and tests/node_modules/; rustup adds the
WebAssembly target to its toolchain.
As root, `test` installs Chromium, Firefox, WebKitGTK and Chinese fonts with apt-get when
they are missing; otherwise it names the line to type and ends with exit status 2.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if !stop.message().is_empty() {
                eprintln!("{}", stop.message());
            }
            ExitCode::from(stop.status())
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Stop> {
    match words {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["serve"] => serve::serve(&Place::find()?, None),
        ["serve", "--port", number] => serve::serve(&Place::find()?, Some(port(number)?)),
        ["build"] => {
            let place = Place::find()?;
            let node_modules = node::prepare(&place)?;
            bundle::bundle(&place, Some(&node_modules))
        }
        ["assemble"] => {
            let place = Place::find()?;
            let node_modules = node::prepare(&place)?;
            assemble::assemble(&place, Some(&node_modules))
        }
        ["privacy"] => privacy::check(&Place::find()?),
        ["size"] => size::check(&Place::find()?),
        ["again"] => {
            let place = Place::find()?;
            again::check(&place, &node::prepare(&place)?)
        }
        ["deny"] => deny::deny(&Place::find()?),
        ["bench"] => bench::bench(&Place::find()?),
        ["bench-job", engine, words @ ..] => bench::job(&Place::find()?, engine, words),
        ["test"] => test::test(&Place::find()?),
        _ => Err(Stop::by_hand(format!("`{}` is not a command.\n\n{HELP}", words.join(" ")))),
    }
}

fn port(text: &str) -> Result<u16, Stop> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(Stop::by_hand(format!("--port takes a number from 1 to 65535, not `{text}`."))),
    }
}
