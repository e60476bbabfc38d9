//! Parties with their addresses and contact points.

use db::{DbError, Row, Tx, params, statements};
use domain::{
    access::{Action, Resource},
    registry::{
        Address, AddressPurpose, ContactKind, ContactPoint, Party, PartyKind, PartyNames, Sex,
        party::folded_contact,
    },
};
use kernel::{AddressId, ContactPointId, Date, PartyId};

use crate::{Authorised, Ctx, Lookup};

statements! {
    pub(crate) const INSERT: Statement = "INSERT INTO party (id, number, kind, surname, given_name, company_name, display_name, folded_name, tax_code, vat_number,
        birth_date, birth_place, sex, lang, note, registered_on, source_key, source_hash, identity_verified_at, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1)";
    const UPDATE: Statement = "UPDATE party SET surname = $2, given_name = $3, company_name = $4, display_name = $5, folded_name = $6, tax_code = $7,
        vat_number = $8, birth_date = $9, birth_place = $10, sex = $11, lang = $12, note = $13, identity_verified_at = $14, version = version + 1
        WHERE id = $1 AND version = $15";
    const HISTORY: Statement = "INSERT INTO party_history (party_id, version, replaced_at, replaced_by, data) VALUES ($1, $2, $3, $4, $5)";
    const COUNT: Statement = "SELECT COUNT(*) AS total FROM party";
    const BY_ID: Statement = "SELECT * FROM party WHERE id = $1";
    const BY_NUMBER: Statement = "SELECT * FROM party WHERE number = $1";
    const BY_TAX_CODE: Statement = "SELECT * FROM party WHERE tax_code = $1 ORDER BY id LIMIT 20";
    const BY_VAT_NUMBER: Statement = "SELECT * FROM party WHERE vat_number = $1 ORDER BY id LIMIT 20";
    const BY_FOLDED_NAME: Statement = "SELECT * FROM party WHERE folded_name = $1 ORDER BY id LIMIT 20";
    const PAGE: Statement = "SELECT * FROM party WHERE (folded_name, id) > ($1, $2) ORDER BY folded_name, id LIMIT $3";
    pub(crate) const INSERT_ADDRESS: Statement = "INSERT INTO address (id, street, house_number, unit, postcode, municipality, istat_code, province, country, folded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    pub(crate) const ATTACH_ADDRESS: Statement = "INSERT INTO party_address (party_id, purpose, valid_from, valid_to, address_id) VALUES ($1, $2, $3, NULL, $4)
        ON CONFLICT (party_id, purpose, valid_from) DO UPDATE SET address_id = $4, valid_to = NULL";
    const END_ADDRESS: Statement = "UPDATE party_address SET valid_to = $3 WHERE party_id = $1 AND purpose = $2 AND valid_to IS NULL AND valid_from < $4";
    const ADDRESSES: Statement = "SELECT p.purpose, p.valid_from, p.valid_to, a.* FROM party_address p JOIN address a ON a.id = p.address_id
        WHERE p.party_id = $1 ORDER BY p.purpose, p.valid_from DESC";
    pub(crate) const INSERT_CONTACT: Statement = "INSERT INTO contact_point (id, party_id, kind, value, folded, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6, NULL)";
    const END_CONTACT: Statement = "UPDATE contact_point SET valid_to = $3 WHERE party_id = $1 AND kind = $2 AND valid_to IS NULL";
    const CONTACTS: Statement = "SELECT id, kind, value, valid_from, valid_to FROM contact_point WHERE party_id = $1 AND valid_to IS NULL ORDER BY kind, id";
}

/// An address of a party with what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyAddress {
    /// What it is for.
    pub purpose: AddressPurpose,
    /// The first day.
    pub valid_from: Date,
    /// The last day; none while in use.
    pub valid_to: Option<Date>,
    /// The address.
    pub address: Address,
}

