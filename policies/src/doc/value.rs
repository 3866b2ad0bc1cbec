//! Small values that many blocks use.

use mingbai_core::Date;
use mingbai_core::fact::Text;
use serde::{Deserialize, Deserializer, de};
use toml::Spanned;

use crate::diagnostic::Span;

/// A word with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The word.
    pub text: String,
    /// Its place; quotation marks are inside.
    pub span: Span,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Spanned::<String>::deserialize(deserializer)?;
        Ok(Self { span: word.span().into(), text: word.into_inner() })
    }
}

/// The same words in Chinese and English, neither empty.
#[derive(Clone, Debug)]
pub struct TextDoc(pub Text);

impl<'de> Deserialize<'de> for TextDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Both {
            zh: Words,
            en: Words,
        }
        let Both { zh: Words(zh), en: Words(en) } = Both::deserialize(deserializer)?;
        Ok(Self(Text { zh, en }))
    }
}

/// Words that are not empty.
#[derive(Clone, Debug)]
pub struct Words(pub String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = String::deserialize(deserializer)?;
        if words.trim().is_empty() { Err(de::Error::custom("words are missing")) } else { Ok(Self(words)) }
    }
}

/// A day, written as a TOML date: `2026-11-21`.
#[derive(Clone, Copy, Debug)]
pub struct DateDoc(pub Date);

impl<'de> Deserialize<'de> for DateDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::value::Datetime::deserialize(deserializer)?;
        Date::parse(&written.to_string()).map(Self).ok_or_else(|| de::Error::custom("not a day such as 2026-11-21"))
    }
}

/// A day, written as answers write it: `"2026-11-21"`.
#[derive(Clone, Copy, Debug)]
pub struct DayDoc(pub Date);

impl<'de> Deserialize<'de> for DayDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Date::parse(&written).map(Self).ok_or_else(|| de::Error::custom("not a day such as 2026-11-21"))
    }
}

/// First and last day, both inside.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowDoc {
    /// The first day.
    pub from: DateDoc,
    /// The last day.
    pub until: DateDoc,
}
