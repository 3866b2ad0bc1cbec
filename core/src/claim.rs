//! Whether a document can be claimed under on a day: the second line of every result, apart from the outcome.

use crate::date::Date;
use crate::library::{Document, InForce, Standing};

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
    /// A draft for comment: not on any day.
    Draft,
    /// The text does not say how long it is valid: ask.
    NotStated,
    /// A plan of work, under which nothing is granted.
    Background,
}

/// Whether one can apply under the document on that day.
#[must_use]
pub fn claimable(document: &Document, as_of: Date) -> Claimable {
    match document.standing {
        Standing::InForce(in_force) => on(in_force, as_of),
        Standing::Draft => Claimable::Draft,
        Standing::NotStated => Claimable::NotStated,
        Standing::Background => Claimable::Background,
    }
}

fn on(InForce { window, check_until }: InForce, as_of: Date) -> Claimable {
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
