//! Papers of a case: those made, and those the customer hands in.

use app::{Error, cases::HandedIn};
use axum::{Json, http::StatusCode, response::Response};
use routes::api::{CaseDocuments as Route, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    documents::Document,
    input::{At, Wanted},
    paging,
    problem::Fault,
    values::{Id, Made, Page},
    write::{self, Body, MOST_PAPER_BYTES, Write},
};

/// Papers of a case, oldest first.
#[utoipa::path(get, path = "/api/v1/cases/{case}/documents", tag = "documents",
    params(
        ("case" = String, Path, format = "uuid", description = "The case."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Document>)))]
pub async fn list_case_documents(
    api: ApiCtx,
    At(route): At<Route>,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Document>>, Fault> {
    let view = app::cases::show(&api.app, &api.ctx, route.case).await?;
    Ok(Json(paging::page_of_all(
        "documents",
        view.documents,
        &query,
        |row| row.id.to_string(),
        Document::from,
    )?))
}

/// A paper handed in by the customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDocument {
    /// What it is: a word of the procedure, or `other`.
    #[serde(default = "other")]
    kind: String,
    /// The file's name.
    title: String,
    /// The bytes of a PDF, JPEG or PNG of at most 15 MiB, in base64 (RFC 4648, section 4).
    #[schema(content_encoding = "base64")]
    content: String,
    /// Whether it is what the process waits for: then it goes on.
    #[serde(default)]
    answers_request: bool,
}

fn other() -> String {
    "other".to_owned()
}

impl Body for NewDocument {
    const MOST: usize = MOST_PAPER_BYTES;
}

/// Stores a paper the customer handed in; when the process waits for it, the clock goes on.
#[utoipa::path(post, path = "/api/v1/cases/{case}/documents", tag = "documents",
    params(("case" = String, Path, format = "uuid", description = "The case.")),
    request_body = NewDocument, responses((status = 201, body = Made)))]
pub async fn hand_in_document(
    api: ApiCtx,
    At(route): At<Route>,
    new: Write<NewDocument>,
) -> Result<Response, Fault> {
    let (new, sent) = new.split();
    if new.title.trim().is_empty() {
        return Err(Error::field("title", "required").into());
    }
    let content = base64(&new.content).ok_or_else(|| Error::field("content", "base64_form"))?;
    let paper = HandedIn {
        kind: new.kind,
        title: new.title.trim().to_owned(),
        // Recognised from the content.
        media_type: String::new(),
        content,
        answers_request: new.answers_request,
    };
    let stored = app::cases::hand_in_document(&api.app, &api.ctx, route.case, paper);
    api.once(sent, |id| write::answer(StatusCode::CREATED, &Made { id: Id::of(id) }), stored).await
}

/// Reads base64 with its padding (RFC 4648, section 4); line ends are passed over.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held, mut padding) = (0_u32, 0_u32, 0_usize);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                padding += 1;
                continue;
            }
            _ => return None,
        };
        if padding > 0 {
            return None;
        }
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    // One byte left over takes two signs of padding, two bytes one; the bits behind them are zero.
    let wanted = match held {
        0 => 0,
        4 => 2,
        2 => 1,
        _ => return None,
    };
    let rest = bits & ((1 << held) - 1);
    (padding == wanted && rest == 0).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_read_as_the_standard_writes_it() {
        for (text, bytes) in [
            ("", Some("")),
            ("Zg==", Some("f")),
            ("Zm8=", Some("fo")),
            ("Zm9v", Some("foo")),
            ("Zm9vYg==", Some("foob")),
            ("Zm9v\r\nYmE=", Some("fooba")),
            ("Zm9vYmFy", Some("foobar")),
            ("Zm9", None),
            ("Z", None),
            ("Zm=v", None),
            ("Zm9=", None),
            ("Zh==", None),
            ("Zm9v!", None),
            ("Zm-v", None),
        ] {
            assert_eq!(base64(text).as_deref(), bytes.map(str::as_bytes), "{text}");
        }
    }
}
