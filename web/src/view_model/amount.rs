//! Amounts in words: what is paid, and how certain it is.

use mingbai_core::interval::Interval;
use mingbai_core::library::Kind;
use mingbai_core::measure::Estimate;
use rust_decimal::Decimal;

use super::Subject;
use crate::format;

/// What an estimate of that kind comes to: `15万元`, `最高19.1万元`, `最高 9.1万–19.1万元`, `不超过50万元`, `金额上限未定`.
pub(super) fn estimate_words(subject: Subject<'_>, kind: Kind, estimate: Option<Estimate>) -> String {
    let words = &subject.words().amount;
    match (kind, estimate) {
        (Kind::Elsewhere, _) => words.elsewhere.to_owned(),
        (Kind::Unstated, _) => words.unstated.to_owned(),
        (Kind::None, _) | (_, None) => words.none.to_owned(),
        (_, Some(estimate)) => money_words(subject, kind, estimate.most),
    }
}

/// How certain an amount of that kind is, in one phrase; nothing where there is no amount to speak of.
pub(super) fn kind_note(subject: Subject<'_>, kind: Kind) -> Option<&'static str> {
    let words = &subject.words().amount;
    match kind {
        Kind::Exact => Some(words.exact_note),
        Kind::Ceiling => Some(words.ceiling_note),
        Kind::Assessed => Some(words.assessed_note),
        Kind::Elsewhere | Kind::Unstated | Kind::None => None,
    }
}

fn money_words(subject: Subject<'_>, kind: Kind, most: Interval) -> String {
    let words = &subject.words().amount;
    let Some(high) = most.high else {
        return words.open.to_owned();
    };
    let settled = high == most.low;
    if !settled && most.low == Decimal::ZERO {
        return words.not_above.with([&format::money(high, subject.lang)]);
    }
    let range = format::money_range(most, subject.lang);
    if kind == Kind::Exact || (settled && high == Decimal::ZERO) {
        return range;
    }
    let most = if settled { words.most } else { words.most_range };
    most.with([&range])
}
