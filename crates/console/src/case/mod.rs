//! The page of a case and what is done there: its open tasks, comments, papers, dates, and what supervisors do to it.

pub(crate) mod about;
pub(crate) mod act;
mod billing;
mod clock;
mod comment;
mod diagram;
mod distributor;
mod document;
mod fact;
mod follow_up;
pub(crate) mod log;
mod preview;
mod record;
mod records;
mod show;
mod task;

use axum::{
    Router,
    routing::{get, post},
};
use routes::{Route, console as at};
use web::AppState;

/// The routes of this folder.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(at::CaseShow::PATH, get(show::show))
        .route(at::CasePart::PATH, get(show::part))
        .route(at::TaskComplete::PATH, post(task::complete).layer(web::limit::uploads()))
        .route(at::TaskClaim::PATH, post(task::claim))
        .route(at::FactNew::PATH, get(record::ask_new).post(record::record))
        .route(at::PaperPreview::PATH, get(preview::show))
        .route(at::FactCorrect::PATH, get(fact::ask).post(fact::correct).layer(web::limit::uploads()))
        .route(at::CommentNew::PATH, post(comment::write))
        .route(at::DocumentNew::PATH, get(document::ask).post(document::hand_in).layer(web::limit::uploads()))
        .route(at::DocumentFile::PATH, get(document::file))
        .route(at::DocumentSend::PATH, post(document::retry))
        .route(at::CaseDiagram::PATH, get(diagram::xml))
        .route(at::CaseDiagramState::PATH, get(diagram::state))
        .route(at::CaseCancel::PATH, get(act::ask_cancel).post(act::cancel))
        .route(at::CaseSuspend::PATH, get(act::ask_suspend).post(act::suspend))
        .route(at::CaseResume::PATH, post(act::resume))
        .route(at::CaseFollowUp::PATH, get(follow_up::ask).post(follow_up::open))
        .route(at::CaseReassign::PATH, get(act::ask_reassign).post(act::reassign))
}
