//! What is wrong with answers from outside, and where.

use core::fmt;

use rust_decimal::Decimal;

use crate::fact::Text;
use crate::quantity::{QuantityError, Shown, Unit};

/// A complaint about answers, with the field it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerError {
    /// The field: `exhibitions[2].booth`.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The answers are not an object of facts.
    NotAnObject,
    /// No fact, column, option or measure has this name.
    UnknownName(String),
    /// The same name stands twice.
    Twice,
    /// Another kind of answer is needed; the text says which.
    Needs(Text),
    /// The quantity cannot be read.
    Quantity(QuantityError),
    /// More than the quantity can be: so much.
    AboveMost(Decimal, Unit),
    /// The low end of the range is above the upper end.
    RangeReversed,
    /// More rows than a list may have: so many.
    TooManyRows(usize),
}

impl Problem {
    pub(super) fn needs(zh: &str, en: &str) -> Self {
        Self::Needs(Text { zh: zh.to_owned(), en: en.to_owned() })
    }

    /// The problem in words.
    #[must_use]
    pub fn text(&self) -> Text {
        let (zh, en) = match self {
            Self::NotAnObject => ("须是以事实名称为键的对象", "must be an object with the names of facts as keys"),
            Self::UnknownName(name) => {
                return Text { zh: format!("没有名为“{name}”的项目"), en: format!("nothing is named `{name}`") };
            }
            Self::Twice => ("同一名称出现了两次", "the same name stands twice"),
            Self::Needs(text) => return text.clone(),
            Self::Quantity(error) => quantity(*error),
            Self::AboveMost(most, unit) => {
                let most = Shown(*most, *unit);
                return Text { zh: format!("最多填{most}"), en: format!("at most {most}") };
            }
            Self::RangeReversed => ("范围的下限大于上限", "the low end of the range is above the upper end"),
            Self::TooManyRows(most) => {
                return Text { zh: format!("最多填{most}行"), en: format!("at most {most} rows") };
            }
        };
        Text { zh: zh.to_owned(), en: en.to_owned() }
    }
}

fn quantity(error: QuantityError) -> (&'static str, &'static str) {
    match error {
        QuantityError::Empty => ("请填写数字", "enter a number"),
        QuantityError::NotANumber => ("看不懂这个数字，请按“120万元”或“1200000”这样填写", "not a number; write it as 120万元 or 1200000"),
        QuantityError::OtherUnit => ("单位不对", "another unit is needed"),
        QuantityError::Negative => ("不能是负数", "must not be below zero"),
        QuantityError::TooLarge => ("数字过大", "the number is too large"),
        QuantityError::TooPrecise => ("小数位数过多", "too many decimal places"),
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Text { zh, en } = self.problem.text();
        if self.field.is_empty() { write!(f, "{zh} ({en})") } else { write!(f, "{}: {zh} ({en})", self.field) }
    }
}
