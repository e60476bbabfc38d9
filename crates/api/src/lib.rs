//! The JSON API below `/api/v1`: reads a request, calls one operation of `app`, writes the answer.
//!
//! - Who asks is known by a bearer token ([`ApiCtx`]); what it may do is decided by the operation.
//! - What goes wrong is a problem document (RFC 9457) with a stable `code`, in the language of `Accept-Language`.
//! - Lists are read page by page by key: `next` of an answer is `after` of the following request.
//! - Writes take an `Idempotency-Key`: sent again, they give the same answer and do nothing.
//! - A parameter of the query that an address does not know is refused, never ignored.
//! - Edits take `If-Match` with the version that was read.
//!
//! Every route is described by `/api/v1/openapi.json`, whose text is kept in `docs/openapi.json`.

mod appointments;
mod audit;
mod bills;
mod cases;
mod contracts;
mod ctx;
mod documents;
mod imports;
mod incidents;
mod input;
mod me;
mod openapi;
mod paging;
mod parties;
mod points;
mod problem;
mod procedures;
mod quality;
mod search;
mod tasks;
mod values;
mod write;

use axum::{Router, extract::FromRef, http::StatusCode, middleware::from_fn};
use utoipa_axum::{router::OpenApiRouter, routes};

use ctx::Referred;

pub use ctx::ApiCtx;
pub use openapi::text as openapi_text;
pub use problem::{Fault, Problem};

/// The largest JSON body that is read: 1 MiB.
pub const MOST_BODY_BYTES: usize = 1024 * 1024;

fn described<S>() -> OpenApiRouter<S>
where
    S: Clone + Send + Sync + 'static,
    app::App: FromRef<S>,
{
    OpenApiRouter::new()
        .routes(routes!(me::show_me))
        .routes(routes!(search::search))
        .routes(routes!(parties::list_parties, parties::create_party))
        .routes(routes!(parties::show_party))
        .routes(routes!(parties::list_contacts, parties::record_contact))
        .routes(routes!(parties::show_balance))
        .routes(routes!(points::find_points))
        .routes(routes!(points::show_point))
        .routes(routes!(points::list_readings))
        .routes(routes!(contracts::list_contracts))
        .routes(routes!(contracts::show_contract))
        .routes(routes!(bills::list_bills))
        .routes(routes!(procedures::list_procedures))
        .routes(routes!(procedures::show_procedure))
        .routes(routes!(cases::list::list_cases, cases::open::open_case))
        .routes(routes!(cases::show::show_case))
        .routes(routes!(cases::show::show_clock))
        .routes(routes!(cases::facts::list_facts, cases::facts::correct_fact))
        .routes(routes!(cases::comments::list_comments, cases::comments::write_comment))
        .routes(routes!(cases::papers::list_case_documents, cases::papers::hand_in_document))
        .routes(routes!(cases::act::deliver_message))
        .routes(routes!(cases::act::cancel_case))
        .routes(routes!(cases::act::suspend_case))
        .routes(routes!(cases::act::resume_case))
        .routes(routes!(cases::act::reassign_case))
        .routes(routes!(tasks::list_tasks))
        .routes(routes!(tasks::show_task))
        .routes(routes!(tasks::complete_task))
        .routes(routes!(documents::show_document))
        .routes(routes!(documents::document_content))
        .routes(routes!(appointments::list_appointments))
        .routes(routes!(appointments::show_appointment, appointments::move_appointment))
        .routes(routes!(imports::list_imports, imports::request_import))
        .routes(routes!(imports::show_import))
        .routes(routes!(quality::list_standards))
        .routes(routes!(quality::evaluate))
        .routes(routes!(incidents::list_incidents))
        .routes(routes!(incidents::retry_incident))
        .routes(routes!(audit::list_entries))
        .routes(routes!(openapi::show_openapi))
}

/// The routes of the API, to be merged into the program's router. Addresses below `/api/v1` that are none answer with
/// a problem document too.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    app::App: FromRef<S>,
{
    let (router, _) = described::<S>().split_for_parts();
    router
        .route(
            "/api/v1/{*rest}",
            axum::routing::any(async |_: Referred| Fault::request(StatusCode::NOT_FOUND, "no_such_address")),
        )
        .method_not_allowed_fallback(async |_: Referred| {
            Fault::request(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed")
        })
        .layer(from_fn(problem::render))
}
