//! The words of a pack: standards and what they refer to, as they stand after the checks at load.

use std::sync::Arc;

use calendar::DayUnit;
use jiff::civil::Time;
use kernel::{Date, Lang, Sector};
use serde::{Deserialize, Serialize};

use crate::indemnity::{Escalation, IndemnityRule};

/// The regulated activity a standard belongs to. Sales and distribution are regulated apart, so this is finer
/// than [`kernel::Sector`] for energy and coarser for sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegulatedSector {
    /// The integrated water service.
    Water,
    /// Sales of electricity and gas.
    EnergySales,
    /// Gas distribution.
    GasDistribution,
    /// Electricity distribution.
    ElectricityDistribution,
    /// Electronic communications.
    Telecom,
}

impl RegulatedSector {
    /// Whether the standards of this activity concern a supply of that sector.
    #[must_use]
    pub const fn concerns(self, sector: Sector) -> bool {
        match self {
            Self::Water => matches!(sector, Sector::Water),
            Self::EnergySales => matches!(sector, Sector::Electricity | Sector::Gas),
            Self::GasDistribution => matches!(sector, Sector::Gas),
            Self::ElectricityDistribution => matches!(sector, Sector::Electricity),
            Self::Telecom => matches!(sector, Sector::Telecom),
        }
    }
}

/// What a miss of the standard means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Judged case by case; a miss owes an indemnity.
    Specific,
    /// Judged on a population with a percentage; nothing is owed to the customer.
    General,
    /// A term in force without an automatic indemnity.
    Obligation,
    /// An event owes an amount; there is no term.
    IndemnityOnly,
}

/// Which side of the limit is in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// The usual: up to the limit.
    #[default]
    AtMost,
    /// A minimum term (notice, waiting time): the limit or more.
    AtLeast,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A public page prints it.
    Published,
    /// Taken as certain, no page at hand.
    Unsourced,
    /// To be verified in the act before it is relied on.
    Uncertain,
}

/// What a limit is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Monday to Friday without national holidays.
    WorkingDay,
    /// Monday to Saturday without national holidays.
    MonSatDay,
    /// Every day.
    CalendarDay,
    /// Sixty minutes, exact.
    Hour,
    /// Sixty seconds, exact.
    Minute,
    /// A second, exact.
    Second,
    /// Calendar months, by the day of the month (art. 2963 of the civil code).
    Month,
    /// A number in a year; no clock.
    PerYear,
    /// A number in a period; no clock.
    PerPeriod,
    /// A share; no clock.
    Percent,
    /// No limit: an event.
    None,
}

impl Unit {
    /// Every unit, in the order the documentation lists them.
    pub const ALL: [Self; 11] = [
        Self::WorkingDay,
        Self::MonSatDay,
        Self::CalendarDay,
        Self::Hour,
        Self::Minute,
        Self::Second,
        Self::Month,
        Self::PerYear,
        Self::PerPeriod,
        Self::Percent,
        Self::None,
    ];

    /// The word in packs and JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WorkingDay => "working_day",
            Self::MonSatDay => "mon_sat_day",
            Self::CalendarDay => "calendar_day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
            Self::Month => "month",
            Self::PerYear => "per_year",
            Self::PerPeriod => "per_period",
            Self::Percent => "percent",
            Self::None => "none",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// The day unit, for those that count days.
    #[must_use]
    pub const fn day_unit(self) -> Option<DayUnit> {
        match self {
            Self::WorkingDay => Some(DayUnit::WorkingDay),
            Self::MonSatDay => Some(DayUnit::MonSatDay),
            Self::CalendarDay => Some(DayUnit::CalendarDay),
            _ => Option::None,
        }
    }

    /// Microseconds of one unit, for exact durations.
    #[must_use]
    pub const fn micros(self) -> Option<i64> {
        match self {
            Self::Hour => Some(3_600_000_000),
            Self::Minute => Some(60_000_000),
            Self::Second => Some(1_000_000),
            _ => Option::None,
        }
    }

    /// Whether a clock on one case measures it.
    #[must_use]
    pub const fn is_clocked(self) -> bool {
        self.day_unit().is_some() || self.micros().is_some() || matches!(self, Self::Month)
    }
}

/// A recorded fact that starts or stops clocks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The word in packs.
    pub code: String,
    /// As people read it in Italian.
    pub name_it: String,
    /// As people read it in English.
    pub name_en: String,
}

/// A public page behind a label.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The label used in `sources`.
    pub label: String,
    /// Site and page.
    pub r#where: String,
}

