//! Papers by their own id.

use axum::{
    Json,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use routes::api::{Document as Route, DocumentContent as ContentRoute};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::At,
    problem::Fault,
    values::{Id, Moment},
};

/// A paper.
#[derive(Debug, Serialize, ToSchema)]
pub struct Document {
    /// Its id.
    id: Id,
    /// The case it belongs to.
    case: Option<Id>,
    /// The customer it concerns.
    party: Option<Id>,
    /// Its kind, a word of the procedure: `receipt`, `contract`, ….
    kind: String,
    /// Its title.
    title: String,
    /// `out` when the utility made it, `in` when it was received.
    direction: &'static str,
    /// Media type.
    media_type: String,
    /// Its language.
    lang: &'static str,
    /// `queued`, `ready` or `failed`.
    state: String,
    /// Bytes of its content.
    size: i64,
    /// When it was asked for, or received.
    created_at: Moment,
    /// Who asked for it, or received it.
    created_by: String,
    /// When it was produced.
    produced_at: Option<Moment>,
    /// Why it could not be produced; empty otherwise.
    error: String,
}

impl From<app::papers::Document> for Document {
    fn from(paper: app::papers::Document) -> Self {
        Self {
            id: Id::of(paper.id),
            case: paper.case_id.map(Id::of),
            party: paper.party_id.map(Id::of),
            kind: paper.kind,
            title: paper.title,
            direction: if paper.outgoing { "out" } else { "in" },
            media_type: paper.media_type,
            lang: paper.lang.code(),
            state: paper.state,
            size: paper.size,
            created_at: paper.created_at.into(),
            created_by: paper.created_by,
            produced_at: paper.produced_at.map(Moment::from),
            error: paper.error,
        }
    }
}

/// One paper: what it is.
#[utoipa::path(get, path = "/api/v1/documents/{document}", tag = "documents",
    params(("document" = String, Path, format = "uuid", description = "The paper.")),
    responses((status = 200, body = Document)))]
pub async fn show_document(api: ApiCtx, At(route): At<Route>) -> Result<Json<Document>, Fault> {
    Ok(Json(app::papers::show_document(&api.app, &api.ctx, route.document).await?.into()))
}

/// One paper: its bytes.
#[utoipa::path(get, path = "/api/v1/documents/{document}/content", tag = "documents",
    params(("document" = String, Path, format = "uuid", description = "The paper.")),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>,
        description = "The bytes, in the paper's own media type: `application/pdf`, `image/jpeg` or `image/png`.")))]
pub async fn document_content(api: ApiCtx, At(route): At<ContentRoute>) -> Result<Response, Fault> {
    let (paper, content) = app::papers::document_bytes(&api.app, &api.ctx, route.document).await?;
    let mut response = content.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_str(&paper.media_type);
    headers
        .insert(header::CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("application/octet-stream")));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    Ok(response)
}
