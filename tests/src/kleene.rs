//! Printed reasons, judged again from their leaves alone (strong Kleene logic).

use mingbai_core::answers::Answer;
use mingbai_core::fact::FactKind;
use mingbai_core::library::{CountryList, Member};
use mingbai_core::{Answers, Date, Library};
use serde_json::Value;

use crate::complete::possible_sizes;
use crate::text::{Printed, quantity};

/// Whether every printed verdict is what the leaves under it give.
///
/// # Errors
/// The first part for which it is not.
pub fn agrees(library: &Library, answers: &Answers, reason: &Value) -> Result<(), String> {
    let again = match judged_again(library, answers, reason)? {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    };
    if reason["verdict"] != again {
        return Err(format!("judged again it is {again}: {reason}"));
    }
    let parts = ["all", "any"].iter().filter_map(|key| reason.get(key)?.as_array()).flatten().chain(reason.get("not"));
    parts.into_iter().try_for_each(|part| agrees(library, answers, part))
}

/// What the leaves under a printed reason give: yes is `Some(true)`, no is `Some(false)`, unknown is nothing.
///
/// # Errors
/// A part that is not understood.
pub fn judged_again(library: &Library, answers: &Answers, reason: &Value) -> Result<Option<bool>, String> {
    let each = |parts: &Value| -> Result<Vec<Option<bool>>, String> {
        parts.as_array().into_iter().flatten().map(|part| judged_again(library, answers, part)).collect()
    };
    if let Some(parts) = reason.get("all") {
        return Ok(all(&each(parts)?));
    }
    if let Some(parts) = reason.get("any") {
        let opposite: Vec<Option<bool>> = each(parts)?.into_iter().map(|one| one.map(|yes| !yes)).collect();
        return Ok(all(&opposite).map(|none| !none));
    }
    if let Some(part) = reason.get("not") {
        return Ok(judged_again(library, answers, part)?.map(|yes| !yes));
    }
    leaf(library, answers, reason)
}

fn all(parts: &[Option<bool>]) -> Option<bool> {
    if parts.contains(&Some(false)) { Some(false) } else { parts.iter().all(|part| *part == Some(true)).then_some(true) }
}

fn leaf(library: &Library, answers: &Answers, reason: &Value) -> Result<Option<bool>, String> {
    let word = |key: &str| reason.get(key).and_then(Value::as_str);
    let not_understood = || format!("not understood: {reason}");
    if let Some(known) = word("known") {
        let (sign, line) = word("test").and_then(|test| test.split_once(' ')).ok_or_else(not_understood)?;
        if let Some((line, before)) = line.strip_prefix("reaches ").and_then(|rest| rest.split_once(" after ")) {
            let [known, line, before] = [known, line, before].map(quantity);
            let ((known, line), before) = known.zip(line).zip(before).ok_or_else(not_understood)?;
            return Ok(all(&[compare(&before, "<", &line)?, compare(&known, ">=", &line)?]));
        }
        let (known, line) = quantity(known).zip(quantity(line)).ok_or_else(not_understood)?;
        return compare(&known, sign, &line);
    }
    let id = word("fact").and_then(|name| library.fact_named(name)).ok_or_else(not_understood)?;
    let fact = library.fact(id).ok_or_else(not_understood)?;
    let test = word("test");
    let options = || {
        let named = test.and_then(|test| test.strip_prefix("in [")?.strip_suffix(']')).ok_or_else(not_understood)?;
        let bit = |name| fact.kind.options().iter().position(|option| option.name == name).map(|place| 1_u64 << place);
        named.split(", ").map(|name| bit(name).ok_or_else(not_understood)).sum::<Result<u64, String>>()
    };
    if let Some((list, day)) = test.and_then(|test| test.strip_prefix("in ")?.split_once(" at ")) {
        let list = library.country_lists.iter().find(|one| one.id == list).ok_or_else(not_understood)?;
        let day = library.fact_named(day).ok_or_else(not_understood)?;
        return Ok(listed(list, answers.get(id), answers.get(day)));
    }
    Ok(match answers.get(id) {
        Some(Answer::YesNo(yes)) if test.is_none() => Some(*yes),
        Some(Answer::Choice(chosen)) => Some(options()? >> chosen & 1 == 1),
        Some(Answer::Choices(chosen)) => Some(options()? & chosen != 0),
        Some(Answer::Recognition(known)) => match known.name() {
            "granted" => Some(true),
            "refused" => Some(false),
            _ => None,
        },
        _ => match &fact.kind {
            FactKind::Choice(choice) if choice.derived.is_some() => {
                let sizes = choice.derived.as_ref().map_or(0, |table| possible_sizes(table, answers));
                if sizes & options()? == 0 { Some(false) } else { (sizes & !options()? == 0).then_some(true) }
            }
            _ => None,
        },
    })
}

/// Judged day by day where the day is not known.
fn listed(list: &CountryList, country: Option<&Answer>, day: Option<&Answer>) -> Option<bool> {
    let Some(Answer::Country(country)) = country else { return None };
    let on = |day: Date| {
        let inside = |one: &&Member| one.country == *country && one.from <= Some(day) && one.until.is_none_or(|until| until >= day);
        let mut entries = list.members.iter().filter(inside).map(|one| one.certain).collect::<Vec<_>>();
        entries.sort_unstable();
        match entries.last() {
            None => Some(false),
            Some(certain) => certain.then_some(true),
        }
    };
    if let Some(Answer::Date(day)) = day {
        return on(*day);
    }
    let days = std::iter::successors(Some(Date::FIRST), |day| day.next());
    days.map(on).reduce(|one, other| if one == other { one } else { None }).flatten()
}

fn compare(known: &Printed, sign: &str, line: &Printed) -> Result<Option<bool>, String> {
    if !line.is_point() || line.unit != known.unit {
        return Err(format!("{known:?} does not compare with {line:?}"));
    }
    let line = line.low;
    let at_least = (known.low >= line, known.high.is_some_and(|high| high < line));
    let above = (known.low > line, known.high.is_some_and(|high| high <= line));
    let (always, never) = match sign {
        ">=" => at_least,
        "<" => (at_least.1, at_least.0),
        ">" => above,
        "<=" => (above.1, above.0),
        "=" => (known.is_point() && known.low == line, above.0 || at_least.1),
        _ => return Err(format!("{sign} is no sign")),
    };
    Ok(if always { Some(true) } else { never.then_some(false) })
}
