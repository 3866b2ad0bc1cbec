//! The typed rules of all documents. Nothing in a library can fail any more.

use serde::Serialize;

use crate::date::Date;
use crate::expression::{Amount, Condition, Place};
use crate::fact::{Column, ColumnId, Fact, FactId, FactKind, List, ListId, Text};
use crate::interval::Interval;

/// All documents with the facts they need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// The day the rules were last checked against the official texts; the latest of all documents.
    pub checked: Option<Date>,
    /// The facts, by page and then in the order of their file.
    pub facts: Vec<Fact>,
    /// The pages of questions, in the order in which they are asked.
    pub pages: Vec<Text>,
    /// The documents.
    pub documents: Vec<Document>,
    /// The countries, by name.
    pub countries: Vec<Text>,
    /// The dated lists of countries.
    pub country_lists: Vec<CountryList>,
    /// What words of the texts mean.
    pub glossary: Vec<Term>,
    /// The rate of the dollar that a person may start from.
    pub usd_rate: Option<UsdRate>,
    /// The fact that holds the legal kinds of the applicant.
    pub applicant: Option<FactId>,
    /// The kinds of applicant that are persons and no firm, as bits of the options of that fact.
    pub persons: u64,
    /// The fact that holds the regions of registration.
    pub registered_in: Option<FactId>,
    /// What tells these rules from all others: see [`crate::pack::fingerprint`]. Absent where they were never packed.
    pub fingerprint: Option<String>,
}

/// A word of the texts and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The word, as the texts write it: 公共海外仓.
    pub name: String,
    /// What it means, in a sentence.
    pub text: Text,
    /// Where that is said.
    pub source: String,
}

/// What a dollar was worth over a year or two, to start from; nothing is ever worked out with it unless the person asks for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsdRate {
    /// The yuan for one dollar, from the cheapest to the dearest, above zero.
    pub yuan: Interval,
    /// Where it was taken from.
    pub source: Text,
    /// The day it was checked.
    pub checked: Date,
}

/// A dated list of countries, such as the members of a treaty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryList {
    /// Its name: `rcep`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Where it was taken from.
    pub source: String,
    /// The day it was checked against its source.
    pub checked: Date,
    /// Its entries; a country may stand in several.
    pub members: Vec<Member>,
}

/// An entry of a list of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// A place in [`Library::countries`].
    pub country: u16,
    /// The first day, if it was not always a member.
    pub from: Option<Date>,
    /// The last day, if it is no longer a member.
    pub until: Option<Date>,
    /// Whether it is beyond doubt.
    pub certain: bool,
}

/// One official document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The name of its folder: `lhasa-2024-17`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its number: 拉政发〔2024〕17号.
    pub number: String,
    /// Who issued it.
    pub issuer: Text,
    /// Its region: an option of [`Library::registered_in`].
    pub region: u8,
    /// Whether it can be claimed under.
    pub standing: Standing,
    /// Rows dated outside this window are dropped; absent: no row is dropped for its date.
    pub events: Option<Window>,
    /// One sentence for its banner.
    pub status_note: Text,
    /// Where to apply.
    pub apply: Text,
    /// Documents it refers to that are not loaded.
    pub not_loaded: Vec<Text>,
    /// What holds for every amount of the document, such as 年度总量控制.
    pub caveats: Vec<Text>,
    /// The day it was checked against the official text.
    pub checked: Date,
    /// The official text in order, in parts.
    pub quotes: Vec<Quote>,
    /// What it offers, in the order of the text.
    pub measures: Vec<Measure>,
    /// How measures combine.
    pub combines: Vec<Combine>,
    /// The columns of lists its rules speak of.
    pub columns: Vec<(ListId, ColumnId)>,
}

/// First and last day, both inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

/// Whether a document can be claimed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Within a period.
    InForce(InForce),
    /// A draft for comment (征求意见稿): nothing can be claimed under it.
    Draft,
    /// The text does not say how long it is valid: ask.
    NotStated,
    /// A plan of work: it grants nothing.
    Background,
}

/// When a document is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// First and last day that are beyond doubt.
    pub window: Window,
    /// The last day on which it may still be in force, by another way of counting.
    pub check_until: Date,
}

/// A part of the official text, at most one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, verbatim.
    pub text: String,
    /// The heading it stands under: 第二条 ….
    pub heading: String,
    /// Whether it begins a new paragraph of the official text.
    pub begins_paragraph: bool,
    /// The numbers in it, as byte ranges.
    pub numbers: Vec<(u32, u32)>,
    /// The words in it that are explained, as places in [`Library::glossary`], each once.
    pub terms: Vec<u16>,
    /// For a sentence that grants nothing: what it is.
    pub note: Option<Note>,
}

/// What a sentence is that grants nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its kind.
    pub kind: NoteKind,
    /// A word of explanation; may be empty.
    pub text: Text,
}

/// The kinds of sentences that grant nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A direction only.
    Direction,
    /// A task of a department.
    Task,
    /// How to apply, who interprets, when it begins.
    Procedure,
    /// Addressed to governments.
    Addressed,
    /// Refers to another policy.
    Refers,
    /// Headings, addressees, signatures, purpose.
    Form,
}

