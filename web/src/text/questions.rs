//! The words around the questions.

mod en;
mod zh;

use mingbai_core::quantity::Unit;

use super::Lang;
use super::template::Template;

/// The words around the questions in that language.
pub(crate) fn questions(lang: Lang) -> &'static Questions {
    match lang {
        Lang::Zh => &zh::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// The words around the questions.
pub(crate) struct Questions {
    pub(crate) frame: Frame,
    pub(crate) walk: Walk,
    pub(crate) regions: RegionWords,
    pub(crate) field: FieldWords,
    pub(crate) dollars: DollarWords,
    pub(crate) list: ListWords,
    pub(crate) problem: Problems,
    pub(crate) file: FileWords,
}

/// The head and foot of the page.
pub(crate) struct Frame {
    pub(crate) title: &'static str,
    pub(crate) privacy: &'static str,
    pub(crate) disclaimer: &'static str,
    /// The name of the other language, in that language.
    pub(crate) other_language: &'static str,
    pub(crate) large: &'static str,
    pub(crate) normal: &'static str,
    pub(crate) tools: &'static str,
    pub(crate) save: &'static str,
    pub(crate) load: &'static str,
    pub(crate) link: &'static str,
    pub(crate) print: &'static str,
    pub(crate) clear: &'static str,
    /// Under the title of the result.
    pub(crate) save_result: &'static str,
    pub(crate) print_result: &'static str,
    pub(crate) clock_behind: Template<2>,
    pub(crate) clock_far_ahead: Template<2>,
}

/// The way through the questions.
pub(crate) struct Walk {
    pub(crate) lead: &'static str,
    pub(crate) steps: &'static str,
    pub(crate) applicant: &'static str,
    pub(crate) questions: &'static str,
    pub(crate) check: &'static str,
    pub(crate) check_lead: &'static str,
    pub(crate) result: &'static str,
    pub(crate) left: fn(usize) -> String,
    pub(crate) none_left: &'static str,
    pub(crate) go_on: &'static str,
    pub(crate) go_back: &'static str,
    pub(crate) see_result_now: &'static str,
    pub(crate) see_result: &'static str,
    pub(crate) answer_more: fn(usize) -> String,
    pub(crate) to_check: &'static str,
}

/// The regions whose documents are checked, and the kinds of applicant.
pub(crate) struct RegionWords {
    pub(crate) question: &'static str,
    pub(crate) short: &'static str,
    pub(crate) help: &'static str,
    pub(crate) missing: &'static str,
    /// Where the place of registration was filled in from the regions chosen.
    pub(crate) assumed: &'static str,
    pub(crate) other_kinds: &'static str,
}

/// One question.
pub(crate) struct FieldWords {
    pub(crate) why: &'static str,
    pub(crate) why_this: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) clear: Template<1>,
    pub(crate) clear_short: &'static str,
    /// Where a choice is worked out if it is not answered.
    pub(crate) not_given: &'static str,
    pub(crate) has_measures: &'static str,
    pub(crate) date_example: &'static str,
    pub(crate) amount_example: &'static str,
    pub(crate) is_it: Template<2>,
    pub(crate) as_typed: Template<1>,
    pub(crate) meant: Template<1>,
    pub(crate) low: Template<1>,
    pub(crate) high: Template<1>,
    pub(crate) confirm: &'static str,
}

/// Renminbi in place of dollars.
pub(crate) struct DollarWords {
    pub(crate) only_yuan: &'static str,
    pub(crate) help: &'static str,
    pub(crate) yuan: &'static str,
    pub(crate) rate: &'static str,
    /// The source of the rate, and the day it was checked.
    pub(crate) source: Template<2>,
    pub(crate) comes_to: Template<1>,
    pub(crate) across: Template<1>,
    pub(crate) take: &'static str,
    pub(crate) no_rate: &'static str,
}

/// Lists and their rows.
pub(crate) struct ListWords {
    pub(crate) has: &'static str,
    pub(crate) none: &'static str,
    pub(crate) add: Template<1>,
    pub(crate) full: &'static str,
    pub(crate) row: fn(usize) -> String,
    /// A row of a list inside a row.
    pub(crate) inner_row: fn(usize) -> String,
    pub(crate) copy: &'static str,
    pub(crate) done: &'static str,
    pub(crate) edit: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) empty_row: &'static str,
    pub(crate) more: &'static str,
    pub(crate) removed_row: Template<1>,
    pub(crate) removed_rows: Template<1>,
    pub(crate) removed_all: &'static str,
    pub(crate) undo: &'static str,
}

/// What is wrong with a field.
pub(crate) struct Problems {
    pub(crate) title: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) empty: &'static str,
    pub(crate) not_a_number: fn(Unit) -> String,
    pub(crate) other_unit: fn(Unit) -> String,
    pub(crate) negative: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) too_precise: fn(Unit) -> String,
    pub(crate) above_most: Template<1>,
    pub(crate) reversed: &'static str,
    pub(crate) not_a_date: &'static str,
    pub(crate) not_a_country: &'static str,
}

/// Files with answers.
pub(crate) struct FileWords {
    pub(crate) name: Template<1>,
    pub(crate) loaded: &'static str,
    pub(crate) loaded_of_other_rules: &'static str,
    pub(crate) not_loaded: &'static str,
    /// Before the name of the file.
    pub(crate) saved: &'static str,
    pub(crate) linked: &'static str,
    pub(crate) link: &'static str,
}
