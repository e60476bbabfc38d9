//! The records of an export. Keys are the natural ones of the billing system, as it writes them.

use kernel::codes::{Iban, Pdr, Pod, Sex, TaxCode, Umr, VatNumber, WaterPointCode};
use kernel::{Date, Lang, Money, Sector};
use serde::Serialize;

use super::choices::{
    BillKind, ConsumptionUnit, ContractState, Delivery, MandateScheme, MandateState, MeterKind,
    PaymentChannel, PaymentMethod, PointState, ReadingKind, Register, UseCategory,
};

/// A customer: a person or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomerRecord {
    /// Customer number: the key.
    pub number: String,
    /// Who it is.
    pub holder: Holder,
    /// Tax code, checked; none when the export has none.
    pub tax_code: Option<TaxCode>,
    /// VAT number, checked.
    pub vat_number: Option<VatNumber>,
    /// The language the customer is served in.
    pub lang: Lang,
    /// E-mail; an address that is none is left out, with a warning on the row.
    pub email: Option<String>,
    /// Certified e-mail (PEC), likewise.
    pub certified_email: Option<String>,
    /// Fixed line, as written.
    pub phone: Option<String>,
    /// Mobile, as written.
    pub mobile: Option<String>,
    /// Residence or seat.
    pub address: AddressRecord,
    /// When the customer was created.
    pub created: Option<Date>,
}

/// Who a customer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Holder {
    /// A person.
    Person {
        /// Surname.
        surname: String,
        /// Name.
        name: String,
        /// Day of birth.
        birth_date: Option<Date>,
        /// Place of birth, as written.
        birth_place: Option<String>,
        /// Sex.
        sex: Option<Sex>,
    },
    /// A company, a body, a block of flats.
    Organisation {
        /// Its name.
        name: String,
    },
}

impl Holder {
    /// The words a profile maps the kind of customer to.
    pub const CODES: &'static [&'static str] = &["person", "organisation"];
}

/// A postal address, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AddressRecord {
    /// Street.
    pub street: String,
    /// House number with its suffix.
    pub number: Option<String>,
    /// Flat, stair, floor.
    pub unit: Option<String>,
    /// Postal code: text, since leading zeros count.
    pub postcode: Option<String>,
    /// Town.
    pub town: String,
    /// ISTAT code of the municipality, six digits.
    pub municipality: Option<String>,
    /// Province, two letters.
    pub province: Option<String>,
    /// Country, two letters.
    pub country: Option<String>,
}

/// The code of a supply point, checked as its sector prescribes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "sector", content = "code", rename_all = "snake_case")]
pub enum PointCode {
    /// Sixteen digits.
    Water(WaterPointCode),
    /// PDR.
    Gas(Pdr),
    /// POD.
    Electricity(Pod),
    /// The utility's own code of a tank.
    Lpg(String),
    /// A line number or the utility's own code.
    Telecom(String),
}

impl PointCode {
    /// The code as text: the key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Water(code) => code.as_str(),
            Self::Gas(code) => code.as_str(),
            Self::Electricity(code) => code.as_str(),
            Self::Lpg(code) | Self::Telecom(code) => code,
        }
    }

    /// The sector.
    #[must_use]
    pub const fn sector(&self) -> Sector {
        match self {
            Self::Water(_) => Sector::Water,
            Self::Gas(_) => Sector::Gas,
            Self::Electricity(_) => Sector::Electricity,
            Self::Lpg(_) => Sector::Lpg,
            Self::Telecom(_) => Sector::Telecom,
        }
    }
}

/// A place of delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SupplyPointRecord {
    /// Its code and sector: the key.
    pub code: PointCode,
    /// Where it is.
    pub address: AddressRecord,
    /// How it stands.
    pub state: PointState,
    /// What it is used for.
    pub use_category: Option<UseCategory>,
    /// Network operator, as written.
    pub distributor: Option<String>,
    /// Contracted power in watts (electricity).
    pub power_watts: Option<i64>,
    /// Voltage in volts (electricity).
    pub voltage_volts: Option<i64>,
    /// Phases, 1 or 3 (electricity).
    pub phases: Option<i64>,
    /// Class of the meter: `G4`, `DN15`.
    pub meter_class: Option<String>,
    /// Use category of the gas profile: `C1`.
    pub gas_use: Option<String>,
    /// Withdrawal class of the gas profile.
    pub gas_withdrawal_class: Option<String>,
    /// Kind of line, as written (telephone).
    pub line_kind: Option<String>,
    /// Access technology, as written (telephone).
    pub access_technology: Option<String>,
    /// Nominal speed towards the customer in kbit/s (telephone).
    pub speed_kbps: Option<i64>,
    /// Land-registry data, as far as known.
    pub cadastral: CadastralRecord,
}

