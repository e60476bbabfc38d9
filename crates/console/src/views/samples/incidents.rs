//! Incidents: some of each kind, and none.

use kernel::JobId;
use routes::Route;
use routes::console::{CaseShow, IncidentList};
use texts::Texts;
use web::layout::{Area, Empty, KeyHint, Link};

use super::{Sample, bytes, case, frame};
use crate::views::incidents::{FailedRow, IncidentsPage, StuckRow};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let page = |processes, jobs, billing| {
        let mut frame = frame(
            t,
            t.incidents_title(),
            Some(Area::Administration),
            vec![KeyHint::new("J K", t.queue_key_scroll())],
        );
        frame.here = IncidentList::new().url();
        IncidentsPage {
            t,
            frame,
            processes,
            jobs,
            billing,
            empty: Empty {
                icon: "ok",
                title: t.incidents_none(),
                text: t.incidents_none_text(),
                link: None,
                main: false,
            },
            may_retry: true,
        }
    };
    let link = || Some(Link::new(t.incidents_case_open(), CaseShow::new(case(1)).url()));
    let stuck = StuckRow {
        id: JobId::from_bytes(bytes(1)),
        case: link(),
        step: "Invia a fatturazione".into(),
        message: "Il codice contratto C-118204 è già cessato nel sistema di fatturazione: riaprilo là, poi riprova.".into(),
        since: "10/03/2026 17:12".into(),
    };
    let failed = |number, what: String, error: &str, case| FailedRow {
        id: JobId::from_bytes(bytes(number)),
        what,
        error: error.into(),
        case,
        since: "11/03/2026 8:02".into(),
    };
    Ok(vec![
        Sample::page(
            "incidents",
            &page(
                vec![stuck],
                vec![
                    failed(
                        2,
                        t.incidents_job_mail(),
                        "Il server della posta non accetta il destinatario: 550 5.1.1",
                        link(),
                    ),
                    failed(3, t.incidents_job_document(), "Manca il modello letters/receipt.typ", None),
                ],
                vec![
                    (t.incidents_billing_queued(), 12, t.incidents_since("11/03/2026 7:40")),
                    (t.incidents_billing_sent(), 3, t.incidents_since("10/03/2026 18:00")),
                ],
            ),
        )?,
        Sample::page("incidents-none", &page(Vec::new(), Vec::new(), Vec::new()))?,
    ])
}
