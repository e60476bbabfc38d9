//! Many cases at once, as they are: for taking over those of another system, and for measuring at the size of a utility.
//! Nothing is checked or told to the audit trail; ordinary cases are opened by their operation.

use db::{DbError, Tx, Value, params, statements};
use domain::cases::Case;
use kernel::{ContractId, Instant, PartyId, Sector, SupplyPointId};

use super::{case, process, task};
use crate::registry::import::insert as insert_rows;

statements! {
    const SUBJECTS: Statement = "SELECT c.id, c.number, c.party_id, c.supply_point_id, p.display_name, s.code, s.sector FROM contract c
        JOIN party p ON p.id = c.party_id JOIN supply_point s ON s.id = c.supply_point_id WHERE c.number > $1 ORDER BY c.number LIMIT $2";
}

/// Who and what a case may be about.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The contract.
    pub contract: ContractId,
    /// Its number.
    pub contract_number: String,
    /// Its holder.
    pub party: PartyId,
    /// The holder's name, as lists show it.
    pub party_name: String,
    /// Its supply point.
    pub supply_point: SupplyPointId,
    /// The code of the point.
    pub point_code: String,
    /// The service.
    pub sector: Option<Sector>,
}

/// Contracts with their holders and points by number, after the last one of the page before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn subjects(tx: &mut Tx<'_>, after: &str, limit: i64) -> Result<Vec<Subject>, DbError> {
    tx.query(&SUBJECTS, &params![after, limit])?
        .iter()
        .map(|row| {
            Ok(Subject {
                contract: row.get("id")?,
                contract_number: row.get("number")?,
                party: row.get("party_id")?,
                party_name: row.get("display_name")?,
                supply_point: row.get("supply_point_id")?,
                point_code: row.get("code")?,
                sector: row.get("sector")?,
            })
        })
        .collect()
}

/// A case with the task that waits for somebody, if one does.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The case.
    pub case: Case,
    /// Its process and what waits in it.
    pub waiting: Option<(process::Instance, task::Task)>,
}

/// Stores them.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert(tx: &mut Tx<'_>, all: &[Whole], at: Instant) -> Result<(), DbError> {
    let rows: Vec<Vec<Value>> = all.iter().map(|one| case::values(&one.case)).collect();
    insert_rows(tx, &case::INSERT, &rows)?;
    let waiting = || all.iter().filter_map(|one| one.waiting.as_ref());
    let rows: Vec<Vec<Value>> = waiting().map(|(instance, _)| process::values(instance, at)).collect();
    insert_rows(tx, &process::INSERT, &rows)?;
    let rows: Vec<Vec<Value>> = waiting().map(|(_, task)| task::values(task)).collect();
    tx.batch(&task::INSERT, &rows).map(drop)
}
