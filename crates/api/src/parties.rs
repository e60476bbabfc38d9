//! Customers: list, one, contacts, balance.

use std::collections::BTreeMap;

use app::{Error, registry::Entered};
use axum::{Json, http::StatusCode, response::Response};
use domain::registry::{Address, Party as Known};
use kernel::{Lang, PartyId};
use routes::api::{PageQuery, Party as Route, PartyBalance as BalanceRoute, PartyContacts as ContactsRoute};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::{Fault, ProblemField, sentence},
    values::{Day, Id, Made, Moment, Money, Page},
    write::{self, Body, Write},
};

/// A customer or prospect.
#[derive(Debug, Serialize, ToSchema)]
pub struct Party {
    /// Its id.
    id: Id,
    /// The customer number.
    number: String,
    /// `person`, `company`, ….
    kind: &'static str,
    /// The name in one line.
    name: String,
    /// Surname.
    surname: String,
    /// Given name.
    given_name: String,
    /// Name of the organisation.
    company_name: String,
    /// Tax code.
    tax_code: Option<String>,
    /// VAT number.
    vat_number: Option<String>,
    /// Day of birth.
    birth_date: Option<Day>,
    /// The language it is written to.
    lang: &'static str,
    /// Since when it is known.
    registered_on: Day,
    /// Grows with every change.
    version: i64,
}

impl From<Known> for Party {
    fn from(known: Known) -> Self {
        Self {
            id: Id::of(known.id),
            kind: known.kind.code(),
            name: known.names.display(),
            surname: known.names.surname,
            given_name: known.names.given_name,
            company_name: known.names.company_name,
            number: known.number,
            tax_code: known.tax_code,
            vat_number: known.vat_number,
            birth_date: known.birth_date.map(Day::from),
            lang: known.lang.code(),
            registered_on: known.registered_on.into(),
            version: known.version,
        }
    }
}

/// Where something is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Place {
    /// Street.
    street: String,
    /// House number.
    house_number: String,
    /// Staircase, floor, flat.
    unit: String,
    /// Postcode.
    postcode: String,
    /// Municipality.
    municipality: String,
    /// Two letters.
    province: String,
    /// Country, two letters (ISO 3166-1).
    country: String,
}

impl From<Address> for Place {
    fn from(address: Address) -> Self {
        Self {
            street: address.street,
            house_number: address.house_number,
            unit: address.unit,
            postcode: address.postcode,
            municipality: address.municipality,
            province: address.province,
            country: address.country,
        }
    }
}

/// An address of a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyAddress {
    /// What it is for.
    purpose: &'static str,
    /// From this day.
    valid_from: Day,
    /// To this day; none while it lasts.
    valid_to: Option<Day>,
    /// The address.
    address: Place,
}

/// How a customer is reached.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactPoint {
    /// `email`, `mobile`, `phone`, `pec`, ….
    kind: &'static str,
    /// Address or number.
    value: String,
}

/// A customer with addresses, contact points and supplies.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyDetail {
    /// The customer.
    #[serde(flatten)]
    party: Party,
    /// Addresses, those in use and former ones.
    addresses: Vec<PartyAddress>,
    /// Contact points in use.
    contact_points: Vec<ContactPoint>,
    /// Ids of its supply points under a contract in force.
    supply_points: Vec<Id>,
}

/// A customer to be entered: what the counter's form asks, by the same names.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewParty {
    /// `person` (the default) or `company`.
    kind: String,
    /// Surname of a person.
    surname: String,
    /// Given name of a person.
    given_name: String,
    /// Name of an organisation.
    company_name: String,
    /// Tax code: 16 characters of a person, 11 digits of an organisation.
    tax_code: String,
    /// A person without a tax code; birth and sex are then needed.
    no_tax_code: bool,
    /// Without a code: somebody has looked, and this is nobody of the same name that is there already.
    namesakes_checked: bool,
    /// VAT number, 11 digits.
    vat_number: String,
    /// Day of birth.
    birth_date: String,
    /// Place of birth.
    birth_place: String,
    /// `F` or `M`.
    sex: String,
    /// The language it is written to: `it` (the default) or `en`.
    lang: String,
    /// Mobile telephone.
    mobile: String,
    /// Other telephone.
    phone: String,
    /// Electronic address.
    email: String,
    /// Certified electronic address.
    pec: String,
    /// Where it is.
    address: NewPlace,
}

