//! What a pack is made of: numbers in as few bytes as they need, and words in streams of their own.

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
pub(super) const STREAMS: usize = 4;

/// Things inside things: deeper than any rule is written, and not so deep that reading runs out of memory.
const DEEPEST: u8 = 100;

/// A pack being written.
#[derive(Default)]
pub(super) struct Writer {
    /// The words, each ended by a line break.
    pub(super) words: [String; STREAMS],
    /// All else.
    pub(super) bytes: Vec<u8>,
    /// Something does not fit: a word of several lines.
    pub(super) unfit: bool,
}

impl Writer {
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

/// A pack being read. Where it is damaged, nothing but zeros and empty words is read from there on; it is looked at once, at the end.
pub(super) struct Reader<'a> {
    words: [&'a str; STREAMS],
    bytes: &'a [u8],
    depth: u8,
    damaged: bool,
}

impl<'a> Reader<'a> {
    /// Reads bytes that have no streams of words yet.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { words: [""; STREAMS], bytes, depth: 0, damaged: false }
    }

    /// Takes the streams of words from the bytes, each with its length before it.
    pub(super) fn take_streams(&mut self) {
        for stream in 0..STREAMS {
            let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
            let taken = self.bytes.split_at_checked(length).and_then(|(text, rest)| Some((core::str::from_utf8(text).ok()?, rest)));
            match (taken, self.words.get_mut(stream)) {
                (Some((text, rest)), Some(words)) => (*words, self.bytes) = (text, rest),
                _ => self.fail(),
            }
        }
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
        let next = self.words.get_mut(stream as usize).and_then(|words| {
            let (word, rest) = words.split_once('\n')?;
            *words = rest;
            Some(word.to_owned())
        });
        next.unwrap_or_else(|| {
            self.fail();
            String::new()
        })
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
        !self.damaged && self.bytes.is_empty() && self.words.iter().all(|words| words.is_empty())
    }

    /// Reads nothing from here on.
    pub(super) fn fail(&mut self) {
        self.damaged = true;
        self.bytes = &[];
        self.words = [""; STREAMS];
    }
}
