//! What a person sees: one component a file, no logic of its own.

pub mod as_of;
pub mod banner;
pub mod card;
pub mod check;
pub mod clause;
pub mod icon;
pub mod live;
pub mod reasons;
pub mod result;
pub mod sums;
pub mod working;
