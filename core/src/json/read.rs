//! JSON value → answers, with every complaint and the field it is about.

use super::error::{AnswerError, Problem};
use super::raw::Raw;
use crate::answers::{Answer, Answers, MAX_INNER_ROWS, MAX_ROWS, MAX_TEXT, Recognition, Row, Rows};
use crate::date::Date;
use crate::fact::{ColumnId, FactKind, List, Opt, Quantity};
use crate::interval::Interval;
use crate::library::Library;
use crate::order::insert_once;
use crate::quantity::{self, QuantityError, Unit};

/// The answers in the value.
///
/// # Errors
/// Every complaint, in the order of the fields; nothing is taken over while there is one.
pub fn read(library: &Library, raw: &Raw) -> Result<Answers, Vec<AnswerError>> {
    let Raw::Object(entries) = raw else {
        return Err(vec![AnswerError { field: String::new(), problem: Problem::NotAnObject }]);
    };
    let mut answers = Answers::default();
    let mut errors = Vec::new();
    for (place, (name, value)) in entries.iter().enumerate() {
        let twice = entries.iter().take(place).any(|(earlier, _)| earlier == name);
        match fact(library, name, value, twice) {
            Ok((id, answer)) => answers.set(id, Some(answer)),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(answers) } else { Err(errors) }
}

fn fact(library: &Library, name: &str, value: &Raw, twice: bool) -> Result<(crate::fact::FactId, Answer), Vec<AnswerError>> {
    let id = library.fact_named(name);
    let Some((id, fact)) = id.and_then(|id| Some((id, library.fact(id)?))) else {
        return Err(complaint(name, Problem::UnknownName(name.to_owned())));
    };
    if twice {
        return Err(complaint(name, Problem::Twice));
    }
    answer(library, &fact.kind, value, name).map(|answer| (id, answer))
}

fn complaint(field: &str, problem: Problem) -> Vec<AnswerError> {
    vec![AnswerError { field: field.to_owned(), problem }]
}

fn answer(library: &Library, kind: &FactKind, value: &Raw, field: &str) -> Result<Answer, Vec<AnswerError>> {
    if is_not_sure(value) {
        return Ok(Answer::NotSure);
    }
    let one = |found: Result<Answer, Problem>| found.map_err(|problem| complaint(field, problem));
    match kind {
        FactKind::YesNo => one(yes_no(value)),
        FactKind::Choice(choice) => one(option(&choice.options, value).map(Answer::Choice)),
        FactKind::Choices(options) => choices(options, value, field),
        FactKind::Quantity(quantity) => one(number(value, quantity)),
        FactKind::Date => one(date(value)),
        FactKind::Recognition => one(recognition(value)),
        FactKind::Measures => measures(library, value, field),
        FactKind::List(list) => rows(library, list, MAX_ROWS, value, field),
        FactKind::Text => one(words(value)),
        FactKind::Country => one(country(library, value)),
    }
}

fn is_not_sure(value: &Raw) -> bool {
    matches!(value, Raw::Text(text) if text == "not_sure")
}

fn yes_no(value: &Raw) -> Result<Answer, Problem> {
    match value {
        Raw::Text(text) if text == "yes" => Ok(Answer::YesNo(true)),
        Raw::Text(text) if text == "no" => Ok(Answer::YesNo(false)),
        _ => Err(Problem::needs("请填 yes、no 或 not_sure", "must be yes, no or not_sure")),
    }
}

fn option(options: &[Opt], value: &Raw) -> Result<u8, Problem> {
    let Raw::Text(text) = value else {
        return Err(Problem::needs("请填选项名称", "must be the name of an option"));
    };
    let place = options.iter().position(|option| option.name == *text).ok_or_else(|| Problem::UnknownName(text.clone()))?;
    u8::try_from(place).map_err(|_| Problem::UnknownName(text.clone()))
}

fn choices(options: &[Opt], value: &Raw, field: &str) -> Result<Answer, Vec<AnswerError>> {
    let Raw::Array(items) = value else {
        return Err(complaint(field, Problem::needs("请填选项名称的列表", "must be a list of names of options")));
    };
    let mut bits = 0;
    for (place, item) in items.iter().enumerate() {
        let chosen = option(options, item).map_err(|problem| complaint(&format!("{field}[{place}]"), problem))?;
        bits |= 1_u64.checked_shl(u32::from(chosen)).unwrap_or(0);
    }
    Ok(Answer::Choices(bits))
}

fn number(value: &Raw, quantity: &Quantity) -> Result<Answer, Problem> {
    let text = match value {
        Raw::Text(text) => text.clone(),
        Raw::Integer(integer) => integer.to_string(),
        _ => return Err(Problem::needs("请填带单位的数字，如“120万元”", "must be a quantity such as 120万元")),
    };
    let range = range(&text, quantity.unit)?;
    if quantity.admits(range) { Ok(Answer::Quantity(range)) } else { Err(Problem::AboveMost(quantity.bound(), quantity.unit)) }
}

/// A quantity, or two with `..` between them.
fn range(text: &str, unit: Unit) -> Result<Interval, Problem> {
    let one = |text: &str| quantity::parse(text, unit).map_err(Problem::Quantity);
    let Some((low, high)) = text.split_once("..") else {
        return one(text).map(Interval::point);
    };
    let low = one(low)?;
    let high = if high.trim().is_empty() { None } else { Some(one(high)?) };
    if high.is_some_and(|high| high < low) {
        return Err(Problem::RangeReversed);
    }
    Ok(Interval { low, high })
}

fn date(value: &Raw) -> Result<Answer, Problem> {
    let needs = || Problem::needs("请填日期，如 2026-03-01", "must be a day such as 2026-03-01");
    let Raw::Text(text) = value else { return Err(needs()) };
    Date::parse(text).map(Answer::Date).ok_or_else(needs)
}

fn recognition(value: &Raw) -> Result<Answer, Problem> {
    let named = |text: &str| Recognition::NAMED.into_iter().find(|(name, _)| *name == text);
    match value {
        Raw::Text(text) => named(text).map(|(_, one)| Answer::Recognition(one)),
        _ => None,
    }
    .ok_or_else(|| {
        Problem::needs(
            "请填 granted、refused、applied、not_applied 或 not_sure",
            "must be granted, refused, applied, not_applied or not_sure",
        )
    })
}

fn measures(library: &Library, value: &Raw, field: &str) -> Result<Answer, Vec<AnswerError>> {
    let items = match value {
        Raw::Text(text) if text == "none" => [].as_slice(),
        Raw::Array(items) => items.as_slice(),
        _ => return Err(complaint(field, Problem::needs("请填 none 或措施编号的列表", "must be none or a list of ids of measures"))),
    };
    let mut named = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let field = format!("{field}[{place}]");
        let Raw::Text(id) = item else {
            return Err(complaint(&field, Problem::needs("请填措施编号", "must be the id of a measure")));
        };
        insert_once(&mut named, measure(library, id).ok_or_else(|| complaint(&field, Problem::UnknownName(id.clone())))?);
    }
    Ok(Answer::Measures(named))
}

