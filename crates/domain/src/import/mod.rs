//! What a billing export says, in neutral words: typed records with natural keys, and the report of an import.
//!
//! A connector reads a partner's files into these records; the import operation compares them with what is stored.
//! Nothing here knows files, columns or databases.

#[macro_use]
mod coded;

mod choices;
mod records;
mod report;

pub use choices::{
    BillKind, ConsumptionUnit, ContractState, Delivery, MandateScheme, MandateState, MeterKind,
    PaymentChannel, PaymentMethod, PointState, ReadingKind, Register, Table, UseCategory,
};
pub use records::{
    AddressRecord, BillRecord, CadastralRecord, ContractRecord, CustomerRecord, Holder, MandateRecord,
    MeterRecord, PaymentRecord, PointCode, PrintedSecret, ReadingRecord, SupplyPointRecord,
};
pub use report::{FileReport, Finding, ImportReport, Outcome, Reason, Refusal, Row};
