//! Contracts with their cadastral data and deposits.

use db::{DbError, Row, Tx, params, statements};
use domain::{
    access::{Action, Resource},
    registry::{Cadastre, Contract, ContractState, Delivery, Deposit, DepositState, PaymentMethod},
};
use kernel::{ContractId, Date, DepositId, Money, PartyId, SupplyPointId};

use crate::{Authorised, Ctx, Lookup};

statements! {
    const SET_START: Statement = "UPDATE contract SET starts_on = $2 WHERE id = $1";
    const BY_ID: Statement = "SELECT * FROM contract WHERE id = $1";
    const OF_PARTY: Statement = "SELECT * FROM contract WHERE party_id = $1 ORDER BY starts_on DESC, id LIMIT 500";
    const OF_POINT: Statement = "SELECT * FROM contract WHERE supply_point_id = $1 ORDER BY starts_on DESC, id LIMIT 100";
    const IN_FORCE: Statement = "SELECT * FROM contract WHERE supply_point_id = $1 AND state IN ('active', 'suspended') ORDER BY starts_on DESC, id LIMIT 1";
    const IN_STATE: Statement = "SELECT * FROM contract WHERE state = $1 AND number > $2 ORDER BY number LIMIT $3";
    const NUMBERS_FROM: Statement = "SELECT id, number, party_id FROM contract WHERE number >= $1 AND number < $2 ORDER BY number LIMIT $3";
    pub(crate) const INSERT: Statement = "INSERT INTO contract (id, number, party_id, supply_point_id, offer, starts_on, ends_on, state, payment, delivery, delivery_email,
        resident, deposit_cents, web_code, end_reason, previous_contract_id, case_id, source_hash, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)";
    const UPDATE: Statement = "UPDATE contract SET offer = $2, ends_on = $3, state = $4, payment = $5, delivery = $6, delivery_email = $7, resident = $8,
        deposit_cents = $9, end_reason = $10, version = version + 1 WHERE id = $1 AND version = $11";
    const HISTORY: Statement = "INSERT INTO contract_history (contract_id, version, replaced_at, replaced_by, data) VALUES ($1, $2, $3, $4, $5)";
    pub(crate) const SET_CADASTRE: Statement = "INSERT INTO contract_cadastre (contract_id, category, section, sheet, parcel, subunit, title) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (contract_id) DO UPDATE SET category = $2, section = $3, sheet = $4, parcel = $5, subunit = $6, title = $7";
    const CADASTRE: Statement = "SELECT category, section, sheet, parcel, subunit, title FROM contract_cadastre WHERE contract_id = $1";
    pub(crate) const INSERT_DEPOSIT: Statement = "INSERT INTO deposit (id, contract_id, amount_cents, state, since, until, moved_to_contract_id) VALUES ($1, $2, $3, 'held', $4, NULL, NULL)";
    const DEPOSITS: Statement = "SELECT id, contract_id, amount_cents, state, since, until FROM deposit WHERE contract_id = $1 ORDER BY since, id";
    const END_DEPOSIT: Statement = "UPDATE deposit SET state = $2, until = $3, moved_to_contract_id = $4 WHERE contract_id = $1 AND state = 'held'";
}

fn of(row: &Row) -> Result<Contract, DbError> {
    Ok(Contract {
        id: row.get("id")?,
        number: row.get("number")?,
        party_id: row.get("party_id")?,
        supply_point_id: row.get("supply_point_id")?,
        offer: row.get("offer")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        state: row.map("state", |code: String| ContractState::from_code(&code))?,
        payment: row.map("payment", |code: String| PaymentMethod::from_code(&code))?,
        delivery: row.map("delivery", |code: String| Delivery::from_code(&code))?,
        delivery_email: row.get("delivery_email")?,
        resident: row.get("resident")?,
        deposit: row.get("deposit_cents")?,
        end_reason: row.get("end_reason")?,
        previous_contract_id: row.get("previous_contract_id")?,
        case_id: row.get("case_id")?,
        version: row.get("version")?,
    })
}

/// The contract for an action, if the account may do it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn for_action(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: ContractId,
    action: Action,
) -> Result<Lookup<Contract>, DbError> {
    let Some(contract) = by_id(tx, id)? else { return Ok(Lookup::Missing) };
    Ok(match ctx.require(Resource::Contract, action) {
        Ok(()) => Lookup::Found(Authorised::new(contract, action)),
        Err(denied) => Lookup::Denied(denied),
    })
}

/// The contract with an id, for operations authorised through something else.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: ContractId) -> Result<Option<Contract>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// Contracts of a party, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_party(tx: &mut Tx<'_>, party: PartyId) -> Result<Vec<Contract>, DbError> {
    tx.query(&OF_PARTY, &params![party])?.iter().map(of).collect()
}

/// Contracts of a point, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_point(tx: &mut Tx<'_>, point: SupplyPointId) -> Result<Vec<Contract>, DbError> {
    tx.query(&OF_POINT, &params![point])?.iter().map(of).collect()
}

/// The contract in force on a point.
///
/// # Errors
/// [`DbError`] from the database.
pub fn in_force(tx: &mut Tx<'_>, point: SupplyPointId) -> Result<Option<Contract>, DbError> {
    tx.row(&IN_FORCE, &params![point])?.as_ref().map(of).transpose()
}