fn measure(library: &Library, id: &str) -> Option<(u16, u16)> {
    (0_u16..)
        .zip(&library.documents)
        .find_map(|(document, one)| (0_u16..).zip(&one.measures).find(|(_, measure)| measure.id == id).map(|(place, _)| (document, place)))
}

/// A few words; the text of an answer that is not sure is none.
fn words(value: &Raw) -> Result<Answer, Problem> {
    let needs = || Problem::needs("请填1至200个字", "must be a text of 1 to 200 characters");
    let Raw::Text(text) = value else { return Err(needs()) };
    let text = text.trim();
    if text.is_empty() || text.chars().count() > MAX_TEXT { Err(needs()) } else { Ok(Answer::Text(text.to_owned())) }
}

fn country(library: &Library, value: &Raw) -> Result<Answer, Problem> {
    let Raw::Text(text) = value else {
        return Err(Problem::needs("请填国家或地区的中文名称", "must be the Chinese name of a country"));
    };
    let place = library.countries.iter().position(|country| country.zh == *text).and_then(|place| u16::try_from(place).ok());
    place.map(Answer::Country).ok_or_else(|| Problem::UnknownName(text.clone()))
}

fn rows(library: &Library, list: &List, most: usize, value: &Raw, field: &str) -> Result<Answer, Vec<AnswerError>> {
    let needs =
        || Problem::needs("请填 none、记录列表，或含 rows 与 more 的对象", "must be none, a list of rows, or an object with rows and more");
    let (items, more) = match value {
        Raw::Text(text) if text == "none" => ([].as_slice(), false),
        Raw::Array(items) => (items.as_slice(), false),
        Raw::Object(entries) => open_rows(entries).ok_or_else(|| complaint(field, needs()))?,
        _ => return Err(complaint(field, needs())),
    };
    if items.len() > most {
        return Err(complaint(field, Problem::TooManyRows(most)));
    }
    let mut rows = Vec::new();
    let mut errors = Vec::new();
    for (place, item) in items.iter().enumerate() {
        match row(library, list, item, &format!("{field}[{place}]")) {
            Ok(row) => rows.push(row),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(Answer::List(Rows { rows, more })) } else { Err(errors) }
}

fn open_rows(entries: &[(String, Raw)]) -> Option<(&[Raw], bool)> {
    let [(first, one), (second, two)] = entries else { return None };
    match (first.as_str(), one, second.as_str(), two) {
        ("rows", Raw::Array(items), "more", Raw::Bool(more)) | ("more", Raw::Bool(more), "rows", Raw::Array(items)) => Some((items, *more)),
        _ => None,
    }
}

fn row(library: &Library, list: &List, value: &Raw, field: &str) -> Result<Row, Vec<AnswerError>> {
    let Raw::Object(entries) = value else {
        return Err(complaint(field, Problem::needs("请填一条记录", "must be a row")));
    };
    let mut row = Row::default();
    let mut errors = Vec::new();
    for (place, (name, value)) in entries.iter().enumerate() {
        let field = format!("{field}.{name}");
        let column = (0_u8..).zip(&list.columns).find(|(_, column)| column.name == *name);
        let Some((id, column)) = column else {
            errors.extend(complaint(&field, Problem::UnknownName(name.clone())));
            continue;
        };
        if entries.iter().take(place).any(|(earlier, _)| earlier == name) {
            errors.extend(complaint(&field, Problem::Twice));
            continue;
        }
        let cell = match &column.kind {
            FactKind::List(list) if !is_not_sure(value) => rows(library, list, MAX_INNER_ROWS, value, &field),
            kind => answer(library, kind, value, &field),
        };
        match cell {
            Ok(answer) => row.set(ColumnId(id), Some(answer)),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(row) } else { Err(errors) }
}

impl From<QuantityError> for Problem {
    fn from(error: QuantityError) -> Self {
        Self::Quantity(error)
    }
}
