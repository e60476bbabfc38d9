//! The case itself.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, Value, params, statements};
use domain::{
    access::{Action, Resource},
    cases::{Case, CaseState, ClockSummary, Origin, SuspensionCause, risk_rank},
};
use kernel::{CaseId, SupplyPointId, UserId};

use crate::{Authorised, Ctx, Lookup};

statements! {
    pub(super) const INSERT: Statement = "INSERT INTO cases (id, number, procedure, bundle_version, state, outcome, suspended, suspension_cause, origin,
        sector, party_id, supply_point_id, contract_id, party_name, point_label, office_id, assigned_to, opened_by, opened_at, started_at,
        closed_at, step, step_name, data, risk_rank, due_on, standard, clock, changed_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
        $27, $28, $29, 1)";
    const UPDATE: Statement = "UPDATE cases SET state = $2, outcome = $3, suspended = $4, suspension_cause = $5, sector = $6, party_id = $7,
        supply_point_id = $8, contract_id = $9, party_name = $10, point_label = $11, office_id = $12, assigned_to = $13, started_at = $14,
        closed_at = $15, step = $16, step_name = $17, data = $18, risk_rank = $19, due_on = $20, standard = $21, clock = $22,
        changed_at = $23, origin = $25, version = version + 1 WHERE id = $1 AND version = $24";
    const BY_ID: Statement = "SELECT * FROM cases WHERE id = $1";
    const BY_NUMBER: Statement = "SELECT * FROM cases WHERE number = $1";
    const OPEN_ON_POINT: Statement = "SELECT number, procedure, started_at, opened_by FROM cases
        WHERE supply_point_id = $1 AND closed_at IS NULL AND id <> $2 ORDER BY opened_at, id";
    const OF_PARTY: Statement = "SELECT * FROM cases WHERE party_id = $1 ORDER BY opened_at DESC, id DESC LIMIT $2";
    const OF_POINT: Statement = "SELECT * FROM cases WHERE supply_point_id = $1 ORDER BY opened_at DESC, id DESC LIMIT $2";
    const LINK: Statement = "INSERT INTO case_link (case_id, linked_case_id, kind) VALUES ($1, $2, $3) ON CONFLICT (case_id, linked_case_id) DO NOTHING";
    const LINKED: Statement = "SELECT c.id, c.number, c.procedure, c.state, l.kind, 1 AS later FROM case_link l JOIN cases c ON c.id = l.linked_case_id WHERE l.case_id = $1
        UNION SELECT c.id, c.number, c.procedure, c.state, l.kind, 0 AS later FROM case_link l JOIN cases c ON c.id = l.case_id WHERE l.linked_case_id = $1
        ORDER BY number";
    const OPEN_OF: Statement = "SELECT assigned_to, COUNT(*) AS total FROM cases WHERE closed_at IS NULL AND assigned_to IS NOT NULL
        GROUP BY assigned_to";
    const RUNNING: Statement = "SELECT id FROM cases WHERE closed_at IS NULL AND started_at IS NOT NULL AND id > $1 ORDER BY id LIMIT $2";
}

/// The day written where a case has none: after every real one, so that it sorts last on both engines.
const NO_DAY: &str = "9999-12-31";

/// An open case on a supply point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOnPoint {
    /// Its number.
    pub number: String,
    /// Its procedure.
    pub procedure: String,
    /// Whether its request was made; else it is a draft.
    pub started: bool,
    /// Who opened it.
    pub opened_by: String,
}

/// A case as a link shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRef {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: String,
    /// Its procedure.
    pub procedure: String,
    /// Where it stands; none where only open ones are listed.
    pub state: Option<CaseState>,
    /// How it belongs to the case it is listed with.
    pub bond: Bond,
}