/// Contracts in a state by number, after the last one of the page before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn in_state(
    tx: &mut Tx<'_>,
    state: ContractState,
    after: &str,
    limit: i64,
) -> Result<Vec<Contract>, DbError> {
    tx.query(&IN_STATE, &params![state.code(), after, limit])?.iter().map(of).collect()
}

/// Contracts whose number begins so: id, number, holder.
///
/// # Errors
/// [`DbError`] from the database.
pub fn numbers_from(
    tx: &mut Tx<'_>,
    prefix: &str,
    limit: i64,
) -> Result<Vec<(ContractId, String, PartyId)>, DbError> {
    tx.query(&NUMBERS_FROM, &params![prefix, format!("{prefix}\u{10ffff}"), limit])?
        .iter()
        .map(|row| Ok((row.get("id")?, row.get("number")?, row.get("party_id")?)))
        .collect()
}

/// The parameters of [`INSERT`].
pub(crate) fn insert_params(ctx: &Ctx, contract: &Contract, web_code: &str, hash: i64) -> Vec<db::Value> {
    let c = contract;
    params![
        c.id,
        c.number,
        c.party_id,
        c.supply_point_id,
        c.offer,
        c.starts_on,
        c.ends_on,
        c.state.code(),
        c.payment.code(),
        c.delivery.code(),
        c.delivery_email,
        c.resident,
        c.deposit,
        web_code,
        c.end_reason,
        c.previous_contract_id,
        c.case_id,
        hash,
        ctx.now()
    ]
}

/// Stores a new contract.
///
/// # Errors
/// `DbError::Unique("uq_contract_number")` when the number is taken.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, contract: &Contract) -> Result<(), DbError> {
    tx.execute(&INSERT, &insert_params(ctx, contract, "", 0)).map(drop)
}

/// Puts the first day of a contract that waited for it right; what it was is kept by [`update`] before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_start(tx: &mut Tx<'_>, contract: ContractId, on: Date) -> Result<bool, DbError> {
    Ok(tx.execute(&SET_START, &params![contract, on])? == 1)
}

/// Stores a changed contract if nobody changed it since it was read, keeping what it was.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn update(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    before: &Contract,
    contract: &mut Contract,
) -> Result<bool, DbError> {
    let c = &*contract;
    let changed = tx.execute(
        &UPDATE,
        &params![
            c.id,
            c.offer,
            c.ends_on,
            c.state.code(),
            c.payment.code(),
            c.delivery.code(),
            c.delivery_email,
            c.resident,
            c.deposit,
            c.end_reason,
            before.version
        ],
    )?;
    if changed != 1 {
        return Ok(false);
    }
    let old = serde_json::to_string(before).unwrap_or_default();
    tx.execute(&HISTORY, &params![c.id, before.version, ctx.now(), ctx.actor.name(), old])?;
    contract.version = before.version + 1;
    Ok(true)
}

/// Stores the cadastral data of a contract.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_cadastre(tx: &mut Tx<'_>, contract: ContractId, cadastre: &Cadastre) -> Result<(), DbError> {
    let c = cadastre;
    tx.execute(
        &SET_CADASTRE,
        &params![contract, c.category, c.section, c.sheet, c.parcel, c.subunit, c.title],
    )
    .map(drop)
}

/// The cadastral data of a contract.
///
/// # Errors
/// [`DbError`] from the database.
pub fn cadastre(tx: &mut Tx<'_>, contract: ContractId) -> Result<Option<Cadastre>, DbError> {
    tx.row(&CADASTRE, &params![contract])?
        .map(|row| {
            Ok(Cadastre {
                category: row.get("category")?,
                section: row.get("section")?,
                sheet: row.get("sheet")?,
                parcel: row.get("parcel")?,
                subunit: row.get("subunit")?,
                title: row.get("title")?,
            })
        })
        .transpose()
}

/// Stores a deposit held from a day on.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_deposit(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    contract: ContractId,
    amount: Money,
    since: Date,
) -> Result<(), DbError> {
    tx.execute(&INSERT_DEPOSIT, &params![ctx.id(DepositId::from_bytes), contract, amount, since]).map(drop)
}

/// Deposits of a contract, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn deposits(tx: &mut Tx<'_>, contract: ContractId) -> Result<Vec<Deposit>, DbError> {
    tx.query(&DEPOSITS, &params![contract])?
        .iter()
        .map(|row| {
            Ok(Deposit {
                id: row.get("id")?,
                contract_id: row.get("contract_id")?,
                amount: row.get("amount_cents")?,
                state: row.map("state", |code: String| DepositState::from_code(&code))?,
                since: row.get("since")?,
                until: row.get("until")?,
            })
        })
        .collect()
}

/// Ends what is held for a contract: moved to another one, or to be given back.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end_deposits(
    tx: &mut Tx<'_>,
    contract: ContractId,
    state: DepositState,
    until: Date,
    moved_to: Option<ContractId>,
) -> Result<(), DbError> {
    tx.execute(&END_DEPOSIT, &params![contract, state.code(), until, moved_to]).map(drop)
}
