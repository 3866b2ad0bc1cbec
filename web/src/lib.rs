//! The questionnaire of Mingbai: questions, answers, results, in the browser and nowhere else.
//!
//! ```text
//! boundary ── pack, options ──▶ session ──▶ view
//!                                  ▲          │
//!                                  └─ Action ─┘
//! ```
//!
//! Only [`boundary`] knows JavaScript. Everything between it and [`view`] is pure and tested natively.

pub mod boundary;
pub mod clock;
pub mod flow;
pub mod format;
pub mod input;
pub mod saved;
pub mod session;
pub mod text;
pub mod view;
pub mod view_model;
