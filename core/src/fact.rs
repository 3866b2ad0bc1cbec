//! Facts: the typed things we may know about an applicant, and how each is asked.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::interval::Interval;
use crate::quantity::Unit;

/// The same words in Chinese and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The place of a fact in [`crate::Library::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u16);

/// One fact: one question, asked once however many measures need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name in policy files and answers.
    pub name: String,
    /// What kind of answer it takes.
    pub kind: FactKind,
    /// How it is put to a person.
    pub wording: Wording,
    /// What the applicant can make of it.
    pub changeable: Changeable,
    /// The page of questions it stands on: an index into [`crate::Library::pages`].
    pub page: u16,
}

/// What an applicant can make of an answer by acting otherwise from now on. What lies in the past, what the applicant is, and
/// what an authority decides cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changeable {
    /// Nothing.
    No,
    /// Any other answer; of a quantity or a yes-or-no.
    Freely,
    /// One of these options of a choice, as bits.
    To(u64),
}

/// How a fact or a column is put to a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The question.
    pub question: Text,
    /// The label in lists, results and arithmetic.
    pub short: Text,
    /// What counts and where to find it; may be empty.
    pub help: Text,
}

/// What kind of answer a fact takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// One of several options.
    Choice(Choice),
    /// Any number of several options, at most 64.
    Choices(Vec<Opt>),
    /// A number of units.
    Quantity(Quantity),
    /// A day.
    Date,
    /// Whether the authority has recognised something (经…认定).
    Recognition,
    /// Any number of rows.
    List(List),
    /// A few words, such as a name; of columns only.
    Text,
    /// A country: a place in [`crate::Library::countries`].
    Country,
    /// Any number of measures of the library, named by the applicant.
    Measures,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opt {
    /// The name in policy files and answers.
    pub name: String,
    /// What a person reads.
    pub text: Text,
}

/// A choice of one option; at most 64 options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The options in the order in which they are shown.
    pub options: Vec<Opt>,
    /// The reference table that gives the answer where it is not given directly.
    pub derived: Option<SizeTable>,
}

/// A quantity and what is usual for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The base unit.
    pub unit: Unit,
    /// The usual range; an answer outside only earns a warning.
    pub plausible: Option<(Decimal, Decimal)>,
    /// The most it can be, by its nature or by the text: a year has 12 months. An answer above is refused.
    pub most: Option<Decimal>,
}

/// A list of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What one row is called: 一次参展.
    pub item: Text,
    /// The columns, at most 64.
    pub columns: Vec<Column>,
    /// The column that dates a row, if rows are dated.
    pub date: Option<ColumnId>,
}

/// The place of a column in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub u8);

/// A list: that of a fact, or one in a column of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListId {
    /// The list fact.
    pub fact: FactId,
    /// The column that holds the list, for a list inside a list.
    pub inner: Option<ColumnId>,
}

/// One column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in policy files and answers.
    pub name: String,
    /// What kind of answer it takes. A list in a column has no further lists in its columns.
    pub kind: FactKind,
    /// How it is put to a person.
    pub wording: Wording,
    /// What the applicant can make of it in a row that is not past.
    pub changeable: Changeable,
}

/// A table that sorts firms into sizes by industry, such as 工信部联企业〔2011〕300号.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeTable {
    /// Its title.
    pub title: Text,
    /// The choice that picks the row.
    pub industry: FactId,
    /// One row for each option of `industry`, in the same order.
    pub rows: Vec<Vec<Tier>>,
    /// The option where no tier is reached.
    pub below: u8,
}

/// One size: reached when every fact is at least its limit. Tiers stand from large to small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The option this tier gives.
    pub option: u8,
    /// Lower limits, all of which must be reached.
    pub limits: Vec<(FactId, Decimal)>,
}

impl Quantity {
    /// The largest value an answer may have.
    #[must_use]
    pub fn bound(&self) -> Decimal {
        self.most.unwrap_or_else(|| self.unit.bound())
    }

    /// Whether no value of the range is above [`Quantity::most`]; a range without an upper end ends there.
    #[must_use]
    pub fn admits(&self, range: Interval) -> bool {
        self.most.is_none_or(|most| range.high.unwrap_or(range.low) <= most)
    }
}

impl List {
    /// The column at that place.
    #[must_use]
    pub fn column(&self, id: ColumnId) -> Option<&Column> {
        self.columns.get(usize::from(id.0))
    }
}

impl FactKind {
    /// The unit, for a quantity.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Quantity(quantity) => Some(quantity.unit),
            _ => None,
        }
    }

    /// The options, for a choice of one or of several.
    #[must_use]
    pub fn options(&self) -> &[Opt] {
        match self {
            Self::Choice(choice) => &choice.options,
            Self::Choices(options) => options,
            _ => &[],
        }
    }

    /// The list, for a list.
    #[must_use]
    pub fn list(&self) -> Option<&List> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }
}
