//! Lists of the registry read page by page, and single things beside the pages of customers and supply points.

use domain::{
    access::{Action, Resource},
    registry::{AddressPurpose, Bill, Contract, ContractState, Party, SupplyPoint},
};
use kernel::{ContractId, PartyId};
pub use store::registry::contact::Contact;
use store::registry::{bill, contact, contract, party, supply_point};

use super::look_up::compact;
use crate::{App, Ctx, Error, error::found, read};

/// Customers by name after the last one of the page before: its folded name and id.
///
/// # Errors
/// [`Error::Denied`] when customers may not be seen.
pub async fn list_parties(
    app: &App,
    ctx: &Ctx,
    after: Option<(String, PartyId)>,
    limit: i64,
) -> Result<Vec<Party>, Error> {
    ctx.require(Resource::Party, Action::Read)?;
    read(app, "list-parties", move |tx| {
        let (name, id) = after.clone().unwrap_or_else(|| (String::new(), PartyId::from_bytes([0; 16])));
        Ok(party::page(tx, &name, id, limit)?)
    })
    .await
}

/// [`list_parties`], each with the address it lives at or has its seat, on one line; empty when unknown.
///
/// # Errors
/// [`Error::Denied`] when customers may not be seen.
pub async fn list_parties_at_home(
    app: &App,
    ctx: &Ctx,
    after: Option<(String, PartyId)>,
    limit: i64,
) -> Result<Vec<(Party, String)>, Error> {
    ctx.require(Resource::Party, Action::Read)?;
    read(app, "list-parties-at-home", move |tx| {
        let (name, id) = after.clone().unwrap_or_else(|| (String::new(), PartyId::from_bytes([0; 16])));
        let mut lines = Vec::new();
        for found in party::page(tx, &name, id, limit)? {
            let home = home(tx, found.id)?;
            lines.push((found, home));
        }
        Ok(lines)
    })
    .await
}

/// Street and town where a customer lives or has its seat.
fn home(tx: &mut store::Tx<'_>, id: PartyId) -> Result<String, Error> {
    let current: Vec<_> =
        party::addresses(tx, id)?.into_iter().filter(|entry| entry.valid_to.is_none()).collect();
    let wanted = |entry: &&party::PartyAddress| entry.purpose != AddressPurpose::Mailing;
    let chosen = current.iter().find(wanted).or(current.first());
    Ok(chosen.map_or_else(String::new, |entry| {
        [entry.address.line(), entry.address.municipality.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }))
}

/// Contracts in a state by number, after the last one of the page before, each with its holder and the holder's home.
///
/// # Errors
/// [`Error::Denied`] when contracts or customers may not be seen.
pub async fn contracts_in_state(
    app: &App,
    ctx: &Ctx,
    state: ContractState,
    after: Option<String>,
    limit: i64,
) -> Result<Vec<(Contract, Option<Party>, String)>, Error> {
    ctx.require(Resource::Contract, Action::Read)?;
    ctx.require(Resource::Party, Action::Read)?;
    read(app, "contracts-in-state", move |tx| {
        let mut lines = Vec::new();
        for found in contract::in_state(tx, state, after.as_deref().unwrap_or_default(), limit)? {
            let holder = party::by_id(tx, found.party_id)?;
            let home = home(tx, found.party_id)?;
            lines.push((found, holder, home));
        }
        Ok(lines)
    })
    .await
}

/// Supply points whose code begins so, by code.
///
/// # Errors
/// [`Error::Denied`] when supply points may not be seen; [`Error::Invalid`] when fewer than three characters are given.
pub async fn points_by_code(app: &App, ctx: &Ctx, code: &str, limit: i64) -> Result<Vec<SupplyPoint>, Error> {
    ctx.require(Resource::SupplyPoint, Action::Read)?;
    let code = compact(code);
    if code.chars().count() < 3 {
        return Err(Error::field("code", "code_short"));
    }
    read(app, "points-by-code", move |tx| {
        let mut points = Vec::new();
        for (id, ..) in supply_point::codes_from(tx, &code, limit)? {
            points.extend(supply_point::by_id(tx, id)?);
        }
        Ok(points)
    })
    .await
}

/// Contracts of a customer, newest first.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn contracts_of(app: &App, ctx: &Ctx, id: PartyId) -> Result<Vec<Contract>, Error> {
    ctx.require(Resource::Contract, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "contracts-of", move |tx| {
        found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?;
        Ok(contract::of_party(tx, id)?)
    })
    .await
}

/// One contract.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_contract(app: &App, ctx: &Ctx, id: ContractId) -> Result<Contract, Error> {
    let ctx = ctx.clone();
    read(app, "show-contract", move |tx| {
        Ok(found(contract::for_action(tx, &ctx, id, Action::Read)?, "contract")?.into_inner())
    })
    .await
}

/// All bills of a customer, or of one contract of theirs, newest first.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn bills_of(
    app: &App,
    ctx: &Ctx,
    id: PartyId,
    only: Option<ContractId>,
) -> Result<Vec<Bill>, Error> {
    ctx.require(Resource::Bill, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "bills-of", move |tx| {
        found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?;
        let mut bills = Vec::new();
        for contract in contract::of_party(tx, id)? {
            if only.is_none_or(|only| only == contract.id) {
                let all = bill::count(tx, contract.id)?;
                bills.extend(bill::of_contract(tx, contract.id, all)?);
            }
        }
        bills.sort_by_key(|bill| std::cmp::Reverse((bill.issued_on, bill.id)));
        Ok(bills)
    })
    .await
}

/// The newest contacts with a customer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn contacts_of(app: &App, ctx: &Ctx, id: PartyId, limit: i64) -> Result<Vec<Contact>, Error> {
    let ctx = ctx.clone();
    read(app, "contacts-of", move |tx| {
        found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?;
        Ok(contact::of_party(tx, id, limit)?)
    })
    .await
}

/// What a customer is to pay, contract by contract.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn balance_of(app: &App, ctx: &Ctx, id: PartyId) -> Result<Vec<(Contract, bill::Balance)>, Error> {
    ctx.require(Resource::Bill, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "balance-of", move |tx| {
        found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?;
        let mut lines = Vec::new();
        for contract in contract::of_party(tx, id)? {
            let balance = bill::balance(tx, contract.id, ctx.today())?;
            lines.push((contract, balance));
        }
        Ok(lines)
    })
    .await
}
