//! What went wrong, in every way it can, with and without a frame.

use routes::Route;
use routes::console::{CaseList, CustomerEdit, CustomerShow, SignIn};
use texts::Texts;
use web::layout::{Area, BarePage, ConflictField, ConflictPage, ErrorPage, Fault, KeysPage, Link};

use super::{Sample, frame, party};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let fault = |fault: Fault| ErrorPage {
        t,
        frame: frame(t, fault.title(t), Some(Area::Cases), Vec::new()),
        fault,
        back: Link::new(t.errors_back_to_cases(), CaseList::new().url()),
    };
    let bare = BarePage {
        t,
        fault: Fault::Broken { reference: "7F3A-21C9".into() },
        back: Link::new(t.sign_in_title(), SignIn::new().url()),
    };
    Ok(vec![
        Sample::page(
            "error-404",
            &fault(Fault::NotFound { what: "La pratica 2026-09999 non esiste".into() }),
        )?,
        Sample::page(
            "error-403",
            &fault(Fault::Forbidden {
                what: "Gli incassi sono della cassa".into(),
                who: "Anna Vezzali".into(),
            }),
        )?,
        Sample::page("error-500", &fault(Fault::Broken { reference: "7F3A-21C9".into() }))?,
        Sample::page("error-503", &fault(Fault::Busy { reference: "7F3A-21C9".into() }))?,
        Sample::page("error-bare", &bare)?,
        Sample::page("conflict", &conflict(t))?,
        Sample::page("keys", &KeysPage { t, frame: frame(t, t.layout_keys(), None, Vec::new()) })?,
    ])
}

fn conflict(t: &Texts) -> ConflictPage<'_> {
    let field = |name: &str, label: &str, yours: &str, theirs: &str| ConflictField {
        name: name.into(),
        label: label.into(),
        yours: yours.into(),
        theirs: theirs.into(),
    };
    ConflictPage {
        t,
        frame: frame(t, t.errors_conflict_title(), Some(Area::Customers), Vec::new()),
        what: "Anagrafica di Marchetti Elena".into(),
        who: "Davide Orlandi".into(),
        when: "2 minuti fa".into(),
        action: CustomerEdit::new(party(1)).url(),
        version: 7,
        fields: vec![
            field("cellulare", "Cellulare", "333 555 0142", "333 555 0199"),
            field("email", "E-mail", "elena.marchetti@example.org", ""),
        ],
        kept: vec![("cognome".into(), "Marchetti".into())],
        back: Link::new(t.words_cancel(), CustomerShow::new(party(1)).url()),
    }
}
