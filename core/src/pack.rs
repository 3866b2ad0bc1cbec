//! The pack: a library as one compact, versioned, checked sequence of bytes.

mod words;

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::library::Library;
use words::{STREAMS, each_word};

/// The version of the pack's form. A pack of another version is refused.
pub const VERSION: u16 = 1;

/// What stands in a pack: the library without its words, and its words in streams, each ended by a line break.
#[derive(Serialize, Deserialize)]
struct Packed {
    streams: [String; STREAMS],
    library: Library,
}

const MARK: &[u8; 4] = b"MBPK";
const CHECKSUM: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI);

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

/// The library as bytes.
///
/// # Errors
/// [`PackError::TooLarge`] when it does not fit the form.
pub fn encode(library: &Library) -> Result<Vec<u8>, PackError> {
    let mut packed = Packed { streams: Default::default(), library: library.clone() };
    let mut fits = true;
    each_word(&mut packed.library, &mut |stream, word| {
        fits &= !word.contains('\n');
        if let Some(stream) = packed.streams.get_mut(stream) {
            stream.push_str(word);
            stream.push('\n');
        }
        word.clear();
    });
    if !fits {
        return Err(PackError::TooLarge);
    }
    let mut bytes = MARK.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    let body = postcard::to_allocvec_crc32(&packed, CHECKSUM.digest()).map_err(|_| PackError::TooLarge)?;
    bytes.extend(body);
    Ok(bytes)
}

/// The library in the bytes.
///
/// # Errors
/// A [`PackError`] that says what is wrong with them.
pub fn decode(bytes: &[u8]) -> Result<Library, PackError> {
    let rest = bytes.strip_prefix(MARK.as_slice()).ok_or(PackError::NotAPack)?;
    let (version, body) = rest.split_first_chunk::<2>().ok_or(PackError::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(PackError::OtherVersion(version));
    }
    match postcard::take_from_bytes_crc32(body, CHECKSUM.digest()) {
        Ok((packed, [])) => {
            let library = with_words(packed).ok_or(PackError::Damaged)?;
            Ok(Library { fingerprint: Some(fingerprint(bytes)), ..library })
        }
        _ => Err(PackError::Damaged),
    }
}

/// The library with its words; `None` if there are too many or too few.
fn with_words(Packed { streams, mut library }: Packed) -> Option<Library> {
    let mut streams = streams.each_ref().map(|stream| stream.split_terminator('\n'));
    let mut complete = true;
    each_word(&mut library, &mut |stream, word| match streams.get_mut(stream).and_then(Iterator::next) {
        Some(text) => text.clone_into(word),
        None => complete = false,
    });
    (complete && streams.iter_mut().all(|stream| stream.next().is_none())).then_some(library)
}
