//! Somebody who asks: a browser that keeps its cookies, or a program with a token.

use std::sync::{Mutex, OnceLock};

use app::accounts;
use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use domain::access::Role;
use kernel::SessionId;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use tower::ServiceExt;

use crate::{Answered, TestApp};

/// The password of every account, for tests of the sign-in itself.
pub const PASSWORD: &str = "una parola lunga";

/// Its hash, made once in a process.
pub(crate) fn password_hash() -> accounts::Hashed {
    static MADE: OnceLock<String> = OnceLock::new();
    let hash = MADE.get_or_init(|| accounts::hash_password(PASSWORD).expect("a hash").0);
    accounts::Hashed(hash.clone())
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Nobody is signed in.
    Stranger,
    /// Bellini Marta, at the counter.
    Operator,
    /// Miller John, on the telephone.
    CallCentre,
    /// Conti Paolo, behind the counter.
    BackOffice,
    /// Rossi Sara, who leads the office.
    Supervisor,
    /// Ferrari Luca, at the meter.
    Technician,
    /// Neri Anna, who watches over the standards.
    Quality,
    /// Galli Ivo, who sells contracts.
    Agent,
    /// Sala Ugo, who keeps accounts and imports.
    Administrator,
    /// A program with a token of the administrator.
    ApiClient,
}

impl Who {
    /// Everybody with an account.
    pub const STAFF: [Self; 8] = [
        Self::Operator,
        Self::CallCentre,
        Self::BackOffice,
        Self::Supervisor,
        Self::Technician,
        Self::Quality,
        Self::Agent,
        Self::Administrator,
    ];

    /// The sign-in name; empty for the stranger.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stranger => "",
            Self::Operator => "marta.bellini",
            Self::CallCentre => "john.miller",
            Self::BackOffice => "paolo.conti",
            Self::Supervisor => "sara.rossi",
            Self::Technician => "luca.ferrari",
            Self::Quality => "anna.neri",
            Self::Agent => "ivo.galli",
            Self::Administrator | Self::ApiClient => "admin",
        }
    }

    pub(crate) const fn display_name(self) -> &'static str {
        match self {
            Self::Stranger => "",
            Self::Operator => "Bellini Marta",
            Self::CallCentre => "Miller John",
            Self::BackOffice => "Conti Paolo",
            Self::Supervisor => "Rossi Sara",
            Self::Technician => "Ferrari Luca",
            Self::Quality => "Neri Anna",
            Self::Agent => "Galli Ivo",
            Self::Administrator | Self::ApiClient => "Sala Ugo",
        }
    }

    /// The roles of the account.
    #[must_use]
    pub fn roles(self) -> Vec<Role> {
        match self {
            Self::Stranger => Vec::new(),
            Self::Operator => vec![Role::Operator],
            Self::CallCentre => vec![Role::CallCentre],
            Self::BackOffice => vec![Role::BackOffice],
            Self::Supervisor => vec![Role::Supervisor],
            Self::Technician => vec![Role::Technician],
            Self::Quality => vec![Role::Quality],
            Self::Agent => vec![Role::Agent],
            Self::Administrator | Self::ApiClient => vec![Role::Administrator],
        }
    }
}

/// A browser or a program. Cookies that answers set are kept and sent again.
#[derive(Debug)]
pub struct Visitor {
    router: Router,
    cookies: Mutex<Vec<(String, String)>>,
    bearer: Option<String>,
}

impl Visitor {
    pub(crate) async fn enter(test: &TestApp, who: Who) -> Self {
        let mut visitor = Self { router: test.router.clone(), cookies: Mutex::default(), bearer: None };
        match who {
            Who::Stranger => {}
            Who::ApiClient => {
                let token = accounts::make_token(&test.app, &test.system(), who.name(), "test").await;
                visitor.bearer = Some(token.expect("a token"));
            }
            _ => {
                let name = if test.state.site.secure() { "__Host-sportello" } else { "sportello" };
                visitor.keep(name, &session(test, who).await);
            }
        }
        visitor
    }

