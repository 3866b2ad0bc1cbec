//! Rows inside rows, keys, countries and the like: a small sound policy of them, and each refusal, shown by breaking one thing in it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on should stop")]

mod broken;
#[macro_use]
#[path = "broken/refused.rs"]
mod refused;

use broken::refusals;

const POLICY: &str = "rows-2025-2/policy.md";
const SOURCE: &str = "rows-2025-2/source.txt";
const FACTS: &str = "facts/firm.toml";
const COUNTRIES: &str = "reference/countries.toml";
const LIST: &str = "reference/near.toml";
const WORDS: &str = "reference/words.toml";
const RATE: &str = "reference/usd.toml";

fn broken(name: &str, edits: &[broken::Edit<'_>]) -> std::path::PathBuf {
    broken::broken("rows", &[POLICY, SOURCE, FACTS, COUNTRIES, LIST, WORDS, RATE], name, edits)
}

#[test]
fn the_policy_is_sound_before_it_is_broken() {
    assert_eq!(refusals(&broken("sound", &[])), "");
}

refused! {
    // The expressions.
    one_better_than_nothing: POLICY, "better of (2万元, up to 70% * service_fee)" => "better of (2万元)";
    better_of_money_and_stores: POLICY, "better of (2万元, up" => "better of (2个, up";
    money_less_orders: POLICY, "premium - province_pays" => "premium - 30单";
    a_line_in_another_unit: POLICY, "reaches 1亿元 after" => "reaches 1亿美元 after";
    a_line_without_what_was_before: POLICY, " after best_before" => "";
    a_list_without_a_day: POLICY, " at f.date" => "";
    a_list_that_is_not_known: POLICY, "in near at" => "in neer at";
    a_list_at_no_day: POLICY, "at f.date" => "at f.country";
    a_day_on_a_list_of_countries: POLICY, "f.country in near" => "f.date in near";
    a_country_that_is_a_condition: POLICY, "where f.country in near at f.date" => "where f.country";
    a_recognition_that_is_none: POLICY, "recognised s.pilot" => "recognised turnover";
    a_recognition_without_its_word: POLICY, "where recognised s.pilot" => "where s.pilot";
    a_key_that_is_a_number: POLICY, "one per s.platform" => "one per s.orders";
    a_key_of_another_row: POLICY, "one per s.platform" => "one per t.platform";
    a_key_after_the_largest: POLICY, "one per s.platform largest 2" => "largest 2 one per s.platform";
    a_key_with_a_cap_each_year: POLICY, "for each f in fairs where f.country in near at f.date" => "for each f in fairs one per f.country at most 9万元 per f.year";
    the_outer_row_inside_the_inner_one: POLICY, "80% * b.fee at most 2万元 for each b in f.booths largest 2" => "80% * b.fee at most 2万元 for each b in f.booths where f.country in near at f.date largest 2";
    rows_of_what_is_no_list: POLICY, "in f.booths" => "in f.country";
    another_list_inside_a_row: POLICY, "for each b in f.booths" => "for each b in stores";
    a_year_of_an_inner_row: POLICY, "in f.booths largest 2" => "in f.booths at most 2万元 per b.year";

    // The facts and lists.
    a_fact_that_is_a_text: FACTS, "[best_before]\nkind = \"quantity\"\nunit = \"元\"" => "[best_before]\nkind = \"text\"";
    a_column_of_several_options: FACTS, "kind = \"text\"" => "kind = \"choices\"";
    a_list_in_a_list_in_a_list: FACTS, "[fairs.columns.booths.columns.fee]\nkind = \"quantity\"\nunit = \"元\"" => "[fairs.columns.booths.columns.fee]\nkind = \"list\"";
    a_column_called_times: FACTS, "[stores.columns.orders]" => "[stores.columns.times]";
    an_inner_column_that_nothing_uses: FACTS, "[stores]" => "[fairs.columns.booths.columns.area]\nkind = \"quantity\"\nunit = \"㎡\"\nzh = \"面积？\"\nen = \"Area?\"\nshort = { zh = \"面积\", en = \"Area\" }\n\n[stores]";
    a_word_explained_twice: WORDS, "name = \"标准展位\"" => "name = \"海外仓\"";
    a_word_without_its_meaning: WORDS, "en = \"A warehouse abroad.\"\n" => "";
    a_meaning_that_says_nothing: WORDS, "en = \"A warehouse abroad.\"" => "en = \" \"";
    a_word_that_is_none: WORDS, "name = \"标准展位\"" => "name = \"\"";
    a_rate_that_is_upside_down: RATE, "low = \"7元\"" => "low = \"7.3元\"";
    a_rate_of_nothing: RATE, "low = \"7元\"" => "low = \"0元\"";
    a_rate_in_dollars: RATE, "low = \"7元\"" => "low = \"7美元\"";
    a_rate_without_an_upper_end: RATE, "high = \"7.25元\"\n" => "";
    two_rates: WORDS, "[[terms]]\nname = \"海外仓\"\nzh = \"设在境外的仓库。\"\nen = \"A warehouse abroad.\"\n\n[[terms]]\nname = \"标准展位\"\nzh = \"统一搭建的展位。\"\nen = \"A booth built to a standard.\"" => "low = \"7元\"\nhigh = \"7.25元\"",
        WORDS, "source = \"通常理解\"" => "source = { zh = \"大致\", en = \"Rough\" }";
    a_member_that_is_no_country: LIST, "甲国" => "甲囯";
    a_membership_that_ends_before_it_begins: LIST, "from = 2025-06-01" => "from = 2025-06-01, until = 2025-05-31";
    a_country_given_twice: COUNTRIES, "zh = \"丙国\"" => "zh = \"乙国\"";
    a_key_of_a_list_that_is_not_known: LIST, "checked =" => "cheked =";

    // What can be read but not meant.
    a_line_that_is_never_reached: POLICY, "after best_before'" => "after best_before and turnover < 1亿元'";
    a_line_against_its_word: POLICY, "年交易额首次达到1亿元" => "年交易额首次超过1亿元", SOURCE, "年交易额首次达到1亿元" => "年交易额首次超过1亿元";
    a_one_that_no_key_says: POLICY, " one per s.platform largest 2" => " largest 2";
    a_one_that_is_no_maximum: POLICY, "单个平台最多奖励1个店铺" => "单个平台奖励1个店铺", SOURCE, "单个平台最多奖励1个店铺" => "单个平台奖励1个店铺";
    an_inner_total_with_too_many_digits: POLICY, "80% * b.fee at most 2万元 for" => "80% * 30% * 30% * b.fee * turnover_area for",
        FACTS, "[best_before]" => "[turnover_area]\nkind = \"quantity\"\nunit = \"㎡\"\nzh = \"面积？\"\nen = \"Area?\"\nshort = { zh = \"面积\", en = \"Area\" }\n\n[best_before]",
        POLICY, "给予80%的补助" => "给予80%和30%的补助", SOURCE, "给予80%的补助" => "给予80%和30%的补助", POLICY, "每个展位最高2万元，" => "", SOURCE, "每个展位最高2万元，" => "";
    a_cap_on_a_sum_with_too_many_digits: POLICY, "> 五、" => "```toml combine rows-4-5\ntitle = { zh = \"合计\", en = \"Together\" }\namong = [\"rows-4\", \"rows-5\"]\nat_most = '30% * 30% * premium * turnover_area'\n```\n\n> 五、",
        FACTS, "[best_before]" => "[turnover_area]\nkind = \"quantity\"\nunit = \"㎡\"\nzh = \"面积？\"\nen = \"Area?\"\nshort = { zh = \"面积\", en = \"Area\" }\n\n[best_before]";

    // The examples.
    a_country_that_is_not_known: POLICY, "country = \"丙国\"" => "country = \"丁国\"";
    no_times: POLICY, "times = 3" => "times = 0";
    an_inner_answer_that_cannot_be_read: POLICY, "fee = \"2.5万元\"" => "fee = \"2.5单\"";
    a_line_without_a_case_below: POLICY, "turnover = \"99999999.99元\"" => "turnover = \"99999999元\"";
    a_line_without_a_case_above: POLICY, "100000000.01元" => "100000001元";
    a_key_without_a_second_row: POLICY, "times = 2" => "times = 1";
    inner_rows_without_a_case_above: POLICY, "fee = \"1万元\", times = 3" => "fee = \"1万元\", times = 2";
    an_inner_cap_without_a_case_above: POLICY, "{ fee = \"3万元\" }" => "{ fee = \"2.5万元\" }";
    a_cap_by_a_difference_without_a_case_at_it: POLICY, "province_pays = \"28万元\"" => "province_pays = \"27万元\"";
}
