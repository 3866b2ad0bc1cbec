//! Conditions and amounts: the whole of what a rule can say, already typed.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::fact::{ColumnId, FactId};
use crate::quantity::Unit;

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    Recognised(FactId),
}

/// `left sign right`, both of one unit, neither with `up to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The left side.
    pub left: Amount,
    /// How they compare.
    pub sign: Sign,
    /// The right side.
    pub right: Amount,
}

/// How two amounts compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// A fact of the applicant.
    Fact(FactId),
    /// A column of the row at hand.
    Column(ColumnId),
}

/// How much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// A number of the text.
    Literal(Decimal, Unit),
    /// An answer.
    Place(Place),
    /// The sum of the parts.
    Sum(Vec<Amount>),
    /// The product of the parts.
    Product(Vec<Amount>),
    /// The first, but not more than the second.
    AtMost(Box<Amount>, Box<Amount>),
    /// Anything from nothing to this.
    UpTo(Box<Amount>, Certainty),
    /// Added up over the rows of a list.
    Total(Box<Total>),
}

/// Why an amount is open downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// 不超过、最高: a ceiling by formula.
    Ceiling,
    /// The authority weighs it.
    Assessed,
}

/// An amount added up over rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// The list.
    pub list: FactId,
    /// The amount of one row.
    pub each: Amount,
    /// Which rows count; absent: all.
    pub filter: Option<Condition>,
    /// Only the largest so many rows count.
    pub largest: Option<u16>,
    /// At most this for each calendar year of the rows.
    pub yearly: Option<Amount>,
}
