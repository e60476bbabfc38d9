//! The technicians' schedule: a day, one appointment.

mod appointment;
mod day;
mod present;

use axum::{Router, routing::get};
use routes::{Route, console as at};
use web::AppState;

pub(crate) use present::{clock_time, number};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::Agenda::PATH, get(day::show))
        .route(at::AgendaDay::PATH, get(day::part))
        .route(at::AgendaUnassigned::PATH, get(day::unassigned))
        .route(at::AppointmentShow::PATH, get(appointment::show).post(appointment::submit))
}
