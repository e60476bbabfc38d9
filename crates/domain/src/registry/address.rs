//! Postal addresses.

use kernel::{AddressId, fold};
use serde::{Deserialize, Serialize};

use super::words;

words! {
    /// What an address is used for.
    AddressPurpose {
        /// Where a person lives.
        Residence = "residence",
        /// Where letters and bills go.
        Mailing = "mailing",
        /// Where an organisation is registered.
        RegisteredOffice = "registered_office",
        /// Where the last bill of an ended contract goes.
        FinalBill = "final_bill",
    }
}

/// An address as it is written on an envelope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Its id, once stored.
    pub id: Option<AddressId>,
    /// Kind and name of the street, `via dei Tigli`.
    pub street: String,
    /// House number with its suffix, `27/A`.
    pub house_number: String,
    /// Unit, staircase, floor: `int. 4`.
    pub unit: String,
    /// Five digits in Italy.
    pub postcode: String,
    /// Name of the municipality.
    pub municipality: String,
    /// ISTAT code of the municipality, six digits, where known.
    pub istat_code: String,
    /// Two letters of the province.
    pub province: String,
    /// ISO 3166 code of the country.
    pub country: String,
}

impl Address {
    /// Street, number and unit on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = self.street.clone();
        for part in [&self.house_number, &self.unit] {
            if !part.is_empty() {
                line.push(' ');
                line.push_str(part);
            }
        }
        line
    }

    /// Postcode, municipality and province on one line: `41033 Concordia sulla Secchia (MO)`.
    #[must_use]
    pub fn town(&self) -> String {
        let mut line = self.postcode.clone();
        if !self.municipality.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&self.municipality);
        }
        if !self.province.is_empty() {
            line.push_str(&format!(" ({})", self.province));
        }
        line
    }

    /// The text a search looks into.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&format!("{} {}", self.line(), self.municipality))
    }
}
