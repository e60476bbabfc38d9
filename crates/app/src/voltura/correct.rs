//! What billing refused is put right: the new holder's entry in the registry, the new contract, its mandate.

use domain::registry::{Contract, Party, PartyKind};
use kernel::{ContractId, Date};
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{contract, mandate, party, search},
};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// The answers of the correction: each replaces what is on record, those left empty leave it.
const CORRECTIONS: [&str; 9] = [
    "fix_surname",
    "fix_given_name",
    "fix_company_name",
    "fix_tax_code",
    "fix_vat_number",
    "fix_birth_date",
    "fix_delivery_email",
    "fix_iban",
    "fix_iban_holder",
];

/// Takes the corrections over into registry, contract and mandate. They are used up by it: a second refusal is corrected
/// with answers of its own.
pub(crate) fn correct(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let made = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let made = made.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let made = made.ok_or_else(|| Error::refused_with("answer_missing", &[("field", "new_contract")]))?;
    correct_party(run, &made)?;
    correct_mandate(run, &made)?;
    correct_contract(run, made)?;
    for name in CORRECTIONS {
        run.case.data.remove(name);
    }
    Ok(CallAnswer::Done(Vec::new()))
}

fn given(run: &Run<'_, '_>, name: &str) -> Option<String> {
    let text = run.case.data.get(name).and_then(Json::as_str)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn correct_party(run: &mut Run<'_, '_>, made: &Contract) -> Result<(), Error> {
    let before = party::by_id(run.tx, made.party_id)?.ok_or_else(|| Error::refused("party_gone"))?;
    let mut after = before.clone();
    let put = |place: &mut String, value: Option<String>| {
        if let Some(value) = value {
            *place = value;
        }
    };
    if before.kind == PartyKind::Organisation {
        put(&mut after.names.company_name, given(run, "fix_company_name"));
    } else {
        put(&mut after.names.surname, given(run, "fix_surname"));
        put(&mut after.names.given_name, given(run, "fix_given_name"));
        after.birth_date =
            given(run, "fix_birth_date").and_then(|day| day.parse::<Date>().ok()).or(after.birth_date);
    }
    after.tax_code = given(run, "fix_tax_code").or(after.tax_code);
    after.vat_number = given(run, "fix_vat_number").or(after.vat_number);
    if after == before {
        return Ok(());
    }
    if !party::update(run.tx, run.ctx, &before, &mut after)? {
        return Err(Error::Repeat);
    }
    search::index(run.tx, &after)?;
    run.case.party_name = after.names.display();
    if let Some(print) = super::create_party::print_of(run)? {
        run.case.data.insert("contact_checked".to_owned(), print);
    }
    let subject = audit::Subject { kind: "party", id: after.id.bytes() };
    let details =
        json!({ "number": after.number, "case": run.case.number, "changed": changed(&before, &after) });
    Ok(audit::append(run.tx, run.ctx, "correct_party", subject, &details)?)
}

/// The names of what is different.
fn changed(before: &Party, after: &Party) -> Vec<&'static str> {
    [
        ("names", before.names != after.names),
        ("tax_code", before.tax_code != after.tax_code),
        ("vat_number", before.vat_number != after.vat_number),
        ("birth_date", before.birth_date != after.birth_date),
    ]
    .into_iter()
    .filter_map(|(name, changed)| changed.then_some(name))
    .collect()
}

fn correct_contract(run: &mut Run<'_, '_>, before: Contract) -> Result<(), Error> {
    let Some(address) = given(run, "fix_delivery_email").filter(|address| *address != before.delivery_email)
    else {
        return Ok(());
    };
    let mut after = Contract { delivery_email: address, ..before.clone() };
    if !contract::update(run.tx, run.ctx, &before, &mut after)? {
        return Err(Error::Repeat);
    }
    run.case.data.insert("delivery_email".to_owned(), json!(after.delivery_email));
    let subject = audit::Subject { kind: "contract", id: after.id.bytes() };
    let details = json!({ "number": after.number, "case": run.case.number, "changed": ["delivery_email"] });
    Ok(audit::append(run.tx, run.ctx, "correct_contract", subject, &details)?)
}

fn correct_mandate(run: &mut Run<'_, '_>, made: &Contract) -> Result<(), Error> {
    let Some(before) = mandate::of_contract(run.tx, made.id)?.into_iter().next() else { return Ok(()) };
    let iban = given(run, "fix_iban").unwrap_or_else(|| before.iban.clone());
    let holder = given(run, "fix_iban_holder").unwrap_or_else(|| before.holder.clone());
    // The mandate names the holder's code as the registry has it.
    let code = party::by_id(run.tx, made.party_id)?.and_then(|party| party.tax_code).unwrap_or_default();
    if (&iban, &holder, &code) == (&before.iban, &before.holder, &before.holder_tax_code) {
        return Ok(());
    }
    if !mandate::correct(run.tx, before.id, &iban, &holder, &code)? {
        return Err(Error::Repeat);
    }
    for (name, value) in [("iban", &iban), ("iban_holder", &holder)] {
        if run.case.data.contains_key(name) {
            run.case.data.insert(name.to_owned(), json!(value));
        }
    }
    let subject = audit::Subject { kind: "contract", id: made.id.bytes() };
    let details = json!({ "number": made.number, "case": run.case.number, "changed": ["mandate"] });
    Ok(audit::append(run.tx, run.ctx, "correct_contract", subject, &details)?)
}
