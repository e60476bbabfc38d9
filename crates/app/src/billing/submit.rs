//! Telling billing of a change of holder: commands in order, in the transaction of the change itself.

use domain::{
    registry::{AddressPurpose, ContactKind, Contract},
    voltura::{Variant, VolturaAnswers},
};
use kernel::ContractId;
use serde_json::{Value as Json, json};
use store::{
    outbox::billing::{self, NewMessage},
    registry::{contract, mandate, party, supply_point},
    work::job,
};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Leaves the commands of the case for billing, and the job that hands them over. Commands that were rejected, or are
/// not handed over yet, are told with what was put right since; a customer that billing has taken over already is told
/// once more when it was corrected afterwards.
pub(crate) fn submit(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    match run.call.text("kind") {
        Some("correction") => return super::correction::submit_correction(run),
        Some(other) => return Err(Error::refused_with("billing_kind_unknown", &[("kind", other)])),
        None => {}
    }
    let told = billing::of_case(run.tx, run.case.id)?;
    let system = run.app.settings.billing_system.clone();
    let mut holder_kind = Json::Null;
    for (kind, aggregate, body) in commands(run)? {
        if kind == "customer" {
            holder_kind = body.get("kind").cloned().unwrap_or_default();
        }
        let before: Vec<&billing::Message> = told.iter().filter(|message| message.kind == kind).collect();
        let mut key = format!("{system}:{kind}:{}", run.case.number);
        if let Some(last) = before.last() {
            if matches!(last.state.as_str(), "queued" | "rejected") {
                billing::requeue(run.tx, last.id, &body)?;
                continue;
            }
            let same = serde_json::from_str::<Json>(&last.body).is_ok_and(|old| old == body);
            if kind != "customer" || same {
                continue;
            }
            key = format!("{key}:{}", before.len() + 1);
        }
        let new =
            NewMessage { key, system: &system, kind, aggregate, body: &body, case_id: Some(run.case.id) };
        billing::insert(run.tx, run.ctx, &new)?;
    }
    hand_over(run)?;
    Ok(CallAnswer::Done(vec![("billing_outcome", json!("sent")), ("holder_kind", holder_kind)]))
}

/// Leaves the job that hands waiting commands over.
pub(super) fn hand_over(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let new = job::NewJob {
        kind: "send_billing",
        key: None,
        payload: json!({}),
        run_at: run.ctx.now(),
        case_id: Some(run.case.id),
    };
    Ok(job::enqueue(run.tx, run.ctx, &new)?)
}

/// Tells billing the values that were verified after the change itself.
pub(crate) fn submit_reading(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let Some(point) = point else { return Err(Error::refused("point_missing")) };
    let system = run.app.settings.billing_system.clone();
    let key = format!("{system}:reading:{}", run.case.number);
    let body = reading_command(&answers, &point.code);
    let new = NewMessage {
        key,
        system: &system,
        kind: "reading",
        aggregate: point.code,
        body: &body,
        case_id: Some(run.case.id),
    };
    billing::insert(run.tx, run.ctx, &new)?;
    hand_over(run)
}

fn reading_command(answers: &VolturaAnswers, point: &str) -> Json {
    json!({ "point": point, "read_on": answers.read_on, "values": answers.agreed_readings(), "kind": "agreed" })
}

/// What becomes of the old contract's last bill and of its deposit.
fn final_bill(run: &mut Run<'_, '_>, answers: &VolturaAnswers, old: &Contract) -> Result<Json, Error> {
    let addresses = party::addresses(run.tx, old.party_id)?;
    let address = addresses
        .iter()
        .find(|entry| entry.valid_to.is_none() && entry.purpose == AddressPurpose::FinalBill)
        .map(|entry| &entry.address);
    let moves = answers.variant == Some(Variant::MortisCausa);
    let deposit = contract::deposits(run.tx, old.id)?;
    let amount: kernel::Money = deposit.iter().map(|deposit| deposit.amount).sum();
    Ok(json!({
        "contract": old.number, "up_to": old.ends_on, "address": address,
        "deposit": { "amount_cents": amount.cents(), "becomes": if moves { "moved" } else { "refund_due" } },
    }))
}

fn commands(run: &mut Run<'_, '_>) -> Result<Vec<(&'static str, String, Json)>, Error> {
    let missing = |what: &'static str| Error::refused_with("answer_missing", &[("field", what)]);
    let answers = VolturaAnswers::of(&run.case.data);
    let new = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let new = contract::by_id(run.tx, new.ok_or_else(|| missing("new_contract"))?)?
        .ok_or_else(|| missing("new_contract"))?;
    let old = new.previous_contract_id.ok_or_else(|| missing("contract"))?;
    let old = contract::by_id(run.tx, old)?.ok_or_else(|| missing("contract"))?;
    let holder = party::by_id(run.tx, new.party_id)?.ok_or_else(|| missing("party"))?;
    let point = supply_point::by_id(run.tx, new.supply_point_id)?.ok_or_else(|| missing("supply_point"))?;
    let addresses = party::addresses(run.tx, holder.id)?;
    let address =
        addresses.iter().find(|entry| entry.valid_to.is_none() && entry.purpose != AddressPurpose::FinalBill);
    let contacts = party::contacts(run.tx, holder.id)?;
    let contact =
        |kind: ContactKind| contacts.iter().find(|entry| entry.kind == kind).map(|entry| entry.value.clone());
    let (aggregate, last) = (point.code.clone(), final_bill(run, &answers, &old)?);
    let cadastre = contract::cadastre(run.tx, new.id)?;
    let mut list = vec![
        (
            "customer",
            aggregate.clone(),
            json!({
                "number": holder.number, "kind": holder.kind.code(), "names": holder.names, "tax_code": holder.tax_code,
                "vat_number": holder.vat_number, "birth_date": holder.birth_date, "lang": holder.lang,
                "email": contact(ContactKind::Email), "mobile": contact(ContactKind::Mobile),
                "phone": contact(ContactKind::Phone), "pec": contact(ContactKind::Pec),
                "address": address.map(|entry| &entry.address),
            }),
        ),
        (
            "change_of_holder",
            aggregate.clone(),
            json!({
                "point": point.code, "sector": point.sector, "old_contract": old.number, "old_ends_on": old.ends_on,
                "new_contract": new.number, "customer": holder.number, "starts_on": new.starts_on, "offer": new.offer,
                "payment": new.payment, "delivery": new.delivery, "delivery_email": new.delivery_email,
                "resident": new.resident, "deposit_cents": new.deposit.cents(), "use": answers.point_use,
                "cadastre": cadastre, "final_bill": last,
            }),
        ),
    ];
    // Values on which the two holders differ are told when they were verified.
    if !answers.readings_differ() && !answers.agreed_readings().is_empty() {
        list.push(("reading", aggregate.clone(), reading_command(&answers, &point.code)));
    }
    if let Some(signed) = mandate::of_contract(run.tx, new.id)?.into_iter().next() {
        list.push((
            "mandate",
            aggregate,
            json!({
                "umr": signed.umr, "contract": new.number, "iban": signed.iban, "holder": signed.holder,
                "holder_tax_code": signed.holder_tax_code, "signed_on": signed.signed_on, "scheme": signed.scheme,
            }),
        ));
    }
    Ok(list)
}
