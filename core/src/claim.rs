//! Whether a document can be claimed under on a day: the second line of every result, apart from the outcome.

use crate::date::Date;
use crate::library::{Document, InForce};

/// Whether one can apply now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimable {
    /// Not yet in force.
    NotYet,
    /// In force.
    InForce,
    /// On this day it depends on how the period is counted: ask.
    Check,
    /// Expired.
    Expired,
}

/// Whether one can apply under the document on that day.
#[must_use]
pub fn claimable(document: &Document, as_of: Date) -> Claimable {
    let InForce { window, check_until } = document.in_force;
    if as_of < window.from {
        Claimable::NotYet
    } else if as_of <= window.until {
        Claimable::InForce
    } else if as_of <= check_until {
        Claimable::Check
    } else {
        Claimable::Expired
    }
}
