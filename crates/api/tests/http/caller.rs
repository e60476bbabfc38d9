//! Who calls: a token of an account and the router, without a network.

use app::App;
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use serde_json::{Value as Json, json};
use tower::ServiceExt;

use crate::support::World;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.bytes).unwrap_or(Json::Null)
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The answer with this status, or the test fails showing what came instead.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.bytes));
        self
    }

    /// A problem document with this status and code.
    #[track_caller]
    pub fn problem(self, status: u16, code: &str) -> Json {
        let answer = self.is(status);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem = answer.json();
        assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)), "{problem}");
        for part in ["type", "title", "detail"] {
            assert!(
                problem[part].as_str().is_some_and(|text| !text.is_empty()),
                "{part} is missing in {problem}"
            );
        }
        problem
    }
}

/// A program that calls the API with a token.
#[derive(Clone)]
pub struct Caller {
    router: Router,
    token: String,
}

impl Caller {
    pub async fn of(world: &World, account: &str) -> Self {
        let system = world.app.system("test");
        let token = app::accounts::make_token(&world.app, &system, account, "test").await.unwrap();
        Self { router: router(&world.app), token }
    }

    pub async fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: Option<Json>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(url)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        send(&self.router, request.body(body).unwrap()).await
    }

    pub async fn get(&self, url: &str) -> Answer {
        self.send("GET", url, &[], None).await
    }

    /// A change of a thing, whatever its version.
    pub async fn edit(&self, url: &str, body: Json) -> Answer {
        self.send("POST", url, &[("if-match", "*")], Some(body)).await
    }

    pub async fn post(&self, url: &str, body: Json) -> Answer {
        self.send("POST", url, &[], Some(body)).await
    }
}

pub fn router(app: &App) -> Router {
    api::router::<App>().with_state(app.clone())
}

pub async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        bytes: body.collect().await.unwrap().to_bytes().to_vec(),
    }
}
