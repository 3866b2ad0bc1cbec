//! 拉政发〔2024〕17号 as a person would write it for speed: straight-line decimals, no rules, no trace, no answer unknown.

mod facts;
mod sizes;

use mingbai_core::Date;
use mingbai_core::answers::Recognition;
use mingbai_core::measure::Outcome::{self, DoesNotQualify, NotApplicable, Qualifies, SubjectToReview};
use rust_decimal::Decimal;

pub use facts::Facts;

/// The measures of the notice, in its order.
pub const MEASURES: [&str; 24] = [
    "lhasa-01c",
    "lhasa-01a",
    "lhasa-01b",
    "lhasa-02",
    "lhasa-03b",
    "lhasa-03a",
    "lhasa-04d",
    "lhasa-04b",
    "lhasa-04c",
    "lhasa-04a",
    "lhasa-05a",
    "lhasa-05b",
    "lhasa-06d",
    "lhasa-06a",
    "lhasa-06b",
    "lhasa-06c",
    "lhasa-07a",
    "lhasa-07b",
    "lhasa-07c",
    "lhasa-08a",
    "lhasa-08b",
    "lhasa-09a",
    "lhasa-09b",
    "lhasa-10",
];

/// What a measure comes to: the outcome, and the most it pays.
pub type Paid = (Outcome, Decimal);

/// What the notice gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Each measure, in the order of [`MEASURES`].
    pub measures: [Paid; 24],
    /// The most that fixed sums and rates, formulas with 最高, and what the authority weighs come to.
    pub sums: [Decimal; 3],
}

/// What the notice gives a firm on a day.
#[must_use]
pub fn by_hand(firm: &Facts, as_of: Date) -> Given {
    let mut measures = alone(firm, &counted(firm, as_of));
    for (place, (outcome, paid)) in measures.iter_mut().enumerate() {
        let of = |bits: u32| bits >> place & 1 == 1;
        if !firm.local && place != 10 && *outcome == Qualifies {
            *outcome = SubjectToReview;
        }
        if matches!(outcome, Qualifies | SubjectToReview) && (of(firm.supported) || of(firm.agreed)) {
            (*outcome, *paid) = (if of(firm.supported) { DoesNotQualify } else { SubjectToReview }, Decimal::ZERO);
        }
    }
    let sums = sums(firm, &measures);
    Given { measures, sums }
}

fn yuan(number: i64) -> Decimal {
    Decimal::from(number)
}

fn share(percent: i64, of: Decimal) -> Decimal {
    Decimal::new(percent, 2) * of
}

/// Of the leased warehouses and the exhibitions: so many rows count, and what they pay.
struct Counted {
    leased: (usize, Decimal),
    delegations: (usize, Decimal),
    own: (usize, Decimal),
}

/// The years 2024 to 2027, in which the notice is in force.
type Years = [Decimal; 4];

fn counted(firm: &Facts, as_of: Date) -> Counted {
    let [first, last] = [(2024, 8, 22), (2027, 8, 21)].map(|(year, month, day)| Date::new(year, month, day).unwrap_or(Date::FIRST));
    let counts = |day: Date| first <= day && day <= last && day <= as_of;
    let (mut leased, mut of_leased) = (0, Years::default());
    for (day, costs) in firm.leased.iter().filter(|(day, _)| counts(*day)) {
        leased += 1;
        of_leased[usize::from(day.year() - 2024)] += share(50, costs.iter().sum());
    }
    let (mut delegations, mut of_delegations) = (0, Decimal::ZERO);
    let (mut own, mut of_own) = (0, Years::default());
    for one in firm.exhibitions.iter().filter(|one| counts(one.day)) {
        if one.in_delegation {
            delegations += 1;
            of_delegations += one.delegation_costs.iter().sum::<Decimal>().min(yuan(2_000_000));
        } else if one.on_our_own {
            own += 1;
            of_own[usize::from(one.day.year() - 2024)] += share(70, one.own_costs.iter().sum()).min(yuan(100_000));
        }
    }
    let capped = |years: Years, cap: i64| years.into_iter().map(|year| year.min(yuan(cap))).sum();
    Counted {
        leased: (leased, capped(of_leased, 300_000)),
        delegations: (delegations, of_delegations),
        own: (own, capped(of_own, 200_000)),
    }
}

fn paid(met: bool, amount: Decimal) -> Paid {
    if met { (Qualifies, amount) } else { (DoesNotQualify, Decimal::ZERO) }
}

fn weighed(refused: bool, amount: i64) -> Paid {
    if refused { (DoesNotQualify, Decimal::ZERO) } else { (SubjectToReview, yuan(amount)) }
}

/// Rows of which none was entered, none counts, or some do.
fn of_rows(entered: usize, (counting, amount): (usize, Decimal)) -> Paid {
    if entered == 0 { OTHERS } else { paid(counting > 0, amount) }
}

const OTHERS: Paid = (NotApplicable, Decimal::ZERO);

