//! English.

use mingbai_core::quantity::Unit;

use super::{DollarWords, FieldWords, FileWords, Frame, ListWords, Problems, Questions, RegionWords, Walk};

pub(super) const WORDS: Questions = Questions {
    frame: Frame {
        title: "Mingbai 明白 · policy self-check",
        privacy: "What you enter is worked out in your browser. It is not sent anywhere and not kept.",
        disclaimer: "A self-check is not a decision. The authority’s notice of application and its review prevail.",
        other_language: "中文",
        large: "Large type",
        normal: "Normal type",
        tools: "Tools",
        save: "Save to a file",
        load: "Open a file",
        link: "Copy a link",
        print: "Print",
        clear: "Clear everything",
        clock_behind: |visitor, used| {
            format!(
                "Your computer’s date is {visitor}, before the rules were checked, so {used} is used. Please check your computer’s date."
            )
        },
        clock_far_ahead: |visitor, checked| {
            format!(
                "Your computer’s date is {visitor}, more than two years after the rules were checked ({checked}). Please check it; if it is right, look for newer policies."
            )
        },
    },
    walk: Walk {
        lead: "Answer a few questions to see which support measures for cross-border e-commerce you may qualify for, how much, and on which sentence of the text that rests.",
        steps: "Steps",
        applicant: "Region and applicant",
        questions: "Questions",
        check: "Check your answers",
        check_lead: "Choose “change” to correct an answer. You can see the result with some questions left open.",
        result: "Result",
        left: |count| if count == 1 { "At most 1 question left".to_owned() } else { format!("At most {count} questions left") },
        none_left: "Nothing more to ask",
        go_on: "Continue",
        go_back: "Back",
        see_result_now: "See the result so far",
        see_result: "See the result",
        answer_more: |count| {
            if count == 1 { "Answer 1 more question".to_owned() } else { format!("Answer more (at most {count} questions)") }
        },
        to_check: "Back to your answers",
    },
    regions: RegionWords {
        question: "The policies of which regions? (more than one is possible)",
        short: "Regions",
        help: "Several regions are checked from the same answers and compared side by side.",
        missing: "Please choose at least one region",
        assumed: "Ticked as if you were registered in each of the regions chosen. Please change it where that is not so.",
        other_kinds: "Other applicants",
    },
    field: FieldWords {
        why: "Why this is asked",
        why_this: "These measures depend on the answer:",
        choose: "Please choose",
        clear: |name| format!("Clear the choice: {name}"),
        clear_short: "Clear the choice",
        not_given: "None, or not sure",
        has_measures: "Yes, these",
        date_example: "For example 2026-3-1",
        amount_example: "Write amounts as 1,200,000 or 120万; if you are not sure, as a range such as 800,000–1,200,000.",
        is_it: |typed, meant| format!("Did you mean {typed}, or {meant}?"),
        as_typed: |typed| format!("It is {typed}"),
        meant: |meant| format!("Change to {meant}"),
        low: |typed| format!("{typed} is much less than usual. Please check it."),
        high: |typed| format!("{typed} is much more than usual. Please check it."),
        confirm: "It is right",
    },
    dollars: DollarWords {
        only_yuan: "Do you only know the amount in RMB?",
        help: "At a range of rates it is a range of dollars, not an exact figure. You can change the rate.",
        yuan: "Amount in RMB",
        rate: "RMB for one US dollar",
        source: |source, day| format!("The rate filled in: {source}; {day}."),
        comes_to: |range| format!("About {range}"),
        across: |line| format!("The range lies across the line of {line}: the result depends on the actual amount in dollars."),
        take: "Fill in this range",
        no_rate: "This is no rate. Enter the RMB for one US dollar, such as 7.1 or 6.8–7.25",
    },
    list: ListWords {
        has: "Yes, I will list them",
        none: "None",
        add: |item| format!("Add {item}"),
        full: "No more rows fit.",
        row: |number| format!("Row {number}"),
        inner_row: |number| format!("No. {number}"),
        copy: "Copy",
        done: "Done",
        edit: "Change",
        remove: "Remove",
        empty_row: "Nothing entered yet",
        more: "There are others besides these",
        removed_row: |list| format!("One row of “{list}” was removed."),
        removed_rows: |list| format!("All rows of “{list}” were removed."),
        removed_all: "The earlier answers were cleared.",
        undo: "Undo",
    },
    problem: Problems {
        title: "Some answers need mending",
        missing: "Choose an answer, or “not sure” if you do not know",
        empty: "Enter both ends of the range",
        not_a_number: |unit| match unit {
            Unit::Yuan | Unit::Dollar => "This is not an amount. Write it as 1,200,000 or 120万".to_owned(),
            _ => "This is not a number. Enter digits, such as 12".to_owned(),
        },
        other_unit: |unit| match unit {
            Unit::Yuan => "Another unit is needed: enter RMB (元)".to_owned(),
            Unit::Dollar => "Another unit is needed: enter US dollars".to_owned(),
            _ => format!("Another unit is needed: {}", unit.name()),
        },
        negative: "This cannot be below zero",
        too_large: "This number is too large. Please check the unit",
        too_precise: |unit| match unit.decimals() {
            0 => "Enter a whole number".to_owned(),
            decimals => format!("Enter at most {decimals} decimal places"),
        },
        above_most: |most| format!("This can be at most {most}"),
        reversed: "The first number of the range must be the smaller one",
        not_a_country: "This country or region is not known. Please choose from the list",
        not_a_date: "This is not a day. Write it as 2026-3-1",
    },
    file: FileWords {
        name: |day| format!("policy-self-check-{day}.json"),
        loaded: "The saved answers were taken over. Please check them.",
        loaded_of_other_rules: "The saved answers were taken over. Please check them. They were saved under other rules: the result is worked out again under the rules of this page and may differ.",
        not_loaded: "Nothing was taken over: ",
        linked: "The link was copied. It holds what you entered: whoever gets it can see that.",
        link: "The link could not be copied for you; please copy it here. It holds what you entered: whoever gets it can see that.",
    },
};
