//! Writing a comment.

use app::{
    Error,
    cases::{comment, show as show_case},
};
use routes::{
    Route,
    console::{CaseShow, CommentNew},
};
use web::{Answer, Failure, Form, PageCtx, Url};

use super::{records, show};
use crate::views::wording::sentence;

/// Writes a comment; htmx is answered with the comments and, along, the audit trail.
pub(super) async fn write(cx: PageCtx, Url(CommentNew { case }): Url<CommentNew>, form: Form) -> Answer {
    let text = form.text("commento").to_owned();
    let fault = match comment(&cx.app, &cx.ctx, case, text.clone()).await {
        Ok(()) => None,
        Err(Error::Invalid(problems)) => {
            problems.first().map(|problem| sentence(cx.t, &problem.code, &problem.args))
        }
        Err(error) => return Err(error.into()),
    };
    if !cx.htmx && fault.is_none() {
        return Ok(cx.go(&CaseShow::new(case).url()));
    }
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let mut comments = records::comments(&cx, &view);
    if fault.is_some() {
        comments.typed = text;
        comments.fault = fault;
    }
    if !cx.htmx {
        let mut page = show::page(&cx, &view, None).await?;
        page.comments = comments;
        return cx.invalid(&page);
    }
    let mut audit = records::audit(&cx, &view);
    audit.oob = true;
    let render = |part: Result<String, askama::Error>| part.map_err(Failure::from);
    let html = format!(
        "{}{}",
        render(askama::Template::render(&comments))?,
        render(askama::Template::render(&audit))?
    );
    Ok(axum::response::IntoResponse::into_response(axum::response::Html(html)))
}
