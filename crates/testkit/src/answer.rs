//! What came back.

use axum::{
    body::Body,
    http::{HeaderMap, Response, header},
};
use http_body_util::BodyExt;
use serde_json::Value as Json;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Answered {
    pub(crate) async fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a whole body").to_bytes().to_vec();
        Self { status: parts.status.as_u16(), headers: parts.headers, bytes }
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.text()))
    }

    /// A header as text; empty when it is missing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads, for browsers (`Location`) and for htmx (`HX-Redirect`).
    #[must_use]
    pub fn location(&self) -> &str {
        let plain = self.header("location");
        if plain.is_empty() { self.header("hx-redirect") } else { plain }
    }

    /// Cookies set: name and value, which is empty when it is taken away.
    pub fn cookies(&self) -> impl Iterator<Item = (String, String)> {
        self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| {
            let (name, value) = value.to_str().ok()?.split(';').next()?.split_once('=')?;
            Some((name.to_owned(), value.to_owned()))
        })
    }

    /// Whether the body has this text.
    #[must_use]
    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }
}
