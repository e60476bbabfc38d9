//! Files of distributors: bringing one, looking at its messages before they count, applying, taking back, and the
//! messages that wait for a person.

mod list;
mod show;

use app::distributor::RowSeen;
use axum::{
    Router,
    routing::{get, post},
};
use domain::{
    access::{Action, Resource},
    distributor::{Fate, Verdict},
};
use kernel::Lang;
use routes::{Route, console as at};
use texts::Texts;
use web::{AppState, PageCtx};

use crate::views::exchange::{MessageRow, Typed};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(at::ExchangeList::PATH, get(list::show).post(list::bring).layer(web::limit::uploads()))
        .route(at::ExchangeShow::PATH, get(show::show))
        .route(at::ExchangeApply::PATH, post(show::apply))
        .route(at::ExchangeUndo::PATH, post(show::undo))
        .route(at::ExchangeReport::PATH, get(show::report))
        .route(at::ExchangeAssign::PATH, post(list::assign))
        .route(at::ExchangeDismiss::PATH, post(list::dismiss))
}

/// Whether this account may bring files and apply them.
pub(crate) fn may_import(cx: &PageCtx) -> bool {
    cx.ctx.may(Resource::Import, Action::Read) && cx.ctx.may(Resource::Case, Action::Update)
}

/// Class and word of a file's state.
fn file_state(t: &Texts, state: &str) -> (&'static str, String) {
    match state {
        "applied" => ("on", t.exchange_state_applied()),
        "undone" => ("half", t.exchange_state_undone()),
        _ => ("go", t.exchange_state_preview()),
    }
}

/// A message as the pages show it.
fn message(cx: &PageCtx, seen: &RowSeen) -> MessageRow {
    let t = cx.t;
    let row = &seen.row;
    let verdict = seen.verdict.unwrap_or(Verdict::Unreadable);
    let (class, state) = match (row.state.as_str(), verdict.fate()) {
        ("preview", Fate::Applied) => ("go", t.exchange_row_will_apply()),
        ("preview", Fate::Ignored) => ("", t.exchange_row_will_pass()),
        ("preview", Fate::Quarantined) => ("bad", t.exchange_row_will_wait()),
        ("applied", _) => ("on", t.exchange_row_applied()),
        ("ignored", _) => ("", t.exchange_row_ignored()),
        ("quarantined", _) => ("bad", t.exchange_row_quarantined()),
        ("dismissed", _) => ("", t.exchange_row_dismissed()),
        _ => ("half", t.exchange_row_undone()),
    };
    let note = match t.lang() {
        Lang::It => &row.note_it,
        Lang::En => &row.note_en,
    };
    let why = if note.is_empty() { self::why(t, verdict) } else { note.clone() };
    MessageRow {
        file: row.file_id,
        number: row.row,
        member: row.member.clone(),
        kind: if row.service.is_empty() {
            String::new()
        } else {
            t.exchange_message_kind(&row.service, step(t, &row.flow))
        },
        request: row.request_code.clone(),
        point: row.point_code.clone(),
        case: row.case_id.zip(seen.case_number.clone()),
        state: (class, state),
        why,
        readable: !row.message.is_empty(),
        assign: Typed::default(),
        dismiss: Typed::default(),
    }
}

/// What a step is called.
pub(crate) fn step(t: &Texts, flow: &str) -> String {
    match flow {
        "0050" => t.exchange_flow_request(),
        "0100" => t.exchange_flow_admissibility(),
        "0200" => t.exchange_flow_appointment(),
        "0150" => t.exchange_flow_outcome(),
        other => other.to_owned(),
    }
}

fn why(t: &Texts, verdict: Verdict) -> String {
    match verdict {
        Verdict::Fits => t.exchange_why_fits(),
        Verdict::FitsByPoint => t.exchange_why_by_point(),
        Verdict::Early => t.exchange_why_early(),
        Verdict::Repeated => t.exchange_why_repeated(),
        Verdict::Overtaken => t.exchange_why_overtaken(),
        Verdict::NoAnswer => t.exchange_why_no_answer(),
        Verdict::Contradicts => t.exchange_why_contradicts(),
        Verdict::NotOurs => t.exchange_why_not_ours(),
        Verdict::DistributorUnknown => t.exchange_why_distributor_unknown(),
        Verdict::RequestUnknown => t.exchange_why_request_unknown(),
        Verdict::RequestDiffers => t.exchange_why_request_differs(),
        Verdict::PointDiffers => t.exchange_why_point_differs(),
        Verdict::AfterTheEnd => t.exchange_why_after_the_end(),
        Verdict::CaseClosed => t.exchange_why_case_closed(),
        Verdict::Unreadable => t.exchange_why_unreadable(),
    }
}
