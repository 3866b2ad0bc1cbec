//! A printed formula, worked out again from the printed line alone.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::text::{NO_LOW, Printed, quantity};

/// Whether formula, cap and result of every line of a printed measure agree, and the last line is the estimate.
///
/// # Errors
/// The first line that does not add up.
pub fn add_up(measure: &Value) -> Result<(), String> {
    let lines = measure["arithmetic"].as_array().ok_or("no arithmetic")?;
    for line in lines {
        line_adds_up(line).map_err(|problem| format!("{}: {problem}: {line}", measure["id"]))?;
    }
    let (last, most) = (lines.last().map(|line| &line["result"]), measure.get("estimate").map(|estimate| &estimate["most"]));
    if last == most { Ok(()) } else { Err(format!("{}: the last line gives {last:?}, the estimate is {most:?}", measure["id"])) }
}

/// Whether formula, cap and result of a printed line agree.
///
/// # Errors
/// What does not.
pub fn line_adds_up(line: &Value) -> Result<(), String> {
    let printed = |key: &str| line[key].as_str().and_then(quantity).ok_or_else(|| format!("{key} is no quantity"));
    let worked_out = work_out(line["formula"].as_str().ok_or("no formula")?)?;
    if worked_out != printed("comes_to")? {
        return Err(format!("it comes to {worked_out:?}"));
    }
    let capped = if line.get("cap").is_some() { smaller(&worked_out, &printed("cap")?) } else { worked_out };
    if capped != printed("result")? {
        return Err(format!("under the cap it is {capped:?}"));
    }
    Ok(())
}

fn smaller(one: &Printed, cap: &Printed) -> Printed {
    let high = one.high.map_or(cap.high, |high| Some(cap.high.map_or(high, |cap| cap.min(high))));
    Printed { low: one.low.min(cap.low), high, unit: one.unit.clone() }
}

/// What a formula such as `30% × (50万元 + 0元) ` comes to.
///
/// # Errors
/// What is not understood: a character, a missing bracket, two units that do not go together.
pub fn work_out(formula: &str) -> Result<Printed, String> {
    let spaced = formula.replace('(', " ( ").replace(')', " )").replace(',', " ,");
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
    while let Some(sign) = words.next_if(|word| ["+", "−"].contains(word)) {
        let part = product(words)?;
        same_unit(&whole, &part)?;
        let part = if sign == "+" { part } else { negative(part)? };
        let low = if [whole.low, part.low].contains(&NO_LOW) { NO_LOW } else { whole.low + part.low };
        let high = whole.high.zip(part.high).map(|(a, b)| a + b);
        whole = Printed { low, high, unit: whole.unit };
    }
    Ok(whole)
}

fn same_unit(one: &Printed, other: &Printed) -> Result<(), String> {
    if one.unit == other.unit { Ok(()) } else { Err(format!("{} and {} do not go together", one.unit, other.unit)) }
}

/// Nothing without a low end is ever taken away.
fn negative(of: Printed) -> Result<Printed, String> {
    if of.low == NO_LOW {
        Err("something without a low end is taken away".to_owned())
    } else {
        Ok(Printed { low: of.high.map_or(NO_LOW, |high| -high), high: Some(-of.low), unit: of.unit })
    }
}

fn product<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> Result<Printed, String> {
    let mut whole = factor(words)?;
    while words.next_if_eq(&"×").is_some() {
        let part = factor(words)?;
        let unit = match (whole.unit.as_str(), part.unit.as_str()) {
            ("%", unit) | (unit, "%") => unit.to_owned(),
            (money @ ("元" | "美元"), other) | (other, money @ ("元" | "美元")) if !["元", "美元"].contains(&other) => {
                money.to_owned()
            }
            (one, other) => return Err(format!("{one} and {other} are multiplied")),
        };
        let (low, high) = corners(&whole, &part)?;
        whole = Printed { low, high, unit };
    }
    Ok(whole)
}

/// The least and the largest product of a value of each, of which only one may be below zero.
fn corners(one: &Printed, other: &Printed) -> Result<(Decimal, Option<Decimal>), String> {
    let (one, factor) = if other.low < Decimal::ZERO { (other, one) } else { (one, other) };
    if factor.low < Decimal::ZERO {
        return Err("two differences are multiplied".to_owned());
    }
    let low = match (one.low < Decimal::ZERO, factor.high) {
        (false, _) => one.low * factor.low,
        (true, Some(high)) if high.is_zero() || one.low != NO_LOW => one.low * high,
        (true, _) => NO_LOW,
    };
    let nothing = [one.high, factor.high].contains(&Some(Decimal::ZERO));
    let high = match one.high {
        _ if nothing => Some(Decimal::ZERO),
        Some(high) if high < Decimal::ZERO => Some(high * factor.low),
        high => high.zip(factor.high).map(|(a, b)| a * b),
    };
    Ok((low, high))
}

fn factor<'a, I: Iterator<Item = &'a str>>(words: &mut Words<'a, I>) -> Result<Printed, String> {
    let word = words.next().ok_or("the formula breaks off")?;
    if word == "max" {
        words.next_if_eq(&"(").ok_or("`max` without a bracket")?;
        let one = sum(words)?;
        words.next_if_eq(&",").ok_or("`max` without a comma")?;
        let other = sum(words)?;
        same_unit(&one, &other)?;
        let high = one.high.zip(other.high).map(|(a, b)| a.max(b));
        let larger = Printed { low: one.low.max(other.low), high, unit: one.unit };
        return words.next_if_eq(&")").map(|_| larger).ok_or_else(|| "a bracket is not closed".to_owned());
    }
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
        assert_eq!(value("10万元 − 2万元 − (1万元 + 3万元)"), Ok("40000".to_owned()));
        assert_eq!(value("1万元 − 30% × 10万元"), Ok("-20000".to_owned()));
        assert_eq!(value("1万元 + max(2万元, 70% × 8万元)"), Ok("66000".to_owned()));
        assert_eq!(value("4元 × 800㎡ × 12个月"), Ok("38400".to_owned()));
        assert_eq!(value("max(-2万元, 0元)"), Ok("0".to_owned()));
    }

    #[test]
    fn ranges_are_worked_out_at_both_ends() {
        let ends = |formula: &str| {
            work_out(formula).map(|printed| (printed.low.normalize().to_string(), printed.high.map(|high| high.normalize().to_string())))
        };
        let range = |low: &str, high: &str| Ok((low.to_owned(), Some(high.to_owned())));
        assert_eq!(ends("[1元..5元] − [2元..3元]"), range("-2", "3"));
        assert_eq!(ends("50% × [-4元..6元]"), range("-2", "3"));
        assert_eq!(ends("max(2元, [1元..3元])"), range("2", "3"));
        let open = work_out("50% × (5元 − [1元..])");
        assert_eq!(open.map(|printed| (printed.low, printed.high)), Ok((super::NO_LOW, Some(rust_decimal::Decimal::from(2)))));
    }

    #[test]
    fn nonsense_is_refused() {
        for formula in
            ["", "30% ×", "(1元", "1元 2元", "1元 + 2美元", "2元 × 3元", "50", "max(1元)", "max(1元, 2美元)", "1元 −", "5元 - 3元"]
        {
            assert!(work_out(formula).is_err(), "{formula}");
        }
    }
}
