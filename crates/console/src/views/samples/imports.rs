//! Imports: the list, a run at work, one that ended, its refused rows, one that failed.

use kernel::ImportId;
use routes::Route;
use routes::console::{ImportList, ImportRows};
use texts::Texts;
use web::layout::{Area, Chip, Choice, Empty, Field, Frame, KeyHint, Link, Note, NoteKind};

use super::{Sample, bytes, frame};
use crate::views::imports::{
    FileRow, ImportListPage, ImportProgress, ImportRowsPage, ImportShowPage, NotedView, RunRow,
};

const RUN: ImportId = ImportId::from_bytes(bytes(9));

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let failed = ImportProgress {
        files: Vec::new(),
        totals: Vec::new(),
        note: Some(Note {
            kind: NoteKind::Error,
            lead: t.imports_note_failed(),
            text: "Il file CLIENTI.csv non ha la colonna «Nr_»: controlla il profilo e l’esportazione."
                .into(),
            link: None,
        }),
        ..done(t)
    };
    Ok(vec![
        Sample::page("imports", &list(t, runs(t)))?,
        Sample::page("imports-empty", &list(t, Vec::new()))?,
        Sample::page("import-running", &show(t, running(t)))?,
        Sample::page("import-done", &show(t, done(t)))?,
        Sample::page("import-failed", &show(t, failed))?,
        Sample::page("import-rows", &rows(t, noted()))?,
        Sample::page("import-rows-empty", &rows(t, Vec::new()))?,
        Sample::part("import-progress", &running(t))?,
    ])
}

fn framed(t: &Texts) -> Frame {
    frame(t, t.imports_title(), Some(Area::Administration), vec![KeyHint::new("J K", t.queue_key_scroll())])
}

fn list(t: &Texts, rows: Vec<RunRow>) -> ImportListPage<'_> {
    ImportListPage {
        t,
        frame: framed(t),
        rows,
        more: Some(ImportList::new().url()),
        empty: Empty {
            icon: "upload",
            title: t.imports_none(),
            text: t.imports_unavailable(),
            link: None,
            main: false,
        },
    }
}

fn runs(t: &Texts) -> Vec<RunRow> {
    let run = |started: &str, trial, state: (&'static str, String), rows, changed, refused| RunRow {
        id: RUN,
        started: started.into(),
        folder: "/srv/scambio/2026-03".into(),
        profile: "nav".into(),
        trial,
        state,
        rows,
        changed,
        refused,
        by: "Anna Vezzali".into(),
    };
    vec![
        run("11/03/2026 10:21", false, ("go", t.imports_state_running()), 48_000, 0, 0),
        run("11/03/2026 9:40", true, ("on", t.imports_state_done()), 1_204_511, 1_198_020, 37),
        run("10/03/2026 18:02", false, ("bad", t.imports_state_failed()), 0, 0, 0),
        run("03/03/2026 7:00", false, ("half", t.imports_state_interrupted()), 300_120, 12, 0),
    ]
}

fn show<'a>(t: &'a Texts, progress: ImportProgress<'a>) -> ImportShowPage<'a> {
    let ended = !progress.running;
    ImportShowPage {
        t,
        frame: framed(t),
        id: RUN,
        started: "11/03/2026 9:40".into(),
        meta: t.imports_run_meta(t.imports_trial(), "/srv/scambio/2026-03", "nav", "Anna Vezzali"),
        report: ended,
        progress,
    }
}

fn running(t: &Texts) -> ImportProgress<'_> {
    ImportProgress {
        t,
        oob: false,
        id: RUN,
        running: true,
        trial: false,
        state: ("go", t.imports_state_running()),
        file: "LETTURE.csv".into(),
        rows_done: 48_000,
        note: None,
        totals: Vec::new(),
        files: Vec::new(),
    }
}

fn done(t: &Texts) -> ImportProgress<'_> {
    let file = |name: &str, rows, changed, unchanged, refused, warned| FileRow {
        file: name.into(),
        rows,
        changed,
        unchanged,
        refused,
        warned,
    };
    ImportProgress {
        running: false,
        trial: true,
        state: ("on", t.imports_state_done()),
        note: Some(Note {
            kind: NoteKind::Done,
            lead: t.imports_note_trial(),
            text: t.imports_note_trial_text(),
            link: None,
        }),
        totals: vec![
            (t.imports_total_rows(), 1_204_511, String::new()),
            (t.imports_total_changed(), 1_198_020, t.imports_total_share(t.percent(994))),
            (t.imports_total_unchanged(), 6_454, String::new()),
            (t.imports_total_refused(), 37, t.imports_total_fix()),
        ],
        files: vec![
            file("CLIENTI.csv", 48_210, 48_190, 0, 20, 4),
            file("PUNTI_FORNITURA.csv", 61_004, 61_004, 0, 0, 0),
            file("CONTATORI.csv", 64_120, 64_103, 0, 17, 0),
            file("LETTURE.csv", 1_031_177, 1_024_723, 6_454, 0, 112),
        ],
        ..running(t)
    }
}

fn noted() -> Vec<NotedView> {
    let row = |row, refused, field: &str, value: &str, message: &str, reason: &str| NotedView {
        row,
        refused,
        field: field.into(),
        value: value.into(),
        message: message.into(),
        reason: reason.into(),
    };
    vec![
        row(
            118,
            true,
            "CODICE_FISCALE",
            "MRCLNE84L54F257T",
            "L’ultimo carattere dovrebbe essere S: correggi il codice nel sistema di fatturazione e importa di nuovo.",
            "tax_code_check",
        ),
        row(412, true, "CAP", "", "Manca il CAP: servono cinque cifre.", "required"),
        row(
            4_802,
            false,
            "EMAIL",
            "maria.rossi@@example",
            "L’indirizzo non è valido: il cliente è stato importato senza e-mail.",
            "email",
        ),
    ]
}

fn rows(t: &Texts, rows: Vec<NotedView>) -> ImportRowsPage<'_> {
    let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
    ImportRowsPage {
        t,
        frame: framed(t),
        id: RUN,
        started: "11/03/2026 9:40".into(),
        fields: vec![
            Field::select("file", t.imports_by_file(), vec![choice("CLIENTI.csv", "CLIENTI.csv")]),
            Field::select("motivo", t.imports_by_reason(), vec![choice("", &t.imports_any_reason())]),
        ],
        chips: vec![Chip {
            field: t.imports_by_reason(),
            value: "tax_code_check".into(),
            without: ImportRows::new(RUN).url(),
        }],
        rows,
        more: Some(ImportRows::new(RUN).url()),
        empty: Empty {
            icon: "ok",
            title: t.imports_rows_none(),
            text: t.imports_rows_none_text(),
            link: Some(Link::new(t.imports_back(), crate::views::imports::run_url(RUN))),
            main: false,
        },
    }
}
