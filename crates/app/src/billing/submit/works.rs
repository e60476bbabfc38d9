//! Works that were carried out, as billing is told of them: the meter, the technical data, what is paid and what is still to
//! be billed.

use domain::{
    registry::{Meter, Reading, ReadingKind},
    voltura::dials,
};
use kernel::SupplyPointId;
use serde_json::{Map, Value as Json, json};
use store::registry::{contract, meter, supply_point};

use super::{Command, missing};
use crate::{Error, processes::Run};

/// How many of the newest values of a dial are looked at.
const NEWEST: i64 = 24;

/// One command: everything billing needs to know of the works at this point.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let point = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| missing("supply_point"))?;
    let held = contract::in_force(run.tx, point.id)?.map(|contract| contract.number);
    let answer = |name: &str| run.case.data.get(name).cloned().unwrap_or_default();
    let works_on = answer("works_on");
    if !works_on.is_string() {
        return Err(missing("works_on"));
    }
    let charge = json!({
        "total": answer("total"), "paid": answer("paid_amount"), "balance": answer("balance"), "lines": lines(run),
    });
    let t = &point.technical;
    let technical = json!({
        "power_w": t.power_w, "voltage_v": t.voltage_v, "phases": t.phases, "meter_class": t.meter_class,
    });
    let meter = of_meter(run, point.id)?;
    let body = json!({
        "case": run.case.number, "point": point.code, "contract": held, "works_on": works_on, "meter": meter,
        "technical": technical, "charge": charge,
    });
    Ok(vec![Command::once("works", point.code, body)])
}

/// The lines of the quote, as far as they went along with it.
fn lines(run: &Run<'_, '_>) -> Vec<Json> {
    let lines = run.case.data.get("lines").and_then(Json::as_array).into_iter().flatten();
    lines
        .map(|line| {
            let part = |name: &str| line.get(name).cloned().unwrap_or_default();
            json!({
                "code": part("code"), "quantity": part("quantity"), "amount_cents": part("amount_cents"),
                "vat_percent": part("vat_percent"),
            })
        })
        .collect()
}

/// What was done to the meter, from the registry: the works are kept there before billing is told.
fn of_meter(run: &mut Run<'_, '_>, point: SupplyPointId) -> Result<Json, Error> {
    let text = |name: &str| run.case.data.get(name).and_then(Json::as_str).map(str::to_owned);
    let work = text("meter_work").unwrap_or_default();
    let removed = text("removed_serial").filter(|_| matches!(work.as_str(), "changed" | "removed"));
    let laid = text("laid_serial").filter(|_| matches!(work.as_str(), "changed" | "laid"));
    let meters = meter::of_point(run.tx, point)?;
    let closing = match &removed {
        Some(serial) => values(run, &meters, serial, ReadingKind::Closing)?,
        None => Map::new(),
    };
    let registers = match &laid {
        Some(serial) => values(run, &meters, serial, ReadingKind::Opening)?,
        None => Map::new(),
    };
    let constant = meters.iter().find(|known| laid.as_ref() == Some(&known.serial));
    let digits: Map<String, Json> = constant
        .into_iter()
        .flat_map(|known| &known.registers)
        .map(|register| (register.code.clone(), json!(register.digits)))
        .collect();
    Ok(json!({
        "removed": removed, "closing": closing, "laid": laid, "registers": registers, "digits": digits,
        "constant_millionths": constant.map(|known| known.constant_millionths),
    }))
}

/// What the dials of a meter showed when it was laid or removed by this case.
fn values(
    run: &mut Run<'_, '_>,
    meters: &[Meter],
    serial: &str,
    kind: ReadingKind,
) -> Result<Map<String, Json>, Error> {
    let mut values = Map::new();
    let Some(device) = meters.iter().find(|known| known.serial.eq_ignore_ascii_case(serial)) else {
        return Ok(values);
    };
    for register in &device.registers {
        let history = meter::history(run.tx, device.id, &register.code, NEWEST)?;
        let of_works = |reading: &&Reading| reading.kind == kind;
        if let Some(reading) = history.iter().rev().find(of_works) {
            values.insert(register.code.clone(), json!(reading.value));
        }
    }
    Ok(values)
}

/// What the meter that was removed showed last, as the report of the works shows it: register and value.
pub(crate) fn last_of_removed(run: &mut Run<'_, '_>) -> Result<Vec<(String, i64)>, Error> {
    let serial = run.case.data.get("removed_serial").and_then(Json::as_str).map(str::to_owned);
    let (Some(point), Some(serial)) = (run.case.supply_point_id, serial) else { return Ok(Vec::new()) };
    let meters = meter::of_point(run.tx, point)?;
    // A meter that is still in place is read by the reading of the case itself.
    if dials(&meters).iter().any(|dial| dial.meter.serial.eq_ignore_ascii_case(&serial)) {
        return Ok(Vec::new());
    }
    let values = values(run, &meters, &serial, ReadingKind::Closing)?;
    Ok(values.into_iter().filter_map(|(register, value)| Some((register, value.as_i64()?))).collect())
}
