//! The languages of the interface, and its words in each.

use mingbai_core::fact::Text;
use mingbai_words::questions::Questions;
use mingbai_words::results::Results;
use mingbai_words::{Words, chinese, english};

/// The languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The words in this language.
    #[must_use]
    pub fn of(self, text: &Text) -> &str {
        match self {
            Self::Zh => &text.zh,
            Self::En => &text.en,
        }
    }

    /// The language tag for `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language a tag such as `en-GB` or `zh-Hans` asks for; Chinese where it is neither.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Zh }
    }
}

/// The words around the questions in that language.
pub(crate) fn questions(lang: Lang) -> &'static Questions {
    &words(lang).questions
}

/// The words of results in that language.
pub(crate) fn results(lang: Lang) -> &'static Results {
    &words(lang).results
}

/// The Chinese words stand for the English ones where these were not loaded. (Asked for everywhere: it must not be written out there.)
#[inline(never)]
fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => chinese(),
        Lang::En => english().unwrap_or(chinese()),
    }
}
