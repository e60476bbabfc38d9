//! The contract of whoever asks, written and waiting: it comes into force when the distributor says that gas flows.

use domain::{
    registry::{Contract, ContractState, Delivery, Mandate, MandateScheme, MandateState, PaymentMethod},
    voltura::VolturaAnswers,
};
use kernel::{ContractId, Date, MandateId, Money, PartyId};
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{contract, mandate, party, supply_point},
    sequence,
};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

fn missing(field: &str) -> Error {
    Error::refused_with("answer_missing", &[("field", field)])
}

/// The contract this case has prepared.
pub(super) fn prepared(run: &mut Run<'_, '_>) -> Result<Option<Contract>, Error> {
    let id = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let found = id.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    Ok(found.filter(|contract| contract.case_id == Some(run.case.id)))
}

/// Writes the contract, as a draft. Again: the one that was written stays.
pub(super) fn prepare(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    if let Some(there) = prepared(run)?.filter(|contract| contract.state == ContractState::Draft) {
        return Ok(CallAnswer::Done(vec![("new_contract", json!(there.id))]));
    }
    let answers = VolturaAnswers::of(&run.case.data);
    let point = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    let holder = answers.party.or(run.case.party_id).ok_or_else(|| missing("party"))?;
    // Of two operators on one point, the second finds the version changed and looks again.
    if !supply_point::touch(run.tx, point.id, point.version)? {
        return Err(Error::Repeat);
    }
    if contract::in_force(run.tx, point.id)?.is_some() {
        return Err(Error::refused("point_has_holder"));
    }
    let payment = answers.payment.ok_or_else(|| missing("payment"))?;
    let number = sequence::next(run.tx, "contract", 1)?;
    let wanted =
        run.case.data.get("wanted_on").and_then(Json::as_str).and_then(|day| day.parse::<Date>().ok());
    let free = payment == PaymentMethod::DirectDebit;
    let new = Contract {
        id: run.ctx.id(ContractId::from_bytes),
        number: format!("C{number:07}"),
        party_id: holder,
        supply_point_id: point.id,
        offer: answers.offer.clone().unwrap_or_default(),
        // The day it is wanted; the day gas flows takes its place.
        starts_on: wanted.unwrap_or_else(|| run.ctx.today()),
        ends_on: None,
        state: ContractState::Draft,
        payment,
        delivery: answers.delivery.unwrap_or(Delivery::Post),
        delivery_email: answers.delivery_email.clone().unwrap_or_default(),
        resident: answers.resident,
        deposit: answers.deposit.filter(|_| !free).map_or(Money::ZERO, Money::from_cents),
        end_reason: String::new(),
        previous_contract_id: None,
        case_id: Some(run.case.id),
        version: 1,
    };
    contract::insert(run.tx, run.ctx, &new)?;
    if let Some(cadastre) = answers.cadastre(None) {
        contract::set_cadastre(run.tx, new.id, &cadastre)?;
    }
    if free {
        sign(run, &answers, &new, holder)?;
    }
    let subject = audit::Subject { kind: "contract", id: new.id.bytes() };
    audit::append(run.tx, run.ctx, "prepare_contract", subject, &json!({ "case": run.case.number }))?;
    Ok(CallAnswer::Done(vec![("new_contract", json!(new.id))]))
}

fn sign(
    run: &mut Run<'_, '_>,
    answers: &VolturaAnswers,
    new: &Contract,
    holder: PartyId,
) -> Result<(), Error> {
    let iban = answers.iban.clone().ok_or_else(|| missing("iban"))?;
    let holder = party::by_id(run.tx, holder)?.ok_or_else(|| missing("party"))?;
    let signed = Mandate {
        id: run.ctx.id(MandateId::from_bytes),
        umr: format!("{}-{}", new.number, run.case.number),
        contract_id: new.id,
        iban,
        holder: answers.iban_holder.clone().unwrap_or_else(|| holder.names.display()),
        holder_tax_code: holder.tax_code.unwrap_or_default(),
        signed_on: run.ctx.today(),
        scheme: MandateScheme::Core,
        state: MandateState::Requested,
    };
    Ok(mandate::insert(run.tx, &signed)?)
}

/// The activation does not come: the contract that waited ends without having begun. One that is in force stays.
pub(super) fn drop_prepared(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let Some(waiting) = prepared(run)?.filter(|contract| contract.state == ContractState::Draft) else {
        return Ok(CallAnswer::Done(Vec::new()));
    };
    let today = run.ctx.today();
    let mut dropped = Contract {
        ends_on: Some(today.max(waiting.starts_on)),
        state: ContractState::Ended,
        end_reason: "not_activated".to_owned(),
        ..waiting.clone()
    };
    if !contract::update(run.tx, run.ctx, &waiting, &mut dropped)? {
        return Err(Error::Repeat);
    }
    mandate::end_of_contract(run.tx, waiting.id, today)?;
    let subject = audit::Subject { kind: "contract", id: waiting.id.bytes() };
    audit::append(run.tx, run.ctx, "drop_contract", subject, &json!({ "case": run.case.number }))?;
    Ok(CallAnswer::Done(Vec::new()))
}
