//! Direct-debit mandates.

use db::{DbError, Tx, params};
use domain::{
    import::{self, MandateRecord},
    registry::{MandateScheme, MandateState},
};
use kernel::{ContractId, MandateId};

use super::{Batch, Key, Known, history, missing, natural, prepare, print_of, statements as sql, stored};
use crate::Ctx;

/// Imports a batch of mandates.
///
/// # Errors
/// [`DbError`] from the database.
pub fn mandates(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &Known,
    batch: &[MandateRecord],
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let references: Vec<String> = batch.iter().map(|record| natural(record.reference.as_str())).collect();
    let there = stored(tx, &sql::MANDATES, references.iter().map(String::as_str))?;
    let (mut out, mut inserts, mut changes, mut replaced) =
        (Batch::default(), Vec::new(), Vec::new(), Vec::new());
    for (record, reference) in batch.iter().zip(&references) {
        let r = record;
        let (hash, found) = (print_of(r, ""), there.get(reference));
        if found.is_some_and(|found| found.hash == hash) {
            out.counts.unchanged += 1;
            continue;
        }
        let contract = known
            .contracts
            .get(&Key::of(&[&r.contract]))
            .ok_or_else(|| missing("mandate", reference, "contract", &r.contract))?;
        let contract = ContractId::from_bytes(*contract);
        let id = found.map_or_else(|| ctx.id(MandateId::from_bytes), |found| MandateId::from_bytes(found.id));
        let (scheme, state) = (scheme(r).code(), state(r).code());
        let tax_code = r.holder_tax_code.clone().unwrap_or_default();
        let row = params![
            id,
            reference,
            contract,
            r.iban.as_str(),
            r.holder,
            tax_code,
            r.signed,
            scheme,
            state,
            hash
        ];
        if let Some(found) = found {
            out.counts.changed += 1;
            replaced.push(found.id);
            changes.push(row);
        } else {
            out.counts.inserted += 1;
            inserts.push(row);
        }
    }
    super::insert(tx, &sql::INSERT_MANDATE, &inserts)?;
    history::keep(tx, ctx, &sql::REPLACED_MANDATES, "mandate", &replaced)?;
    tx.batch(&sql::CHANGE_MANDATE, &changes)?;
    Ok(out)
}

const fn scheme(record: &MandateRecord) -> MandateScheme {
    match record.scheme {
        import::MandateScheme::Core => MandateScheme::Core,
        import::MandateScheme::B2b => MandateScheme::B2b,
    }
}

/// A lapsed mandate can no longer be debited, like a revoked one.
const fn state(record: &MandateRecord) -> MandateState {
    match record.state {
        import::MandateState::Active => MandateState::Active,
        import::MandateState::Revoked | import::MandateState::Lapsed => MandateState::Revoked,
    }
}
