//! The twelve measures of `tests/job/` as a person would write them for speed: no rules, no trace, no answer unknown.

use rust_decimal::Decimal;

use crate::firm::{Firm, Form, decimal};

/// What the twelve measures ask.
#[derive(Debug)]
pub struct Facts {
    truths: [bool; 12],
    quantities: [Decimal; 20],
    exhibitions: Vec<Decimal>,
}

const TRUTHS: [&str; 12] = [
    "recognised_as_demo",
    "local_manufacturing_exporter",
    "industry_leader",
    "sets_up_outlets",
    "registered_in_city",
    "has_wms",
    "certified",
    "is_cbec_firm",
    "small_micro",
    "training_institution",
    "runs_city_platform",
    "has_payment_licence",
];

const QUANTITIES: [&str; 20] = [
    "cbec_annual_turnover",
    "ad_cost",
    "platform_cost",
    "website_cost",
    "outlet_rent",
    "outlet_fitout",
    "outlet_equipment",
    "outlet_storage",
    "outlet_platform_fee",
    "area_m2",
    "served_firms",
    "operating_months",
    "investment",
    "lease_cost",
    "prior_export_usd",
    "premium",
    "min_days",
    "min_trainees",
    "training_cost",
    "om_cost",
];

impl Facts {
    /// The facts of a firm.
    ///
    /// # Panics
    /// When the form is not that of the twelve measures.
    #[must_use]
    pub fn of(form: &Form, given: &Firm) -> Self {
        let of = |name: &str| given.of(form.place(name).expect("the fact is asked"));
        Self {
            truths: TRUTHS.map(|name| of(name)[0] != 0.0),
            quantities: QUANTITIES.map(|name| decimal(of(name)[0])),
            exhibitions: of("exhibitions")[1..].iter().map(|cost| decimal(*cost)).collect(),
        }
    }
}

/// What each measure pays, and all together.
#[must_use]
pub fn by_hand(facts: &Facts) -> ([Decimal; 12], Decimal) {
    let [demo, exporter, leader, outlets, local, wms, certified, cbec, small, trains, platform, _licence] = facts.truths;
    let [turnover, ads, platforms, website, rent, fitout, equipment, storage, fees, area, served, months, ..] = facts.quantities;
    let [.., investment, lease, exports, premium, days, trainees, training, running] = facts.quantities;
    let share = |percent: i64, of: Decimal| Decimal::new(percent, 2) * of;
    let yuan = Decimal::from;
    let exhibitions = facts.exhibitions.iter().map(|cost| share(70, *cost).min(yuan(100_000))).sum::<Decimal>();
    let warehouse = local && area >= yuan(1500) && wms && served >= yuan(8) && months >= yuan(3) && certified;
    let large = exports > yuan(3_000_000) && !small;
    let training_counts = trains && days >= yuan(3) && trainees >= yuan(10);
    let paid = |met: bool, amount: Decimal| if met { amount } else { Decimal::ZERO };
    let pays = [
        paid(demo, yuan(3_000_000)),
        paid(turnover >= yuan(1_000_000), share(30, ads + platforms + website).min(yuan(500_000))),
        paid(exporter && leader, yuan(500_000)),
        paid(outlets, share(50, rent + fitout + equipment + storage + fees).min(yuan(2_000_000))),
        paid(warehouse, share(60, investment).min(yuan(5_000_000))),
        paid(cbec, share(50, lease).min(yuan(300_000))),
        exhibitions.min(yuan(200_000)),
        paid(!large, premium),
        paid(large, share(80, premium).min(yuan(2_000_000))),
        paid(training_counts, share(30, training).min(yuan(100_000))),
        paid(platform, share(50, running).min(yuan(500_000))),
        Decimal::ZERO,
    ];
    (pays, pays.iter().sum())
}
