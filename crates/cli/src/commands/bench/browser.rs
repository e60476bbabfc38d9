//! A browser of somebody of the demo utility: through the routers, with session, protection and headers, without the
//! network.

use std::time::{Duration, Instant as Stopwatch};

use app::{
    App,
    accounts::{Credentials, SignInOutcome, sign_in},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use tower::ServiceExt;

use crate::{
    commands::{demo, serve},
    failure::Failure,
    settings::Settings,
};

/// Signed in, before the routers of the program.
pub struct Browser {
    router: Router,
    cookie: String,
}

/// What was answered.
pub struct Answered {
    /// The status.
    pub status: StatusCode,
    /// Where to go on; empty when nowhere.
    pub location: String,
    /// The page.
    pub text: String,
    /// How long it took.
    pub took: Duration,
}

impl Browser {
    /// Signs in at the counter of the demo utility.
    pub async fn enter(app: &App, settings: &Settings) -> Result<Self, Failure> {
        let router = serve::routers(app, settings, None)?;
        let credentials = Credentials {
            name: "marta.bellini".to_owned(),
            password: demo::PASSWORD.to_owned(),
            address: "127.0.0.1".to_owned(),
            agent: "bench".to_owned(),
        };
        match sign_in(app, credentials).await? {
            SignInOutcome::SignedIn { token, .. } => {
                Ok(Self { router, cookie: format!("sportello={token}") })
            }
            _ => Err(Failure::new(
                "nobody of the demo utility can sign in; prepare the database with `sportello bench load`",
            )),
        }
    }

    /// Looks at a page. One that is not shown is a failure.
    pub async fn get(&self, address: &str) -> Result<Answered, Failure> {
        let answer = self.send(Request::get(address), address, Body::empty()).await?;
        if answer.status.is_success() && !answer.text.is_empty() {
            return Ok(answer);
        }
        Err(Failure::new(format!("{address} answered {}", answer.status)))
    }

    /// Sends a form as a page of the program does.
    pub async fn post(&self, address: &str, fields: &[(String, String)]) -> Result<Answered, Failure> {
        self.send(Request::post(address).header("content-type", FORM), address, encoded(fields)).await
    }

    /// Sends a form as a field of a page does when it was changed.
    pub async fn post_field(
        &self,
        address: &str,
        field: &str,
        fields: &[(String, String)],
    ) -> Result<Answered, Failure> {
        let request = Request::post(address)
            .header("content-type", FORM)
            .header("hx-request", "true")
            .header("hx-trigger-name", field);
        self.send(request, address, encoded(fields)).await
    }

    async fn send(
        &self,
        request: axum::http::request::Builder,
        address: &str,
        body: Body,
    ) -> Result<Answered, Failure> {
        let request = request
            .header(header::HOST, "127.0.0.1")
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .body(body)
            .map_err(|error| Failure::while_doing(address, error))?;
        let began = Stopwatch::now();
        let answer = self.router.clone().oneshot(request).await;
        let answer = answer.map_err(|error| Failure::while_doing(address, error))?;
        let status = answer.status();
        let location = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
        let location = location.unwrap_or_default().to_owned();
        let body = to_bytes(answer.into_body(), usize::MAX).await;
        let body = body.map_err(|error| Failure::while_doing(address, error))?;
        let took = began.elapsed();
        let text = String::from_utf8(body.to_vec()).map_err(|error| Failure::while_doing(address, error))?;
        Ok(Answered { status, location, text, took })
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

fn encoded(fields: &[(String, String)]) -> Body {
    let pair = |(name, value): &(String, String)| {
        format!("{}={}", web::cookies::encode(name), web::cookies::encode(value))
    };
    Body::from(fields.iter().map(pair).collect::<Vec<_>>().join("&"))
}
