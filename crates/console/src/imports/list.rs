//! The runs, newest first.

use app::import::{self, FileCounts};
use kernel::Instant;
use routes::{Route, console::ImportList};
use web::{
    Answer, Asked, PageCtx,
    layout::{Area, Empty, KeyHint},
};

use super::state;
use crate::views::imports::{ImportListPage, RowsQuery, RunRow};

const PAGE: i64 = 30;

/// `/importazioni`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<RowsQuery>) -> Answer {
    let t = cx.t;
    let before = query.after.as_deref().and_then(|mark| {
        let (at, id) = mark.split_once('~')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    });
    let mut runs = import::list(&cx.app, &cx.ctx, before, PAGE + 1).await?;
    let more = i64::try_from(runs.len()).unwrap_or(0) > PAGE;
    if more {
        runs.pop();
    }
    let mark = runs.last().filter(|_| more).map(|run| format!("{}~{}", run.started_at.as_micros(), run.id));
    let rows = runs.iter().map(|run| RunRow {
        id: run.id,
        started: t.moment(run.started_at),
        folder: run.folder.clone(),
        profile: run.profile.clone(),
        trial: run.dry_run,
        state: state(t, &run.state),
        rows: run.files.iter().map(|file| file.rows).sum(),
        changed: run.files.iter().map(FileCounts::written).sum(),
        refused: run.files.iter().map(|file| file.refused).sum(),
        by: run.started_by.clone(),
    });
    let mut frame = cx.frame(t.imports_title(), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&ImportListPage {
        t,
        frame,
        // Runs are started by the command of the server: it alone sees the folders of the export.
        rows: rows.collect(),
        more: mark
            .map(|mark| ImportList::new().with(&RowsQuery { after: Some(mark), ..RowsQuery::default() })),
        empty: Empty {
            icon: "upload",
            title: t.imports_none(),
            text: t.imports_unavailable(),
            link: None,
            main: false,
        },
    })
}
