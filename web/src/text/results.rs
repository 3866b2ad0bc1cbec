//! The words of the results.

mod en;
mod zh;

use super::Lang;

/// The words of results in that language.
pub(crate) fn results(lang: Lang) -> &'static Results {
    match lang {
        Lang::Zh => &zh::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Words around something said.
type Around = fn(&str) -> String;

/// Words around two things said.
type AroundTwo = fn(&str, &str) -> String;

/// The words of results.
pub(crate) struct Results {
    pub(crate) disclaimer: &'static str,
    /// Between parts of a list.
    pub(crate) comma: &'static str,
    /// Between a name and what is said of it.
    pub(crate) colon: &'static str,
    pub(crate) quoted: Around,
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
    pub(crate) period: AroundTwo,
    pub(crate) checked: Around,
    /// The fingerprint of the rules and the version of the engine.
    pub(crate) rules: AroundTwo,
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
    pub(crate) direction: &'static str,
    pub(crate) needs: Around,
    pub(crate) closer: Around,
    pub(crate) not: &'static str,
    pub(crate) not_by_rows: &'static str,
    pub(crate) other_applicant: Around,
    pub(crate) no_rows: Around,
    pub(crate) settled: Around,
}

/// Amounts and how certain they are.
pub(crate) struct Amounts {
    pub(crate) most: Around,
    pub(crate) not_above: Around,
    pub(crate) open: &'static str,
    pub(crate) elsewhere: &'static str,
    pub(crate) unstated: &'static str,
    pub(crate) none: &'static str,
    pub(crate) exact_note: &'static str,
    pub(crate) ceiling_note: &'static str,
    pub(crate) assessed_note: &'static str,
    pub(crate) paid_by: Around,
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
    pub(crate) registered: Around,
}

/// The parts of a card.
pub(crate) struct CardWords {
    pub(crate) go_and_answer: Around,
    pub(crate) why: &'static str,
    pub(crate) arithmetic: &'static str,
    pub(crate) terms: Around,
    pub(crate) by_year: &'static str,
    pub(crate) year: &'static str,
    pub(crate) before_cap: &'static str,
    pub(crate) after_cap: &'static str,
    /// What the measures of several years give together.
    pub(crate) ladder_total: Around,
    pub(crate) dropped: &'static str,
    pub(crate) together: &'static str,
    pub(crate) readings: &'static str,
    pub(crate) reading_denies: &'static str,
    pub(crate) reading_open: &'static str,
    pub(crate) reading_same: &'static str,
    pub(crate) reading_gives: Around,
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
    pub(crate) needs: AroundTwo,
    pub(crate) at_least: Around,
    pub(crate) more_than: Around,
    pub(crate) at_most: Around,
    pub(crate) less_than: Around,
    pub(crate) equal: Around,
    pub(crate) not_equal: Around,
    pub(crate) one_of: Around,
    pub(crate) not_one_of: Around,
    pub(crate) recognised: &'static str,
    pub(crate) not_recognised: &'static str,
    pub(crate) yours: Around,
    pub(crate) worked_out: Around,
    pub(crate) derived: AroundTwo,
    pub(crate) unanswered: &'static str,
    pub(crate) not_sure: &'static str,
    pub(crate) not_known: &'static str,
    pub(crate) short_by: Around,
    pub(crate) short_by_at_least: Around,
    pub(crate) over_by: Around,
    pub(crate) over_by_at_least: Around,
    pub(crate) on_the_line: &'static str,
    pub(crate) across_the_line: &'static str,
    pub(crate) listed_open: Around,
    pub(crate) total_of: Around,
}

/// What would change the outcome, and how far the lines are.
pub(crate) struct AdviceWords {
    pub(crate) title: &'static str,
    pub(crate) note: &'static str,
    pub(crate) and: &'static str,
    /// A name, what it is, what it would have to be, and the distance.
    pub(crate) raised: fn([&str; 4]) -> String,
    pub(crate) lowered: fn([&str; 4]) -> String,
    /// A name, what it is, and what it would have to be.
    pub(crate) other: fn([&str; 3]) -> String,
    /// A list, a row and a column.
    pub(crate) cell: fn([&str; 3]) -> String,
    /// The changes, the outcome and the amount.
    pub(crate) way: fn(&str, &str, Option<&str>) -> String,
    pub(crate) gained: Around,
    pub(crate) lost: Around,
    pub(crate) recognition: Around,
    pub(crate) only_recognition: Around,
    pub(crate) lines_met: &'static str,
    /// A name and what is required.
    pub(crate) on_line: AroundTwo,
    /// The same, and the distance.
    pub(crate) above: fn([&str; 3]) -> String,
    pub(crate) below: fn([&str; 3]) -> String,
}

/// Rows of lists, and lines of arithmetic about them.
pub(crate) struct RowWords {
    pub(crate) row: fn(usize) -> String,
    pub(crate) dated: AroundTwo,
    pub(crate) year: fn(u16) -> String,
    pub(crate) cap: Around,
    pub(crate) row_cap: Around,
    pub(crate) year_cap: Around,
    pub(crate) capped_at: Around,
    pub(crate) not_reached: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) none_listed: &'static str,
    pub(crate) each_row: AroundTwo,
    pub(crate) each_row_one: AroundTwo,
    pub(crate) not_kept: &'static str,
    pub(crate) outside_window: AroundTwo,
    pub(crate) after_as_of: Around,
    pub(crate) used_elsewhere: &'static str,
    pub(crate) not_among_largest: &'static str,
    pub(crate) not_best_of_key: &'static str,
    /// A row inside a row: `第2行第3个`.
    pub(crate) within: fn(&str, usize) -> String,
    pub(crate) inner_cap: Around,
    pub(crate) open: &'static str,
}

/// What a measure was combined with.
pub(crate) struct Together {
    pub(crate) rule: AroundTwo,
    pub(crate) used: AroundTwo,
    pub(crate) only: Around,
    /// A measure that is not paid, and what it gives alone.
    pub(crate) dropped: AroundTwo,
    /// A row, the measure it is not used for, and what that one loses.
    pub(crate) dropped_row: fn(&str, &str, &str) -> String,
    pub(crate) tied: &'static str,
    pub(crate) alone: AroundTwo,
    /// The sum, the cap on it, and what that takes away.
    pub(crate) capped: fn(&str, &str, &str) -> String,
    pub(crate) undecided: Around,
    pub(crate) depends: Around,
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
    pub(crate) live_open: &'static str,
}
