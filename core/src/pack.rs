//! The pack: a library as one compact, versioned, checked sequence of bytes.

mod checksum;
mod form;
mod shapes;
mod stream;

use core::fmt;

use crate::library::Library;
use checksum::checksum;
use form::Form;
use stream::{Reader, Writer};

/// The version of the pack's form. A pack of another version is refused.
pub const VERSION: u16 = 3;

const MARK: &[u8; 4] = b"MBPK";

/// Why bytes are not a usable pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not a pack at all.
    NotAPack,
    /// A pack of another version, which is given.
    OtherVersion(u16),
    /// Cut short, lengthened or altered.
    Damaged,
    /// The library does not fit the form.
    TooLarge,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => write!(f, "not a data pack"),
            Self::OtherVersion(version) => write!(f, "a data pack of version {version}, and version {VERSION} is needed"),
            Self::Damaged => write!(f, "the data pack is damaged"),
            Self::TooLarge => write!(f, "the library does not fit a data pack"),
        }
    }
}

/// A number for the bytes of a pack in 16 hexadecimal digits (FNV-1a, 64 bits): one changed byte always changes it. It tells
/// rules apart; it does not prove who made them.
#[must_use]
pub fn fingerprint(pack: &[u8]) -> String {
    let hash = pack.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}

/// The library with the fingerprint of its pack; without one where it does not fit the form.
#[must_use]
pub fn sealed(library: Library) -> Library {
    let fingerprint = encode(&library).ok().map(|pack| fingerprint(&pack));
    Library { fingerprint, ..library }
}

/// The library as bytes: mark, version, checksum of the rest; the streams of words; all else.
///
/// # Errors
/// [`PackError::TooLarge`] when it does not fit the form: a word of several lines.
pub fn encode(library: &Library) -> Result<Vec<u8>, PackError> {
    let mut inner = Writer::default();
    library.write(&mut inner);
    if inner.unfit {
        return Err(PackError::TooLarge);
    }
    let mut body = Writer::default();
    for words in &inner.words {
        body.number(words.len() as u64);
        body.bytes.extend(words.as_bytes());
    }
    body.bytes.extend(inner.bytes);
    let mut bytes = MARK.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(checksum(&body.bytes).to_le_bytes());
    bytes.extend(body.bytes);
    Ok(bytes)
}

/// The library in the bytes.
///
/// # Errors
/// A [`PackError`] that says what is wrong with them.
pub fn decode(bytes: &[u8]) -> Result<Library, PackError> {
    let rest = bytes.strip_prefix(MARK.as_slice()).ok_or(PackError::NotAPack)?;
    let (version, rest) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(PackError::OtherVersion(version));
    }
    let (sum, body) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    if u32::from_le_bytes(*sum) != checksum(body) {
        return Err(PackError::Damaged);
    }
    let mut reader = Reader::new(body);
    reader.take_streams();
    let library = Library::read(&mut reader);
    if reader.is_done() { Ok(Library { fingerprint: Some(fingerprint(bytes)), ..library }) } else { Err(PackError::Damaged) }
}

#[cfg(test)]
mod tests;
