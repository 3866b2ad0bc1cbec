//! Numbers that are no parameters of a rule: dates, document numbers, list numbers and the like.

use std::ops::Range;

use super::normalise::Plain;
use super::numerals;

/// Why a number of the text is not asked for in a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Inside the title of a document: 《…在廊坊等33个城市…》.
    DocumentTitle,
    /// 拉政发〔2024〕17号.
    DocumentNumber,
    /// 2024年8月22日, 12月31日, 2022-2025年.
    Date,
    /// 第37次, 第三条, 十二届.
    Ordinal,
    /// 一、 （一） 1. where they head a clause.
    ListNumber,
    /// B2B, B2C, O2O.
    ModeOfTrade,
    /// 9610, 1210, 1239, 9710, 9810.
    CustomsCode,
    /// 5:5.
    Ratio,
    /// 一带一路, 第三方, 四部委, 三年行动 and others.
    SetPhrase,
}

impl Class {
    /// What it is, in a few words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DocumentTitle => "title of a document",
            Self::DocumentNumber => "document number",
            Self::Date => "date",
            Self::Ordinal => "ordinal",
            Self::ListNumber => "list number",
            Self::ModeOfTrade => "mode of trade",
            Self::CustomsCode => "customs code",
            Self::Ratio => "ratio",
            Self::SetPhrase => "set phrase",
        }
    }
}

const SET_PHRASES: [&str; 6] = ["一带一路", "第三方", "四部委", "三年行动", "上一年", "7×24小时"];
const MODES_OF_TRADE: [&str; 4] = ["B2B2C", "B2B", "B2C", "O2O"];
const CUSTOMS_CODES: [&str; 5] = ["9610", "1210", "1239", "9710", "9810"];
const ORDINAL_NOUNS: [&str; 10] = ["次", "条", "款", "项", "届", "期", "号", "位", "年", "批"];

/// What begins at a place and is no parameter of a rule: its end and its class.
pub(super) fn class_at(plain: &Plain, at: usize) -> Option<(usize, Class)> {
    let rest = plain.from(at);
    let tries: [(Option<usize>, Class); 9] = [
        (title(plain, at), Class::DocumentTitle),
        (document_number(rest), Class::DocumentNumber),
        (set_phrase(rest), Class::SetPhrase),
        (mode_of_trade(plain, at), Class::ModeOfTrade),
        (date(rest), Class::Date),
        (ordinal(rest), Class::Ordinal),
        (customs_code(plain, at), Class::CustomsCode),
        (list_number(plain, at), Class::ListNumber),
        (ratio(rest), Class::Ratio),
    ];
    tries.into_iter().find_map(|(length, class)| length.map(|length| (at + length, class)))
}

/// `《…》` with a number inside.
fn title(plain: &Plain, at: usize) -> Option<usize> {
    let inside = plain.from(at).strip_prefix('《')?;
    let end = '《'.len_utf8() + inside.find('》')? + '》'.len_utf8();
    let span: Range<usize> = at..at + end;
    let mut places = plain.between(span).char_indices();
    places.any(|(place, _)| numerals::number_at(plain, at + place).is_some()).then_some(end)
}

/// `[2024]17号`, brackets already unified.
fn document_number(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix(['[', '('])?;
    let number = year(inside)?.strip_prefix([']', ')'])?;
    let number = number.strip_prefix('第').unwrap_or(number);
    let (_, after) = digits(number, 1..=4)?;
    length_to(rest, after.strip_prefix('号')?)
}

fn set_phrase(rest: &str) -> Option<usize> {
    let listed = SET_PHRASES.iter().filter(|phrase| rest.starts_with(**phrase)).map(|phrase| phrase.len()).max();
    let article = rest.strip_prefix("一个").filter(|after| !after.starts_with(['月', '工', '季'])).map(|_| "一个".len());
    listed.or(article)
}

fn mode_of_trade(plain: &Plain, at: usize) -> Option<usize> {
    let rest = plain.from(at);
    let inside_a_word = plain.char_before(at).is_some_and(|c| c.is_ascii_alphanumeric());
    let mode = MODES_OF_TRADE.iter().find(|mode| rest.starts_with(**mode))?;
    let ends = !plain.from(at + mode.len()).starts_with(|c: char| c.is_ascii_alphanumeric());
    (!inside_a_word && ends).then_some(mode.len())
}

/// A year of this or the last century with what follows it, or a day of a month.
fn date(rest: &str) -> Option<usize> {
    let after_year = year(rest).and_then(|after| {
        let to = after.strip_prefix(['-', '至', '到']).and_then(year).or_else(|| after.strip_prefix("年-").and_then(year));
        to.unwrap_or(after).strip_prefix('年')
    });
    let from_month = after_year.unwrap_or(rest);
    let after_day = month(from_month);
    length_to(rest, after_day.or(after_year)?)
}

fn year(rest: &str) -> Option<&str> {
    let (year, after) = digits(rest, 4..=4)?;
    (year.starts_with("19") || year.starts_with("20")).then_some(after)
}

fn month(rest: &str) -> Option<&str> {
    let after = digits(rest, 1..=2)?.1.strip_prefix('月')?;
    let day = digits(after, 1..=2).and_then(|(_, rest)| rest.strip_prefix(['日', '号']));
    Some(day.unwrap_or(after))
}

/// `第37次`, `第三条`, `十二届`.
fn ordinal(rest: &str) -> Option<usize> {
    let numbered = rest.strip_prefix('第');
    let number = numbered.unwrap_or(rest);
    let after = digits(number, 1..=4).map(|(_, after)| after).or_else(|| after_chinese(number))?;
    let nouns: &[&str] = if numbered.is_some() { &ORDINAL_NOUNS } else { &["届"] };
    nouns.iter().find_map(|noun| length_to(rest, after.strip_prefix(noun)?))
}

fn customs_code(plain: &Plain, at: usize) -> Option<usize> {
    let number = numerals::number_at(plain, at)?;
    CUSTOMS_CODES.contains(&plain.between(number.span)).then_some(4)
}

/// `一、`, `（一）`, `1.` at the beginning of a line; `（一）` anywhere.
fn list_number(plain: &Plain, at: usize) -> Option<usize> {
    let rest = plain.from(at);
    let begins = plain.begins_line(at);
    if let Some(inside) = rest.strip_prefix('(') {
        let figures = if begins { digits(inside, 1..=2).map(|(_, after)| after) } else { None };
        return length_to(rest, after_chinese(inside).or(figures)?.strip_prefix(')')?);
    }
    if !begins {
        return None;
    }
    if let Some(after) = after_chinese(rest).and_then(|after| after.strip_prefix('、')) {
        return length_to(rest, after);
    }
    let after = digits(rest, 1..=2)?.1.strip_prefix(['.', '、'])?;
    if after.starts_with(|c: char| c.is_ascii_digit()) { None } else { length_to(rest, after) }
}

/// `5:5`, `2:8`.
fn ratio(rest: &str) -> Option<usize> {
    let (_, second) = digits(rest, 1..=3)?;
    let (_, after) = digits(second.strip_prefix(':')?, 1..=3)?;
    length_to(rest, after)
}

/// So many digits and what follows them; not the beginning of a longer number.
fn digits(rest: &str, allowed: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    if allowed.contains(&length) { rest.split_at_checked(length) } else { None }
}

fn after_chinese(rest: &str) -> Option<&str> {
    let (length, _) = numerals::chinese(rest)?;
    rest.get(length..)
}

fn length_to(rest: &str, after: &str) -> Option<usize> {
    rest.len().checked_sub(after.len())
}
