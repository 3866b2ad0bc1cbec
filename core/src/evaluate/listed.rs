//! Whether a country stands in a dated list.

use super::{AtRow, Scope, cause};
use crate::answers::Answer;
use crate::date::Date;
use crate::expression::{Listed, Place};
use crate::library::Member;
use crate::order::each_once;
use crate::verdict::{Causes, Verdict};

/// On a day not known, what holds on every day it can be.
pub(super) fn listed(scope: &Scope<'_>, listed: &Listed, row: Option<AtRow<'_>>, causes: &mut Causes) -> Verdict {
    let Some(Answer::Country(country)) = scope.answer(listed.country, row) else {
        return causes.unknown(&cause(listed.country, row));
    };
    let entries = scope.library.country_lists.get(usize::from(listed.list.0));
    let members = || entries.into_iter().flat_map(|list| &list.members).filter(|member| member.country == *country);
    if let Some(Answer::Date(day)) = scope.answer(listed.on, row) {
        return match on_day(members(), *day) {
            Verdict::Unknown => causes.unknown(&Causes::LIST),
            known => known,
        };
    }
    let (first, last) = days(scope, listed.on, row);
    let turns = members().flat_map(|member| [member.from, member.until.and_then(Date::next)]).flatten();
    let turns = each_once(turns.filter(|day| *day > first && *day <= last));
    let on_first = on_day(members(), first);
    let on_others = || turns.iter().map(|day| on_day(members(), *day));
    let changes = on_others().any(|other| other != on_first);
    if changes {
        causes.add(&cause(listed.on, row));
    }
    if on_first == Verdict::Unknown || on_others().any(|other| other == Verdict::Unknown) {
        causes.add(&Causes::LIST);
    }
    if changes { Verdict::Unknown } else { on_first }
}

/// An entry beyond doubt outweighs one in doubt.
fn on_day<'a>(members: impl Iterator<Item = &'a Member>, day: Date) -> Verdict {
    let inside = |member: &&Member| member.from.is_none_or(|from| from <= day) && member.until.is_none_or(|until| day <= until);
    match members.filter(inside).map(|member| member.certain).max() {
        Some(true) => Verdict::Yes,
        Some(false) => Verdict::Unknown,
        None => Verdict::No,
    }
}

/// The first and the last day it can be: a row counts only inside the window of events and up to the day of assessment.
fn days(scope: &Scope<'_>, place: Place, row: Option<AtRow<'_>>) -> (Date, Date) {
    let date = row.and_then(|at| scope.library.list(at.list)).and_then(|list| list.date);
    match (place, scope.events) {
        (Place::Column(column), Some(events)) if date == Some(column) => (events.from, events.until.min(scope.as_of)),
        _ => (Date::FIRST, Date::LAST),
    }
}
