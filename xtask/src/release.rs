//! What makes a release of `dist/`: the sum of every file, and all of it as one archive to hand on.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::assemble::VERSION;
use crate::hash;
use crate::run;
use crate::stop::Stop;

/// The sums, as `sha256sum -c` reads them.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// Packs the files named after the folder of packages and the name of the archive. All get the same time, the first that
/// archives know, in whichever zone this runs.
const PACK: &str = "const [, modules, name, ...files] = process.argv;
const { zipSync } = require(path.join(modules, 'fflate'));
const entries = files.map((file) => [`${name}/${file}`, fs.readFileSync(file)]);
fs.writeFileSync(`${name}.zip`, zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1, 12) }));";

/// Writes the sums of all files there are.
pub(crate) fn sum(dist: &Path) -> io::Result<()> {
    let lines = files(dist)?.into_iter().map(|name| Ok(format!("{}  {name}\n", hash::hex(&fs::read(dist.join(&name))?))));
    let lines = lines.collect::<io::Result<String>>()?;
    fs::write(dist.join(SUMS), lines)
}

/// Packs all files, the sums with them, in one folder that has the name of the archive.
pub(crate) fn pack(modules: &Path, dist: &Path) -> Result<(), Stop> {
    let files = files(dist).map_err(|error| Stop::failed(format!("{}: {error}", dist.display())))?;
    let mut node = Command::new("node");
    node.current_dir(dist).args(["-e", PACK]).arg(modules).arg(format!("mingbai-{VERSION}")).args(files);
    run::run(&mut node)
}

/// The names of all files below a folder, with `/` between folders, in order.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    let mut ahead = vec![PathBuf::new()];
    while let Some(below) = ahead.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let name = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                ahead.push(name);
            } else {
                names.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    names.sort();
    Ok(names)
}
