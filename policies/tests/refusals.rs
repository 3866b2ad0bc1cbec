//! Each refusal, shown by breaking one thing in a small sound policy and reading what the officer reads.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on should stop")]

mod broken;
#[macro_use]
#[path = "broken/refused.rs"]
mod refused;

use std::fs;
use std::path::{Path, PathBuf};

use broken::refusals;

const POLICY: &str = "demo-2025-1/policy.md";
const SOURCE: &str = "demo-2025-1/source.txt";
const FACTS: &str = "facts/firm.toml";

/// One more fact before the list.
const AREA: &str = r#"[area]
kind = "quantity"
unit = "㎡"
zh = "面积？"
en = "Area?"
short = { zh = "面积", en = "Area" }

[fairs]"#;

fn broken(name: &str, edits: &[broken::Edit<'_>]) -> PathBuf {
    broken::broken("base", &[POLICY, SOURCE, FACTS], name, edits)
}

#[test]
fn the_policy_is_sound_before_it_is_broken() {
    assert_eq!(refusals(&broken("sound", &[])), "");
}

#[test]
fn an_amount_with_many_digits_fits_below_the_bound_of_its_facts() {
    let longer = (POLICY, "'30% * advertising at most", "'30% * 30% * advertising * area at most");
    let too_large = |area: &str, name| refusals(&broken(name, &[longer, (FACTS, "[fairs]", area)])).contains("amounts::overflow");
    assert!(too_large(AREA, "unbounded"));
    assert!(!too_large(&AREA.replace("\"㎡\"", "\"㎡\"\nmost = \"12㎡\""), "bounded"));
}

refused! {
    // The text.
    a_quote_with_another_word: POLICY, "对年销售额达到100万元以上的企业" => "对年销售额达到200万元以上的企业";
    a_quote_left_out: POLICY, "> 三、同一企业只享受其中较高的一项。\n" => "";
    the_last_quote_left_out: POLICY, "> 本办法自发布之日起施行。\n" => "";
    a_quote_that_the_text_has_not: POLICY, "> 本办法自发布之日起施行。\n" => "> 本办法自发布之日起施行。\n> 由市商务局解释。\n";
    two_paragraphs_in_one_quote: POLICY, "最高不超过20万元。\n" => "最高不超过20万元。三、同一企业只享受其中较高的一项。\n";
    a_sentence_with_neither_rule_nor_note: POLICY, "```toml note\nkind = \"procedure\"\n```\n" => "";

    a_note_that_does_not_say_what_the_sentence_is: POLICY, "kind = \"procedure\"" => "zh = \"施行日期\"";

    // The blocks.
    a_block_that_is_not_closed: POLICY, "kind = \"procedure\"\n```\n" => "kind = \"procedure\"\n";
    a_block_of_an_unknown_kind: POLICY, "```toml measure demo-ads" => "```toml mesure demo-ads";
    a_measure_without_an_id: POLICY, "```toml measure demo-ads" => "```toml measure";
    a_region_that_is_new: POLICY, "region = \"here\"" => "region = \"quite_elsewhere\"";
    a_kind_of_applicant_that_is_new: POLICY, "for = [\"enterprise\"]" => "for = [\"guild\"]";
    a_key_that_is_not_known: POLICY, "when = 'turnover" => "whenn = 'turnover";
    a_key_that_is_missing: POLICY, "title = { zh = \"展位费补助\", en = \"Booths\" }\n" => "";
    english_that_is_missing: POLICY, "title = { zh = \"展位费补助\", en = \"Booths\" }" => "title = { zh = \"展位费补助\", en = \"\" }";
    toml_that_cannot_be_read: POLICY, "pays = '30% * advertising at most 50万元'" => "pays = 30%";
    a_note_of_an_unknown_kind: POLICY, "kind = \"procedure\"" => "kind = \"procedur\"";
    a_document_with_another_id: POLICY, "id = \"demo-2025-1\"" => "id = \"demo-2025-2\"";
    two_measures_of_one_id: POLICY, "```toml measure demo-fairs" => "```toml measure demo-ads";

    a_document_with_two_standings: POLICY, "status_note" => "standing = \"draft\"\nstatus_note";
    a_document_without_a_standing: POLICY, "in_force = { from = 2025-01-01, until = 2029-12-31, check_until = 2029-12-31 }\n" => "";
    a_standing_that_is_not_known: POLICY, "in_force = { from = 2025-01-01, until = 2029-12-31, check_until = 2029-12-31 }" => "standing = \"drafted\"";
    a_plan_of_work_that_grants_something: POLICY, "in_force = { from = 2025-01-01, until = 2029-12-31, check_until = 2029-12-31 }" => "standing = \"background\"";

    // The expressions.
    an_expression_that_ends_too_soon: POLICY, "'turnover >= 100万元'" => "'turnover >='";
    an_expression_in_double_quotes: POLICY, "'turnover >= 100万元'" => "\"turnover >= 100万元\"";
    a_number_without_a_unit: POLICY, "'turnover >= 100万元'" => "'turnover >= 1000000'";
    a_division: POLICY, "30% * advertising at most" => "30% * advertising / 2 at most";
    full_width_signs: POLICY, "'30% * advertising at most 50万元'" => "'30% * （advertising） at most 50万元'";
    a_name_that_is_not_known: POLICY, "'30% * advertising at most" => "'30% * advertisng at most";
    a_column_that_is_not_known: POLICY, "total f.booth" => "total f.both";
    an_option_that_is_not_known: POLICY, "'turnover >= 100万元'" => "'turnover >= 100万元 and registered_in in [heer]'";
    two_units_compared: POLICY, "'turnover >= 100万元'" => "'turnover >= 100万美元'";
    money_times_money: POLICY, "'30% * advertising at most" => "'30% * advertising * turnover at most";
    an_amount_where_a_condition_is_needed: POLICY, "'turnover >= 100万元'" => "'turnover'";
    a_list_where_an_amount_is_needed: POLICY, "'30% * advertising at most" => "'30% * fairs at most";
    a_measure_that_pays_in_dollars: POLICY, "'30% * advertising at most 50万元'" => "'30% * 50万美元'";
    up_to_inside_a_comparison: POLICY, "'turnover >= 100万元'" => "'(up to turnover) >= 100万元'";
    the_largest_rows_with_a_cap_each_year: POLICY, "for each f in fairs at most" => "for each f in fairs largest 2 at most";
    a_total_inside_a_total: POLICY, "total f.booth for" => "total (total g.booth for each g in fairs) for";
    a_row_outside_its_total: POLICY, "'30% * advertising at most" => "'30% * f.booth at most";
    a_group_that_is_no_year: POLICY, "per f.year" => "per f.booth";
    a_definition_of_a_name_that_is_taken: POLICY, "```toml combine demo-higher" => "```toml define\nturnover = '0元'\n```\n\n```toml combine demo-higher";

    // The combines.
    a_combine_of_an_unknown_measure: POLICY, "highest = true" => "highest = true\namong = [\"demo-ads\", \"demo-fair\"]";
    a_combine_with_two_rules: POLICY, "highest = true" => "highest = true\nonce = \"fairs\"";
    a_combine_of_a_list_that_is_none: POLICY, "highest = true" => "once = \"turnover\"";

    // The facts.
    a_fact_of_an_unknown_kind: FACTS, "kind = \"list\"" => "kind = \"lists\"";
    a_fact_in_an_unknown_unit: FACTS, "unit = \"元\"\nzh = \"年销售额" => "unit = \"圆\"\nzh = \"年销售额";
    a_fact_given_twice: FACTS, "[advertising]" => "[advertising]\nkind = \"yes_no\"\nzh = \"？\"\nen = \"?\"\nshort = { zh = \"？\", en = \"?\" }\n\n[advertising]";
    a_key_of_another_kind_of_fact: FACTS, "[fairs.columns.date]\nkind = \"date\"" => "[fairs.columns.date]\nkind = \"date\"\nunit = \"元\"";
    a_bound_in_another_unit: FACTS, "unit = \"元\"\nzh = \"广告费" => "unit = \"元\"\nmost = \"12个月\"\nzh = \"广告费";
    a_bound_of_what_has_no_unit: FACTS, "[fairs.columns.date]\nkind = \"date\"" => "[fairs.columns.date]\nkind = \"date\"\nmost = \"12个月\"";
    a_bound_below_what_is_usual: FACTS, "unit = \"元\"\nzh = \"广告费" => "unit = \"元\"\nplausible = [\"0元\", \"1000万元\"]\nmost = \"500万元\"\nzh = \"广告费";
    a_bound_of_nothing: FACTS, "unit = \"元\"\nzh = \"广告费" => "unit = \"元\"\nmost = \"0元\"\nzh = \"广告费";
    a_threshold_above_the_bound: FACTS, "unit = \"元\"\nzh = \"年销售额" => "unit = \"元\"\nmost = \"999999.99元\"\nzh = \"年销售额";
    an_answer_above_the_bound: FACTS, "unit = \"元\"\nzh = \"广告费" => "unit = \"元\"\nmost = \"1999999.99元\"\nzh = \"广告费";
    a_list_that_can_be_changed: FACTS, "kind = \"list\"" => "kind = \"list\"\nchangeable = false";
    a_quantity_that_can_be_changed_to_an_option: FACTS, "unit = \"元\"\nzh = \"广告费" => "unit = \"元\"\nchangeable_to = [\"more\"]\nzh = \"广告费";
    a_change_to_an_option_that_is_not_there: FACTS, "[turnover]" => "[size]\nkind = \"choice\"\nchangeable_to = [\"smal\"]\noptions = [ { id = \"small\", zh = \"小\", en = \"Small\" } ]\nzh = \"？\"\nen = \"?\"\nshort = { zh = \"？\", en = \"?\" }\n\n[turnover]";
    a_reference_table_that_is_not_there: FACTS, "[turnover]" => "[size]\nkind = \"choice\"\nderived = \"sizes\"\noptions = [ { id = \"small\", zh = \"小\", en = \"Small\" } ]\nzh = \"？\"\nen = \"?\"\nshort = { zh = \"？\", en = \"?\" }\n\n[turnover]";

    // What can be read but not meant.
    a_fact_that_nothing_uses: POLICY, "'30% * advertising at most" => "'30% * turnover at most";
    a_column_that_nothing_uses: FACTS, "[fairs.columns.booth]" => "[fairs.columns.freight]\nkind = \"quantity\"\nunit = \"元\"\nzh = \"运费多少？\"\nen = \"Freight?\"\nshort = { zh = \"运费\", en = \"Freight\" }\n\n[fairs.columns.booth]";
    a_definition_that_nothing_uses: POLICY, "```toml combine demo-higher" => "```toml define\nbig = 'turnover > 0元'\n```\n\n```toml combine demo-higher";
    a_measure_that_can_never_be_met: POLICY, "'turnover >= 100万元'" => "'turnover >= 100万元 and not turnover > 0元'";
    a_place_that_is_chosen_and_not_chosen: POLICY, "'turnover >= 100万元'" => "'turnover >= 100万元 and registered_in in [here] and not registered_in in [here]'";
    every_option_ruled_out: POLICY, "'turnover >= 100万元'" => "'turnover >= 100万元 and size in [small, large] and not size in [large] and not size = small'",
        FACTS, "[advertising]" => "[size]\nkind = \"choice\"\nzh = \"多大？\"\nen = \"Size?\"\nshort = { zh = \"规模\", en = \"Size\" }\noptions = [ { id = \"small\", zh = \"小\", en = \"Small\" }, { id = \"large\", zh = \"大\", en = \"Large\" } ]\n\n[advertising]";
    a_row_that_can_never_count: POLICY, "for each f in fairs at most" => "for each f in fairs where f.booth < 0元 at most";
    an_amount_with_too_many_digits: POLICY, "'30% * advertising at most" => "'30% * 30% * advertising * area at most", FACTS, "[fairs]" => AREA;
    a_number_that_the_text_has_not: POLICY, "'30% * advertising at most" => "'40% * advertising at most";
    a_number_that_no_rule_uses: POLICY, "'30% * advertising at most 50万元'" => "'30% * advertising'";
    a_sign_against_its_word: POLICY, "'turnover >= 100万元'" => "'turnover > 100万元'";

    // The examples.
    an_example_that_does_not_come_out: POLICY, "qualifies exact 300000" => "qualifies exact 300001";
    an_empty_expectation: POLICY, "expect = { demo-ads = \"does_not_qualify\" }" => "expect = {}";
    an_answer_that_cannot_be_read: POLICY, "turnover = \"999999.99元\"" => "turnover = \"999999.99美元\"";
    a_threshold_without_a_case_below: POLICY, "turnover = \"999999.99元\"" => "turnover = \"999999元\"";
    a_threshold_without_a_case_just_above: POLICY, "1000000.01元" => "1000001元";
    a_cap_without_a_case_at_it: POLICY, "1666666.66元" => "1666666.60元", POLICY, "499999.998" => "499999.98";
    a_cap_of_a_year_without_a_case_above: POLICY, "booth = \"25万元\"" => "booth = \"20万元\"";
    a_cap_without_a_case_above: POLICY, "advertising = \"200万元\", fairs = \"none\" }
expect = { demo-ads = \"qualifies exact 500000\" }" => "advertising = \"1666666.66元\", fairs = \"none\" }
expect = { demo-ads = \"qualifies exact 499999.998\" }";
    a_number_of_rows_without_a_case_above: POLICY, "每年最高不超过20万元。
" => "限2次展会。
", SOURCE, "每年最高不超过20万元。" => "限2次展会。",
        POLICY, "at most 20万元 per f.year" => "largest 2", POLICY, "qualifies exact 200000\" }
```

```toml example
name = \"above" => "qualifies exact 200000\" }
```

```toml example
name = \"still above",
        POLICY, "booth = \"25万元\"" => "booth = \"20万元\"";
}

/// A draft and a text that does not say how long it is valid have rules like any other; the window of events may be left out.
#[test]
fn the_other_standings_are_let_through() {
    let in_force = "in_force = { from = 2025-01-01, until = 2029-12-31, check_until = 2029-12-31 }\nevents = { from = 2025-01-01, until = 2029-12-31 }\n";
    for standing in ["draft", "not_stated"] {
        let folder = broken(standing, &[(POLICY, in_force, &format!("standing = \"{standing}\"\n"))]);
        assert_eq!(refusals(&folder), "");
    }
}

/// Conditions that are odd but can be met are let through.
#[test]
fn what_can_be_met_is_not_called_impossible() {
    for when in [
        "turnover >= 100万元 and registered_in in [here] and registered_in in [elsewhere]",
        "turnover >= 100万元 and not turnover > 100万元",
        "turnover >= 100万元 or turnover < 0元",
    ] {
        let edit = (POLICY, "'turnover >= 100万元'", format!("'{when}'"));
        let folder = broken("possible", &[(edit.0, edit.1, &edit.2)]);
        assert!(!refusals(&folder).contains("measures::impossible"), "{when}");
    }
}

/// 30% of 10万亿元 × 10亿㎡ has 29 digits with its decimals, which is what the engine holds.
#[test]
fn an_amount_whose_digits_just_fit_is_let_through() {
    let folder = broken("digits", &[(POLICY, "'30% * advertising at most", "'30% * advertising * area at most"), (FACTS, "[fairs]", AREA)]);
    assert!(!refusals(&folder).contains("amounts::overflow"));
}

/// Whatever an officer's finger slips on, the compiler answers; it never stops.
#[test]
fn a_slip_of_the_finger_never_stops_the_compiler() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base");
    let folder = broken("slips", &[]);
    for (file, every) in [(POLICY, 29), (FACTS, 17)] {
        let sound = fs::read_to_string(base.join(file)).unwrap();
        for (at, letter) in sound.char_indices().step_by(every) {
            for slip in ["", "\n", "'", "万", "]"] {
                let slipped = format!("{}{slip}{}", &sound[..at], &sound[at + letter.len_utf8()..]);
                fs::write(folder.join(file), slipped).unwrap();
                refusals(&folder);
            }
        }
        fs::write(folder.join(file), sound).unwrap();
    }
}

/// The sound policy, in which the two measures together pay at most 60万元 instead of the higher one; with those changes.
fn capped(name: &str, edits: &[(&str, &str)]) -> String {
    let base = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base").join(POLICY)).unwrap();
    let (before, rest) = base.split_once("> 三、同一企业只享受其中较高的一项。").unwrap();
    let (_, after) = rest.split_once("> 本办法自发布之日起施行。").unwrap();
    let example = |name: &str, advertising: &str, booth: &str, sum: u32| {
        format!(
            "```toml example\nname = \"{name}\"\ngiven = {{ turnover = \"100万元\", advertising = \"{advertising}\", \
             fairs = [ {{ date = \"2026-03-01\", booth = \"{booth}\" }} ] }}\nexpect = {{ demo-together = \"{sum}\" }}\n```\n\n"
        )
    };
    let cases =
        [("below", "100万元", "15万元", 450_000), ("exactly", "200万元", "10万元", 600_000), ("above", "200万元", "15万元", 600_000)];
    let cases: String = cases.into_iter().map(|(name, advertising, booth, sum)| example(name, advertising, booth, sum)).collect();
    let combine = "```toml combine demo-together\ntitle = { zh = \"合计\", en = \"Together\" }\nat_most = '60万元'\n```\n\n";
    let mut words = format!("{before}> 三、两项合计最高不超过60万元。\n\n{combine}{cases}> 本办法自发布之日起施行。{after}");
    for (from, to) in edits {
        assert!(words.contains(from), "`{from}` stands in the policy");
        words = words.replace(from, to);
    }
    let folder = broken(name, &[(SOURCE, "三、同一企业只享受其中较高的一项。", "三、两项合计最高不超过60万元。")]);
    fs::write(folder.join(POLICY), words).unwrap();
    refusals(&folder)
}

#[test]
fn a_cap_on_a_sum_is_let_through() {
    assert_eq!(capped("a_cap_on_a_sum", &[]), "");
}

/// Whether the authority pays is open, so what they give together begins at nothing; a case counts all the same.
#[test]
fn a_cap_on_a_sum_that_the_authority_assesses() {
    let assessed = [
        ("pays = '30% *", "pays = 'assessed up to 30% *"),
        ("demo-ads = \"qualifies exact ", "demo-ads = \"subject_to_review assessed 0.."),
        ("\"450000\"", "\"150000..450000\""),
        ("\"10万元\" } ] }\nexpect = { demo-together = \"600000\"", "\"10万元\" } ] }\nexpect = { demo-together = \"100000..600000\""),
        ("demo-together = \"600000\"", "demo-together = \"150000..600000\""),
    ];
    assert_eq!(capped("a_cap_on_an_assessed_sum", &assessed), "");
}

#[test]
fn a_cap_on_a_sum_with_a_number_the_text_has_not() {
    let found = capped("a_cap_on_a_sum_with_another_number", &[("at_most = '60万元'", "at_most = '61万元'")]);
    assert!(found.contains("numbers::") && found.contains("61万元"), "{found}");
}

#[test]
fn a_cap_on_a_sum_without_a_case_where_it_binds() {
    insta::assert_snapshot!(capped(
        "a_cap_on_a_sum_not_binding",
        &[("\"15万元\" } ] }\nexpect = { demo-together = \"600000\"", "\"10万元\" } ] }\nexpect = { demo-together = \"600000\"")]
    ));
}

#[test]
fn a_cap_on_a_sum_in_another_unit() {
    insta::assert_snapshot!(capped("a_cap_on_a_sum_in_dollars", &[("at_most = '60万元'", "at_most = '60万美元'")]));
}

/// Of ads and fairs, and of fairs and others: what fairs lose to the one they may lose to the other.
#[test]
fn caps_on_sums_that_cross() {
    let combine = |id: &str, among: &str| {
        format!("```toml combine {id}\ntitle = {{ zh = \"合计\", en = \"Together\" }}\namong = [{among}]\nat_most = '60万元'\n```\n\n")
    };
    let others =
        "```toml measure demo-others\ntitle = { zh = \"三\", en = \"Third\" }\npays = 'total f.booth for each f in fairs'\n```\n\n";
    let two = combine("demo-one", "\"demo-ads\", \"demo-fairs\"") + &combine("demo-two", "\"demo-fairs\", \"demo-others\"");
    let whole = combine("demo-together", "\"demo-ads\", \"demo-fairs\", \"demo-others\"");
    let from = "```toml combine demo-together";
    insta::assert_snapshot!(capped("caps_on_sums_that_cross", &[(from, &format!("{others}{two}{whole}{from}-all"))]));
}

/// 4,096 ways are tried; seven rules, each of which pays one of four measures, have 4⁷ = 16,384.
#[test]
fn too_many_ways_to_combine() {
    let measure = |id: &str| {
        format!(
            "```toml measure demo-{id}\ntitle = {{ zh = \"又一项\", en = \"Another\" }}\npays = 'total f.booth for each f in fairs'\n```\n\n"
        )
    };
    let rule = |number: u8| {
        format!("```toml combine demo-rule-{number}\ntitle = {{ zh = \"较高的一项\", en = \"The higher one\" }}\nhighest = true\n```\n\n")
    };
    let rules: String = (1..7).map(rule).collect();
    let from = "```toml combine demo-higher";
    let to = format!("{}{}{rules}{from}", measure("third"), measure("fourth"));
    insta::assert_snapshot!(refusals(&broken("too_many_ways_to_combine", &[(POLICY, from, &to)])));
}

/// The rule that rows are used once, for these measures, in place of the rule that the higher one is paid.
fn once(name: &str, third: &str) -> String {
    let from = "```toml combine demo-higher\ntitle = { zh = \"只享受较高的一项\", en = \"Only the higher one\" }\nhighest = true";
    let to = format!("{third}{}", from.replace("highest = true", "once = \"fairs\""));
    refusals(&broken(name, &[(POLICY, from, &to)]))
}

#[test]
fn rows_that_go_to_one_of_three_measures() {
    let third = "```toml measure demo-third\ntitle = { zh = \"三\", en = \"Third\" }\npays = 'total f.booth for each f in fairs'\n```\n\n";
    insta::assert_snapshot!(once("rows_for_three", third));
}

/// The second measure has a limit for each year.
#[test]
fn rows_of_which_a_measure_does_more_than_add_them_up() {
    insta::assert_snapshot!(once("rows_by_year", ""));
}
