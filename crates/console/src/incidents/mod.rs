//! Incidents: what is stuck, and trying it again.

use app::{billing, incidents};
use axum::{
    Router,
    routing::{get, post},
};
use domain::access::{Action, Resource};
use routes::{Route, console as at};
use texts::Texts;
use web::{
    Answer, AppState, PageCtx, Url,
    layout::{Area, Empty, KeyHint, Link},
};

use crate::views::incidents::{FailedRow, IncidentsPage, StuckRow};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new().route(at::IncidentList::PATH, get(show)).route(at::JobRetry::PATH, post(retry))
}

/// `/incidenti`.
async fn show(cx: PageCtx) -> Answer {
    let t = cx.t;
    let all = incidents::list(&cx.app, &cx.ctx).await?;
    let waiting = billing::waiting(&cx.app, &cx.ctx).await?;
    let link = |case: Option<kernel::CaseId>| {
        case.map(|case| Link::new(t.incidents_case_open(), at::CaseShow::new(case).url()))
    };
    let (mut processes, mut jobs) = (Vec::new(), Vec::new());
    for stuck in all {
        let since = t.moment_near(stuck.since, cx.today());
        let case = link(stuck.case_id);
        if stuck.process {
            processes.push(StuckRow { id: stuck.id, case, step: stuck.what, message: stuck.message, since });
        } else {
            let what = kind_of_work(t, &stuck.what);
            jobs.push(FailedRow { id: stuck.id, what, error: stuck.message, case, since });
        }
    }
    let billing = waiting.into_iter().map(|(state, count, since)| {
        let words = if state == "sent" { t.incidents_billing_sent() } else { t.incidents_billing_queued() };
        (words, count, t.incidents_since(t.moment_near(since, cx.today())))
    });
    let mut frame = cx.frame(t.incidents_title(), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&IncidentsPage {
        t,
        frame,
        processes,
        jobs,
        billing: billing.collect(),
        empty: Empty {
            icon: "ok",
            title: t.incidents_none(),
            text: t.incidents_none_text(),
            link: None,
            main: false,
        },
        may_retry: cx.ctx.may(Resource::Incident, Action::Retry),
    })
}

fn kind_of_work(t: &Texts, kind: &str) -> String {
    match kind {
        "produce_document" => t.incidents_job_document(),
        "send_mail" | "send_reminder" => t.incidents_job_mail(),
        "send_invitation" => t.incidents_job_invitation(),
        "send_billing" | "write_billing_file" => t.incidents_job_billing(),
        "send_distributor" => t.incidents_job_distributor(),
        "timer" => t.incidents_job_timer(),
        "import" => t.incidents_job_import(),
        other => t.incidents_job_other(other),
    }
}

/// Tries one again.
async fn retry(cx: PageCtx, Url(to): Url<at::JobRetry>) -> Answer {
    incidents::retry(&cx.app, &cx.ctx, to.job).await?;
    Ok(cx.done(&at::IncidentList::new().url(), cx.t.incidents_retried()))
}