pub(super) fn of(row: &Row) -> Result<Case, DbError> {
    let cause: String = row.get("suspension_cause")?;
    let suspended: bool = row.get("suspended")?;
    let clock: String = row.get("clock")?;
    let data: String = row.get("data")?;
    Ok(Case {
        id: row.get("id")?,
        number: row.get("number")?,
        procedure: row.get("procedure")?,
        bundle_version: row.get("bundle_version")?,
        state: row.map("state", |code: String| CaseState::from_code(&code))?,
        outcome: row.get("outcome")?,
        suspended: if suspended { SuspensionCause::from_code(&cause) } else { None },
        origin: row.map("origin", |code: String| Origin::from_code(&code))?,
        sector: row.get("sector")?,
        party_id: row.get("party_id")?,
        supply_point_id: row.get("supply_point_id")?,
        contract_id: row.get("contract_id")?,
        party_name: row.get("party_name")?,
        point_label: row.get("point_label")?,
        office_id: row.get("office_id")?,
        assigned_to: row.get("assigned_to")?,
        opened_by: row.get("opened_by")?,
        opened_at: row.get("opened_at")?,
        started_at: row.get("started_at")?,
        closed_at: row.get("closed_at")?,
        step: row.get("step")?,
        step_name: row.get("step_name")?,
        data: serde_json::from_str(&data)
            .map_err(|_| row.mistake("data", "text that is not a JSON object"))?,
        clock: if clock.is_empty() {
            None
        } else {
            Some(serde_json::from_str(&clock).map_err(|_| row.mistake("clock", "text that is not a clock"))?)
        },
        changed_at: row.get("changed_at")?,
        version: row.get("version")?,
    })
}

fn due(clock: Option<&ClockSummary>) -> String {
    clock.and_then(|clock| clock.due).map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Stores a new case.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, case: &Case) -> Result<(), DbError> {
    tx.execute(&INSERT, &values(case)).map(drop)
}

/// The values of [`INSERT`].
pub(super) fn values(case: &Case) -> Vec<Value> {
    let c = case;
    let clock = c.clock.as_ref();
    params![
        c.id,
        c.number,
        c.procedure,
        c.bundle_version,
        c.state.code(),
        c.outcome,
        c.suspended.is_some(),
        c.suspended.map_or("", SuspensionCause::code),
        c.origin.code(),
        c.sector,
        c.party_id,
        c.supply_point_id,
        c.contract_id,
        c.party_name,
        c.point_label,
        c.office_id,
        c.assigned_to,
        c.opened_by,
        c.opened_at,
        c.started_at,
        c.closed_at,
        c.step,
        c.step_name,
        json(&c.data),
        risk_rank(clock),
        due(clock),
        clock.map_or("", |clock| &clock.standard),
        clock.map_or_else(String::new, json),
        c.changed_at
    ]
}

/// Stores a changed case, if nobody changed it since it was read; its version then grows.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn update(tx: &mut Tx<'_>, case: &mut Case, ctx: &Ctx) -> Result<bool, DbError> {
    case.changed_at = ctx.now();
    let c = &*case;
    let clock = c.clock.as_ref();
    let changed = tx.execute(
        &UPDATE,
        &params![
            c.id,
            c.state.code(),
            c.outcome,
            c.suspended.is_some(),
            c.suspended.map_or("", SuspensionCause::code),
            c.sector,
            c.party_id,
            c.supply_point_id,
            c.contract_id,
            c.party_name,
            c.point_label,
            c.office_id,
            c.assigned_to,
            c.started_at,
            c.closed_at,
            c.step,
            c.step_name,
            json(&c.data),
            risk_rank(clock),
            due(clock),
            clock.map_or("", |clock| &clock.standard),
            clock.map_or_else(String::new, json),
            c.changed_at,
            c.version,
            c.origin.code()
        ],
    )?;
    if changed == 1 {
        case.version += 1;
    }
    Ok(changed == 1)
}

/// The case for an action, if the account may do it. Agents see only what is assigned to them.
///
/// # Errors
/// [`DbError`] from the database.
pub fn for_action(tx: &mut Tx<'_>, ctx: &Ctx, id: CaseId, action: Action) -> Result<Lookup<Case>, DbError> {
    let Some(case) = tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()? else {
        return Ok(Lookup::Missing);
    };
    if ctx.only_own() && case.assigned_to != ctx.user() {
        return Ok(Lookup::Missing);
    }
    Ok(match ctx.require(Resource::Case, action) {
        Ok(()) => Lookup::Found(Authorised::new(case, action)),
        Err(denied) => Lookup::Denied(denied),
    })
}

/// The id of the case with a number.
///
/// # Errors
/// [`DbError`] from the database.
pub fn id_of_number(tx: &mut Tx<'_>, number: &str) -> Result<Option<CaseId>, DbError> {
    tx.row(&BY_NUMBER, &params![number])?.map(|row| row.get("id")).transpose()
}

