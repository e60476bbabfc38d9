//! Codes with check characters: what is wrong with one, as the code of a sentence with its values.

use kernel::codes::{
    Iban, TaxCode, VatNumber, iban::IbanError, tax_code::TaxCodeError, vat_number::VatNumberError,
};
use serde_json::{Value as Json, json};

use crate::Problem;

pub(super) fn tax_code(name: &str, text: &str) -> Result<Json, Problem> {
    let problem = |code: &str| Problem::new(name, code);
    TaxCode::parse(text).map(|code| json!(code.as_str())).map_err(|error| match error {
        TaxCodeError::Length { found } => problem("tax_code_length").with("found", found),
        TaxCodeError::Character { position, found, .. } => {
            problem("tax_code_character").with("position", position).with("found", found)
        }
        TaxCodeError::Month { .. } | TaxCodeError::Day { .. } => problem("tax_code_date"),
        TaxCodeError::CheckCharacter { expected, found } => {
            problem("tax_code_check_character").with("expected", expected).with("found", found)
        }
        TaxCodeError::Zero => problem("vat_check_digit"),
    })
}

pub(super) fn vat_number(name: &str, text: &str) -> Result<Json, Problem> {
    let problem = |code: &str| Problem::new(name, code);
    VatNumber::parse(text).map(|code| json!(code.as_str())).map_err(|error| match error {
        VatNumberError::Length { found } => problem("vat_length").with("found", found),
        VatNumberError::Character { .. } => problem("vat_character"),
        // An office that does not exist comes from wrong digits, like a wrong check digit.
        VatNumberError::CheckDigit { .. } | VatNumberError::Zero | VatNumberError::Office { .. } => {
            problem("vat_check_digit")
        }
    })
}

pub(super) fn iban(name: &str, text: &str) -> Result<Json, Problem> {
    let problem = |code: &str| Problem::new(name, code);
    Iban::parse(text).map(|iban| json!(iban.as_str())).map_err(|error| match error {
        IbanError::Country { .. } | IbanError::UnknownCountry { .. } => problem("iban_country"),
        IbanError::Length { expected, found, .. } => {
            problem("iban_length").with("found", found).with("expected", expected)
        }
        _ => problem("iban_check"),
    })
}
