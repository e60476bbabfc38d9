//! Direct-debit mandates.

use db::{DbError, Row, Tx, params, statements};
use domain::registry::{Mandate, MandateScheme, MandateState};
use kernel::{ContractId, Date, MandateId};

statements! {
    const OF_CONTRACT: Statement = "SELECT * FROM mandate WHERE contract_id = $1 ORDER BY signed_on DESC, id DESC";
    const INSERT: Statement = "INSERT INTO mandate (id, umr, contract_id, iban, holder, holder_tax_code, signed_on, scheme, state, ended_on, source_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, 0)";
    const CORRECT: Statement = "UPDATE mandate SET iban = $2, holder = $3, holder_tax_code = $4 WHERE id = $1 AND state = 'requested'";
    const END: Statement = "UPDATE mandate SET state = 'revoked', ended_on = $2 WHERE contract_id = $1 AND state IN ('active', 'requested')";
}

fn of(row: &Row) -> Result<Mandate, DbError> {
    Ok(Mandate {
        id: row.get("id")?,
        umr: row.get("umr")?,
        contract_id: row.get("contract_id")?,
        iban: row.get("iban")?,
        holder: row.get("holder")?,
        holder_tax_code: row.get("holder_tax_code")?,
        signed_on: row.get("signed_on")?,
        scheme: row.map("scheme", |code: String| MandateScheme::from_code(&code))?,
        state: row.map("state", |code: String| MandateState::from_code(&code))?,
    })
}

/// Mandates of a contract, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_contract(tx: &mut Tx<'_>, contract: ContractId) -> Result<Vec<Mandate>, DbError> {
    tx.query(&OF_CONTRACT, &params![contract])?.iter().map(of).collect()
}

/// Stores a new mandate.
///
/// # Errors
/// `DbError::Unique("uq_mandate_umr")` when the reference is taken.
pub fn insert(tx: &mut Tx<'_>, mandate: &Mandate) -> Result<(), DbError> {
    let m = mandate;
    tx.execute(
        &INSERT,
        &params![
            m.id,
            m.umr,
            m.contract_id,
            m.iban,
            m.holder,
            m.holder_tax_code,
            m.signed_on,
            m.scheme.code(),
            m.state.code()
        ],
    )
    .map(drop)
}

/// Puts a mandate right that no bank has taken yet: account, holder, the holder's tax code.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: it is not merely requested any more.
pub fn correct(
    tx: &mut Tx<'_>,
    id: MandateId,
    iban: &str,
    holder: &str,
    holder_tax_code: &str,
) -> Result<bool, DbError> {
    Ok(tx.execute(&CORRECT, &params![id, iban, holder, holder_tax_code])? == 1)
}

/// Ends the mandates of a contract that ends.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end_of_contract(tx: &mut Tx<'_>, contract: ContractId, on: Date) -> Result<(), DbError> {
    tx.execute(&END, &params![contract, on]).map(drop)
}