/// Open cases on a supply point other than one, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_on_point(
    tx: &mut Tx<'_>,
    point: SupplyPointId,
    except: CaseId,
) -> Result<Vec<OpenOnPoint>, DbError> {
    tx.query(&OPEN_ON_POINT, &params![point, except])?
        .iter()
        .map(|row| {
            Ok(OpenOnPoint {
                number: row.get("number")?,
                procedure: row.get("procedure")?,
                started: row.get::<Option<kernel::Instant>>("started_at")?.is_some(),
                opened_by: row.get("opened_by")?,
            })
        })
        .collect()
}

fn case_ref(row: &Row, state: Option<CaseState>) -> Result<CaseRef, DbError> {
    let (id, number, procedure) = (row.get("id")?, row.get("number")?, row.get("procedure")?);
    Ok(CaseRef { id, number, procedure, state, bond: Bond::Beside })
}

/// The newest cases of a party.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_party(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    party: kernel::PartyId,
    limit: i64,
) -> Result<Vec<Case>, DbError> {
    visible(ctx, tx.query(&OF_PARTY, &params![party, limit])?.iter().map(of).collect::<Result<_, _>>()?)
}

/// The newest cases on a supply point.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_point(tx: &mut Tx<'_>, ctx: &Ctx, point: SupplyPointId, limit: i64) -> Result<Vec<Case>, DbError> {
    visible(ctx, tx.query(&OF_POINT, &params![point, limit])?.iter().map(of).collect::<Result<_, _>>()?)
}

fn visible(ctx: &Ctx, cases: Vec<Case>) -> Result<Vec<Case>, DbError> {
    if !ctx.may(Resource::Case, Action::Read) {
        return Ok(Vec::new());
    }
    Ok(cases.into_iter().filter(|case| !ctx.only_own() || case.assigned_to == ctx.user()).collect())
}

/// Links a case to the one that follows from it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn link(tx: &mut Tx<'_>, case: CaseId, follow_up: CaseId) -> Result<(), DbError> {
    tx.execute(&LINK, &params![case, follow_up, "follow_up"]).map(drop)
}

/// Links two cases about the same matter, none of which follows from the other. `Ok(false)`: they are linked already.
///
/// # Errors
/// [`DbError`] from the database.
pub fn relate(tx: &mut Tx<'_>, case: CaseId, other: CaseId) -> Result<bool, DbError> {
    if linked(tx, case)?.iter().any(|known| known.id == other) {
        return Ok(false);
    }
    Ok(tx.execute(&LINK, &params![case, other, "related"])? == 1)
}

/// How a case belongs to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// It followed from the other one.
    After,
    /// The other one followed from it.
    Before,
    /// They belong together.
    Beside,
}

/// Cases linked with this one, in either direction, each with how it belongs to it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn linked(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<CaseRef>, DbError> {
    let read = |row: &Row| {
        let other = case_ref(row, Some(row.map("state", |code: String| CaseState::from_code(&code))?))?;
        let (kind, later): (String, i64) = (row.get("kind")?, row.get("later")?);
        let bond = match (kind.as_str(), later) {
            ("follow_up", 1) => Bond::After,
            ("follow_up", _) => Bond::Before,
            _ => Bond::Beside,
        };
        Ok(CaseRef { bond, ..other })
    };
    tx.query(&LINKED, &params![case])?.iter().map(read).collect()
}

/// How many open cases each account has; accounts without any are left out.
///
/// # Errors
/// [`DbError`] from the database.
pub fn open_by_account(tx: &mut Tx<'_>) -> Result<BTreeMap<UserId, i64>, DbError> {
    tx.query(&OPEN_OF, &[])?.iter().map(|row| Ok((row.get("assigned_to")?, row.get("total")?))).collect()
}

/// Ids of open cases under a clock after `after`, for the nightly evaluation.
///
/// # Errors
/// [`DbError`] from the database.
pub fn running(tx: &mut Tx<'_>, after: CaseId, limit: i64) -> Result<Vec<CaseId>, DbError> {
    tx.query(&RUNNING, &params![after, limit])?.iter().map(|row| row.get("id")).collect()
}
