//! The one search box: customers, supply points, meters, contracts, bills, cases.

use domain::access::{Action, Resource};
use kernel::{BillId, CaseId, ContractId, PartyId, SupplyPointId};
use store::{
    Tx,
    cases::list::{Filter, Order, page},
    registry::{bill, contract, meter, party, supply_point},
};

use super::look_up;
use crate::{App, Ctx, Error, read};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// A customer.
    Party(PartyId),
    /// A supply point.
    Point(SupplyPointId),
    /// A meter, shown at its point.
    Meter(SupplyPointId),
    /// A contract, shown at its holder.
    Contract(ContractId, PartyId),
    /// A bill, shown at its holder.
    Bill(BillId, PartyId),
    /// A case.
    Case(CaseId),
}

/// One line of the results.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// What it is called.
    pub title: String,
    /// Codes and address that tell it from others.
    pub detail: String,
    /// The case's clock, where it is one.
    pub clock: Option<domain::cases::ClockSummary>,
    /// The case's procedure, where it is one.
    pub procedure: String,
}

impl Hit {
    fn new(kind: HitKind, title: String, detail: String) -> Self {
        Self { kind, title, detail, clock: None, procedure: String::new() }
    }
}

/// How many of each kind are shown.
const EACH: usize = 6;

/// Finds by name, tax code, VAT number, POD, PDR, water point, meter serial, contract, bill, phone, address. `p:`,
/// `f:` and `m:` at the beginning ask for cases, bills or meters only. Each kind is shown only to who may see it.
///
/// # Errors
/// [`Error`] from the database.
pub async fn search(app: &App, ctx: &Ctx, query: &str) -> Result<Vec<Hit>, Error> {
    let (ctx, query) = (ctx.clone(), query.trim().to_owned());
    if query.chars().count() < 2 {
        return Ok(Vec::new());
    }
    read(app, "search", move |tx| {
        let (only, rest) = match query.split_once(':') {
            Some((only @ ("p" | "f" | "m"), rest)) => (Some(only.to_owned()), rest.trim().to_owned()),
            _ => (None, query.clone()),
        };
        let wants = |kind: &str| only.as_deref().is_none_or(|only| only == kind);
        let code = look_up::compact(&rest);
        let coded = code.len() >= 3 && code.chars().any(|c| c.is_ascii_digit());
        let mut hits = Vec::new();
        if only.is_none() && ctx.may(Resource::Party, Action::Read) {
            customers(tx, &rest, &mut hits)?;
        }
        if coded && only.is_none() && ctx.may(Resource::SupplyPoint, Action::Read) {
            points(tx, &code, &mut hits)?;
        }
        if coded && wants("m") && ctx.may(Resource::SupplyPoint, Action::Read) {
            meters(tx, &code, &mut hits)?;
        }
        if coded && only.is_none() && ctx.may(Resource::Contract, Action::Read) {
            contracts(tx, &code, &mut hits)?;
        }
        if coded && wants("f") && ctx.may(Resource::Bill, Action::Read) {
            bills(tx, &rest, &mut hits)?;
        }
        if wants("p") {
            cases(tx, &ctx, &rest, &mut hits)?;
        }
        Ok(hits)
    })
    .await
}

const LIMIT: i64 = EACH as i64;

fn customers(tx: &mut Tx<'_>, query: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    for found in look_up::parties(tx, query, EACH)? {
        let addresses = party::addresses(tx, found.id)?;
        let address = addresses.iter().find(|entry| entry.valid_to.is_none());
        let mut detail = found.number.clone();
        let code = found.tax_code.clone().or_else(|| found.vat_number.clone());
        let address =
            address.map(|entry| format!("{}, {}", entry.address.line(), entry.address.municipality));
        for part in [code, address].into_iter().flatten() {
            detail.push_str(" · ");
            detail.push_str(&part);
        }
        hits.push(Hit::new(HitKind::Party(found.id), found.names.display(), detail));
    }
    Ok(())
}

fn points(tx: &mut Tx<'_>, code: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    for (id, code, _) in supply_point::codes_from(tx, code, LIMIT)? {
        let Some(point) = supply_point::by_id(tx, id)? else { continue };
        hits.push(Hit::new(
            HitKind::Point(id),
            code,
            format!("{}, {}", point.address.line(), point.address.municipality),
        ));
    }
    Ok(())
}

fn meters(tx: &mut Tx<'_>, code: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    for (_, serial, point) in meter::serials_from(tx, code, LIMIT)? {
        let Some(at) = supply_point::by_id(tx, point)? else { continue };
        hits.push(Hit::new(HitKind::Meter(point), serial, format!("{} · {}", at.code, at.address.line())));
    }
    Ok(())
}

fn contracts(tx: &mut Tx<'_>, code: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    for (id, number, holder) in contract::numbers_from(tx, code, LIMIT)? {
        let name = party::by_id(tx, holder)?.map_or_else(String::new, |party| party.names.display());
        hits.push(Hit::new(HitKind::Contract(id, holder), number, name));
    }
    Ok(())
}

fn bills(tx: &mut Tx<'_>, query: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    for (id, number, _, holder) in bill::numbers_from(tx, query, LIMIT)? {
        let name = party::by_id(tx, holder)?.map_or_else(String::new, |party| party.names.display());
        hits.push(Hit::new(HitKind::Bill(id, holder), number, name));
    }
    Ok(())
}

fn cases(tx: &mut Tx<'_>, ctx: &Ctx, query: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    let number = query.trim().to_uppercase();
    if !number.starts_with("20") || number.len() < 6 {
        return Ok(());
    }
    let filter = Filter { number: Some(number), ..Filter::default() };
    for case in page(tx, ctx, &filter, Order::Number, None, LIMIT)?.cases {
        let mut hit = Hit::new(HitKind::Case(case.id), case.number, case.party_name);
        hit.clock = case.clock;
        hit.procedure = case.procedure;
        hits.push(hit);
    }
    Ok(())
}
