//! The `policies` command: what it is asked, and where it finds the files.

mod about;
mod check;
mod evaluate;
mod facts;
mod glossary;
mod ledger;
mod list;
mod mutate;
mod pack;
mod receipt;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use mingbai_core::Library;
use mingbai_policies::{Diagnostic, Policies, load};

/// Nothing to complain about.
const FINE: u8 = 0;
/// The policy files are refused.
const REFUSED: u8 = 1;
/// The command cannot do what it is asked.
const UNUSABLE: u8 = 2;

const USAGE: &str = "\
usage: policies [--folder DIR] COMMAND

  check [--missing]    refuse what is wrong in the policy files; with --missing, print the worked cases that are wanting
  ledger               account for every sentence and every number of the texts
  mutate [--document ID]
                       change each rule in one respect and refuse a change that no example notices
  facts                print the catalogue of facts as JSON
  glossary             print the words that are explained as JSON
  about                print what the rules are known by as JSON: their fingerprint, the day they were checked, the last
                       day on which that is recent
  list                 print every measure with its clause as HTML
  evaluate --as-of DATE [--document ID] [--advice] ANSWERS.json …
                       assess each file of answers and print one line of JSON for each; with --advice, the least change
                       with which each measure that is not met would be
  receipt SAVED.json … make assessments that were kept again, and say where they differ from what comes out now
  pack --out FILE [--english FILE]
                       write the rules as one data pack; its English words into a file of their own where one is named

exit codes: 0 done · 1 the policy files are refused, or an assessment differs · 2 wrong usage or bad input";

/// What a command prints when it can do what it is asked.
pub(crate) struct Done {
    /// For standard output.
    out: String,
    /// The exit code.
    code: u8,
}

/// Why a command cannot do what it is asked, in a line or more for standard error.
pub(crate) struct Trouble {
    message: String,
    code: u8,
}

impl Done {
    fn fine(out: String) -> Self {
        Self { out, code: FINE }
    }

    fn refused(out: String) -> Self {
        Self { out, code: REFUSED }
    }
}

impl Trouble {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: UNUSABLE }
    }
}

/// Does what the arguments ask.
pub(crate) fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let done = Arguments::read(arguments).and_then(Arguments::run);
    match done {
        Ok(done) => {
            // Whoever reads may stop early, as `head` does.
            _ = std::io::stdout().write_all(done.out.as_bytes());
            ExitCode::from(done.code)
        }
        Err(trouble) => {
            eprintln!("{}", trouble.message);
            ExitCode::from(trouble.code)
        }
    }
}

/// The arguments after the name of the command.
struct Arguments {
    folder: PathBuf,
    command: String,
    rest: Vec<String>,
}

impl Arguments {
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, Trouble> {
        let mut rest: Vec<String> = arguments.collect();
        let folder = take_option(&mut rest, "--folder")?.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        if rest.is_empty() {
            return Err(Trouble::new(USAGE));
        }
        let command = rest.remove(0);
        Ok(Self { folder, command, rest })
    }

    fn run(self) -> Result<Done, Trouble> {
        match self.command.as_str() {
            "check" => check::run(&self.folder, self.rest),
            "ledger" => ledger::run(&sound(&self.folder)?, &self.rest),
            "mutate" => mutate::run(&checked(&self.folder)?, self.rest),
            "facts" => facts::run(&sound(&self.folder)?, &self.rest),
            "glossary" => glossary::run(&sound(&self.folder)?, &self.rest),
            "about" => about::run(&sound(&self.folder)?, &self.rest),
            "list" => list::run(&sound(&self.folder)?, &self.rest),
            "evaluate" => evaluate::run(&sound(&self.folder)?, self.rest),
            "receipt" => receipt::run(&sound(&self.folder)?, &self.rest),
            "pack" => pack::run(&checked(&self.folder)?, self.rest),
            other => Err(Trouble::new(format!("there is no command `{other}`\n\n{USAGE}"))),
        }
    }
}

/// The policies, if nothing in them is refused while they are read.
fn sound(folder: &Path) -> Result<Policies, Trouble> {
    let (policies, refusals) = load(folder).map_err(|error| Trouble::new(error.to_string()))?;
    unless_refused(policies, &refusals)
}

/// The policies, if nothing in them is refused at all.
fn checked(folder: &Path) -> Result<Policies, Trouble> {
    let policies = sound(folder)?;
    let refusals = mingbai_policies::check::check(&policies);
    unless_refused(policies, &refusals)
}

fn unless_refused(policies: Policies, refusals: &[Diagnostic]) -> Result<Policies, Trouble> {
    if refusals.is_empty() {
        return Ok(policies);
    }
    let mut message: String = refusals.iter().map(|refusal| refusal.render() + "\n").collect();
    message.push_str("the policy files are refused");
    Err(Trouble { message, code: REFUSED })
}

/// Takes `name VALUE` out of the arguments.
fn take_option(arguments: &mut Vec<String>, name: &str) -> Result<Option<String>, Trouble> {
    let Some(place) = arguments.iter().position(|argument| argument == name) else { return Ok(None) };
    arguments.remove(place);
    if place < arguments.len() { Ok(Some(arguments.remove(place))) } else { Err(Trouble::new(format!("{name} needs a value\n\n{USAGE}"))) }
}

/// Takes a word that is there or not.
fn take_flag(arguments: &mut Vec<String>, name: &str) -> bool {
    arguments.iter().position(|argument| argument == name).map(|place| arguments.remove(place)).is_some()
}

/// Refuses a document that is not there.
fn known_document(library: &Library, id: Option<&str>) -> Result<(), Trouble> {
    let Some(id) = id.filter(|id| library.document(id).is_none()) else { return Ok(()) };
    let known: Vec<&str> = library.documents.iter().map(|document| document.id.as_str()).collect();
    Err(Trouble::new(format!("there is no document `{id}`; there is {}", known.join(", "))))
}

/// Refuses arguments that are left over.
fn nothing_more(arguments: &[String]) -> Result<(), Trouble> {
    match arguments.first() {
        Some(argument) => Err(Trouble::new(format!("`{argument}` is not understood\n\n{USAGE}"))),
        None => Ok(()),
    }
}
