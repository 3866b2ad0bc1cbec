//! The characters of the Chinese words: each stands as its number, in two bytes. That compresses a tenth better than UTF-8.

use super::stream::{Reader, Writer};

/// The characters that occur, in order.
pub(super) struct Alphabet(Vec<char>);

impl Alphabet {
    /// The characters of the texts.
    pub(super) fn of(texts: &[&str]) -> Self {
        let mut all: Vec<char> = texts.iter().flat_map(|text| text.chars()).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// How many there are, and how far each lies behind the one before it.
    pub(super) fn write(&self, out: &mut Writer) {
        out.number(self.0.len() as u64);
        let mut before = 0_u32;
        for one in &self.0 {
            out.number(u64::from(u32::from(*one).saturating_sub(before)));
            before = u32::from(*one);
        }
    }

    /// The characters as they were written; what is none damages the pack.
    pub(super) fn read(from: &mut Reader<'_>) -> Self {
        let (mut all, mut last) = (Vec::new(), 0_u32);
        for _ in 0..from.number() {
            if from.is_damaged() {
                break;
            }
            last = last.saturating_add(from.small());
            match char::from_u32(last) {
                Some(one) => all.push(one),
                None => from.fail(),
            }
        }
        Self(all)
    }

    /// The numbers of the characters of a text; nothing where one has none that fits.
    pub(super) fn coded(&self, text: &str) -> Option<Vec<u8>> {
        let number = |one: char| u16::try_from(self.0.binary_search(&one).ok()?).ok();
        text.chars().map(|one| number(one).map(u16::to_le_bytes)).collect::<Option<Vec<_>>>().map(|all| all.concat())
    }

    /// The words of a text, each ended by a line break; nothing where there is no such character.
    pub(super) fn words(&self, coded: &[u8]) -> Option<Vec<String>> {
        let (mut words, mut word) = (Vec::new(), String::new());
        for number in coded.as_chunks().0 {
            match *self.0.get(usize::from(u16::from_le_bytes(*number)))? {
                '\n' => words.push(core::mem::take(&mut word)),
                one => word.push(one),
            }
        }
        word.is_empty().then_some(words)
    }
}
