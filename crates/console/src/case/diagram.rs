//! The drawing of a case's process and where its tokens are.

use app::cases::{Marks, diagram};
use axum::{
    http::header,
    response::{IntoResponse, Json},
};
use routes::console::{CaseDiagram, CaseDiagramState};
use serde_json::json;
use web::{Answer, PageCtx, Url};

/// The drawing (BPMN 2.0 XML).
pub(super) async fn xml(cx: PageCtx, Url(CaseDiagram { case }): Url<CaseDiagram>) -> Answer {
    let (xml, _) = diagram(&cx.app, &cx.ctx, case).await?;
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

/// What was passed and where it stands; what is stuck stands too.
pub(super) async fn state(cx: PageCtx, Url(CaseDiagramState { case }): Url<CaseDiagramState>) -> Answer {
    let (_, marks) = diagram(&cx.app, &cx.ctx, case).await?;
    Ok(Json(markers(&marks)).into_response())
}

/// The marks as the drawing takes them.
pub(super) fn markers(marks: &Marks) -> serde_json::Value {
    let now: Vec<&String> = marks.now.iter().chain(&marks.stuck).collect();
    json!({ "done": marks.done, "now": now, "stuck": marks.stuck })
}
