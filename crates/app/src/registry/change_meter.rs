//! The meter of a supply point after works on it: laid, changed or removed, with what each dial showed.

use std::collections::BTreeMap;

use domain::{
    registry::{Meter, MeterKind, ReadingKind, Register, reading::check_reading},
    voltura::dials,
};
use kernel::{Date, MeterId, SupplyPointId};
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{meter, supply_point},
};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Where such readings come from.
const ORIGIN: &str = "works";
/// How many of the newest values a closing one is compared with.
const NEWEST: i64 = 24;

/// A meter to be laid, as it was answered.
struct Laid {
    serial: String,
    kind: MeterKind,
    constant_millionths: i64,
    registers: Vec<(Register, i64)>,
}

/// Keeps what was done to the meter: of one that is laid, its registers and what they showed at first; of one that is
/// removed, the day and what its dials showed last, judged as a reading is. All of it or nothing; what was kept before is
/// not kept again.
///
/// # Errors
/// [`Error::Refused`] with `answer_missing`, `meter_unknown` when the one to be removed is not at this point, `meter_there`
/// when the new serial is in place already, `register_missing`, or `reading_taken`.
pub(super) fn change_meter(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let point = run.case.supply_point_id.ok_or_else(|| missing("supply_point"))?;
    let on = answered(run, "works_on").and_then(|day| day.parse::<Date>().ok());
    let on = on.ok_or_else(|| missing("works_on"))?;
    let work = answered(run, "meter_work").unwrap_or_default().to_owned();
    let (lays, removes) = match work.as_str() {
        "laid" => (true, false),
        "changed" => (true, true),
        "removed" => (false, true),
        _ => return Ok(CallAnswer::Done(Vec::new())),
    };
    let mut told = Vec::new();
    if removes {
        told.extend(remove(run, point, on)?.map(|serial| ("removed", serial)));
    }
    if lays {
        told.extend(lay(run, point, on)?.map(|serial| ("laid", serial)));
    }
    if !told.is_empty() {
        let subject = audit::Subject { kind: "supply_point", id: point.bytes() };
        let meters: BTreeMap<&str, String> = told.into_iter().collect();
        let details = json!({ "case": run.case.number, "on": on, "work": work, "meters": meters });
        audit::append(run.tx, run.ctx, "change_meter", subject, &details)?;
    }
    Ok(CallAnswer::Done(Vec::new()))
}

fn missing(field: &'static str) -> Error {
    Error::refused_with("answer_missing", &[("field", field)])
}

fn answered<'r>(run: &'r Run<'_, '_>, name: &str) -> Option<&'r str> {
    run.case.data.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// Takes the meter out of place; answers its serial, none when that was kept before.
fn remove(run: &mut Run<'_, '_>, point: SupplyPointId, on: Date) -> Result<Option<String>, Error> {
    let serial = answered(run, "removed_serial").ok_or_else(|| missing("removed_serial"))?.to_owned();
    let meters = meter::of_point(run.tx, point)?;
    let same = |known: &&Meter| known.serial.eq_ignore_ascii_case(&serial);
    let Some(old) = meters.iter().find(|known| same(known) && known.removed_on.is_none()) else {
        if meters.iter().any(|known| same(&known) && known.removed_on == Some(on)) {
            return Ok(None);
        }
        return Err(Error::refused_with("meter_unknown", &[("serial", &serial)]));
    };
    let given = run.case.data.get("readings").and_then(Json::as_object).cloned().unwrap_or_default();
    for dial in dials(&meters).into_iter().filter(|dial| dial.meter.id == old.id) {
        let register = dial.register.code.clone();
        let value = given.get(&dial.key).and_then(Json::as_i64);
        let value =
            value.ok_or_else(|| Error::refused_with("register_missing", &[("register", &dial.key)]))?;
        close_register(run, (old.id, &register, dial.register.digits), &dial.key, on, value)?;
    }
    meter::remove(run.tx, old.id, on)?;
    Ok(Some(old.serial.clone()))
}

/// Keeps what a dial showed last. The same value, kept that day already, is left as it is.
fn close_register(
    run: &mut Run<'_, '_>,
    (meter_id, register, digits): (MeterId, &str, i64),
    key: &str,
    on: Date,
    value: i64,
) -> Result<(), Error> {
    let all = meter::history(run.tx, meter_id, register, NEWEST)?;
    let taken = |day: Date, there: i64| {
        let args = [("register", key), ("day", &day.to_string()), ("value", &there.to_string())];
        Error::refused_with("reading_taken", &args)
    };
    if let Some(there) = all.iter().find(|known| known.read_on == on) {
        if there.value != value {
            return Err(taken(there.read_on, there.value));
        }
        if there.kind == ReadingKind::Closing {
            return Ok(());
        }
    }
    if let Some(later) = all.iter().find(|known| known.read_on > on) {
        return Err(taken(later.read_on, later.value));
    }
    let before: Vec<(Date, i64)> =
        all.iter().filter(|known| known.read_on < on).map(|known| (known.read_on, known.value)).collect();
    let check = check_reading(value, on, run.ctx.today(), digits, &before);
    if check.findings.iter().any(domain::registry::reading::ReadingFinding::refuses) {
        let (day, there) = before.last().copied().unwrap_or((on, 0));
        return Err(taken(day, there));
    }
    let new = meter::NewReading {
        meter: meter_id,
        register,
        read_on: on,
        value,
        kind: ReadingKind::Closing,
        origin: ORIGIN,
        rolled_over: check.rolled_over,
        case_id: Some(run.case.id),
    };
    meter::insert_reading(run.tx, run.ctx, &new)?;
    Ok(())
}