/// An address to be entered.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewPlace {
    /// Street.
    street: String,
    /// House number.
    house_number: String,
    /// Staircase, floor, flat.
    unit: String,
    /// Postcode.
    postcode: String,
    /// Municipality.
    municipality: String,
    /// Two letters.
    province: String,
    /// Country, two letters (ISO 3166-1); `IT` when not given.
    country: String,
}

impl Body for NewParty {}

impl NewParty {
    /// As the form posts it; what was not given is not posted.
    fn posted(self) -> BTreeMap<String, Vec<String>> {
        let flag = |set: bool| if set { "true".to_owned() } else { String::new() };
        let place = self.address;
        let kind = if self.kind.is_empty() { "person".to_owned() } else { self.kind };
        [
            ("party_kind", kind),
            ("surname", self.surname),
            ("given_name", self.given_name),
            ("company_name", self.company_name),
            ("tax_code", self.tax_code),
            ("no_tax_code", flag(self.no_tax_code)),
            ("namesakes_checked", flag(self.namesakes_checked)),
            ("vat_number", self.vat_number),
            ("birth_date", self.birth_date),
            ("birth_place", self.birth_place),
            ("sex", self.sex),
            ("mobile", self.mobile),
            ("phone", self.phone),
            ("email", self.email),
            ("pec", self.pec),
            ("address.street", place.street),
            ("address.house_number", place.house_number),
            ("address.unit", place.unit),
            ("address.postcode", place.postcode),
            ("address.municipality", place.municipality),
            ("address.province", place.province),
            ("address.country", place.country),
        ]
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(name, value)| (name.to_owned(), vec![value]))
        .collect()
    }
}

/// A customer that was entered.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnteredParty {
    /// The customer.
    #[serde(flatten)]
    party: Party,
    /// What was taken although it looks odd: a tax code built from another name, ….
    warnings: Vec<ProblemField>,
}

/// Enters a customer, with the checks of the counter: codes with their check characters, a way to reach it, nobody twice.
#[utoipa::path(post, path = "/api/v1/parties", tag = "registry",
    request_body = NewParty, responses((status = 201, body = EnteredParty)))]
pub async fn create_party(api: ApiCtx, new: Write<NewParty>) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    if !new.birth_date.is_empty() && new.birth_date.parse::<kernel::Date>().is_err() {
        return Err(Error::field("birth_date", "date_form").into());
    }
    let lang = match new.lang.as_str() {
        "" => Lang::It,
        code => Lang::from_code(code).ok_or_else(|| Error::field("lang", "choice_unknown"))?,
    };
    let speaks = api.ctx.lang;
    let entered = app::registry::create_party(&api.app, &api.ctx, new.posted(), lang);
    let answer = move |entered: &Entered| {
        let warnings = entered.warnings.iter().map(|problem| ProblemField {
            field: problem.field.clone(),
            code: problem.code.clone(),
            detail: sentence(speaks, &problem.code, &problem.args),
        });
        let made = EnteredParty { warnings: warnings.collect(), party: entered.party.clone().into() };
        write::answer(StatusCode::CREATED, &made)
    };
    api.once(sent, answer, entered).await
}

/// Customers by name, page by page.
#[utoipa::path(get, path = "/api/v1/parties", tag = "registry",
    params(
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Party>)))]
pub async fn list_parties(api: ApiCtx, Wanted(query): Wanted<PageQuery>) -> Result<Json<Page<Party>>, Fault> {
    let limit = paging::limit(query.limit)?;
    let after = paging::read::<(String, PartyId)>("parties", query.after.as_deref())?;
    let more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let rows = app::registry::list_parties(&api.app, &api.ctx, after, more).await?;
    Ok(Json(paging::page("parties", rows, limit, |row| (row.names.folded(), row.id), Party::from)))
}

/// One customer.
#[utoipa::path(get, path = "/api/v1/parties/{party}", tag = "registry",
    params(("party" = String, Path, format = "uuid", description = "The customer.")),
    responses((status = 200, body = PartyDetail, headers(("ETag" = String, description = "The version.")))))]
pub async fn show_party(api: ApiCtx, At(route): At<Route>) -> Result<Response, Fault> {
    let view = app::registry::show_customer(&api.app, &api.ctx, route.party).await?;
    let addresses = view.addresses.into_iter().map(|entry| PartyAddress {
        purpose: entry.purpose.code(),
        valid_from: entry.valid_from.into(),
        valid_to: entry.valid_to.map(Day::from),
        address: entry.address.into(),
    });
    let contact_points =
        view.contacts.into_iter().map(|entry| ContactPoint { kind: entry.kind.code(), value: entry.value });
    let in_force = view.supplies.iter().filter(|line| line.contract.ends_on.is_none());
    let detail = PartyDetail {
        addresses: addresses.collect(),
        contact_points: contact_points.collect(),
        supply_points: in_force.map(|line| Id::of(line.point.id)).collect(),
        party: view.party.into(),
    };
    Ok(write::shown(&detail))
}

