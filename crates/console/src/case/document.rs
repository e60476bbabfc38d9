//! Papers of a case: handed in, opened, produced again.

use app::{
    Error,
    cases::{CaseView, HandedIn, document_content, hand_in_document, retry_document, show as show_case},
};
use domain::access::{Action, Resource};
use routes::{
    Route,
    console::{CaseShow, DocumentFile, DocumentNew, DocumentSend},
};
use web::{Answer, Form, PageCtx, Url, layout::Choice, page};

use super::act::{about, answered, ask_page};
use crate::views::{
    case::ActLink,
    case_asks::{self as asks, names},
};

/// What a paper handed in may be: those of the procedure, and others.
fn kinds(cx: &PageCtx, view: &CaseView) -> Vec<Choice> {
    let own = view.pack.papers.iter().map(|paper| Choice {
        value: paper.kind.clone(),
        label: view.pack.texts.or_key(cx.t.lang(), &format!("paper-{}", paper.kind.replace('_', "-"))),
    });
    let other = Choice { value: "other".to_owned(), label: cx.t.case_document_other() };
    std::iter::once(other).chain(own).collect()
}

/// Whether the process waits for a paper of the customer.
pub(super) fn awaited(view: &CaseView) -> bool {
    let waits = |element: &str| {
        let customer = view.pack.wait_of(element).is_some_and(|wait| wait.cause == "customer");
        customer && view.pack.awaits_message(element, "customer_documents")
    };
    !view.case.ended() && view.suspensions.iter().any(|held| held.to.is_none() && waits(&held.element))
}

/// The question for a paper.
pub(super) fn question(cx: &PageCtx, view: &CaseView) -> ActLink {
    asks::document(cx.t, view.case.id, &about(view), kinds(cx, view), awaited(view))
}

/// Asks for a paper.
pub(super) async fn ask(cx: PageCtx, Url(DocumentNew { case }): Url<DocumentNew>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Update)?;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    match question(&cx, &view).ask {
        Some(ask) => ask_page(&cx, &view, ask, None, None, Vec::new()),
        None => Ok(cx.go(&CaseShow::new(case).url())),
    }
}

/// Stores a paper the customer handed in.
pub(super) async fn hand_in(
    cx: PageCtx,
    Url(DocumentNew { case }): Url<DocumentNew>,
    mut form: Form,
) -> Answer {
    cx.ctx.require(Resource::Case, Action::Update)?;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let kind = form.given(names::KIND).unwrap_or("other").to_owned();
    let done = match form.take_file(names::FILE) {
        Some(file) => {
            let answers_request = form.all(names::ANSWERS).last() == Some("true");
            let paper = HandedIn {
                kind,
                title: file.name,
                media_type: file.kind,
                content: file.bytes,
                answers_request,
            };
            hand_in_document(&cx.app, &cx.ctx, case, paper).await.map(drop)
        }
        None => Err(Error::field(names::FILE, "required")),
    };
    answered(&cx, &view, done, question(&cx, &view), &form)
}

/// The content of a paper, shown by the browser.
pub(super) async fn file(cx: PageCtx, Url(at): Url<DocumentFile>) -> Answer {
    let document = at.document().ok_or(Error::NotFound { kind: "document" })?;
    let (paper, content) = document_content(&cx.app, &cx.ctx, at.case, document).await?;
    let content = content.ok_or(Error::NotFound { kind: "document" })?;
    let (kind, ending) = match paper.media_type.as_str() {
        "application/pdf" => ("application/pdf", "pdf"),
        "image/jpeg" => ("image/jpeg", "jpg"),
        "image/png" => ("image/png", "png"),
        "text/plain" => ("text/plain; charset=utf-8", "txt"),
        _ => ("application/octet-stream", "bin"),
    };
    let name = format!("{}.{ending}", paper.title.trim_end_matches(&format!(".{ending}")));
    Ok(page::file(kind, &name, kind != "application/octet-stream", content))
}

/// Tries again to produce a paper that failed.
pub(super) async fn retry(cx: PageCtx, Url(DocumentSend { case, document }): Url<DocumentSend>) -> Answer {
    retry_document(&cx.app, &cx.ctx, case, document).await?;
    Ok(cx.go(&CaseShow::new(case).url()))
}
