//! What is done to a case from outside: messages, cancelling, suspending, resuming, giving away.

use app::{Error, cases::OnCase, processes::Sender};
use axum::{http::StatusCode, response::Response};
use domain::cases::SuspensionCause;
use kernel::UserId;
use routes::api::{
    CaseCancel as CancelRoute, CaseMessages as MessagesRoute, CaseReassign as ReassignRoute,
    CaseResume as ResumeRoute, CaseSuspend as SuspendRoute,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::At,
    problem::Fault,
    values::Id,
    write::{self, Body, Write},
};

/// A message for the process of a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// Its name in the diagram.
    #[schema(example = "customer_documents")]
    message: String,
    /// What it tells, by name.
    #[serde(default)]
    #[schema(value_type = Object)]
    variables: serde_json::Map<String, serde_json::Value>,
}

impl Body for NewMessage {}

/// What became of a message.
#[derive(Debug, Serialize, ToSchema)]
pub struct Delivered {
    /// The message.
    message: String,
    /// Always true: one that nobody waits for is refused with `nobody_waits`.
    delivered: bool,
}

/// Gives a message to the process that waits for it. The procedure says which messages may come from outside, and which
/// variables they may set; everything else is refused.
#[utoipa::path(post, path = "/api/v1/cases/{case}/messages", tag = "cases",
    params(("case" = String, Path, format = "uuid", description = "The case.")),
    request_body = NewMessage, responses((status = 200, body = Delivered)))]
pub async fn deliver_message(
    api: ApiCtx,
    At(route): At<MessagesRoute>,
    new: Write<NewMessage>,
) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    let name = new.message.clone();
    let delivered = app::processes::deliver_message(
        &api.app,
        &api.ctx,
        route.case,
        Sender::Api,
        &new.message,
        new.variables,
    );
    let told =
        move |(): &()| write::answer(StatusCode::OK, &Delivered { message: name.clone(), delivered: true });
    api.once(sent, told, delivered).await
}

/// Why a case is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancellation {
    /// Who asked for it and why.
    reason: String,
}

impl Body for Cancellation {}

/// Calls a case off. Its process ends, its clock and tasks with it; nothing is deleted.
#[utoipa::path(post, path = "/api/v1/cases/{case}/cancel", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("If-Match" = String, Header, description = "The version of the case that was read, or `*` for any."),
    ),
    request_body = Cancellation, responses((status = 204, description = "It is cancelled.")))]
pub async fn cancel_case(
    api: ApiCtx,
    At(route): At<CancelRoute>,
    new: Write<Cancellation>,
) -> Result<Response, Fault> {
    let on = OnCase { id: route.case, version: new.required_version()? };
    let (new, sent) = new.split();
    api.once(sent, |()| write::nothing(), app::cases::cancel(&api.app, &api.ctx, on, new.reason)).await
}

/// Why a clock stands still.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSuspension {
    /// `customer`, `third_party`, `permits`, `force_majeure` or `date`.
    cause: String,
    /// A remark.
    #[serde(default)]
    note: String,
    /// The paper that proves it.
    document: Option<Id>,
}

impl Body for NewSuspension {}

/// Lets the clock of a case stand still, for a cause.
#[utoipa::path(post, path = "/api/v1/cases/{case}/suspend", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("If-Match" = String, Header, description = "The version of the case that was read, or `*` for any."),
    ),
    request_body = NewSuspension, responses((status = 204, description = "The clock stands still.")))]
pub async fn suspend_case(
    api: ApiCtx,
    At(route): At<SuspendRoute>,
    new: Write<NewSuspension>,
) -> Result<Response, Fault> {
    let on = OnCase { id: route.case, version: new.required_version()? };
    let (new, sent) = new.split();
    let cause =
        SuspensionCause::from_code(&new.cause).ok_or_else(|| Error::field("cause", "choice_unknown"))?;
    let document = new.document.map(|id| id.read("document")).transpose()?;
    let suspended = app::cases::suspend(&api.app, &api.ctx, on, cause, new.note, document);
    api.once(sent, |()| write::nothing(), suspended).await
}

/// What ends a suspension.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resumption {
    /// The paper that ended it.
    document: Option<Id>,
}

impl Body for Resumption {}

/// Lets the clock of a case go on.
#[utoipa::path(post, path = "/api/v1/cases/{case}/resume", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("If-Match" = String, Header, description = "The version of the case that was read, or `*` for any."),
    ),
    request_body = Resumption, responses((status = 204, description = "The clock goes on.")))]
pub async fn resume_case(
    api: ApiCtx,
    At(route): At<ResumeRoute>,
    new: Write<Resumption>,
) -> Result<Response, Fault> {
    let on = OnCase { id: route.case, version: new.required_version()? };
    let (new, sent) = new.split();
    let document = new.document.map(|id| id.read("document")).transpose()?;
    let resumed = app::cases::resume(&api.app, &api.ctx, on, document);
    api.once(sent, |()| write::nothing(), resumed).await
}

/// Who gets a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reassignment {
    /// The account; nobody when null.
    to: Option<Id>,
    /// Why.
    #[serde(default)]
    reason: String,
}

impl Body for Reassignment {}

/// Gives a case and its open tasks to somebody, or to nobody.
#[utoipa::path(post, path = "/api/v1/cases/{case}/reassign", tag = "cases",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("If-Match" = String, Header, description = "The version of the case that was read, or `*` for any."),
    ),
    request_body = Reassignment, responses((status = 204, description = "It is given away.")))]
pub async fn reassign_case(
    api: ApiCtx,
    At(route): At<ReassignRoute>,
    new: Write<Reassignment>,
) -> Result<Response, Fault> {
    let on = OnCase { id: route.case, version: new.required_version()? };
    let (new, sent) = new.split();
    let to: Option<UserId> = new.to.map(|id| id.read("to")).transpose()?;
    let assigned = app::cases::assign(&api.app, &api.ctx, on, to, new.reason);
    api.once(sent, |()| write::nothing(), assigned).await
}
