//! The search text of many parties at once: names, own addresses, addresses of supply points.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::{DbError, Engine, Tx, params};
use kernel::PartyId;

use super::{Id, id_at, ids, prepare, statements as sql};
use crate::registry::search;

/// Builds the search text of the next parties that have none, in the order of their ids: after the contracts, so
/// that it is built once. Gives the last id it did, none when there is no more.
///
/// # Errors
/// [`DbError`] from the database.
pub fn index_new_parties(tx: &mut Tx<'_>, after: PartyId, limit: i64) -> Result<Option<PartyId>, DbError> {
    prepare(tx)?;
    let rows = tx.query(&sql::UNINDEXED, &params![after, limit])?;
    let parties: Vec<Id> = rows.iter().map(|row| id_at(row, "id")).collect::<Result<_, _>>()?;
    write(tx, &parties)?;
    Ok(parties.last().map(|id| PartyId::from_bytes(*id)))
}

/// Rebuilds the search text of those parties that have one; the others get theirs in [`index_new_parties`].
pub(super) fn index_again(tx: &mut Tx<'_>, parties: impl Iterator<Item = Id>) -> Result<(), DbError> {
    let parties: BTreeSet<Id> = parties.collect();
    if parties.is_empty() {
        return Ok(());
    }
    let rows = tx.query(&sql::INDEXED, &params![ids(parties.iter())])?;
    let parties: Vec<Id> = rows.iter().map(|row| id_at(row, "id")).collect::<Result<_, _>>()?;
    write(tx, &parties)
}

fn write(tx: &mut Tx<'_>, parties: &[Id]) -> Result<(), DbError> {
    if parties.is_empty() {
        return Ok(());
    }
    let list = ids(parties.iter());
    let mut places: HashMap<Id, BTreeSet<String>> = HashMap::new();
    for row in tx.query(&sql::PLACES, &params![list])? {
        places.entry(id_at(&row, "id")?).or_default().insert(row.get("folded")?);
    }
    let mut texts: BTreeMap<Id, String> = BTreeMap::new();
    for row in tx.query(&sql::NAMES, &params![list])? {
        let id = id_at(&row, "id")?;
        let mut text: String = row.get("folded")?;
        for place in places.remove(&id).unwrap_or_default() {
            text.push(' ');
            text.push_str(&place);
        }
        texts.insert(id, text);
    }
    match tx.engine() {
        // The full-text table beside it needs the row's number.
        Engine::Sqlite => {
            texts.iter().try_for_each(|(id, text)| search::put(tx, PartyId::from_bytes(*id), text))
        }
        Engine::Postgres => {
            let rows: Vec<_> =
                texts.iter().map(|(id, text)| params![PartyId::from_bytes(*id), text]).collect();
            tx.batch(&sql::PUT_TEXT, &rows).map(drop)
        }
    }
}
