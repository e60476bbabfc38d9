//! Entering the incoming party in the registry, and the checks of the contact.

use domain::{
    access::Action,
    registry::{Address, AddressPurpose, ContactKind, Party, PartyKind, PartyNames, Sex},
};
use kernel::{CaseId, Date, Lang, PartyId};
use serde_json::{Map, Value as Json, json};
use store::{
    audit,
    cases::case as cases,
    registry::{contract, party, search},
    sequence,
};

use super::checks::same_as;
use crate::{
    App, Ctx, Error,
    error::found,
    processes::{CallAnswer, Run},
    read,
};

fn text(data: &Map<String, Json>, name: &str) -> Option<String> {
    let value = data.get(name)?.as_str()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn day(data: &Map<String, Json>, name: &str) -> Option<Date> {
    data.get(name)?.as_str()?.parse().ok()
}

/// The party as the forms describe it.
fn described(run: &Run<'_, '_>, id: PartyId, number: String) -> Party {
    let data = &run.case.data;
    let organisation = text(data, "company_name");
    let kind = if organisation.is_some() { PartyKind::Organisation } else { PartyKind::Person };
    Party {
        id,
        number,
        kind,
        names: PartyNames {
            surname: text(data, "surname").unwrap_or_default(),
            given_name: text(data, "given_name").unwrap_or_default(),
            company_name: organisation.unwrap_or_default(),
        },
        tax_code: text(data, "tax_code"),
        vat_number: text(data, "vat_number"),
        birth_date: day(data, "birth_date"),
        birth_place: text(data, "birth_place").unwrap_or_default(),
        sex: text(data, "sex").and_then(|sex| Sex::from_code(&sex)).unwrap_or(Sex::Unknown),
        lang: text(data, "lang").and_then(|lang| Lang::from_code(&lang)).unwrap_or(Lang::It),
        note: String::new(),
        registered_on: run.ctx.today(),
        identity_verified_at: None,
        version: 1,
    }
}

/// Creates the party the guided steps or the full form describe. When it was created by an earlier pass of the same
/// draft, that party is brought up to date instead: nobody is entered twice.
pub(crate) fn create_party(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let made = run.case.data.get("created_party").and_then(|id| id.as_str()?.parse::<PartyId>().ok());
    let known = made.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    let entered = match known {
        Some(before) => {
            let mut after = Party { lang: before.lang, ..described(run, before.id, before.number.clone()) };
            after.registered_on = before.registered_on;
            let changed = after.names != before.names
                || after.tax_code != before.tax_code
                || after.vat_number != before.vat_number
                || after.birth_date != before.birth_date;
            if changed && !party::update(run.tx, run.ctx, &before, &mut after)? {
                return Err(Error::Repeat);
            }
            after
        }
        None => {
            refuse_twins(run)?;
            let number = format!("C{:06}", sequence::next(run.tx, "customer", 1)?);
            let new = described(run, run.ctx.id(PartyId::from_bytes), number);
            party::insert(run.tx, run.ctx, &new)?;
            let subject = audit::Subject { kind: "party", id: new.id.bytes() };
            let details = json!({ "number": new.number, "case": run.case.number });
            audit::append(run.tx, run.ctx, "create_party", subject, &details)?;
            new
        }
    };
    set_reach(run, entered.id)?;
    search::index(run.tx, &entered)?;
    run.case.data.insert("created_party".to_owned(), json!(entered.id));
    run.case.party_id = Some(entered.id);
    run.case.party_name = entered.names.display();
    Ok(CallAnswer::Done(vec![("party", json!(entered.id))]))
}

/// The entry that a draft put into the registry and that nothing else needs: no contract, no other request. It stays when
/// the draft is called off, because nothing is ever deleted; whoever calls it off is told.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn entry_of_draft(app: &App, ctx: &Ctx, id: CaseId) -> Result<Option<Party>, Error> {
    let ctx = ctx.clone();
    read(app, "entry-of-draft", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?.into_inner();
        let made = case.data.get("created_party").and_then(|id| id.as_str()?.parse::<PartyId>().ok());
        let Some(made) = made.filter(|_| case.started_at.is_none()) else { return Ok(None) };
        let elsewhere = cases::of_party(tx, &ctx, made, 2)?.into_iter().any(|other| other.id != id);
        if elsewhere || !contract::of_party(tx, made)?.is_empty() {
            return Ok(None);
        }
        Ok(party::by_id(tx, made)?)
    })
    .await
}

