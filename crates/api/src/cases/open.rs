//! Opening a case.

use app::{
    Error,
    cases::{OpenCase, Prefill, open},
};
use axum::{http::StatusCode, response::Response};
use domain::cases::{Case as Known, Origin};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Case;
use crate::{
    ctx::ApiCtx,
    problem::Fault,
    values::Id,
    write::{self, Body, Write},
};

/// A case to be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
    /// The code of a procedure.
    #[schema(example = "VOL")]
    procedure: String,
    /// Where the request comes from: `counter`, `call_centre`, `portal`, `letter`, ….
    #[schema(example = "counter")]
    origin: String,
    /// The supply point, when it is known already.
    supply_point: Option<Id>,
    /// The contract concerned; the one in force at the point when not given.
    contract: Option<Id>,
    /// Who asks.
    party: Option<Id>,
}

impl Body for NewCase {}

/// Opens a case: a draft with its number, its process at the first step.
#[utoipa::path(post, path = "/api/v1/cases", tag = "cases", request_body = NewCase,
    responses((status = 201, body = Case, headers(("ETag" = String, description = "The version.")))))]
pub async fn open_case(api: ApiCtx, new: Write<NewCase>) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    let origin = Origin::from_code(&new.origin).ok_or_else(|| Error::field("origin", "choice_unknown"))?;
    let prefill = Prefill {
        supply_point: new.supply_point.map(|id| id.read("supply_point")).transpose()?,
        contract: new.contract.map(|id| id.read("contract")).transpose()?,
        party: new.party.map(|id| id.read("party")).transpose()?,
    };
    let opened = open(&api.app, &api.ctx, OpenCase { procedure: new.procedure, origin, prefill });
    api.once(sent, |case: &Known| write::answer(StatusCode::CREATED, &Case::from(case)), opened).await
}
