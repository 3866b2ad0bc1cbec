//! What a pack is made of: numbers in as few bytes as they need, and words in streams of their own.

use std::vec;

use super::alphabet::Alphabet;

/// The streams of words: words of one language that stand together compress better.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    /// Names of facts, options, measures.
    Names,
    /// Official text.
    Official,
    /// Chinese.
    Chinese,
    /// English.
    English,
}

/// How many streams there are.
const STREAMS: usize = 4;

/// Things inside things: deeper than any rule is written, and not so deep that reading runs out of memory.
const DEEPEST: u8 = 100;

/// A pack being written.
#[derive(Default)]
pub(super) struct Writer {
    /// The words, each ended by a line break.
    words: [String; STREAMS],
    /// All else.
    pub(super) bytes: Vec<u8>,
    /// Something does not fit: a word of several lines, or more kinds of characters than there are numbers for.
    pub(super) unfit: bool,
}

impl Writer {
    /// All that was written but the English words, and these.
    pub(super) fn finish(&mut self) -> (Vec<u8>, Vec<u8>) {
        let [names, official, chinese, english] = core::mem::take(&mut self.words);
        let mut all = Self::default();
        all.number(names.len() as u64);
        all.bytes.extend(names.as_bytes());
        let alphabet = Alphabet::of(&[&official, &chinese]);
        alphabet.write(&mut all);
        for words in [official, chinese] {
            let coded = alphabet.coded(&words);
            self.unfit |= coded.is_none();
            all.number(words.chars().count() as u64);
            all.bytes.extend(coded.unwrap_or_default());
        }
        all.bytes.append(&mut self.bytes);
        (all.bytes, english.into_bytes())
    }

    /// A number, seven bits a byte, the lowest first.
    pub(super) fn number(&mut self, mut number: u64) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                return self.bytes.push(low);
            }
            self.bytes.push(low | 0x80);
        }
    }

    /// A word of a stream.
    pub(super) fn word(&mut self, stream: Stream, word: &str) {
        self.unfit |= word.contains('\n');
        if let Some(words) = self.words.get_mut(stream as usize) {
            words.push_str(word);
            words.push('\n');
        }
    }
}

/// The words of a stream that are left to be read.
type Words = vec::IntoIter<String>;

/// A pack being read. Where it is damaged, nothing but zeros and empty words is read from there on; it is looked at once, at the end.
pub(super) struct Reader<'a> {
    words: [Words; STREAMS],
    bytes: &'a [u8],
    /// Whether the English words are there.
    english: bool,
    depth: u8,
    damaged: bool,
}

impl<'a> Reader<'a> {
    /// Reads bytes that have no streams of words yet.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { words: Default::default(), bytes, english: false, depth: 0, damaged: false }
    }

    /// Takes the streams of words: the English ones where they are given, the others from the beginning of the bytes.
    pub(super) fn take_streams(&mut self, english: Option<&[u8]>) {
        let names = plain(self.take(1));
        let alphabet = Alphabet::read(self);
        let (official, chinese) = (alphabet.words(self.take(2)), alphabet.words(self.take(2)));
        self.english = english.is_some();
        match (names, official, chinese, plain(english.unwrap_or_default())) {
            (Some(names), Some(official), Some(chinese), Some(english)) => {
                self.words = [names, official, chinese, english].map(Vec::into_iter);
            }
            _ => self.fail(),
        }
    }

    /// So many bytes for each of as many as the next number says.
    fn take(&mut self, each: usize) -> &'a [u8] {
        let length = usize::try_from(self.number()).ok().and_then(|count| count.checked_mul(each));
        let (taken, rest) = length.and_then(|length| self.bytes.split_at_checked(length)).unwrap_or_else(|| {
            self.fail();
            (&[], &[])
        });
        self.bytes = rest;
        taken
    }

    /// A number as [`Writer::number`] writes it.
    pub(super) fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0_u64, 0_u32);
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                return number;
            }
            shift = shift.saturating_add(7);
        }
        self.fail();
        0
    }

    /// A number of a smaller kind; zero where it is too large.
    pub(super) fn small<T: TryFrom<u64> + Default>(&mut self) -> T {
        let number = self.number();
        T::try_from(number).unwrap_or_else(|_| {
            self.fail();
            T::default()
        })
    }

    /// The next word of a stream.
    pub(super) fn word(&mut self, stream: Stream) -> String {
        self.words.get_mut(stream as usize).and_then(Iterator::next).unwrap_or_else(|| {
            self.fail();
            String::new()
        })
    }

    /// Whether the English words are there.
    pub(super) fn has_english(&self) -> bool {
        self.english
    }

    /// Goes into a thing inside a thing.
    pub(super) fn enter(&mut self) {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            self.fail();
        }
    }

    /// Comes out of it again.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether something was damaged so far.
    pub(super) fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Whether all was read, and nothing was damaged.
    pub(super) fn is_done(&self) -> bool {
        !self.damaged && self.bytes.is_empty() && self.words.iter().all(|words| words.as_slice().is_empty())
    }

    /// Reads nothing from here on.
    pub(super) fn fail(&mut self) {
        self.damaged = true;
        self.bytes = &[];
        self.words = Default::default();
    }
}

/// The words of a stream that stands as it is; none where it is no text.
fn plain(bytes: &[u8]) -> Option<Vec<String>> {
    Some(core::str::from_utf8(bytes).ok()?.split_terminator('\n').map(str::to_owned).collect())
}
