//! Signing in: first time, after a wrong password, after the session ended, the code.

use routes::Route;
use routes::console::{SignIn, SignInCode};
use texts::Texts;
use web::layout::{ErrorSummary, Link, Note, NoteKind};

use super::Sample;
use crate::views::sign_in::{SignInCodePage, SignInPage, code_field, password_field, user_field};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let first = page(t);
    let mut ended = page(t);
    ended.note = Some(Note {
        kind: NoteKind::Info,
        lead: t.sign_in_ended_lead(),
        text: t.sign_in_ended(),
        link: None,
    });
    ended.external = Some(Link::new("Fontebruna ID", SignIn::new().url()));
    ended.next = Some("/richieste".into());
    let mut wrong = page(t);
    wrong.user = user_field(t).value("m.bellini");
    wrong.password = password_field(t).focus();
    wrong.note =
        Some(Note { kind: NoteKind::Error, lead: String::new(), text: t.sign_in_wrong(), link: None });
    let mut missing = page(t);
    missing.user = user_field(t).bad(t.sign_in_missing_user());
    missing.password = password_field(t).bad(t.sign_in_missing_password());
    missing.faults = ErrorSummary::of([&missing.user, &missing.password]).titled(t.sign_in_faults(2));
    let code = SignInCodePage {
        t,
        tenant: "Fontebruna Servizi".into(),
        here: SignInCode::new().url(),
        faults: ErrorSummary::default(),
        code: code_field(t),
    };
    Ok(vec![
        Sample::page("sign-in", &first)?,
        Sample::page("sign-in-ended", &ended)?,
        Sample::page("sign-in-wrong", &wrong)?,
        Sample::page("sign-in-missing", &missing)?,
        Sample::page("sign-in-code", &code)?,
    ])
}

fn page(t: &Texts) -> SignInPage<'_> {
    SignInPage {
        t,
        tenant: "Fontebruna Servizi".into(),
        here: SignIn::new().url(),
        note: None,
        faults: ErrorSummary::default(),
        next: None,
        user: user_field(t).focus(),
        password: password_field(t),
        external: None,
    }
}
