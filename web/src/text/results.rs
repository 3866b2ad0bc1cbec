//! The words of the results.

mod en;
mod zh;

use super::Lang;
use super::template::Template;

/// The words of results in that language.
pub(crate) fn results(lang: Lang) -> &'static Results {
    match lang {
        Lang::Zh => &zh::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Words around something said.
type Around = fn(&str) -> String;

/// The words of results.
pub(crate) struct Results {
    pub(crate) disclaimer: &'static str,
    /// Between parts of a list.
    pub(crate) comma: &'static str,
    /// Between a name and what is said of it.
    pub(crate) colon: &'static str,
    pub(crate) quoted: Template<1>,
    pub(crate) claim: Claim,
    pub(crate) outcome: Outcomes,
    pub(crate) summary: Summaries,
    pub(crate) amount: Amounts,
    pub(crate) sums: SumWords,
    pub(crate) comparison: ComparisonWords,
    pub(crate) card: CardWords,
    pub(crate) reason: Reasons,
    pub(crate) advice: AdviceWords,
    pub(crate) rows: RowWords,
    pub(crate) together: Together,
    pub(crate) answer: AnswerWords,
}

/// Whether one can apply now, and the day it is judged by.
pub(crate) struct Claim {
    pub(crate) in_force: &'static str,
    pub(crate) check: &'static str,
    pub(crate) expired: &'static str,
    pub(crate) not_yet: &'static str,
    pub(crate) check_means: &'static str,
    pub(crate) expired_means: &'static str,
    pub(crate) not_yet_means: &'static str,
    pub(crate) draft: &'static str,
    pub(crate) draft_means: &'static str,
    pub(crate) draft_card: &'static str,
    pub(crate) not_stated: &'static str,
    pub(crate) not_stated_means: &'static str,
    pub(crate) background: &'static str,
    pub(crate) background_means: &'static str,
    pub(crate) period: Template<2>,
    pub(crate) checked: Template<1>,
    /// The fingerprint of the rules and the version of the engine.
    pub(crate) rules: Template<2>,
    pub(crate) as_of: &'static str,
    pub(crate) as_of_help: &'static str,
    pub(crate) as_of_error: &'static str,
    pub(crate) as_of_set: &'static str,
    pub(crate) not_loaded: &'static str,
    pub(crate) caveats: &'static str,
}

/// The outcomes.
pub(crate) struct Outcomes {
    pub(crate) qualifies: &'static str,
    pub(crate) review: &'static str,
    pub(crate) needs: &'static str,
    pub(crate) not: &'static str,
    pub(crate) not_applicable: &'static str,
    /// How many measures: `3项`.
    pub(crate) count: fn(usize) -> String,
}

/// One sentence on an outcome.
pub(crate) struct Summaries {
    pub(crate) qualifies: &'static str,
    pub(crate) no_condition: &'static str,
    pub(crate) authority: &'static str,
    pub(crate) text: &'static str,
    pub(crate) text_and_authority: &'static str,
    /// A country of which it is not certain that a reference list holds it.
    pub(crate) list: &'static str,
    /// A reading under which the measure is not met, in its own words.
    pub(crate) denied_by: Template<1>,
    /// Where what was entered comes to exactly nothing.
    pub(crate) nothing: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) needs: Template<1>,
    pub(crate) closer: Template<1>,
    pub(crate) not: &'static str,
    pub(crate) not_by_rows: &'static str,
    pub(crate) other_applicant: Template<1>,
    pub(crate) no_rows: Template<1>,
    pub(crate) settled: Template<1>,
}

/// Amounts and how certain they are.
pub(crate) struct Amounts {
    pub(crate) most: Around,
    pub(crate) not_above: Template<1>,
    pub(crate) open: &'static str,
    pub(crate) elsewhere: &'static str,
    pub(crate) unstated: &'static str,
    pub(crate) none: &'static str,
    pub(crate) exact_note: &'static str,
    pub(crate) ceiling_note: &'static str,
    pub(crate) assessed_note: &'static str,
    pub(crate) paid_by: Template<1>,
}

/// The three sums.
pub(crate) struct SumWords {
    pub(crate) title: &'static str,
    pub(crate) help: &'static str,
    pub(crate) exact: &'static str,
    pub(crate) exact_help: &'static str,
    pub(crate) ceiling: &'static str,
    pub(crate) ceiling_help: &'static str,
    pub(crate) assessed: &'static str,
    pub(crate) assessed_help: &'static str,
    pub(crate) nothing: &'static str,
    /// Where only one measure is told of.
    pub(crate) only: &'static str,
    pub(crate) wide: &'static str,
    /// The rules on how measures combine.
    pub(crate) together: &'static str,
    pub(crate) beside: &'static str,
}

/// Several documents side by side.
pub(crate) struct ComparisonWords {
    pub(crate) title: &'static str,
    pub(crate) region: &'static str,
    pub(crate) status: &'static str,
    pub(crate) registered: Template<1>,
}

/// The parts of a card.
pub(crate) struct CardWords {
    pub(crate) go_and_answer: Template<1>,
    pub(crate) why: &'static str,
    pub(crate) arithmetic: &'static str,
    pub(crate) terms: Template<1>,
    pub(crate) by_year: &'static str,
    pub(crate) year: &'static str,
    pub(crate) before_cap: &'static str,
    pub(crate) after_cap: &'static str,
    /// What the measures of several years give together.
    pub(crate) ladder_total: Template<1>,
    pub(crate) dropped: &'static str,
    pub(crate) together: &'static str,
    pub(crate) readings: &'static str,
    pub(crate) reading_denies: &'static str,
    pub(crate) reading_open: &'static str,
    pub(crate) reading_same: &'static str,
    pub(crate) reading_gives: Template<1>,
    pub(crate) clause: &'static str,
    pub(crate) clause_language: &'static str,
    /// The words of the text that are explained.
    pub(crate) glossary: &'static str,
    pub(crate) apply: &'static str,
    pub(crate) more: &'static str,
    pub(crate) directions: fn(usize) -> String,
}

