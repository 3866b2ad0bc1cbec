//! Numbers, both ways: no number of a rule that its quotes do not say, no number of a quote that nothing accounts for.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::Date;
use mingbai_core::fact::{Fact, FactKind, Wording};
use rust_decimal::prelude::ToPrimitive;

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Content, DocumentDoc, Name, PolicyDoc};
use crate::expr::Role;
use crate::lexis::{self, Meaning, Numeral};
use crate::passages::{Passage, RuleNumber, TextNumber};

/// Refuses numbers that stand only on one side, and reasons given for numbers that need none.
pub(crate) fn check(policy: &PolicyDoc, passages: &[Passage<'_>], facts: &[Fact], diagnostics: &mut Vec<Diagnostic>) {
    let document =
        policy.blocks().find_map(|block| if let Content::Document(document) = &block.content { Some(&**document) } else { None });
    for passage in passages {
        let rule_numbers: Vec<&RuleNumber> = passage.rules.iter().flat_map(|rule| &rule.numbers).collect();
        diagnostics
            .extend(rule_numbers.iter().filter(|number| !is_in_text(number, passage)).map(|number| not_in_text(policy, passage, number)));
        let by_default: Vec<&RuleNumber> = rule_numbers.into_iter().filter(|number| !number.in_reading).collect();
        let worded = in_wordings(passage, facts);
        let open: Vec<&TextNumber> = passage
            .numbers
            .iter()
            .filter(|number| !by_default.iter().any(|rule| accounts_for(rule, number)))
            .filter(|number| !worded.iter().any(|worded| worded.is_same(&number.numeral)))
            .filter(|number| !document.is_some_and(|document| is_validity(document, number, policy)))
            .collect();
        excused(policy, passage, &open, diagnostics);
    }
}

/// The reasons written by hand for numbers that no rule uses, with their blocks' documents and notes.
pub(crate) fn reasons<'a>(passage: &Passage<'a>) -> impl Iterator<Item = (&'a Name, &'a String)> {
    passage.run.blocks.iter().filter_map(|block| numbers_of(&block.content)).flatten()
}

fn numbers_of(content: &Content) -> Option<&BTreeMap<Name, String>> {
    match content {
        Content::Document(document) => Some(&document.numbers),
        Content::Note(note) => Some(&note.numbers),
        _ => None,
    }
}

/// `one per` accounts only for the one of 最多…1个.
fn accounts_for(rule: &RuleNumber, number: &TextNumber) -> bool {
    let same = rule.numeral.as_ref().is_some_and(|numeral| numeral.is_same(&number.numeral));
    let caps = || number.numeral.meanings.iter().any(|meaning| matches!(meaning, Meaning::Cap | Meaning::NotMoreThan));
    same && (rule.role != Role::One || caps())
}

/// Zero needs no source, and neither does `one per`.
fn is_in_text(number: &RuleNumber, passage: &Passage<'_>) -> bool {
    if number.role == Role::One {
        return true;
    }
    let Some(numeral) = &number.numeral else { return false };
    numeral.value.is_zero() || passage.numbers.iter().any(|text| text.numeral.is_same(numeral))
}

fn not_in_text(policy: &PolicyDoc, passage: &Passage<'_>, number: &RuleNumber) -> Diagnostic {
    let source = &policy.source;
    let written = source.slice(number.span);
    let said: Vec<String> = passage.numbers.iter().map(|text| format!("`{}`", source.slice(text.span))).collect();
    let help = if said.is_empty() {
        "the quotes above this block say no number; move the block under its sentence, or define the number there and use its name"
            .to_owned()
    } else {
        format!("the quotes above this block say {}; keep the number and the unit of the text", said.join(", "))
    };
    Diagnostic::new(
        "numbers::not_in_text",
        format!("`{written}` is not in the text"),
        source,
        number.span,
        "no such number in the quotes above",
    )
    .help(help)
}

