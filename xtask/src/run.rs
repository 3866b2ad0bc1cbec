//! Running other programs.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::place::Place;
use crate::stop::Stop;

/// The cargo that started this program, working in the top folder.
pub(crate) fn cargo(place: &Place) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(place.root());
    command
}

/// Runs a program to its end; its output goes to the screen.
pub(crate) fn run(command: &mut Command) -> Result<(), Stop> {
    let status = command.stdin(Stdio::null()).status();
    finish(command, status)
}

/// Runs a program to its end; every line it writes to standard output goes to
/// the screen and to `see`.
pub(crate) fn run_seeing(command: &mut Command, mut see: impl FnMut(&str)) -> Result<(), Stop> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| cannot(command, &error))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(|error| cannot(command, &error))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    let status = child.wait();
    finish(command, status)
}

/// What a program prints, or nothing when it is absent or fails.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// `PATH` with `folder` in front.
pub(crate) fn path_with(folder: &Path) -> Result<OsString, Stop> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&old));
    std::env::join_paths(folders).map_err(|error| Stop::failed(format!("PATH: {error}")))
}

/// Does a piece of work under a heading and says how long it took.
pub(crate) fn timed<T>(heading: &str, work: impl FnOnce() -> Result<T, Stop>) -> Result<T, Stop> {
    println!("== {heading}");
    let start = Instant::now();
    let result = work();
    let time = spell(start.elapsed());
    match &result {
        Ok(_) => println!("   done in {time}"),
        Err(_) => println!("   FAILED after {time}"),
    }
    result
}

/// A duration in words, to the second.
fn spell(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, 0) => "less than a second".to_owned(),
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

fn finish(command: &Command, status: std::io::Result<std::process::ExitStatus>) -> Result<(), Stop> {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Stop::failed(format!("`{}`: {status}", line(command)))),
        Err(error) => Err(cannot(command, &error)),
    }
}

fn cannot(command: &Command, error: &std::io::Error) -> Stop {
    Stop::failed(format!("`{}` could not be run: {error}", line(command)))
}

/// The command as a person would type it, without the program's folder.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_words() {
        assert_eq!(spell(Duration::from_millis(999)), "less than a second");
        assert_eq!(spell(Duration::from_secs(59)), "59 s");
        assert_eq!(spell(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn a_failing_program_is_named_as_typed() {
        let stop = run(Command::new("/bin/sh").args(["-c", "exit 7"]));
        let message = stop.expect_err("exit 7").message().to_owned();
        assert!(message.contains("sh -c exit 7"), "{message}");
        assert!(message.contains('7'), "{message}");
    }

    #[test]
    fn every_line_is_seen() {
        let mut lines = Vec::new();
        let mut command = Command::new("/bin/sh");
        command.args(["-c", "printf 'one\\ntwo'"]);
        run_seeing(&mut command, |line| lines.push(line.to_owned())).expect("sh runs");
        assert_eq!(lines, ["one", "two"]);
    }
}
