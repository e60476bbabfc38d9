//! Finding parties by what is known of them.
//!
//! Each party has one search text: its name, addresses and those of its supply points, contact points, all folded.
//! Trigrams find any part of it: FTS5 on SQLite, `pg_trgm` on PostgreSQL. Codes are found by the indexes of their
//! own tables.

use db::Engine;
use db::{DbError, Tx, Value, params, statements};
use domain::registry::Party;
use kernel::PartyId;

use super::party;

statements! {
    const PUT: Statement = "INSERT INTO party_search (party_id, text) VALUES ($1, $2) ON CONFLICT (party_id) DO UPDATE SET text = $2 RETURNING id";
    const TEXT: Statement = "SELECT text FROM party_search WHERE party_id = $1";
    const FTS_DELETE: Statement = @split {
        sqlite: "DELETE FROM party_fts WHERE rowid = $1",
        postgres: "SELECT 1 WHERE $1::bigint IS NULL"
    };
    const FTS_INSERT: Statement = @split {
        sqlite: "INSERT INTO party_fts (rowid, text) VALUES ($1, $2)",
        postgres: "SELECT 1 WHERE $1::bigint IS NULL AND $2::text IS NULL"
    };
    const NAMES_FROM: Statement = "SELECT * FROM party WHERE folded_name >= $1 AND folded_name < $2 ORDER BY folded_name, id LIMIT $3";
    const TAX_CODES_FROM: Statement = "SELECT * FROM party WHERE tax_code >= $1 AND tax_code < $2 ORDER BY tax_code, id LIMIT $3";
    const VAT_NUMBERS_FROM: Statement = "SELECT * FROM party WHERE vat_number >= $1 AND vat_number < $2 ORDER BY vat_number, id LIMIT $3";
    const NUMBERS_FROM: Statement = "SELECT * FROM party WHERE number >= $1 AND number < $2 ORDER BY number LIMIT $3";
    const CONTACTS_FROM: Statement = "SELECT p.* FROM contact_point c JOIN party p ON p.id = c.party_id WHERE c.folded >= $1 AND c.folded < $2 ORDER BY c.folded, c.id LIMIT $3";
    const ADDRESS_TEXT: Statement = "SELECT a.folded FROM party_address p JOIN address a ON a.id = p.address_id WHERE p.party_id = $1 AND p.valid_to IS NULL
        UNION SELECT a.folded FROM contract c JOIN supply_point s ON s.id = c.supply_point_id JOIN address a ON a.id = s.address_id
        WHERE c.party_id = $1 AND c.state <> 'ended'";
}

/// Which prefix a party is found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    /// Its folded name.
    Name,
    /// Its tax code.
    TaxCode,
    /// Its VAT number.
    VatNumber,
    /// Its customer number.
    Number,
    /// A telephone number or electronic address, folded.
    Contact,
}

/// Rebuilds the search text of a party from what is stored of it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn index(tx: &mut Tx<'_>, party: &Party) -> Result<(), DbError> {
    let mut text = party.names.folded();
    for row in tx.query(&ADDRESS_TEXT, &params![party.id])? {
        text.push(' ');
        text.push_str(&row.get::<String>("folded")?);
    }
    put(tx, party.id, &text)
}

/// Stores a search text that is known already, as in an import.
///
/// # Errors
/// [`DbError`] from the database.
pub fn put(tx: &mut Tx<'_>, party: PartyId, text: &str) -> Result<(), DbError> {
    let old: Option<String> = tx.row(&TEXT, &params![party])?.map(|row| row.get("text")).transpose()?;
    if old.as_deref() == Some(text) {
        return Ok(());
    }
    let Some(row) = tx.row(&PUT, &params![party, text])? else { return Ok(()) };
    if tx.engine() == Engine::Sqlite {
        let id: i64 = row.get("id")?;
        if old.is_some() {
            tx.execute(&FTS_DELETE, &params![id])?;
        }
        tx.execute(&FTS_INSERT, &params![id, text])?;
    }
    Ok(())
}

/// Parties by a prefix, in its order.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_prefix(tx: &mut Tx<'_>, by: Prefix, prefix: &str, limit: i64) -> Result<Vec<Party>, DbError> {
    let statement = match by {
        Prefix::Name => &NAMES_FROM,
        Prefix::TaxCode => &TAX_CODES_FROM,
        Prefix::VatNumber => &VAT_NUMBERS_FROM,
        Prefix::Number => &NUMBERS_FROM,
        Prefix::Contact => &CONTACTS_FROM,
    };
    tx.query(statement, &params![prefix, format!("{prefix}\u{10ffff}"), limit])?
        .iter()
        .map(party::of)
        .collect()
}

/// How many parties with the long words are looked at for the short ones.
const LOOKED_AT: i64 = 5_000;

/// Parties whose search text contains every word; `words` are folded, and one of them has three letters at least. The long
/// ones are found by their trigrams, the short ones (a house number) looked for in what those have found.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_words(tx: &mut Tx<'_>, words: &[&str], limit: i64) -> Result<Vec<(PartyId, String)>, DbError> {
    let (long, short): (Vec<&str>, Vec<&str>) =
        words.iter().copied().partition(|word| word.chars().count() >= 3);
    if long.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = Vec::new();
    let mut sql = match tx.engine() {
        Engine::Sqlite => {
            let query = long.iter().map(|word| format!("\"{}\"", word.replace('"', "")));
            values.push(Value::from(query.collect::<Vec<_>>().join(" AND ")));
            "SELECT s.party_id, s.text FROM party_fts f JOIN party_search s ON s.id = f.rowid WHERE party_fts MATCH $1"
                .to_owned()
        }
        Engine::Postgres => {
            let mut sql = String::from("SELECT party_id, text FROM party_search WHERE 1 = 1");
            like(&mut sql, &mut values, &long);
            sql
        }
    };
    if !short.is_empty() {
        sql = format!("SELECT party_id, text FROM ({sql} LIMIT {LOOKED_AT}) AS found WHERE 1 = 1");
        like(&mut sql, &mut values, &short);
    }
    values.push(Value::Int(limit));
    sql.push_str(&format!(" LIMIT ${}", values.len()));
    let rows = tx.query_sql("registry::search::by_words", &sql, &values)?;
    rows.iter().map(|row| Ok((row.get("party_id")?, row.get("text")?))).collect()
}

/// Asks that the text contain each word. Folded words hold letters, digits and spaces only: nothing LIKE would read as a
/// pattern.
fn like(sql: &mut String, values: &mut Vec<Value>, words: &[&str]) {
    for word in words {
        values.push(Value::from(format!("%{word}%")));
        sql.push_str(&format!(" AND text LIKE ${}", values.len()));
    }
}