/// Land-registry data as the billing system holds them, often incomplete.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CadastralRecord {
    /// Category of the building: `A/3`.
    pub category: Option<String>,
    /// Sheet.
    pub sheet: Option<String>,
    /// Parcel.
    pub parcel: Option<String>,
    /// Subunit.
    pub subunit: Option<String>,
}

/// One register of a device laid at a supply point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeterRecord {
    /// Serial number; the key together with register and supply point.
    pub serial: String,
    /// Code of the supply point.
    pub point: String,
    /// Meter or corrector.
    pub kind: MeterKind,
    /// The register.
    pub register: Register,
    /// Digits before it rolls over.
    pub digits: i64,
    /// When it was laid.
    pub installed: Date,
    /// When it was removed.
    pub removed: Option<Date>,
    /// By how much a reading is multiplied, in millionths.
    pub constant_millionths: i64,
}

/// A value read on a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingRecord {
    /// Code of the supply point; the key together with serial, register and date.
    pub point: String,
    /// Serial number of the device.
    pub serial: String,
    /// The register.
    pub register: Register,
    /// When it was read.
    pub date: Date,
    /// The value, in thousandths of the unit shown on the register.
    pub value_thousandths: i64,
    /// How it came about.
    pub kind: ReadingKind,
}

/// A contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContractRecord {
    /// Contract number: the key.
    pub number: String,
    /// Customer number.
    pub customer: String,
    /// Code of the supply point.
    pub point: String,
    /// Code of the offer.
    pub offer: Option<String>,
    /// First day.
    pub start: Date,
    /// Last day, or none while it lasts.
    pub end: Option<Date>,
    /// How it stands.
    pub state: ContractState,
    /// How it is paid.
    pub payment: PaymentMethod,
    /// How bills are delivered.
    pub delivery: Delivery,
    /// Where they are mailed to; an address that is none is left out.
    pub delivery_email: Option<String>,
    /// Whether the holder resides there; none when the export does not say.
    pub resident: Option<bool>,
    /// Security deposit held.
    pub deposit: Money,
    /// The secret printed on bills with which the customer opens a portal account, to be hashed at once.
    #[serde(skip)]
    pub web_code: Option<PrintedSecret>,
}

/// A secret as it is printed on a bill. It is never shown by `Debug` and never serialised.
#[derive(Clone, PartialEq, Eq)]
pub struct PrintedSecret(String);

impl PrintedSecret {
    /// Wraps the printed text.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for hashing.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PrintedSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrintedSecret(…)")
    }
}

/// A bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BillRecord {
    /// Bill number: the key.
    pub number: String,
    /// Contract number.
    pub contract: String,
    /// When it was issued.
    pub issued: Date,
    /// When it is due.
    pub due: Date,
    /// What kind.
    pub kind: BillKind,
    /// The amount; negative for a credit note.
    pub amount: Money,
    /// Consumption billed, in thousandths of its unit.
    pub consumption_thousandths: Option<i64>,
    /// Unit of the consumption.
    pub unit: Option<ConsumptionUnit>,
    /// First day billed.
    pub from: Option<Date>,
    /// Last day billed.
    pub to: Option<Date>,
}

/// A payment of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaymentRecord {
    /// Payment number: the key.
    pub number: String,
    /// Bill number.
    pub bill: String,
    /// When it was made.
    pub date: Date,
    /// How much.
    pub amount: Money,
    /// Where.
    pub channel: PaymentChannel,
    /// The counter that took it.
    pub counter: Option<String>,
}

/// A direct-debit mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MandateRecord {
    /// Unique mandate reference: the key.
    pub reference: Umr,
    /// Contract number.
    pub contract: String,
    /// The account debited.
    pub iban: Iban,
    /// Holder of the account.
    pub holder: String,
    /// Tax code of that holder, as written: it may be another person's than the customer's.
    pub holder_tax_code: Option<String>,
    /// When it was signed.
    pub signed: Date,
    /// Core or B2B.
    pub scheme: MandateScheme,
    /// How it stands.
    pub state: MandateState,
}
