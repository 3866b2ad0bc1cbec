//! Units, and quantities as people write them: `120万元`, `１２０万`, `1,200,000`, `0.012亿元`.

use core::fmt;

use rust_decimal::Decimal;

/// What a quantity is measured in. Values are held in this base unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Renminbi, 元.
    Yuan,
    /// United States dollars, 美元. Never converted silently.
    Dollar,
    /// Square metres, ㎡.
    SquareMetre,
    /// Months; 1年 = 12个月.
    Month,
    /// Days.
    Day,
    /// A number of firms, 家.
    Firm,
    /// A number of persons, 人.
    Person,
    /// A number of flights, 班.
    Flight,
    /// A number of orders, 单.
    Order,
    /// A number of stores, sites, booths, containers, 个.
    Piece,
    /// A share; 30% is held as 0.3.
    Rate,
}

impl Unit {
    /// The unit's name in the law's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::Dollar => "美元",
            Self::SquareMetre => "㎡",
            Self::Month => "个月",
            Self::Day => "天",
            Self::Firm => "家",
            Self::Person => "人",
            Self::Flight => "班",
            Self::Order => "单",
            Self::Piece => "个",
            Self::Rate => "%",
        }
    }

    /// The units of facts.
    pub const NAMED: [Self; 10] = [
        Self::Yuan,
        Self::Dollar,
        Self::SquareMetre,
        Self::Month,
        Self::Day,
        Self::Firm,
        Self::Person,
        Self::Flight,
        Self::Order,
        Self::Piece,
    ];

    /// The unit of that name, as fact files write it.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|unit| unit.name() == name)
    }

    /// Whether values are sums of money.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(self, Self::Yuan | Self::Dollar)
    }

    /// The most decimal places an answer in this unit may have.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self {
            Self::Yuan | Self::Dollar | Self::Rate => 4,
            Self::SquareMetre => 2,
            Self::Month | Self::Day | Self::Firm | Self::Person | Self::Flight | Self::Order | Self::Piece => 0,
        }
    }

    /// The largest value an answer in this unit may have: 10万亿 for money, 10亿 for all else.
    #[must_use]
    pub fn bound(self) -> Decimal {
        if self.is_money() { Decimal::from(10_000_000_000_000_i64) } else { Decimal::from(1_000_000_000) }
    }

    /// The smallest step people report in: 0.01 for money and area, 1 for counts.
    #[must_use]
    pub fn step(self) -> Decimal {
        if self.decimals() == 0 { Decimal::ONE } else { Decimal::new(1, 2) }
    }

    /// Names a person or the law may write after a number, with the factor to the base unit.
    fn suffixes(self) -> &'static [(&'static str, u32)] {
        match self {
            Self::Yuan => &[("元人民币", 1), ("人民币", 1), ("元", 1), ("圆", 1), ("¥", 1), ("￥", 1)],
            Self::Dollar => &[("美元", 1), ("美金", 1), ("usd", 1), ("$", 1)],
            Self::SquareMetre => &[("平方米", 1), ("平米", 1), ("㎡", 1), ("m²", 1), ("m2", 1)],
            Self::Month => &[("个月", 1), ("月", 1), ("年", 12)],
            Self::Day => &[("天", 1), ("日", 1)],
            Self::Firm => &[("家", 1), ("户", 1), ("个", 1)],
            Self::Person => &[("人", 1), ("名", 1)],
            Self::Flight => &[("航班", 1), ("班次", 1), ("班", 1), ("架次", 1)],
            Self::Order => &[("单", 1), ("笔", 1)],
            Self::Piece => &[("个", 1), ("次", 1), ("件", 1), ("台", 1), ("处", 1), ("套", 1), ("座", 1)],
            Self::Rate => &[("%", 1)],
        }
    }
}

/// Why a text is not a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityError {
    /// Nothing but spaces.
    Empty,
    /// Not a number.
    NotANumber,
    /// The number carries the name of another unit.
    OtherUnit,
    /// Below zero.
    Negative,
    /// Beyond [`Unit::bound`].
    TooLarge,
    /// More decimal places than [`Unit::decimals`].
    TooPrecise,
}

