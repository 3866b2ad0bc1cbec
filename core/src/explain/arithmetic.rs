//! An amount written out: one line for each row, year and formula, from the steps that decided.

use core::ops::Range;

use rust_decimal::Decimal;

use super::{At, unit};
use crate::expression::{Amount, Total};
use crate::fact::FactId;
use crate::interval::Interval;
use crate::library::Library;
use crate::quantity::Unit;
use crate::trace::{Fate, Finding, Step};

/// One line: `formula = comes to`, capped at `cap`, gives `result`. Values are with every `up to` in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row it is about, with its list.
    pub row: Option<(FactId, u16)>,
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
}

/// The lines of an amount; `steps` is the range of its steps, such as [`crate::measure::Finding::pays_steps`].
#[must_use]
pub fn arithmetic(library: &Library, amount: &Amount, steps: &[Step], range: &Range<usize>) -> Vec<Line> {
    let mut writer = Writer { library, lines: Vec::new() };
    let at = At::start(steps, range);
    writer.line(amount, at, None, None);
    writer.lines
}

struct Writer<'a> {
    library: &'a Library,
    lines: Vec<Line>,
}

impl Writer<'_> {
    /// Adds the line of an amount, after the lines it builds on.
    fn line(&mut self, amount: &Amount, at: At<'_>, list: Option<FactId>, row: Option<(FactId, u16)>) -> Option<()> {
        match amount {
            Amount::UpTo(inner, _) => self.line(inner, at.first(), list, row),
            Amount::AtMost(inner, _) => {
                let formula = self.formula(inner, at.first(), list);
                let comes_to = at.first().value()?.most;
                let cap = at.first().next().value()?.most;
                let unit = unit(self.library, amount, list);
                self.lines.push(Line { row, year: None, formula, comes_to, cap: Some(cap), result: at.value()?.most, unit });
                Some(())
            }
            _ => {
                let formula = self.formula(amount, at, list);
                let result = at.value()?.most;
                let before = self.lines.last().map(|line| line.result);
                let told = matches!(formula.as_slice(), [Token::Value(value, _)] if before == Some(*value));
                if !told || row.is_some() {
                    let unit = unit(self.library, amount, list);
                    self.lines.push(Line { row, year: None, formula, comes_to: result, cap: None, result, unit });
                }
                Some(())
            }
        }
    }

    fn formula(&mut self, amount: &Amount, at: At<'_>, list: Option<FactId>) -> Vec<Token> {
        let shown = |at: At<'_>| at.value().map(|value| Token::Value(value.most, unit(self.library, amount, list)));
        match amount {
            Amount::Literal(..) | Amount::Place(_) => shown(at).into_iter().collect(),
            Amount::UpTo(inner, _) => self.formula(inner, at.first(), list),
            Amount::AtMost(..) => {
                let result = shown(at);
                self.line(amount, at, list, None);
                result.into_iter().collect()
            }
            Amount::Sum(parts) => self.joined(parts, at, list, Token::Plus),
            Amount::Product(parts) => self.joined(parts, at, list, Token::Times),
            Amount::Total(total) => self.total(total, at),
        }
    }

    fn joined(&mut self, parts: &[Amount], at: At<'_>, list: Option<FactId>, sign: Token) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = at.first();
        for part in parts {
            if !tokens.is_empty() {
                tokens.push(sign);
            }
            let part_tokens = self.formula(part, at, list);
            if sign == Token::Times && part_tokens.contains(&Token::Plus) {
                tokens.push(Token::Open);
                tokens.extend(part_tokens);
                tokens.push(Token::Close);
            } else {
                tokens.extend(part_tokens);
            }
            at = at.next();
        }
        tokens
    }

    /// The lines of the rows and of the years; returns the sum of what they give.
    fn total(&mut self, total: &Total, at: At<'_>) -> Vec<Token> {
        let unit = unit(self.library, &total.each, Some(total.list));
        let whole = at.value();
        let end = at.next().place;
        let mut rows = Vec::new();
        let mut years = Vec::new();
        let mut at = at.first();
        while at.place < end {
            match at.step().map(|step| step.finding) {
                Some(Finding::Row { row, fate: Fate::Kept }) => rows.extend(self.row(total, at, row)),
                Some(Finding::Year { year, before, after }) => years.push((year, before.most, after.most)),
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
    fn row(&mut self, total: &Total, at: At<'_>, row: u16) -> Option<Interval> {
        let filter = usize::from(total.filter.is_some());
        let each = (0..filter).fold(at.first(), |at, _| at.next());
        let value = each.value()?.most;
        if !matches!(total.each, Amount::Place(_)) {
            self.line(&total.each, each, Some(total.list), Some((total.list, row)));
        }
        Some(value)
    }

    /// The lines of the years; returns what each gives.
    fn years(&mut self, cap: &Amount, years: &[(u16, Interval, Interval)], unit: Unit) -> Vec<Interval> {
        let cap = match cap {
            Amount::Literal(value, _) => Some(Interval::point(*value)),
            _ => None,
        };
        for (year, before, after) in years {
            let formula = vec![Token::Value(*before, unit)];
            self.lines.push(Line { row: None, year: Some(*year), formula, comes_to: *before, cap, result: *after, unit });
        }
        years.iter().map(|(_, _, after)| *after).collect()
    }
}

fn plus(values: impl Iterator<Item = Token>, unit: Unit) -> Vec<Token> {
    let mut tokens = Vec::new();
    for value in values {
        if !tokens.is_empty() {
            tokens.push(Token::Plus);
        }
        tokens.push(value);
    }
    if tokens.is_empty() { vec![Token::Value(Interval::point(Decimal::ZERO), unit)] } else { tokens }
}
