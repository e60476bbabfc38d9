//! Gas flows: the point delivers, the contract is in force from that day, the opening reading is on record.

use domain::{
    activation::{Difference, Found, differences},
    registry::{
        Contract, ContractState, Meter, MeterKind, ReadingKind, Register, SupplyPoint, SupplyPointState,
    },
};
use kernel::{Date, MeterId};
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{contract, meter, party, search, supply_point},
};

use super::prepare::prepared;
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Dials of a meter nobody knew before: what gas meters of homes have.
const DIGITS: i64 = 5;
/// Earlier values looked at.
const HISTORY: i64 = 24;

/// All of it in one step, or nothing: where the distributor's data do not agree with what is known, nothing is written and
/// `activation_outcome` is `conflict`, unless a person has decided that the distributor's hold. Again: nothing.
pub(super) fn activate(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let waiting = prepared(run)?.ok_or_else(|| Error::refused("contract_missing"))?;
    if waiting.state == ContractState::Active {
        return Ok(CallAnswer::Done(vec![("activation_outcome", json!("done"))]));
    }
    let found = found(run)?;
    let point = supply_point::by_id(run.tx, waiting.supply_point_id)?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    if contract::in_force(run.tx, point.id)?.is_some() {
        return Err(Error::refused("point_has_holder"));
    }
    let (meters, gone): (Vec<Meter>, Vec<Meter>) =
        meter::of_point(run.tx, point.id)?.into_iter().partition(|meter| meter.removed_on.is_none());
    let history = history(run, &meters, &found)?;
    let differ = differences(&found, &meters, &history, run.ctx.today());
    let decided = run.case.data.get("resolution").and_then(Json::as_str) == Some("take_distributor");
    // A day that has not come cannot be taken, whoever says so.
    if found.on > run.ctx.today() || (!differ.is_empty() && !decided) {
        let mut words: Vec<&str> = differ.iter().map(Difference::code).collect();
        if found.on > run.ctx.today() {
            words.push("day");
        }
        return Ok(CallAnswer::Done(vec![
            ("activation_outcome", json!("conflict")),
            ("activation_difference", json!(words.join(" "))),
            ("activation_known", Json::Object(differ.iter().map(known).collect())),
        ]));
    }
    let laid = in_place(run, &point, (&meters, &gone), &found)?;
    record(run, &laid, &found)?;
    begin(run, &point, &waiting, found.on)?;
    let subject = audit::Subject { kind: "contract", id: waiting.id.bytes() };
    let words: Vec<&str> = differ.iter().map(Difference::code).collect();
    let details =
        json!({ "case": run.case.number, "on": found.on, "meter": found.meter, "differences": words });
    audit::append(run.tx, run.ctx, "activate_supply", subject, &details)?;
    Ok(CallAnswer::Done(vec![("activation_outcome", json!("done")), ("activation_difference", json!(""))]))
}

/// What was known where the distributor found something else, for the person who decides.
fn known(difference: &Difference) -> (String, Json) {
    let words = match difference {
        Difference::Meter { known } | Difference::Corrector { known } => known.clone(),
        Difference::Reading { on, value } => {
            format!("{value} ({:02}/{:02}/{:04})", on.day(), on.month(), on.year())
        }
    };
    (difference.code().to_owned(), json!(words))
}

fn found(run: &Run<'_, '_>) -> Result<Found, Error> {
    let missing = |field: &str| Error::refused_with("answer_missing", &[("field", field)]);
    let data = &run.case.data;
    let text = |name: &str| data.get(name).and_then(Json::as_str).filter(|text| !text.is_empty());
    Ok(Found {
        meter: text("meter_found").ok_or_else(|| missing("meter_found"))?.to_owned(),
        corrector: text("corrector_found").map(str::to_owned),
        on: text("activated_on")
            .and_then(|day| day.parse::<Date>().ok())
            .ok_or_else(|| missing("activated_on"))?,
        reading: data
            .get("opening_reading")
            .and_then(Json::as_i64)
            .ok_or_else(|| missing("opening_reading"))?,
        corrector_reading: data.get("corrector_reading").and_then(Json::as_i64),
    })
}

