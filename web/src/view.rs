//! What a person sees: one component a file, no logic of its own.

mod advice;
pub mod app;
pub mod as_of;
pub mod banner;
pub mod card;
pub mod check;
pub mod check_page;
pub mod chosen;
pub mod clause;
pub mod comparison;
mod dollars;
mod element;
mod glossary;
pub mod head;
pub mod icon;
pub mod listed;
pub mod live;
pub mod named;
pub mod notice;
mod pause;
pub mod progress;
pub mod questions_page;
pub mod reasons;
pub mod regions;
pub mod result;
pub mod result_page;
pub mod row;
pub mod sums;
pub mod tools;
pub mod typed;
pub mod visit;
mod window;
pub mod wording;
pub mod working;
mod years;

#[cfg(test)]
mod tests;
