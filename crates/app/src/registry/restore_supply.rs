//! A supply that was cut flows again.

use domain::{
    access::Role,
    registry::{ContractState, ReadingKind, SupplyPointState},
    voltura::{NewReading, VolturaAnswers},
};
use kernel::{Date, SupplyPointId};
use serde_json::{Value as Json, json};
use store::{
    audit,
    cases::comment,
    registry::{
        contract, party, search, supply_point,
        suspension::{self, Found},
    },
};

use super::keep_readings::keep_readings;
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

fn missing(field: &'static str) -> Error {
    Error::refused_with("answer_missing", &[("field", field)])
}

/// The point and its contract are active from the day `restored_on`, the suspension ends with what was found of the seal,
/// the values are recorded. What is active already stays so: then only the values are recorded. What looks like tampering
/// goes into the diary of a supervisor.
pub(super) fn restore(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let id = answers.supply_point.or(run.case.supply_point_id);
    let point = id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    let restored_on = day(run, "restored_on").ok_or_else(|| missing("restored_on"))?;
    let cut = suspension::open(run.tx, point.id)?;
    if let Some(cut) = &cut
        && restored_on < cut.started_on
    {
        let cut_on = cut.started_on.to_string();
        return Err(Error::refused_with("restored_before_cut", &[("day", &cut_on)]));
    }
    if point.state != SupplyPointState::Active
        && !supply_point::set_state(run.tx, &point, SupplyPointState::Active)?
    {
        return Err(Error::Repeat);
    }
    // The contract it was cut under, which may not be the one in force by its state alone.
    let held = match cut.as_ref().and_then(|cut| cut.contract_id) {
        Some(id) => contract::by_id(run.tx, id)?,
        None => contract::in_force(run.tx, point.id)?,
    };
    if let Some(before) = held.filter(|held| held.state == ContractState::Suspended) {
        let mut flowing = before.clone();
        flowing.state = ContractState::Active;
        if !contract::update(run.tx, run.ctx, &before, &mut flowing)? {
            return Err(Error::Repeat);
        }
        if let Some(holder) = party::by_id(run.tx, before.party_id)? {
            search::index(run.tx, &holder)?;
        }
    }
    let found = seals(run);
    suspension::end(run.tx, point.id, restored_on, run.case.id, &found)?;
    record(run, &answers, point.id)?;
    if !found.tampering_note.is_empty() {
        tell_supervisor(run, &found.tampering_note)?;
    }
    let subject = audit::Subject { kind: "supply_point", id: point.id.bytes() };
    let details = json!({
        "case": run.case.number, "restored_on": restored_on, "read_on": answers.read_on, "values": answers.readings,
        "seal_found": found.seal_found,
    });
    audit::append(run.tx, run.ctx, "restore_supply", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}

fn text(run: &Run<'_, '_>, name: &str) -> String {
    run.case.data.get(name).and_then(Json::as_str).unwrap_or_default().trim().to_owned()
}

fn day(run: &Run<'_, '_>, name: &str) -> Option<Date> {
    text(run, name).parse().ok()
}

fn seals(run: &Run<'_, '_>) -> Found {
    Found {
        seal_found: text(run, "seal_found"),
        seal_removed: text(run, "seal_removed"),
        seal_put: text(run, "seal_put"),
        tampering_note: text(run, "tampering_note"),
    }
}

/// Records what the meter showed; it was seen on the spot or from afar.
fn record(run: &mut Run<'_, '_>, answers: &VolturaAnswers, point: SupplyPointId) -> Result<(), Error> {
    if answers.readings.is_empty() {
        return Ok(());
    }
    let read_on = answers.read_on.ok_or_else(|| missing("read_on"))?;
    let new = |(register, value): (&String, &i64)| NewReading {
        register: register.clone(),
        read_on,
        value: *value,
        kind: ReadingKind::Actual,
    };
    let values: Vec<NewReading> = answers.readings.iter().map(new).collect();
    keep_readings(run, point, &values, true)?.map_err(|there| there.refusal())
}

/// A supervisor looks at it tomorrow; where there is none, the comment stays.
fn tell_supervisor(run: &mut Run<'_, '_>, note: &str) -> Result<(), Error> {
    comment::insert(run.tx, run.ctx, run.case.id, note)?;
    crate::diary::put_for_role(run, Role::Supervisor)
}
