//! Contracts with deposit and cadastral data.

use db::{DbError, Tx, params};
use domain::{
    import::{self, ContractRecord, Finding, PrintedSecret},
    registry::{Cadastre, Contract, ContractState, Delivery, PaymentMethod},
};
use kernel::{ContractId, DepositId, Money, PartyId, SupplyPointId};
use sha2::{Digest, Sha256};

use super::{
    Batch, Key, Known, history, missing, natural, number_in, prepare, print_of, statements as sql, stored,
};
use crate::{Ctx, registry::contract, sequence};

/// Imports a batch of contracts.
///
/// # Errors
/// [`DbError`] from the database.
pub fn contracts(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &Known,
    batch: &[ContractRecord],
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let numbers: Vec<String> = batch.iter().map(|record| natural(&record.number)).collect();
    let there = stored(tx, &sql::CONTRACTS, numbers.iter().map(String::as_str))?;
    let (mut out, mut new, mut changed) = (Batch::default(), Inserts::default(), Vec::new());
    for (index, (record, number)) in batch.iter().zip(&numbers).enumerate() {
        let secret = hashed(number, record.web_code.as_ref());
        let hash = print_of(record, &secret);
        let id = match there.get(number) {
            Some(found) if found.hash == hash => {
                out.counts.unchanged += 1;
                found.id
            }
            Some(found) => {
                let fresh = contract_of(known, ContractId::from_bytes(found.id), number, record)?;
                let before = contract::by_id(tx, fresh.id)?.ok_or(DbError::Retry)?;
                let (after, finding) = meet(&before, found.hash == MADE_HERE, fresh);
                out.findings.extend(finding.map(|finding| (index, finding)));
                match after {
                    Some(after) => {
                        out.counts.changed += 1;
                        changed.push(Change { before, after, secret, hash });
                    }
                    None => out.counts.unchanged += 1,
                }
                found.id
            }
            None => {
                out.counts.inserted += 1;
                let id = ctx.id(ContractId::from_bytes);
                new.push(ctx, known, &contract_of(known, id, number, record)?, record, &secret, hash);
                id.bytes()
            }
        };
        out.news.contracts.push((Key::of(&[number]), id));
        out.news.highest_contract = out.news.highest_contract.max(number_in(number));
    }
    new.write(tx)?;
    let parties = write_changes(tx, ctx, changed)?;
    super::index::index_again(tx, new.parties.into_iter().chain(parties))?;
    if out.news.highest_contract > known.highest_contract {
        sequence::at_least(tx, "contract", out.news.highest_contract)?;
    }
    Ok(out)
}

/// The rows of new contracts, table by table.
#[derive(Default)]
struct Inserts {
    contracts: Vec<Vec<db::Value>>,
    cadastre: Vec<Vec<db::Value>>,
    deposits: Vec<Vec<db::Value>>,
    parties: Vec<super::Id>,
}

impl Inserts {
    fn push(
        &mut self,
        ctx: &Ctx,
        known: &Known,
        contract: &Contract,
        record: &ContractRecord,
        secret: &str,
        hash: i64,
    ) {
        let c = contract;
        self.contracts.push(contract::insert_params(ctx, c, secret, hash));
        self.parties.push(c.party_id.bytes());
        let cadastre = known.points.get(&Key::of(&[&record.point])).map_or("", |point| &point.cadastre);
        if let [category, sheet, parcel, subunit] = cadastre.split('\u{1f}').collect::<Vec<_>>().as_slice() {
            let none = Cadastre::default();
            self.cadastre.push(params![c.id, *category, none.section, *sheet, *parcel, *subunit, none.title]);
        }
        if c.deposit > Money::ZERO {
            self.deposits.push(params![ctx.id(DepositId::from_bytes), c.id, c.deposit, c.starts_on]);
        }
    }

    fn write(&self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        super::insert(tx, &contract::INSERT, &self.contracts)?;
        tx.batch(&contract::SET_CADASTRE, &self.cadastre)?;
        super::insert(tx, &contract::INSERT_DEPOSIT, &self.deposits)
    }
}

/// The fingerprint of a contract no import has brought: a case began it here.
const MADE_HERE: i64 = 0;

/// A changed row beside the contract it speaks of.
struct Change {
    before: Contract,
    after: Contract,
    secret: String,
    hash: i64,
}

