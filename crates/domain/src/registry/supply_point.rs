//! Places where a service is delivered.

use kernel::{Date, Sector, SupplyPointId};
use serde::{Deserialize, Serialize};

use super::{Address, words};

words! {
    /// Whether a supply point delivers.
    SupplyPointState {
        /// Delivering.
        Active = "active",
        /// Connected, nobody supplied.
        Inactive = "inactive",
        /// Cut off, usually for arrears.
        Suspended = "suspended",
        /// No longer connected.
        Removed = "removed",
    }
}

/// A supply point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplyPoint {
    /// Its id.
    pub id: SupplyPointId,
    /// The service.
    pub sector: Sector,
    /// POD, PDR, water point code, tank or line number, without spaces.
    pub code: String,
    /// Where it is.
    pub address: Address,
    /// Whether it delivers.
    pub state: SupplyPointState,
    /// The distributor's name.
    pub distributor: String,
    /// The technical data in force.
    pub technical: Technical,
    /// Grows with every change.
    pub version: i64,
}

/// Technical data of a supply point, valid from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Technical {
    /// The first day.
    pub valid_from: Date,
    /// The last day; none while in force.
    pub valid_to: Option<Date>,
    /// What the service is used for, in the billing system's words.
    pub point_use: String,
    /// Available power in watt (electricity).
    pub power_w: Option<i64>,
    /// Voltage in volt (electricity).
    pub voltage_v: Option<i64>,
    /// Phases, 1 or 3 (electricity).
    pub phases: Option<i64>,
    /// Meter class: `G4` … for gas, `DN15` … for water.
    pub meter_class: String,
    /// Use category of the gas profile.
    pub use_category: String,
    /// Withdrawal class of the gas profile.
    pub withdrawal_class: String,
    /// Kind of line, as the network operator calls it (telephone); empty when not known.
    #[serde(default)]
    pub line_kind: String,
    /// Access technology: `FTTH`, `FTTC`, `ADSL` … (telephone); empty when not known.
    #[serde(default)]
    pub access_technology: String,
    /// Nominal speed towards the customer in kbit/s (telephone).
    #[serde(default)]
    pub speed_kbps: Option<i64>,
}
