//! Direct-debit mandates.

use domain::import::{MandateRecord, MandateScheme, MandateState, Reason, Table};
use kernel::codes::{Iban, Umr};

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;
use super::super::sentences;

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("reference"),
    Field::required("contract"),
    Field::required("iban"),
    Field::required("holder"),
    Field::optional("holder_tax_code"),
    Field::required("signed"),
    Field::required("scheme").of(MandateScheme::CODES),
    Field::required("state").of(MandateState::CODES),
];

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<MandateRecord> {
    let reference = reference(&mut cells);
    let contract = cells.required("contract");
    let iban = iban(&mut cells);
    let holder = cells.required("holder");
    let signed = cells.date("signed", Reason::Date);
    let scheme = cells.choice("scheme", MandateScheme::from_code);
    let state = cells.choice("state", MandateState::from_code);
    let key = cells.text("reference").to_owned();
    let record = (|| {
        Some(MandateRecord {
            reference: reference?,
            contract: contract?,
            iban: iban?,
            holder: holder?,
            holder_tax_code: cells.optional("holder_tax_code"),
            signed: signed?,
            scheme: scheme?,
            state: state?,
        })
    })();
    let references = vec![cells.needs(Table::Contracts, "contract")];
    cells.finish(record, &[&key], "reference", references)
}

fn reference(cells: &mut Cells<'_>) -> Option<Umr> {
    let text = cells.required("reference")?;
    let parsed = Umr::parse(&text);
    if let Err(problem) = &parsed {
        cells.refuse("reference", Reason::MandateReference, sentences::mandate_reference(problem));
    }
    parsed.ok()
}

/// An empty IBAN fails its check like any other text.
fn iban(cells: &mut Cells<'_>) -> Option<Iban> {
    let parsed = Iban::parse(cells.text("iban"));
    if let Err(problem) = &parsed {
        cells.refuse("iban", Reason::IbanCheck, sentences::iban(problem));
    }
    parsed.ok()
}
