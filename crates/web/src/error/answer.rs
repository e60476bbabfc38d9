//! The layer that makes an answer of a reason.

use std::sync::Arc;

use app::Error;
use askama::Template;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use routes::{Route, console as at};
use texts::Texts;

use super::{Carried, Failure, problem};
use crate::{
    AppState, PageCtx, SignedIn, Visit,
    layout::{BarePage, ErrorPage, Link, Toast},
    page::{go, html},
    visit::is_own_path,
};

/// A message that htmx puts among the messages of the page, whatever it asked for.
#[derive(Debug, Template)]
#[template(path = "web/toast.html")]
struct ToastAlone<'a> {
    t: &'a Texts,
    toast: Toast,
}

/// Runs a request, and where its answer only carries a reason, makes the answer of it.
pub(crate) async fn answer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let Some(visit) = request.extensions().get::<Arc<Visit>>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let response = next.run(request).await;
    let Some(Carried(failure)) = response.extensions().get::<Carried>().cloned() else { return response };
    log(&failure, &visit);
    let made = if visit.here.starts_with("/api/") {
        Ok(problem::document(&failure, &visit))
    } else {
        for_people(&failure, &state, &visit)
    };
    let mut made = made.unwrap_or_else(|error| {
        tracing::error!(reference = %visit.reference, ?error, "the page of an error could not be made");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    });
    if let Some(after) =
        failure.retry_after().and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok())
    {
        made.headers_mut().insert(header::RETRY_AFTER, after);
    }
    // Cookies that a handler set before it failed are kept: the sign-out that met a broken database among them.
    for (name, value) in response.headers() {
        if name == header::SET_COOKIE || name == header::ALLOW {
            made.headers_mut().append(name.clone(), value.clone());
        }
    }
    made
}

/// Below this are signed links.
const SIGNED_LINKS: &str = "/l/";

/// The log of failures: what is broken as an error, what somebody tried without being allowed as a warning.
fn log(failure: &Failure, visit: &Visit) {
    let who = visit.signed_in().map_or_else(String::new, |signed_in| signed_in.user.name.clone());
    let path = visit.here.split('?').next().unwrap_or_default();
    // The address of a signed link is the right to use it: it does not go into a log.
    let path = if path.starts_with(SIGNED_LINKS) { SIGNED_LINKS } else { path };
    let (reference, address) = (&visit.reference, &visit.address);
    match failure {
        Failure::App(Error::Internal(detail)) | Failure::Panicked(detail) => {
            tracing::error!(%reference, %path, %who, %detail, "a fault of the program");
        }
        Failure::App(Error::Unavailable(detail) | Error::Full(detail)) => {
            tracing::error!(%reference, %path, %detail, "the database cannot be used")
        }
        Failure::App(Error::Denied(denied)) => {
            tracing::warn!(%reference, %path, %who, %address, ?denied, "not allowed")
        }
        Failure::CrossSite => {
            tracing::warn!(%reference, %path, %who, %address, "refused: the request comes from elsewhere")
        }
        Failure::App(Error::TooMany(_)) => tracing::warn!(%reference, %path, %address, "too many tries"),
        Failure::App(Error::Busy | Error::Repeat) | Failure::TimedOut => {
            tracing::warn!(%reference, %path, "too busy to answer")
        }
        other => tracing::debug!(%reference, %path, %who, code = other.code(), "refused"),
    }
}

fn for_people(failure: &Failure, state: &AppState, visit: &Arc<Visit>) -> Result<Response, Failure> {
    let portal = visit.here == "/portale" || visit.here.starts_with("/portale/");
    if matches!(failure, Failure::App(Error::NotSignedIn)) {
        return Ok(to_sign_in(visit, portal));
    }
    if matches!(failure, Failure::PasswordFirst) {
        return Ok(go(&at::Profile::new().url(), visit.htmx));
    }
    let t = Texts::of(visit.answer_lang());
    let fault = failure.fault(t, &visit.reference);
    let status = failure.status();
    if visit.htmx {
        return as_toast(t, status, &fault.title(t));
    }
    if let Some(known) = visit.signed_in().filter(|_| !portal) {
        let cx = PageCtx::of(state, SignedIn(Arc::clone(known)), Arc::clone(visit));
        let frame = cx.frame(fault.title(t), None);
        let back = if is_own_path(&visit.back) && visit.back != visit.here {
            visit.back.clone()
        } else {
            at::Home::new().url()
        };
        let label = if back == at::Home::new().url() { t.refusals_home() } else { t.words_back() };
        return html(status, &ErrorPage { t, frame, fault, back: Link::new(label, back) });
    }
    if visit.here.starts_with(SIGNED_LINKS) {
        // Whoever has a link has nothing else here: the way out is to try it again.
        return html(status, &BarePage { t, fault, back: Link::new(t.link_again(), &visit.here) });
    }
    let home = if portal { routes::portal::Home::new().url() } else { at::Home::new().url() };
    html(status, &BarePage { t, fault, back: Link::new(t.refusals_home(), home) })
}

/// The sign-in, which leads back to the page that was asked for, or that htmx or a form asked from.
fn to_sign_in(visit: &Visit, portal: bool) -> Response {
    let page = if visit.htmx || !visit.method.is_safe() { &visit.back } else { &visit.here };
    let next = Some(page.clone()).filter(|path| path != "/" && is_own_path(path));
    let to = if portal {
        routes::portal::SignIn::new().url()
    } else {
        at::SignIn::new().with(&at::SignInQuery { notice: next.as_ref().map(|_| "ended".to_owned()), next })
    };
    let mut response = go(&to, visit.htmx);
    if visit.htmx {
        *response.status_mut() = StatusCode::UNAUTHORIZED;
    }
    response
}

/// For htmx: the page stays as it is and shows the message. Statuses whose body htmx does not read are told by the
/// page's own script.
fn as_toast(t: &Texts, status: StatusCode, text: &str) -> Result<Response, Failure> {
    let toast = Toast { text: text.to_owned(), icon: "octagon", undo: None };
    let mut response = html(status, &ToastAlone { t, toast })?;
    response.headers_mut().insert("hx-reswap", HeaderValue::from_static("none"));
    Ok(response)
}
