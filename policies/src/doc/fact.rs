//! The files of facts.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::value::{Name, TextDoc, Words};

/// A file of facts: one page of questions, which people answer from the same papers.
#[derive(Clone, Debug)]
pub struct FactFileDoc {
    /// The title of the page.
    pub page: TextDoc,
    /// Pages are asked from small to large.
    pub order: u16,
    /// The facts in the order of the file.
    pub facts: Vec<(Name, FactDoc)>,
}

/// A fact, or a column of a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactDoc {
    /// What kind of answer it takes.
    pub kind: Name,
    /// The question in Chinese.
    pub zh: Words,
    /// The question in English.
    pub en: Words,
    /// The label in results and arithmetic.
    pub short: TextDoc,
    /// What counts and where to find it.
    pub help: Option<TextDoc>,
    /// The unit of a quantity.
    pub unit: Option<Name>,
    /// The usual range of a quantity.
    pub plausible: Option<(Name, Name)>,
    /// The most a quantity can be.
    pub most: Option<Name>,
    /// The options of a choice.
    pub options: Option<Vec<OptionDoc>>,
    /// Of the kinds of applicant, those that are persons and no firm.
    pub persons: Option<Vec<Name>>,
    /// Whether the applicant can change the answer from now on.
    pub changeable: Option<bool>,
    /// The options of a choice that the applicant can bring about.
    pub changeable_to: Option<Vec<Name>>,
    /// The reference table that answers a choice.
    pub derived: Option<Name>,
    /// What one row of a list is called.
    pub item: Option<TextDoc>,
    /// The columns of a list, in the order of the file after [`FactDoc::columns_in_order`].
    pub columns: Option<BTreeMap<Name, FactDoc>>,
}

/// An option of a choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionDoc {
    /// Its name.
    pub id: Name,
    /// What a person reads, in Chinese.
    pub zh: Words,
    /// What a person reads, in English.
    pub en: Words,
}

impl FactDoc {
    /// The columns in the order of the file.
    #[must_use]
    pub fn columns_in_order(&self) -> Vec<(&Name, &FactDoc)> {
        let mut columns: Vec<_> = self.columns.iter().flatten().collect();
        columns.sort_by_key(|(name, _)| name.span.start);
        columns
    }
}

impl<'de> Deserialize<'de> for FactFileDoc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FactFileVisitor)
    }
}

struct FactFileVisitor;

impl<'de> Visitor<'de> for FactFileVisitor {
    type Value = FactFileDoc;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a page of facts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut page, mut order, mut facts) = (None, None, Vec::new());
        while let Some(name) = map.next_key::<Name>()? {
            match name.text.as_str() {
                "page" => page = Some(map.next_value()?),
                "order" => order = Some(map.next_value()?),
                _ => facts.push((name, map.next_value()?)),
            }
        }
        facts.sort_by_key(|(name, _): &(Name, FactDoc)| name.span.start);
        let page = page.ok_or_else(|| A::Error::missing_field("page"))?;
        let order = order.ok_or_else(|| A::Error::missing_field("order"))?;
        Ok(FactFileDoc { page, order, facts })
    }
}
