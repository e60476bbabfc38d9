//! Meters, volume correctors and their registers.

use kernel::{Date, MeterId, SupplyPointId};
use serde::{Deserialize, Serialize};

use super::words;

words! {
    /// What a device does.
    MeterKind {
        /// Counts the quantity.
        Meter = "meter",
        /// Corrects a gas volume to standard conditions.
        Corrector = "corrector",
    }
}

/// A device laid at a supply point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meter {
    /// Its id.
    pub id: MeterId,
    /// The serial number on its plate.
    pub serial: String,
    /// Where it is laid.
    pub supply_point_id: SupplyPointId,
    /// What it does.
    pub kind: MeterKind,
    /// Multiplier of the dial, in millionths.
    pub constant_millionths: i64,
    /// The day it was laid.
    pub laid_on: Date,
    /// The day it was removed; none while it is there.
    pub removed_on: Option<Date>,
    /// Its registers, in the order people read them.
    pub registers: Vec<Register>,
}

/// One dial of a meter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// `T` total, `F1` `F2` `F3` time bands, `R` reactive, `C` corrector.
    pub code: String,
    /// How many digits the dial has: it returns to zero after the largest number they write.
    pub digits: i64,
}
