//! The sign-in page.

use app::accounts::{self, Credentials, SignInOutcome};
use axum::{
    http::{StatusCode, header},
    response::Response,
};
use kernel::Instant;
use routes::{
    Route,
    console::{self as at, SignInQuery},
};
use web::{
    Answer, Asked, Form, OpenCtx, SignedIn,
    layout::{ErrorSummary, Note, NoteKind},
    page::{go, html},
    session,
    visit::is_own_path,
};

use crate::views::sign_in::{SignInPage, password_field, user_field};

/// Shows the form; who is signed in goes on.
pub(super) async fn show(cx: OpenCtx, user: Option<SignedIn>, Asked(query): Asked<SignInQuery>) -> Answer {
    let next = query.next.filter(|path| is_own_path(path));
    if user.is_some() {
        return Ok(go(next.as_deref().unwrap_or("/"), cx.visit.htmx));
    }
    let t = cx.t;
    let note = match query.notice.as_deref() {
        Some("ended") => Some(Note {
            kind: NoteKind::Info,
            lead: t.sign_in_ended_lead(),
            text: t.sign_in_ended(),
            link: None,
        }),
        Some("out") => {
            Some(Note { kind: NoteKind::Info, lead: t.sign_in_out_lead(), text: t.sign_in_out(), link: None })
        }
        _ => None,
    };
    html(StatusCode::OK, &page(&cx, next, note))
}

/// Signs in. The session a browser may have had before is ended: a session never outlives the sign-in of another.
pub(super) async fn submit(cx: OpenCtx, before: Option<SignedIn>, form: Form) -> Answer {
    let next = form.given("poi").filter(|path| is_own_path(path)).map(str::to_owned);
    let (name, password) = (form.text("utente").to_owned(), form.raw("password").to_owned());
    if name.is_empty() || password.is_empty() {
        return missing(&cx, next, &name, password.is_empty());
    }
    let credentials = Credentials {
        name: name.clone(),
        password,
        address: cx.visit.address.clone(),
        agent: cx.visit.agent.clone(),
    };
    match accounts::sign_in(&cx.app, credentials).await? {
        SignInOutcome::SignedIn { token, .. } => {
            if let Some(before) = before {
                session::sign_out(&cx.app, &before).await?;
            }
            Ok(started(&cx, &token, next.as_deref().unwrap_or("/")))
        }
        SignInOutcome::Wrong => {
            refused(&cx, next, &name, StatusCode::UNPROCESSABLE_ENTITY, cx.t.sign_in_wrong())
        }
        SignInOutcome::Locked(until) => {
            let text = cx.t.sign_in_blocked(until_time(&cx, until));
            refused(&cx, next, &name, StatusCode::TOO_MANY_REQUESTS, text)
        }
    }
}

fn until_time(cx: &OpenCtx, until: Instant) -> String {
    cx.t.time(until.in_rome().time())
}

fn started(cx: &OpenCtx, token: &str, next: &str) -> Response {
    let mut response = go(next, cx.visit.htmx);
    if let Some(cookie) = session::start(token, &cx.state) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn page(cx: &OpenCtx, next: Option<String>, note: Option<Note>) -> SignInPage<'static> {
    SignInPage {
        t: cx.t,
        tenant: cx.app.settings.utility.clone(),
        here: at::SignIn::new().url(),
        note,
        faults: ErrorSummary::default(),
        next,
        user: user_field(cx.t).focus(),
        password: password_field(cx.t),
        external: None,
    }
}

fn missing(cx: &OpenCtx, next: Option<String>, name: &str, no_password: bool) -> Answer {
    let t = cx.t;
    let mut page = page(cx, next, None);
    page.user = user_field(t).value(name);
    if name.is_empty() {
        page.user = page.user.bad(t.sign_in_missing_user());
    }
    if no_password {
        page.password = page.password.bad(t.sign_in_missing_password());
    }
    let faults = ErrorSummary::of([&page.user, &page.password]);
    let count = faults.faults.len();
    page.faults = faults.titled(t.sign_in_faults(count));
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn refused(cx: &OpenCtx, next: Option<String>, name: &str, status: StatusCode, text: String) -> Answer {
    let mut page =
        page(cx, next, Some(Note { kind: NoteKind::Error, lead: String::new(), text, link: None }));
    page.user = user_field(cx.t).value(name);
    page.password = password_field(cx.t).focus();
    html(status, &page)
}
