//! One account: what it is and may do, block, unblock, unlock, new password.

use app::{
    Error, FieldProblem,
    accounts::{self, UserChange, hash_password},
};
use domain::access::Role;
use kernel::{Lang, UserId};
use routes::{
    Route,
    console::{UserPassword, UserShow},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, Choice, ErrorSummary, Field, FieldKind, Note, NoteKind, lang_name},
};

use super::{marked, new::offices, problems, role, roles, sentence};
use crate::{
    standing::initials,
    views::accounts::{UserRow, UserShowPage, password_field},
};

/// An account as the list shows it, beside what it is made of.
pub(super) struct Known {
    /// The row.
    pub row: UserRow,
    /// The account.
    pub user: accounts::User,
    /// Its roles.
    pub roles: Vec<Role>,
}

/// Every account as the list shows it.
pub(super) async fn rows(cx: &PageCtx) -> Result<Vec<Known>, Failure> {
    let t = cx.t;
    let all = accounts::list_users(&cx.app, &cx.ctx).await?;
    let locked = accounts::locked_users(&cx.app, &cx.ctx).await?;
    let made = all.into_iter().map(|(user, held)| {
        let row = UserRow {
            id: user.id,
            initials: initials(&user.display_name),
            display: user.display_name.clone(),
            name: user.name.clone(),
            roles: roles(t, &held),
            email: user.email.clone().unwrap_or_default(),
            state: if !user.active {
                ("", t.accounts_state_off())
            } else if locked.iter().any(|(id, _)| *id == user.id) {
                ("bad", t.accounts_state_locked())
            } else {
                ("on", t.accounts_state_active())
            },
            off: !user.active,
        };
        Known { row, user, roles: held }
    });
    Ok(made.collect())
}

/// `/utenti/{user}`.
pub(super) async fn show(cx: PageCtx, Url(at): Url<UserShow>) -> Answer {
    let page = page(&cx, at.user, &[], None, None).await?;
    cx.page(&page)
}

/// Changes, blocks, unblocks or unlocks it.
pub(super) async fn submit(cx: PageCtx, Url(at): Url<UserShow>, form: Form) -> Answer {
    let told = match form.text("azione") {
        "salva" => return change(&cx, at.user, &form).await,
        "sblocca" => {
            accounts::unlock_user(&cx.app, &cx.ctx, at.user).await?;
            cx.t.accounts_unlocked()
        }
        action => {
            let active = action == "riattiva";
            accounts::set_active(&cx.app, &cx.ctx, at.user, active).await?;
            if active { cx.t.accounts_unblocked() } else { cx.t.accounts_blocked() }
        }
    };
    Ok(cx.done(&at.url(), told))
}

async fn change(cx: &PageCtx, id: UserId, form: &Form) -> Answer {
    let t = cx.t;
    let change = UserChange {
        display_name: form.text("display_name").to_owned(),
        email: form.given("email").map(str::to_owned),
        office: form.given("office").map(str::to_owned),
        lang: Lang::from_code(form.text("lang")).unwrap_or_default(),
        roles: form.all("roles").filter_map(Role::from_code).collect(),
        version: form.parsed("version", "required")?.unwrap_or_default(),
    };
    let plain = |kind, text: String| Note { kind, lead: String::new(), text, link: None };
    let email = change.email.as_ref().is_some_and(|email| !email.contains('@'));
    let done = if email {
        Err(Error::field("email", "email"))
    } else {
        accounts::update_user(&cx.app, &cx.ctx, id, change).await
    };
    match done {
        Ok(()) => Ok(cx.done(&UserShow::new(id).url(), t.accounts_changed())),
        Err(Error::Conflict(_)) => {
            let note = plain(NoteKind::Attention, t.accounts_changed_meanwhile());
            cx.conflict(&page(cx, id, &[], None, Some(note)).await?)
        }
        Err(Error::Refused { code, .. }) if code == "own_account" => {
            let note = plain(NoteKind::Error, t.accounts_own_roles());
            cx.invalid(&page(cx, id, &[], Some(form), Some(note)).await?)
        }
        Err(error) => {
            let wrong = problems(error)?;
            cx.invalid(&page(cx, id, &wrong, Some(form), None).await?)
        }
    }
}

