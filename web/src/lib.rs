//! The questionnaire of Mingbai: questions, answers, results, in the browser and nowhere else.
//!
//! ```text
//! boundary ── pack, options ──▶ session ──▶ view
//!                                  ▲          │
//!                                  └─ Action ─┘
//! ```
//!
//! Only [`boundary`] knows JavaScript. [`session`], [`flow`], [`input`] and [`view_model`] are pure and tested natively.

pub mod text;
pub mod format;
pub mod input;
pub mod view_model;
pub mod view;
