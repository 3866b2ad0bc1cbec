//! Words with places in them. As data they are far smaller than as functions, and can stand in a file.

use crate::list::{Lines, Listed, words};

/// Words in which `{0}`, `{1}` and so on stand for what is said in these places, `N` of them.
#[derive(Clone, Copy)]
pub struct Template<const N: usize>(&'static str);

impl<const N: usize> Template<N> {
    /// Words with each of their places at least once, and no others; as a constant, anything else does not compile.
    ///
    /// # Panics
    /// For anything else.
    #[must_use]
    pub const fn new(words: &'static str) -> Self {
        assert!(has_places(words, N));
        Self(words)
    }

    /// The words with that said in their places.
    #[must_use]
    pub fn with(self, said: [&str; N]) -> String {
        fill(self.0, &said)
    }
}

impl<const N: usize> Listed for Template<N> {
    const LINES: usize = 1;

    fn read(&mut self, lines: &mut Lines) {
        self.0.read(lines);
    }

    #[cfg(feature = "english")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.0);
    }
}

words! {
    /// Words with a count in them.
    pub struct Counted {
        pub one: Template<1>,
        pub more: Template<1>,
    }
}

impl Counted {
    /// Words for one and for another number.
    #[must_use]
    pub const fn new(one: &'static str, more: &'static str) -> Self {
        Self { one: Template(one), more: Template::new(more) }
    }

    /// Words that are the same for every number.
    #[must_use]
    pub const fn same(words: &'static str) -> Self {
        Self { one: Template::new(words), more: Template::new(words) }
    }

    /// The words with the count in their place.
    #[must_use]
    pub fn with(&self, count: usize) -> String {
        let words = if count == 1 { self.one } else { self.more };
        words.with([&count.to_string()])
    }
}

fn fill(words: &str, said: &[&str]) -> String {
    let mut told = String::new();
    // What stands at an even number is words, what stands at an odd one is a place.
    for (number, part) in words.split(['{', '}']).enumerate() {
        let place = || said.get(part.parse::<usize>().ok()?).copied();
        told.push_str(if number % 2 == 0 { part } else { place().unwrap_or_default() });
    }
    told
}

const fn has_places(words: &str, count: usize) -> bool {
    let (mut left, mut seen) = (words.as_bytes(), 0_u32);
    while let Some((first, rest)) = left.split_first() {
        left = match (*first, rest) {
            (b'{', [digit @ b'0'..=b'9', b'}', after @ ..]) => {
                seen |= 1 << (*digit - b'0');
                after
            }
            (b'{' | b'}', _) => return false,
            _ => rest,
        };
    }
    seen == (1 << count) - 1
}

#[cfg(test)]
mod tests {
    use super::{Counted, Template, has_places};

    #[test]
    fn what_is_said_stands_in_its_place() {
        assert_eq!(Template::<2>::new("{1}：{0}（{0}）").with(["甲", "{0}"]), "{0}：甲（甲）");
        assert_eq!(Template::<1>::new("{0}").with([""]), "");
    }

    #[test]
    fn one_is_said_in_its_own_words() {
        let rows = Counted::new("one row", "{0} rows");
        assert_eq!([0, 1, 2].map(|count| rows.with(count)), ["0 rows", "one row", "2 rows"]);
        assert_eq!([1, 12].map(|count| Counted::same("共{0}行").with(count)), ["共1行", "共12行"]);
    }

    #[test]
    fn words_have_each_place_and_no_other() {
        assert!(has_places("从{0}到{1}", 2));
        for (words, count) in [("从{0}", 2), ("从{0}到{1}", 1), ("从{1}", 1), ("{a}", 1), ("{0", 1), ("0}", 1), ("{}", 1)] {
            assert!(!has_places(words, count), "{words}");
        }
    }
}
