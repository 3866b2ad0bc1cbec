//! Any JSON value as it came, before it is known what it answers.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The deepest nesting taken: answers, list, rows, row, list, rows, row, choices.
pub const MAX_DEPTH: u8 = 8;

/// A JSON value. Objects keep every entry, so that a name that stands twice is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer from 0 to 2⁵³.
    Integer(u64),
    /// Any other number.
    OtherNumber,
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Raw>),
    /// An object.
    Object(Vec<(String, Raw)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(if value < 1 << 53 { Raw::Integer(value) } else { Raw::OtherNumber })
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(u64::try_from(value).ok().filter(|value| *value < 1 << 53).map_or(Raw::OtherNumber, Raw::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::OtherNumber)
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Raw>()? {
            items.push(item);
        }
        shallow(Raw::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry::<String, Raw>()? {
            entries.push(entry);
        }
        shallow(Raw::Object(entries))
    }
}

fn shallow<E: Error>(raw: Raw) -> Result<Raw, E> {
    if depth(&raw) > MAX_DEPTH { Err(E::custom("nested too deeply")) } else { Ok(raw) }
}

fn depth(raw: &Raw) -> u8 {
    let inner = match raw {
        Raw::Array(items) => items.iter().map(depth).max(),
        Raw::Object(entries) => entries.iter().map(|(_, value)| depth(value)).max(),
        _ => return 0,
    };
    inner.unwrap_or(0).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use serde::de::value::Error;
    use serde::de::{Deserialize, IntoDeserializer};

    use super::Raw;

    #[test]
    fn an_integer_is_one_of_those_that_javascript_counts_exactly() {
        let exact = (1_u64 << 53) - 1;
        let unsigned = |number: u64| Raw::deserialize(IntoDeserializer::<Error>::into_deserializer(number));
        let signed = |number: i64| Raw::deserialize(IntoDeserializer::<Error>::into_deserializer(number));
        assert_eq!((unsigned(exact), signed((1 << 53) - 1)), (Ok(Raw::Integer(exact)), Ok(Raw::Integer(exact))));
        assert_eq!((unsigned(1 << 53), signed(1 << 53)), (Ok(Raw::OtherNumber), Ok(Raw::OtherNumber)));
        assert_eq!((signed(0), signed(-1)), (Ok(Raw::Integer(0)), Ok(Raw::OtherNumber)));
    }

    #[test]
    fn what_nests_deeper_than_any_answer_is_refused() {
        let nested = |depth: usize| serde_json::from_str::<Raw>(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        assert!(nested(8).is_ok());
        assert!(nested(9).is_err());
        assert!(serde_json::from_str::<Raw>(r#"{"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": 1}}}}}}}}"#).is_ok());
        assert!(serde_json::from_str::<Raw>(r#"{"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": []}}}}}}}}"#).is_err());
    }
}
