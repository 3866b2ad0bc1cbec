//! Why a condition holds or not, with the firm's own number against the line.

use mingbai_core::answers::{Answer, Row};
use mingbai_core::explain::{Reason, Test};
use mingbai_core::expression::{Amount, Place, Sign};
use mingbai_core::fact::{ColumnId, FactKind, ListId, Wording};
use mingbai_core::interval::Interval;
use mingbai_core::quantity::Unit;
use mingbai_core::verdict::Verdict;
use rust_decimal::Decimal;

use super::{Subject, answer_words};
use crate::format;

/// Whether something is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is.
    Met,
    /// It is not.
    NotMet,
    /// It depends on something not known.
    Open,
}

/// A condition with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonItem {
    /// Whether it is met.
    pub mark: Mark,
    /// What is required.
    pub text: String,
    /// What was entered, and how far it is from the line; may be empty.
    pub yours: String,
    /// Whether it is open because it is not sure whether a list holds the country entered.
    pub by_list: bool,
    /// Its parts.
    pub parts: Vec<ReasonItem>,
}

impl From<Verdict> for Mark {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Yes => Self::Met,
            Verdict::No => Self::NotMet,
            Verdict::Unknown => Self::Open,
        }
    }
}

/// Puts reasons into words, for the applicant or for a row of a list.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) row: Option<(ListId, &'a Row)>,
}

impl<'a> Teller<'a> {
    /// The reason as items; parts of which all must hold stand one after the other.
    pub(super) fn items(self, reason: &Reason<'_>) -> Vec<ReasonItem> {
        match &reason.test {
            Test::All(parts) => parts.iter().flat_map(|part| self.items(part)).collect(),
            _ => vec![self.item(reason)],
        }
    }

    fn item(self, reason: &Reason<'_>) -> ReasonItem {
        let words = &self.subject.words().reason;
        let group = |text: &str, parts: &[Reason<'_>]| ReasonItem {
            mark: reason.verdict.into(),
            text: text.to_owned(),
            yours: String::new(),
            by_list: false,
            parts: parts.iter().map(|part| self.item(part)).collect(),
        };
        match &reason.test {
            Test::All(parts) => group(words.all, parts),
            Test::Any(parts) => group(words.any, parts),
            Test::Not(part) => match &part.test {
                Test::All(_) | Test::Any(_) | Test::Not(_) | Test::FirstReaches { .. } => group(words.none, core::slice::from_ref(&**part)),
                leaf => self.leaf(reason.verdict, leaf, true),
            },
            leaf => self.leaf(reason.verdict, leaf, false),
        }
    }

    fn leaf(self, verdict: Verdict, test: &Test<'_>, negated: bool) -> ReasonItem {
        let words = &self.subject.words().reason;
        let mut by_list = false;
        let (name, needs, yours) = match test {
            Test::Holds(place) => {
                let answers = &self.subject.words().answer;
                let needs = words.one_of.with([if negated { answers.no } else { answers.yes }]);
                (self.name(*place), needs, self.answered(*place))
            }
            Test::OneOf(place, options) => {
                let options = self.kind(*place).map_or_else(String::new, |kind| self.subject.options(kind, *options));
                let needs = if negated { words.not_one_of.with([&options]) } else { words.one_of.with([&options]) };
                (self.name(*place), needs, self.chosen(*place))
            }
            Test::Recognised(place) => {
                let needs = if negated { words.not_recognised } else { words.recognised };
                (self.name(*place), needs.to_owned(), self.answered(*place))
            }
            Test::Compare { left, known, sign, bound, unit } => {
                let sign = if negated { sign.opposite() } else { Some(*sign) };
                let needs = self.required(sign, *bound, *unit);
                (self.label(left), needs, self.compared(verdict, left, *known, sign, *bound, *unit))
            }
            Test::FirstReaches { value, known, threshold, before, unit, .. } => {
                let reached = self.required(Some(Sign::AtLeast), *threshold, *unit);
                let not_before = words.needs.with([&self.label(before), &self.required(Some(Sign::LessThan), *threshold, *unit)]);
                let yours = self.compared(Verdict::Yes, value, *known, None, *threshold, *unit);
                (self.label(value), self.joined(reached, Some(not_before)), yours)
            }
            Test::Listed { country, list, .. } => {
                let list = self.subject.library.country_lists.get(usize::from(list.0));
                let title = list.map_or("", |list| self.subject.lang.of(&list.title));
                let needs = if negated { words.not_one_of.with([title]) } else { words.one_of.with([title]) };
                let known = matches!(self.subject.answers.at(*country, self.row.map(|(_, row)| row)), Some(Answer::Country(_)));
                by_list = verdict == Verdict::Unknown && known;
                let open = by_list.then(|| words.listed_open.with([title]));
                (self.name(*country), needs, self.joined(self.answered(*country), open))
            }
            Test::All(_) | Test::Any(_) | Test::Not(_) => Default::default(),
        };
        ReasonItem { mark: verdict.into(), text: words.needs.with([&name, &needs]), yours, by_list, parts: Vec::new() }
    }