/// A person has one registry entry: the same tax code or VAT number is never entered a second time. The forms say so at
/// the field; this is for an entry that was made meanwhile.
fn refuse_twins(run: &mut Run<'_, '_>) -> Result<(), Error> {
    for field in ["tax_code", "vat_number"] {
        let Some(code) = text(&run.case.data, field) else { continue };
        let known = match field {
            "tax_code" => party::by_tax_code(run.tx, &code)?,
            _ => party::by_vat_number(run.tx, &code)?,
        };
        if let Some(twin) = known.into_iter().next() {
            return Err(Error::Invalid(vec![same_as(field, "party_exists", twin)]));
        }
    }
    Ok(())
}

fn set_reach(run: &mut Run<'_, '_>, id: PartyId) -> Result<(), Error> {
    let today = run.ctx.today();
    let present = party::contacts(run.tx, id)?;
    for (field, kind) in [
        ("mobile", ContactKind::Mobile),
        ("phone", ContactKind::Phone),
        ("email", ContactKind::Email),
        ("pec", ContactKind::Pec),
    ] {
        if let Some(value) = text(&run.case.data, field)
            && !present.iter().any(|contact| contact.kind == kind && contact.value == value)
        {
            party::set_contact(run.tx, run.ctx, id, kind, &value, today, true)?;
        }
    }
    let address =
        run.case.data.get("address").cloned().and_then(|value| serde_json::from_value::<Address>(value).ok());
    let Some(mut address) = address.filter(|address| !address.street.is_empty()) else { return Ok(()) };
    if address.country.is_empty() {
        "IT".clone_into(&mut address.country);
    }
    let known = party::addresses(run.tx, id)?;
    let same =
        known.iter().any(|entry| entry.valid_to.is_none() && entry.address.folded() == address.folded());
    if !same {
        party::set_address(run.tx, run.ctx, id, AddressPurpose::Residence, today, &address)?;
    }
    Ok(())
}

/// The party answered, and its print: what makes it that party. None when it is not there.
fn answered(run: &mut Run<'_, '_>) -> Result<Option<(PartyId, Json)>, Error> {
    let id = run.case.data.get("party").and_then(|id| id.as_str()?.parse::<PartyId>().ok());
    let found = id.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    Ok(found.map(|found| (found.id, json!([found.id, found.tax_code, found.vat_number, found.names]))))
}

/// The print of the party answered.
pub(crate) fn print_of(run: &mut Run<'_, '_>) -> Result<Option<Json>, Error> {
    Ok(answered(run)?.map(|(_, print)| print))
}

/// Whether there is any way to reach a party: telephone, mail, or an address.
pub(crate) fn reachable(tx: &mut store::Tx<'_>, id: PartyId) -> Result<bool, Error> {
    Ok(!party::contacts(tx, id)?.is_empty()
        || party::addresses(tx, id)?.iter().any(|entry| entry.valid_to.is_none()))
}

/// Checks that the party chosen is there and can be reached, and keeps its print for the second check.
pub(crate) fn check_contact(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let Some((id, print)) = answered(run)? else { return Err(Error::field("party", "party_gone")) };
    if !reachable(run.tx, id)? {
        return Err(Error::field("party", "party_unreachable"));
    }
    run.case.data.insert("contact_checked".to_owned(), print);
    Ok(CallAnswer::Done(Vec::new()))
}

/// The second check, before the contract is made: the party is still there, still the one the request was made for,
/// and can be reached.
pub(crate) fn check_contact_again(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let changed = CallAnswer::BusinessError("contact_changed");
    let Some((id, print)) = answered(run)? else { return Ok(changed) };
    let same = run.case.data.get("contact_checked").is_none_or(|before| *before == print);
    Ok(if same && reachable(run.tx, id)? { CallAnswer::Done(Vec::new()) } else { changed })
}
