//! Problem documents of the API (RFC 9457). `code` is stable; sentences are in the caller's language and may change.

use app::Error;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value as Json, json};
use texts::Texts;

use super::Failure;
use crate::Visit;

/// A reason as a problem document. `type` is `about:blank`: the code says which problem it is.
pub(super) fn document(failure: &Failure, visit: &Visit) -> Response {
    let t = Texts::plain(visit.answer_lang());
    let fault = failure.fault(t, &visit.reference);
    let mut body = json!({
        "type": "about:blank",
        "title": fault.title(t),
        "status": failure.status().as_u16(),
        "code": failure.code(),
        "reference": visit.reference,
    });
    let text = fault.text(t);
    if !text.is_empty() {
        put(&mut body, "detail", json!(text));
    }
    match failure {
        Failure::App(Error::Invalid(problems)) => put(&mut body, "errors", json!(problems)),
        Failure::App(Error::Conflict(fields)) => put(&mut body, "conflicts", json!(fields)),
        Failure::App(Error::Refused { args, .. }) => {
            let args: serde_json::Map<String, Json> =
                args.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
            put(&mut body, "args", Json::Object(args));
        }
        _ => {}
    }
    let mut response = (failure.status(), body.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if matches!(failure, Failure::App(Error::NotSignedIn)) {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

fn put(body: &mut Json, name: &str, value: Json) {
    if let Some(map) = body.as_object_mut() {
        map.insert(name.to_owned(), value);
    }
}
