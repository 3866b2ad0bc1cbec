//! Answers → their one JSON form, in the order of the library.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::answers::{Answer, Answers, Row, Rows};
use crate::fact::{ColumnId, FactKind, List};
use crate::interval::Interval;
use crate::library::Library;
use crate::quantity::{Shown, Unit};

/// The answers, ready to be written.
#[must_use]
pub fn written<'a>(library: &'a Library, answers: &'a Answers) -> Written<'a> {
    Written { library, answers }
}

/// Answers with the library that names them.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    library: &'a Library,
    answers: &'a Answers,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (id, answer) in self.answers.iter() {
            if let Some(fact) = self.library.fact(id) {
                map.serialize_entry(&fact.name, &Cell { library: self.library, kind: &fact.kind, answer })?;
            }
        }
        map.end()
    }
}

struct Cell<'a> {
    library: &'a Library,
    kind: &'a FactKind,
    answer: &'a Answer,
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.answer {
            Answer::NotSure | Answer::YesNo(_) | Answer::Choice(_) | Answer::Quantity(_) => {
                serializer.serialize_str(&in_a_word(self.kind, self.answer))
            }
            Answer::Choices(bits) => {
                let names = (0_u8..64).filter(|option| bits >> option & 1 == 1).map(|option| option_name(self.kind, option));
                serializer.collect_seq(names)
            }
            Answer::Date(date) => serializer.collect_str(date),
            Answer::Recognition(recognition) => serializer.serialize_str(recognition.name()),
            Answer::Measures(named) if named.is_empty() => serializer.serialize_str("none"),
            Answer::Measures(named) => {
                let id = |(document, measure): &(u16, u16)| {
                    let document = self.library.documents.get(usize::from(*document))?;
                    document.measures.get(usize::from(*measure)).map(|measure| measure.id.as_str())
                };
                serializer.collect_seq(named.iter().filter_map(id))
            }
            Answer::List(rows) => self.list(rows, serializer),
            Answer::Text(text) => serializer.serialize_str(text),
            Answer::Country(place) => {
                serializer.serialize_str(self.library.countries.get(usize::from(*place)).map_or("", |country| &country.zh))
            }
        }
    }
}

impl Cell<'_> {
    fn list<S: Serializer>(&self, rows: &Rows, serializer: S) -> Result<S::Ok, S::Error> {
        let FactKind::List(list) = self.kind else {
            return serializer.serialize_str("none");
        };
        let all = RowsOf { library: self.library, list, rows: &rows.rows };
        if rows.more {
            let mut map = serializer.serialize_map(Some(2))?;
            map.serialize_entry("rows", &all)?;
            map.serialize_entry("more", &true)?;
            map.end()
        } else if rows.rows.is_empty() {
            serializer.serialize_str("none")
        } else {
            all.serialize(serializer)
        }
    }
}

struct RowsOf<'a> {
    library: &'a Library,
    list: &'a List,
    rows: &'a [Row],
}

impl Serialize for RowsOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(Some(self.rows.len()))?;
        for row in self.rows {
            seq.serialize_element(&RowOf { library: self.library, list: self.list, row })?;
        }
        seq.end()
    }
}

struct RowOf<'a> {
    library: &'a Library,
    list: &'a List,
    row: &'a Row,
}

impl Serialize for RowOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (id, column) in (0_u8..).zip(&self.list.columns) {
            if let Some(answer) = self.row.get(ColumnId(id)) {
                map.serialize_entry(&column.name, &Cell { library: self.library, kind: &column.kind, answer })?;
            }
        }
        map.end()
    }
}

/// A yes or no, the option of a choice, or a quantity.
pub(super) fn in_a_word(kind: &FactKind, answer: &Answer) -> String {
    match answer {
        Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Answer::Choice(chosen) => option_name(kind, *chosen).to_owned(),
        Answer::Quantity(interval) => quantity(*interval, kind.unit().unwrap_or(Unit::Yuan)),
        _ => "not_sure".to_owned(),
    }
}

fn option_name(kind: &FactKind, option: u8) -> &str {
    kind.options().get(usize::from(option)).map_or("", |option| option.name.as_str())
}

/// `120万元`, `80万元..120万元`, or `80万元..` where there is no upper end; a difference may read `-5万元`, `..5万元` or `..元`.
pub(super) fn quantity(interval: Interval, unit: Unit) -> String {
    let low = Shown(interval.low, unit);
    match interval.high {
        Some(high) if interval.low == Interval::NO_LOW => format!("..{}", Shown(high, unit)),
        None if interval.low == Interval::NO_LOW => format!("..{}", unit.name()),
        Some(high) if high == interval.low => low.to_string(),
        Some(high) => format!("{low}..{}", Shown(high, unit)),
        None => format!("{low}.."),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::quantity;
    use crate::interval::Interval;
    use crate::quantity::Unit;

    #[test]
    fn a_range_is_written_with_the_ends_it_has() {
        let of = |low: Decimal, high: Option<i64>| quantity(Interval { low, high: high.map(Decimal::from) }, Unit::Yuan);
        assert_eq!(of(800_000.into(), Some(1_200_000)), "80万元..120万元");
        assert_eq!(of(800_000.into(), Some(800_000)), "80万元");
        assert_eq!(of(800_000.into(), None), "80万元..");
        assert_eq!(of((-50_000).into(), Some(-50_000)), "-5万元");
        assert_eq!(of(Interval::NO_LOW, Some(50_000)), "..5万元");
        assert_eq!(of(Interval::NO_LOW, None), "..元");
    }
}
