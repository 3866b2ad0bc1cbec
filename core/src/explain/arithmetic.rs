//! An amount written out: one line for each row, year and formula, from the steps that decided.

use core::ops::Range;

use rust_decimal::Decimal;

use super::{At, unit};
use crate::expression::{Amount, Total};
use crate::fact::{ColumnId, FactId, ListId};
use crate::interval::Interval;
use crate::library::Library;
use crate::quantity::Unit;
use crate::trace::{Fate, Finding, Step};

/// One line: `formula = comes to`, capped at `cap`, gives `result`. Values are with every `up to` in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row it is about, with its list.
    pub row: Option<(FactId, u16)>,
    /// The row of a list inside that row, with the column.
    pub inner: Option<(ColumnId, u16)>,
    /// The calendar year it is about.
    pub year: Option<u16>,
    /// The formula.
    pub formula: Vec<Token>,
    /// What the formula comes to.
    pub comes_to: Interval,
    /// The cap on it, if the text has one.
    pub cap: Option<Interval>,
    /// What remains under the cap.
    pub result: Interval,
    /// The unit of the last three.
    pub unit: Unit,
}

/// A part of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A number of the text, an answer, or what an earlier line gave.
    Value(Interval, Unit),
    /// `+`
    Plus,
    /// `×`
    Times,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `−`
    Minus,
    /// `max`: the larger of the two amounts in the brackets behind it.
    BetterOf,
    /// `,`
    Comma,
}

impl Token {
    /// The sign; nothing for a value.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Value(..) => "",
            Self::Plus => " + ",
            Self::Times => " × ",
            Self::Open => "(",
            Self::Close => ")",
            Self::Minus => " − ",
            Self::BetterOf => "max",
            Self::Comma => ", ",
        }
    }
}

/// The lines of an amount; `steps` is the range of its steps, such as [`crate::measure::Finding::pays_steps`].
#[must_use]
pub fn arithmetic(library: &Library, amount: &Amount, steps: &[Step], range: &Range<usize>) -> Vec<Line> {
    let mut writer = Writer { library, lines: Vec::new() };
    let at = At::start(steps, range);
    writer.line(amount, at, Here { at_hand: None, row: None, inner: None, paid: true });
    writer.lines
}

/// What a line is about.
#[derive(Clone, Copy)]
struct Here {
    /// The list of the row at hand.
    at_hand: Option<ListId>,
    /// The row the line gives the amount of.
    row: Option<(FactId, u16)>,
    /// The row of a list inside that row.
    inner: Option<(ColumnId, u16)>,
    /// Whether the line gives what is paid, for a row or for all, which is never below zero.
    paid: bool,
}

struct Writer<'a> {
    library: &'a Library,
    lines: Vec<Line>,
}

