//! Meters and correctors: the export has one row for each register, the registry one device with its registers.

use std::collections::{HashMap, HashSet};

use db::{DbError, Tx, params};
use domain::{
    import::{self, MeterRecord},
    registry::MeterKind,
};
use kernel::MeterId;

use super::{
    Batch, Id, Key, Known, KnownMeter, KnownRegister, history, id_at, ids, missing, natural, prepare,
    statements as sql,
};
use crate::{
    Ctx,
    registry::{fingerprint, meter},
};

/// A device as it is stored.
struct Device {
    meter: KnownMeter,
    hash: i64,
    registers: HashMap<String, i64>,
}

/// Imports a batch of registers. The first row of a device says what the device is; the others add their register.
///
/// # Errors
/// [`DbError`] from the database.
pub fn meters(tx: &mut Tx<'_>, ctx: &Ctx, known: &Known, batch: &[MeterRecord]) -> Result<Batch, DbError> {
    prepare(tx)?;
    let mut points: HashMap<Id, &str> = HashMap::new();
    for record in batch {
        points.insert(point_id(known, record)?, &record.point);
    }
    let there = devices(tx, &points)?;
    let mut plan = Plan::default();
    for record in batch {
        plan.take(ctx, known, &there, record)?;
    }
    super::insert(tx, &meter::INSERT, &plan.inserts)?;
    history::keep(tx, ctx, &sql::REPLACED_METERS, "meter", &plan.replaced)?;
    history::keep(tx, ctx, &sql::REPLACED_REGISTERS, "meter_register", &plan.replaced_registers)?;
    tx.batch(&sql::CHANGE_METER, &plan.changes)?;
    tx.batch(&meter::INSERT_REGISTER, &plan.registers)?;
    Ok(plan.out)
}

/// What is to be written.
#[derive(Default)]
struct Plan {
    out: Batch,
    /// Devices first met in this batch.
    met: HashMap<Key, KnownMeter>,
    inserts: Vec<Vec<db::Value>>,
    changes: Vec<Vec<db::Value>>,
    registers: Vec<Vec<db::Value>>,
    /// Devices whose own row is changed.
    replaced: Vec<Id>,
    /// Devices of which a register is changed.
    replaced_registers: Vec<Id>,
    /// Registers already planned, for a device whose two rows fall into one batch.
    planned: HashSet<(Id, &'static str)>,
}

/// The row of a device that is stored already.
fn changed(device: KnownMeter, r: &MeterRecord, hash: i64) -> Vec<db::Value> {
    let id = MeterId::from_bytes(device.id);
    params![id, kind(r).code(), r.constant_millionths, r.installed, r.removed, hash].to_vec()
}

/// The row of a device met for the first time.
fn inserted(id: MeterId, known: &Known, r: &MeterRecord, hash: i64) -> Result<Vec<db::Value>, DbError> {
    let point = kernel::SupplyPointId::from_bytes(point_id(known, r)?);
    let serial = natural(&r.serial);
    Ok(params![id, serial, point, kind(r).code(), r.constant_millionths, r.installed, r.removed, hash]
        .to_vec())
}

impl Plan {
    fn take(
        &mut self,
        ctx: &Ctx,
        known: &Known,
        there: &HashMap<Key, Device>,
        record: &MeterRecord,
    ) -> Result<(), DbError> {
        let key = Key::of(&[&record.point, &record.serial]);
        let stored = there.get(&key);
        let met = self.met.get(&key).or_else(|| known.meters.get(&key)).copied();
        let corrector = record.kind == import::MeterKind::Corrector;
        let hash = device_print(record);
        let (mut is_new, mut is_changed) = (false, false);
        let device = match (met, stored) {
            (Some(device), _) => device,
            (None, Some(stored)) => {
                is_changed = stored.hash != hash;
                let device = KnownMeter {
                    id: stored.meter.id,
                    corrector: if is_changed { corrector } else { stored.meter.corrector },
                };
                if is_changed {
                    self.changes.push(changed(device, record, hash));
                    self.replaced.push(device.id);
                }
                device
            }
            (None, None) => {
                is_new = true;
                let id = ctx.id(MeterId::from_bytes);
                self.inserts.push(inserted(id, known, record, hash)?);
                KnownMeter { id: id.bytes(), corrector }
            }
        };
        if met.is_none() {
            self.met.insert(key, device);
            self.out.news.meters.push((key, device));
        }
        let register = register_code(record.register, device.corrector);
        let digits = stored.and_then(|stored| stored.registers.get(register).copied());
        if digits != Some(record.digits) && self.planned.insert((device.id, register)) {
            if digits.is_some() {
                self.replaced_registers.push(device.id);
            }
            self.registers.push(params![MeterId::from_bytes(device.id), register, record.digits]);
        }
        let known_register = KnownRegister { digits: u8::try_from(record.digits).unwrap_or(0), last: None };
        self.out.news.registers.push((register_key(device.id, register), known_register));
        match digits {
            _ if is_new => self.out.counts.inserted += 1,
            None => self.out.counts.inserted += 1,
            Some(digits) if is_changed || digits != record.digits => self.out.counts.changed += 1,
            Some(_) => self.out.counts.unchanged += 1,
        }
        Ok(())
    }
}

fn point_id(known: &Known, record: &MeterRecord) -> Result<Id, DbError> {
    let point = known.points.get(&Key::of(&[&record.point]));
    point.map(|point| point.id).ok_or_else(|| missing("meter", &record.serial, "supply point", &record.point))
}

/// The devices of some points.
fn devices(tx: &mut Tx<'_>, points: &HashMap<Id, &str>) -> Result<HashMap<Key, Device>, DbError> {
    let mut out: HashMap<Key, Device> = HashMap::new();
    for row in tx.query(&sql::METERS, &params![ids(points.keys())])? {
        let (serial, point): (String, Id) = (row.get("serial")?, row.get("supply_point_id")?);
        let Some(code) = points.get(&point) else { continue };
        let device = match out.entry(Key::of(&[code, &serial])) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => entry.insert(Device {
                meter: KnownMeter {
                    id: id_at(&row, "id")?,
                    corrector: row.get::<String>("kind")? == MeterKind::Corrector.code(),
                },
                hash: row.get("source_hash")?,
                registers: HashMap::new(),
            }),
        };
        if let (Some(register), Some(digits)) =
            (row.get::<Option<String>>("register")?, row.get::<Option<i64>>("digits")?)
        {
            device.registers.insert(register, digits);
        }
    }
    Ok(out)
}

/// What the row says of the device, without its register.
fn device_print(r: &MeterRecord) -> i64 {
    let removed = r.removed.map(|day| day.to_string()).unwrap_or_default();
    fingerprint(&[r.kind.code(), &r.installed.to_string(), &removed, &r.constant_millionths.to_string()])
}

const fn kind(record: &MeterRecord) -> MeterKind {
    match record.kind {
        import::MeterKind::Meter => MeterKind::Meter,
        import::MeterKind::Corrector => MeterKind::Corrector,
    }
}

/// The registry's code of a register; the only register of a corrector has its own.
pub(super) const fn register_code(register: import::Register, corrector: bool) -> &'static str {
    match (register, corrector) {
        (import::Register::Total, true) => "C",
        (import::Register::Total, false) => "T",
        (import::Register::F1, _) => "F1",
        (import::Register::F2, _) => "F2",
        (import::Register::F3, _) => "F3",
    }
}

pub(super) fn register_key(meter: Id, register: &str) -> Key {
    Key::of(&[&format!("{:032x}", u128::from_be_bytes(meter)), register])
}