pub(crate) fn of(row: &Row) -> Result<Party, DbError> {
    Ok(Party {
        id: row.get("id")?,
        number: row.get("number")?,
        kind: row.map("kind", |code: String| PartyKind::from_code(&code))?,
        names: PartyNames {
            surname: row.get("surname")?,
            given_name: row.get("given_name")?,
            company_name: row.get("company_name")?,
        },
        tax_code: row.get("tax_code")?,
        vat_number: row.get("vat_number")?,
        birth_date: row.get("birth_date")?,
        birth_place: row.get("birth_place")?,
        sex: row.map("sex", |code: String| Sex::from_code(&code))?,
        lang: row.get("lang")?,
        note: row.get("note")?,
        registered_on: row.get("registered_on")?,
        identity_verified_at: row.get("identity_verified_at")?,
        version: row.get("version")?,
    })
}

pub(crate) fn address_of(row: &Row) -> Result<Address, DbError> {
    Ok(Address {
        id: row.get("id")?,
        street: row.get("street")?,
        house_number: row.get("house_number")?,
        unit: row.get("unit")?,
        postcode: row.get("postcode")?,
        municipality: row.get("municipality")?,
        istat_code: row.get("istat_code")?,
        province: row.get("province")?,
        country: row.get("country")?,
    })
}

/// The parameters of [`INSERT`].
pub(crate) fn insert_params(ctx: &Ctx, party: &Party, source_key: Option<&str>, hash: i64) -> Vec<db::Value> {
    let p = party;
    params![
        p.id,
        p.number,
        p.kind.code(),
        p.names.surname,
        p.names.given_name,
        p.names.company_name,
        p.names.display(),
        p.names.folded(),
        p.tax_code,
        p.vat_number,
        p.birth_date,
        p.birth_place,
        p.sex.code(),
        p.lang,
        p.note,
        p.registered_on,
        source_key,
        hash,
        p.identity_verified_at,
        ctx.now()
    ]
}

/// Stores a new party.
///
/// # Errors
/// `DbError::Unique("uq_party_number")` when the number is taken.
pub fn insert(tx: &mut Tx<'_>, ctx: &Ctx, party: &Party) -> Result<(), DbError> {
    tx.execute(&INSERT, &insert_params(ctx, party, None, 0)).map(drop)
}

/// Stores a changed party if nobody changed it since it was read, keeping what it was. `before` is the party as read.
///
/// # Errors
/// [`DbError`] from the database. `Ok(false)`: somebody changed it.
pub fn update(tx: &mut Tx<'_>, ctx: &Ctx, before: &Party, party: &mut Party) -> Result<bool, DbError> {
    let p = &*party;
    let changed = tx.execute(
        &UPDATE,
        &params![
            p.id,
            p.names.surname,
            p.names.given_name,
            p.names.company_name,
            p.names.display(),
            p.names.folded(),
            p.tax_code,
            p.vat_number,
            p.birth_date,
            p.birth_place,
            p.sex.code(),
            p.lang,
            p.note,
            p.identity_verified_at,
            before.version
        ],
    )?;
    if changed != 1 {
        return Ok(false);
    }
    let old = serde_json::to_string(before).unwrap_or_default();
    tx.execute(&HISTORY, &params![p.id, before.version, ctx.now(), ctx.actor.name(), old])?;
    party.version = before.version + 1;
    Ok(true)
}

/// The party for an action, if the account may do it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn for_action(tx: &mut Tx<'_>, ctx: &Ctx, id: PartyId, action: Action) -> Result<Lookup<Party>, DbError> {
    let Some(party) = by_id(tx, id)? else { return Ok(Lookup::Missing) };
    Ok(match ctx.require(Resource::Party, action) {
        Ok(()) => Lookup::Found(Authorised::new(party, action)),
        Err(denied) => Lookup::Denied(denied),
    })
}

/// The party with an id, for operations that were authorised through something else (a case, a contract).
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: PartyId) -> Result<Option<Party>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The party with a customer number.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_number(tx: &mut Tx<'_>, number: &str) -> Result<Option<Party>, DbError> {
    tx.row(&BY_NUMBER, &params![number])?.as_ref().map(of).transpose()
}

/// Parties with a tax code; usually one, at most twenty.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_tax_code(tx: &mut Tx<'_>, code: &str) -> Result<Vec<Party>, DbError> {
    tx.query(&BY_TAX_CODE, &params![code])?.iter().map(of).collect()
}

