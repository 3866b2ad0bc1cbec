//! What a text gives.

use mingbai_core::library::Kind;
use mingbai_core::measure::{Estimate, Outcome};
use rust_decimal::Decimal;

/// So many 万: `wan(50)` is 50万元.
#[must_use]
pub fn wan(number: i64) -> Decimal {
    Decimal::from(number * 10_000)
}

/// So many hundredths: `percent(30)` is 30%.
#[must_use]
pub fn percent(number: i64) -> Decimal {
    Decimal::new(number, 2)
}

/// So many units.
#[must_use]
pub fn n(number: i64) -> Decimal {
    Decimal::from(number)
}

/// An amount: what is paid at least if anything is, and the most that is paid, from – to (the two differ only where a
/// reference list leaves a country open).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money {
    /// At least.
    pub least: Decimal,
    /// At most, low and high.
    pub most: (Decimal, Decimal),
}

/// What a text gives for one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// The measure.
    pub id: &'static str,
    /// What comes out.
    pub outcome: Outcome,
    /// The kind of its amount.
    pub kind: Kind,
    /// How much, where it is not denied and the text names a figure.
    pub money: Option<Money>,
}

/// The sums of the kinds that have one; nothing where no measure adds to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Fixed sums and rates.
    pub exact: Option<Money>,
    /// 不超过, 最高.
    pub ceiling: Option<Money>,
    /// What the authority weighs.
    pub assessed: Option<Money>,
}

impl Money {
    /// Exactly this much.
    #[must_use]
    pub fn exactly(amount: Decimal) -> Self {
        Self { least: amount, most: (amount, amount) }
    }

    /// 最高 this much, perhaps nothing.
    #[must_use]
    pub fn up_to(amount: Decimal) -> Self {
        Self { least: Decimal::ZERO, most: (amount, amount) }
    }

    /// The two added up.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { least: self.least + other.least, most: (self.most.0 + other.most.0, self.most.1 + other.most.1) }
    }

    /// The two where the better one is paid.
    #[must_use]
    pub fn better(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: (self.most.0.max(other.most.0), self.most.1.max(other.most.1)) }
    }

    /// As it is found by the engine; none where there is no upper end.
    #[must_use]
    pub fn found(estimate: Estimate) -> Option<Self> {
        Some(Self { least: estimate.least, most: (estimate.most.low, estimate.most.high?) })
    }
}

impl Law {
    /// Paid as the text says.
    #[must_use]
    pub fn qualifies(id: &'static str, kind: Kind, money: Option<Money>) -> Self {
        Self { id, outcome: Outcome::Qualifies, kind, money }
    }

    /// Paid if the authority, or the reading of the text, says so.
    #[must_use]
    pub fn review(id: &'static str, kind: Kind, money: Option<Money>) -> Self {
        Self { id, outcome: Outcome::SubjectToReview, kind, money }
    }

    /// 支持, 鼓励 without any money: whether something comes of it is with the authority.
    #[must_use]
    pub fn direction(id: &'static str) -> Self {
        Self::review(id, Kind::None, None)
    }

    /// A condition is not met.
    #[must_use]
    pub fn refused(id: &'static str, kind: Kind) -> Self {
        Self { id, outcome: Outcome::DoesNotQualify, kind, money: None }
    }

    /// For another applicant, or nothing of the kind was entered.
    #[must_use]
    pub fn not_applicable(id: &'static str, kind: Kind) -> Self {
        Self { id, outcome: Outcome::NotApplicable, kind, money: None }
    }

    /// The same, in doubt where a reading of the text denies what is met.
    #[must_use]
    pub fn in_doubt(mut self, denied: bool) -> Self {
        if denied && self.outcome == Outcome::Qualifies {
            self.outcome = Outcome::SubjectToReview;
        }
        self
    }

    /// Whether every condition is met, and what is left is what the text leaves to the authority in any case.
    #[must_use]
    pub fn is_met(&self) -> bool {
        let weighed = matches!(self.kind, Kind::Assessed | Kind::Unstated | Kind::Elsewhere | Kind::None);
        self.outcome == Outcome::Qualifies || self.outcome == Outcome::SubjectToReview && weighed
    }

    /// Whether something may be paid.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Qualifies | Outcome::SubjectToReview)
    }

    /// What it adds to a sum: nothing for sure unless it qualifies.
    #[must_use]
    pub fn share(&self) -> Money {
        let money = self.money.unwrap_or_default();
        match self.outcome {
            Outcome::Qualifies => money,
            Outcome::SubjectToReview => Money { least: Decimal::ZERO, most: (Decimal::ZERO, money.most.1) },
            Outcome::NeedsAnswers | Outcome::DoesNotQualify | Outcome::NotApplicable => Money::default(),
        }
    }
}

impl Sums {
    /// Adds an amount to the sum of its kind.
    pub fn add(&mut self, kind: Kind, money: Money) {
        let sum = match kind {
            Kind::Exact => &mut self.exact,
            Kind::Ceiling => &mut self.ceiling,
            Kind::Assessed => &mut self.assessed,
            Kind::Elsewhere | Kind::Unstated | Kind::None => return,
        };
        *sum = Some(sum.unwrap_or_default().plus(money));
    }

    /// Adds what the measure gives, if it may pay.
    pub fn add_law(&mut self, law: &Law) {
        if law.is_open() && law.money.is_some() {
            self.add(law.kind, law.share());
        }
    }
}
