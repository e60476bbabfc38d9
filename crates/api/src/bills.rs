//! Bills of a customer.

use axum::{Json, http::StatusCode};
use kernel::{ContractId, PartyId};
use routes::api::PageQuery;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::Wanted,
    paging,
    problem::Fault,
    values::{Day, Id, Money, Page},
};

/// A bill.
#[derive(Debug, Serialize, ToSchema)]
pub struct Bill {
    /// Its id.
    id: Id,
    /// Its number.
    number: String,
    /// The contract.
    contract: Id,
    /// The day it was issued.
    issued_on: Day,
    /// The last day to pay.
    due_on: Day,
    /// Its kind.
    kind: String,
    /// What it asks for.
    amount: Money,
    /// What was paid.
    paid: Money,
    /// What is still to pay.
    open: Money,
    /// What was consumed, in `unit`.
    consumption: Option<i64>,
    /// The unit of the consumption.
    unit: String,
    /// The first day billed.
    period_from: Option<Day>,
    /// The last day billed.
    period_to: Option<Day>,
}

/// Whose bills.
#[derive(Debug, Deserialize)]
pub struct BillsQuery {
    party: Option<PartyId>,
    contract: Option<ContractId>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Bills of a customer, newest first.
#[utoipa::path(get, path = "/api/v1/bills", tag = "registry",
    params(
        ("party" = String, Query, format = "uuid", description = "The customer."),
        ("contract" = Option<String>, Query, format = "uuid", description = "Only of this contract."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Bill>)))]
pub async fn list_bills(api: ApiCtx, Wanted(query): Wanted<BillsQuery>) -> Result<Json<Page<Bill>>, Fault> {
    let missing =
        || Fault::request(StatusCode::BAD_REQUEST, "query_missing").about("party").with("name", "party");
    let party = query.party.ok_or_else(missing)?;
    let all = app::registry::bills_of(&api.app, &api.ctx, party, query.contract).await?;
    let page = PageQuery { after: query.after, limit: query.limit };
    let page = paging::page_of_all(
        "bills",
        all,
        &page,
        |row| row.id.to_string(),
        |row| Bill {
            id: Id::of(row.id),
            contract: Id::of(row.contract_id),
            issued_on: row.issued_on.into(),
            due_on: row.due_on.into(),
            amount: row.amount.into(),
            paid: row.paid.into(),
            open: row.open().into(),
            consumption: row.consumption,
            period_from: row.period_from.map(Day::from),
            period_to: row.period_to.map(Day::from),
            number: row.number,
            kind: row.kind,
            unit: row.unit,
        },
    )?;
    Ok(Json(page))
}