impl Writer<'_> {
    /// Adds the line of an amount, after the lines it builds on.
    fn line(&mut self, amount: &Amount, at: At<'_>, here: Here) -> Option<()> {
        let (inner, inner_at, cap) = match amount {
            Amount::UpTo(inner, _) => return self.line(inner, at.first(), here),
            Amount::AtMost(inner, _) => (&**inner, at.first(), Some(not_below_zero(at.first().next().value()?.most))),
            _ => (amount, at, None),
        };
        let unit = unit(self.library, amount, here.at_hand);
        let mut formula = self.formula(inner, inner_at, here);
        let mut comes_to = inner_at.value()?.most;
        if here.paid && comes_to.low < Decimal::ZERO {
            let nothing = Token::Value(Interval::ZERO, unit);
            formula = [&[Token::BetterOf, Token::Open], formula.as_slice(), &[Token::Comma, nothing, Token::Close]].concat();
            comes_to = not_below_zero(comes_to);
        }
        let result = cap.map_or(comes_to, |cap| comes_to.min(cap));
        let before = self.lines.last().map(|line| line.result);
        let told = cap.is_none() && matches!(formula.as_slice(), [Token::Value(value, _)] if before == Some(*value));
        if !told || here.row.is_some() {
            self.lines.push(Line { row: here.row, inner: here.inner, year: None, formula, comes_to, cap, result, unit });
        }
        Some(())
    }

    fn formula(&mut self, amount: &Amount, at: At<'_>, here: Here) -> Vec<Token> {
        let shown = |at: At<'_>| at.value().map(|value| Token::Value(value.most, unit(self.library, amount, here.at_hand)));
        match amount {
            Amount::Literal(..) | Amount::Place(_) => shown(at).into_iter().collect(),
            Amount::UpTo(inner, _) => self.formula(inner, at.first(), here),
            Amount::AtMost(..) => {
                let result = shown(at);
                self.line(amount, at, Here { row: None, inner: None, paid: false, ..here });
                result.into_iter().collect()
            }
            Amount::Sum(parts) => self.joined(parts, at, here, Token::Plus),
            Amount::Product(parts) => self.joined(parts, at, here, Token::Times),
            Amount::Minus(left, right) => {
                let mut tokens = self.formula(left, at.first(), here);
                tokens.push(Token::Minus);
                tokens.extend(bracketed(self.formula(right, at.first().next(), here)));
                tokens
            }
            Amount::BetterOf(one, other) => {
                let mut tokens = vec![Token::BetterOf, Token::Open];
                tokens.extend(self.formula(one, at.first(), here));
                tokens.push(Token::Comma);
                tokens.extend(self.formula(other, at.first().next(), here));
                tokens.push(Token::Close);
                tokens
            }
            Amount::Total(total) => self.total(total, at, here),
        }
    }

    fn joined(&mut self, parts: &[Amount], at: At<'_>, here: Here, sign: Token) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = at.first();
        for part in parts {
            if !tokens.is_empty() {
                tokens.push(sign);
            }
            let part_tokens = self.formula(part, at, here);
            tokens.extend(if sign == Token::Times { bracketed(part_tokens) } else { part_tokens });
            at = at.next();
        }
        tokens
    }

    /// The lines of the rows and of the years; returns the sum of what they give.
    fn total(&mut self, total: &Total, at: At<'_>, here: Here) -> Vec<Token> {
        let list = total.list.list(here.at_hand);
        let unit = unit(self.library, &total.each, list);
        let whole = at.value();
        let end = at.next().place;
        let mut rows = Vec::new();
        let mut years = Vec::new();
        let mut at = at.first();
        while at.place < end {
            match at.step().map(|step| step.finding) {
                Some(Finding::Row { row, fate: Fate::Kept }) => {
                    let inner = list.and_then(|list| list.inner).map(|column| (column, row));
                    let outer = if inner.is_some() { here.row } else { list.map(|list| (list.fact, row)) };
                    rows.extend(self.row(total, at, Here { at_hand: list, row: outer, inner, paid: true }));
                }
                Some(Finding::Year { year, before, after }) => years.push((year, before, after)),
                _ => {}
            }
            at = at.next();
        }
        let parts = match total.yearly.as_ref().filter(|_| !years.is_empty()) {
            Some(cap) => self.years(cap, &years, unit),
            None => rows,
        };
        let sum = parts.iter().fold(Interval::ZERO, |sum, part| sum.plus(*part));
        match whole.map(|value| value.most) {
            // A row that may count, or may still come, has no line of its own.
            Some(most) if most != sum => vec![Token::Value(most, unit)],
            _ => plus(parts.into_iter().map(|part| Token::Value(part, unit)), unit),
        }
    }

    /// The line of a row, unless its amount is just an answer.
    fn row(&mut self, total: &Total, at: At<'_>, here: Here) -> Option<Interval> {
        let each = if total.filter.is_some() { at.first().next() } else { at.first() };
        let value = each.value()?.most;
        if !matches!(total.each, Amount::Place(_)) {
            self.line(&total.each, each, here);
        }
        Some(not_below_zero(value))
    }

    /// The lines of the years; returns what each gives.
    fn years(&mut self, cap: &Amount, years: &[(u16, Interval, Interval)], unit: Unit) -> Vec<Interval> {
        let cap = match cap {
            Amount::Literal(value, _) => Some(Interval::point(*value)),
            _ => None,
        };
        for (year, before, after) in years {
            let formula = vec![Token::Value(*before, unit)];
            self.lines.push(Line { row: None, inner: None, year: Some(*year), formula, comes_to: *before, cap, result: *after, unit });
        }
        years.iter().map(|(_, _, after)| *after).collect()
    }
}

fn not_below_zero(interval: Interval) -> Interval {
    interval.max(Interval::ZERO)
}

/// In brackets, if it is a sum or a difference.
fn bracketed(mut tokens: Vec<Token>) -> Vec<Token> {
    if tokens.iter().any(|token| matches!(token, Token::Plus | Token::Minus)) {
        tokens.insert(0, Token::Open);
        tokens.push(Token::Close);
    }
    tokens
}

fn plus(values: impl Iterator<Item = Token>, unit: Unit) -> Vec<Token> {
    let mut tokens = Vec::new();
    for value in values {
        if !tokens.is_empty() {
            tokens.push(Token::Plus);
        }
        tokens.push(value);
    }
    if tokens.is_empty() { vec![Token::Value(Interval::ZERO, unit)] } else { tokens }
}
