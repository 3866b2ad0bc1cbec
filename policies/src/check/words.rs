//! Signs and caps against the words beside their numbers: 以上 is `>=`, 超过 is `>`, 最高 is `at most`.

use std::sync::Arc;

use mingbai_core::expression::Sign;

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{Name, PolicyDoc};
use crate::expr::Role;
use crate::lexis::{self, Meaning};
use crate::passages::{Passage, Rule, RuleNumber, TextNumber, without_space};

/// Refuses signs that contradict the text without a reason, and reasons where nothing is contradicted.
pub(crate) fn check(policy: &PolicyDoc, passages: &[Passage<'_>], diagnostics: &mut Vec<Diagnostic>) {
    for passage in passages {
        for rule in &passage.rules {
            check_rule(&policy.source, passage, rule, diagnostics);
        }
    }
}

fn check_rule(source: &Arc<Source>, passage: &Passage<'_>, rule: &Rule<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let departures: Vec<(&Name, &String)> = rule.departures().into_iter().flatten().collect();
    let mut departing: Vec<Vec<&TextNumber>> = Vec::new();
    for number in &rule.numbers {
        if number.role == Role::One {
            continue;
        }
        let said = said(passage, number);
        if said.is_empty() || agrees_with_text(number.role, &said) {
            continue;
        }
        if !departures.iter().any(|(key, _)| excuses(passage, key, &said)) {
            diagnostics.push(contradiction(source, number, &said));
        }
        departing.push(said);
    }
    for (key, reason) in departures {
        if !departing.iter().any(|said| excuses(passage, key, said)) {
            let message = format!("no rule here departs from `{}`", key.text);
            diagnostics.push(Diagnostic::new("words::needless", message, source, key.span, "this reason is not needed").help("remove it"));
        } else if reason.trim().is_empty() {
            diagnostics.push(Diagnostic::new(
                "words::no_reason",
                format!("`{}` has no reason", key.text),
                source,
                key.span,
                "say why the rule departs from it",
            ));
        }
    }
}

/// Where the text says the number.
fn said<'p>(passage: &'p Passage<'_>, number: &RuleNumber) -> Vec<&'p TextNumber> {
    let same = |text: &&TextNumber| number.numeral.as_ref().is_some_and(|numeral| text.numeral.is_same(numeral));
    passage.numbers.iter().filter(same).collect()
}

/// Whether one of the places says the same. `X（含）以下或X以上` also says that above is beyond X.
fn agrees_with_text(role: Role, said: &[&TextNumber]) -> bool {
    if said.iter().any(|text| text.numeral.meanings.iter().all(|meaning| agrees(role, *meaning))) {
        return true;
    }
    let Role::Threshold(sign) = role else { return false };
    let signs = |text: &TextNumber| text.numeral.meanings.iter().filter_map(|meaning| sign_of(*meaning)).collect::<Vec<_>>();
    let same_side = said.iter().any(|text| signs(text).iter().any(|other| is_upward(*other) == is_upward(sign)));
    same_side && said.iter().any(|text| text.numeral.included && signs(text).iter().any(|other| opposite(*other) == sign))
}

fn agrees(role: Role, meaning: Meaning) -> bool {
    match role {
        Role::Threshold(sign) => sign_of(meaning) == Some(sign),
        Role::Cap | Role::Amount { up_to: true } => matches!(meaning, Meaning::Cap | Meaning::NotMoreThan | Meaning::AtMost),
        Role::Amount { up_to: false } | Role::One => false,
    }
}

/// The sign that says the same; a cap is no line to be met.
fn sign_of(meaning: Meaning) -> Option<Sign> {
    match meaning {
        Meaning::AtLeast => Some(Sign::AtLeast),
        Meaning::MoreThan => Some(Sign::MoreThan),
        Meaning::AtMost | Meaning::NotMoreThan => Some(Sign::AtMost),
        Meaning::LessThan => Some(Sign::LessThan),
        Meaning::Cap => None,
    }
}

fn is_upward(sign: Sign) -> bool {
    matches!(sign, Sign::AtLeast | Sign::MoreThan)
}

/// The sign that holds exactly where this one does not.
fn opposite(sign: Sign) -> Sign {
    match sign {
        Sign::AtLeast => Sign::LessThan,
        Sign::MoreThan => Sign::AtMost,
        Sign::AtMost => Sign::MoreThan,
        Sign::LessThan => Sign::AtLeast,
        Sign::Equal => Sign::Equal,
    }
}

/// Whether a reason speaks of one of the places: its words stand in the text and hold the number.
fn excuses(passage: &Passage<'_>, key: &Name, said: &[&TextNumber]) -> bool {
    let numbers = lexis::numbers(&key.text).kept;
    let holds = |text: &&TextNumber| numbers.iter().any(|number| number.is_same(&text.numeral));
    passage.words.contains(&without_space(&key.text)) && said.iter().any(holds)
}

fn contradiction(source: &Arc<Source>, number: &RuleNumber, said: &[&TextNumber]) -> Diagnostic {
    let written = source.slice(number.span);
    let phrase = said.iter().find(|text| !text.numeral.meanings.is_empty()).map_or(written, |text| text.phrase.as_str());
    let diagnostic = match number.role {
        Role::Threshold(sign) => Diagnostic::new(
            "words::contradiction",
            format!("`{} {written}` contradicts the words of the text", sign.symbol()),
            source,
            number.span,
            "the sign before this number",
        ),
        Role::Cap => Diagnostic::new(
            "words::contradiction",
            format!("a cap of `{written}` contradicts the words of the text"),
            source,
            number.span,
            "a cap here",
        ),
        Role::Amount { .. } | Role::One => Diagnostic::new(
            "words::contradiction",
            format!("`{written}` as part of an amount contradicts the words of the text"),
            source,
            number.span,
            "part of an amount here",
        ),
    };
    let diagnostic = said
        .iter()
        .filter(|text| !text.numeral.meanings.is_empty())
        .fold(diagnostic, |diagnostic, text| diagnostic.label(text.span, format!("the text says {}", text.phrase)));
    let advice = said.iter().flat_map(|text| &text.numeral.meanings).next().map_or("write what the text says", |meaning| advice(*meaning));
    diagnostic.help(format!("{advice}; or give the reason in this block: word = {{ \"{phrase}\" = \"…\" }}"))
}

fn advice(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::AtLeast => "write `>=`",
        Meaning::MoreThan => "write `>`",
        Meaning::AtMost => "write `<=`",
        Meaning::LessThan => "write `<`",
        Meaning::NotMoreThan | Meaning::Cap => "write `at most` before it, or `up to` before the amount",
    }
}

#[cfg(test)]
mod tests;