fn history(run: &mut Run<'_, '_>, meters: &[Meter], found: &Found) -> Result<Vec<(Date, i64)>, Error> {
    let Some(meter) = meters.iter().find(|meter| meter.serial == found.meter) else { return Ok(Vec::new()) };
    let Some(register) = meter.registers.first() else { return Ok(Vec::new()) };
    let all = meter::history(run.tx, meter.id, &register.code, HISTORY)?;
    Ok(all.into_iter().map(|reading| (reading.read_on, reading.value)).collect())
}

/// The devices that are in place now: those known and found again, and those nobody knew. What is not there any more is removed.
fn in_place(
    run: &mut Run<'_, '_>,
    point: &SupplyPoint,
    (known, gone): (&[Meter], &[Meter]),
    found: &Found,
) -> Result<Vec<Meter>, Error> {
    let mut laid = Vec::new();
    let devices = [(MeterKind::Meter, Some(&found.meter)), (MeterKind::Corrector, found.corrector.as_ref())];
    for (kind, serial) in devices {
        for other in known.iter().filter(|meter| meter.kind == kind && Some(&meter.serial) != serial) {
            meter::remove(run.tx, other.id, found.on)?;
        }
        let Some(serial) = serial else { continue };
        if let Some(meter) = known.iter().find(|meter| meter.kind == kind && meter.serial == *serial) {
            laid.push(meter.clone());
            continue;
        }
        // One that was taken away from this very point before.
        if let Some(meter) = gone.iter().find(|meter| meter.kind == kind && meter.serial == *serial) {
            meter::put_back(run.tx, meter.id)?;
            laid.push(Meter { removed_on: None, ..meter.clone() });
            continue;
        }
        let code = if kind == MeterKind::Corrector { "C" } else { "T" };
        let new = Meter {
            id: run.ctx.id(MeterId::from_bytes),
            serial: serial.clone(),
            supply_point_id: point.id,
            kind,
            constant_millionths: 1_000_000,
            laid_on: found.on,
            removed_on: None,
            registers: vec![Register { code: code.to_owned(), digits: DIGITS }],
        };
        meter::insert(run.tx, &new)?;
        laid.push(new);
    }
    Ok(laid)
}

fn record(run: &mut Run<'_, '_>, laid: &[Meter], found: &Found) -> Result<(), Error> {
    for meter in laid {
        let value =
            if meter.kind == MeterKind::Corrector { found.corrector_reading } else { Some(found.reading) };
        let (Some(value), Some(register)) = (value, meter.registers.first()) else { continue };
        let reading = meter::NewReading {
            meter: meter.id,
            register: &register.code,
            read_on: found.on,
            value,
            kind: ReadingKind::Opening,
            origin: "distributor",
            rolled_over: false,
            case_id: Some(run.case.id),
        };
        meter::insert_reading(run.tx, run.ctx, &reading)?;
    }
    Ok(())
}

fn begin(run: &mut Run<'_, '_>, point: &SupplyPoint, waiting: &Contract, on: Date) -> Result<(), Error> {
    let mut active = Contract { state: ContractState::Active, starts_on: on, ..waiting.clone() };
    let changed = contract::update(run.tx, run.ctx, waiting, &mut active)?
        && contract::set_start(run.tx, waiting.id, on)?
        && supply_point::set_state(run.tx, point, SupplyPointState::Active)?;
    if !changed {
        return Err(Error::Repeat);
    }
    if active.deposit > kernel::Money::ZERO {
        contract::insert_deposit(run.tx, run.ctx, active.id, active.deposit, on)?;
    }
    if let Some(holder) = party::by_id(run.tx, active.party_id)? {
        search::index(run.tx, &holder)?;
    }
    run.case.contract_id = Some(active.id);
    Ok(())
}
