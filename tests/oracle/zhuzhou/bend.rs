//! Firms that the draft speaks of, at its lines.

use mingbai_tests::oracle::Draft;

/// Those of whom the draft speaks beside enterprises.
const OTHERS: [&str; 12] = [
    "county_government",
    "park_operator",
    "executive",
    "incubator_operator",
    "supervision_site_operator",
    "financial_institution",
    "training_institution",
    "college",
    "service_platform_operator",
    "trade_association",
    "individual",
    "exhibition_organiser",
];

/// Draws a firm to what the draft asks for.
pub(super) fn bend(draft: &mut Draft<'_>) {
    let other = *draft.chance.pick(&OTHERS);
    if draft.chance.percent(60) {
        draft.choose_all("applicant", &["enterprise", other]);
    } else if draft.chance.percent(80) {
        draft.choose_all("applicant", &[other]);
    }
    if draft.chance.percent(60) {
        draft.choose_all("registered_in", &["zhuzhou"]);
    }
    near(draft);
    draft.often(
        80,
        &[
            "does_cbec_business",
            "in_cbec_park",
            "traditional_firm",
            "self_built_warehouse",
            "operates_collection_warehouse",
            "does_logistics_business",
            "connected_to_service_platform",
            "supervision_site_accepted",
            "supervision_site_in_use",
        ],
    );
    draft.often(50, &["cbec_park_recognised", "mofcom_warehouse_case", "on_zhuzhou_sample_list", "hosts_zhuzhou_event"]);
    draft.recognised(40, "zhuzhou_cbec_pilot");
    draft.recognised(30, "zhuzhou_cbec_leader");
    // 云展会的服务费、平台推广费…（线下展会填0元）
    draft.nothing_where("exhibitions", "cloud_fees", "zhuzhou_kind", &["hosted", "other_cbec", "not_cbec"]);
    let single = ["zhuzhou-06b", "zhuzhou-09c", "zhuzhou-09d", "zhuzhou-09e", "zhuzhou-03b", "zhuzhou-20b"];
    draft.name_measures(4, "already_received", &single);
}

/// The lines of the text, and the amounts at which its caps begin to bind.
fn near(draft: &mut Draft<'_>) {
    draft.near("first_year_online_cbec_transaction", &[50_000_000]);
    draft.near("first_year_import_export", &[10_000_000]);
    draft.near("first_year_incubation_fee", &[37_500]);
    draft.near("local_product_export_driven", &[10_000_000]);
    draft.near("cbec_export", &[0, 2_000_000]);
    draft.near("cbec_export_before", &[0]);
    draft.near("online_promotion_cost", &[666_666, 666_667]);
    draft.near("platform_commission", &[333_333, 333_334]);
    draft.near("international_logistics_cost", &[666_666, 666_667]);
    draft.near("annual_cbec_transaction", &[100_000_000, 1_000_000_000]);
    draft.near("best_earlier_cbec_year", &[0, 100_000_000, 1_000_000_000]);
    draft.near("new_certification_cost", &[625_000]);
    draft.near("support_firms_served", &[100]);
    draft.near("provincial_warehouse_support_received", &[0, 4_400_000, 4_700_000, 5_000_000]);
    draft.near("self_built_warehouse_area", &[3_000]);
    draft.near("host_country_trade", &[100_000_000]);
    draft.near("collection_warehouse_smes", &[10]);
    draft.near("collection_warehouse_trade", &[100_000_000]);
    draft.near("supervision_site_cost", &[1_000_000]);
    draft.near("local_cbec_orders", &[100_000]);
    draft.near("revenue", &[10_000_000]);
    draft.near("credit_insurance_premium", &[0]);
}
