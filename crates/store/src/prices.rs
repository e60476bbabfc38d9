//! The utility's price list, item by item, by service and by day.

use db::{DbError, Row, Tx, params, statements};
use domain::prices::Item;
use kernel::{Date, Money, Sector};

statements! {
    const IN_FORCE: Statement = "SELECT code, sector, label_it, label_en, unit, price_cents, vat_percent, valid_from, valid_to FROM price_item
        WHERE sector = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY code";
    const OF_CODE: Statement = "SELECT code, sector, label_it, label_en, unit, price_cents, vat_percent, valid_from, valid_to FROM price_item
        WHERE sector = $1 AND code = $2 ORDER BY valid_from";
    const PUT: Statement = "INSERT INTO price_item (code, sector, label_it, label_en, unit, price_cents, vat_percent, valid_from, valid_to)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (sector, code, valid_from) DO UPDATE SET label_it = $3, label_en = $4, unit = $5, price_cents = $6, vat_percent = $7, valid_to = $9";
}

fn of(row: &Row) -> Result<Item, DbError> {
    Ok(Item {
        code: row.get("code")?,
        sector: row.get("sector")?,
        label_it: row.get("label_it")?,
        label_en: row.get("label_en")?,
        unit: row.get("unit")?,
        price: row.get::<Option<i64>>("price_cents")?.map(Money::from_cents),
        vat_percent: row.get("vat_percent")?,
        valid_from: row.get("valid_from")?,
        valid_to: row.get("valid_to")?,
    })
}

/// The items of a service in force on a day, by code.
///
/// # Errors
/// [`DbError`] from the database.
pub fn in_force(tx: &mut Tx<'_>, sector: Sector, day: Date) -> Result<Vec<Item>, DbError> {
    tx.query(&IN_FORCE, &params![sector, day])?.iter().map(of).collect()
}

/// Every version of an item, oldest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_code(tx: &mut Tx<'_>, sector: Sector, code: &str) -> Result<Vec<Item>, DbError> {
    tx.query(&OF_CODE, &params![sector, code])?.iter().map(of).collect()
}

/// Stores an item; the one that began on the same day is replaced.
///
/// # Errors
/// [`DbError`] from the database.
pub fn put(tx: &mut Tx<'_>, item: &Item) -> Result<(), DbError> {
    let i = item;
    tx.execute(
        &PUT,
        &params![
            i.code,
            i.sector,
            i.label_it,
            i.label_en,
            i.unit,
            i.price.map(Money::cents),
            i.vat_percent,
            i.valid_from,
            i.valid_to
        ],
    )
    .map(drop)
}
