//! The pack: a library as one compact, versioned, checked sequence of bytes.

mod alphabet;
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
pub const VERSION: u16 = 4;

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

/// What tells rules from all others: a number in 16 hexadecimal digits (FNV-1a, 64 bits) for the bytes of a pack, the same
/// with and without its English words, which it vouches for. One changed byte always changes it. It does not prove who made them.
#[must_use]
pub fn fingerprint(pack: &[u8]) -> String {
    format!("{:016x}", hash(cut(pack).0))
}

/// The library with the fingerprint of its pack; without one where it does not fit the form.
#[must_use]
pub fn sealed(library: Library) -> Library {
    let fingerprint = encode(&library).ok().map(|pack| fingerprint(&pack));
    Library { fingerprint, ..library }
}

/// A pack in two: all but its English words, which is a pack of its own, and these. One behind the other they are the pack again.
#[must_use]
pub fn cut(pack: &[u8]) -> (&[u8], &[u8]) {
    parts(pack).map_or((pack, &[]), |parts| (parts.rules, parts.english))
}

/// The library as bytes: mark, version, the checksum and length of what follows; all but the English words, with what these are
/// known by before it; the English words.
///
/// # Errors
/// [`PackError::TooLarge`] when it does not fit the form: a word of several lines.
pub fn encode(library: &Library) -> Result<Vec<u8>, PackError> {
    let mut out = Writer::default();
    library.write(&mut out);
    let (all, english) = out.finish();
    let body = [&hash(&english).to_le_bytes(), all.as_slice()].concat();
    let length = u32::try_from(body.len()).ok().filter(|_| !out.unfit).ok_or(PackError::TooLarge)?;
    let head = [&MARK[..], &VERSION.to_le_bytes(), &checksum(&body).to_le_bytes(), &length.to_le_bytes()].concat();
    Ok([head, body, english].concat())
}

/// The library in the bytes of a pack; where its English words were cut off, the Chinese ones stand for them.
///
/// # Errors
/// A [`PackError`] that says what is wrong with them.
pub fn decode(bytes: &[u8]) -> Result<Library, PackError> {
    let Parts { sum, body, english, .. } = parts(bytes)?;
    let (of_english, all) = body.split_first_chunk().ok_or(PackError::Damaged)?;
    let sound = |english| u64::from_le_bytes(*of_english) == hash(english);
    if sum != checksum(body) || !(english.is_empty() || sound(english)) {
        return Err(PackError::Damaged);
    }
    let mut reader = Reader::new(all);
    reader.take_streams((!english.is_empty()).then_some(english));
    let library = Library::read(&mut reader);
    if reader.is_done() { Ok(Library { fingerprint: Some(fingerprint(bytes)), ..library }) } else { Err(PackError::Damaged) }
}

/// What a pack is made of.
struct Parts<'a> {
    /// All but the English words.
    rules: &'a [u8],
    sum: u32,
    /// What the checksum is of.
    body: &'a [u8],
    english: &'a [u8],
}

fn parts(pack: &[u8]) -> Result<Parts<'_>, PackError> {
    let rest = pack.strip_prefix(MARK.as_slice()).ok_or(PackError::NotAPack)?;
    let (version, rest) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(PackError::OtherVersion(version));
    }
    let (sum, rest) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    let (length, rest) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
    let (body, english) = rest.split_at_checked(length).ok_or(PackError::Damaged)?;
    let rules = pack.strip_suffix(english).unwrap_or(pack);
    Ok(Parts { rules, sum: u32::from_le_bytes(*sum), body, english })
}

/// FNV-1a, 64 bits.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests;
