//! What the Lhasa notice asks of a firm, each answer in a field of its own.

use mingbai_core::answers::Recognition;
use mingbai_core::{Answers, Date, Library};
use rust_decimal::Decimal;

use super::MEASURES;
use crate::record::Record;

/// A firm of which everything is known that the notice asks.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an answer of its own")]
pub struct Facts {
    pub(super) enterprise: bool,
    pub(super) training_institution: bool,
    pub(super) service_platform_operator: bool,
    pub(super) payment_institution: bool,
    pub(super) financial_institution: bool,
    pub(super) exhibition_organiser: bool,
    pub(super) government_department: bool,
    pub(super) local: bool,
    pub(super) demo: Recognition,
    pub(super) leader: Recognition,
    pub(super) warehouse: Recognition,
    pub(super) traditional: bool,
    pub(super) producer: bool,
    pub(super) invested: bool,
    pub(super) systems: bool,
    pub(super) sells_abroad: bool,
    pub(super) leased_is_public: bool,
    pub(super) operates_platform: bool,
    pub(super) turnover: Decimal,
    pub(super) advertising: Decimal,
    pub(super) website: Decimal,
    pub(super) area: Decimal,
    pub(super) served: Decimal,
    pub(super) months: Decimal,
    pub(super) investment: Decimal,
    pub(super) exports: Decimal,
    pub(super) premium: Decimal,
    pub(super) running_costs: Decimal,
    /// What a certificate says: whether it is small or micro.
    pub(super) certified_small: Option<bool>,
    /// A place among the industries of the standard on sizes.
    pub(super) industry: usize,
    /// People, income, assets.
    pub(super) size: [Decimal; 3],
    /// Invoices of platforms, and whether they are for an outlet.
    pub(super) invoices: Vec<(Decimal, bool)>,
    pub(super) outlets: Vec<[Decimal; 4]>,
    /// Rent and infrastructure.
    pub(super) leased: Vec<(Date, [Decimal; 2])>,
    pub(super) exhibitions: Vec<Exhibition>,
    /// Days, participants, cost.
    pub(super) classes: Vec<[Decimal; 3]>,
    /// Measures already supported, as bits.
    pub(super) supported: u32,
    /// Measures under an agreement, as bits.
    pub(super) agreed: u32,
}

/// One exhibition.
#[derive(Debug)]
pub(super) struct Exhibition {
    pub(super) on_our_own: bool,
    pub(super) in_delegation: bool,
    pub(super) day: Date,
    /// Booth, construction, freight, travel.
    pub(super) own_costs: [Decimal; 4],
    /// Promotion, booth, construction, freight, commission.
    pub(super) delegation_costs: [Decimal; 5],
}

const INDUSTRIES: [&str; 16] = [
    "agriculture",
    "manufacturing",
    "construction",
    "wholesale",
    "retail",
    "transport",
    "warehousing",
    "postal",
    "accommodation",
    "catering",
    "information_transmission",
    "software",
    "real_estate",
    "property_management",
    "business_services",
    "other",
];

impl Facts {
    /// The facts of a firm.
    ///
    /// # Panics
    /// When something that the notice asks is not known for sure.
    #[must_use]
    pub fn of(library: &Library, answers: &Answers) -> Self {
        let firm = Record::of(library, answers);
        let is = |kind: &str| firm.is("applicant", kind);
        let certified = firm.is_answered("sme_size");
        Self {
            enterprise: is("enterprise"),
            training_institution: is("training_institution"),
            service_platform_operator: is("service_platform_operator"),
            payment_institution: is("payment_institution"),
            financial_institution: is("financial_institution"),
            exhibition_organiser: is("exhibition_organiser"),
            government_department: is("government_department"),
            local: firm.is("registered_in", "lhasa"),
            demo: firm.recognition("lhasa_demo_enterprise"),
            leader: firm.recognition("lhasa_industry_leader"),
            warehouse: firm.recognition("lhasa_public_warehouse"),
            traditional: firm.yes("traditional_foreign_trade_firm"),
            producer: firm.yes("local_producer_exporter"),
            invested: firm.yes("invested_in_public_warehouse"),
            systems: firm.yes("public_warehouse_systems"),
            sells_abroad: firm.yes("does_cbec_business"),
            leased_is_public: firm.yes("leased_warehouse_is_public"),
            operates_platform: firm.yes("operates_lhasa_platform"),
            turnover: firm.number("annual_cbec_transaction"),
            advertising: firm.number("online_ad_cost"),
            website: firm.number("website_build_cost"),
            area: firm.number("public_warehouse_area"),
            served: firm.number("public_warehouse_firms_served"),
            months: firm.number("public_warehouse_months"),
            investment: firm.number("public_warehouse_investment"),
            exports: firm.number("prior_year_export"),
            premium: firm.number("credit_insurance_premium"),
            running_costs: firm.number("public_platform_om_cost"),
            certified_small: certified.then(|| firm.is("sme_size", "small") || firm.is("sme_size", "micro")),
            industry: INDUSTRIES.iter().position(|one| firm.chosen("industry") == *one).expect("an industry"),
            size: ["employees", "revenue", "total_assets"].map(|name| firm.number(name)),
            invoices: firm.rows("platform_fees").iter().map(|row| (row.number("cost"), row.yes("for_outlet"))).collect(),
            outlets: columns(&firm, "outlets", ["rent", "fit_out", "equipment", "logistics"]),
            leased: firm.rows("leased_warehouse_costs").iter().map(leased).collect(),
            exhibitions: firm.rows("exhibitions").iter().map(exhibition).collect(),
            classes: columns(&firm, "training_classes", ["days", "participants", "cost"]),
            supported: named(&firm, "already_supported"),
            agreed: named(&firm, "agreement_items"),
        }
    }
}

fn columns<const N: usize>(firm: &Record<'_>, list: &str, names: [&str; N]) -> Vec<[Decimal; N]> {
    firm.rows(list).iter().map(|row| names.map(|name| row.number(name))).collect()
}

fn leased(row: &Record<'_>) -> (Date, [Decimal; 2]) {
    (row.day("date"), ["rent", "infrastructure"].map(|name| row.number(name)))
}

fn exhibition(row: &Record<'_>) -> Exhibition {
    Exhibition {
        on_our_own: row.is("channel", "self"),
        in_delegation: row.is("channel", "group"),
        day: row.day("date"),
        own_costs: ["booth", "construction", "freight", "travel"].map(|name| row.number(name)),
        delegation_costs: ["promotion", "booth", "construction", "freight", "commission"].map(|name| row.number(name)),
    }
}

fn named(firm: &Record<'_>, list: &str) -> u32 {
    (0..).zip(MEASURES).filter(|(_, id)| firm.names(list, id)).fold(0, |bits, (place, _)| bits | 1 << place)
}
