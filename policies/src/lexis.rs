//! The numbers of Chinese official text: what each says, and which are no parameters of a rule.
//!
//! Full-width and half-width figures, 万 and 亿, ％ and Chinese numerals before a unit come out alike,
//! so that a rule's `100万元` is found in `１００ 万元` and in `一百万元`.

mod classes;
mod normalise;
mod numerals;
mod units;
mod words;

use std::ops::Range;

use rust_decimal::Decimal;

pub use classes::Class;
use normalise::Plain;
pub use words::Meaning;

/// A number with its unit, and the words beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Where it stands, in bytes of the text; the unit is part of it.
    pub span: Range<usize>,
    /// Its value in units of `unit`; `30%` is 30.
    pub value: Decimal,
    /// The one name of its unit, such as 元, ㎡, 个月 or %; empty for a bare number.
    pub unit: &'static str,
    /// What the words beside it say; empty when nothing.
    pub meanings: Vec<Meaning>,
    /// Whether （含） says that the number itself is inside.
    pub included: bool,
    /// The number with those words, in bytes of the text: `300万美元以上`.
    pub phrase: Range<usize>,
}

/// A number that no rule is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// Why.
    pub class: Class,
}

/// Every number of a text, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Those a rule may rest on.
    pub kept: Vec<Numeral>,
    /// Those dropped by their class.
    pub dropped: Vec<Dropped>,
}

impl Numeral {
    /// Whether it is the same number of the same thing; a bare number is a number of anything that is counted.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let bare = |one: &Self, two: &Self| one.unit.is_empty() && !MEASURED.contains(&two.unit);
        self.value == other.value && (self.unit == other.unit || bare(self, other) || bare(other, self))
    }
}

/// Units that are always written.
const MEASURED: [&str; 10] = ["元", "美元", "日元", "港元", "欧元", "%", "㎡", "年", "个月", "天"];

/// Finds every number of a text.
#[must_use]
pub fn numbers(text: &str) -> Numbers {
    let plain = Plain::of(text);
    let mut found = Vec::new();
    let mut dropped = Vec::new();
    let mut at = 0;
    while let Some(next) = plain.from(at).chars().next() {
        at = if let Some((end, class)) = classes::class_at(&plain, at) {
            dropped.push(Dropped { span: plain.source(at..end), class });
            end
        } else if let Some(number) = numerals::number_at(&plain, at) {
            let end = number.span.end;
            found.push(number);
            end
        } else {
            at + next.len_utf8()
        };
    }
    numerals::share_units_in_ranges(&plain, &mut found);
    let spans: Vec<Range<usize>> = found.iter().map(|number| number.span.clone()).collect();
    let kept = found.into_iter().enumerate().filter_map(|(place, number)| {
        let beside = words::beside(&plain, &spans, place)?;
        Some(Numeral {
            span: plain.source(number.span),
            value: number.value,
            unit: number.unit,
            meanings: beside.meanings,
            included: beside.included,
            phrase: plain.source(beside.phrase),
        })
    });
    Numbers { kept: kept.collect(), dropped }
}

#[cfg(test)]
mod tests;