fn alone(firm: &Facts, counted: &Counted) -> [Paid; 24] {
    let only = |addressed: bool, paid: Paid| if addressed { paid } else { OTHERS };
    let enterprise = |paid: Paid| only(firm.enterprise, paid);
    let direction = (SubjectToReview, Decimal::ZERO);
    let granted = |one: Recognition, (outcome, amount): Paid| match one {
        Recognition::Refused => (DoesNotQualify, Decimal::ZERO),
        Recognition::Applied | Recognition::NotApplied if outcome == Qualifies => (SubjectToReview, amount),
        Recognition::Granted | Recognition::Applied | Recognition::NotApplied => (outcome, amount),
    };
    let mut promotion = paid(firm.turnover >= yuan(1_000_000), promotion(firm, firm.invoices.iter().map(|(cost, _)| cost).sum()));
    if promotion.0 == Qualifies && !firm.traditional {
        promotion.0 = SubjectToReview;
    }
    let for_outlets = firm.invoices.iter().filter(|(_, for_outlet)| *for_outlet);
    let placed = firm.outlets.len() + for_outlets.clone().count();
    let outlets = of_rows(firm.outlets.len() + firm.invoices.len(), (placed, outlets(firm, for_outlets.map(|(cost, _)| cost).sum())));
    let large_enough = firm.area >= yuan(1500) && firm.served >= yuan(8) && firm.months >= yuan(3);
    let built = firm.local && firm.invested && firm.systems && large_enough;
    let warehouse = granted(firm.warehouse, paid(built, share(60, firm.investment).min(yuan(5_000_000))));
    let leased =
        if firm.sells_abroad || firm.leased.is_empty() { of_rows(firm.leased.len(), counted.leased) } else { paid(false, yuan(0)) };
    let below = firm.exports <= yuan(3_000_000);
    let small = !below && sizes::is_small(firm);
    let insured = share(80, firm.premium).min(yuan(2_000_000));
    let exhibited = |rows| of_rows(firm.exhibitions.len(), rows);
    let running = paid(firm.operates_platform, share(50, firm.running_costs).min(yuan(500_000)));
    [
        enterprise(direction),
        enterprise(weighed(firm.demo == Recognition::Refused, 3_000_000)),
        enterprise(granted(firm.demo, paid(true, yuan(0)))),
        enterprise(promotion),
        enterprise(direction),
        enterprise(weighed(!firm.producer || firm.leader == Recognition::Refused, 500_000)),
        enterprise(direction),
        enterprise(direction),
        enterprise(direction),
        enterprise(outlets),
        enterprise(warehouse),
        enterprise(leased),
        enterprise(direction),
        only(firm.exhibition_organiser, direction),
        enterprise(exhibited(counted.delegations)),
        enterprise(exhibited(counted.own)),
        enterprise(paid(below, firm.premium)),
        enterprise(paid(small, firm.premium)),
        enterprise(paid(!below && !small, insured)),
        only(firm.payment_institution, direction),
        only(firm.financial_institution, direction),
        only(firm.training_institution, training(firm)),
        only(firm.government_department, direction),
        only(firm.service_platform_operator, running),
    ]
}

fn promotion(firm: &Facts, invoices: Decimal) -> Decimal {
    share(30, firm.advertising + invoices + firm.website).min(yuan(500_000))
}

fn outlets(firm: &Facts, invoices: Decimal) -> Decimal {
    let own: Decimal = firm.outlets.iter().flatten().sum();
    share(50, own + invoices).min(yuan(2_000_000))
}

fn training(firm: &Facts) -> Paid {
    let meets = |[days, people, _]: &&[Decimal; 3]| *days >= yuan(3) && *people >= yuan(10);
    let cost: Decimal = firm.classes.iter().filter(meets).map(|[.., cost]| cost).sum();
    let spoilt = firm.classes.iter().any(|class| !meets(&class) && !class[0].is_zero());
    let (outcome, amount) = of_rows(firm.classes.len(), (firm.classes.iter().filter(meets).count(), share(30, cost).min(yuan(100_000))));
    (if outcome == Qualifies && (spoilt || cost.is_zero()) { SubjectToReview } else { outcome }, amount)
}

/// The most of each kind: an invoice is used once, a warehouse is built or leased, and what the region pays is in no sum.
fn sums(firm: &Facts, measures: &[Paid; 24]) -> [Decimal; 3] {
    let of = |place: usize| measures[place].1;
    let open = |place: usize| matches!(measures[place].0, Qualifies | SubjectToReview) && firm.agreed >> place & 1 == 0;
    let once = if open(3) && open(9) { invoices(firm) } else { of(3) + of(9) };
    let warehouse = if firm.leased_is_public && open(10) && open(11) { of(10).max(of(11)) } else { of(10) + of(11) };
    [once + warehouse + of(23), of(14) + of(15) + of(18) + of(21), of(1) + of(5)]
}

/// The most that promotion and outlets give, over every way to give the invoices away; those from the ninth on go together.
fn invoices(firm: &Facts) -> Decimal {
    let alone = firm.invoices.len().min(8);
    let (single, block) = firm.invoices.split_at(alone);
    let sides = |rows: &[(Decimal, bool)]| {
        let placed = rows.iter().filter(|(_, for_outlet)| *for_outlet).map(|(cost, _)| cost).sum::<Decimal>();
        (rows.iter().map(|(cost, _)| cost).sum::<Decimal>(), placed)
    };
    let free: Decimal = single.iter().filter(|(_, for_outlet)| !for_outlet).map(|(cost, _)| cost).sum();
    let mut choices: Vec<(Decimal, Decimal)> =
        single.iter().filter(|(_, for_outlet)| *for_outlet).map(|(cost, _)| (*cost, *cost)).collect();
    choices.push(sides(block));
    best(firm, &choices, (free, Decimal::ZERO))
}

fn best(firm: &Facts, choices: &[(Decimal, Decimal)], (promoted, placed): (Decimal, Decimal)) -> Decimal {
    let Some(((one, other), rest)) = choices.split_first() else {
        return promotion(firm, promoted) + outlets(firm, placed);
    };
    if one.is_zero() {
        return best(firm, rest, (promoted, placed));
    }
    best(firm, rest, (promoted + one, placed)).max(best(firm, rest, (promoted, placed + other)))
}
