//! What is known of one case when its clock is read.

use kernel::Instant;

/// A span of time that is not the operator's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suspension {
    /// When it began.
    pub from: Instant,
    /// When it ended, or none while it is open.
    pub to: Option<Instant>,
    /// Whose time it is: `customer`, `third_party`, `permit`, `force_majeure`, or the operator's own words.
    pub cause: Option<String>,
}

/// Why a late case was late: the three standard causes of the acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseOfMiss {
    /// Force majeure; nothing is owed.
    ForceMajeure,
    /// The customer or a third party; nothing is owed.
    CustomerOrThirdParty,
    /// The operator, also when the cause is unknown.
    Operator,
}

impl CauseOfMiss {
    /// The causes, in the order of the yearly return.
    pub const ALL: [Self; 3] = [Self::ForceMajeure, Self::CustomerOrThirdParty, Self::Operator];

    /// The word in packs, JSON and database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ForceMajeure => "force_majeure",
            Self::CustomerOrThirdParty => "customer_or_third_party",
            Self::Operator => "operator",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// What an amount may depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// The class by which electricity indemnities differ, for example `low_voltage_household`.
    pub class: Option<String>,
    /// The class of the gas meter, for example `G6`.
    pub meter_class: Option<String>,
    /// Whether the customer is billed every four months, which lengthens some terms.
    pub four_monthly_bills: bool,
}

/// A case as its clock sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// When the fact that starts the clock happened.
    pub started: Instant,
    /// The suspensions, in any order; they may overlap.
    pub suspended: Vec<Suspension>,
    /// When the fact that stops the clock happened.
    pub stopped: Option<Instant>,
    /// The cause recorded for a miss; none counts as the operator's.
    pub cause_of_miss: Option<CauseOfMiss>,
    /// Whether the customer is in arrears: an indemnity then waits.
    pub in_arrears: bool,
    /// Indemnities already paid to this customer for this standard in the calendar year.
    pub already_compensated_this_year: u32,
    /// The customer.
    pub customer: Customer,
}

impl Case {
    /// A running case without anything but its start.
    #[must_use]
    pub fn started(at: Instant) -> Self {
        Self {
            started: at,
            suspended: Vec::new(),
            stopped: None,
            cause_of_miss: None,
            in_arrears: false,
            already_compensated_this_year: 0,
            customer: Customer::default(),
        }
    }
}
