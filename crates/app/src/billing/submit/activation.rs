//! An activation as billing is told of it: who is billed from which day, from which reading, and how it is paid.

use domain::{registry::MeterKind, voltura::VolturaAnswers};
use kernel::ContractId;
use serde_json::json;
use store::registry::{contract, meter, party, supply_point};

use super::{Command, change_of_holder::mandate_command, missing, party::customer};
use crate::{Error, activation::opening_values, processes::Run};

/// The commands of an activation, in the order billing must apply them: the point becomes billable with the second.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let new = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let new = contract::by_id(run.tx, new.ok_or_else(|| missing("new_contract"))?)?
        .ok_or_else(|| missing("new_contract"))?;
    let holder = party::by_id(run.tx, new.party_id)?.ok_or_else(|| missing("party"))?;
    let point = supply_point::by_id(run.tx, new.supply_point_id)?.ok_or_else(|| missing("supply_point"))?;
    let meters = meter::of_point(run.tx, point.id)?;
    let serial = |kind: MeterKind| {
        let in_place = meters.iter().find(|meter| meter.kind == kind && meter.removed_on.is_none());
        in_place.map(|meter| meter.serial.clone())
    };
    let cadastre = contract::cadastre(run.tx, new.id)?;
    let mut list = vec![
        Command::once("customer", point.code.clone(), customer(run, &holder)?),
        Command::once(
            "activation",
            point.code.clone(),
            json!({
                "point": point.code, "sector": point.sector, "contract": new.number, "customer": holder.number,
                "starts_on": new.starts_on, "offer": new.offer, "payment": new.payment, "delivery": new.delivery,
                "delivery_email": new.delivery_email, "resident": new.resident, "deposit_cents": new.deposit.cents(),
                "use": answers.point_use, "cadastre": cadastre, "meter": serial(MeterKind::Meter),
                "corrector": serial(MeterKind::Corrector),
            }),
        ),
    ];
    let values = opening_values(&run.case.data, &meters);
    if !values.is_empty() {
        let body =
            json!({ "point": point.code, "read_on": new.starts_on, "values": values, "kind": "opening" });
        list.push(Command::once("reading", point.code.clone(), body));
    }
    list.extend(mandate_command(run, &new, &point.code)?);
    Ok(list)
}
