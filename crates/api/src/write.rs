//! Writes: the body, the version that was read, and the key that makes sending twice harmless.

use std::future::Future;

use app::{
    Error,
    accounts::{Keyed, once, request_hash},
};
use axum::{
    extract::{DefaultBodyLimit, FromRequest, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{MOST_BODY_BYTES, ctx::ApiCtx, input, problem::Fault};

/// The header of the key.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Says that an answer was kept from before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The most bytes of a body that carries a paper: 15 MiB of content in base64, and a little around it.
pub const MOST_PAPER_BYTES: usize = 21 * 1024 * 1024;

/// A write: its body and its headers.
#[derive(Debug)]
pub struct Write<T> {
    /// The body.
    pub body: T,
    matched: Matched,
    key: Option<String>,
    request: [u8; 32],
}

/// What `If-Match` says (RFC 9110, 13.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Matched {
    Missing,
    /// `*`: whatever version there is.
    Any,
    Version(i64),
}

/// A body and how large it may be.
pub trait Body: DeserializeOwned {
    /// The most bytes.
    const MOST: usize = MOST_BODY_BYTES;
}

impl<S: Send + Sync, T: Body> FromRequest<S> for Write<T> {
    type Rejection = Fault;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Fault> {
        let headers = request.headers().clone();
        let (method, address) = (request.method().clone(), request.uri().to_string());
        DefaultBodyLimit::max(T::MOST).apply(&mut request);
        let bytes = input::bytes(request, state, T::MOST).await?;
        if !bytes.is_empty() {
            input::require_json(&headers)?;
        }
        let if_match = headers.get(header::IF_MATCH).map_or(&[][..], |value| value.as_bytes());
        Ok(Self {
            body: input::parse(&bytes)?,
            matched: matched(&headers)?,
            key: key(&headers)?,
            request: request_hash(&[method.as_str().as_bytes(), address.as_bytes(), if_match, &bytes]),
        })
    }
}

/// The version of `If-Match`: the entity tag of an answer, or the number alone.
fn matched(headers: &HeaderMap) -> Result<Matched, Fault> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(Matched::Missing) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(Matched::Any);
    }
    let number = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    number.parse().map(Matched::Version).map_err(|_| Fault::request(StatusCode::BAD_REQUEST, "if_match_form"))
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Fault> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = value.as_bytes();
    if key.is_empty() || key.len() > 200 || !key.iter().all(u8::is_ascii_graphic) {
        return Err(Fault::request(StatusCode::BAD_REQUEST, "idempotency_key_form"));
    }
    Ok(Some(key.iter().copied().map(char::from).collect()))
}

impl<T> Write<T> {
    /// The version of `If-Match`, which an edit cannot do without; none for `*`, which takes any.
    ///
    /// # Errors
    /// 428 (RFC 6585) when it is missing.
    pub fn required_version(&self) -> Result<Option<i64>, Fault> {
        match self.matched {
            Matched::Missing => Err(Fault::request(StatusCode::PRECONDITION_REQUIRED, "if_match_missing")),
            Matched::Any => Ok(None),
            Matched::Version(version) => Ok(Some(version)),
        }
    }
}

/// What proves that a write was sent before.
#[derive(Clone, Debug)]
pub struct Sent {
    key: Option<String>,
    request: [u8; 32],
}

impl<T> Write<T> {
    /// The body, and what proves that the write was sent before.
    pub fn split(self) -> (T, Sent) {
        (self.body, Sent { key: self.key, request: self.request })
    }
}

/// Status and body of an answer.
pub type Answer = (u16, String);

/// An answer with a body.
pub fn answer(status: StatusCode, body: &impl Serialize) -> Answer {
    (status.as_u16(), serde_json::to_string(body).unwrap_or_default())
}

/// Done, with nothing to tell.
#[must_use]
pub const fn nothing() -> Answer {
    (204, String::new())
}

impl ApiCtx {
    /// Carries a write out once and answers; see [`app::accounts::once`].
    ///
    /// # Errors
    /// What the operation gives, and the reuse of a key for another request.
    pub async fn once<T: 'static>(
        &self,
        sent: Sent,
        answer: impl Fn(&T) -> Answer + Send + Sync + 'static,
        operation: impl Future<Output = Result<T, Error>>,
    ) -> Result<Response, Fault> {
        let token = self.token;
        let keyed = sent.key.map(|key| Keyed { token, key, request: sent.request });
        let (kept, replayed) = once(&self.app, keyed, answer, operation).await?;
        let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
        let mut response =
            if kept.body.is_empty() { status.into_response() } else { json(status, kept.body) };
        if replayed {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
        Ok(response)
    }
}

/// A JSON text as an answer; a `version` in it is its entity tag.
pub fn json(status: StatusCode, body: String) -> Response {
    #[derive(serde::Deserialize)]
    struct Versioned {
        version: Option<i64>,
    }
    let version = serde_json::from_str::<Versioned>(&body).ok().and_then(|versioned| versioned.version);
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(tag) = version.and_then(|version| HeaderValue::from_str(&format!("\"{version}\"")).ok()) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// A thing with a version as an answer, with its entity tag.
pub fn shown(body: &impl Serialize) -> Response {
    json(StatusCode::OK, serde_json::to_string(body).unwrap_or_default())
}

/// A body without fields; an empty one will do.
#[derive(Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl Body for Nothing {}
