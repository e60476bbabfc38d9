//! What a request says: path, query and body, each refused with a sentence that names what is wrong.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use serde::de::DeserializeOwned;

use crate::problem::Fault;

/// The parameters of the path: one of the routes of [`routes::api`].
#[derive(Debug)]
pub struct At<R>(pub R);

impl<S: Send + Sync, R: DeserializeOwned + Send> FromRequestParts<S> for At<R> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        match Path::<R>::from_request_parts(parts, state).await {
            Ok(Path(route)) => Ok(Self(route)),
            // What is no id names nothing.
            Err(_) => Err(app::Error::NotFound { kind: "id" }.into()),
        }
    }
}

/// The values after the question mark.
#[derive(Debug)]
pub struct Wanted<Q>(pub Q);

impl<S: Send + Sync, Q: DeserializeOwned + Send> FromRequestParts<S> for Wanted<Q> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        match Query::<Q>::from_request_parts(parts, state).await {
            Ok(Query(query)) => Ok(Self(query)),
            Err(rejection) => {
                let reason = rejection.body_text();
                let reason =
                    reason.rsplit_once("query string: ").map_or(reason.as_str(), |(_, reason)| reason);
                Err(Fault::request(StatusCode::BAD_REQUEST, "query_form").with("reason", reason))
            }
        }
    }
}

/// The bytes of a body up to a limit.
pub async fn bytes<S: Send + Sync>(request: Request, state: &S, most: usize) -> Result<Bytes, Fault> {
    let too_large = || Fault::request(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large").with("most", most);
    let told = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if told.is_some_and(|told| told > most) {
        return Err(too_large());
    }
    match Bytes::from_request(request, state).await {
        Ok(bytes) if bytes.len() <= most => Ok(bytes),
        Ok(_) => Err(too_large()),
        Err(rejection) if is_too_large(&rejection) => Err(too_large()),
        Err(_) => Err(Fault::request(StatusCode::BAD_REQUEST, "body_unread")),
    }
}

fn is_too_large(rejection: &BytesRejection) -> bool {
    rejection.status() == StatusCode::PAYLOAD_TOO_LARGE
}

/// Refuses a body that does not say it is JSON.
///
/// # Errors
/// A request fault.
pub fn require_json(headers: &HeaderMap) -> Result<(), Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json")) {
        Ok(())
    } else {
        Err(Fault::request(StatusCode::UNSUPPORTED_MEDIA_TYPE, "body_media_type"))
    }
}

/// Reads a body; what the type does not know is refused by name. An empty body stands for an empty object.
///
/// # Errors
/// A request fault that names line and column of what is not JSON, or the field that is wrong.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    let bytes = if bytes.is_empty() { b"{}" } else { bytes };
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => shape(&error.to_string()),
        _ => Fault::request(StatusCode::BAD_REQUEST, "body_json")
            .with("line", error.line())
            .with("column", error.column()),
    })
}

/// The fault of a body of the wrong shape, from what the reader says of it.
fn shape(said: &str) -> Fault {
    let wrong = |code| Fault::request(StatusCode::UNPROCESSABLE_ENTITY, code);
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
    if said.starts_with("unknown field") {
        let names: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
        let (name, expected) = (quoted(said), names.join(", "));
        return wrong("field_unknown").about(&name).with("name", &name).with("expected", expected);
    }
    if said.starts_with("missing field") {
        let name = quoted(said);
        return wrong("field_missing").about(&name).with("name", &name);
    }
    wrong("body_shape").with("reason", said)
}
