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
    /// The parts of `detail` that are codes.
    pub codes: Vec<String>,
    /// How many supplies a customer has now, where it is one.
    pub supplies: Option<i64>,
}

impl Hit {
    fn new(kind: HitKind, title: String, detail: String) -> Self {
        Self { kind, title, detail, clock: None, procedure: String::new(), codes: Vec::new(), supplies: None }
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
    let said = query.split_once(':').map_or(query.as_str(), |(_, rest)| rest.trim());
    if query.chars().count() < 2 || said.is_empty() {
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
            points(tx, &rest, &mut hits)?;
        }
        if coded && wants("m") && ctx.may(Resource::SupplyPoint, Action::Read) {
            meters(tx, &rest, &mut hits)?;
        }
        if coded && only.is_none() && ctx.may(Resource::Contract, Action::Read) {
            contracts(tx, &rest, &mut hits)?;
        }
        if (coded || only.is_some()) && wants("f") && ctx.may(Resource::Bill, Action::Read) {
            bills(tx, &rest, only.is_some(), &mut hits)?;
        }
        if wants("p") {
            cases(tx, &ctx, &rest, only.is_some(), &mut hits)?;
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
        let codes: Vec<String> = code.iter().cloned().collect();
        let address =
            address.map(|entry| format!("{}, {}", entry.address.line(), entry.address.municipality));
        for part in [code, address].into_iter().flatten() {
            detail.push_str(" · ");
            detail.push_str(&part);
        }
        let held = contract::of_party(tx, found.id)?;
        let supplies = held.iter().filter(|contract| contract.ends_on.is_none()).count();
        let hit = Hit::new(HitKind::Party(found.id), found.names.display(), detail);
        hits.push(Hit { codes, supplies: i64::try_from(supplies).ok(), ..hit });
    }
    Ok(())
}

fn points(tx: &mut Tx<'_>, query: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    for id in look_up::coded_points(tx, query, LIMIT)?.into_iter().take(EACH) {
        let Some(point) = supply_point::by_id(tx, id)? else { continue };
        let place = format!("{}, {}", point.address.line(), point.address.municipality);
        hits.push(Hit::new(HitKind::Point(id), point.code, place));
    }
    Ok(())
}

fn meters(tx: &mut Tx<'_>, query: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    let mut found = Vec::new();
    for code in look_up::spellings(query) {
        found.extend(meter::serials_from(tx, &code, LIMIT)?);
    }
    for (_, serial, point) in found.into_iter().take(EACH) {
        let Some(at) = supply_point::by_id(tx, point)? else { continue };
        let hit = Hit::new(HitKind::Meter(point), serial, format!("{} · {}", at.code, at.address.line()));
        hits.push(Hit { codes: vec![at.code], ..hit });
    }
    Ok(())
}

fn contracts(tx: &mut Tx<'_>, query: &str, hits: &mut Vec<Hit>) -> Result<(), Error> {
    let mut found = Vec::new();
    for code in look_up::spellings(query) {
        found.extend(contract::numbers_from(tx, &code, LIMIT)?);
    }
    for (id, number, holder) in found.into_iter().take(EACH) {
        let name = party::by_id(tx, holder)?.map_or_else(String::new, |party| party.names.display());
        hits.push(Hit::new(HitKind::Contract(id, holder), number, name));
    }
    Ok(())
}

/// The digits a number ends in, as people say it: `8`, `000008`, `VOL-8` (then with what stands before).
fn number_end(query: &str) -> Option<(String, &str)> {
    digits_at_end(query).filter(|(_, digits)| digits.len() <= 6)
}

/// The same for numbers of bills, which billing systems make as long as they like.
fn digits_at_end(query: &str) -> Option<(String, &str)> {
    let (before, digits) = query.trim().rsplit_once(['-', '/', ' ']).unwrap_or(("", query.trim()));
    let fits = (1..=20).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| (before.trim().to_uppercase(), digits))
}

/// Bills by the beginning of their number or by its last digits; two digits are enough only when bills alone are asked for.
fn bills(tx: &mut Tx<'_>, query: &str, only: bool, hits: &mut Vec<Hit>) -> Result<(), Error> {
    let mut found = bill::numbers_from(tx, &query.to_uppercase(), LIMIT)?;
    if found.is_empty()
        && let Some((before, digits)) = digits_at_end(query).filter(|(_, digits)| only || digits.len() >= 4)
    {
        found = bill::numbers_ending(tx, digits, LIMIT)?;
        // Said with another sign between: `2025-0000012` for `2025/0000012`.
        let begin = look_up::compact(&before);
        found.retain(|(_, number, ..)| look_up::compact(number).starts_with(&begin));
    }
    for (id, number, _, holder) in found {
        let name = party::by_id(tx, holder)?.map_or_else(String::new, |party| party.names.display());
        hits.push(Hit::new(HitKind::Bill(id, holder), number, name));
    }
    Ok(())
}

/// Cases by the beginning of their number, by its last digits, or by the name of who asks.
fn cases(tx: &mut Tx<'_>, ctx: &Ctx, query: &str, only: bool, hits: &mut Vec<Hit>) -> Result<(), Error> {
    let number = query.trim().to_uppercase();
    let mut found = Vec::new();
    if number.starts_with("20") && number.len() >= if only { 4 } else { 6 } {
        let filter = Filter { number: Some(number.clone()), ..Filter::default() };
        found = page(tx, ctx, &filter, Order::Number, None, LIMIT)?.cases;
    }
    if found.is_empty()
        && let Some((before, digits)) =
            number_end(query).filter(|(before, digits)| only || !before.is_empty() || digits.len() >= 3)
    {
        let procedure = before.rsplit('-').next().filter(|code| !code.is_empty()).map(str::to_owned);
        let filter = Filter { number_end: Some(digits.to_owned()), procedure, ..Filter::default() };
        found = page(tx, ctx, &filter, Order::Newest, None, LIMIT)?.cases;
    }
    let named = query.chars().filter(|letter| letter.is_alphabetic()).count() >= 3;
    if found.is_empty() && named && ctx.may(Resource::Party, Action::Read) {
        let parties: Vec<PartyId> =
            look_up::parties(tx, query, EACH)?.into_iter().map(|party| party.id).collect();
        if !parties.is_empty() {
            // Of a customer the open cases are looked for, and all of them when cases alone are asked for.
            let filter = Filter { parties, open: (!only).then_some(true), ..Filter::default() };
            found = page(tx, ctx, &filter, Order::Newest, None, LIMIT)?.cases;
        }
    }
    for case in found {
        let mut hit = Hit::new(HitKind::Case(case.id), case.number, case.party_name);
        hit.clock = case.clock;
        hit.procedure = case.procedure;
        hits.push(hit);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::number_end;

    #[test]
    fn the_end_of_a_number_is_read_as_people_say_it() {
        for (query, expected) in [
            ("8", Some(("", "8"))),
            ("vol-8", Some(("VOL", "8"))),
            ("2026/A/009120", Some(("2026/A", "009120"))),
            ("rossi", None),
            ("1234567", None),
            ("", None),
        ] {
            let found = number_end(query);
            assert_eq!(
                found.as_ref().map(|(before, digits)| (before.as_str(), *digits)),
                expected,
                "{query}"
            );
        }
    }
}
