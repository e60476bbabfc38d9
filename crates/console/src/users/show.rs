//! One account: block, unblock, new password.

use app::{
    Error, FieldProblem,
    accounts::{self, hash_password},
};
use kernel::{Lang, UserId};
use routes::{
    Route,
    console::{UserPassword, UserShow},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, ErrorSummary, Field, lang_name},
};

use super::{marked, problems, roles};
use crate::{
    standing::initials,
    views::accounts::{UserRow, UserShowPage, password_field},
};

/// Every account as the list shows it, with the language of its pages.
pub(super) async fn rows(cx: &PageCtx) -> Result<Vec<(UserRow, Lang)>, Failure> {
    let t = cx.t;
    let all = accounts::list_users(&cx.app, &cx.ctx).await?;
    let made = all.into_iter().map(|(user, held)| {
        let locked = user.locked_until.is_some_and(|until| until > cx.now);
        let row = UserRow {
            id: user.id,
            initials: initials(&user.display_name),
            display: user.display_name,
            name: user.name,
            roles: roles(t, &held),
            email: user.email.unwrap_or_default(),
            state: if !user.active {
                ("", t.accounts_state_off())
            } else if locked {
                ("bad", t.accounts_state_locked())
            } else {
                ("on", t.accounts_state_active())
            },
            off: !user.active,
        };
        (row, user.lang)
    });
    Ok(made.collect())
}

/// `/utenti/{user}`.
pub(super) async fn show(cx: PageCtx, Url(at): Url<UserShow>) -> Answer {
    let page = page(&cx, at.user, &[]).await?;
    cx.page(&page)
}

/// Blocks or unblocks it.
pub(super) async fn submit(cx: PageCtx, Url(at): Url<UserShow>, form: Form) -> Answer {
    let active = form.text("azione") == "riattiva";
    accounts::set_active(&cx.app, &cx.ctx, at.user, active).await?;
    let told = if active { cx.t.accounts_unblocked() } else { cx.t.accounts_blocked() };
    Ok(cx.done(&at.url(), told))
}

/// Gives it a password.
pub(super) async fn password(cx: PageCtx, Url(at): Url<UserPassword>, form: Form) -> Answer {
    let name = page(&cx, at.user, &[]).await?.user.name;
    let typed = form.raw("password").to_owned();
    let hashed = tokio::task::spawn_blocking(move || hash_password(&typed)).await;
    let hashed = hashed.map_err(|error| Error::Internal(error.to_string()))?;
    let hashed = match hashed {
        Ok(hashed) => hashed,
        Err(error) => {
            let wrong = problems(error)?;
            let page = page(&cx, at.user, &wrong).await?;
            return cx.invalid(&page);
        }
    };
    accounts::set_password(&cx.app, &cx.ctx, &name, hashed).await?;
    let told = format!("{} {}", cx.t.accounts_password_was_set(), cx.t.accounts_password_was_set_text());
    Ok(cx.done(&UserShow::new(at.user).url(), told))
}

async fn page(cx: &PageCtx, id: UserId, wrong: &[FieldProblem]) -> Result<UserShowPage<'static>, Failure> {
    let t = cx.t;
    let found = rows(cx).await?.into_iter().find(|(row, _)| row.id == id);
    let (user, lang) = found.ok_or(Error::NotFound { kind: "user" })?;
    let fields: Vec<Field> = marked(t, vec![password_field(t)], wrong);
    Ok(UserShowPage {
        t,
        frame: cx.frame(&user.display, Some(Area::Administration)),
        facts: vec![
            (t.accounts_col_name(), user.name.clone()),
            (t.accounts_email(), user.email.clone()),
            (t.accounts_roles(), user.roles.clone()),
            (t.accounts_lang(), lang_name(lang).to_owned()),
        ],
        own: id == cx.user.user.id,
        user,
        note: None,
        errors: ErrorSummary::of(&fields),
        password: fields.into_iter().next().unwrap_or_else(|| password_field(t)),
    })
}
