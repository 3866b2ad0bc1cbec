//! What a file is known by.

use std::fs;
use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::stop::Stop;

/// The bytes' hash as pages write it: `sha256-` and base64.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The same of each of these files, as a JavaScript object of their names.
pub(crate) fn integrities(folder: &Path, names: &[&str]) -> io::Result<String> {
    let entry = |name: &&str| Ok::<_, io::Error>(format!("\"{name}\": \"{}\"", integrity(&fs::read(folder.join(name))?)));
    Ok(format!("{{ {} }}", names.iter().map(entry).collect::<io::Result<Vec<_>>>()?.join(", ")))
}

/// A longer hash in the same form, for pages of others.
pub(crate) fn strong(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The bytes' hash as `sha256sum` writes it.
pub(crate) fn hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The same of a file.
pub(crate) fn hex_of(path: &Path) -> Result<String, Stop> {
    fs::read(path).map(|bytes| hex(&bytes)).map_err(|error| Stop::failed(format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_hash_browsers_compute() {
        // `printf abc | openssl dgst -sha256 -binary | base64`
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn the_longer_one_is_that_which_browsers_compute() {
        // `printf abc | openssl dgst -sha384 -binary | base64 -w0`
        assert_eq!(strong(b"abc"), "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
    }

    #[test]
    fn it_is_the_hash_sha256sum_prints() {
        // `printf abc | sha256sum`
        assert_eq!(hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