/// One thing the document offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name: `lhasa-02`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The quotes it rests on: a range of [`Document::quotes`].
    pub quotes: (u32, u32),
    /// The kinds of applicant it is for, as bits of the options of [`Library::applicant`].
    pub applicants: u64,
    /// What must hold; absent: nothing beyond the kind of applicant.
    pub when: Option<Condition>,
    /// What it pays.
    pub pays: Pays,
    /// Who pays, when it is not the issuer.
    pub paid_by: Option<Text>,
    /// Where to apply, when it is not as for the whole document.
    pub apply: Option<Text>,
    /// Other readings of the text.
    pub readings: Vec<Reading>,
}

/// What a measure pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pays {
    /// A formula and the kind its words give.
    Amount(Amount, Kind),
    /// No money.
    None,
    /// Money, but the text names no figure.
    Unstated,
    /// Another policy decides.
    Elsewhere,
}

/// How certain an amount is, from the words of the text; from most to least certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A fixed sum or rate.
    Exact,
    /// A rate, unit price or cost with 不超过 or 最高.
    Ceiling,
    /// A lump 最高N万元, or factors the authority weighs.
    Assessed,
    /// Another policy decides.
    Elsewhere,
    /// The text names no figure.
    Unstated,
    /// No money.
    None,
}

impl Pays {
    /// The formula, if there is one.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount, _) => Some(amount),
            Self::None | Self::Unstated | Self::Elsewhere => None,
        }
    }

    /// How certain the amount is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Amount(_, kind) => *kind,
            Self::None => Kind::None,
            Self::Unstated => Kind::Unstated,
            Self::Elsewhere => Kind::Elsewhere,
        }
    }
}

/// Another way to read the text of a measure. It never widens an estimate and never enters a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its name.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// The condition under this reading; absent: as by default.
    pub when: Option<Condition>,
    /// Whether that is asked besides the condition of the measure, and not in its place.
    pub besides: bool,
    /// The amount under this reading; absent: as by default.
    pub pays: Option<Amount>,
}

/// A rule on how measures combine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combine {
    /// Its name.
    pub id: String,
    /// What it says.
    pub title: Text,
    /// The quotes it rests on: a range of [`Document::quotes`].
    pub quotes: (u32, u32),
    /// The measures it speaks of, as places in [`Document::measures`].
    pub among: Vec<u16>,
    /// It applies only where this holds.
    pub when: Option<Condition>,
    /// What it does.
    pub rule: CombineRule,
}

/// What a combine does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CombineRule {
    /// Only the best of them is paid.
    Highest,
    /// They pay at most this together.
    AtMost(Amount),
    /// Each row of the list is used by one of them.
    Once(FactId),
    /// Measures named in this fact give nothing, or what another arrangement says.
    NamedIn(FactId, Gives),
}

/// What a measure gives that the applicant has named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Nothing: already supported.
    Nothing,
    /// What the other arrangement says, such as a 一事一议 agreement.
    Elsewhere,
}

impl Library {
    /// The fact at that place.
    #[must_use]
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get(usize::from(id.0))
    }

    /// The list at that place.
    #[must_use]
    pub fn list(&self, id: ListId) -> Option<&List> {
        let list = self.fact(id.fact)?.kind.list()?;
        match id.inner {
            None => Some(list),
            Some(column) => list.column(column)?.kind.list(),
        }
    }

    /// The column of the list of the row at hand.
    #[must_use]
    pub fn column(&self, at_hand: Option<ListId>, column: ColumnId) -> Option<&Column> {
        self.list(at_hand?)?.column(column)
    }

    /// The kind of answer at a place; `at_hand` is the list of the row at hand.
    #[must_use]
    pub fn kind(&self, place: Place, at_hand: Option<ListId>) -> Option<&FactKind> {
        match place {
            Place::Fact(fact) => self.fact(fact).map(|fact| &fact.kind),
            Place::Column(column) => self.column(at_hand, column).map(|column| &column.kind),
        }
    }

    /// The fact of that name.
    #[must_use]
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        let place = self.facts.iter().position(|fact| fact.name == name)?;
        u16::try_from(place).ok().map(FactId)
    }

    /// The document of that id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// Every measure with its document, in order.
    pub fn measures(&self) -> impl Iterator<Item = (&Document, &Measure)> {
        self.documents.iter().flat_map(|document| document.measures.iter().map(move |measure| (document, measure)))
    }
}

impl Standing {
    /// When it is in force, if that is known.
    #[must_use]
    pub fn in_force(self) -> Option<InForce> {
        match self {
            Self::InForce(in_force) => Some(in_force),
            Self::Draft | Self::NotStated | Self::Background => None,
        }
    }
}

impl Document {
    /// The quotes in a range such as [`Measure::quotes`].
    #[must_use]
    pub fn quotes_in(&self, (from, to): (u32, u32)) -> &[Quote] {
        self.quotes.get(from as usize..to as usize).unwrap_or(&[])
    }
}
