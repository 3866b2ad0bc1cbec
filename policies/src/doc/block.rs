//! The blocks of a policy file.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::value::{DateDoc, DayDoc, Name, TextDoc, WindowDoc, Words};

/// `document`: what holds for the document as a whole.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentDoc {
    /// The name of its folder.
    pub id: Name,
    /// Its title.
    pub title: TextDoc,
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: TextDoc,
    /// Its region: an option of `registered_in`.
    pub region: Name,
    /// The kinds of applicant its measures are for unless they say otherwise: options of `applicant`.
    #[serde(rename = "for")]
    pub applicants: Vec<Name>,
    /// When it is in force; or else:
    pub in_force: Option<InForceDoc>,
    /// `draft`, `not_stated` or `background`.
    pub standing: Option<Name>,
    /// Rows dated outside are dropped; absent: no row is dropped for its date.
    pub events: Option<WindowDoc>,
    /// One sentence for its banner.
    pub status_note: TextDoc,
    /// Where to apply.
    pub apply: TextDoc,
    /// Documents it refers to that are not loaded.
    #[serde(default)]
    pub not_loaded: Vec<TextDoc>,
    /// The day it was checked against the official text.
    pub checked: DateDoc,
    /// What stands beside every amount of the document.
    #[serde(default)]
    pub caveats: Vec<CaveatDoc>,
    /// What its examples take for granted unless they say otherwise.
    #[serde(default)]
    pub assumes: BTreeMap<Name, toml::Value>,
    /// Numbers of the text that no rule uses, with the reason.
    #[serde(default)]
    pub numbers: BTreeMap<Name, String>,
    /// Readings that concern every measure.
    #[serde(default)]
    pub reading: Vec<ReadingDoc>,
}

/// When a document is in force.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForceDoc {
    /// The first day.
    pub from: DateDoc,
    /// The last day beyond doubt.
    pub until: DateDoc,
    /// The last day by another way of counting.
    pub check_until: DateDoc,
}

/// What stands beside every amount of a document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaveatDoc {
    /// Its name.
    pub id: Name,
    /// In Chinese.
    pub zh: Words,
    /// In English.
    pub en: Words,
}

/// `measure ID`: one thing the document offers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureDoc {
    /// Its title.
    pub title: TextDoc,
    /// The kinds of applicant it is for, if not as for the whole document.
    #[serde(rename = "for")]
    pub applicants: Option<Vec<Name>>,
    /// The condition.
    pub when: Option<Name>,
    /// The amount, or `none`, `unstated`, `elsewhere`; absent: none.
    pub pays: Option<Name>,
    /// Who pays, if not the issuer.
    pub paid_by: Option<TextDoc>,
    /// Where to apply, if not as for the whole document.
    pub apply: Option<TextDoc>,
    /// Where a sign departs from the word beside its number, with the reason.
    #[serde(default)]
    pub word: BTreeMap<Name, String>,
    /// Other readings of the text.
    #[serde(default)]
    pub reading: Vec<ReadingDoc>,
}

/// Another way to read the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingDoc {
    /// Its name.
    pub id: Name,
    /// What it says, in Chinese.
    pub zh: Words,
    /// What it says, in English.
    pub en: Words,
    /// The condition under this reading, if it differs.
    pub when: Option<Name>,
    /// The amount under this reading, if it differs.
    pub pays: Option<Name>,
}

/// `define`: names for conditions and amounts.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct DefineDoc {
    /// Each name with what it stands for.
    pub names: BTreeMap<Name, Defined>,
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub enum Defined {
    /// An expression on the applicant.
    Expression(Name),
    /// Expressions on the `row` of the list of that name.
    OfRows(BTreeMap<Name, Name>),
}

/// `combine ID`: how measures combine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CombineDoc {
    /// What it says.
    pub title: TextDoc,
    /// The measures it speaks of; absent: all of the document.
    pub among: Option<Vec<Name>>,
    /// It applies only where this holds.
    pub when: Option<Name>,
    /// Only the best of them is paid.
    pub highest: Option<Spanned<bool>>,
    /// They pay at most this together.
    pub at_most: Option<Name>,
    /// Each row of this list is used by one of them.
    pub once: Option<Name>,
    /// Measures named in this fact …
    pub named_in: Option<Name>,
    /// … give `nothing`, or what is settled `elsewhere`.
    pub gives: Option<Name>,
}

/// `note`: what a sentence is that grants nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteDoc {
    /// `direction`, `task`, `procedure`, `addressed`, `refers` or `form`; absent beneath a rule, where a note only
    /// accounts for numbers and for changes that change nothing.
    pub kind: Option<Name>,
    /// An explanation in Chinese.
    #[serde(default)]
    pub zh: String,
    /// An explanation in English.
    #[serde(default)]
    pub en: String,
    /// Numbers of the text that no rule uses, with the reason.
    #[serde(default)]
    pub numbers: BTreeMap<Name, String>,
    /// Changes to the rules beneath the same quotes that change nothing, with the reason.
    #[serde(default)]
    pub equivalent: BTreeMap<Name, String>,
}

/// `example`: a worked case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleDoc {
    /// What it shows, as a sentence.
    pub name: Name,
    /// What is known of the firm.
    pub given: BTreeMap<Name, toml::Value>,
    /// The day of assessment; absent: the day the document was checked.
    pub as_of: Option<DayDoc>,
    /// What must come out, for each measure or combine, and for `sum`.
    pub expect: Spanned<BTreeMap<Name, Name>>,
}

impl Defined {
    /// Its expressions as written.
    #[must_use]
    pub fn expressions(&self) -> Vec<&Name> {
        match self {
            Self::Expression(expression) => vec![expression],
            Self::OfRows(rows) => rows.values().collect(),
        }
    }
}

impl<'de> Deserialize<'de> for Defined {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Spanned::<DefinedValue>::deserialize(deserializer)?;
        let span = value.span().into();
        Ok(match value.into_inner() {
            DefinedValue::Expression(text) => Self::Expression(Name { text, span }),
            DefinedValue::OfRows(names) => Self::OfRows(names),
        })
    }
}

enum DefinedValue {
    Expression(String),
    OfRows(BTreeMap<Name, Name>),
}

impl<'de> Deserialize<'de> for DefinedValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DefinedVisitor)
    }
}

struct DefinedVisitor;

impl<'de> Visitor<'de> for DefinedVisitor {
    type Value = DefinedValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an expression in single quotes, or a table of them for the rows of a list")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(DefinedValue::Expression(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        BTreeMap::deserialize(MapAccessDeserializer::new(map)).map(DefinedValue::OfRows)
    }
}
