//! A change of holder as billing is told of it.

use domain::{
    registry::{AddressPurpose, Contract},
    voltura::{Variant, VolturaAnswers},
};
use kernel::ContractId;
use serde_json::{Value as Json, json};
use store::registry::{contract, mandate, party, supply_point};

use super::{Command, leave, missing, party::customer};
use crate::{Error, processes::Run};

/// Tells billing the values that were verified after the change itself.
pub(crate) fn submit_verified(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let Some(point) = point else { return Err(Error::refused("point_missing")) };
    let body = reading_command(&answers, &point.code);
    leave(run, vec![Command::once("reading", point.code, body)])
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

/// The commands of a change of holder, in the order billing must apply them.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let new = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let new = contract::by_id(run.tx, new.ok_or_else(|| missing("new_contract"))?)?
        .ok_or_else(|| missing("new_contract"))?;
    let old = new.previous_contract_id.ok_or_else(|| missing("contract"))?;
    let old = contract::by_id(run.tx, old)?.ok_or_else(|| missing("contract"))?;
    let holder = party::by_id(run.tx, new.party_id)?.ok_or_else(|| missing("party"))?;
    let point = supply_point::by_id(run.tx, new.supply_point_id)?.ok_or_else(|| missing("supply_point"))?;
    let (aggregate, last) = (point.code.clone(), final_bill(run, &answers, &old)?);
    let cadastre = contract::cadastre(run.tx, new.id)?;
    let mut list = vec![
        Command::once("customer", aggregate.clone(), customer(run, &holder)?),
        Command::once(
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
        list.push(Command::once("reading", aggregate.clone(), reading_command(&answers, &point.code)));
    }
    list.extend(mandate_command(run, &new, &aggregate)?);
    Ok(list)
}

/// The mandate of a contract as billing is told of it; nothing where none was signed.
pub(super) fn mandate_command(
    run: &mut Run<'_, '_>,
    contract: &Contract,
    aggregate: &str,
) -> Result<Option<Command>, Error> {
    let signed = mandate::of_contract(run.tx, contract.id)?.into_iter().next();
    Ok(signed.map(|signed| {
        let body = json!({
            "umr": signed.umr, "contract": contract.number, "iban": signed.iban, "holder": signed.holder,
            "holder_tax_code": signed.holder_tax_code, "signed_on": signed.signed_on, "scheme": signed.scheme,
        });
        Command::once("mandate", aggregate, body)
    }))
}
