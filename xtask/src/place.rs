//! Where things are in the repository.

use std::env;
use std::path::{Path, PathBuf};

use crate::stop::Stop;

/// The folders of one checkout.
pub(crate) struct Place {
    root: PathBuf,
    target: PathBuf,
}

impl Place {
    /// Finds the checkout this command was started in. Fails when the program
    /// was not started by cargo, which is what names the folder.
    pub(crate) fn find() -> Result<Self, Stop> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = manifest.as_deref().and_then(Path::parent);
        let Some(root) = root.map(Path::to_path_buf) else {
            return Err(Stop::by_hand("Start this command as `cargo xtask`."));
        };
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => std::path::absolute(folder).map_err(|error| Stop::failed(format!("CARGO_TARGET_DIR: {error}")))?,
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's folder of build results.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// What was compiled and is not put together yet.
    pub(crate) fn made(&self) -> PathBuf {
        self.target.join("bundle")
    }

    /// The finished page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where `cargo install` puts the build tools.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The folder of `package.json`.
    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }
}
