//! Supply points with their technical data.

use db::{DbError, Row, Tx, params, statements};
use domain::{
    access::{Action, Resource},
    registry::{SupplyPoint, SupplyPointState, Technical},
};
use kernel::{Date, SupplyPointId};

use super::party::address_of;
use crate::{Authorised, Ctx, Lookup};

statements! {
    const BY_ID: Statement = "SELECT p.id AS point_id, p.sector, p.code, p.state, p.distributor, p.version, a.*, t.valid_from, t.valid_to, t.point_use,
        t.power_w, t.voltage_v, t.phases, t.meter_class, t.use_category, t.withdrawal_class, COALESCE(t.line_kind, '') AS line_kind,
        COALESCE(t.access_technology, '') AS access_technology, t.speed_kbps
        FROM supply_point p JOIN address a ON a.id = p.address_id JOIN supply_point_technical t ON t.supply_point_id = p.id AND t.valid_to IS NULL
        WHERE p.id = $1";
    const ID_OF_CODE: Statement = "SELECT id FROM supply_point WHERE code = $1";
    const CODES_FROM: Statement = "SELECT id, code, sector FROM supply_point WHERE code >= $1 AND code < $2 ORDER BY code LIMIT $3";
    pub(crate) const INSERT: Statement = "INSERT INTO supply_point (id, sector, code, address_id, state, distributor, source_hash, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)";
    pub(crate) const INSERT_TECHNICAL: Statement = "INSERT INTO supply_point_technical (supply_point_id, valid_from, valid_to, point_use, power_w, voltage_v, phases, meter_class, use_category, withdrawal_class,
        line_kind, access_technology, speed_kbps) VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (supply_point_id, valid_from) DO UPDATE SET valid_to = NULL, point_use = $3, power_w = $4, voltage_v = $5, phases = $6,
        meter_class = $7, use_category = $8, withdrawal_class = $9, line_kind = $10, access_technology = $11, speed_kbps = $12";
    const END_TECHNICAL: Statement = "UPDATE supply_point_technical SET valid_to = $2 WHERE supply_point_id = $1 AND valid_to IS NULL AND valid_from < $3";
    const SET_STATE: Statement = "UPDATE supply_point SET state = $2, version = version + 1 WHERE id = $1 AND version = $3";
    const TECHNICAL_HISTORY: Statement = "SELECT valid_from, valid_to, point_use, power_w, voltage_v, phases, meter_class, use_category, withdrawal_class,
        COALESCE(line_kind, '') AS line_kind, COALESCE(access_technology, '') AS access_technology, speed_kbps
        FROM supply_point_technical WHERE supply_point_id = $1 ORDER BY valid_from DESC";
    const TOUCH: Statement = "UPDATE supply_point SET version = version + 1 WHERE id = $1 AND version = $2";
}

fn technical_of(row: &Row) -> Result<Technical, DbError> {
    Ok(Technical {
        valid_from: row.get("valid_from")?,
        valid_to: row.get("valid_to")?,
        point_use: row.get("point_use")?,
        power_w: row.get("power_w")?,
        voltage_v: row.get("voltage_v")?,
        phases: row.get("phases")?,
        meter_class: row.get("meter_class")?,
        use_category: row.get("use_category")?,
        withdrawal_class: row.get("withdrawal_class")?,
        line_kind: row.get("line_kind")?,
        access_technology: row.get("access_technology")?,
        speed_kbps: row.get("speed_kbps")?,
    })
}

fn of(row: &Row) -> Result<SupplyPoint, DbError> {
    Ok(SupplyPoint {
        id: row.get("point_id")?,
        sector: row.get("sector")?,
        code: row.get("code")?,
        address: address_of(row)?,
        state: row.map("state", |code: String| SupplyPointState::from_code(&code))?,
        distributor: row.get("distributor")?,
        technical: technical_of(row)?,
        version: row.get("version")?,
    })
}

/// The supply point for an action, if the account may do it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn for_action(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: SupplyPointId,
    action: Action,
) -> Result<Lookup<SupplyPoint>, DbError> {
    let Some(point) = by_id(tx, id)? else { return Ok(Lookup::Missing) };
    Ok(match ctx.require(Resource::SupplyPoint, action) {
        Ok(()) => Lookup::Found(Authorised::new(point, action)),
        Err(denied) => Lookup::Denied(denied),
    })
}

/// The supply point with an id, for operations authorised through something else.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: SupplyPointId) -> Result<Option<SupplyPoint>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The id of the point with a code, written without spaces.
///
/// # Errors
/// [`DbError`] from the database.
pub fn id_of_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<SupplyPointId>, DbError> {
    tx.row(&ID_OF_CODE, &params![code])?.map(|row| row.get("id")).transpose()
}

/// Points whose code begins so.
///
/// # Errors
/// [`DbError`] from the database.
pub fn codes_from(
    tx: &mut Tx<'_>,
    prefix: &str,
    limit: i64,
) -> Result<Vec<(SupplyPointId, String, kernel::Sector)>, DbError> {
    tx.query(&CODES_FROM, &params![prefix, format!("{prefix}\u{10ffff}"), limit])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("code")?, row.get("sector")?)))
        .collect()
}

/// Stores a new point at a stored address.
///
/// # Errors
/// `DbError::Unique("uq_supply_point_code")` when the code is taken.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, point: &SupplyPoint) -> Result<(), DbError> {
    let p = point;
    tx.execute(
        &INSERT,
        &params![p.id, p.sector, p.code, p.address.id, p.state.code(), p.distributor, 0_i64, ctx.now()],
    )?;
    tx.execute(&INSERT_TECHNICAL, &technical_params(p.id, &p.technical)).map(drop)
}

pub(crate) fn technical_params(point: SupplyPointId, technical: &Technical) -> Vec<db::Value> {
    let t = technical;
    params![
        point,
        t.valid_from,
        t.point_use,
        t.power_w,
        t.voltage_v,
        t.phases,
        t.meter_class,
        t.use_category,
        t.withdrawal_class,
        t.line_kind,
        t.access_technology,
        t.speed_kbps
    ]
}

/// Puts technical data in force from a day on; those before end the day before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_technical(tx: &mut Tx<'_>, point: SupplyPointId, technical: &Technical) -> Result<(), DbError> {
    let from: Date = technical.valid_from;
    tx.execute(&END_TECHNICAL, &params![point, from.yesterday().unwrap_or(from), from])?;
    tx.execute(&INSERT_TECHNICAL, &technical_params(point, technical)).map(drop)
}

/// Changes whether a point delivers, if nobody changed it since it was read.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn set_state(tx: &mut Tx<'_>, point: &SupplyPoint, state: SupplyPointState) -> Result<bool, DbError> {
    Ok(tx.execute(&SET_STATE, &params![point.id, state.code(), point.version])? == 1)
}

/// Claims a point for a change of its contracts: of two operators that read the same version, one wins.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn touch(tx: &mut Tx<'_>, point: SupplyPointId, version: i64) -> Result<bool, DbError> {
    Ok(tx.execute(&TOUCH, &params![point, version])? == 1)
}

/// Technical data in force and before, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn technical_history(tx: &mut Tx<'_>, point: SupplyPointId) -> Result<Vec<Technical>, DbError> {
    tx.query(&TECHNICAL_HISTORY, &params![point])?.iter().map(technical_of).collect()
}
