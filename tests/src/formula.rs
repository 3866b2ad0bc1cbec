//! A printed formula, worked out again from the printed line alone.

use rust_decimal::Decimal;

use crate::text::{Printed, quantity};

/// What a formula such as `30% × (50万元 + 0元) ` comes to.
///
/// # Errors
/// What is not understood: a character, a missing bracket, two units that do not go together.
pub fn work_out(formula: &str) -> Result<Printed, String> {
    let spaced = formula.replace('(', "( ").replace(')', " )");
    let mut words = spaced.split(' ').filter(|word| !word.is_empty()).peekable();
    let result = sum(&mut words)?;
    match words.next() {
        None => Ok(result),
        Some(word) => Err(format!("`{word}` is left over in `{formula}`")),
    }
}

type Words<'a, I> = std::iter::Peekable<I>;

fn sum<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> Result<Printed, String> {
    let mut whole = product(words)?;
    while words.next_if_eq(&"+").is_some() {
        let part = product(words)?;
        if part.unit != whole.unit {
            return Err(format!("{} and {} are added", whole.unit, part.unit));
        }
        let high = whole.high.zip(part.high).map(|(a, b)| a + b);
        whole = Printed { low: whole.low + part.low, high, unit: whole.unit };
    }
    Ok(whole)
}

fn product<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> Result<Printed, String> {
    let mut whole = factor(words)?;
    while words.next_if_eq(&"×").is_some() {
        let part = factor(words)?;
        let unit = match (whole.unit.as_str(), part.unit.as_str()) {
            ("%", unit) | (unit, "%") => unit.to_owned(),
            (one, other) => return Err(format!("{one} and {other} are multiplied")),
        };
        let nothing = whole.high == Some(Decimal::ZERO) || part.high == Some(Decimal::ZERO);
        let high = if nothing { Some(Decimal::ZERO) } else { whole.high.zip(part.high).map(|(a, b)| a * b) };
        whole = Printed { low: whole.low * part.low, high, unit };
    }
    Ok(whole)
}

fn factor<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> Result<Printed, String> {
    let word = words.next().ok_or("the formula breaks off")?;
    if word == "(" {
        let inside = sum(words)?;
        return words.next_if_eq(&")").map(|_| inside).ok_or_else(|| "a bracket is not closed".to_owned());
    }
    let range = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
    quantity(range.unwrap_or(word)).ok_or_else(|| format!("`{word}` is no quantity"))
}

#[cfg(test)]
mod tests {
    use super::work_out;

    #[test]
    fn products_bind_stronger_than_sums() {
        let value = |formula: &str| work_out(formula).map(|printed| printed.low.normalize().to_string());
        assert_eq!(value("30% × (50万元 + 0元)"), Ok("150000".to_owned()));
        assert_eq!(value("9.1万元 + 50% × 20万元"), Ok("191000".to_owned()));
        assert_eq!(work_out("30% × [10万元..]").map(|printed| printed.high), Ok(None));
    }

    #[test]
    fn nonsense_is_refused() {
        for formula in ["", "30% ×", "(1元", "1元 2元", "1元 + 2美元", "2元 × 3元", "50"] {
            assert!(work_out(formula).is_err(), "{formula}");
        }
    }
}
