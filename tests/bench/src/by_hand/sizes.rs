//! 中小企业划型标准规定, 工信部联企业〔2011〕300号: the lines above which a firm is not small.

use rust_decimal::Decimal;

use super::Facts;

/// For each industry, in the order of the standard, from where on a firm is medium: people, and income and assets in 万元. What the
/// standard does not look at is zero.
const MEDIUM: [[i64; 3]; 16] = [
    [0, 500, 0],
    [300, 2000, 0],
    [0, 6000, 5000],
    [20, 5000, 0],
    [50, 500, 0],
    [300, 3000, 0],
    [100, 1000, 0],
    [300, 2000, 0],
    [100, 2000, 0],
    [100, 2000, 0],
    [100, 1000, 0],
    [100, 1000, 0],
    [0, 1000, 5000],
    [300, 1000, 0],
    [100, 0, 8000],
    [100, 0, 0],
];

/// Whether the firm is small or micro. A certificate prevails.
pub(super) fn is_small(firm: &Facts) -> bool {
    let [people, income, assets] = MEDIUM[firm.industry];
    let lines = [Decimal::from(people), Decimal::from(income * 10_000), Decimal::from(assets * 10_000)];
    let medium = || firm.size.iter().zip(lines).all(|(known, line)| *known >= line);
    firm.certified_small.unwrap_or_else(|| !medium())
}
