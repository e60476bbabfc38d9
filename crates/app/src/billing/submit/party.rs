//! A customer as billing is told of it.

use domain::registry::{AddressPurpose, ContactKind, Party};
use serde_json::{Value as Json, json};
use store::registry::party;

use super::{Command, missing};
use crate::{Error, processes::Run};

/// The party of the case, as it is on record now.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let known = run.case.party_id.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    let known = known.ok_or_else(|| missing("party"))?;
    let body = customer(run, &known)?;
    Ok(vec![Command::once("customer", known.number, body)])
}

/// Everything billing keeps of a customer.
pub(super) fn customer(run: &mut Run<'_, '_>, known: &Party) -> Result<Json, Error> {
    let addresses = party::addresses(run.tx, known.id)?;
    let in_use = |purpose: AddressPurpose| {
        addresses.iter().find(|entry| entry.valid_to.is_none() && entry.purpose == purpose)
    };
    // Billing keeps one address: where bills go.
    let address = in_use(AddressPurpose::Mailing)
        .or_else(|| in_use(AddressPurpose::RegisteredOffice))
        .or_else(|| in_use(AddressPurpose::Residence));
    let contacts = party::contacts(run.tx, known.id)?;
    let contact = |kind: ContactKind| {
        let of_kind = contacts.iter().filter(|entry| entry.kind == kind);
        of_kind.max_by_key(|entry| entry.valid_from).map(|entry| entry.value.clone())
    };
    Ok(json!({
        "number": known.number, "kind": known.kind.code(), "names": known.names, "tax_code": known.tax_code,
        "vat_number": known.vat_number, "birth_date": known.birth_date, "lang": known.lang,
        "email": contact(ContactKind::Email), "mobile": contact(ContactKind::Mobile),
        "phone": contact(ContactKind::Phone), "pec": contact(ContactKind::Pec),
        "address": address.map(|entry| &entry.address),
    }))
}
