//! The shape of the records as they stand in the files, before any check.

use serde::Deserialize;

use crate::indemnity::Payee;
use crate::model::{Confidence, Kind, RegulatedSector, Sense};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPack {
    pub sector: RegulatedSector,
    pub regulation: Option<String>,
    pub regulation_it: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStandard {
    pub id: String,
    pub regulation: Option<String>,
    pub regulation_it: Option<String>,
    pub article: Option<String>,
    pub name_it: String,
    pub name_en: String,
    pub kind: Kind,
    pub limit_value: i64,
    pub limit_value_four_monthly: Option<i64>,
    pub unit: Option<String>,
    #[serde(default)]
    pub sense: Sense,
    pub percentage: Option<i64>,
    pub clock_start: String,
    pub clock_stop: String,
    pub indemnity: Option<String>,
    pub indemnity_override: Option<String>,
    pub escalation: Option<String>,
    pub late_request_cutoff: Option<String>,
    pub max_per_calendar_year: Option<u32>,
    pub macro_indicator: Option<String>,
    #[serde(default)]
    pub procedure_codes: Vec<String>,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub confidence: Confidence,
    pub sources: Vec<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIndemnity {
    pub base_cents: Option<i64>,
    pub max_cents: Option<i64>,
    pub by_meter_class: Option<Vec<RawMeterBand>>,
    pub by_customer: Option<Vec<RawCustomerAmount>>,
    #[serde(default)]
    pub payee: Payee,
    #[serde(default)]
    pub max_per_calendar_year_same_standard: u32,
    #[expect(
        dead_code,
        reason = "how sure the cap is interests readers of the file; it must be allowed to stand there"
    )]
    pub max_per_calendar_year_confidence: Option<Confidence>,
    pub credit_deadline_days: Option<u16>,
    pub credit_deadline_months: Option<u16>,
    pub credit_deadline_months_four_monthly: Option<u16>,
    pub credit_on: Option<String>,
    #[serde(default = "yes")]
    pub suspended_while_in_arrears: bool,
    #[serde(default)]
    pub reason_text_required: bool,
    pub confidence: Confidence,
    pub sources: Vec<String>,
    pub note: Option<String>,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMeterBand {
    pub from: String,
    pub to: Option<String>,
    pub base_cents: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCustomerAmount {
    pub customer: String,
    pub base_cents: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStep {
    pub over: i64,
    pub factor: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEscalation {
    pub description_it: String,
    pub description_en: String,
    pub growth: String,
    pub steps: Option<Vec<RawStep>>,
    pub first_days: Option<i64>,
    pub first_cents: Option<i64>,
    pub further_days: Option<i64>,
    pub further_cents: Option<i64>,
    pub further_until_day: Option<i64>,
    pub middle_until_day: Option<i64>,
    pub middle_cents: Option<i64>,
    pub last_cents: Option<i64>,
    pub confidence: Confidence,
    pub sources: Vec<String>,
}