    pub(super) fn required(self, sign: Option<Sign>, bound: Interval, unit: Unit) -> String {
        let words = &self.subject.words().reason;
        let bound = format::range(bound, unit, self.subject.lang);
        match sign {
            Some(Sign::AtLeast) => words.at_least.with([&bound]),
            Some(Sign::MoreThan) => words.more_than.with([&bound]),
            Some(Sign::AtMost) => words.at_most.with([&bound]),
            Some(Sign::LessThan) => words.less_than.with([&bound]),
            Some(Sign::Equal) => words.equal.with([&bound]),
            None => words.not_equal.with([&bound]),
        }
    }

    /// What was entered or worked out, and the distance to the line.
    fn compared(self, verdict: Verdict, left: &Amount, known: Interval, sign: Option<Sign>, bound: Interval, unit: Unit) -> String {
        let words = &self.subject.words().reason;
        let said = match left {
            Amount::Place(place) => self.answered(*place),
            _ if known == Interval::ANY => words.not_known.to_owned(),
            _ => words.worked_out.with([&format::range(known, unit, self.subject.lang)]),
        };
        let told = match left {
            Amount::Place(place) => matches!(self.known(*place), Some(Answer::Quantity(_))),
            _ => known != Interval::ANY,
        };
        let distance = match verdict {
            Verdict::No => self.distance(known, sign, bound, unit),
            Verdict::Unknown if told && known.value().is_none() => Some(words.across_the_line.to_owned()),
            _ => None,
        };
        self.joined(said, distance)
    }

    /// One after the other, as one sentence.
    pub(super) fn joined(self, said: String, more: Option<String>) -> String {
        match more {
            None => said,
            Some(more) => format!("{said}{}{more}", if self.subject.lang == crate::text::Lang::Zh { "，" } else { ", " }),
        }
    }

    /// How far what is known is from a line it does not meet; never more than is sure.
    fn distance(self, known: Interval, sign: Option<Sign>, bound: Interval, unit: Unit) -> Option<String> {
        let words = &self.subject.words().reason;
        let sure = known.value().is_some() && bound.value().is_some();
        let (gap, short) = match sign? {
            Sign::AtLeast | Sign::MoreThan => (bound.low.checked_sub(known.high?)?, true),
            Sign::AtMost | Sign::LessThan => (known.low.checked_sub(bound.high?)?, false),
            Sign::Equal => return None,
        };
        if gap == Decimal::ZERO {
            return Some(words.on_the_line.to_owned());
        }
        let gap = format::quantity(gap, unit, self.subject.lang);
        Some(match (short, sure) {
            (true, true) => words.short_by.with([&gap]),
            (true, false) => words.short_by_at_least.with([&gap]),
            (false, true) => words.over_by.with([&gap]),
            (false, false) => words.over_by_at_least.with([&gap]),
        })
    }