/// Parties with a VAT number; usually one, at most twenty.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_vat_number(tx: &mut Tx<'_>, number: &str) -> Result<Vec<Party>, DbError> {
    tx.query(&BY_VAT_NUMBER, &params![number])?.iter().map(of).collect()
}

/// Parties of exactly this name, however it is written; at most twenty.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_folded_name(tx: &mut Tx<'_>, folded: &str) -> Result<Vec<Party>, DbError> {
    tx.query(&BY_FOLDED_NAME, &params![folded])?.iter().map(of).collect()
}

/// Parties by name, after the last one of the page before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn page(tx: &mut Tx<'_>, after_name: &str, after: PartyId, limit: i64) -> Result<Vec<Party>, DbError> {
    tx.query(&PAGE, &params![after_name, after, limit])?.iter().map(of).collect()
}

/// Stores an address.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_address(tx: &mut Tx<'_>, ctx: &Ctx, address: &Address) -> Result<AddressId, DbError> {
    let id = ctx.id(AddressId::from_bytes);
    tx.execute(&INSERT_ADDRESS, &address_params(id, address))?;
    Ok(id)
}

pub(crate) fn address_params(id: AddressId, address: &Address) -> Vec<db::Value> {
    let a = address;
    params![
        id,
        a.street,
        a.house_number,
        a.unit,
        a.postcode,
        a.municipality,
        a.istat_code,
        a.province,
        a.country,
        a.folded()
    ]
}

/// Gives a party an address from a day on; the one it had for the same purpose ends the day before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_address(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    party: PartyId,
    purpose: AddressPurpose,
    from: Date,
    address: &Address,
) -> Result<AddressId, DbError> {
    let id = insert_address(tx, ctx, address)?;
    let last = from.yesterday().unwrap_or(from);
    tx.execute(&END_ADDRESS, &params![party, purpose.code(), last, from])?;
    tx.execute(&ATTACH_ADDRESS, &params![party, purpose.code(), from, id])?;
    Ok(id)
}

/// All addresses of a party, those in use and former ones, newest first for each purpose.
///
/// # Errors
/// [`DbError`] from the database.
pub fn addresses(tx: &mut Tx<'_>, party: PartyId) -> Result<Vec<PartyAddress>, DbError> {
    tx.query(&ADDRESSES, &params![party])?
        .iter()
        .map(|row| {
            Ok(PartyAddress {
                purpose: row.map("purpose", |code: String| AddressPurpose::from_code(&code))?,
                valid_from: row.get("valid_from")?,
                valid_to: row.get("valid_to")?,
                address: address_of(row)?,
            })
        })
        .collect()
}

/// Gives a party a contact point from a day on; with `replace`, the ones of the same kind end the day before.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_contact(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    party: PartyId,
    kind: ContactKind,
    value: &str,
    from: Date,
    replace: bool,
) -> Result<(), DbError> {
    if replace {
        tx.execute(&END_CONTACT, &params![party, kind.code(), from.yesterday().unwrap_or(from)])?;
    }
    let id = ctx.id(ContactPointId::from_bytes);
    tx.execute(
        &INSERT_CONTACT,
        &params![id, party, kind.code(), value.trim(), folded_contact(kind, value), from],
    )
    .map(drop)
}

/// Contact points in use.
///
/// # Errors
/// [`DbError`] from the database.
pub fn contacts(tx: &mut Tx<'_>, party: PartyId) -> Result<Vec<ContactPoint>, DbError> {
    tx.query(&CONTACTS, &params![party])?
        .iter()
        .map(|row| {
            Ok(ContactPoint {
                id: row.get("id")?,
                kind: row.map("kind", |code: String| ContactKind::from_code(&code))?,
                value: row.get("value")?,
                valid_from: row.get("valid_from")?,
                valid_to: row.get("valid_to")?,
            })
        })
        .collect()
}

/// How many parties there are. It reads the whole index: for figures about a database, never for a page.
///
/// # Errors
/// [`DbError`] from the database.
pub fn count(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    tx.row(&COUNT, &params![])?.map_or(Ok(0), |row| row.get("total"))
}