    /// The same visitor in front of other routers.
    #[must_use]
    pub fn with_router(self, router: Router) -> Self {
        Self { router, ..self }
    }

    fn keep(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().expect("the cookies");
        cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// The value of a cookie this browser has.
    ///
    /// # Panics
    /// When another test thread broke.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.cookies.lock().expect("the cookies");
        cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    /// Asks exactly this, with cookies or token added and nothing else.
    ///
    /// # Panics
    /// When the router does not answer.
    pub async fn send(&self, mut request: Request<Body>) -> Answered {
        let cookies = self.cookies.lock().expect("the cookies").clone();
        let headers = request.headers_mut();
        // A test that writes its own cookies is left alone.
        if !cookies.is_empty() && !headers.contains_key(header::COOKIE) {
            let text: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            headers.insert(header::COOKIE, text.join("; ").parse().expect("a cookie"));
        }
        if let Some(token) = &self.bearer {
            headers.insert(header::AUTHORIZATION, format!("Bearer {token}").parse().expect("a token"));
        }
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let answer = Answered::of(response).await;
        for (name, value) in answer.cookies() {
            self.keep(&name, &value);
        }
        answer
    }

    /// Looks at a page.
    pub async fn get(&self, path: &str) -> Answered {
        self.ask("GET", path, &[], Body::empty()).await
    }

    /// Asks for a part of a page, as htmx does.
    pub async fn part(&self, path: &str) -> Answered {
        self.ask("GET", path, &[("hx-request", "true")], Body::empty()).await
    }

    /// Sends a form, as a browser does from a page of this site.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answered {
        self.ask("POST", path, FORM, Body::from(encoded(fields))).await
    }

    /// Sends a form, as htmx does.
    pub async fn post_part(&self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let headers = [FORM, &[("hx-request", "true")]].concat();
        self.ask("POST", path, &headers, Body::from(encoded(fields))).await
    }

    /// Sends a form, as htmx does when the control of this name changed.
    pub async fn post_changed(&self, path: &str, changed: &str, fields: &[(&str, &str)]) -> Answered {
        let headers = [FORM, &[("hx-request", "true"), ("hx-trigger-name", changed)]].concat();
        self.ask("POST", path, &headers, Body::from(encoded(fields))).await
    }

    /// Sends a form with one file.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &str, &[u8]),
    ) -> Answered {
        const EDGE: &str = "----sportello-test";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        let (field, name, kind, bytes) = file;
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend_from_slice(bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.ask(
            "POST",
            path,
            &[("content-type", &kind), ("sec-fetch-site", "same-origin")],
            Body::from(body),
        )
        .await
    }

    /// Sends JSON to the API with any method, with more headers: `Idempotency-Key`, `If-Match`.
    pub async fn json(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Json) -> Answered {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.ask(method, path, &headers, Body::from(body.to_string())).await
    }

    /// Asks with any method and headers.
    ///
    /// # Panics
    /// When the path is none.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Answered {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:8080");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(body).expect("a request")).await
    }
}

const FORM: &[(&str, &str)] =
    &[("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];

fn encoded(fields: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| {
        format!("{}={}", web::cookies::encode(name), web::cookies::encode(value))
    };
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// A living session without the sign-in, which would take as long as its hash.
async fn session(test: &TestApp, who: Who) -> String {
    let user = test.user(who).await;
    let ctx = test.system();
    let id = ctx.id(SessionId::from_bytes);
    let token = format!("test-{id}");
    let token_hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
    let expires_at = ctx.now().plus_seconds(test.app.settings.session_seconds);
    let stored = test.app.db.write("test-session", move |tx| {
        let new = store::accounts::session::NewSession {
            id,
            token_hash,
            user_id: user,
            at: ctx.now(),
            expires_at,
            address: "127.0.0.1",
            agent: "test",
        };
        store::accounts::session::insert(tx, &new)
    });
    stored.await.expect("a session");
    token
}
