//! esbuild: small scripts and styles, and one module out of several.

use std::path::Path;
use std::process::Command;

use crate::run;
use crate::stop::Stop;

/// The looks and scripts that stay files of their own.
const FILES: [&str; 10] =
    ["page.css", "webmaster.css", "integrate.css", "selfcheck.css", "style.css", "opening.js", "start.js", "frame.js", "embed.js", "sw.js"];

/// The scripts of the pages for webmasters, each of which becomes one module beside that of the questionnaire.
const PAGES: [&str; 2] = ["integrate.js", "selfcheck.js"];

/// Makes the looks and scripts small, each in its place.
pub(crate) fn minify(modules: &Path, dist: &Path) -> Result<(), Stop> {
    run::run(esbuild(modules, dist).args(FILES).args(["--format=esm", "--allow-overwrite", "--outdir=."]))
}

/// Makes one module of the questionnaire's parts, and one of those of each page for webmasters.
pub(crate) fn one_module(modules: &Path, dist: &Path) -> Result<(), Stop> {
    let bundle = ["--bundle", "--format=esm", "--allow-overwrite", "--outdir=."];
    run::run(esbuild(modules, dist).arg("mingbai.js").args(bundle))?;
    run::run(esbuild(modules, dist).args(PAGES).arg("--external:./mingbai.js").args(bundle))
}

/// The script of the one file, with all it needs but the program and the rules. Nothing in it can fetch: the name stands
/// for nothing, and there is no address of a module.
pub(crate) fn of_one_file(modules: &Path, dist: &Path) -> Result<String, Stop> {
    let mut esbuild = esbuild(modules, dist);
    esbuild.args(["offline.js", "--bundle", "--format=iife", "--define:fetch=undefined", "--log-override:empty-import-meta=silent"]);
    run::read(&mut esbuild).ok_or_else(|| Stop::failed("esbuild could not make the script of the one file."))
}

fn esbuild(modules: &Path, dist: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(modules.join("esbuild").join("bin").join("esbuild"));
    node.args(["--minify", "--target=es2022", "--charset=utf8", "--log-level=warning"]).current_dir(dist);
    node
}
