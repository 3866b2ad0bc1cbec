//! The words of the results.

#[cfg(feature = "english")]
pub(crate) mod en;
pub(crate) mod zh;

use crate::list::words;
use crate::template::{Counted, Template};

words! {
    /// The words of results.
    pub struct Results {
        pub disclaimer: &'static str,
        /// Between parts of a list.
        pub comma: &'static str,
        /// Between a name and what is said of it.
        pub colon: &'static str,
        pub quoted: Template<1>,
        pub claim: Claim,
        pub outcome: Outcomes,
        pub summary: Summaries,
        pub amount: Amounts,
        pub sums: SumWords,
        pub comparison: ComparisonWords,
        pub card: CardWords,
        pub reason: Reasons,
        pub advice: AdviceWords,
        pub rows: RowWords,
        pub together: Together,
        pub answer: AnswerWords,
    }

    /// Whether one can apply now, and the day it is judged by.
    pub struct Claim {
        pub in_force: &'static str,
        pub check: &'static str,
        pub expired: &'static str,
        pub not_yet: &'static str,
        pub check_means: &'static str,
        pub expired_means: &'static str,
        pub not_yet_means: &'static str,
        pub draft: &'static str,
        pub draft_means: &'static str,
        pub draft_card: &'static str,
        pub not_stated: &'static str,
        pub not_stated_means: &'static str,
        pub background: &'static str,
        pub background_means: &'static str,
        pub period: Template<2>,
        pub checked: Template<1>,
        /// The fingerprint of the rules and the version of the engine.
        pub rules: Template<2>,
        pub as_of: &'static str,
        pub as_of_help: &'static str,
        pub as_of_error: &'static str,
        pub as_of_set: &'static str,
        pub not_loaded: &'static str,
        pub caveats: &'static str,
    }

    /// The outcomes.
    pub struct Outcomes {
        pub qualifies: &'static str,
        pub review: &'static str,
        pub needs: &'static str,
        pub not: &'static str,
        pub not_applicable: &'static str,
        /// How many measures: `3项`.
        pub count: Counted,
    }

    /// One sentence on an outcome.
    pub struct Summaries {
        pub qualifies: &'static str,
        pub no_condition: &'static str,
        pub authority: &'static str,
        pub text: &'static str,
        pub text_and_authority: &'static str,
        /// A country of which it is not certain that a reference list holds it.
        pub list: &'static str,
        /// A reading under which the measure is not met, in its own words.
        pub denied_by: Template<1>,
        /// Where what was entered comes to exactly nothing.
        pub nothing: &'static str,
        pub direction: &'static str,
        pub needs: Template<1>,
        pub closer: Template<1>,
        pub not: &'static str,
        pub not_by_rows: &'static str,
        pub other_applicant: Template<1>,
        pub no_rows: Template<1>,
        pub settled: Template<1>,
    }

    /// Amounts and how certain they are.
    pub struct Amounts {
        pub most: Template<1>,
        pub most_range: Template<1>,
        pub not_above: Template<1>,
        pub open: &'static str,
        pub elsewhere: &'static str,
        pub unstated: &'static str,
        pub none: &'static str,
        pub exact_note: &'static str,
        pub ceiling_note: &'static str,
        pub assessed_note: &'static str,
        pub paid_by: Template<1>,
    }

    /// The three sums.
    pub struct SumWords {
        pub title: &'static str,
        pub help: &'static str,
        pub exact: &'static str,
        pub exact_help: &'static str,
        pub ceiling: &'static str,
        pub ceiling_help: &'static str,
        pub assessed: &'static str,
        pub assessed_help: &'static str,
        pub nothing: &'static str,
        /// Where only one measure is told of.
        pub only: &'static str,
        pub wide: &'static str,
        /// The rules on how measures combine.
        pub together: &'static str,
        pub beside: &'static str,
    }

    /// Several documents side by side.
    pub struct ComparisonWords {
        pub title: &'static str,
        pub region: &'static str,
        pub status: &'static str,
        pub registered: Template<1>,
    }

    /// The parts of a card.
    pub struct CardWords {
        pub go_and_answer: Template<1>,
        pub why: &'static str,
        pub arithmetic: &'static str,
        pub terms: Template<1>,
        pub by_year: &'static str,
        pub year: &'static str,
        pub before_cap: &'static str,
        pub after_cap: &'static str,
        /// What the measures of several years give together.
        pub ladder_total: Template<1>,
        pub dropped: &'static str,
        pub together: &'static str,
        pub readings: &'static str,
        pub reading_denies: &'static str,
        pub reading_open: &'static str,
        pub reading_same: &'static str,
        pub reading_gives: Template<1>,
        pub clause: &'static str,
        pub clause_language: &'static str,
        /// The words of the text that are explained.
        pub glossary: &'static str,
        pub apply: &'static str,
        pub more: &'static str,
        pub directions: Counted,
    }

    /// Why a condition holds or not.
    pub struct Reasons {
        pub met: &'static str,
        pub not_met: &'static str,
        pub open: &'static str,
        pub all: &'static str,
        pub any: &'static str,
        pub none: &'static str,
        /// What is asked of a name: `年跨境电商交易额：要求不少于100万元`.
        pub needs: Template<2>,
        pub at_least: Template<1>,
        pub more_than: Template<1>,
        pub at_most: Template<1>,
        pub less_than: Template<1>,
        pub equal: Template<1>,
        pub not_equal: Template<1>,
        pub one_of: Template<1>,
        pub not_one_of: Template<1>,
        pub recognised: &'static str,
        pub not_recognised: &'static str,
        pub yours: Template<1>,
        /// The same where it stands in quotation marks.
        pub yours_quoted: Template<1>,
        pub worked_out: Template<1>,
        pub derived: Template<2>,
        pub unanswered: &'static str,
        pub not_sure: &'static str,
        pub not_known: &'static str,
        pub short_by: Template<1>,
        pub short_by_at_least: Template<1>,
        pub over_by: Template<1>,
        pub over_by_at_least: Template<1>,
        pub on_the_line: &'static str,
        pub across_the_line: &'static str,
        pub listed_open: Template<1>,
        pub total_of: Template<1>,
    }

    /// What would change the outcome, and how far the lines are.
    pub struct AdviceWords {
        pub title: &'static str,
        pub note: &'static str,
        pub and: &'static str,
        /// A name, what it is, what it would have to be, and the distance.
        pub raised: Template<4>,
        pub lowered: Template<4>,
        /// A name, what it is, and what it would have to be.
        pub other: Template<3>,
        /// A list, a row and a column.
        pub cell: Template<3>,
        /// The changes and the outcome.
        pub way: Template<2>,
        /// The same, and the amount.
        pub way_paid: Template<3>,
        pub gained: Template<1>,
        pub lost: Template<1>,
        pub recognition: Template<1>,
        pub only_recognition: Template<1>,
        pub lines_met: &'static str,
        /// A name and what is required.
        pub on_line: Template<2>,
        /// The same, and the distance.
        pub above: Template<3>,
        pub below: Template<3>,
    }

    /// Rows of lists, and lines of arithmetic about them.
    pub struct RowWords {
        pub row: Template<1>,
        pub dated: Template<2>,
        pub year: Template<1>,
        pub cap: Template<1>,
        pub row_cap: Template<1>,
        pub year_cap: Template<1>,
        pub capped_at: Template<1>,
        pub not_reached: &'static str,
        pub unknown: &'static str,
        pub none_listed: &'static str,
        pub each_row: Template<2>,
        pub each_row_one: Template<2>,
        pub not_kept: &'static str,
        pub outside_window: Template<2>,
        pub after_as_of: Template<1>,
        pub used_elsewhere: &'static str,
        pub not_among_largest: &'static str,
        pub not_best_of_key: &'static str,
        /// A row inside a row: `第2行第3个`.
        pub within: Template<2>,
        pub inner_cap: Template<1>,
        pub open: &'static str,
    }

    /// What a measure was combined with.
    pub struct Together {
        pub rule: Template<2>,
        pub used: Template<2>,
        pub only: Template<1>,
        /// A measure that is not paid, and what it gives alone.
        pub dropped: Template<2>,
        /// A row, the measure it is not used for, and what that one loses.
        pub dropped_row: Template<3>,
        pub tied: &'static str,
        pub alone: Template<2>,
        /// The sum, the cap on it, and what that takes away.
        pub capped: Template<3>,
        pub undecided: Template<1>,
        pub depends: Template<1>,
        pub authority: &'static str,
        pub reading: &'static str,
        pub lists: &'static str,
    }

    /// Answers in words.
    pub struct AnswerWords {
        pub yes: &'static str,
        pub no: &'static str,
        pub not_sure: &'static str,
        pub unanswered: &'static str,
        pub none: &'static str,
        pub rows: Counted,
        pub more: &'static str,
        pub granted: &'static str,
        pub refused: &'static str,
        pub applied: &'static str,
        pub not_applied: &'static str,
        pub entered: &'static str,
        pub change: &'static str,
        pub live: &'static str,
        pub live_help: &'static str,
    }
}
