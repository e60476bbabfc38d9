//! Customers: parties with their address and contact points.

use db::{DbError, Tx, params};
use domain::{
    import::{AddressRecord, CustomerRecord, Holder},
    registry::{
        Address, AddressPurpose, ContactKind, Party, PartyKind, PartyNames, Sex, party::folded_contact,
    },
};
use kernel::{AddressId, ContactPointId, Date, PartyId};

use super::{Batch, Key, Known, natural, number_in, prepare, print_of, statements as sql, stored};
use crate::{Ctx, registry::party, sequence};

/// Imports a batch of customers.
///
/// # Errors
/// [`DbError`] from the database.
pub fn customers(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &Known,
    batch: &[CustomerRecord],
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let numbers: Vec<String> = batch.iter().map(|record| natural(&record.number)).collect();
    let there = stored(tx, &sql::PARTIES, numbers.iter().map(String::as_str))?;
    let (mut out, mut new, mut changed) = (Batch::default(), Inserts::default(), Vec::new());
    for (record, number) in batch.iter().zip(&numbers) {
        let hash = print_of(record, "");
        let id = match there.get(number) {
            Some(found) if found.hash == hash => {
                out.counts.unchanged += 1;
                found.id
            }
            Some(found) => {
                out.counts.changed += 1;
                changed.push((PartyId::from_bytes(found.id), record, hash));
                found.id
            }
            None => {
                out.counts.inserted += 1;
                let id = ctx.id(PartyId::from_bytes);
                new.push(ctx, &party_of(ctx, id, number, record), record, hash);
                id.bytes()
            }
        };
        out.news.parties.push((Key::of(&[number]), id));
        out.news.highest_customer = out.news.highest_customer.max(number_in(number));
    }
    new.write(tx)?;
    for (id, record, hash) in &changed {
        change(tx, ctx, *id, record, *hash)?;
    }
    super::index::index_again(tx, changed.iter().map(|(id, ..)| id.bytes()))?;
    if out.news.highest_customer > known.highest_customer {
        sequence::at_least(tx, "customer", out.news.highest_customer)?;
    }
    Ok(out)
}

/// The rows of new parties, table by table.
#[derive(Default)]
struct Inserts {
    parties: Vec<Vec<db::Value>>,
    addresses: Vec<Vec<db::Value>>,
    attached: Vec<Vec<db::Value>>,
    contacts: Vec<Vec<db::Value>>,
}

impl Inserts {
    fn push(&mut self, ctx: &Ctx, party: &Party, record: &CustomerRecord, hash: i64) {
        self.parties.push(party::insert_params(ctx, party, Some(&party.number), hash));
        let address = ctx.id(AddressId::from_bytes);
        self.addresses.push(party::address_params(address, &address_of(&record.address)));
        self.attached.push(params![party.id, purpose(record).code(), party.registered_on, address]);
        for (kind, value) in contacts_of(record) {
            let id = ctx.id(ContactPointId::from_bytes);
            let folded = folded_contact(kind, value);
            self.contacts.push(params![id, party.id, kind.code(), value.trim(), folded, party.registered_on]);
        }
    }

    fn write(&self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        super::insert(tx, &party::INSERT, &self.parties)?;
        super::insert(tx, &party::INSERT_ADDRESS, &self.addresses)?;
        tx.batch(&party::ATTACH_ADDRESS, &self.attached)?;
        super::insert(tx, &party::INSERT_CONTACT, &self.contacts)
    }
}

/// Writes a changed row over the party it was imported to. Contact points the export does not have stay: the
/// utility may have learnt them at its counter.
fn change(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: PartyId,
    record: &CustomerRecord,
    hash: i64,
) -> Result<(), DbError> {
    let Some(before) = party::by_id(tx, id)? else { return Ok(()) };
    let fresh = party_of(ctx, id, &before.number, record);
    let mut after = Party {
        note: before.note.clone(),
        identity_verified_at: before.identity_verified_at,
        registered_on: record.created.unwrap_or(before.registered_on),
        version: before.version,
        ..fresh
    };
    if after != before && !party::update(tx, ctx, &before, &mut after)? {
        return Err(DbError::Retry);
    }
    tx.execute(&sql::MARK_PARTY, &params![id, after.kind.code(), after.registered_on, after.number, hash])?;
    let (today, purpose, address) = (ctx.today(), purpose(record), address_of(&record.address));
    let in_use =
        party::addresses(tx, id)?.into_iter().find(|one| one.purpose == purpose && one.valid_to.is_none());
    if !in_use.is_some_and(|one| Address { id: None, ..one.address } == address) {
        party::set_address(tx, ctx, id, purpose, today, &address)?;
    }
    let there = party::contacts(tx, id)?;
    for (kind, value) in contacts_of(record) {
        if !there.iter().any(|point| point.kind == kind && point.value == value.trim()) {
            party::set_contact(tx, ctx, id, kind, value, today, true)?;
        }
    }
    Ok(())
}

fn party_of(ctx: &Ctx, id: PartyId, number: &str, record: &CustomerRecord) -> Party {
    let (kind, names, birth_date, birth_place, sex): (_, _, Option<Date>, _, _) = match &record.holder {
        Holder::Person { surname, name, birth_date, birth_place, sex } => (
            PartyKind::Person,
            PartyNames { surname: surname.clone(), given_name: name.clone(), company_name: String::new() },
            *birth_date,
            birth_place.clone().unwrap_or_default(),
            sex.and_then(|sex| Sex::from_code(sex.code())).unwrap_or(Sex::Unknown),
        ),
        Holder::Organisation { name } => {
            let names = PartyNames { company_name: name.clone(), ..PartyNames::default() };
            (PartyKind::Organisation, names, None, String::new(), Sex::Unknown)
        }
    };
    Party {
        id,
        number: number.to_owned(),
        kind,
        names,
        tax_code: record.tax_code.as_ref().map(ToString::to_string),
        vat_number: record.vat_number.as_ref().map(ToString::to_string),
        birth_date,
        birth_place,
        sex,
        lang: record.lang,
        note: String::new(),
        registered_on: record.created.unwrap_or_else(|| ctx.today()),
        identity_verified_at: None,
        version: 1,
    }
}

const fn purpose(record: &CustomerRecord) -> AddressPurpose {
    match record.holder {
        Holder::Person { .. } => AddressPurpose::Residence,
        Holder::Organisation { .. } => AddressPurpose::RegisteredOffice,
    }
}

fn contacts_of(record: &CustomerRecord) -> impl Iterator<Item = (ContactKind, &str)> {
    [
        (ContactKind::Phone, &record.phone),
        (ContactKind::Mobile, &record.mobile),
        (ContactKind::Email, &record.email),
        (ContactKind::Pec, &record.certified_email),
    ]
    .into_iter()
    .filter_map(|(kind, value)| Some((kind, value.as_deref()?)))
}

/// An address as the registry holds it; without a country it is in Italy.
pub(super) fn address_of(record: &AddressRecord) -> Address {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    Address {
        id: None,
        street: record.street.clone(),
        house_number: text(&record.number),
        unit: text(&record.unit),
        postcode: text(&record.postcode),
        municipality: record.town.clone(),
        istat_code: text(&record.municipality),
        province: text(&record.province),
        country: record.country.clone().unwrap_or_else(|| "IT".to_owned()),
    }
}
