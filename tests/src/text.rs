//! Printed quantities, read back by other means than the ones they were printed with.

use rust_decimal::Decimal;

/// What a text such as `120万元`, `80万元..120万元`, `80万元..`, or of a difference `-5万元`, `..5万元` or `..元` says, in the unit without 万 and 亿.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The low end.
    pub low: Decimal,
    /// The upper end, if there is one.
    pub high: Option<Decimal>,
    /// The unit: 元, 美元, %, 人…
    pub unit: String,
}

impl Printed {
    /// Whether it is one number.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.high == Some(self.low)
    }
}

/// The low end of a difference that has none.
pub const NO_LOW: Decimal = Decimal::MIN;

/// The units that are printed.
const UNITS: [&str; 10] = ["元", "美元", "㎡", "个月", "天", "家", "人", "班", "单", "个"];

/// Reads a printed quantity; nothing when it is none.
#[must_use]
pub fn quantity(text: &str) -> Option<Printed> {
    let Some((low, high)) = text.split_once("..") else {
        let (value, unit) = number(text)?;
        return Some(Printed { low: value, high: Some(value), unit });
    };
    if low.is_empty() {
        let open = UNITS.contains(&high).then(|| (None, high.to_owned()));
        let (high, unit) = open.or_else(|| number(high).map(|(high, unit)| (Some(high), unit)))?;
        return Some(Printed { low: NO_LOW, high, unit });
    }
    let (low, unit) = number(low)?;
    if high.is_empty() {
        return Some(Printed { low, high: None, unit });
    }
    let (high, high_unit) = number(high)?;
    (unit == high_unit).then_some(Printed { low, high: Some(high), unit })
}

/// `1.5亿元` → 150000000 and 元; `30%` → 0.3 and %.
fn number(text: &str) -> Option<(Decimal, String)> {
    let (sign, text) = text.strip_prefix('-').map_or((Decimal::ONE, text), |text| (Decimal::NEGATIVE_ONE, text));
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let value = sign * text[..end].parse::<Decimal>().ok()?;
    let rest = &text[end..];
    let magnitude = [("万", Decimal::from(10_000)), ("亿", Decimal::from(100_000_000))];
    let (factor, unit) =
        magnitude.iter().find_map(|(name, factor)| Some((*factor, rest.strip_prefix(name)?))).unwrap_or((Decimal::ONE, rest));
    if unit == "%" {
        return Some((value / Decimal::ONE_HUNDRED, unit.to_owned()));
    }
    UNITS.contains(&unit).then(|| (value * factor, unit.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Printed, quantity};
    use rust_decimal::Decimal;

    #[test]
    fn reads_what_the_law_writes() {
        let point = |value: i64, unit: &str| Some(Printed { low: value.into(), high: Some(value.into()), unit: unit.to_owned() });
        assert_eq!(quantity("120万元"), point(1_200_000, "元"));
        assert_eq!(quantity("1.5亿美元"), point(150_000_000, "美元"));
        assert_eq!(quantity("999999.99元").map(|one| one.low), Some(Decimal::new(99_999_999, 2)));
        assert_eq!(quantity("-2.5万元"), point(-25_000, "元"));
        assert_eq!(quantity("..5万元"), Some(Printed { low: super::NO_LOW, high: Some(50_000.into()), unit: "元".to_owned() }));
        assert_eq!(quantity("..单"), Some(Printed { low: super::NO_LOW, high: None, unit: "单".to_owned() }));
        assert_eq!(quantity("30%").map(|one| one.low), Some(Decimal::new(3, 1)));
        assert_eq!(quantity("80万元..").map(|one| (one.low, one.high)), Some((800_000.into(), None)));
        for other in ["", "万元", "12", "12公里", "80万元..120万美元", "1.2.3元", "..", "--1元"] {
            assert_eq!(quantity(other), None, "{other}");
        }
    }
}
