//! Meters, their registers and what was read on them.

use db::{DbError, Row, Tx, params, statements};
use domain::registry::{Meter, MeterKind, Reading, ReadingKind, Register};
use kernel::{CaseId, Date, MeterId, ReadingId, SupplyPointId};

use crate::Ctx;

statements! {
    const PUT_BACK: Statement = "UPDATE meter SET removed_on = NULL WHERE id = $1 AND removed_on IS NOT NULL";
    const REMOVE: Statement = "UPDATE meter SET removed_on = $2 WHERE id = $1 AND removed_on IS NULL";
    const OF_POINT: Statement = "SELECT id, serial, supply_point_id, kind, constant_millionths, laid_on, removed_on FROM meter
        WHERE supply_point_id = $1 ORDER BY removed_on IS NOT NULL, laid_on DESC, id";
    const REGISTERS: Statement = "SELECT register, digits FROM meter_register WHERE meter_id = $1 ORDER BY register";
    const SERIALS_FROM: Statement = "SELECT id, serial, supply_point_id FROM meter WHERE serial >= $1 AND serial < $2 ORDER BY serial, id LIMIT $3";
    pub(crate) const INSERT: Statement = "INSERT INTO meter (id, serial, supply_point_id, kind, constant_millionths, laid_on, removed_on, source_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    pub(crate) const INSERT_REGISTER: Statement = "INSERT INTO meter_register (meter_id, register, digits) VALUES ($1, $2, $3)
        ON CONFLICT (meter_id, register) DO UPDATE SET digits = $3";
    const INSERT_READING: Statement = "INSERT INTO reading (id, meter_id, register, read_on, value, kind, origin, rolled_over, case_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const IN_PLACE: Statement = "SELECT supply_point_id FROM meter WHERE serial = $1 AND removed_on IS NULL ORDER BY supply_point_id";
    const HISTORY: Statement = "SELECT id, meter_id, register, read_on, value, kind, rolled_over FROM reading
        WHERE meter_id = $1 AND register = $2 ORDER BY read_on DESC, id DESC LIMIT $3";
    const OF_METER: Statement = "SELECT id, meter_id, register, read_on, value, kind, rolled_over FROM reading
        WHERE meter_id = $1 ORDER BY read_on DESC, register, id LIMIT $2";
}

fn of(row: &Row) -> Result<Meter, DbError> {
    Ok(Meter {
        id: row.get("id")?,
        serial: row.get("serial")?,
        supply_point_id: row.get("supply_point_id")?,
        kind: row.map("kind", |code: String| MeterKind::from_code(&code))?,
        constant_millionths: row.get("constant_millionths")?,
        laid_on: row.get("laid_on")?,
        removed_on: row.get("removed_on")?,
        registers: Vec::new(),
    })
}

fn reading_of(row: &Row) -> Result<Reading, DbError> {
    Ok(Reading {
        id: row.get("id")?,
        meter_id: row.get("meter_id")?,
        register: row.get("register")?,
        read_on: row.get("read_on")?,
        value: row.get("value")?,
        kind: row.map("kind", |code: String| ReadingKind::from_code(&code))?,
        rolled_over: row.get("rolled_over")?,
    })
}

/// Meters and correctors of a point with their registers; those in place first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_point(tx: &mut Tx<'_>, point: SupplyPointId) -> Result<Vec<Meter>, DbError> {
    let mut meters: Vec<Meter> =
        tx.query(&OF_POINT, &params![point])?.iter().map(of).collect::<Result<_, _>>()?;
    for meter in &mut meters {
        meter.registers = tx
            .query(&REGISTERS, &params![meter.id])?
            .iter()
            .map(|row| Ok(Register { code: row.get("register")?, digits: row.get("digits")? }))
            .collect::<Result<_, DbError>>()?;
    }
    Ok(meters)
}

