//! A supply that was cut.

use kernel::{CaseId, ContractId, Date, SupplyPointId, SuspensionId};
use serde::{Deserialize, Serialize};

use crate::registry::words;

words! {
    /// Why a supply was cut.
    SuspensionReason {
        /// Bills were not paid.
        Arrears = "arrears",
        /// It was dangerous.
        Danger = "danger",
        /// The customer asked for it.
        Customer = "customer",
        /// Somebody drew illegally.
        Fraud = "fraud",
    }
}

/// One time a supply was cut, from its day to the day it came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Its id.
    pub id: SuspensionId,
    /// The supply.
    pub supply_point_id: SupplyPointId,
    /// The contract it was cut under, where it is known.
    pub contract_id: Option<ContractId>,
    /// Why.
    pub reason: SuspensionReason,
    /// The day it was cut.
    pub started_on: Date,
    /// The day it came back; none while it is cut.
    pub ended_on: Option<Date>,
    /// The seal put on then; empty when none was, or none is known.
    pub seal: String,
    /// The case that cut it.
    pub case_id: Option<CaseId>,
}
