//! One file: what each message would do, what it did, and taking it back.

use app::distributor::{self, FileSeen};
use domain::distributor::Fate;
use routes::{
    Route,
    console::{ExchangeApply, ExchangeReport, ExchangeShow, ExchangeUndo},
};
use web::{
    Answer, PageCtx, Url,
    layout::{Area, KeyHint, Note, NoteKind},
    page::file,
};

use super::{file_state, message};
use crate::views::exchange::{ExchangeShowPage, MessageRow};

/// `/importazioni/xml/{import}`.
pub(super) async fn show(cx: PageCtx, Url(at): Url<ExchangeShow>) -> Answer {
    let t = cx.t;
    let seen = distributor::show(&cx.app, &cx.ctx, at.import).await?;
    let rows: Vec<MessageRow> = seen.rows.iter().map(|row| message(&cx, row)).collect();
    let would = |fate: Fate| {
        let count = seen.rows.iter().filter(|row| row.verdict.is_some_and(|verdict| verdict.fate() == fate));
        u64::try_from(count.count()).unwrap_or(u64::MAX)
    };
    let mut frame = cx.frame(t.exchange_file_title(&seen.file.name), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    let origin = if seen.file.origin == "folder" { t.exchange_by_folder() } else { t.exchange_by_upload() };
    cx.page(&ExchangeShowPage {
        t,
        id: seen.file.id,
        name: seen.file.name.clone(),
        meta: t.exchange_file_meta(t.moment(seen.file.received_at), origin, &seen.file.received_by),
        state: file_state(t, &seen.file.state),
        may_apply: seen.file.state != "applied",
        may_undo: seen.undoable.is_ok(),
        note: note(&cx, &seen),
        totals: vec![
            (t.exchange_total_applied(), would(Fate::Applied)),
            (t.exchange_total_ignored(), would(Fate::Ignored)),
            (t.exchange_total_waiting(), would(Fate::Quarantined)),
        ],
        rows,
        frame,
    })
}

fn note(cx: &PageCtx, seen: &FileSeen) -> Option<Note> {
    let t = cx.t;
    let due = seen.rows.iter().filter_map(|row| row.row.due_at).max();
    let (kind, lead, text) = match (seen.file.state.as_str(), seen.undoable) {
        ("preview", _) => (NoteKind::Info, t.exchange_note_preview(), t.exchange_note_preview_text()),
        ("undone", _) => {
            let by = &seen.file.undone_by;
            (NoteKind::Attention, t.exchange_note_undone(), t.exchange_note_undone_text(by))
        }
        (_, Ok(())) => match due.filter(|due| *due > cx.now) {
            Some(due) => (NoteKind::Done, t.exchange_note_applied(), t.exchange_note_until(t.moment(due))),
            None => (NoteKind::Done, t.exchange_note_applied(), t.exchange_note_undoable()),
        },
        (_, Err("later_file")) => (NoteKind::Done, t.exchange_note_applied(), t.exchange_note_later_file()),
        (_, Err(_)) => (NoteKind::Done, t.exchange_note_applied(), t.exchange_note_taken_in()),
    };
    Some(Note { kind, lead, text, link: None })
}

/// Applies the messages of a file.
pub(super) async fn apply(cx: PageCtx, Url(at): Url<ExchangeApply>) -> Answer {
    distributor::apply(&cx.app, &cx.ctx, at.import).await?;
    Ok(cx.done(&ExchangeShow::new(at.import).url(), cx.t.exchange_applied()))
}

/// Takes a file back.
pub(super) async fn undo(cx: PageCtx, Url(at): Url<ExchangeUndo>) -> Answer {
    distributor::undo(&cx.app, &cx.ctx, at.import).await?;
    Ok(cx.done(&ExchangeShow::new(at.import).url(), cx.t.exchange_undone()))
}

/// What came of each message, for a spreadsheet: UTF-8 with its mark, cells between quotation marks, semicolons.
pub(super) async fn report(cx: PageCtx, Url(at): Url<ExchangeReport>) -> Answer {
    let t = cx.t;
    let seen = distributor::show(&cx.app, &cx.ctx, at.import).await?;
    let mut text = String::from("\u{feff}");
    let heads = [
        t.exchange_col_number(),
        t.exchange_col_file(),
        t.exchange_col_message(),
        t.exchange_col_request(),
        t.exchange_col_point(),
        t.exchange_col_case(),
        t.exchange_col_state(),
        t.exchange_col_why(),
    ];
    line(&mut text, &heads);
    for row in seen.rows.iter().map(|row| message(&cx, row)) {
        let case = row.case.map(|(_, number)| number).unwrap_or_default();
        let cells = [
            row.number.to_string(),
            row.member,
            row.kind,
            row.request,
            row.point,
            case,
            row.state.1,
            row.why,
        ];
        line(&mut text, &cells);
    }
    Ok(file("text/csv; charset=utf-8", &format!("messaggi-{}.csv", at.import), false, text.into_bytes()))
}

/// One line of the report. A cell that a spreadsheet would take for a formula is told to be text.
fn line(text: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
        })
        .collect();
    text.push_str(&cells.join(";"));
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_cell_never_becomes_a_formula_and_keeps_its_marks() {
        let mut text = String::new();
        line(&mut text, &["=1+1".to_owned(), "detto \"sì\"".to_owned(), String::new()]);
        assert_eq!(text, "\"'=1+1\";\"detto \"\"sì\"\"\";\"\"\r\n");
    }
}