/// Gives it a password.
pub(super) async fn password(cx: PageCtx, Url(at): Url<UserPassword>, form: Form) -> Answer {
    let name = page(&cx, at.user, &[], None, None).await?.user.name;
    let typed = form.raw("password").to_owned();
    let hashed = tokio::task::spawn_blocking(move || hash_password(&typed)).await;
    let hashed = hashed.map_err(|error| Error::Internal(error.to_string()))?;
    let hashed = match hashed {
        Ok(hashed) => hashed,
        Err(error) => {
            let wrong = problems(error)?;
            let page = page(&cx, at.user, &wrong, None, None).await?;
            return cx.invalid(&page);
        }
    };
    accounts::set_password(&cx.app, &cx.ctx, &name, hashed).await?;
    let told = format!("{} {}", cx.t.accounts_password_was_set(), cx.t.accounts_password_was_set_text());
    Ok(cx.done(&UserShow::new(at.user).url(), told))
}

/// The fields that change what an account is, with what was typed.
fn fields(
    cx: &PageCtx,
    known: &Known,
    offices: Vec<Choice>,
    office: &str,
    typed: Option<&Form>,
) -> Vec<Field> {
    let (t, user) = (cx.t, &known.user);
    let langs = Lang::ALL
        .into_iter()
        .map(|lang| Choice { value: lang.code().to_owned(), label: lang_name(lang).to_owned() });
    let now = |name: &str, stored: &str| typed.map_or(stored, |form| form.text(name)).to_owned();
    vec![
        Field::text("display_name", t.accounts_display()).value(now("display_name", &user.display_name)),
        Field::new(FieldKind::Email, "email", t.accounts_email())
            .value(now("email", user.email.as_deref().unwrap_or_default()))
            .hint(t.accounts_email_hint())
            .optional(),
        Field::select("office", t.accounts_office(), offices).value(now("office", office)).optional(),
        Field::select("lang", t.accounts_lang(), langs.collect()).value(now("lang", user.lang.code())),
    ]
}

async fn page(
    cx: &PageCtx,
    id: UserId,
    wrong: &[FieldProblem],
    typed: Option<&Form>,
    note: Option<Note>,
) -> Result<UserShowPage<'static>, Failure> {
    let t = cx.t;
    let found = rows(cx).await?.into_iter().find(|known| known.row.id == id);
    let known = found.ok_or(Error::NotFound { kind: "user" })?;
    let until = accounts::locked_until(&cx.app, &cx.ctx, &known.user.name).await?;
    let all = accounts::offices(&cx.app, &cx.ctx).await?;
    let office = all.iter().find(|office| Some(office.id) == known.user.office_id);
    let office = office.map(|office| office.code.clone()).unwrap_or_default();
    let passwords = marked(t, vec![password_field(t)], wrong);
    let fields = marked(t, fields(cx, &known, offices(cx).await?, &office, typed), wrong);
    let roles_error = wrong.iter().find(|problem| problem.field == "roles").map(|one| sentence(t, one));
    let mut changes = ErrorSummary::of(&fields);
    changes.faults.extend(roles_error.clone().map(|message| ("roles".to_owned(), message)));
    let held = |one: Role| match typed {
        Some(form) => form.all("roles").any(|code| code == one.code()),
        None => known.roles.contains(&one),
    };
    let user = known.row;
    Ok(UserShowPage {
        t,
        frame: cx.frame(&user.display, Some(Area::Administration)),
        own: id == cx.user.user.id,
        given: known.user.must_change,
        locked: until.map(|until| t.accounts_locked_text(t.time(until.in_rome().time()))),
        version: known.user.version,
        roles: Role::ALL
            .into_iter()
            .map(|one| (Choice { value: one.code().to_owned(), label: role(t, one) }, held(one)))
            .collect(),
        roles_error: roles_error.unwrap_or_default(),
        fields,
        changes,
        user,
        note,
        errors: ErrorSummary::of(&passwords),
        password: passwords.into_iter().next().unwrap_or_else(|| password_field(t)),
    })
}