/// Meters whose serial number begins so: id, serial, point.
///
/// # Errors
/// [`DbError`] from the database.
pub fn serials_from(
    tx: &mut Tx<'_>,
    prefix: &str,
    limit: i64,
) -> Result<Vec<(MeterId, String, SupplyPointId)>, DbError> {
    tx.query(&SERIALS_FROM, &params![prefix, format!("{prefix}\u{10ffff}"), limit])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("serial")?, row.get("supply_point_id")?)))
        .collect()
}

/// Stores a new meter with its registers.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, meter: &Meter) -> Result<(), DbError> {
    let m = meter;
    tx.execute(
        &INSERT,
        &params![
            m.id,
            m.serial,
            m.supply_point_id,
            m.kind.code(),
            m.constant_millionths,
            m.laid_on,
            m.removed_on,
            0_i64
        ],
    )?;
    for register in &m.registers {
        tx.execute(&INSERT_REGISTER, &params![m.id, register.code, register.digits])?;
    }
    Ok(())
}

/// Writes down that a meter was taken away. `Ok(false)`: it was before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn remove(tx: &mut Tx<'_>, meter: MeterId, on: Date) -> Result<bool, DbError> {
    Ok(tx.execute(&REMOVE, &params![meter, on])? == 1)
}

/// A meter that was taken away is in its place again. `Ok(false)`: it was there.
///
/// # Errors
/// [`DbError`] from the database.
pub fn put_back(tx: &mut Tx<'_>, meter: MeterId) -> Result<bool, DbError> {
    Ok(tx.execute(&PUT_BACK, &params![meter])? == 1)
}

/// The points at which a meter with exactly this serial is in place.
///
/// # Errors
/// [`DbError`] from the database.
pub fn in_place(tx: &mut Tx<'_>, serial: &str) -> Result<Vec<SupplyPointId>, DbError> {
    tx.query(&IN_PLACE, &params![serial])?.iter().map(|row| row.get("supply_point_id")).collect()
}

/// A reading to be stored.
#[derive(Clone, Debug)]
pub struct NewReading<'a> {
    /// The meter.
    pub meter: MeterId,
    /// The register.
    pub register: &'a str,
    /// The day.
    pub read_on: Date,
    /// The value.
    pub value: i64,
    /// How it came to be.
    pub kind: ReadingKind,
    /// Where it came from, a word: `counter`, `import`, ….
    pub origin: &'a str,
    /// Whether the dial passed zero.
    pub rolled_over: bool,
    /// The case it belongs to.
    pub case_id: Option<CaseId>,
}

/// Stores a reading.
///
/// # Errors
/// A unique violation when the same kind of value was recorded for that register and day.
pub fn insert_reading(tx: &mut Tx<'_>, ctx: &Ctx, reading: &NewReading<'_>) -> Result<ReadingId, DbError> {
    let r = reading;
    let id = ctx.id(ReadingId::from_bytes);
    tx.execute(
        &INSERT_READING,
        &params![
            id,
            r.meter,
            r.register,
            r.read_on,
            r.value,
            r.kind.code(),
            r.origin,
            r.rolled_over,
            r.case_id,
            ctx.now()
        ],
    )?;
    Ok(id)
}

/// The newest readings of one register, oldest first, at most `limit`.
///
/// # Errors
/// [`DbError`] from the database.
pub fn history(tx: &mut Tx<'_>, meter: MeterId, register: &str, limit: i64) -> Result<Vec<Reading>, DbError> {
    let mut readings: Vec<Reading> = tx
        .query(&HISTORY, &params![meter, register, limit])?
        .iter()
        .map(reading_of)
        .collect::<Result<_, _>>()?;
    readings.reverse();
    Ok(readings)
}

/// The newest readings of a meter over all registers, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn readings(tx: &mut Tx<'_>, meter: MeterId, limit: i64) -> Result<Vec<Reading>, DbError> {
    tx.query(&OF_METER, &params![meter, limit])?.iter().map(reading_of).collect()
}
