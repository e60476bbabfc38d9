//! Bills and payments. What is paid on a bill always is the sum of its payments.

use std::collections::HashSet;

use db::{DbError, Tx, params};
use domain::import::{BillRecord, PaymentRecord};
use kernel::{BillId, ContractId, PaymentId};

use super::{
    Batch, Id, Key, Known, history, ids, missing, natural, prepare, print_of, statements as sql, stored,
    texts, whole,
};
use crate::Ctx;

/// Imports a batch of bills.
///
/// # Errors
/// [`DbError`] from the database.
pub fn bills(tx: &mut Tx<'_>, ctx: &Ctx, known: &Known, batch: &[BillRecord]) -> Result<Batch, DbError> {
    prepare(tx)?;
    let numbers: Vec<String> = batch.iter().map(|record| natural(&record.number)).collect();
    let there = stored(tx, &sql::BILLS, numbers.iter().map(String::as_str))?;
    let (mut out, mut inserts, mut changes, mut replaced) =
        (Batch::default(), Vec::new(), Vec::new(), Vec::new());
    for (record, number) in batch.iter().zip(&numbers) {
        let r = record;
        let hash = print_of(r, "");
        let id = there.get(number).map(|found| BillId::from_bytes(found.id));
        if there.get(number).is_some_and(|found| found.hash == hash) {
            out.counts.unchanged += 1;
            continue;
        }
        let contract = known
            .contracts
            .get(&Key::of(&[&r.contract]))
            .ok_or_else(|| missing("bill", number, "contract", &r.contract))?;
        let contract = ContractId::from_bytes(*contract);
        let unit = r.unit.map_or("", domain::import::ConsumptionUnit::code);
        let consumption = r.consumption_thousandths.map(whole);
        let row = params![
            id.unwrap_or_else(|| ctx.id(BillId::from_bytes)),
            number,
            contract,
            r.issued,
            r.due,
            r.kind.code(),
            r.amount,
            consumption,
            unit,
            r.from,
            r.to,
            hash
        ];
        if let Some(id) = id {
            out.counts.changed += 1;
            replaced.push(id.bytes());
            changes.push(row);
        } else {
            out.counts.inserted += 1;
            inserts.push(row);
        }
    }
    super::insert(tx, &sql::INSERT_BILL, &inserts)?;
    history::keep(tx, ctx, &sql::REPLACED_BILLS, "bill", &replaced)?;
    tx.batch(&sql::CHANGE_BILL, &changes)?;
    out.touched = replaced.into_iter().map(BillId::from_bytes).collect();
    Ok(out)
}

/// Imports a batch of payments and brings what is paid on their bills up to date.
///
/// # Errors
/// [`DbError`] from the database.
pub fn payments(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &Known,
    batch: &[PaymentRecord],
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let numbers: Vec<String> = batch.iter().map(|record| natural(&record.number)).collect();
    let found = tx.query(&sql::PAYMENTS, &params![texts(numbers.iter().map(String::as_str))])?;
    let mut there = std::collections::HashMap::new();
    for row in &found {
        let stored: (Id, i64, Id) = (row.get("id")?, row.get("source_hash")?, row.get("bill_id")?);
        there.insert(row.get::<String>("key")?, stored);
    }
    let mut out = Batch::default();
    let mut open = Vec::new();
    for (record, number) in batch.iter().zip(&numbers) {
        let (hash, stored) = (print_of(record, ""), there.get(number));
        match stored {
            Some((_, old, _)) if *old == hash => out.counts.unchanged += 1,
            Some(_) => out.counts.changed += 1,
            None => out.counts.inserted += 1,
        }
        if stored.is_none_or(|(_, old, _)| *old != hash) {
            open.push((record, number, hash, stored));
        }
    }
    if open.is_empty() {
        return Ok(out);
    }
    let bills: Vec<String> = open.iter().map(|(record, ..)| natural(&record.bill)).collect();
    let bill_ids = stored_bills(tx, &bills)?;
    let (mut inserts, mut changes, mut replaced, mut touched) =
        (Vec::new(), Vec::new(), Vec::new(), HashSet::new());
    for ((r, number, hash, stored), bill) in open.into_iter().zip(&bills) {
        let bill_id = match bill_ids.get(bill) {
            Some(id) => *id,
            None => unstored(ctx, known, number, bill)?,
        };
        touched.insert(bill_id);
        touched.extend(stored.map(|(_, _, before)| *before));
        replaced.extend(stored.map(|(id, ..)| *id));
        let id = stored.map_or_else(|| ctx.id(PaymentId::from_bytes), |(id, ..)| PaymentId::from_bytes(*id));
        let mut row = params![
            id,
            number,
            BillId::from_bytes(bill_id),
            r.date,
            r.amount,
            r.channel.code(),
            r.counter.clone().unwrap_or_default(),
            hash
        ];
        if stored.is_some() {
            changes.push(row);
        } else {
            row.extend(params![ctx.now()]);
            inserts.push(row);
        }
    }
    super::insert(tx, &sql::INSERT_PAYMENT, &inserts)?;
    history::keep(tx, ctx, &sql::REPLACED_PAYMENTS, "payment", &replaced)?;
    tx.batch(&sql::CHANGE_PAYMENT, &changes)?;
    tx.execute(&sql::PAID, &params![ids(touched.iter())])?;
    out.touched = touched.into_iter().map(BillId::from_bytes).collect();
    Ok(out)
}

/// The bill of a payment that is not stored: in a trial it came with a batch that was rolled back, and the reader vouched
/// for it.
fn unstored(ctx: &Ctx, known: &Known, number: &str, bill: &str) -> Result<Id, DbError> {
    if known.trial {
        return Ok(ctx.id(BillId::from_bytes).bytes());
    }
    Err(missing("payment", number, "bill", bill))
}

fn stored_bills(
    tx: &mut Tx<'_>,
    numbers: &[String],
) -> Result<std::collections::HashMap<String, Id>, DbError> {
    let found = stored(tx, &sql::BILLS, numbers.iter().map(String::as_str))?;
    Ok(found.into_iter().map(|(number, bill)| (number, bill.id)).collect())
}
