//! One run: how far it is, what came of it.

use app::import::{self, FileCounts, ImportRun};
use routes::console::{ImportReport, ImportShow};
use texts::Texts;
use web::{
    Answer, PageCtx, Url,
    layout::{Area, KeyHint, Note, NoteKind},
    page::file,
};

use super::state;
use crate::views::imports::{FileRow, ImportProgress, ImportShowPage};

/// `/importazioni/{import}`.
pub(super) async fn show(cx: PageCtx, Url(at): Url<ImportShow>) -> Answer {
    let t = cx.t;
    let run = import::show(&cx.app, &cx.ctx, at.import).await?;
    let kind = if run.dry_run { t.imports_trial() } else { t.imports_for_good() };
    let mut frame = cx.frame(t.imports_run(t.moment(run.started_at)), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&ImportShowPage {
        t,
        frame,
        id: run.id,
        started: t.moment(run.started_at),
        meta: t.imports_run_meta(kind, &run.folder, &run.profile, &run.started_by),
        report: run.state == "done",
        progress: progress(t, &run),
    })
}

/// What came of a run as a file.
pub(super) async fn report(cx: PageCtx, Url(at): Url<ImportReport>) -> Answer {
    let run = import::show(&cx.app, &cx.ctx, at.import).await?;
    let body = serde_json::json!({
        "id": run.id,
        "profile": run.profile,
        "folder": run.folder,
        "dry_run": run.dry_run,
        "state": run.state,
        "files": run.files,
        "error": run.error,
    });
    Ok(file("application/json", &format!("import-{}.json", run.id), false, body.to_string().into_bytes()))
}

fn progress(t: &'static Texts, run: &ImportRun) -> ImportProgress<'static> {
    let sum = |part: fn(&FileCounts) -> u64| run.files.iter().map(part).sum::<u64>();
    let (rows, changed, unchanged, refused) = (
        sum(|file| file.rows),
        sum(FileCounts::written),
        sum(|file| file.unchanged),
        sum(|file| file.refused),
    );
    let share = |part: u64| {
        let tenths = part.saturating_mul(1000).checked_div(rows).unwrap_or(0);
        if rows == 0 { String::new() } else { t.imports_total_share(t.percent(tenths)) }
    };
    let totals = vec![
        (t.imports_total_rows(), rows, String::new()),
        (t.imports_total_changed(), changed, share(changed)),
        (t.imports_total_unchanged(), unchanged, share(unchanged)),
        (
            t.imports_total_refused(),
            refused,
            if refused > 0 { t.imports_total_fix() } else { t.imports_total_none() },
        ),
    ];
    ImportProgress {
        t,
        oob: false,
        id: run.id,
        running: run.state == "running",
        trial: run.dry_run,
        state: state(t, &run.state),
        file: run.file.clone(),
        rows_done: run.rows_done,
        note: note(t, run, changed),
        totals: if run.files.is_empty() { Vec::new() } else { totals },
        files: run
            .files
            .iter()
            .map(|file| FileRow {
                file: file.file.clone(),
                rows: file.rows,
                changed: file.written(),
                unchanged: file.unchanged,
                refused: file.refused,
                warned: file.warned,
            })
            .collect(),
    }
}

fn note(t: &Texts, run: &ImportRun, changed: u64) -> Option<Note> {
    let (kind, lead, text) = match run.state.as_str() {
        "done" if run.dry_run => (NoteKind::Done, t.imports_note_trial(), t.imports_note_trial_text()),
        "done" => (NoteKind::Done, t.imports_note_done(), t.imports_note_done_text(changed)),
        "failed" => (NoteKind::Error, t.imports_note_failed(), run.error.clone()),
        "stopped" => (NoteKind::Attention, t.imports_note_stopped(), t.imports_note_stopped_text()),
        "interrupted" => {
            (NoteKind::Attention, t.imports_note_interrupted(), t.imports_note_interrupted_text())
        }
        _ => return None,
    };
    Some(Note { kind, lead, text, link: None })
}
