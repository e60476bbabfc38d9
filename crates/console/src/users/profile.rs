//! One's own profile.

use app::{FieldProblem, accounts, diary};
use kernel::Lang;
use routes::{Route, assets::CalendarFeed, console::Profile};
use web::{
    Answer, Form, PageCtx,
    layout::{ErrorSummary, KeyHint, Note, NoteKind},
};

use super::{marked, problems, roles};
use crate::views::accounts::{ProfilePage, own_password_fields};

/// `/profilo`.
pub(super) async fn show(cx: PageCtx) -> Answer {
    cx.page(&page(&cx, &[]))
}

/// Saves language and shortcuts.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    let lang =
        Lang::from_code(form.text("lang")).ok_or_else(|| app::Error::field("lang", "choice_unknown"))?;
    accounts::set_preferences(&cx.app, &cx.ctx, lang, form.has("scorciatoie")).await?;
    Ok(cx.done(&Profile::new().url(), texts::Texts::of(lang).accounts_preferences_saved()))
}

/// Changes the password. Every session ends with it, this one too: the sign-in comes next.
pub(super) async fn password(cx: PageCtx, form: Form) -> Answer {
    let (present, new) = (form.raw("present").to_owned(), form.raw("password").to_owned());
    if new != form.raw("again") {
        return cx.invalid(&page(&cx, &[FieldProblem::new("again", "password_differs")]));
    }
    match accounts::set_own_password(&cx.app, &cx.ctx, present, new).await {
        Ok(()) => Ok(cx.done(&Profile::new().url(), cx.t.accounts_password_saved())),
        Err(error) => {
            let wrong = problems(error)?;
            cx.invalid(&page(&cx, &wrong))
        }
    }
}

fn page(cx: &PageCtx, wrong: &[FieldProblem]) -> ProfilePage<'static> {
    let t = cx.t;
    let user = &cx.user.user;
    let passwords = marked(t, own_password_fields(t), wrong);
    let feed = CalendarFeed::of_secret(&diary::calendar_secret(user));
    let mut frame = cx.frame(t.accounts_profile(), None);
    frame.keys = vec![KeyHint::new(
        format!("{} {}", t.layout_key_ctrl(), t.layout_key_enter()),
        t.accounts_preferences_save(),
    )];
    ProfilePage {
        t,
        frame,
        facts: vec![
            (t.accounts_display(), user.display_name.clone()),
            (t.accounts_col_name(), user.name.clone()),
            (t.accounts_roles(), roles(t, &cx.user.roles)),
            (t.accounts_email(), user.email.clone().unwrap_or_default()),
            (
                t.accounts_office(),
                cx.user.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
            ),
        ],
        lang: user.lang,
        shortcuts: user.shortcuts,
        feed: format!("{}{}", cx.state.site.base_url, feed.url()),
        note: user.must_change.then(|| Note {
            kind: NoteKind::Attention,
            lead: t.accounts_must_change(),
            text: t.accounts_must_change_text(),
            link: None,
        }),
        errors: ErrorSummary::of(&passwords),
        passwords,
    }
}
