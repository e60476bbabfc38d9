//! What a handler of a page works with: who asks, in which language, and the ways to answer.

use std::sync::Arc;

use app::{App, Ctx};
use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use kernel::{Date, Instant, Lang};
use routes::{Route, console as at};
use texts::Texts;

use crate::{
    AppState, Failure, SignedIn, Visit, cookies,
    layout::{Area, Frame, FrameLinks, SessionLeft, Signed, Toast},
    session,
    visit::{TOAST_COOKIE, write_toast},
};

/// What a handler gives back: an answer, or a reason that becomes a page, a toast or a redirect in one place.
pub type Answer = Result<Response, Failure>;

/// The circumstances of one request of a signed-in member of staff: the first argument of every console handler.
#[derive(Clone, Debug)]
pub struct PageCtx {
    /// The program: its operations take this.
    pub app: App,
    /// Who acts: its operations take this too.
    pub ctx: Ctx,
    /// The texts of the person's language.
    pub t: &'static Texts,
    /// The account.
    pub user: SignedIn,
    /// The request.
    pub visit: Arc<Visit>,
    /// Whether htmx asks for a part of the page.
    pub htmx: bool,
    /// The present moment, the same for the whole answer.
    pub now: Instant,
    /// How the site is served.
    pub state: AppState,
}

impl FromRequestParts<AppState> for PageCtx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Failure> {
        let user = SignedIn::from_request_parts(parts, state).await?;
        let visit = session::visit(parts)?;
        // A password that somebody else chose is changed before anything else; leaving is always possible.
        if user.user.must_change && !is_of_password(&visit.here) {
            return Err(Failure::PasswordFirst);
        }
        Ok(Self::of(state, user, visit))
    }
}

/// The pages an account with a given password may ask for: its profile, where the password is changed.
fn is_of_password(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path == at::Profile::new().url() || path == at::ProfilePassword::new().url()
}

impl PageCtx {
    pub(crate) fn of(state: &AppState, user: SignedIn, visit: Arc<Visit>) -> Self {
        Self {
            app: state.app.clone(),
            ctx: user.ctx(&state.app, &visit.reference),
            t: Texts::of(user.user.lang),
            htmx: visit.htmx,
            now: state.app.clock.now(),
            state: state.clone(),
            user,
            visit,
        }
    }

    /// Today in Rome.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// The frame around a page, with the message left by the request before.
    #[must_use]
    pub fn frame(&self, title: impl Into<String>, area: Option<Area>) -> Frame {
        let name = self.user.user.display_name.clone();
        Frame {
            lang: self.t.lang(),
            title: title.into(),
            tenant: self.app.settings.utility.clone(),
            user: Signed {
                initials: initials(&name),
                place: self.user.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
                name,
            },
            nav: (self.state.site.navigation)(&self.ctx),
            area,
            rail: false,
            unread: 0,
            links: links(app::cases::may_open(&self.ctx)),
            here: self.visit.here.clone(),
            now: self.now.in_rome().datetime(),
            status: self.user.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
            keys: Vec::new(),
            toast: self.visit.take_toast(),
            single_keys: self.user.user.shortcuts,
            session: SessionLeft {
                seconds: self.user.expires_at.seconds_since(self.now),
                most: self.user.ends_at.seconds_since(self.now),
                keep: at::SessionKeep::new().url(),
                enter: at::SignIn::new().url(),
            },
        }
    }

    /// A page or a partial, 200.
    ///
    /// # Errors
    /// When the template fails, which is a fault of the program.
    pub fn page(&self, template: &impl Template) -> Answer {
        html(StatusCode::OK, template)
    }

    /// A form that comes back with its messages, 422: htmx shows it in place of the form.
    ///
    /// # Errors
    /// As [`PageCtx::page`].
    pub fn invalid(&self, template: &impl Template) -> Answer {
        html(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// A conflict shown field by field, 409.
    ///
    /// # Errors
    /// As [`PageCtx::page`].
    pub fn conflict(&self, template: &impl Template) -> Answer {
        html(StatusCode::CONFLICT, template)
    }

    /// Goes to another page after something was done (303; for htmx `HX-Redirect`).
    #[must_use]
    pub fn go(&self, to: &str) -> Response {
        go(to, self.htmx)
    }

    /// [`PageCtx::go`] to a route.
    ///
    /// # Errors
    /// None; the type is that of a handler.
    pub fn redirect(&self, to: &impl Route) -> Answer {
        Ok(self.go(&to.url()))
    }

    /// [`PageCtx::go`] with a message that the next page shows.
    #[must_use]
    pub fn done(&self, to: &str, message: impl Into<String>) -> Response {
        self.go_with(to, &Toast { text: message.into(), icon: "ok", undo: None })
    }

    /// [`PageCtx::go`] with any message that the next page shows. The way to undo does not travel with it.
    #[must_use]
    pub fn go_with(&self, to: &str, toast: &Toast) -> Response {
        let mut response = self.go(to);
        if let Some(cookie) =
            cookies::set(TOAST_COOKIE, &write_toast(toast), Some(60), self.state.site.secure())
        {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// A template as an answer.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn html(status: StatusCode, template: &impl Template) -> Answer {
    let text = template.render()?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response())
}

/// Goes to another page (303; for htmx `HX-Redirect`, since it follows a 303 only inside the part it asked for).
#[must_use]
pub fn go(to: &str, htmx: bool) -> Response {
    let Ok(target) = HeaderValue::from_str(to) else {
        return Failure::from(app::Error::Internal(format!("{to:?} is not an address"))).into_response();
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    if htmx {
        *response.status_mut() = StatusCode::OK;
        response.headers_mut().insert("hx-redirect", target);
    } else {
        response.headers_mut().insert(header::LOCATION, target);
    }
    response
}

/// A file as an answer: shown in the browser when `inline`, saved otherwise.
#[must_use]
pub fn file(kind: &'static str, name: &str, inline: bool, bytes: Vec<u8>) -> Response {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' }).collect();
    let how = if inline { "inline" } else { "attachment" };
    let disposition = format!("{how}; filename=\"{safe}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// The addresses of the frame; `opens` when this person may open requests.
fn links(opens: bool) -> FrameLinks {
    FrameLinks {
        home: at::Home::new().url(),
        search: at::Search::new().url(),
        search_results: at::SearchResults::new().url(),
        new_request: if opens { at::CaseNew::new().url() } else { String::new() },
        notices: at::NoticeList::new().url(),
        keys: at::Keys::new().url(),
        profile: at::Profile::new().url(),
        sign_out: at::SignOut::new().url(),
        language: at::Language::new().url(),
    }
}

/// What a page open to everybody works with: no account, the language of the browser.
#[derive(Clone, Debug)]
pub struct OpenCtx {
    /// The program.
    pub app: App,
    /// The texts.
    pub t: &'static Texts,
    /// The language.
    pub lang: Lang,
    /// The request.
    pub visit: Arc<Visit>,
    /// How the site is served.
    pub state: AppState,
}

impl FromRequestParts<AppState> for OpenCtx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Failure> {
        let visit = session::visit(parts)?;
        let lang = visit.answer_lang();
        Ok(Self { app: state.app.clone(), t: Texts::of(lang), lang, visit, state: state.clone() })
    }
}
