//! The words around the questions.

#[cfg(feature = "english")]
pub(crate) mod en;
pub(crate) mod zh;

use crate::list::words;
use crate::template::{Counted, Template};

words! {
    /// The words around the questions.
    pub struct Questions {
        pub frame: Frame,
        pub walk: Walk,
        pub regions: RegionWords,
        pub field: FieldWords,
        pub dollars: DollarWords,
        pub list: ListWords,
        pub problem: Problems,
        pub file: FileWords,
    }

    /// The head and foot of the page.
    pub struct Frame {
        pub title: &'static str,
        pub privacy: &'static str,
        pub disclaimer: &'static str,
        /// The name of the other language, in that language.
        pub other_language: &'static str,
        pub large: &'static str,
        pub normal: &'static str,
        pub tools: &'static str,
        pub save: &'static str,
        pub load: &'static str,
        pub link: &'static str,
        pub print: &'static str,
        pub clear: &'static str,
        /// Under the title of the result.
        pub save_result: &'static str,
        pub print_result: &'static str,
        pub clock_behind: Template<2>,
        pub clock_far_ahead: Template<2>,
    }

    /// The way through the questions.
    pub struct Walk {
        pub lead: &'static str,
        pub steps: &'static str,
        pub applicant: &'static str,
        pub questions: &'static str,
        pub check: &'static str,
        pub check_lead: &'static str,
        pub result: &'static str,
        pub left: Counted,
        pub none_left: &'static str,
        pub go_on: &'static str,
        pub go_back: &'static str,
        pub see_result_now: &'static str,
        pub see_result: &'static str,
        pub answer_more: Counted,
        pub to_check: &'static str,
    }

    /// The regions whose documents are checked, and the kinds of applicant.
    pub struct RegionWords {
        pub question: &'static str,
        pub short: &'static str,
        pub help: &'static str,
        pub missing: &'static str,
        /// Where the place of registration was filled in from the regions chosen.
        pub assumed: &'static str,
        pub other_kinds: &'static str,
    }

    /// One question.
    pub struct FieldWords {
        pub why: &'static str,
        pub why_this: &'static str,
        pub choose: &'static str,
        pub clear: Template<1>,
        pub clear_short: &'static str,
        /// Where a choice is worked out if it is not answered.
        pub not_given: &'static str,
        pub has_measures: &'static str,
        pub date_example: &'static str,
        pub amount_example: &'static str,
        pub is_it: Template<2>,
        pub as_typed: Template<1>,
        pub meant: Template<1>,
        pub low: Template<1>,
        pub high: Template<1>,
        pub confirm: &'static str,
    }

    /// Renminbi in place of dollars.
    pub struct DollarWords {
        pub only_yuan: &'static str,
        pub help: &'static str,
        pub yuan: &'static str,
        pub rate: &'static str,
        /// The source of the rate, and the day it was checked.
        pub source: Template<2>,
        pub comes_to: Template<1>,
        pub across: Template<1>,
        pub take: &'static str,
        pub no_rate: &'static str,
    }

    /// Lists and their rows.
    pub struct ListWords {
        pub has: &'static str,
        pub none: &'static str,
        pub add: Template<1>,
        pub full: &'static str,
        pub row: Template<1>,
        /// A row of a list inside a row.
        pub inner_row: Template<1>,
        pub copy: &'static str,
        pub done: &'static str,
        pub edit: &'static str,
        pub remove: &'static str,
        pub empty_row: &'static str,
        pub more: &'static str,
        pub removed_row: Template<1>,
        pub removed_rows: Template<1>,
        pub removed_all: &'static str,
        pub undo: &'static str,
    }

    /// What is wrong with a field.
    pub struct Problems {
        pub title: &'static str,
        pub missing: &'static str,
        pub empty: &'static str,
        /// With the unit.
        pub not_an_amount: Template<1>,
        pub not_a_number: &'static str,
        pub other_unit: Template<1>,
        pub needs_yuan: &'static str,
        pub needs_dollars: &'static str,
        pub negative: &'static str,
        pub too_large: &'static str,
        pub not_whole: &'static str,
        /// With the number of decimal places.
        pub too_precise: Template<1>,
        pub above_most: Template<1>,
        pub reversed: &'static str,
        pub not_a_date: &'static str,
        pub not_a_country: &'static str,
    }

    /// Files with answers.
    pub struct FileWords {
        pub name: Template<1>,
        pub loaded: &'static str,
        pub loaded_of_other_rules: &'static str,
        pub not_loaded: &'static str,
        /// Before the name of the file.
        pub saved: &'static str,
        pub linked: &'static str,
        pub link: &'static str,
        /// These two are said before there are English words: in both languages.
        pub english_coming: &'static str,
        pub english_missing: &'static str,
    }
}