/// A standard cause of a miss, as packs describe it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// One of [`crate::CauseOfMiss`].
    pub code: String,
    /// The words of the acts.
    pub name_it: String,
    /// In English.
    pub name_en: String,
    /// Whether a miss with this cause owes the indemnity.
    pub indemnity_due: bool,
    /// What belongs under it.
    pub examples: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Labels of sources.
    pub sources: Vec<String>,
}

/// A band of yearly water use and the fewest bills a year it is owed (RQSII art. 38).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BillingFrequency {
    /// The upper bound of the band in cubic metres a year, or none for the last.
    pub max_m3_year: Option<i64>,
    /// The fewest bills in a year.
    pub bills_per_year: i64,
}

/// The rules of counting common to all clocks, as packs state them. The clock follows them by construction; they
/// are data so that a reader of the packs finds them with their sources.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// The first day is out (art. 2963 of the civil code).
    pub day_zero_excluded: bool,
    /// Elapsed equal to the limit is kept.
    pub tolerant_boundary: bool,
    /// The usual cut-off hour; each record says whether it applies.
    pub late_request_cutoff: String,
    /// Whether the August stop of court terms touches these clocks.
    pub summer_suspension: bool,
    /// How sure that is.
    pub confidence: Confidence,
    /// Labels of sources.
    pub sources: Vec<String>,
}

/// One regulated term with its dates: the sentence of the law a case is judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// Its name in the program, for example `W-S14`.
    pub id: String,
    /// The regulated activity.
    pub sector: RegulatedSector,
    /// The act.
    pub regulation: String,
    /// The act as it is named to Italian readers, where `regulation` has English words in it.
    pub regulation_it: Option<String>,
    /// The article or part of the act, where known.
    pub article: Option<String>,
    /// As people read it in Italian.
    pub name_it: String,
    /// As people read it in English.
    pub name_en: String,
    /// What a miss means.
    pub kind: Kind,
    /// Which side of the limit is in order.
    pub sense: Sense,
    /// The limit, in `unit`.
    pub limit: i64,
    /// The limit where bills are four-monthly, when it differs.
    pub limit_four_monthly: Option<i64>,
    /// What the limit is counted in.
    pub unit: Unit,
    /// The share of cases a general standard asks for, in percent.
    pub percentage: Option<u8>,
    /// The fact that starts the clock.
    pub clock_start: Arc<Fact>,
    /// The fact that stops it.
    pub clock_stop: Arc<Fact>,
    /// What a miss owes, after any override.
    pub indemnity: Option<Arc<IndemnityRule>>,
    /// How it grows with delay.
    pub escalation: Option<Arc<Escalation>>,
    /// A start at or after this local time is dated to the next day the unit counts.
    pub late_request_cutoff: Option<Time>,
    /// Indemnities owed in a calendar year for this standard; beyond, none. Zero is no cap.
    pub max_per_calendar_year: u32,
    /// The macro-indicator of the incentive scheme (del. 547/2019/R/idr).
    pub macro_indicator: Option<String>,
    /// Codes of the messages between distributor and supplier.
    pub procedure_codes: Vec<String>,
    /// The first day in force, or none when no date is recorded.
    pub valid_from: Option<Date>,
    /// The last day in force.
    pub valid_to: Option<Date>,
    /// How sure the figures are.
    pub confidence: Confidence,
    /// Labels of sources.
    pub sources: Vec<String>,
    /// What a reader of the pack should know.
    pub note: Option<String>,
}

impl Standard {
    /// The act, in a language.
    #[must_use]
    pub fn act(&self, lang: Lang) -> &str {
        match (lang, &self.regulation_it) {
            (Lang::It, Some(act)) => act,
            _ => &self.regulation,
        }
    }

    /// Its name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.name_it,
            Lang::En => &self.name_en,
        }
    }

    /// Whether it is in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// The limit for a customer.
    #[must_use]
    pub fn limit_for(&self, four_monthly_bills: bool) -> i64 {
        match self.limit_four_monthly {
            Some(limit) if four_monthly_bills => limit,
            _ => self.limit,
        }
    }

    /// The multiples of the limit at which the amount changes: one entry where it is flat.
    #[must_use]
    pub fn multiples(&self) -> &'static [i64] {
        let flat = self.escalation.as_ref().is_some_and(|escalation| escalation.is_flat());
        if flat || self.limit == 0 { &[1] } else { &[1, 2, 3] }
    }
}
