//! What the browser journeys need of the operating system: three browsers with
//! what drives them, a screen nobody sees, and a font with Chinese characters.

use std::path::Path;
use std::process::Command;

use crate::run;
use crate::stop::Stop;

const INSTALL: &str = "apt-get install -y chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth dbus fonts-noto-cjk";

/// Programs found by their name, and what a person calls them.
const PROGRAMS: [(&str, &str); 6] = [
    ("chromedriver", "Chromium's driver"),
    ("firefox", "Firefox"),
    ("WebKitWebDriver", "WebKitGTK with its driver"),
    ("xvfb-run", "Xvfb"),
    ("xauth", "xauth"),
    ("dbus-run-session", "D-Bus"),
];

/// Makes sure that the browser tests can run. As root it installs what is
/// missing; otherwise it names the line to type.
pub(crate) fn prepare() -> Result<(), Stop> {
    if missing().is_empty() {
        return Ok(());
    }
    if is_root()
        && let Err(stop) = run::timed(&format!("{INSTALL} (once, some minutes)"), install)
    {
        println!("   {}", stop.message());
    }
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Stop::by_hand(format!("The browser tests need: {}. Install what is missing:\n  sudo {INSTALL}", missing.join(", "))))
}

fn missing() -> Vec<&'static str> {
    let chromium = std::env::var_os("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into());
    let fonts = run::read(Command::new("fc-list").arg(":lang=zh-cn"));
    let mut missing = Vec::new();
    if !Path::new(&chromium).exists() {
        missing.push("Chromium");
    }
    if fonts.is_none_or(|list| list.is_empty()) {
        missing.push("a font with Chinese characters");
    }
    missing.extend(PROGRAMS.iter().filter(|(program, _)| !on_path(program)).map(|(_, name)| *name));
    missing
}

fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn is_root() -> bool {
    run::read(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn install() -> Result<(), Stop> {
    run::run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut words = INSTALL.split(' ');
    run::run(Command::new(words.next().unwrap_or_default()).args(words).args(["-qq"]).env("DEBIAN_FRONTEND", "noninteractive"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_its_name() {
        assert!(on_path("sh"));
        assert!(!on_path("no-such-program"));
    }
}
