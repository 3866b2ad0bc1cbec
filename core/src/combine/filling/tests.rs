use rust_decimal::Decimal;

use super::{Filling, fill};

fn sum(amounts: &[Decimal], filling: Filling) -> Decimal {
    let taken = amounts.iter().enumerate().filter(|(place, _)| filling.taken >> place & 1 == 1);
    taken.map(|(_, amount)| amount).sum()
}

/// A number from 0 to 2³² by the constants of Knuth's MMIX.
fn numbers(mut seed: u64) -> impl FnMut() -> i64 {
    move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(seed >> 32).unwrap()
    }
}

fn amounts(seed: u64, count: usize, least: i64, span: i64, scale: u32) -> Vec<Decimal> {
    let mut number = numbers(seed);
    (0..count).map(|_| Decimal::new(least + number() % span, scale)).collect()
}

#[test]
fn nothing_comes_closer_than_what_is_found() {
    for seed in 0..300 {
        let count = usize::try_from(seed % 12).unwrap();
        let amounts = amounts(seed, count, 1, 40_000, 2);
        let limit = Decimal::new(i64::try_from(seed).unwrap() * 1_234 - 1_000, 3);
        let every = (0_u128..1 << count).map(|taken| sum(&amounts, Filling { taken, sure: true }));
        let best = every.filter(|sum| *sum <= limit).max().unwrap_or_default();
        let found = fill(&amounts, limit);
        assert_eq!((sum(&amounts, found), found.sure), (best, true), "{amounts:?} up to {limit}");
    }
}

/// 30 amounts to the fen: 2³⁰ ways, checked against all sums of 15 with all of the other 15.
#[test]
fn thirty_amounts_are_tried_in_every_way() {
    let amounts = amounts(1, 30, 100_000_000, 900_000_000, 2);
    let limit = Decimal::new(60_000_000_000, 2);
    let [mut one, mut other] = [&amounts[..15], &amounts[15..]]
        .map(|half| -> Vec<Decimal> { (0_u128..1 << 15).map(|taken| sum(half, Filling { taken, sure: true })).collect() });
    one.sort_unstable();
    other.sort_unstable();
    let partner = |sum: &Decimal| other.partition_point(|more| sum + more <= limit).checked_sub(1).map(|place| sum + other[place]);
    let best = one.iter().filter_map(partner).max().unwrap();
    let found = fill(&amounts, limit);
    assert_eq!((sum(&amounts, found), found.sure), (best, true));
}

/// Of 50 amounts to the fen there are so many sums that one is the limit itself.
#[test]
fn fifty_amounts_reach_the_limit() {
    for seed in 0..20 {
        let amounts = amounts(seed, 50, 1_000_000, 20_000_000, 2);
        let whole: Decimal = amounts.iter().sum();
        for eighths in 1..8 {
            let limit = (whole * Decimal::new(125 * eighths, 3)).trunc_with_scale(2);
            let found = fill(&amounts, limit);
            assert_eq!((sum(&amounts, found), found.sure), (limit, true), "seed {seed}, {eighths} eighths");
        }
    }
}

#[test]
fn no_sum_lies_between_multiples_of_a_common_divisor() {
    let amounts = vec![Decimal::new(25_000, 1); 100];
    let found = fill(&amounts, Decimal::new(999_999, 1));
    assert_eq!((sum(&amounts, found), found.sure), (Decimal::from(97_500), true));
}

/// Of powers of three no two ways come to the same. Of all of them less 2, what comes closest leaves out the 3: it is found, and nothing
/// else is closer.
#[test]
fn thirty_two_amounts_are_tried_in_every_way() {
    let amounts: Vec<Decimal> = (0..32).map(|power| Decimal::from(3_u64.pow(power))).collect();
    let whole: Decimal = amounts.iter().sum();
    let found = fill(&amounts, whole - Decimal::TWO);
    assert_eq!((sum(&amounts, found), found.sure), (whole - Decimal::from(3), true));
}

#[test]
fn sixty_amounts_in_sevens_reach_the_last_seven_below_the_limit() {
    let amounts: Vec<Decimal> = amounts(3, 60, 1_000_000, 2_000_000, 2).into_iter().map(|amount| amount * Decimal::from(7)).collect();
    let sevens = Decimal::new(7 * 25_000_000, 2);
    let found = fill(&amounts, sevens + Decimal::new(3, 2));
    assert_eq!((sum(&amounts, found), found.sure), (sevens, true));
}

#[test]
fn what_cannot_be_counted_is_said_not_to_be_sure() {
    let nothing = Filling { taken: 0, sure: false };
    assert_eq!(fill(&[Decimal::MAX, Decimal::new(1, 4)], Decimal::ONE), nothing);
    assert_eq!(fill(&[Decimal::ONE; 129], Decimal::TEN), nothing);
}