/// Lays the meter that was answered; answers its serial, none when that was kept before.
fn lay(run: &mut Run<'_, '_>, point: SupplyPointId, on: Date) -> Result<Option<String>, Error> {
    let laid = laid(run)?;
    let there = meter::of_point(run.tx, point)?
        .into_iter()
        .find(|known| known.serial.eq_ignore_ascii_case(&laid.serial) && known.removed_on.is_none());
    if let Some(there) = there {
        let codes = |registers: &[Register]| registers.iter().map(|one| one.code.clone()).collect::<Vec<_>>();
        let mut asked: Vec<String> =
            laid.registers.iter().map(|(register, _)| register.code.clone()).collect();
        asked.sort();
        if there.laid_on == on && codes(&there.registers) == asked {
            return Ok(None);
        }
        return Err(in_place(run, &laid.serial, point)?);
    }
    let elsewhere = meter::in_place(run.tx, &laid.serial)?;
    if let Some(elsewhere) = elsewhere.first().copied() {
        return Err(in_place(run, &laid.serial, elsewhere)?);
    }
    let device = Meter {
        id: run.ctx.id(MeterId::from_bytes),
        serial: laid.serial.clone(),
        supply_point_id: point,
        kind: laid.kind,
        constant_millionths: laid.constant_millionths,
        laid_on: on,
        removed_on: None,
        registers: laid.registers.iter().map(|(register, _)| register.clone()).collect(),
    };
    meter::insert(run.tx, &device)?;
    for (register, value) in &laid.registers {
        let new = meter::NewReading {
            meter: device.id,
            register: &register.code,
            read_on: on,
            value: *value,
            kind: ReadingKind::Opening,
            origin: ORIGIN,
            rolled_over: false,
            case_id: Some(run.case.id),
        };
        meter::insert_reading(run.tx, run.ctx, &new)?;
    }
    Ok(Some(laid.serial))
}

/// The refusal that names where a serial is in place.
fn in_place(run: &mut Run<'_, '_>, serial: &str, point: SupplyPointId) -> Result<Error, Error> {
    let point = supply_point::by_id(run.tx, point)?.map(|point| point.code).unwrap_or_default();
    Ok(Error::refused_with("meter_there", &[("serial", serial), ("point", &point)]))
}

/// The meter to be laid, from the answers.
fn laid(run: &Run<'_, '_>) -> Result<Laid, Error> {
    let serial = answered(run, "laid_serial").ok_or_else(|| missing("laid_serial"))?.to_owned();
    let kind = answered(run, "laid_kind").and_then(MeterKind::from_code).unwrap_or(MeterKind::Meter);
    let constant = run.case.data.get("laid_constant").map_or(Some(1_000_000), millionths);
    let constant_millionths =
        constant.filter(|constant| *constant > 0).ok_or_else(|| missing("laid_constant"))?;
    let rows = run.case.data.get("laid_registers").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut registers = Vec::new();
    for row in &rows {
        let code = row.get("register").and_then(Json::as_str).unwrap_or_default().to_owned();
        let digits = row.get("digits").and_then(Json::as_i64);
        let value = row.get("value").and_then(whole);
        let (Some(digits), Some(value)) = (digits, value) else {
            return Err(Error::refused_with("register_missing", &[("register", &code)]));
        };
        if code.is_empty() || registers.iter().any(|(known, _): &(Register, i64)| known.code == code) {
            return Err(Error::refused_with("register_missing", &[("register", &code)]));
        }
        registers.push((Register { code, digits }, value));
    }
    if registers.is_empty() {
        return Err(missing("laid_registers"));
    }
    Ok(Laid { serial, kind, constant_millionths, registers })
}

/// Millionths of a stored number; none for one with more decimals.
fn millionths(number: &Json) -> Option<i64> {
    let text = number.as_number()?.to_string();
    let (units, decimals) = text.split_once('.').unwrap_or((&text, ""));
    if decimals.len() > 6 {
        return None;
    }
    format!("{units}{decimals:0<6}").parse().ok()
}

/// The whole number on a dial: what stands behind the comma is not counted.
fn whole(number: &Json) -> Option<i64> {
    number.as_i64().or_else(|| millionths(number).map(|value| value / 1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_form_are_read_exactly() {
        assert_eq!(millionths(&json!(1.5)), Some(1_500_000));
        assert_eq!(millionths(&json!(12)), Some(12_000_000));
        assert_eq!(millionths(&json!(0.000_000_1)), None);
        assert_eq!(whole(&json!(3.9)), Some(3));
        assert_eq!(whole(&json!("3")), None);
    }
}