/// What a changed row makes of the contract it speaks of: the contract as it should be, or none when the row may not
/// touch it; and what the clerk should know. A row of before a case undoes nothing the case did.
fn meet(before: &Contract, made_here: bool, fresh: Contract) -> (Option<Contract>, Option<Finding>) {
    let number = || before.number.clone();
    if made_here && before.party_id != fresh.party_id {
        return (None, Some(Finding::ContractMadeHere { number: number() }));
    }
    let after = Contract {
        previous_contract_id: before.previous_contract_id,
        case_id: before.case_id,
        version: before.version,
        ..fresh
    };
    let ended = before.state == ContractState::Ended;
    if !ended || (before.end_reason.is_empty() && !made_here) {
        return (Some(after), None);
    }
    let kept = Contract {
        state: before.state,
        ends_on: before.ends_on,
        end_reason: before.end_reason.clone(),
        party_id: before.party_id,
        supply_point_id: before.supply_point_id,
        starts_on: before.starts_on,
        deposit: before.deposit,
        ..after.clone()
    };
    let says_otherwise =
        Contract { deposit: kept.deposit, end_reason: kept.end_reason.clone(), ..after } != kept;
    let finding = Finding::ContractEndedHere { number: number(), ends_on: before.ends_on };
    (Some(kept), says_otherwise.then_some(finding))
}

/// Writes changed rows over the contracts they were imported to; gives the holders those have and had.
fn write_changes(tx: &mut Tx<'_>, ctx: &Ctx, changed: Vec<Change>) -> Result<Vec<super::Id>, DbError> {
    let other = changed.iter().filter(|change| change.after.deposit != change.before.deposit);
    let deposits: Vec<super::Id> = other.map(|change| change.after.id.bytes()).collect();
    history::keep(tx, ctx, &sql::REPLACED_DEPOSITS, "deposit", &deposits)?;
    let mut parties = Vec::new();
    for Change { before, mut after, secret, hash } in changed {
        parties.extend([before.party_id.bytes(), after.party_id.bytes()]);
        if after != before && !contract::update(tx, ctx, &before, &mut after)? {
            return Err(DbError::Retry);
        }
        let a = &after;
        tx.execute(
            &sql::MARK_CONTRACT,
            &params![a.id, a.party_id, a.supply_point_id, a.starts_on, secret, hash],
        )?;
        if a.deposit == before.deposit {
            continue;
        }
        if a.deposit == Money::ZERO {
            tx.execute(&sql::REFUND_DEPOSIT, &params![a.id, ctx.today()])?;
        } else if tx.execute(&sql::CHANGE_DEPOSIT, &params![a.id, a.deposit])? == 0 {
            contract::insert_deposit(tx, ctx, a.id, a.deposit, ctx.today())?;
        }
    }
    Ok(parties)
}

fn contract_of(
    known: &Known,
    id: ContractId,
    number: &str,
    record: &ContractRecord,
) -> Result<Contract, DbError> {
    let party = known.parties.get(&Key::of(&[&record.customer]));
    let point = known.points.get(&Key::of(&[&record.point]));
    let party = party.ok_or_else(|| missing("contract", number, "customer", &record.customer))?;
    let point = point.ok_or_else(|| missing("contract", number, "supply point", &record.point))?;
    Ok(Contract {
        id,
        number: number.to_owned(),
        party_id: PartyId::from_bytes(*party),
        supply_point_id: SupplyPointId::from_bytes(point.id),
        offer: record.offer.clone().unwrap_or_default(),
        starts_on: record.start,
        ends_on: record.end,
        state: match record.state {
            import::ContractState::Active => ContractState::Active,
            import::ContractState::Ended => ContractState::Ended,
            import::ContractState::Suspended => ContractState::Suspended,
        },
        payment: match record.payment {
            import::PaymentMethod::DirectDebit => PaymentMethod::DirectDebit,
            import::PaymentMethod::PaymentSlip => PaymentMethod::Slip,
        },
        delivery: match record.delivery {
            import::Delivery::Email => Delivery::Email,
            import::Delivery::Post => Delivery::Post,
        },
        delivery_email: record.delivery_email.clone().unwrap_or_default(),
        resident: record.resident.unwrap_or(false),
        deposit: record.deposit,
        end_reason: String::new(),
        previous_contract_id: None,
        case_id: None,
        version: 1,
    })
}

/// The printed web code as it is stored: the SHA-256 of contract number and code, in hexadecimal. The number is
/// the salt, so that equal codes of two contracts do not look equal.
fn hashed(number: &str, secret: Option<&PrintedSecret>) -> String {
    let Some(secret) = secret else { return String::new() };
    let mut hash = Sha256::new();
    hash.update(number.as_bytes());
    hash.update([0x1f]);
    hash.update(secret.expose().trim().as_bytes());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