    fn known(self, place: Place) -> Option<&'a Answer> {
        self.subject.answers.at(place, self.row.map(|(_, row)| row))
    }

    /// The answer at a place as the person gave it.
    pub(super) fn answered(self, place: Place) -> String {
        let words = &self.subject.words().reason;
        match (self.known(place), self.kind(place)) {
            (None, _) | (_, None) => words.unanswered.to_owned(),
            (Some(Answer::NotSure), _) => words.not_sure.to_owned(),
            (Some(answer), Some(kind)) => {
                let answer = answer_words(self.subject.library, kind, answer, self.subject.lang);
                let bare = matches!(kind, FactKind::Quantity(_) | FactKind::Date);
                if bare { words.yours.with([&answer]) } else { words.yours_quoted.with([&self.subject.words().quoted.with([&answer])]) }
            }
        }
    }

    /// The answer to a choice, or what it is worked out from by its table.
    fn chosen(self, place: Place) -> String {
        let derived = match (self.kind(place), self.subject.answers.at(place, None)) {
            (Some(FactKind::Choice(choice)), None | Some(Answer::NotSure)) => choice.derived.as_ref(),
            _ => None,
        };
        let Some(table) = derived else { return self.answered(place) };
        let mut facts = vec![table.industry];
        let tiers = match self.subject.answers.get(table.industry) {
            Some(Answer::Choice(industry)) => table.rows.get(usize::from(*industry)),
            _ => None,
        };
        for (fact, _) in tiers.into_iter().flatten().flat_map(|tier| &tier.limits) {
            if !facts.contains(fact) {
                facts.push(*fact);
            }
        }
        let known = facts.into_iter().filter_map(|fact| {
            let answer = self.subject.answers.get(fact)?;
            let kind = &self.subject.library.fact(fact)?.kind;
            Some(format!("{} {}", self.subject.name(fact), answer_words(self.subject.library, kind, answer, self.subject.lang)))
        });
        let known = known.collect::<Vec<_>>().join(self.subject.words().comma);
        let words = &self.subject.words().reason;
        if known.is_empty() {
            return words.unanswered.to_owned();
        }
        words.derived.with([self.subject.lang.of(&table.title), &known])
    }

    /// The name of an amount that is compared.
    pub(super) fn label(self, amount: &Amount) -> String {
        let join = |parts: &[Amount], sign: &str| parts.iter().map(|part| self.label(part)).collect::<Vec<_>>().join(sign);
        match amount {
            Amount::Literal(value, unit) => format::quantity(*value, *unit, self.subject.lang),
            Amount::Place(place) => self.name(*place),
            Amount::Sum(parts) => join(parts, " + "),
            Amount::Product(parts) => join(parts, " × "),
            Amount::Minus(one, other) => format!("{} − {}", self.label(one), self.label(other)),
            Amount::AtMost(inner, _) | Amount::UpTo(inner, _) | Amount::BetterOf(inner, _) => self.label(inner),
            Amount::Total(total) => {
                let list = total.list.fact().map_or_else(String::new, |list| self.subject.name(list));
                self.subject.words().reason.total_of.with([&list])
            }
        }
    }

    fn name(self, place: Place) -> String {
        self.asked(place).map_or_else(String::new, |(wording, _)| self.subject.say(&wording.short))
    }

    fn kind(self, place: Place) -> Option<&'a FactKind> {
        self.asked(place).map(|(_, kind)| kind)
    }

    /// How the fact, or the column of the row's list, is asked.
    fn asked(self, place: Place) -> Option<(&'a Wording, &'a FactKind)> {
        match place {
            Place::Fact(fact) => self.subject.library.fact(fact).map(|fact| (&fact.wording, &fact.kind)),
            Place::Column(ColumnId(column)) => {
                let list = self.subject.library.list(self.row?.0)?;
                list.columns.get(usize::from(column)).map(|column| (&column.wording, &column.kind))
            }
        }
    }
}
