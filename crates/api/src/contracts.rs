//! Contracts of a customer.

use axum::{Json, http::StatusCode, response::Response};
use domain::registry::Contract as Known;
use kernel::PartyId;
use routes::api::{Contract as Route, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::{Day, Id, Money, Page},
    write,
};

/// A contract.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contract {
    /// Its id.
    id: Id,
    /// Its number.
    number: String,
    /// The holder.
    party: Id,
    /// The supply point.
    supply_point: Id,
    /// The offer.
    offer: String,
    /// The first day.
    starts_on: Day,
    /// The last day; none while it lasts.
    ends_on: Option<Day>,
    /// Where it stands.
    state: &'static str,
    /// How it is paid.
    payment: &'static str,
    /// How bills are delivered.
    delivery: &'static str,
    /// Whether the holder lives there.
    resident: bool,
    /// What is held as a deposit.
    deposit: Money,
    /// The contract it follows.
    previous_contract: Option<Id>,
    /// The case that made it.
    case: Option<Id>,
    /// Grows with every change.
    version: i64,
}

impl From<Known> for Contract {
    fn from(known: Known) -> Self {
        Self {
            id: Id::of(known.id),
            number: known.number,
            party: Id::of(known.party_id),
            supply_point: Id::of(known.supply_point_id),
            offer: known.offer,
            starts_on: known.starts_on.into(),
            ends_on: known.ends_on.map(Day::from),
            state: known.state.code(),
            payment: known.payment.code(),
            delivery: known.delivery.code(),
            resident: known.resident,
            deposit: known.deposit.into(),
            previous_contract: known.previous_contract_id.map(Id::of),
            case: known.case_id.map(Id::of),
            version: known.version,
        }
    }
}

/// Whose contracts.
#[derive(Debug, Deserialize)]
pub struct ContractsQuery {
    party: Option<PartyId>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Contracts of a customer, newest first.
#[utoipa::path(get, path = "/api/v1/contracts", tag = "registry",
    params(
        ("party" = String, Query, format = "uuid", description = "The customer."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Contract>)))]
pub async fn list_contracts(
    api: ApiCtx,
    Wanted(query): Wanted<ContractsQuery>,
) -> Result<Json<Page<Contract>>, Fault> {
    let missing =
        || Fault::request(StatusCode::BAD_REQUEST, "query_missing").about("party").with("name", "party");
    let all = app::registry::contracts_of(&api.app, &api.ctx, query.party.ok_or_else(missing)?).await?;
    let page = PageQuery { after: query.after, limit: query.limit };
    Ok(Json(paging::page_of_all("contracts", all, &page, |row| row.id.to_string(), Contract::from)?))
}

/// One contract.
#[utoipa::path(get, path = "/api/v1/contracts/{contract}", tag = "registry",
    params(("contract" = String, Path, format = "uuid", description = "The contract.")),
    responses((status = 200, body = Contract, headers(("ETag" = String, description = "The version.")))))]
pub async fn show_contract(api: ApiCtx, At(route): At<Route>) -> Result<Response, Fault> {
    let known = app::registry::show_contract(&api.app, &api.ctx, route.contract).await?;
    Ok(write::shown(&Contract::from(known)))
}
