//! The built front-end files (`assets/dist`), embedded in the binary and served under names that carry their digest.
//!
//! Pages name a file by its logical name: `asset("console.css")`. The content of a served name never changes, so
//! browsers keep it for good; `web/build.mjs` writes the folder and its manifest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::routing::get;
use rust_embed::{EmbeddedFile, RustEmbed};

/// Where the files are served.
pub const PREFIX: &str = "/assets/";

#[derive(RustEmbed)]
#[folder = "../../assets/dist"]
struct Dist;

#[derive(serde::Deserialize)]
struct Entry {
    file: String,
}

/// Logical name to URL, read once from the manifest.
static URLS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let manifest = Dist::get("manifest.json").map(|file| file.data).unwrap_or_default();
    let entries: BTreeMap<String, Entry> = serde_json::from_slice(&manifest).unwrap_or_default();
    entries.into_iter().map(|(logical, entry)| (logical, format!("{PREFIX}{}", entry.file))).collect()
});

/// The URL of a built file by its logical name (`console.css`). A name that the manifest lacks gives an empty text;
/// a test keeps the templates from using one.
#[must_use]
pub fn asset(logical: &str) -> &'static str {
    URLS.get(logical).map_or("", String::as_str)
}

/// The URL of one icon of the set: `icon("drop")`.
#[must_use]
pub fn icon(name: &str) -> String {
    format!("{}#i-{name}", asset("icons.svg"))
}

/// Every logical name, for tests and for checks at start.
pub fn names() -> impl Iterator<Item = &'static str> {
    URLS.keys().map(String::as_str)
}

/// Every built file with its bytes, by the name it is served under: for writing static copies of pages.
pub fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    Dist::iter().filter_map(|name| Some((name.to_string(), Dist::get(&name)?.data.into_owned())))
}

/// The routes of the built files.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(serve))
}

/// Serves one file: compressed when the browser takes gzip and a compressed copy exists, `304` when it has it already.
async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response<Body> {
    answer(&name, &headers)
}

fn answer(name: &str, headers: &HeaderMap) -> Response<Body> {
    // The manifest is read by the program only; compressed copies have no address of their own.
    let found = (name != "manifest.json" && !name.ends_with(".gz")).then(|| Dist::get(name)).flatten();
    let Some(plain) = found else {
        return with_status(StatusCode::NOT_FOUND);
    };
    let packed = takes_gzip(headers).then(|| Dist::get(&format!("{name}.gz"))).flatten();
    let tag = tag(&plain, packed.is_some());
    let mut response = if has_already(headers, &tag) {
        with_status(StatusCode::NOT_MODIFIED)
    } else {
        Response::new(Body::from(packed.as_ref().unwrap_or(&plain).data.clone().into_owned()))
    };
    let fields = response.headers_mut();
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        fields.insert(header::ETAG, value);
    }
    if let Ok(value) = HeaderValue::from_str(&kind(name)) {
        fields.insert(header::CONTENT_TYPE, value);
    }
    if packed.is_some() {
        fields.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn with_status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// The media type; texts say that they are UTF-8.
fn kind(name: &str) -> String {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let text = kind.type_() == "text" || kind.essence_str().ends_with("javascript");
    if text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

/// The entity tag (RFC 9110, 8.8.3): the start of the digest; the compressed form is another representation.
fn tag(plain: &EmbeddedFile, packed: bool) -> String {
    let digest = plain.metadata.sha256_hash();
    let start: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{start}{}\"", if packed { "-gz" } else { "" })
}

/// Whether the browser takes gzip (RFC 9110, 12.5.3); `gzip;q=0` refuses it.
fn takes_gzip(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).any(|value| {
        value.split(',').any(|one| {
            let mut parts = one.split(';').map(str::trim);
            let named = parts.next().is_some_and(|coding| coding.eq_ignore_ascii_case("gzip"));
            let refused = parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
            named && !refused
        })
    })
}

fn has_already(headers: &HeaderMap, tag: &str) -> bool {
    headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|value| {
        value.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
    })
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, StatusCode, header};

    use super::{PREFIX, answer, asset, icon, names};

    fn asked(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn every_name_of_the_manifest_is_served_for_good() {
        assert!(names().count() >= 9);
        for name in names() {
            let response = answer(asset(name).strip_prefix(PREFIX).unwrap(), &HeaderMap::new());
            assert_eq!(response.status(), StatusCode::OK, "{name}");
            assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
            assert!(response.headers().contains_key(header::ETAG));
        }
    }

    #[test]
    fn the_compressed_copy_goes_only_to_those_who_take_it() {
        let file = asset("console.css").strip_prefix(PREFIX).unwrap();
        for (accept, packed) in [
            ("gzip, br", true),
            ("br;q=1.0, gzip;q=0.5", true),
            ("identity", false),
            ("gzip;q=0", false),
            ("", false),
        ] {
            let response = answer(file, &asked(&[(header::ACCEPT_ENCODING, accept)]));
            assert_eq!(response.headers().contains_key(header::CONTENT_ENCODING), packed, "{accept}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        }
    }

    #[test]
    fn a_browser_that_has_the_file_is_told_so() {
        let file = asset("console.js").strip_prefix(PREFIX).unwrap();
        let first = answer(file, &HeaderMap::new());
        let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
        let again = answer(file, &asked(&[(header::IF_NONE_MATCH, &format!("\"other\", W/{tag}"))]));
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        let packed = asked(&[(header::IF_NONE_MATCH, &tag), (header::ACCEPT_ENCODING, "gzip")]);
        assert_eq!(answer(file, &packed).status(), StatusCode::OK, "the compressed form has its own tag");
    }

    #[test]
    fn nothing_but_built_files_is_served() {
        for name in ["manifest.json", "console.css", "..", "icons.svg.gz", ""] {
            assert_eq!(answer(name, &HeaderMap::new()).status(), StatusCode::NOT_FOUND, "{name}");
        }
        assert_eq!(asset("no-such-file.css"), "");
        assert!(icon("drop").ends_with(".svg#i-drop"));
    }
}