/// A contact with a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contact {
    /// Its id.
    id: Id,
    /// When.
    at: Moment,
    /// `call_in`, `call_out`, `visit`, `email`, `letter`, `pec`, `portal` or `note`.
    kind: String,
    /// What it was about.
    subject: String,
    /// What was said.
    body: String,
    /// Who wrote it down.
    recorded_by: String,
}

/// How many contacts of a customer are listed at most.
const CONTACTS: i64 = 5000;

/// Contacts with a customer, newest first.
#[utoipa::path(get, path = "/api/v1/parties/{party}/contacts", tag = "registry",
    params(
        ("party" = String, Path, format = "uuid", description = "The customer."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Contact>)))]
pub async fn list_contacts(
    api: ApiCtx,
    At(route): At<ContactsRoute>,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Contact>>, Fault> {
    let all = app::registry::contacts_of(&api.app, &api.ctx, route.party, CONTACTS).await?;
    let page = paging::page_of_all(
        "contacts",
        all,
        &query,
        |row| row.id.to_string(),
        |row| Contact {
            id: Id::of(row.id),
            at: row.at.into(),
            kind: row.kind,
            subject: row.subject,
            body: row.body,
            recorded_by: row.recorded_by,
        },
    )?;
    Ok(Json(page))
}

/// A contact to be written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewContact {
    /// `call_in`, `call_out`, `visit`, `email`, `letter`, `pec`, `portal` or `note`.
    kind: String,
    /// What it was about.
    subject: String,
    /// What was said.
    #[serde(default)]
    body: String,
}

impl Body for NewContact {}

/// Writes a contact with a customer down.
#[utoipa::path(post, path = "/api/v1/parties/{party}/contacts", tag = "registry",
    params(("party" = String, Path, format = "uuid", description = "The customer.")),
    request_body = NewContact, responses((status = 201, body = Made)))]
pub async fn record_contact(
    api: ApiCtx,
    At(route): At<ContactsRoute>,
    new: Write<NewContact>,
) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    let recorded =
        app::registry::record_contact(&api.app, &api.ctx, route.party, new.kind, new.subject, new.body);
    api.once(sent, |id| write::answer(StatusCode::CREATED, &Made { id: Id::of(id) }), recorded).await
}

/// What is to pay on one contract.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContractBalance {
    /// The contract.
    contract: Id,
    /// Its number.
    number: String,
    /// To pay in all.
    open: Money,
    /// Of that, after its last day.
    overdue: Money,
    /// How many bills are not paid in full.
    open_bills: i64,
    /// The first last day of them.
    first_due: Option<Day>,
}

/// What a customer is to pay.
#[derive(Debug, Serialize, ToSchema)]
pub struct Balance {
    /// To pay in all.
    open: Money,
    /// Of that, after its last day.
    overdue: Money,
    /// Contract by contract, newest first.
    contracts: Vec<ContractBalance>,
}

/// What a customer is to pay today.
#[utoipa::path(get, path = "/api/v1/parties/{party}/balance", tag = "registry",
    params(("party" = String, Path, format = "uuid", description = "The customer.")),
    responses((status = 200, body = Balance)))]
pub async fn show_balance(api: ApiCtx, At(route): At<BalanceRoute>) -> Result<Json<Balance>, Fault> {
    let lines = app::registry::balance_of(&api.app, &api.ctx, route.party).await?;
    let sum = |part: fn(&kernel::Money, &kernel::Money) -> kernel::Money| {
        lines.iter().map(|(_, balance)| part(&balance.open, &balance.overdue)).sum::<kernel::Money>()
    };
    Ok(Json(Balance {
        open: sum(|open, _| *open).into(),
        overdue: sum(|_, overdue| *overdue).into(),
        contracts: lines
            .into_iter()
            .map(|(contract, balance)| ContractBalance {
                contract: Id::of(contract.id),
                number: contract.number,
                open: balance.open.into(),
                overdue: balance.overdue.into(),
                open_bills: balance.bills,
                first_due: balance.first_due.map(Day::from),
            })
            .collect(),
    }))
}
