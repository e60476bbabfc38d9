//! Check-digit codes: one file each, every rule with its source and its vectors.
//!
//! Every code is a newtype over the text as it is stored and compared: cleaned of spaces, dashes and dots,
//! in upper case. A value of one of these types has passed its check.

#[macro_use]
mod written;

mod check_letter;

pub mod bic_umr;
pub mod cadastral;
pub mod creditor_id;
pub mod creditor_reference;
pub mod ecr17_lrc;
pub mod iban;
pub mod pagopa;
pub mod pdr;
pub mod pod;
pub mod postal_slip;
mod remainder;
pub mod tax_code;
pub mod vat_number;
pub mod water_point;
pub mod web_code;

pub use bic_umr::{Bic, BicError, Umr, UmrError};
pub use cadastral::{CadastralError, CadastralReference};
pub use creditor_id::{CreditorId, CreditorIdError};
pub use creditor_reference::{CreditorReference, CreditorReferenceError};
pub use iban::{Iban, IbanError};
pub use pagopa::{NoticeNumber, NoticeNumberError};
pub use pdr::{Pdr, PdrError};
pub use pod::{Pod, PodError};
pub use postal_slip::{SlipCode, SlipCodeError};
pub use tax_code::{Sex, TaxCode, TaxCodeError};
pub use vat_number::{VatNumber, VatNumberError};
pub use water_point::{WaterPointCode, WaterPointError};
pub use web_code::{WebCode, WebCodeError};