/// Reads a quantity as a person or the law writes it, into the base unit.
///
/// Full-width digits, thousands separators, 万 and 亿 are understood; the unit may be left out.
///
/// # Errors
/// See [`QuantityError`].
pub fn parse(text: &str, unit: Unit) -> Result<Decimal, QuantityError> {
    let plain = normalise(text);
    if plain.is_empty() {
        return Err(QuantityError::Empty);
    }
    let (number, factor) = strip_unit(&plain, unit);
    let (number, factor) = strip_magnitude(number, factor);
    let value = decimal(number)?;
    let value = value.checked_mul(factor).ok_or(QuantityError::TooLarge)?.normalize();
    if unit == Unit::Rate {
        return value.checked_mul(Decimal::new(1, 2)).map(|rate| rate.normalize()).ok_or(QuantityError::TooLarge);
    }
    if value > unit.bound() {
        return Err(QuantityError::TooLarge);
    }
    if value.scale() > unit.decimals() {
        return Err(QuantityError::TooPrecise);
    }
    Ok(value)
}

/// A value with its unit, shown in the law's units: `120万元`, `300万美元`, `30%`, `1500㎡`.
///
/// The shown text is exact: 万 and 亿 are used only where they lose nothing and stay short.
#[derive(Clone, Copy, Debug)]
pub struct Shown(pub Decimal, pub Unit);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value, unit) = *self;
        if unit == Unit::Rate {
            let percent = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
            return write!(f, "{percent}%");
        }
        if unit.is_money() {
            for (name, size) in [("亿", 100_000_000_i64), ("万", 10_000)] {
                let scaled = value.checked_div(Decimal::from(size)).map(|d| d.normalize());
                if let Some(scaled) = scaled.filter(|d| d.abs() >= Decimal::ONE && d.scale() <= 4) {
                    return write!(f, "{scaled}{name}{}", unit.name());
                }
            }
        }
        write!(f, "{}{}", value.normalize(), unit.name())
    }
}

/// The half-width form of a full-width digit, letter or sign; other characters as they are.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        '。' => '.',
        '、' => ',',
        _ => c,
    }
}

fn normalise(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '_')).flat_map(char::to_lowercase).collect()
}

fn strip_unit(text: &str, unit: Unit) -> (&str, Decimal) {
    for (suffix, factor) in unit.suffixes() {
        if let Some(number) = text.strip_suffix(suffix).or_else(|| text.strip_prefix(suffix)) {
            return (number, Decimal::from(*factor));
        }
    }
    (text, Decimal::ONE)
}

fn strip_magnitude(text: &str, factor: Decimal) -> (&str, Decimal) {
    let magnitudes = [("万亿", 1_000_000_000_000_i64), ("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000)];
    for (name, size) in magnitudes {
        if let Some(number) = text.strip_suffix(name) {
            return (number, factor.checked_mul(Decimal::from(size)).unwrap_or(factor));
        }
    }
    (text, factor)
}

fn decimal(text: &str) -> Result<Decimal, QuantityError> {
    if text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return Err(QuantityError::Negative);
    }
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let number = text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    if !digits || !number {
        let foreign = digits && text.starts_with(|c: char| c.is_ascii_digit() || c == '$' || c == '¥');
        return Err(if foreign { QuantityError::OtherUnit } else { QuantityError::NotANumber });
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !grouped_by_three(whole) || fraction.contains([',', '.']) {
        return Err(QuantityError::NotANumber);
    }
    let places = u32::try_from(fraction.len()).ok().filter(|places| *places <= 12).ok_or(QuantityError::TooPrecise)?;
    let digits = whole.bytes().chain(fraction.bytes()).filter(|b| *b != b',');
    let digits = digits.fold(0_i128, |all, b| all.saturating_mul(10).saturating_add(i128::from(b & 0xf)));
    Decimal::try_from_i128_with_scale(digits, places).map_err(|_| QuantityError::TooLarge)
}

/// Separators are taken only where they stand every three digits: `1,20` is a slip, not 120.
fn grouped_by_three(whole: &str) -> bool {
    if !whole.contains(',') {
        return true;
    }
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    (1..=3).contains(&first) && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests;
