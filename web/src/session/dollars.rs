//! Renminbi in place of dollars: what was typed beside a field for dollars, and the range it comes to. It is an answer only once the person takes it over.

use mingbai_core::expression::Place;
use mingbai_core::fact::{FactKind, ListId};
use mingbai_core::interval::Interval;
use mingbai_core::library::UsdRate;
use mingbai_core::quantity::{QuantityError, Unit};
use mingbai_core::rate::{dollars, lines_across};
use rust_decimal::Decimal;

use super::{Field, Session};
use crate::input::{self, InputError};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dollars {
    /// The rate, once it is no longer the one that is offered.
    rate: Option<String>,
    /// The sum in renminbi, beside the field it is for.
    yuan: Option<(Field, String)>,
    /// The person has finished typing: errors may be shown.
    settled: bool,
}

/// What renminbi come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InDollars {
    /// The dollars.
    pub range: Interval,
    /// The numbers that the documents of the regions compare the answer with and that lie inside.
    pub lines: Vec<Decimal>,
}

/// Why they come to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDollars {
    /// The sum cannot be read.
    Sum(InputError),
    /// The rate cannot be one.
    Rate,
}

impl Session {
    /// The rate that is offered, if the field is one for dollars.
    #[must_use]
    pub fn offered_rate(&self, field: Field) -> Option<&UsdRate> {
        let dollars = self.kind(field).and_then(FactKind::unit) == Some(Unit::Dollar);
        self.library.usd_rate.as_ref().filter(|_| dollars)
    }

    /// The rate as it stands in its field: yuan for one dollar.
    #[must_use]
    pub fn rate_text(&self) -> String {
        let offered = || self.library.usd_rate.as_ref().map_or_else(String::new, |rate| input::quantity_text(rate.yuan, Unit::Yuan));
        self.dollars.rate.clone().unwrap_or_else(offered)
    }

    /// The renminbi typed beside the field.
    #[must_use]
    pub fn yuan_text(&self, field: Field) -> &str {
        self.dollars.yuan.as_ref().filter(|(at, _)| *at == field).map_or("", |(_, text)| text)
    }

    /// What the renminbi typed beside the field come to; nothing while there are none.
    ///
    /// # Errors
    /// A [`NoDollars`] that says what to mend.
    pub fn in_dollars(&self, field: Field) -> Result<Option<InDollars>, NoDollars> {
        let Some(yuan) = input::quantity(self.yuan_text(field), Unit::Yuan).map_err(NoDollars::Sum)? else { return Ok(None) };
        let rate = input::quantity(&self.rate_text(), Unit::Yuan).ok().flatten().filter(is_rate).ok_or(NoDollars::Rate)?;
        let range = dollars(yuan, rate).ok_or(NoDollars::Sum(InputError::Quantity(QuantityError::TooLarge)))?;
        Ok(Some(InDollars { range, lines: self.lines(field, range) }))
    }

    /// Whether errors may be shown beside the renminbi.
    #[must_use]
    pub fn yuan_settled(&self) -> bool {
        self.dollars.settled
    }

    pub(super) fn type_yuan(&mut self, field: Field, text: String) {
        self.dollars.yuan = Some((field, text));
        self.dollars.settled = false;
    }

    pub(super) fn type_rate(&mut self, text: String) {
        self.dollars.rate = Some(text);
        self.dollars.settled = false;
    }

    pub(super) fn settle_yuan(&mut self) {
        self.dollars.settled = true;
    }

    fn lines(&self, field: Field, range: Interval) -> Vec<Decimal> {
        let (place, list) = place(field);
        let mut lines = Vec::new();
        for document in &self.library.documents {
            if self.regions.have(document) {
                lines.extend(lines_across(document, place, list, range));
            }
        }
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

/// Between one yuan and a hundred: what is outside is no rate, or one the other way round.
fn is_rate(rate: &Interval) -> bool {
    rate.low >= Decimal::ONE && rate.high.is_some_and(|high| high <= Decimal::ONE_HUNDRED)
}

/// Where the rules look for the answer in the field.
fn place(field: Field) -> (Place, Option<ListId>) {
    let fact = field.fact;
    match (field.cell, field.inner) {
        (Some((_, outer)), Some((_, column))) => (Place::Column(column), Some(ListId { fact, inner: Some(outer) })),
        (Some((_, column)), None) => (Place::Column(column), Some(ListId { fact, inner: None })),
        (None, _) => (Place::Fact(fact), None),
    }
}
