//! Files of distributors: the list with messages that wait, an empty one with an error, a preview, one that was applied.

use kernel::{ImportId, Lang};
use texts::Texts;
use web::layout::{Area, Empty, Field, KeyHint, Note, NoteKind};

use super::{Sample, bytes, case, frame};
use crate::views::exchange::{ExchangeListPage, ExchangeShowPage, FileRow, MessageRow, Typed};

const FILE: ImportId = ImportId::from_bytes(bytes(11));

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let field = || Field::text("file", t.exchange_file()).hint(t.exchange_file_hint());
    let bad = field().bad(t.exchange_file_required());
    Ok(vec![
        Sample::page("exchange", &list(t, field(), true))?,
        Sample::page("exchange-empty", &list(t, bad, false))?,
        Sample::page("exchange-preview", &show(t, true))?,
        Sample::page("exchange-applied", &show(t, false))?,
    ])
}

fn list(t: &Texts, field: Field, full: bool) -> ExchangeListPage<'_> {
    let file = |name: &str, by_folder, state| FileRow {
        id: FILE,
        received: "11/03/2026 10:21".into(),
        by_folder,
        by: "Conti Paolo".into(),
        name: name.into(),
        state,
    };
    let files = vec![
        file("esiti-marzo.zip", false, ("go", t.exchange_state_preview())),
        file("00488410010_01234560157_202603_A010100_12.xml", true, ("on", t.exchange_state_applied())),
        file("prova.xml", false, ("half", t.exchange_state_undone())),
    ];
    ExchangeListPage {
        t,
        frame: frame(
            t,
            t.exchange_title(),
            Some(Area::Administration),
            vec![KeyHint::new("J K", t.queue_key_scroll())],
        ),
        field,
        waiting: if full { rows(t).split_off(2) } else { Vec::new() },
        rows: if full { files } else { Vec::new() },
        empty: Empty {
            icon: "upload",
            title: t.exchange_none(),
            text: t.exchange_none_text(),
            link: None,
            main: false,
        },
    }
}

fn rows(t: &Texts) -> Vec<MessageRow> {
    let row = |number, kind: String, state, why| MessageRow {
        file: FILE,
        number,
        member: format!("esito-{number}.xml"),
        kind,
        request: "2026-A01-000123".into(),
        point: "99900000000123".into(),
        case: Some((case(1), "2026-A01-000123".into())),
        state,
        why,
        readable: true,
        assign: Typed::default(),
        dismiss: Typed::default(),
    };
    let kind = |step: String| t.exchange_message_kind("A01", step);
    vec![
        row(
            1,
            kind(t.exchange_flow_admissibility()),
            ("go", t.exchange_row_will_apply()),
            t.exchange_why_fits(),
        ),
        row(2, kind(t.exchange_flow_outcome()), ("", t.exchange_row_will_pass()), t.exchange_why_repeated()),
        MessageRow {
            case: None,
            request: "CRM-77".into(),
            ..row(
                3,
                kind(t.exchange_flow_outcome()),
                ("bad", t.exchange_row_will_wait()),
                t.exchange_why_request_unknown(),
            )
        },
        MessageRow {
            case: None,
            request: String::new(),
            point: String::new(),
            readable: false,
            dismiss: Typed { text: String::new(), fault: Some(t.exchange_reason_required()) },
            ..row(
                4,
                String::new(),
                ("bad", t.exchange_row_will_wait()),
                say(
                    t,
                    "esito-4.xml, riga 7, carattere 3, Prestazione/Esito: contiene «2»; ci vuole 0 oppure 1.",
                    "esito-4.xml, line 7, character 3, Prestazione/Esito: holds «2»; 0 or 1 is wanted.",
                ),
            )
        },
    ]
}

fn show(t: &Texts, preview: bool) -> ExchangeShowPage<'_> {
    let (kind, lead, text) = if preview {
        (NoteKind::Info, t.exchange_note_preview(), t.exchange_note_preview_text())
    } else {
        (NoteKind::Done, t.exchange_note_applied(), t.exchange_note_until("11/03/2026 10:23"))
    };
    ExchangeShowPage {
        t,
        frame: frame(t, t.exchange_file_title("esiti-marzo.zip"), Some(Area::Administration), Vec::new()),
        id: FILE,
        name: "esiti-marzo.zip".into(),
        meta: t.exchange_file_meta("11/03/2026 10:21", t.exchange_by_upload(), "Conti Paolo"),
        state: if preview { ("go", t.exchange_state_preview()) } else { ("on", t.exchange_state_applied()) },
        may_apply: preview,
        may_undo: !preview,
        note: Some(Note { kind, lead, text, link: None }),
        totals: vec![
            (t.exchange_total_applied(), 1),
            (t.exchange_total_ignored(), 1),
            (t.exchange_total_waiting(), 2),
        ],
        rows: rows(t),
    }
}

fn say(t: &Texts, it: &str, en: &str) -> String {
    match t.lang() {
        Lang::It => it.to_owned(),
        Lang::En => en.to_owned(),
    }
}
