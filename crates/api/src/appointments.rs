//! The diary.

use app::diary::{Appointment as Known, MoveAppointment, MovedBy, Wish};
use axum::{Json, response::Response};
use kernel::Date;
use routes::api::{Appointment as Route, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::{Day, Id, Moment, Page},
    write::{self, Body, Write},
};

/// A visit or a deadline.
#[derive(Debug, Serialize, ToSchema)]
pub struct Appointment {
    /// Its id.
    id: Id,
    /// The case.
    case: Id,
    /// `visit` or `deadline`.
    kind: &'static str,
    /// What it is about.
    subject: String,
    /// Where.
    place: String,
    /// From.
    starts_at: Moment,
    /// To.
    ends_at: Moment,
    /// Who goes.
    assigned_to: Option<Id>,
    /// `agreed`, `kept`, `missed` or `cancelled`.
    state: String,
    /// The day the customer asked for it; none for a visit nobody agreed with the customer.
    asked_on: Option<Day>,
    /// When somebody came.
    arrived_at: Option<Moment>,
    /// Through whom it was missed, `customer` or `utility`; empty when it was not.
    missed_by: String,
    /// Grows with every change.
    version: i64,
}

impl From<Known> for Appointment {
    fn from(known: Known) -> Self {
        Self {
            id: Id::of(known.id),
            case: Id::of(known.case_id),
            kind: if known.visit { "visit" } else { "deadline" },
            subject: known.subject,
            place: known.place,
            starts_at: known.starts_at.into(),
            ends_at: known.ends_at.into(),
            assigned_to: known.assigned_to.map(Id::of),
            state: known.state,
            asked_on: known.asked_on.map(Into::into),
            arrived_at: known.arrived_at.map(Into::into),
            missed_by: known.missed_by,
            version: known.version,
        }
    }
}

/// Which day.
#[derive(Debug, Deserialize)]
pub struct DayQuery {
    day: Option<Date>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Appointments of a day, by time; those called off are left out.
#[utoipa::path(get, path = "/api/v1/appointments", tag = "diary",
    params(
        ("day" = Option<String>, Query, format = "date", description = "The day in Europe/Rome; today when not given."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Appointment>)))]
pub async fn list_appointments(
    api: ApiCtx,
    Wanted(query): Wanted<DayQuery>,
) -> Result<Json<Page<Appointment>>, Fault> {
    let day = query.day.unwrap_or_else(|| api.ctx.today());
    let all = app::diary::day(&api.app, &api.ctx, day).await?;
    let page = PageQuery { after: query.after, limit: query.limit };
    Ok(Json(paging::page_of_all(
        "appointments",
        all,
        &page,
        |(row, _)| row.id.to_string(),
        |(row, _)| row.into(),
    )?))
}

/// One appointment.
#[utoipa::path(get, path = "/api/v1/appointments/{appointment}", tag = "diary",
    params(("appointment" = String, Path, format = "uuid", description = "The appointment.")),
    responses((status = 200, body = Appointment, headers(("ETag" = String, description = "The version.")))))]
pub async fn show_appointment(api: ApiCtx, At(route): At<Route>) -> Result<Response, Fault> {
    let known = app::diary::show_appointment(&api.app, &api.ctx, route.appointment).await?;
    Ok(write::shown(&Appointment::from(known)))
}

/// Where an appointment goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// From; as it was when not given.
    starts_at: Option<Moment>,
    /// To; as it was when not given.
    ends_at: Option<Moment>,
    /// Who goes; as it was when not given.
    assigned_to: Option<Id>,
    /// Whose wish it is: `customer` (what is later for that is the customer's time) or `utility`, which owes a notice;
    /// `utility` when not given.
    by: Option<String>,
    /// Why.
    reason: Option<String>,
}

impl Body for Move {}

/// Moves an appointment or gives it to somebody else; those concerned are told.
#[utoipa::path(patch, path = "/api/v1/appointments/{appointment}", tag = "diary",
    params(
        ("appointment" = String, Path, format = "uuid", description = "The appointment."),
        ("If-Match" = String, Header, description = "The version that was read, or `*` for any."),
    ),
    request_body = Move, responses((status = 204, description = "It is moved.")))]
pub async fn move_appointment(
    api: ApiCtx,
    At(route): At<Route>,
    new: Write<Move>,
) -> Result<Response, Fault> {
    let version = new.required_version()?;
    let (new, sent) = new.split();
    let starts_at = new.starts_at.map(|at| at.read("starts_at")).transpose()?;
    let ends_at = new.ends_at.map(|at| at.read("ends_at")).transpose()?;
    let assigned_to = new.assigned_to.map(|id| id.read("assigned_to")).transpose()?;
    let by = match new.by.as_deref() {
        None => MovedBy::default(),
        Some(by) => MovedBy::from_code(by).ok_or_else(|| app::Error::field("by", "choice_unknown"))?,
    };
    let wish = Wish { by, reason: new.reason.unwrap_or_default() };
    let moved = async {
        let before = app::diary::show_appointment(&api.app, &api.ctx, route.appointment).await?;
        let change = MoveAppointment {
            id: route.appointment,
            starts_at: starts_at.unwrap_or(before.starts_at),
            ends_at: ends_at.unwrap_or(before.ends_at),
            assigned_to: assigned_to.or(before.assigned_to),
            version,
            wish,
        };
        app::diary::move_appointment(&api.app, &api.ctx, change).await.map(drop)
    };
    api.once(sent, |()| write::nothing(), moved).await
}
