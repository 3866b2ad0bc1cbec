//! Small signs beside words; the words alone say everything.

use mingbai_core::claim::Claimable;
use mingbai_core::measure::Outcome;

use super::element::{El, el};
use crate::view_model::Mark;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A tick.
    Tick,
    /// A cross.
    Cross,
    /// A question mark.
    Question,
    /// An exclamation mark.
    Attention,
    /// A dash.
    Dash,
    /// A pair of scales: somebody else decides.
    Scales,
}

impl From<Outcome> for Sign {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Qualifies => Self::Tick,
            Outcome::SubjectToReview => Self::Scales,
            Outcome::NeedsAnswers => Self::Question,
            Outcome::DoesNotQualify => Self::Cross,
            Outcome::NotApplicable => Self::Dash,
        }
    }
}

impl From<Mark> for Sign {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Met => Self::Tick,
            Mark::NotMet => Self::Cross,
            Mark::Open => Self::Question,
        }
    }
}

impl From<Claimable> for Sign {
    fn from(claimable: Claimable) -> Self {
        match claimable {
            Claimable::InForce => Self::Tick,
            Claimable::Check | Claimable::NotYet | Claimable::NotStated => Self::Attention,
            Claimable::Expired | Claimable::Draft => Self::Cross,
            Claimable::Background => Self::Dash,
        }
    }
}

/// A sign, hidden from screen readers.
#[inline(never)]
pub(super) fn icon(sign: Sign) -> El {
    let line = el("path", "")
        .attr("d", path(sign))
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("stroke-width", "2.4")
        .attr("stroke-linecap", "round")
        .attr("stroke-linejoin", "round");
    el("svg", "icon").attr("viewBox", "0 0 20 20").attr("aria-hidden", "true").attr("focusable", "false").with(line)
}

fn path(sign: Sign) -> &'static str {
    match sign {
        Sign::Tick => "M4 10.5 8.2 15 16 5.5",
        Sign::Cross => "M5 5 15 15M15 5 5 15",
        Sign::Question => "M6.5 7a3.5 3.5 0 1 1 4.8 3.3c-.9.4-1.3 1-1.3 2M10 16v.1",
        Sign::Attention => "M10 4v7.5M10 16v.1",
        Sign::Dash => "M4.5 10h11",
        Sign::Scales => "M10 3.5v13M6 16.5h8M3.5 6h13M3.5 6 1.8 11h3.4zM16.5 6l-1.7 5h3.4z",
    }
}
