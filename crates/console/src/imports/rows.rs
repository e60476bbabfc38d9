//! The rows of a run that were refused or warned about, file by file.

use std::collections::BTreeSet;

use app::import::{self, NotedRow, RowCursor};
use kernel::Lang;
use routes::{Route, console::ImportRows};
use web::{
    Answer, Asked, PageCtx, Url,
    layout::{Area, Chip, Choice, Empty, Field, KeyHint, Link},
};

use crate::views::imports::{ImportRowsPage, NotedView, RowsQuery, run_url};

/// Rows shown at once.
const PAGE: usize = 100;
/// Rows read at once.
const READ: i64 = 500;
/// Rows looked at for one page when a reason is asked for: then the page ends, and the next one goes on from there.
const LOOKED_AT: usize = 10_000;

/// `/importazioni/{import}/righe`.
pub(super) async fn show(cx: PageCtx, Url(at): Url<ImportRows>, Asked(query): Asked<RowsQuery>) -> Answer {
    let t = cx.t;
    let run = import::show(&cx.app, &cx.ctx, at.import).await?;
    let with_rows = || run.files.iter().filter(|file| file.refused + file.warned > 0);
    let file = query.file.clone().filter(|file| !file.is_empty());
    let file = file.or_else(|| with_rows().next().map(|file| file.file.clone())).unwrap_or_default();
    let reason = query.reason.clone().filter(|reason| !reason.is_empty());
    let after = query.after.as_deref().and_then(read_mark);
    let Read { found, mut reasons, next } = read_page(&cx, at.import, &file, reason.as_ref(), after).await?;
    reasons.extend(reason.clone());
    let here = |reason: Option<String>, after: Option<String>| {
        ImportRows::new(at.import).with(&RowsQuery { file: Some(file.clone()), reason, after })
    };
    let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
    let files = with_rows().map(|file| choice(&file.file, &file.file)).collect();
    let mut kinds = vec![choice("", &t.imports_any_reason())];
    kinds.extend(reasons.iter().map(|reason| choice(reason, reason)));
    let chip = |value: &String| Chip {
        field: t.imports_by_reason(),
        value: value.clone(),
        without: here(None, None),
    };
    let mark = next.map(|cursor| format!("{}~{}~{}", cursor.row, cursor.reason, cursor.field));
    let mut frame = cx.frame(t.imports_rows(), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll()), KeyHint::new("F", t.queue_key_filter())];
    cx.page(&ImportRowsPage {
        t,
        frame,
        id: run.id,
        started: t.moment(run.started_at),
        fields: vec![
            Field::select("file", t.imports_by_file(), files).value(&file),
            Field::select("motivo", t.imports_by_reason(), kinds).value(reason.clone().unwrap_or_default()),
        ],
        chips: reason.iter().map(chip).collect(),
        rows: found.iter().map(|row| noted(&cx, row)).collect(),
        more: mark.map(|mark| here(reason.clone(), Some(mark))),
        empty: nothing(&cx, run_url(run.id), reason.is_some().then(|| here(None, None))),
    })
}

/// What a page of rows was read into.
#[derive(Default)]
struct Read {
    /// The rows shown.
    found: Vec<NotedRow>,
    /// Every reason met on the way.
    reasons: BTreeSet<String>,
    /// Where the next page goes on; none at the end.
    next: Option<RowCursor>,
}

/// Reads one page of the rows of a file, with the wanted reason only when there is one.
async fn read_page(
    cx: &PageCtx,
    run: kernel::ImportId,
    file: &str,
    wanted: Option<&String>,
    mut cursor: Option<RowCursor>,
) -> Result<Read, app::Error> {
    let (mut read, mut looked) = (Read::default(), 0);
    loop {
        let batch = import::rows(&cx.app, &cx.ctx, run, file, cursor.clone(), READ).await?;
        let last = i64::try_from(batch.len()).unwrap_or(0) < READ;
        for row in batch {
            if read.found.len() == PAGE || looked == LOOKED_AT {
                read.next = cursor;
                return Ok(read);
            }
            looked += 1;
            cursor = Some(RowCursor { row: row.row, reason: row.reason.clone(), field: row.field.clone() });
            read.reasons.insert(row.reason.clone());
            if wanted.is_none_or(|wanted| *wanted == row.reason) {
                read.found.push(row);
            }
        }
        if last {
            return Ok(read);
        }
    }
}

/// Why no row is shown: none has the reason asked for, and where to drop it; or every row was taken.
fn nothing(cx: &PageCtx, run: String, clear: Option<String>) -> Empty {
    let t = cx.t;
    let (icon, title, text, link) = match clear {
        Some(clear) => (
            "filter",
            t.imports_rows_filtered(),
            t.imports_rows_filtered_text(),
            Link::new(t.imports_rows_clear(), clear),
        ),
        None => ("ok", t.imports_rows_none(), t.imports_rows_none_text(), Link::new(t.imports_back(), run)),
    };
    Empty { icon, title, text, link: Some(link), main: false }
}

fn read_mark(mark: &str) -> Option<RowCursor> {
    let (row, rest) = mark.split_once('~')?;
    let (reason, field) = rest.split_once('~')?;
    Some(RowCursor { row: row.parse().ok()?, reason: reason.to_owned(), field: field.to_owned() })
}

fn noted(cx: &PageCtx, row: &NotedRow) -> NotedView {
    NotedView {
        row: row.row,
        refused: row.refused,
        field: row.field.clone(),
        value: row.value.clone(),
        message: match cx.t.lang() {
            Lang::It => row.message_it.clone(),
            Lang::En => row.message_en.clone(),
        },
        reason: row.reason.clone(),
    }
}