/// Refuses what no reason excuses, and reasons that excuse nothing.
fn excused(policy: &PolicyDoc, passage: &Passage<'_>, open: &[&TextNumber], diagnostics: &mut Vec<Diagnostic>) {
    let reasons: Vec<(&Name, &String, Option<Numeral>)> =
        reasons(passage).map(|(key, reason)| (key, reason, only_number(&key.text))).collect();
    let excuses = |key: &Option<Numeral>, number: &TextNumber| key.as_ref().is_some_and(|key| key.is_same(&number.numeral));
    for number in open.iter().filter(|number| !reasons.iter().any(|(.., key)| excuses(key, number))) {
        diagnostics.push(unaccounted(&policy.source, number));
    }
    for (key, reason, numeral) in &reasons {
        if !open.iter().any(|number| excuses(numeral, number)) {
            diagnostics.push(needless(&policy.source, passage, key, numeral.as_ref()));
        } else if reason.trim().is_empty() {
            diagnostics.push(Diagnostic::new(
                "numbers::no_reason",
                format!("`{}` has no reason", key.text),
                &policy.source,
                key.span,
                "say why no rule uses it",
            ));
        }
    }
}

fn unaccounted(source: &Arc<Source>, number: &TextNumber) -> Diagnostic {
    let written = source.slice(number.span);
    Diagnostic::new(
        "numbers::unaccounted",
        format!("nothing accounts for `{written}`"),
        source,
        number.span,
        "no rule beneath this text uses it",
    )
    .help(format!("use it in a rule beneath this text, or give the reason in a note: numbers = {{ \"{written}\" = \"…\" }}"))
}

fn needless(source: &Arc<Source>, passage: &Passage<'_>, key: &Name, numeral: Option<&Numeral>) -> Diagnostic {
    let in_text = numeral.is_some_and(|numeral| passage.numbers.iter().any(|number| number.numeral.is_same(numeral)));
    let label = if in_text { "accounted for without it" } else { "the text above has no such number" };
    Diagnostic::new("numbers::needless", format!("the reason for `{}` is not needed", key.text), source, key.span, label).help("remove it")
}

fn only_number(text: &str) -> Option<Numeral> {
    let mut found = lexis::numbers(text).kept;
    found.pop().filter(|_| found.is_empty())
}

/// The numbers that stand in the questions, labels, help and options of the facts and columns that the rules of a passage use.
fn in_wordings(passage: &Passage<'_>, facts: &[Fact]) -> Vec<Numeral> {
    let is_used = |name: &str| passage.rules.iter().any(|rule| rule.names.contains(name));
    let mut words = Vec::new();
    for fact in facts.iter().filter(|fact| is_used(&fact.name)) {
        words.extend(words_of(&fact.wording, &fact.kind));
        words_of_columns(&fact.kind, &is_used, &mut words);
    }
    words.into_iter().flat_map(|words| lexis::numbers(words).kept).collect()
}

fn words_of_columns<'f>(kind: &'f FactKind, is_used: &impl Fn(&str) -> bool, words: &mut Vec<&'f str>) {
    for column in kind.list().into_iter().flat_map(|list| &list.columns).filter(|column| is_used(&column.name)) {
        words.extend(words_of(&column.wording, &column.kind));
        words_of_columns(&column.kind, is_used, words);
    }
}

fn words_of<'f>(wording: &'f Wording, kind: &'f FactKind) -> impl Iterator<Item = &'f str> {
    let texts = [&wording.question, &wording.short, &wording.help].into_iter().chain(kind.options().iter().map(|option| &option.text));
    texts.map(|text| text.zh.as_str())
}

/// `有效期三年` is said by the document's `in_force`.
fn is_validity(document: &DocumentDoc, number: &TextNumber, policy: &PolicyDoc) -> bool {
    let before = policy.source.text.get(..number.span.start).unwrap_or_default();
    let Some(in_force) = &document.in_force else { return false };
    let years = number.numeral.value.to_u16().filter(|_| number.numeral.unit == "年" && before.ends_with("有效期"));
    let (from, until, check_until) = (in_force.from.0, in_force.until.0, in_force.check_until.0);
    let anniversary = years.and_then(|years| Date::new(from.year().checked_add(years)?, from.month(), from.day()));
    anniversary.is_some_and(|anniversary| until == anniversary || check_until == anniversary || day_before(anniversary) == Some(until))
}

fn day_before(day: Date) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    if day.day() > 1 {
        return Date::new(year, month, day.day() - 1);
    }
    let (year, month) = if month > 1 { (year, month - 1) } else { (year.checked_sub(1)?, 12) };
    (28..=31).rev().find_map(|last| Date::new(year, month, last))
}

#[cfg(test)]
pub(crate) mod tests;