/// Why a condition holds or not.
pub(crate) struct Reasons {
    pub(crate) met: &'static str,
    pub(crate) not_met: &'static str,
    pub(crate) open: &'static str,
    pub(crate) all: &'static str,
    pub(crate) any: &'static str,
    pub(crate) none: &'static str,
    /// What is asked of a name: `年跨境电商交易额：要求不少于100万元`.
    pub(crate) needs: Template<2>,
    pub(crate) at_least: Template<1>,
    pub(crate) more_than: Template<1>,
    pub(crate) at_most: Template<1>,
    pub(crate) less_than: Template<1>,
    pub(crate) equal: Template<1>,
    pub(crate) not_equal: Template<1>,
    pub(crate) one_of: Template<1>,
    pub(crate) not_one_of: Template<1>,
    pub(crate) recognised: &'static str,
    pub(crate) not_recognised: &'static str,
    pub(crate) yours: Around,
    pub(crate) worked_out: Template<1>,
    pub(crate) derived: Template<2>,
    pub(crate) unanswered: &'static str,
    pub(crate) not_sure: &'static str,
    pub(crate) not_known: &'static str,
    pub(crate) short_by: Template<1>,
    pub(crate) short_by_at_least: Template<1>,
    pub(crate) over_by: Template<1>,
    pub(crate) over_by_at_least: Template<1>,
    pub(crate) on_the_line: &'static str,
    pub(crate) across_the_line: &'static str,
    pub(crate) listed_open: Template<1>,
    pub(crate) total_of: Template<1>,
}

/// What would change the outcome, and how far the lines are.
pub(crate) struct AdviceWords {
    pub(crate) title: &'static str,
    pub(crate) note: &'static str,
    pub(crate) and: &'static str,
    /// A name, what it is, what it would have to be, and the distance.
    pub(crate) raised: Template<4>,
    pub(crate) lowered: Template<4>,
    /// A name, what it is, and what it would have to be.
    pub(crate) other: Template<3>,
    /// A list, a row and a column.
    pub(crate) cell: Template<3>,
    /// The changes, the outcome and the amount.
    pub(crate) way: fn(&str, &str, Option<&str>) -> String,
    pub(crate) gained: Template<1>,
    pub(crate) lost: Template<1>,
    pub(crate) recognition: Template<1>,
    pub(crate) only_recognition: Template<1>,
    pub(crate) lines_met: &'static str,
    /// A name and what is required.
    pub(crate) on_line: Template<2>,
    /// The same, and the distance.
    pub(crate) above: Template<3>,
    pub(crate) below: Template<3>,
}

/// Rows of lists, and lines of arithmetic about them.
pub(crate) struct RowWords {
    pub(crate) row: fn(usize) -> String,
    pub(crate) dated: Template<2>,
    pub(crate) year: fn(u16) -> String,
    pub(crate) cap: Template<1>,
    pub(crate) row_cap: Template<1>,
    pub(crate) year_cap: Template<1>,
    pub(crate) capped_at: Template<1>,
    pub(crate) not_reached: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) none_listed: &'static str,
    pub(crate) each_row: Template<2>,
    pub(crate) each_row_one: Template<2>,
    pub(crate) not_kept: &'static str,
    pub(crate) outside_window: Template<2>,
    pub(crate) after_as_of: Template<1>,
    pub(crate) used_elsewhere: &'static str,
    pub(crate) not_among_largest: &'static str,
    pub(crate) not_best_of_key: &'static str,
    /// A row inside a row: `第2行第3个`.
    pub(crate) within: fn(&str, usize) -> String,
    pub(crate) inner_cap: Template<1>,
    pub(crate) open: &'static str,
}

/// What a measure was combined with.
pub(crate) struct Together {
    pub(crate) rule: Template<2>,
    pub(crate) used: Template<2>,
    pub(crate) only: Template<1>,
    /// A measure that is not paid, and what it gives alone.
    pub(crate) dropped: Template<2>,
    /// A row, the measure it is not used for, and what that one loses.
    pub(crate) dropped_row: Template<3>,
    pub(crate) tied: &'static str,
    pub(crate) alone: Template<2>,
    /// The sum, the cap on it, and what that takes away.
    pub(crate) capped: Template<3>,
    pub(crate) undecided: Template<1>,
    pub(crate) depends: Template<1>,
    pub(crate) authority: &'static str,
    pub(crate) reading: &'static str,
    pub(crate) lists: &'static str,
}

/// Answers in words.
pub(crate) struct AnswerWords {
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) not_sure: &'static str,
    pub(crate) unanswered: &'static str,
    pub(crate) none: &'static str,
    pub(crate) rows: fn(usize) -> String,
    pub(crate) more: &'static str,
    pub(crate) granted: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) applied: &'static str,
    pub(crate) not_applied: &'static str,
    pub(crate) entered: &'static str,
    pub(crate) change: &'static str,
    pub(crate) live: &'static str,
    pub(crate) live_help: &'static str,
}
