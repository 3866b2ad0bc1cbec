//! The files of reference tables, countries, lists of countries, terms and the rate of the dollar.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::value::{DateDoc, Name, TextDoc, Words};

/// A reference table that sorts firms into sizes by industry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableDoc {
    /// Its name.
    pub id: Name,
    /// Its title.
    pub title: TextDoc,
    /// Its number and issuers.
    pub source: Words,
    /// The day it was checked against the official text.
    pub checked: DateDoc,
    /// The choice that picks the row.
    pub industry: Name,
    /// The sizes from large to small: options of the fact that is derived.
    pub tiers: Vec<Name>,
    /// The option where no size is reached.
    pub below: Name,
    /// For each option of `industry`, for each size, the lower limits.
    pub rows: BTreeMap<Name, BTreeMap<Name, BTreeMap<Name, Name>>>,
}

/// The countries and regions that answers name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountriesDoc {
    /// Its name.
    pub id: Name,
    /// Its title.
    pub title: TextDoc,
    /// Where the names are taken from.
    pub source: Words,
    /// The day it was checked against its source.
    pub checked: DateDoc,
    /// The countries and regions, in the order in which they are offered.
    pub countries: Vec<CountryDoc>,
}

/// A country or region.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryDoc {
    /// Its Chinese name, by which answers and lists call it.
    pub zh: Name,
    /// Its English name.
    pub en: Words,
}

/// A list of countries, each with the days on which it is a member.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListDoc {
    /// Its name.
    pub id: Name,
    /// Its title.
    pub title: TextDoc,
    /// Who keeps it.
    pub source: Words,
    /// The day it was checked against its source.
    pub checked: DateDoc,
    /// Its members.
    pub members: Vec<MemberDoc>,
}

/// A country on a list. Several entries may speak of one country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberDoc {
    /// The country, by its Chinese name.
    pub country: Name,
    /// The first day; absent: always.
    pub from: Option<DateDoc>,
    /// The last day; absent: still.
    pub until: Option<DateDoc>,
    /// Whether it is beyond doubt that the country is a member on these days.
    #[serde(default = "certain")]
    pub certain: bool,
}

/// Words of the texts with what they mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryDoc {
    /// Its name.
    pub id: Name,
    /// Its title.
    pub title: TextDoc,
    /// Where the meanings are taken from, unless a term says otherwise.
    pub source: Words,
    /// The day it was checked against its sources.
    pub checked: DateDoc,
    /// The words.
    pub terms: Vec<TermDoc>,
}

/// A word of the texts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermDoc {
    /// The word, as the texts write it.
    pub name: Name,
    /// What it means, in Chinese.
    pub zh: Words,
    /// What it means, in English.
    pub en: Words,
    /// Where this meaning is taken from.
    pub source: Option<Words>,
}

/// What a dollar is worth, roughly.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateDoc {
    /// Its name.
    pub id: Name,
    /// Its title.
    pub title: TextDoc,
    /// Where it was taken from, and what it is good for.
    pub source: TextDoc,
    /// The day it was checked against its source.
    pub checked: DateDoc,
    /// The yuan for one dollar at its cheapest.
    pub low: Name,
    /// The yuan for one dollar at its dearest.
    pub high: Name,
}

fn certain() -> bool {
    true
}
