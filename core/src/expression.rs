//! Conditions and amounts: the whole of what a rule can say, already typed.

use rust_decimal::Decimal;

use crate::fact::{ColumnId, FactId, ListId};
use crate::quantity::Unit;

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
    /// A yes/no fact or column is yes.
    Holds(Place),
    /// Two amounts of one unit compare.
    Compare(Box<Comparison>),
    /// The answer to a choice is (for several: includes) one of the options, given as bits.
    OneOf(Place, u64),
    /// The authority has recognised it.
    Recognised(Place),
    /// A line is reached that was never reached before.
    FirstReaches(Box<FirstReaches>),
    /// A country stands in a reference list on a day.
    Listed(Box<Listed>),
}

/// `left sign right`, both of one unit, neither with `up to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The left side.
    pub left: Amount,
    /// How they compare.
    pub sign: Sign,
    /// The right side.
    pub right: Amount,
}

/// `before < threshold` and `value >= threshold`, all of one unit, none with `up to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstReaches {
    /// What reaches the line now.
    pub value: Amount,
    /// The line.
    pub threshold: Amount,
    /// The most there was before.
    pub before: Amount,
}

/// Whether a country stands in a reference list on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// A country.
    pub country: Place,
    /// The list.
    pub list: CountryListId,
    /// A day.
    pub on: Place,
}

/// The place of a list in [`crate::Library::country_lists`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryListId(pub u8);

/// How two amounts compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 以上、达到、不少于.
    AtLeast,
    /// 超过.
    MoreThan,
    /// （含）以下.
    AtMost,
    /// 不满.
    LessThan,
    /// Equal.
    Equal,
}

impl Sign {
    /// Whether a larger left side helps.
    #[must_use]
    pub fn is_upward(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }

    /// The sign that holds where this one does not; none for “not equal”.
    #[must_use]
    pub fn opposite(self) -> Option<Self> {
        match self {
            Self::AtLeast => Some(Self::LessThan),
            Self::MoreThan => Some(Self::AtMost),
            Self::AtMost => Some(Self::MoreThan),
            Self::LessThan => Some(Self::AtLeast),
            Self::Equal => None,
        }
    }

    /// As policy files write it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
            Self::Equal => "=",
        }
    }
}

/// Where an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A fact of the applicant.
    Fact(FactId),
    /// A column of the row at hand: the innermost one.
    Column(ColumnId),
}

/// How much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number of the text.
    Literal(Decimal, Unit),
    /// An answer.
    Place(Place),
    /// The sum of the parts.
    Sum(Vec<Amount>),
    /// The first less the second, which may be below zero.
    Minus(Box<Amount>, Box<Amount>),
    /// The product of the parts.
    Product(Vec<Amount>),
    /// The larger of the two.
    BetterOf(Box<Amount>, Box<Amount>),
    /// The first, but not more than the second, which counts as zero where it is below zero.
    AtMost(Box<Amount>, Box<Amount>),
    /// Anything from nothing to this.
    UpTo(Box<Amount>, Certainty),
    /// Added up over the rows of a list.
    Total(Box<Total>),
}

/// Why an amount is open downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// 不超过、最高: a ceiling by formula.
    Ceiling,
    /// The authority weighs it.
    Assessed,
}

/// An amount added up over rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The rows.
    pub list: Rows,
    /// The amount of one row.
    pub each: Amount,
    /// Which rows count; absent: all.
    pub filter: Option<Condition>,
    /// Of the rows with the same answer in this column, a text or a choice, only the best counts; not with `yearly`.
    pub one_per: Option<ColumnId>,
    /// Only the largest so many rows count; not with `yearly`.
    pub largest: Option<u16>,
    /// At most this for each calendar year of the rows.
    pub yearly: Option<Amount>,
}

/// The rows that are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Those of a list.
    Fact(FactId),
    /// Those of a list in a column of the row at hand.
    Column(ColumnId),
}

impl Rows {
    /// The list; `at_hand` is the list of the row at hand. A list inside a list holds no further lists.
    #[must_use]
    pub fn list(self, at_hand: Option<ListId>) -> Option<ListId> {
        match (self, at_hand) {
            (Self::Fact(fact), _) => Some(ListId { fact, inner: None }),
            (Self::Column(column), Some(ListId { fact, inner: None })) => Some(ListId { fact, inner: Some(column) }),
            (Self::Column(_), _) => None,
        }
    }

    /// The list fact, unless it is that of the row at hand.
    #[must_use]
    pub fn fact(self) -> Option<FactId> {
        match self {
            Self::Fact(fact) => Some(fact),
            Self::Column(_) => None,
        }
    }
}
